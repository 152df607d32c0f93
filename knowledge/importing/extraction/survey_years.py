"""When a survey was made: the year that a sentence gives, also by the day the page was published."""

from __future__ import annotations

import re

_YEAR = re.compile(r"(?<![\d.,$€£-])(?<!since )(?<!than in )(?<!by )((?:19[89]|20[0-4])\d)(?!\d|,\d|%)(?!\s?[-–]\s?\d)")
_SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}  # months
_RELATIVE = re.compile(
    r"\b(?P<which>this|last)\s(?:past\s)?(?P<what>week|month|year|spring|summer|autumn|fall)\b", re.IGNORECASE
)


def year_in(sentence: str) -> int | None:
    """The year that stands in a sentence."""
    match = _YEAR.search(sentence)
    return int(match.group(1)) if match else None


def year_by(sentence: str, published: str | None) -> int | None:
    """The year that "this spring" or "last autumn" was, where the page says when it was published.

    Args:
        sentence: Its words.
        published: ISO date of the page.

    Returns:
        The year, or None where nothing is said, or it could be one of two.
    """
    match = _RELATIVE.search(sentence) if published else None
    if match is None:
        return None
    year, month, day = int(published[:4]), int(published[5:7]), int(published[8:10])
    what = match["what"].lower()
    if match["which"].lower() == "this":
        return year
    if what == "year":
        return year - 1
    if what == "month":
        return year if month > 1 else year - 1
    if what == "week":
        return year if month > 1 or day > 14 else None
    return year - 1 if _SEASON_ENDS[what] >= month else None
