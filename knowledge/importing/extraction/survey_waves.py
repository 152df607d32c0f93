"""A share of another year's asking: "up from 31% the year before", "in 2024 it was 39%", "28% (2021)"."""

from __future__ import annotations

import re

from knowledge.importing.extraction.percentages import Percentage

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NUMBERS = {word: number for number, word in enumerate("a two three four five six seven eight nine ten".split(), 1)}
_IN_THE = r"(?:in|at|from) (?:the|our|its|their)"
_ROUND = r"(?:survey|poll|census|round|wave|edition|report|questionnaire)"
_BEHIND = re.compile(
    rf"\s(?:\((?:in )?{_YEAR}\)|(?:back )?in {_YEAR.replace('year', 'later')}\b"
    # "in the first survey in 2022", "in our 2022 poll"
    rf"|{_IN_THE} (?:\w+ ){{0,2}}{_ROUND},? (?:(?:of|in) )?{_YEAR.replace('year', 'round')}\b"
    rf"|{_IN_THE} {_YEAR.replace('year', 'named')} (?:\w+ ){{0,2}}{_ROUND}\b)"
)
_MONEY = re.compile(r"\s(?:dollars|euros|pounds|francs|money|prices)\b")
_EARLIER = re.compile(
    rf"\s(?:in )?(?:(?P<last>the (?:previous year|year before|year earlier|preceding year)|the year's? before)"
    rf"|(?P<many>{'|'.join(_NUMBERS)}) years? (?P<way>before|earlier|ago|previously|later|on))\b",
    re.IGNORECASE,
)
_EARLIER_AHEAD = re.compile(  # "Two years earlier it had been 31%"
    rf"(?:^\W*|[;:,]\s)(?:(?:just|only|but|and)\s)*(?:(?P<last>the (?:previous year|year before|year earlier))"
    rf"|(?P<many>{'|'.join(_NUMBERS)}) years? (?P<way>before|earlier|ago|previously)),?\s"
    r"(?:(?:it|this|that|the (?:figure|share|number|proportion)|was|were|had|been|stood|at|only|just|about)\s){1,5}$",
    re.IGNORECASE,
)
_EDITION_AHEAD = re.compile(  # "In our 2023 survey, of all ages, it was 39%"
    rf"(?:^\W*|[;:,]\s){_IN_THE} {_YEAR} (?:\w+ )?{_ROUND}\b"
    r"(?:(?!\b(?:and|but|now|today|this|we|i)\b)[^;:%]){0,50}$",
    re.IGNORECASE,
)
# At the beginning of a clause, and nothing but a few words before the share: "In 2022 it was 10%".
_AHEAD = re.compile(
    rf"(?:^\W*|[;:,]\s|\s(?:and|but|while|whereas)\s)(?:(?:back|and|but|already|only|by)\s)*(?:in|for|by)\s{_YEAR},?\s"
    r"(?:(?:it|this|that|the (?:figure|share|number|proportion)|they|those|only|just|still|already|another|about|some"
    r"|was|were|had been|is|stood|at|reached|came|to|a mere|even|the same|said)\s){0,6}$",
    re.IGNORECASE,
)


def year_of_share(text: str, share: Percentage, year: int | None) -> int | None:
    """The year that stands with one share alone; None where it is of the survey's own year.

    Args:
        text: The sentence.
        share: The share in it.
        year: When the survey was made, if that is known.
    """
    after, before = text[share.end : share.end + 60], text[: share.start]
    if behind := _BEHIND.match(after):
        found = int(behind["year"] or behind["later"] or behind["round"] or behind["named"])
        expected = year is not None and found > year and behind["later"]  # "28% in 2030 expect to be replaced"
        return None if expected or _MONEY.match(after, behind.end()) else found
    if year is not None and (earlier := _EARLIER.match(after) or _EARLIER_AHEAD.search(before)):
        distance = _NUMBERS[earlier["many"].lower()] if earlier["many"] else 1
        return year + distance if (earlier["way"] or "").lower() in ("later", "on") else year - distance
    ahead = _AHEAD.search(before) or _EDITION_AHEAD.search(before)
    return int(ahead["year"]) if ahead else None
