"""Bands and amounts in words: "high $200s", "mid-300s", "six figures", "a quarter of a million dollars"."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re

from knowledge.importing.extraction.amount import Amount
from knowledge.importing.extraction.money_words import BARE_DOLLARS, CURRENCY_WORDS, DOLLARS, SIGNS

_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split()
)
_NUMBERS = {**{w: i for i, w in enumerate(_ONES, 1)}, **{w: 10 * i for i, w in enumerate(_TENS, 2)}, "a": 1, "an": 1}
_WORD = rf"(?:{'|'.join([*_TENS, *_ONES[::-1], 'an?'])})"
_MONEY_WORD = rf"(?:{'|'.join(sorted(map(re.escape, CURRENCY_WORDS), key=len, reverse=True))})"
_COUNT = rf"(?:{_WORD}(?:[- ](?:{_WORD}|hundred|thousand|million|and)){{0,6}})"
SPOKEN = re.compile(
    rf"(?<![A-Za-z])(?:(?P<band>low(?:er)?|mid(?:dle)?|high(?:er)?|upper)(?:[- ](?:to[- ](?:the[- ])?)?(?P<band2>mid(?:dle)?|high(?:er)?|upper))?"
    rf"[- ](?P<sign>[$€£])?(?P<tens>\d{{2,3}})(?:,000|k)?s(?![A-Za-z])"
    rf"|(?P<plain>\$(?P<plain_tens>\d{{2,3}})(?:,000|k)?s(?![A-Za-z]))"
    rf"|(?:(?:low|mid|middle|high|solid|solidly)[- ])?(?P<figures>five|six|seven|5|6|7)[- ]figures?(?![A-Za-z])"
    rf"|(?<![\d.,£$€–-])(?P<cents>\d{{1,3}})(?:\s?(?:-|–|to|and)\s?(?P<cents2>\d{{1,3}}))?(?:\s?¢|[\s-]cents?(?![A-Za-z])|\s?(?P<pence>p|pence)(?![A-Za-z/]))(?=\s?(?:a|per|/|each|(?:to|-|–)\s?[$£€]))"
    rf"|(?P<dollar>an?|one|two|three|five|ten)\s(?:dollars?|bucks?)(?=\sa\s(?:word|chart|survey|minute|case))"
    rf"|(?P<share>(?:a |one[- ])?quarter(?: of a)?|half a|(?:a |one[- ])?half(?: of a)?|three[- ]quarters of a)[- ]million"
    rf"(?:\s(?P<share_currency>{_MONEY_WORD}))?"
    rf"|(?:(?P<from>{_COUNT})\s(?:to|or)\s)?(?P<words>{_COUNT})"
    rf"\s(?P<words_currency>{_MONEY_WORD}))(?![A-Za-z])",
    re.IGNORECASE,
)
_BANDS = {"low": (0.0, 0.4), "mid": (0.4, 0.7), "high": (0.7, 1.0)}


def spoken_amount(match: re.Match, currency: str = "USD") -> Amount:
    """The amount of a match of `SPOKEN`; `currency` is that of amounts that name none."""
    start, end = match.span()
    dollars = currency if currency in DOLLARS else "USD"
    if match["tens"]:
        decade = int(match["tens"]) * 1e3
        width = 10e3 if decade < 100e3 else 100e3
        if decade % width:
            width = 10e3
        first, last = _BANDS[_band(match["band"])], _BANDS[_band(match["band2"] or match["band"])]
        low, high = round(decade + first[0] * width), round(decade + last[1] * width) - 1
        sign = match["sign"]
        code = currency if not sign else dollars if sign == "$" else SIGNS[sign]
        return Amount(float(low), float(high), code, start, end, signed=bool(sign), band=True, scale=1e3)
    if match["plain"]:
        decade = int(match["plain_tens"]) * 1e3
        width = 10e3 if decade < 100e3 or decade % 100e3 else 100e3
        return Amount(decade, decade + width - 1, dollars, start, end, band=True, scale=1e3)
    if match["figures"]:
        digits = {"five": 5, "six": 6, "seven": 7}.get(match["figures"].lower()) or int(match["figures"])
        low, high = float(10 ** (digits - 1)), float(10**digits - 1)
        return Amount(low, high, currency, start, end, signed=False, band=True, scale=1e3 + 1)
    if match["cents"]:
        low, high = int(match["cents"]) / 100, int(match["cents2"] or match["cents"]) / 100
        return Amount(low, high, "GBP" if match["pence"] else dollars, start, end)
    if match["dollar"]:
        value = float(_NUMBERS[match["dollar"].lower()])
        return Amount(value, value, dollars, start, end)
    if match["share"]:
        share = match["share"].lower()
        value = 750e3 if "three" in share else 250e3 if "quarter" in share else 500e3
        word = (match["share_currency"] or "").lower()
        code = _code(word, dollars) if word else currency
        return Amount(value, value, code, start, end, signed=bool(word), scale=1e6)
    high = _number(re.split(r"[- ]", match["words"].lower()))
    low = _number(re.split(r"[- ]", match["from"].lower())) if match["from"] else high
    if low < 10 and high >= 100 and not high % 100:
        low *= 1000 if not high % 1000 else 100  # "two to three hundred"
    code = _code(match["words_currency"].lower(), dollars)
    return Amount(min(low, high), high, code, start, end, scale=1.0)


def _code(word: str, dollars: str) -> str:
    return dollars if word in BARE_DOLLARS else CURRENCY_WORDS[word]


def _band(word: str) -> str:
    return {"lower": "low", "middle": "mid", "upper": "high", "higher": "high"}.get(word.lower(), word.lower())


def _number(words: list[str]) -> float:
    """ "two hundred and fifty thousand" is 250000."""
    total, current = 0.0, 0.0
    for word in words:
        if word == "hundred":
            current = (current or 1) * 100
        elif word in ("thousand", "million"):
            total += (current or 1) * (1e3 if word == "thousand" else 1e6)
            current = 0.0
        elif word != "and":
            current += _NUMBERS[word]
    return total + current
