"""Numbers that articles write in words: `six figures`, `high $200s`, `forty-two percent`, `one in three`.

A band or a share in words says less than digits do: an answer that turned it into digits would show a number that
no passage contains. So it is shown in the author's words; what is read here serves to check the files, to filter
and to sort.
"""

from __future__ import annotations

import re
from typing import Optional, Tuple

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {
    **{word: n for n, word in enumerate(_ONES)},
    **{word: 10 * n for n, word in enumerate(_TENS, start=2)},
    "a": 1, "an": 1, "hundred": 100, "both": 2,
}  # fmt: skip
_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_WORD = rf"(?:{'|'.join(sorted(_VALUES, key=len, reverse=True))})"
_NUMBER = rf"{_WORD}(?:[- ]{_WORD})?"
_FIGURES = re.compile(r"\b(five|six|seven|[5-7])[- ]figures?\b", re.IGNORECASE)
_BAND = re.compile(
    r"(?:\b(?:low(?:er)?|mid(?:dle)?|high(?:er)?|upper)\b.{0,12}?\b|[$€£])(\d{2,3})(,000|k)?s\b", re.IGNORECASE
)
_BY_THE_THOUSAND = ("year", "month")  # "high $200s" an hour are hundreds
_DIGITS = re.compile(r"\d ?(?:%|per ?cent\b)", re.IGNORECASE)
_PERCENT = re.compile(rf"\b({_NUMBER})[- ](?:percent|per cent)\b", re.IGNORECASE)
_RATIO = re.compile(rf"\b({_NUMBER}|\d+) (?:in|out of|of) (?:every )?({_NUMBER}|\d+)\b", re.IGNORECASE)
_SHARE = re.compile(rf"\b(?:({_NUMBER})[- ])?(?:of )?({'|'.join(_PARTS)})s?\b", re.IGNORECASE)


def names_statistic(statistic: str, text: str) -> bool:
    """Whether a text says `average` or `median` in one of the words for it."""
    pattern = {"average": r"\baverag|\bmean\b", "median": r"\bmedian"}.get(statistic, re.escape(statistic))
    return re.search(pattern, text, re.IGNORECASE) is not None


def band(as_written: str, unit: str = "year") -> Optional[Tuple[float, float]]:
    """The widest range that `six figures` or `high $200s` can mean; None for anything else.

    A year's or month's decade is read as thousands: `high $200s` lies within 200,000 to 299,999, and by the hour
    within 200 to 299.
    """
    figures = _FIGURES.search(as_written)
    if figures:
        word = figures.group(1).lower()
        digits = int(word) if word.isdigit() else _VALUES[word]
        return float(10 ** (digits - 1)), float(10**digits - 1)
    decade = _BAND.search(as_written)
    if decade is None:
        return None
    named, scale = int(decade.group(1)), 1e3 if decade.group(2) or unit in _BY_THE_THOUSAND else 1.0
    width = 100 if named >= 100 and named % 100 == 0 else 10
    return named * scale, (named + width) * scale - 1


def is_one_band(as_written: str) -> bool:
    """Whether a text names one band and no other amount: not `mid $200s to low $300s`."""
    found = _FIGURES.search(as_written) or _BAND.search(as_written)
    if found is None:
        return False
    rest = as_written[: found.start()] + as_written[found.end() :]
    return band(rest) is None and not any(character.isdigit() for character in rest)


def share(as_written: str) -> Optional[float]:
    """The percentage that words give: 42 for `forty-two percent`, 33.3 for `one in three`; None for `42%`."""
    if _DIGITS.search(as_written):
        return None
    percent = _PERCENT.search(as_written)
    if percent:
        return float(_value(percent.group(1)))
    ratio = _RATIO.search(as_written)
    if ratio and _value(ratio.group(2)):
        return 100 * _value(ratio.group(1)) / _value(ratio.group(2))
    part = _SHARE.search(as_written)
    if part:
        return 100 * _value(part.group(1) or "one") / _PARTS[part.group(2).lower().removesuffix("s")]
    return None


def is_share(as_written: str, percent: float) -> bool:
    """Whether words give a percentage, to the tenth."""
    said = share(as_written)
    return said is not None and abs(said - percent) < 0.051


def _value(words: str) -> int:
    if words.isdigit():
        return int(words)
    values = [_VALUES[word] for word in re.split(r"[- ]", words.lower())]
    return values[0] * 100 if values[1:] == [100] else sum(values)
