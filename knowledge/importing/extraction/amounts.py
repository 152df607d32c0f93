"""Amounts of money as articles write them: `$269K-425K`, `CHF 3'500 per day`, `high $200s`, `$400-600+/hour`.

A pattern finds the numbers; what stands around them says which ends are open and what one is paid for. Whether
an amount is anybody's pay is decided elsewhere. Each pattern takes time in proportion to the text.
"""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re
from functools import lru_cache

from knowledge.importing.extraction import money_words as words
from knowledge.importing.extraction.amount import Amount
from knowledge.importing.extraction.bounds import joined_rises, with_surroundings
from knowledge.importing.extraction.spoken import SPOKEN, spoken_amount
from knowledge.importing.extraction.units import unit_after

_any = words.alternatives
_SIGN = rf"(?:(?<![A-Za-z])(?:{_any(list(words.SIGNS))}|{_any(words.CODES)})(?![a-z]))"
_GROUPED = (
    r"\d{1,3}(?:[,'’\u00a0\u202f\u2009 ]\d{3})+(?![\d])|\d{1,2}(?:,\d{2}){1,4},\d{3}(?!\d)|\d{1,3}(?:\.\d{3})+(?![\d])"
)
_NUMBER = rf"(?:(?:{_GROUPED})(?:\.\d{{1,2}}(?!\d))?|\d{{1,9}}(?:\.\d{{1,2}}(?!\d))?|\.\d{{1,2}}(?!\d))"
_SCALE = r"(?:[ \u00a0-]?(?:thousand|million|billion|trillion|grand|crores?|lakhs?|lac|mil|mio|bn|mn|tn)\b|[ ]?(?:[kK]|MM?|m|B)(?![A-Za-z]))"
_JOIN = r"(?:\s{0,2}[-–—‑−]\s{0,2}|\s{1,2}(?:up\s)?to\s{1,2}|\s{1,2}and\s{1,2}|\s{1,2}through\s{1,2})"
_AFTER = rf"(?:\s?(?:{_any(list(words.CURRENCY_WORDS))}|{_any(words.CODES)}|€|£)(?![A-Za-z]))"
_MONEY = re.compile(
    rf"(?P<about>[~≈]\s?)?(?P<sign>{_SIGN})?(?P<gap>\s?)(?P<second>\$)?(?<![\d.,])(?P<low>{_NUMBER})(?P<low_scale>{_SCALE})?"
    rf"(?P<plus_low>\+)?(?P<mid_unit>\s?/\s?[a-z]{{1,6}})?"
    rf"(?:(?P<join>{_JOIN})(?P<high_sign>{_SIGN})?\s?(?P<high>{_NUMBER})(?P<high_scale>{_SCALE})?)?"
    rf"(?P<word>{_AFTER})?(?P<plus>\s?\+(?!\s?[\d$]))?",
    re.IGNORECASE,
)
_BEFORE = 40  # characters that are looked at for "up to" and its like
_BETWEEN = re.compile(r"\b(?:between|from|anywhere from|range of|ranges? from|either)\s*$", re.I)
_RATE = re.compile(r"\s?/\s?(?:hr|hour|h)\b", re.I)
_BY_TIME = re.compile(r"\s(?:an|per|a)\s(?:hour|day|case|report|chart|review|month|year|week)\b", re.I)
_CHARGES = re.compile(r"\b(?:pays?|paid|charg(?:e|es|ed|ing)|bill(?:s|ed)?|makes?|made|gets?|got|earn(?:s|ed)?|offer(?:s|ed)?|quoted?)\b[^.;,]*$", re.I)
_INDIAN = re.compile(r"lakh|lac|crore", re.I)
_BEGINS = re.compile(r"(?:^|[.!?:–—-]\s)$")
_PIECES = ("hour", "project", "evaluation", "case", "survey")  # not "200 a year", which counts something
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+")


@lru_cache(maxsize=256)
def find_amounts(text: str, bare: bool = False, currency: str = "USD") -> tuple[Amount, ...]:
    """All amounts of money of a sentence or a cell, in order. The last texts' are kept: many steps ask for them.

    Args:
        text: The words; places in the result are places in it.
        bare: Whether a number without a currency is money too, as in a table whose header says so.
        currency: Of numbers that name none.
    """
    found = [spoken_amount(match, currency) for match in SPOKEN.finditer(text)]
    taken = [(amount.start, amount.end) for amount in found]
    at = 0
    while match := _MONEY.search(text, at):
        amount = None if _overlaps(match, taken) else _amount(match, text, bare, currency)
        at = max(amount.end if amount else _past(match), at + 1)
        if amount:
            found.append(amount)
    ordered = sorted((with_surroundings(amount, text) for amount in found), key=lambda amount: amount.start)
    return tuple(joined_rises(ordered, text))


def _past(match: re.Match) -> int:
    """Where to go on after a number that is none: before the second one, which may be money by itself."""
    return match.start("high_sign") if match["high"] and match["high_sign"] else match.end("low")


def _overlaps(match: re.Match, taken: list[tuple[int, int]]) -> bool:
    return any(match.start() < end and start < match.end("low") for start, end in taken)


def _amount(match: re.Match, text: str, bare: bool, currency: str) -> Amount | None:
    code = _currency(match, currency)
    signed = bool(match["sign"] or match["second"] or match["word"] or match["high_sign"])
    low_scale, high_scale = _scale(match["low_scale"]), _scale(match["high_scale"])
    if not signed and not bare and max(low_scale, high_scale) != 1e3 and not _is_charged(match, text):
        return None
    if not signed and (_is_something_else(match, text) or text[match.end() : match.end() + 1] == "%"):
        return None
    if text[match.end("low") : match.end("low") + 1] == "%":
        return None
    if match["low_scale"] and match["low_scale"].strip() == "m" and not match["sign"]:
        return None
    high = match["high"]
    end = match.end()
    if high and not _is_range(match, text):
        high, high_scale, end = None, 1.0, _end_of_low(match)
    elif match["mid_unit"] and not high:
        end = match.end("plus_low") if match["plus_low"] else match.end("low_scale" if match["low_scale"] else "low")
    first = _value(match["low"])
    if first is None:
        return None
    second = _value(high) if high else None
    if (
        second is not None
        and low_scale == 1
        and high_scale > 1
        and first < 1000
        and not (match["high_sign"] and first >= 1000)
    ):
        low_scale = high_scale
    low = round(first * low_scale, 2)
    top = low if second is None else round(second * high_scale, 2)
    if second is not None and top < low:
        return None
    start = (
        match.start("about")
        if match["about"]
        else match.start("sign" if match["sign"] else "second" if match["second"] else "low")
    )
    plus = text[start:end].rstrip().endswith("+")
    return Amount(low, None if plus else top, code, start, end, signed=signed, scale=max(low_scale, high_scale))


def _is_charged(match: re.Match, text: str) -> bool:
    """ "I charge 400 an hour", "600/hr": a number with its unit, behind a verb of pay or written as a rate."""
    end = _end_of_low(match) if match["mid_unit"] or not match["high"] else match.end()
    value = _value(match["low"])
    if value is None or not 10 <= value <= 20000:
        return False
    if _RATE.match(text, end):
        return True
    begins = _BEGINS.search(text[max(0, match.start("low") - 3) : match.start("low")])
    if value >= 20 and begins and unit_after(text, end)[0] in _PIECES:  # "300 a meeting, two meetings a month"
        return True
    return bool(_BY_TIME.match(text, end) and _CHARGES.search(text, max(0, match.start("low") - _BEFORE), match.start("low")))


def _currency(match: re.Match, currency: str) -> str:
    sign = (match["sign"] or match["second"] or match["high_sign"] or "").strip().lower()
    word = (match["word"] or "").strip().lower()
    if word.upper() in words.CODES and sign in ("", "$"):
        return word.upper()
    named = words.CURRENCY_WORDS.get(word) or words.SIGNS.get(word)
    if sign in ("", "$") and named and word not in words.BARE_DOLLARS:
        return named
    if sign == "$" or (named and not sign):
        return currency if currency in words.DOLLARS else "USD"  # the text says which dollars it means
    if not sign and _INDIAN.search(match["high_scale"] or match["low_scale"] or ""):
        return "INR"
    return words.SIGNS.get(sign) or sign.upper() or currency


def _end_of_low(match: re.Match) -> int:
    for group in ("plus_low", "low_scale", "low"):
        if match[group]:
            return match.end(group)
    raise AssertionError("an amount has a number")


def _is_range(match: re.Match, text: str) -> bool:
    """ "$350 and $700" is a range only after "between"; "$7,500 to 5 people" is none."""
    if match["join"].strip().lower() == "and":
        return bool(_BETWEEN.search(text, max(0, match.start() - _BEFORE), match.start())) and bool(
            match["high_sign"] or match["high_scale"] or not match["sign"] or "," in match["high"]
        )
    low, high = _value(match["low"]), _value(match["high"])
    if low is None or high is None:
        return False
    dash = match["join"].strip().lower() not in ("to", "up to", "through")
    if not match["high_sign"] and not match["high_scale"] and not match["word"] and not match["low_scale"]:
        # "$2,995 - 6 months": the second number is of the size of the first.
        return low <= high <= max(low * 20, 1) and (dash or high >= low)
    scaled_low = low * (
        _scale(match["low_scale"]) if match["low_scale"] else _scale(match["high_scale"]) if low < 1000 else 1
    )
    return scaled_low <= high * _scale(match["high_scale"])


def _is_something_else(match: re.Match, text: str) -> bool:
    """Whether a number without a sign is part of a word, a phone number or a retirement plan ("401k")."""
    before = text[max(0, match.start("low") - 1) : match.start("low")]
    if before.isalpha() or before in ("#", "/", "-", "_", "@"):
        return True
    return match["low"] in ("401", "403", "457", "5", "10") and bool(match["low_scale"])


def _value(number: str | None) -> float | None:
    if number is None:
        return None
    if _EUROPEAN.fullmatch(number):
        number = number.replace(".", "")
    digits = re.sub(r"[,'’\u00a0\u202f\u2009 ]", "", number)
    return float(digits) if len(digits) <= 15 else None


def _scale(word: str | None) -> float:
    return words.SCALES.get((word or "").strip(" \u00a0-").lower(), 1.0)
