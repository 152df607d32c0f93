"""Whether an amount is pay: what its clause says for it and against it, as points, a confidence and a reason."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.importing.extraction import evidence_words as words
from knowledge.importing.extraction.amount import Amount
from knowledge.importing.extraction.costs import SPENT, is_spent, says_by_itself
from knowledge.importing.extraction.practice import is_clinical, is_former, speaks_of_practice
from knowledge.importing.extraction.sources import SITES

_PAY = re.compile(words.PAY_WORDS, re.IGNORECASE)
_STATISTIC = re.compile(words.STATISTIC_WORDS, re.IGNORECASE)
_AGAINST = [(re.compile(pattern, re.IGNORECASE), weight, why) for pattern, weight, why in words.AGAINST]
_COMPARED = re.compile(words.COMPARED, re.IGNORECASE)
_BREAK = re.compile(
    r";\s|:\s|\s[–—]\s|,\s(?:and|but|while|whereas|although|though|so|which|or|yet)\s(?!up\b|above\b|more\b|higher\b)|(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)(?<!\.[A-Z])\.\s|\s(?:although|whereas|while|but)\s",
    re.IGNORECASE,
)
_IT_IS = re.compile(
    r"\b(?:(?:it|that|they|this|mine|hers|ours|his|theirs)\s(?:is|was|are|were|comes? to)|(?:it|that|mine|hers|his)['’]s)\s(?:about\s|around\s)?$",
    re.IGNORECASE,
)
_AT = re.compile(r"(?:\bat|\b(?:told|quoted|offered) (?:me|us)|[(–—-])\s?(?:about\s|around\s|roughly\s|some\s|between\s|up to\s)?$", re.IGNORECASE)
_SURE = re.compile(
    r"\b(?:salar(?:y|ies)|compensation|paid|stock|equity|bonus|base|package|earn(?:s|ed)?)\b", re.IGNORECASE
)
_SAME_SUBJECT = re.compile(r"^(?:\sto\s\w+)?\sand\s(?:can\s|may\s)?\w+\s(?:in\s|about\s|up\s){0,2}$")
# "$260,000, of which $30,000 is bonus", "and $30,000 in restricted stock"
_IN_STOCK = re.compile(r"\s(?:is|are|in|as|of)\s(?:(?:an?|the|annual|yearly|company|restricted|deferred|sign-on|signing|cash|performance)\s){0,3}(?:bonus(?:es)?|stock|equity|options|shares|rsus?)\b", re.IGNORECASE)
_WITH_BONUS = re.compile(r",?\s(?:plus|including|with|before|and)\s(?:an?\s|the\s|any\s)?(?:[\w-]+\s)?(?:bonus(?:es)?|equity|stock|benefits|options)\b", re.IGNORECASE)
_BONUS = re.compile(r"(?:the|a|an|annual|yearly|cash|sign-on|signing|typical|\s){0,6}bonus(?:es)?\b", re.IGNORECASE)
_SALARY = re.compile(r"\b(?:salar|pay range|base|compensation)\w*", re.IGNORECASE)
_PER_BEFORE = re.compile(r"\b(?:per|by the|an?)\s[a-z]+\s?$", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:nobody|no one|none|not|never|hardly|don[’']t|doesn[’']t|won[’']t|cannot|can[’']t)\s(?:\w+\s){0,2}(?:expect|make|pay|earn|reach|see|hope for|get)s?\s(?:\w+\s){0,1}$",
    re.IGNORECASE,
)
_SHARE_WHO = re.compile(
    r"(?:%|\b(?:percent|per cent|in (?:two|three|four|five|six|ten)))\s[^;$€£]{0,60}\b(?:earn|ma[dk]e|report|bring|brought|took|take)\w*\s(?:\w+\s){0,2}(?:more|less|over|under|fewer|at least|above|below)\s(?:than\s)?$",
    re.IGNORECASE,
)
_AND_ALSO = re.compile(r"\s(?:plus|and|including|with|before|after|until|when|because|if|since|once|unless|where|while)\s|[,(]", re.IGNORECASE)
_PLAUSIBLE = {  # what somebody may be paid by the unit, in dollars or the like
    "year": (12e3, 9e6), "month": (100, 4e5), "week": (50, 1e5), "day": (40, 4e4), "hour": (8, 5e3), "project": (20, 3e5),
    "evaluation": (15, 2e4), "case": (0.2, 6e4), "word": (0.02, 20), "survey": (1, 3e3),
}  # fmt: skip
PER_DOLLAR = {"JPY": 130, "INR": 60, "KRW": 1200, "AED": 3.5, "SEK": 9, "NOK": 9, "DKK": 6.5, "CNY": 7, "SAR": 3.7, "ZAR": 17,
              "MXN": 17, "PHP": 55, "THB": 33, "TRY": 30, "HKD": 7.8, "QAR": 3.6, "ILS": 3.6, "PLN": 4, "BRL": 5, "MYR": 4.4}  # fmt: skip
LEAST_YEARLY = 300  # what a side job may bring in, where the text itself says that this is by the year
YEARLY = 15e3  # an amount without a unit is a yearly one from here on
ENOUGH = 3
NOTHING_SAYS = "nothing says that it is pay"


@dataclass(frozen=True)
class Verdict:
    """Whether an amount is pay. `why` is the reason when it is not."""

    is_pay: bool
    confidence: float
    why: str = ""


@dataclass(frozen=True)
class Around:
    """The words around an amount.

    Attributes:
        clause: Its own clause, the amount included.
        before: The clause up to the amount.
        after: The clause from its end on.
        lead: What a colon or dash leads from, before the clause.
        bracketed: Whether the amount stands in brackets.
        tells_of: The clause that "which" takes up: "left his hospitalist job, which paid $310,000".
    """

    clause: str
    before: str
    after: str
    lead: str
    bracketed: bool
    tells_of: str = ""


def around(text: str, amount: Amount, others: tuple[Amount, ...] = ()) -> Around:
    """The clause of an amount in its sentence; with `others` it ends at the amounts next to it."""
    start, end, bracketed = _bracket(text, amount)
    start = max([start, *(other.end for other in others if other.end <= amount.start)])
    end = min([end, *(other.start for other in others if other.start >= amount.end)])
    lead = tells_of = ""
    for match in _BREAK.finditer(text, start, amount.start):
        if "which" in match.group() and "," in text[match.end() : amount.start]:
            continue  # "The average at Salary.com, which counts larger hospitals, is $447,200"
        lead = text[start : match.start()] if match.group()[0] == ":" else ""
        tells_of = text[start : match.start()] if "which" in match.group() else ""
        start = match.end()
    stop = _BREAK.search(text, amount.end, end)
    end = stop.start() if stop else end
    if bracketed and not lead:  # "The hourly fee is fair ($550 in my case)"
        lead = text[: text.rfind("(", 0, amount.start)][-80:]
    return Around(text[start:end], text[start : amount.start], text[amount.end : end], lead, bracketed, tells_of)


def _bracket(text: str, amount: Amount) -> tuple[int, int, bool]:
    opening = text.rfind("(", 0, amount.start)
    closing = text.find(")", amount.end)
    if opening >= 0 and closing >= 0 and text.find(")", opening) == closing:
        return opening + 1, closing, True
    return 0, len(text), False


def plausible(amount: Amount, unit: str) -> bool:
    """Whether one may be paid so much for that unit."""
    low, high = _PLAUSIBLE[unit]
    factor = PER_DOLLAR.get(amount.currency, 1)
    bounds = [bound for bound in (amount.low, amount.high) if bound is not None]
    return all(low * factor <= bound <= high * factor for bound in bounds)


def inferred_unit(amount: Amount) -> str | None:
    """Years for an amount of the size of a salary, None for others."""
    least = YEARLY * PER_DOLLAR.get(amount.currency, 1)
    return "year" if all(b >= least for b in (amount.low, amount.high) if b is not None) else None


def judge(
    text: str, amount: Amount, unit: str | None, labelled: bool, alone: bool, in_role: bool, others: tuple[Amount, ...] = ()
) -> Verdict:  # fmt: skip
    """Weigh an amount.

    Args:
        text: Its sentence.
        amount: The amount, with places in the sentence.
        unit: The unit that the text states for it, or None.
        labelled: Whether a label or a header of pay stands over it.
        alone: Whether it has a line to itself.
        in_role: Whether it stands where the text speaks of one role.
        others: The other amounts of the sentence; what is said of them says nothing of this one.
    """
    near = around(text, amount)
    own = around(text, amount, others)
    if amount.scale >= 1e9 or amount.largest > 3e7 * PER_DOLLAR.get(amount.currency, 1):
        return Verdict(False, 0.95, "too large to be anybody's pay")
    if amount.odd_unit and unit is None and not labelled:
        return Verdict(False, 0.8, f"per {amount.odd_unit}, which is no unit of pay that can be compared")
    if unit and not plausible(amount, unit) and not (amount.unit == "year" and amount.largest >= LEAST_YEARLY):
        return Verdict(False, 0.8, f"no plausible pay by the {unit}")
    against, why = _against(near, own, text, amount, in_role)
    before = max((other for other in others if other.end <= amount.start), key=lambda other: other.end, default=None)
    if before is not None and _SAME_SUBJECT.match(text[before.end : amount.start]):
        # "The suites cost $150,000 to build and bring in $1.1 million": what is said of both.
        earlier = _against(around(text, before), around(text, before, others), text, before, in_role)
        against, why = max((against, why), earlier)
    if text.rstrip("”\"') ").endswith("?"):
        against, why = max(against, 4.0), why or "a question"
    points = _for(near, text, amount, unit, labelled, alone)
    total = points - against
    if (against >= 4 and total < ENOUGH + 2) or total < ENOUGH:
        return Verdict(False, min(0.95, 0.6 + 0.05 * max(0, -total + ENOUGH)), why or NOTHING_SAYS)
    if is_spent(text, amount):
        return Verdict(False, 0.8, SPENT)
    return Verdict(True, min(0.98, 0.62 + 0.05 * (total - ENOUGH)))


def _for(near: Around, text: str, amount: Amount, unit: str | None, labelled: bool, alone: bool) -> float:
    points = 0.0
    points += 5 if labelled else 0
    points += 3 if alone else 0
    points += 3 if _PAY.search(near.clause) or _PAY.search(near.lead[-30:]) else 1.5 if _PAY.search(near.lead) else 0
    points += 2 if _STATISTIC.search(near.clause) else 0
    points += 2 if SITES.search(text) and not near.bracketed else 0
    points += 2 if amount.band else 0
    if amount.scale == 1e6 and amount.currency in ("USD", "EUR", "GBP", "CHF", "CAD", "AUD"):
        points -= 0 if _SURE.search(near.clause) else 2  # a million is more often a company's than a person's
    points += 2 if _AT.search(near.before) or _IT_IS.search(near.before) else 0
    if unit:
        points += 4 if unit in ("year", "month", "week", "day", "hour") else 1 if amount.odd_unit else 3
    elif inferred_unit(amount):
        points += 1
    else:
        points -= 2
    points += 1 if amount.is_range and amount.signed and inferred_unit(amount) else 0
    points += 2 if _WITH_BONUS.match(text, amount.end) else 0
    return points


def _against(near: Around, own: Around, text: str, amount: Amount, in_role: bool) -> tuple[float, str]:
    """The weight of what speaks against pay, and what that is. Words of the clause itself weigh most."""
    worst, reason = 0.0, ""
    before, after = own.before[-70:], _AND_ALSO.split(own.after[:45])[0]
    pay = [match.start() for match in _PAY.finditer(before)]
    for pattern, weight, why in _AGAINST:
        matches = list(pattern.finditer(before))
        if matches or pattern.search(after):
            # "insurers that have raised millions pay ...": what is nearer to the amount counts.
            nearer = (
                bool(matches) and bool(pay) and pay[-1] > matches[-1].start() and not pattern.search(before[pay[-1] :])
            )
            if matches and weight > worst and not nearer:
                nearer = says_by_itself(text, amount, amount.start - len(before) + matches[-1].end())
            if weight - 3 * nearer > worst:
                worst, reason = weight - 3 * nearer, why
        elif any(match.end() == len(near.tells_of) for match in pattern.finditer(near.tells_of)) and weight > worst:
            worst, reason = weight, why  # "... against malpractice premiums, which can exceed $40,000 a year"
        elif pattern.search(near.lead[-40:]) and worst < 1:
            worst, reason = 1, why
    if _BONUS.match(text) and not _SALARY.search(text[: amount.start]):
        worst, reason = max(worst, 6.0), "a bonus or benefit without the salary"
    if _IN_STOCK.match(text, amount.end):
        worst, reason = max(worst, 6.0), "a bonus or benefit without the salary"
    if _DENIED.search(near.before):
        worst, reason = max(worst, 6.0), "said not to be earned"
    if _SHARE_WHO.search(near.before):
        worst, reason = max(worst, 6.0), "what a share of people earns more or less than"
    opening = text[: amount.start].rpartition("(")[0][-50:]
    introduced = near.bracketed and (_PAY.search(opening) or _PER_BEFORE.search(opening))
    if near.bracketed and not _PAY.search(near.clause) and not introduced and not amount.unit:
        worst, reason = max(worst, 3.0), reason or "an aside"
    if is_former(f"{near.tells_of} {near.clause}", text, in_role):
        worst, reason = max(worst, 6.0), "what somebody earned before"
    if _COMPARED.search(near.before):
        worst, reason = max(worst, 6.0), "given for comparison"
    if is_clinical(near.tells_of, near.clause, near.before, in_role, amount.unit in (None, "year")):
        worst, reason = max(worst, 6.0), "clinical pay"
    return worst, reason


def says_pay_beside(near: Around) -> bool:
    """Whether the clause of an amount has a word of pay: "My cousin gets $850"."""
    return bool(_PAY.search(near.clause))


def announces_pay(line: str) -> bool:
    """Whether a line such as "Base pay by experience:" speaks of pay, and not of clinical work."""
    return bool(_PAY.search(line)) and not speaks_of_practice(line)
