"""The date a text gives for itself."""

from __future__ import annotations

import datetime
import re

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>20\d\d|19\d\d)"
_WRITTEN = re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b{_DAY}\s+{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE)
_ISO = re.compile(r"\b(?P<year>20\d\d|19\d\d)-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_SAID = re.compile(
    r"\b(?:published|updated|posted|last (?:updated|reviewed|modified)|reviewed|date|issued|effective)\b"
    r"|\b(?:no|nr|issue|vol|volume|bulletin|number)\b\.? \d", re.IGNORECASE
)
_BYLINE = 160  # characters: a date in a longer text is what it speaks of


def iso_date(text: str) -> str | None:
    """The first date in a text as ISO date, if there is one that exists."""
    for pattern in (_ISO, _WRITTEN, _DAY_FIRST):
        found = pattern.search(text[:200])
        if found:
            return _iso(found)
    return None


def date_in(lines: list[str]) -> str | None:
    """The date of a byline or of "Updated ..." among the first lines of a text."""
    for line in lines:
        if len(line) <= _BYLINE and (found := iso_date(line)):
            rest = re.sub(r"\W+", " ", line)
            if _SAID.search(line) or re.search(r"\bby\b|min read", line, re.IGNORECASE) or len(rest) < 45:
                return found
    return None


def _iso(found: re.Match) -> str | None:
    month = found.group("month")
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return datetime.date(int(found.group("year")), number, int(found.group("day"))).isoformat()
    except ValueError:
        return None
