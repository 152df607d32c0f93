"""The pay grammar: what a message asks of pay, read by rules and never guessed.

Rules worth knowing:
- A small amount without a unit ("over 150", "$150") keeps its unit open (`?`) and its value as
  written. Where the message itself settles the unit ("a year", "annual", "salary", "what I make
  now", another bound in thousands) a number from 40 to 999 means thousands a year.
- What an open unit means the conversation decides: pay_settled.py reads a bare "over 200" as
  200,000 a year, "$150" is asked about.
- From 10,000 on the unit is a year.
- "over" and "more than" are strict, "at least" and "150k+" are not; "no more than" turns round.
- "six figures" is at least 100,000; low, mid and high thirds of a span are read by figures.py.
- A currency that was not said is USD.
A number that is not clearly pay gives no mention.
"""

from __future__ import annotations

import re
from typing import List, NamedTuple, Optional, Tuple

from knowledge.language import pay_words as words
from knowledge.language.amounts import (
    NUMBER_WORDS,
    Amount,
    Pieces,
    may_start,
    pieces_of,
    read_amount,
    word_at,
)
from knowledge.language.figures import decade_span, read_figures
from knowledge.language.mentions import Mention
from knowledge.language.pay_bound import PayBound
from knowledge.language.pay_context import (
    Left,
    Right,
    is_counted,
    is_negated,
    left_of,
    right_of,
    unit_before,
)
from knowledge.language.pay_evidence import (
    BARE_HIGH,
    BARE_LOW,
    YEARLY_FROM,
    Candidate,
    is_pay,
    is_year_number,
    is_yearly,
)
from knowledge.language.text import fold

__all__ = ["PayBound", "find_pay"]

_MAY_HOLD_NUMBER = re.compile(
    r"\d|\b(?:" + "|".join(sorted(NUMBER_WORDS)) + r"|hundreds?|million|mil|grand|thousand)\b"
)
_PLUS_FIRST = re.compile(r"(\d)\+k\b")  # "200+k" is meant as "200k+"
MAX_NUMBERS = 100  # a page of numbers must not cost time; what follows them is not read


class _Reading(NamedTuple):
    bound: PayBound
    first: int
    after: int
    excluded: bool = False


def find_pay(text: str) -> List[Mention]:
    """Pay conditions and percentages in order of appearance (kinds `pay` and `percent`)."""
    folded = fold(text)
    if not _MAY_HOLD_NUMBER.search(folded):
        return []
    pieces = pieces_of(_PLUS_FIRST.sub(r"\1k+", folded))
    mentions: List[Mention] = []
    at = floor = numbers = 0
    while at < len(pieces) and numbers < MAX_NUMBERS:
        if not may_start(pieces[at]):
            at += 1
            continue
        numbers += pieces[at].kind in ("number", "currency")
        found = _percent_at(text, pieces, at) or _pay_at(text, pieces, at, floor)
        if found is None:
            at = _next_start(pieces, at)
            continue
        mention, at = found
        floor = at
        mentions.append(mention)
    return mentions


def _next_start(pieces: Pieces, at: int) -> int:
    """Past a number that is not pay as a whole, so that its tail is not read again."""
    amount = read_amount(pieces, at) if pieces[at].kind in ("number", "currency") else None
    return amount.after if amount else at + 1


def _span(text: str, pieces: Pieces, first: int, after: int) -> Tuple[int, int, str]:
    start, end = pieces[first].start, pieces[after - 1].end
    return start, end, text[start:end]


def _percent_at(text: str, pieces: Pieces, at: int) -> Optional[Tuple[Mention, int]]:
    amount = read_amount(pieces, at)
    if amount is None or amount.currency or amount.scaled or amount.value > 1000:
        return None
    sign = word_at(pieces, amount.after)
    if sign not in ("%", "percent", "pct", "percents", "prcent", "percnt"):
        if not (sign == "per" and word_at(pieces, amount.after + 1) == "cent"):
            return None
        amount = amount._replace(after=amount.after + 1)
    if word_at(pieces, amount.after + 1) in words.SHARES:  # "100% remote", "20% travel"
        return None
    if not words.SHARED.isdisjoint(pieces.words[max(0, at - 4) : at]):  # "travel under 25%"
        return None
    start, end, written = _span(text, pieces, at, amount.after + 1)
    value = str(int(amount.value)) if amount.value == int(amount.value) else str(amount.value)
    return Mention("percent", value, start, end, written), amount.after + 1


def _pay_at(text: str, pieces: Pieces, at: int, floor: int) -> Optional[Tuple[Mention, int]]:
    reading = _read(pieces, at, floor)
    if reading is None:
        return None
    start, end, written = _span(text, pieces, reading.first, reading.after)
    value = str(reading.bound)
    mention = Mention("pay", value, start, end, written, excluded=reading.excluded)
    return mention, reading.after


def _read(pieces: Pieces, at: int, floor: int) -> Optional[_Reading]:
    figures = read_figures(pieces, at)
    if figures is not None:
        return _figures_reading(pieces, at, floor, figures)
    amount = read_amount(pieces, at)
    if amount is None or amount.value <= 0:
        return None
    left = left_of(pieces, at, floor)
    if amount.decade:
        return _decade_reading(pieces, at, floor, amount, left)
    right = right_of(pieces, amount.after)
    return _range_reading(pieces, floor, amount, left, right) or _single_reading(
        pieces, floor, amount, left, right
    )


def _range_reading(
    pieces: Pieces, floor: int, low: Amount, left: Left, right: Right
) -> Optional[_Reading]:
    """ "150-200k", "between 150k and 250k a year", "from $80 to $120 an hour"."""
    connector = word_at(pieces, right.after)
    second_at = right.after + 1
    if connector == "up" and word_at(pieces, second_at) == "to" and left.op is None:
        connector, second_at = "upto", second_at + 1
    if right.op not in (None, "~") or connector not in (
        "-",
        "--",
        "->",
        "to",
        "and",
        "&",
        "thru",
        "through",
        "..",
        "...",
        "upto",
        "or",
        "n",
    ):
        return None
    if connector in ("and", "&", "or", "n") and not (left.range_word and connector != "or"):
        return None
    if connector == "to" and word_at(pieces, second_at) in ("about", "around", "maybe", "like"):
        second_at += 1
    if second_at >= len(pieces):
        return None
    high = read_amount(pieces, second_at)
    if high is None or high.decade:
        return None
    beyond = right_of(pieces, high.after)
    low, high = _share_scale(low, high)
    if high.value < low.value:
        return None
    unit = beyond.unit or right.unit
    currency = low.currency or high.currency or right.currency or beyond.currency
    said = low._replace(scaled=low.scaled or high.scaled, grouped=low.grouped or high.grouped)
    ends = _amounts_in_units(
        pieces, (said, high), unit, currency, left.range_word or left.op or left.subject
    )
    noun_after = is_counted(pieces, beyond.after, low.scaled or bool(currency or unit))
    if ends is None or noun_after:
        return None
    (low_value, high_value), unit = ends
    approximate = left.op == "~" or beyond.op == "~"
    bound = PayBound(
        low_value, high_value, unit=unit, currency=currency or "USD", approximate=approximate
    )
    first = left.first if left.op or left.range_word else low.first
    return _Reading(bound, first, beyond.after, is_negated(pieces, first, floor))


def _share_scale(low: Amount, high: Amount) -> Tuple[Amount, Amount]:
    """ "150-200k" and "150k to 200": the scale that was said once holds for both."""
    if high.scaled and not low.scaled and low.value < 1000 and not low.grouped:
        scaled = low.value * high.factor
        if high.factor == 1e6 and scaled > high.value:
            scaled = low.value * 1e3  # "900 to 1.2 million"
        if scaled <= high.value:
            low = low._replace(value=scaled, scaled=True)
    elif not high.scaled and high.value < 1000 and (low.scaled or low.grouped):
        factor = low.factor if low.scaled else 1e3
        if high.value * factor >= low.value:
            high = high._replace(value=high.value * factor, scaled=True)
    return low, high


def _amounts_in_units(
    pieces: Pieces,
    ends: Tuple[Amount, Amount],
    unit: Optional[str],
    currency: Optional[str],
    in_context: object,
) -> "Optional[Tuple[Tuple[float, float], Optional[str]]]":
    """Both values of a range in one unit, or None when they are not clearly pay."""
    low, high = ends
    unit = unit or unit_before(pieces, low.first, high.value)
    if unit not in (None, "year") or (unit is None and currency and high.value < YEARLY_FROM):
        least = {"hour": 15, "day": 200, "week": 200, "month": 200}.get(unit or "", 0)
        return ((low.value, high.value), unit) if currency or high.value >= least else None
    if low.value < 1000 and high.value < 1000:
        bare = low.value >= BARE_LOW and high.value <= BARE_HIGH
        ends = high.after == len(pieces)
        alone = ends and low.first == 0
        # "onc roles 150-200": what such work pays; "100 to 200 jobs" does not end in a number
        of_work = ends and word_at(pieces, low.first - 1) in words.JOB_NOUNS and high.value - low.value >= 20
        if not bare or not (unit or in_context or alone or of_work):
            return None
        if unit is None and not is_yearly(pieces, low):
            return (low.value, high.value), None
        return (low.value * 1000, high.value * 1000), "year"
    if unit is None and high.value < YEARLY_FROM:
        return None
    says_money = unit or currency or in_context or low.scaled or low.grouped or high.grouped
    if not says_money or (not low.scaled and is_year_number(low) and not (unit or currency)):
        return None
    return (low.value, high.value), "year"


def _single_reading(
    pieces: Pieces, floor: int, amount: Amount, left: Left, right: Right
) -> Optional[_Reading]:
    currency = amount.currency or right.currency
    op = left.op or right.op
    if right.op and right.op != "~" and left.op in (None, "~", "="):
        op = right.op
    if left.range_word and op is None:
        op = ">=" if word_at(pieces, left.first) == "from" else None
    unit = right.unit or unit_before(pieces, left.first, amount.value)
    if not is_pay(Candidate(pieces, amount, left, right, currency, unit, op)):
        return None
    value, unit = _in_units(pieces, amount, unit, currency)
    if op is None:
        op = "~" if amount.approximate or word_at(pieces, right.after) == "range" else "="
    first = left.first if left.op or left.range_word else amount.first
    bound = PayBound.of(op, round(value, 2), unit=unit, currency=currency or "USD")
    excluded = op in ("=", "~") and is_negated(pieces, first, floor)
    return _Reading(bound, first, right.after, excluded)


def _in_units(
    pieces: Pieces, amount: Amount, unit: Optional[str], currency: Optional[str]
) -> Tuple[float, Optional[str]]:
    """Value and unit: small numbers are thousands where the year is sure, large ones a year's pay."""
    value = amount.value
    small = value <= BARE_HIGH and not amount.scaled
    if small and (unit == "year" or (unit is None and not currency and is_yearly(pieces, amount))):
        return value * 1000, "year"
    if unit is None and value >= YEARLY_FROM:
        unit = "year"
    return value, unit


def _figures_reading(
    pieces: Pieces, at: int, floor: int, figures: "Tuple[PayBound, int]"
) -> _Reading:
    bound, after = figures
    left = left_of(pieces, at, floor)
    if left.op in ("<", "<=") and bound.high is None:
        bound = PayBound.of("<", bound.low or 0.0, unit="year")
    elif bound.high is None and left.op is None and is_negated(pieces, at, floor):
        bound = PayBound.of("<", bound.low or 0.0, unit="year")  # "not six figures"
    right = right_of(pieces, after)
    first = left.first if left.op else at
    return _Reading(bound, first, right.after, False)


def _decade_reading(
    pieces: Pieces, at: int, floor: int, amount: Amount, left: Left
) -> Optional[_Reading]:
    spanned = decade_span(pieces, at, amount)
    if spanned is None:
        return None
    low, high, first = spanned
    right = right_of(pieces, amount.after)
    outer = left_of(pieces, first, floor)
    bound = PayBound(low, high, unit="year", currency=amount.currency or "USD")
    if outer.op in words.INVERSE:
        edge = low if outer.op in (">=", "<") else high
        bound = PayBound.of(outer.op, edge, unit="year", currency=bound.currency)
    return _Reading(bound, outer.first if outer.op else first, right.after)
