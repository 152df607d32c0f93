"""How much of a week a job takes: "two mornings a week", "10-15 hrs/wk", "once a quarter", "the week is 40 hours"."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re

_NUMBERS = {word: number for number, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty".split()
)} | {"a": 1, "an": 1, "half": 0.5, "few": 3, "couple": 2, "thirty": 30, "forty": 40, "fifty": 50}  # fmt: skip
_SHARE = re.compile(
    rf"\b(?P<low>\d{{1,2}}|{'|'.join(_NUMBERS)})(?:\s?(?:[-–]|to|or)\s?(?P<high>\d{{1,2}}|{'|'.join(_NUMBERS)}))?\+?(?:\s(?:of|a))?\s?"
    r"(?P<what>hours?|hrs?|days?|half[- ]days?|mornings?|afternoons?|evenings?|meetings?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)"
    r"\s?(?:a|an|per|each|every|/)\s?(?P<of>week|wk|month|mo|quarter)\b",
    re.IGNORECASE,
)
_ONCE = re.compile(r"\b(?:once|twice|three times) (?:a|per|each|every) (?:week|month|quarter)\b", re.IGNORECASE)
_FULL = re.compile(
    r"\b(?:week is (?:about )?|for )(?:3[5-9]|4\d|thirty-\w+|forty(?:-\w+)?)[ -]hours\b|\b(?:3[5-9]|4\d|forty)-hour week\b",
    re.IGNORECASE,
)
_WEEKDAYS = re.compile(
    r"\b(?:do(?:es)?|did|work(?:s|ed)?|spen[dt]s?|mine|it)\b[^.;:]{0,25}\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b",
    re.IGNORECASE,
)
# What takes these hours is something else than the job: the way there, or the practice that somebody keeps.
_OTHERWISE = re.compile(
    r"\b(?:travel\w*|road|fl(?:y|ies|ight)\w*|planes?|hotels?|patients|clinic|from home|at home|in the office|on site|visit\w*|monday (?:to|through))\b",
    re.IGNORECASE,
)
_WEEKS = {"week": 1, "wk": 1, "month": 4.3, "mo": 4.3, "quarter": 13}


def share_of(text: str) -> str | None:
    """ "full_time" or "part_time" by what a sentence says of hours and days; None where it does not say."""
    if _FULL.search(text):
        return "full_time"
    for match in _SHARE.finditer(text):
        around = text[max(0, match.start() - 50) : match.end() + 50]
        if _OTHERWISE.search(around):
            continue
        amount = _number(match["high"] or match["low"]) / _WEEKS[match["of"].lower()]
        full = 35 if match["what"].lower().startswith("h") and "alf" not in match["what"].lower() else 5
        if "alf" in match["what"].lower() or "ing" in match["what"].lower():
            amount /= 2
        return "full_time" if amount >= full else "part_time" if amount <= 0.8 * full else None
    for match in _ONCE.finditer(text):
        if not _OTHERWISE.search(text[max(0, match.start() - 50) : match.end() + 20]):
            return "part_time"
    return "part_time" if _WEEKDAYS.search(text) else None


def _number(word: str) -> float:
    return float(word) if word.isdigit() else float(_NUMBERS[word.lower()])
