"""Bands and amounts in words: "high $200s", "mid-300s", "six figures", "a quarter of a million dollars"."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re

from knowledge.importing.extraction.amount import Amount
from knowledge.importing.extraction.money_words import CURRENCY_WORDS, SIGNS

_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split()
)
_NUMBERS = {**{w: i for i, w in enumerate(_ONES, 1)}, **{w: 10 * i for i, w in enumerate(_TENS, 2)}, "a": 1, "an": 1}
_WORD = rf"(?:{'|'.join([*_TENS, *_ONES[::-1], 'an?'])})"
_MONEY_WORD = rf"(?:{'|'.join(sorted(map(re.escape, CURRENCY_WORDS), key=len, reverse=True))})"
SPOKEN = re.compile(
    rf"(?<![A-Za-z])(?:(?P<band>low(?:er)?|mid(?:dle)?|high(?:er)?|upper)(?:[- ](?:to[- ](?:the[- ])?)?(?P<band2>mid(?:dle)?|high(?:er)?|upper))?"
    rf"[- ](?P<sign>[$€£])?(?P<tens>\d{{2,3}})(?:,000|k)?s(?![A-Za-z])"
    rf"|(?P<plain>\$(?P<plain_tens>\d{{2,3}})(?:,000|k)?s(?![A-Za-z]))"
    rf"|(?:(?:low|mid|middle|high|solid|solidly)[- ])?(?P<figures>five|six|seven|5|6|7)[- ]figures?(?![A-Za-z])"
    rf"|(?<![\d.,£$€–-])(?P<cents>\d{{1,3}})(?:\s?(?:-|–|to|and)\s?(?P<cents2>\d{{1,3}}))?(?:\s?¢|[\s-]cents?(?![A-Za-z])|\s?(?P<pence>p|pence)(?![A-Za-z/]))(?=\s?(?:a|per|/|each))"
    rf"|(?P<dollar>an?|one|two|three|five|ten)\s(?:dollars?|bucks?)(?=\sa\s(?:word|chart|survey|minute|case))"
    rf"|(?P<share>(?:a |one[- ])?quarter(?: of a)?|half a|(?:a |one[- ])?half(?: of a)?|three[- ]quarters of a)[- ]million"
    rf"(?:\s(?P<share_currency>{_MONEY_WORD}))?"
    rf"|(?P<words>{_WORD}(?:[- ](?:{_WORD}|hundred|and)){{0,4}}[- ](?:hundred|thousand|million)(?:[- ]thousand)?)"
    rf"\s(?P<words_currency>{_MONEY_WORD}))(?![A-Za-z])",
    re.IGNORECASE,
)
_BANDS = {"low": (0.0, 0.4), "mid": (0.4, 0.7), "high": (0.7, 1.0)}


def spoken_amount(match: re.Match) -> Amount:
    """The amount of a match of `SPOKEN`."""
    start, end = match.span()
    if match["tens"]:
        decade = int(match["tens"]) * 1e3
        width = 10e3 if decade < 100e3 else 100e3
        if decade % width:
            width = 10e3
        first, last = _BANDS[_band(match["band"])], _BANDS[_band(match["band2"] or match["band"])]
        low, high = round(decade + first[0] * width), round(decade + last[1] * width) - 1
        currency = SIGNS.get(match["sign"] or "$", "USD")
        return Amount(float(low), float(high), currency, start, end, signed=bool(match["sign"]), band=True, scale=1e3)
    if match["plain"]:
        decade = int(match["plain_tens"]) * 1e3
        width = 10e3 if decade < 100e3 or decade % 100e3 else 100e3
        return Amount(decade, decade + width - 1, "USD", start, end, band=True, scale=1e3)
    if match["figures"]:
        digits = {"five": 5, "six": 6, "seven": 7}.get(match["figures"].lower()) or int(match["figures"])
        return Amount(float(10 ** (digits - 1)), float(10**digits - 1), "USD", start, end, band=True, scale=1e3 + 1)
    if match["cents"]:
        low, high = int(match["cents"]) / 100, int(match["cents2"] or match["cents"]) / 100
        return Amount(low, high, "GBP" if match["pence"] else "USD", start, end)
    if match["dollar"]:
        value = float(_NUMBERS[match["dollar"].lower()])
        return Amount(value, value, "USD", start, end)
    if match["share"]:
        share = match["share"].lower()
        value = 750e3 if "three" in share else 250e3 if "quarter" in share else 500e3
        currency = CURRENCY_WORDS.get((match["share_currency"] or "").lower(), "USD")
        return Amount(value, value, currency, start, end, signed=bool(match["share_currency"]), scale=1e6)
    value = _number(re.split(r"[- ]", match["words"].lower()))
    return Amount(value, value, CURRENCY_WORDS[match["words_currency"].lower()], start, end, scale=1.0)


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
