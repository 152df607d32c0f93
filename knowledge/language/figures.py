"""Spoken spans of pay: "six figures", "mid six figures", "low 200s", "high $200s".

A span is cut in thirds: the low 200s are 200 to 230 thousand, the mid 200s 230 to 270, the
high 200s 270 to 299,999. Of six figures the low third is 100 to 300 thousand, the middle
one 400 to 600, the high one 700 to 999,999.
"""

from __future__ import annotations

from typing import Optional, Tuple

from knowledge.language.amounts import Amount, Pieces, word_at
from knowledge.language.pay_bound import PayBound

_FIGURES = {
    "five": 5, "six": 6, "seven": 7, "eight": 8, "5": 5, "6": 6, "7": 7, "8": 8,
}  # fmt: skip
_THIRDS = {"low": 0, "lower": 0, "mid": 1, "middle": 1, "high": 2, "upper": 2, "hi": 2, "late": 2}
_SIX_THIRDS = ((1, 3), (4, 6), (7, 10))
_DECADE_THIRDS = ((0.0, 0.3), (0.3, 0.7), (0.7, 1.0))


def read_figures(pieces: Pieces, at: int) -> Optional[Tuple[PayBound, int]]:
    """ "six figures" with "low", "mid", "high" or "multiple" before it: bound, index after."""
    position, third, multiple = at, None, False
    word = word_at(pieces, position)
    if word in _THIRDS:
        third, position = _THIRDS[word], position + 1
    elif word in ("multiple", "multi"):
        multiple, position = True, position + 1
    if position > at and word_at(pieces, position) == "-":
        position += 1
    if position >= len(pieces):
        return None
    count = _FIGURES.get(pieces[position].text)
    position += 1
    if word_at(pieces, position) == "-":
        position += 1
    if count is None or word_at(pieces, position) not in (
        "figure",
        "figures",
        "figs",
        "fig",
        "figues",
    ):
        return None
    unit = 10.0 ** (count - 1)
    if third is not None:
        low, high = _SIX_THIRDS[third]
        top = high * unit - (1 if third == 2 else 0)
        return PayBound(low * unit, top, unit="year"), position + 1
    if count == 5:
        return PayBound(unit, unit * 10 - 1, unit="year"), position + 1
    return PayBound.of(">=", unit * (2 if multiple else 1), unit="year"), position + 1


def decade_span(pieces: Pieces, at: int, amount: Amount) -> Optional[Tuple[float, float, int]]:
    """ "(low) 200s" as (low, high, first piece); None for "the 90s" and years ("1990s")."""
    value = amount.value
    if value >= 1000 or value < 100 or value % 10:
        return None
    width = 100_000.0 if value % 100 == 0 else 10_000.0
    low, first = value * 1000.0, at
    before = at - 1
    if word_at(pieces, before) == "-":
        before -= 1
    if word_at(pieces, before) == "the":
        before -= 1
    third = _THIRDS.get(word_at(pieces, before))
    if third is None:
        if word_at(pieces, at - 1) not in ("the", "in") and not amount.currency:
            return None
        return low, low + width - 1, first
    start, end = _DECADE_THIRDS[third]
    top = low + width * end - (1 if third == 2 else 0)
    return low + width * start, top, before
