"""Percentages and shares in a text: "26%", "forty-two percent", "one in three", "two-thirds", "nearly half"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.importing.extraction.survey_words import is_verb

_ONES = dict(zip("one two three four five six seven eight nine".split(), range(1, 10)))
_TEENS = dict(
    zip(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        range(10, 20),
    )
)
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10)))
_PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}

_SMALL = "|".join([*_TEENS, *_ONES])
_WORD_NUMBER = rf"(?:one hundred|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES)}))?|{_SMALL})"
_DIGITS = r"\d{1,3}(?:[.,]\d{1,2})?"
_SIGN = r"\s?(?:%|(?:percent|per cent|pct)\b)"
_NUMBERS = re.compile(
    # "12 and 26%" is a range only behind "between"; "of 12, and 26%" are two things.
    rf"(?<![\w.,$€£])(?:(?P<low>{_DIGITS})(?:{_SIGN})?\s?(?:-|–|—|to)\s?"
    rf"|(?<=between )(?P<low_and>{_DIGITS})(?:{_SIGN})?\sand\s)?(?P<digits>{_DIGITS}){_SIGN}(?!\w)"
    rf"|\b(?:(?P<low_words>{_WORD_NUMBER})(?:\s(?:percent|per cent))?\sto\s"
    rf"|(?<=between )(?P<low_words_and>{_WORD_NUMBER})(?:\s(?:percent|per cent))?\sand\s)?"
    rf"(?P<words>{_WORD_NUMBER})[- ](?:percent|per cent)\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    rf"(?<![\w.,$€£-])(?P<part>{_SMALL}|\d{{1,2}})\s(?P<joint>in every|out of every|out of|in|of)\s"
    rf"(?P<whole>{_SMALL}|twenty|\d{{1,3}})\b(?![.,:/]?\d|\s?%)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"\b(?:(?P<part>an?|one|two|three|four)[- ])?(?P<name>hal(?:f|ves)|thirds?|quarters?|fourths?|fifths?|tenths?)\b"
    r"(?=\s(?P<next>[\w’']+))",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:nearly|almost|about|around|roughly|over|under|some|approximately|(?:more|less|fewer) than"
    r"|just (?:over|under)"
    r"|close to|up to|at least)\s+$",
    re.IGNORECASE,
)

# "The middle half of the answers", "the top quarter": a piece of a distribution, no share of people.
_PIECE = re.compile(r"\b(?:middle|top|bottom|upper|lower|first|second|latter)\s+$", re.IGNORECASE)


@dataclass(frozen=True)
class Percentage:
    """One share at a place of a text.

    Attributes:
        percent: Its value; of a range the upper end.
        start: Where it begins.
        end: Where it ends.
        is_range: "15% to 25%".
        form: "number" with a percent sign or word, "out of" ("one in three") or "fraction" ("two-thirds").
        vague: "nearly half", "about a third": no exact share.
    """

    percent: float
    start: int
    end: int
    is_range: bool = False
    form: str = "number"
    vague: bool = False


def find_percentages(text: str) -> tuple[Percentage, ...]:
    """All shares of a sentence, list item or table cell, from left to right."""
    found = [*_numbers(text), *_out_of(text), *_fractions(text)]
    return tuple(sorted(found, key=lambda one: one.start))


def _numbers(text: str) -> list[Percentage]:
    found = []
    for match in _NUMBERS.finditer(text):
        low = match["low"] or match["low_and"] or match["low_words"] or match["low_words_and"]
        percent = _value(match["digits"] or match["words"])
        if percent <= 100:
            found.append(Percentage(percent, match.start(), match.end(), low is not None))
    return found


def _out_of(text: str) -> list[Percentage]:
    found = []
    for match in _OUT_OF.finditer(text):
        part, whole = _value(match["part"]), _value(match["whole"])
        if 0 < part < whole:
            found.append(Percentage(_rounded(100 * part / whole), match.start(), match.end(), form="out of"))
    return found


def _fractions(text: str) -> list[Percentage]:
    found = []
    for match in _FRACTION.finditer(text):
        name = match["name"].lower().removesuffix("s")
        whole = 2 if name.startswith("hal") else _PARTS[name]
        part = _ONES.get((match["part"] or "one").lower(), 1)
        if match["next"].lower() not in ("of", "the", "all") and not is_verb(match["next"]):
            continue
        if part >= whole or (match["part"] is None and whole != 2):
            continue
        if _PIECE.search(text[max(0, match.start() - 20) : match.start()]):
            continue
        vague = bool(_VAGUE.search(text[max(0, match.start() - 20) : match.start()]))
        percent = _rounded(100 * part / whole)
        found.append(Percentage(percent, match.start(), match.end(), form="fraction", vague=vague))
    return found


def _value(written: str) -> float:
    words = written.lower().replace("-", " ").split()
    if words == ["one", "hundred"]:
        return 100
    if words[0][0].isdigit():
        return float(words[0].replace(",", "."))
    return sum(_TENS.get(word) or _TEENS.get(word) or _ONES[word] for word in words)


def _rounded(share: float) -> float:
    return float(int(share + 0.5))
