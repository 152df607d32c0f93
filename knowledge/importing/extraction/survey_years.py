"""When a survey was made: the year that a sentence gives, also by the day the page was published."""

from __future__ import annotations

import re

from knowledge.importing.extraction.survey_words import SURVEY

_YEAR = re.compile(
    r"(?<![\d.,$€£-])(?<!since )(?<!than in )(?<!by )(?<!before )(?<!until )"
    r"((?:19[89]|20[0-4])\d)(?!\d|,\d|%)(?!\s?[-–]\s?\d)"
)
_SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}  # months
_MONTHS = "January February March April May June July August September October November December".split()
_NAMED = "|".join(_MONTHS)
# A day without a year is one of this year; "in October" may be any.
_DAY = re.compile(
    rf"\b(?:(?P<month>{_NAMED}) \d{{1,2}}(?:st|nd|rd|th)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?P<month_after>{_NAMED}))\b"
    r"(?!,?\s(?:19|20)\d\d|\s?[-–])"
)
_OVER = re.compile(
    r"\b(?:over|in|during) the (?:past )?(?P<what>spring|summer|autumn|fall)\b(?! of\b| \d)", re.IGNORECASE
)
# Of a survey that was made, a month or a season without a year is the last one that was.
_MADE_IN = re.compile(
    rf"\b(?:in|during|since|last|this)\s(?P<month>(?-i:{_NAMED}))\b(?!,?\s(?:\d|of\s\d))"  # "In May we sent"
    rf"|\b(?:my|our|the|this|last|its|their)\s(?P<season>spring|summer|autumn|fall)\s(?:[\w’'-]+\s){{0,2}}?{SURVEY}\b",
    re.IGNORECASE,
)
# "midwives who had left in May", "midwives trained in December"
_OF_PEOPLE = re.compile(
    r"\b(?:who|that|whom)\s[^,.;:]*$|\b\w+s\s(?!polled|surveyed|asked|interviewed|questioned)\w+(?:ed|ing)\s$"
)
_RELATIVE = re.compile(
    r"\b(?P<which>this|last)\s(?:past\s)?(?P<what>week|month|year|spring|summer|autumn|fall)\b", re.IGNORECASE
)


def year_in(sentence: str) -> int | None:
    """The year that stands in a sentence."""
    match = _YEAR.search(sentence)
    return int(match.group(1)) if match else None


def year_by(sentence: str, published: str | None, *, made: bool = False) -> int | None:
    """The year that "this spring" or "last autumn" was, where the page says when it was published.

    Args:
        sentence: Its words.
        published: ISO date of the page.
        made: Whether the sentence tells that a survey was made; "in October" may be any October otherwise.

    Returns:
        The year, or None where nothing is said, or it could be one of two.
    """
    if not published:
        return None
    year, month, day = int(published[:4]), int(published[5:7]), int(published[8:10])
    if day_named := _DAY.search(sentence):
        before = _MONTHS.index(day_named["month"] or day_named["month_after"]) < month
        return year if before else None
    if over := _OVER.search(sentence):
        return year if _SEASON_ENDS[over["what"].lower()] <= month else None
    match = _RELATIVE.search(sentence)
    if match is None:
        told = _MADE_IN.search(sentence) if made else None
        if told is None or _OF_PEOPLE.search(sentence, 0, told.start()):
            return None
        begun = _MONTHS.index(told["month"].title()) + 1 if told["month"] else _SEASON_ENDS[told["season"].lower()] - 2
        return year if begun <= month else year - 1
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
