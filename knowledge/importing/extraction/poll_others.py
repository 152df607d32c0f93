"""What a percentage is that is no share of people: growth, money, time, a rate, a response, a sum, a remainder."""

from __future__ import annotations

import re

_LINKS = (
    r"(?:[\s:–-]+(?:by|of|at|to|is|are|was|were|about|around|nearly|almost|over|roughly|some|another|an?"
    r"|estimated|from|more"
    r"|than|add|adds|adding|the|annual|expected|be|up|between|usually|typically|only|just|in|runs?|averag\w+|reach\w*|may|can|as"
    r"|much|high)"
    r"){0,6}[\s:(–-]*$"
)
_GROWTH = (
    r"grow\w*|grew|ris(?:es?|en|ing)|rose|increas\w*|climb\w*|jump\w*|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?"
    r"|declin\w*|decreas\w*"
    r"|shr[aiu]nk\w*|slid|slump\w*|expand\w*|inflation|CAGR|gain(?:s|ed)?|surg\w+|outpac\w+"
)
_MONEY = (
    r"bonus(?:es)?|premiums?|royalt\w+|commissions?|tax(?:es)?|discounts?|equity|stakes?|stock|shares|interest|margins?"
    r"|overhead|fees?|raises?|withh\w+|match(?:es|ed|ing)?|mark-?ups?|refinanc\w+|deduct\w*|put|set|takes?"
    r"|saves?|saving|deposit"
    r"|contribut\w+|cuts?|reductions?|pay cut|ownership|collections|loading|vest\w*|sav(?:e|ed|ing)"
)
_TIME = r"travel\w*|FTE|clinical time|protected time"
_RATES = (
    r"(?:response|acceptance|success|completion|interest|growth|error|vacancy|pass|default|turnover"
    r"|unemployment)? ?rates?"
)
_BEFORE = (
    ("growth or change", re.compile(rf"\b(?:{_GROWTH}|down)\b{_LINKS}", re.IGNORECASE)),
    ("a share of money", re.compile(rf"\b(?:{_MONEY})\b{_LINKS}", re.IGNORECASE)),
    ("a share of time or work", re.compile(rf"\b(?:{_TIME})\b{_LINKS}", re.IGNORECASE)),
    ("a rate", re.compile(r"\b(?:turnover|attrition|vacanc\w+|unemployment|mortality"
        r"|prevalence)\b[^,.;]{0,40}$", re.IGNORECASE)),
    ("a rate", re.compile(rf"\b{_RATES}\b{_LINKS}", re.IGNORECASE)),
)
_CHANGED_BY = re.compile(
    r"\b(?:cut|reduc\w+|lower\w*|rais\w+|boost\w*|trim\w*|slash\w*|exceed\w*|beat|trail\w*|differ\w*"
    r"|chang\w+)\b[^.;]{0,60}\bby\s+$", re.I
)
_ADJECTIVES = (
    r"(?:(?:annual|yearly|signing|retention|performance|target|cash|base|pay|salary|gross|net|company"
    r"|year-end)\s){0,3}"
)
_AFTER = (
    ("growth or change", re.compile(
        rf"[\s-]*{_ADJECTIVES}(?:growth|increase|rise|drop|decline|decrease|jump|more|fewer|less|higher|lower"
        rf"|above|below|better"
        r"|worse|cheaper|faster|per year|a year|annually|per annum|each year|year over year"
        r"|compound)\b", re.IGNORECASE)),
    ("a share of money", re.compile(
        rf"[\s-]*{_ADJECTIVES}(?:bonus(?:es)?|raise|discount|off|equity|stake|commission|royalt\w+|tax\w*"
        rf"|premium|match|margin"
        r"|interest|apr|fee|aside|upfront|deposit|down|ownership|pay cut|cut|salary|markup"
        r"|vested)\b(?! off)", re.IGNORECASE)),
    ("a share of time or work", re.compile(
        r"[\s-]*(?:of )?(?:travel|clinical|administrative|remote|fte|time|effort|protected|on-?site|hybrid|telework)\b",
        re.IGNORECASE)),
    ("what is usual", re.compile(
        r"\s(?:is|are|was|were) (?:\w+ly )?(?:usual|common|typical|standard|normal|customary|enough)\b",
        re.IGNORECASE)),
    ("a statistical measure", re.compile(r"[\s-]*(?:percentile|confidence|accura\w+|sensitiv\w+|specific\w+"
        r"|chance|likel\w+"
                                         r"|probabilit\w+|risk)\b", re.IGNORECASE)),
)  # fmt: skip
_RESPONSE_BEFORE = re.compile(
    r"\b(?:replied|responded|answered|completed(?: it| them)?|c[ao]me back|returned(?: it| them)?|took part"
    r"|returned by \d+)\s\($",
    re.IGNORECASE,
)
_RESPONSE_AFTER = re.compile(
    r"\s(?:came back|returned (?:it|them|the|our)|of (?:those|them|the people) (?:addressed|invited|contacted"
    r"|approached)"
    r"|(?:responded|replied)(?:\s?[.;,]|$| to (?:it|us|the|our)\b))",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\b(?:add(?:s|ed)?(?: up)?|sums?|total|amount) to (?:more than |over )?$", re.IGNORECASE)
_LEFT_OUT = re.compile(
    r"\s?[)\]]?\s(?:is|are|was|were|has been|have been) (?:not |un)?"
    r"(?:shown|included|listed|counted|excluded|omitted|missing|displayed|left out)\b",
    re.IGNORECASE,
)


def left_over(before: str, after: str) -> str | None:
    """What a percentage is that tells of a survey's answers as a whole; None if it is not that."""
    if _RESPONSE_BEFORE.search(before) or _RESPONSE_AFTER.match(after):
        return "it is the share of those who answered at all"
    if _TOTAL.search(before):
        return "it is the sum of others"
    return "it is a remainder" if _LEFT_OUT.match(after) else None


def other_thing(before: str, after: str) -> str | None:
    """What the words around a percentage make of it, such as "growth or change"; None if they do not say."""
    for why, pattern in _BEFORE:
        if pattern.search(before):
            return why
    if _CHANGED_BY.search(before):
        return "growth or change"
    for why, pattern in _AFTER:
        if pattern.match(after):
            return why
    return None
