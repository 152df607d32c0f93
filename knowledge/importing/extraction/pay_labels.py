"""Labels and table headers that say that pay follows: "Average salary:", "Day rate", "Per project:"."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re

from knowledge.importing.extraction.labels import colon_label

_PAY_NOUN = (
    r"(?:pay|salary|salaries|compensation|income|earnings?|wages?|rates?|fees?|honorari(?:um|a)|package|remuneration|stipend"
    r"|take-home|comp|money|charges?|earn|pays|payment|payout|retainer|reimbursement|what (?:it|they) pays?|what you(?:'ll| can)? earn)"
)
_PAY_LABEL = re.compile(
    rf"(?:[\w’'./&-]+[\s-]+){{0,5}}?{_PAY_NOUN}(?:\s+(?:range|scale|band|level|rate|rates|expectations?|estimate|data|potential|package"
    rf"|is|are|in|for|at|of|from|per|outside|before|after|a|an|the|by|to|and|with|[\w.’'/&-]+)){{0,6}}\s*(?:\([^()]{{0,40}}\))?\s*",
    re.IGNORECASE,
)
_UNIT_LABEL = re.compile(
    r"(?:(?:per|by the|an?)\s(?:year|month|week|day|hour|project|evaluation|exam|case|word|survey|chart|report|article|deposition)"
    r"|hourly|daily|weekly|monthly|annual(?:ly)?|yearly|annual|median|average|mean|typical|range|low|high|usd|eur|gbp|chf)\W*",
    re.IGNORECASE,
)
_NOT_PAY = re.compile(
    r"\b(?:tuition|cost|costs|price|prices|(?<!per )courses?|exam(?:ination)? (?:fee|cost|price)s?|registration|application|membership|license|licence|conference|growth"
    r"|tax|interest|filing|subscription|insurance|premium|bonus|bonuses|sign-on|signing|placement|admission|entry (?:fee|price|cost|ticket)s?|enrol+ment|start-?up|parking"
    r"|clinical salary|clinical pay|revenue|market|debt|loan|response|acceptance|dropout|success|failure|vacancy|unemployment|turnover"
    r"|burnout|completion|survey|cut|cuts|gap|raise|rise)\b",
    re.IGNORECASE,
)


def is_pay_label(text: str) -> bool:
    """Whether a block begins with a label of pay."""
    label = colon_label(text)
    return label is not None and says_pay(label.text)


def says_pay(label: str) -> bool:
    """Whether a label or a table header announces pay."""
    return bool(_PAY_LABEL.fullmatch(label) or _UNIT_LABEL.fullmatch(label)) and not _NOT_PAY.search(label)


def says_no_pay(label: str) -> bool:
    """Whether a label, header or caption announces other money: prices, tuition, revenue."""
    return bool(_NOT_PAY.search(label))
