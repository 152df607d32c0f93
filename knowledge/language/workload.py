"""Hours and days a week: "20 hours a week", "0.5 FTE", "two days a week".

Clearly part-time hours are a wish for part time, 40 hours for full time; hours between them
are a wish that no article speaks of. What a person works now ("I work 80 hours a week") is
no wish.
"""

from __future__ import annotations

import re
from typing import Iterator, Optional, Tuple

Found = Tuple[str, str, int, int]  # kind, value, start, end

PART_TIME_BELOW = 35  # hours a week
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12,
    "fifteen": 15, "sixteen": 16, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "couple": 2, "few": 3, "handful": 4, "half": 0.5,
}  # fmt: skip
_NUMBER = r"\d{1,3}(?:\.\d)?|" + "|".join(_NUMBERS)
_LEAD = (
    r"(?:(?:(?:about|around|only|just|maybe|like|roughly|approx|approximately|(?P<max>max|maximum|up to|at most|"
    r"no more than|not more than|less than|fewer than|under|below|<)|(?P<min>at least|more than|over|minimum|min))"
    r" ?(?:of )?){0,5}(?:an? )?)"  # counted: without an end, "about about about ..." takes seconds
)
_WEEKLY = re.compile(
    rf"(?<![\w$.]){_LEAD}(?P<low>{_NUMBER})(?: ?(?:-|to|or) ?(?P<high>{_NUMBER}))? ?(?:of )?"
    r"(?P<unit>h|hr|hrs|hour|hours|hours'|day|days|mornings?|afternoons?|evenings?)"
    r"(?: of work)? ?(?:(?:a|per|each|every|/|in a|out of the) ?(?P<per>week|wk|month|mo|year|yr)|"
    r"(?P<weekly>weekly)|/(?P<slash>wk|week|mo|month))\b",
)
_WORK_WEEK = re.compile(
    rf"(?<![\w$.])(?P<low>{_NUMBER})(?: ?- ?| )?(?P<unit>h|hr|hrs|hour|hours|day|days)[ -]?"
    r"(?:work ?)?(?P<week>weeks?)\b"
)
_FTE = re.compile(r"(?<![\w$])(?P<fte>1\.0|0?\.\d{1,2}|half|\d{1,2} ?%|quarter)(?: of)?(?: an?)? ?-?fte\b")
_TRAVEL = re.compile(
    rf"{_LEAD}\d{{1,3}}(?: ?(?:-|to) ?\d{{1,3}})? ?(?:%|percent)(?: of)? (?:travel|travell?ing|overnight travel)\b"
    r"|\b(?:travel|travell?ing) (?:is |of )?(?:less than|under|below|up to|max|at most|no more than|around|about|<)?"
    r" ?\d{1,3} ?(?:%|percent)"
)
_OWN = re.compile(
    r"\b(?:i|ive|i've|i'?m|im|we|been|currently|now|after|my|doing|do|working|worked|pulling|these|those)"
    r"(?: (?:work|working|worked|do|doing|did|been|still|already|am|put in|on|at|log|average|pull|pulling|"
    r"have|current|about|around|over|easily|like|all|usually|often)){0,8} ?$"
)
_WANTED = re.compile(r"\b(?:want|wanna|like|prefer|need|only|just|max|could|can|would|id|i'd|willing|hoping)\b")
_OFF = re.compile(r" ?(?:off|of (?:travel|call|vacation|pto|clinic|training|charting)|notice)\b")
_PLACE = re.compile(r" ?(?:on ?-?site|in (?:the |an )?(?:office|clinic)|in person|from home|remote(?:ly)?|at home)\b")


def find_workload(folded: str) -> Iterator[Found]:
    """Wishes for hours: `commitment` (part_time, full_time) or `unstated_wish` (hours)."""
    if not re.search(r"w(?:ee)?k|month|/mo|fte|a year|per year|travel", folded):
        return
    for match in (*_WEEKLY.finditer(folded), *_WORK_WEEK.finditer(folded)):
        kind_and_value = None if _is_own(folded, match) else _weekly(match)
        days = match["unit"].startswith("d")
        elsewhere = _OFF.match(folded, match.end()) or (days and _PLACE.match(folded, match.end()))
        if kind_and_value and not elsewhere:  # "two days a week on site" says where, not how much
            yield (*kind_and_value, match.start(), match.end())
    for match in _TRAVEL.finditer(folded):
        yield "unstated_wish", "amount of travel", match.start(), match.end()
    for match in _FTE.finditer(folded):
        yield (*_share(match["fte"]), match.start(), match.end())


def _is_own(folded: str, match: "re.Match[str]") -> bool:
    before = folded[max(0, match.start() - 40) : match.start()]
    own = _OWN.search(before)
    return own is not None and not _WANTED.search(before[-25:])


def _value(text: str) -> float:
    return _NUMBERS[text] if text in _NUMBERS else float(text)


def _weekly(match: "re.Match[str]") -> Optional[Tuple[str, str]]:
    groups = match.groupdict()
    amount = _value(groups.get("high") or groups["low"])
    period = groups.get("per") or groups.get("weekly") or groups.get("slash") or "week"
    if groups["unit"].startswith(("day", "morning", "afternoon", "evening")):
        amount *= 8 if groups["unit"].startswith("day") else 4
    if period.startswith(("mo", "y")):
        amount /= 4.3 if period.startswith("mo") else 52
    if amount > 168 or amount <= 0:
        return None
    if groups.get("min"):  # "at least 20 hours a week"
        return ("commitment", "full_time") if amount >= PART_TIME_BELOW else ("unstated_wish", "hours")
    if amount < PART_TIME_BELOW and not (groups["unit"].startswith("day") and amount == 32):
        return "commitment", "part_time"
    exact_40 = amount == 40 and not groups.get("max") and groups["unit"].startswith("h")
    return ("commitment", "full_time") if exact_40 else ("unstated_wish", "hours")


def _share(text: str) -> Tuple[str, str]:
    if text in ("half", "quarter"):
        return "commitment", "part_time"
    share = float(text.rstrip("% ")) / 100 if "%" in text else float(text)
    if share >= 1:
        return "commitment", "full_time"
    return ("commitment", "part_time") if share < 0.9 else ("unstated_wish", "hours")
