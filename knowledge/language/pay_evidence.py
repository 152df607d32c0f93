"""Whether a number is pay at all: what speaks for it and what gives it away as something else.

Used by the pay grammar (pay.py). A currency or a unit of pay is enough; a bare number needs a
bound or a word of pay beside it, and nothing near it that is counted or measured.
"""

from __future__ import annotations

from typing import NamedTuple, Optional

from knowledge.language import pay_words as words
from knowledge.language.amounts import Amount, Pieces, word_at
from knowledge.language.pay_context import Left, Right, is_counted

BARE_LOW, BARE_HIGH = 40, 999  # a bare number that may be pay: thousands a year, or by the hour
YEARLY_FROM = 10_000  # no unit said: nobody means this by the hour


class Candidate(NamedTuple):
    """A single number with everything read around it."""

    pieces: Pieces
    amount: Amount
    left: Left
    right: Right
    currency: Optional[str]
    unit: Optional[str]
    op: Optional[str]


def is_pay(candidate: Candidate) -> bool:
    """Whether a single number is clearly pay."""
    pieces, amount, left, right, currency, unit, op = candidate
    if currency:
        return True
    if amount.factor == 1e6 and len(amount.digits) == 2 and amount.digits.isdigit():  # "47M cards": a man of 47
        return False
    if is_counted(pieces, right.after, amount.scaled or bool(right.unit)):
        return False
    if right.unit is not None:
        return _unit_fits(pieces, amount, right, op or left.subject)
    value, in_context = amount.value, bool(op or left.subject or left.range_word)
    earned = "clear" in pieces.words[left.first : amount.first]  # "no patients and still clear 200"
    if not amount.scaled and not earned and _is_measured(pieces, left.first):
        return False
    if amount.scaled:
        return value >= 10_000 or (in_context and value >= 1000)
    if amount.grouped:
        return value >= YEARLY_FROM or (in_context and unit is not None)
    if is_year_number(amount) and unit is None:
        return False
    if value >= 100_000:
        return True
    if not in_context:
        return False
    if value >= YEARLY_FROM:  # five plain digits may be a ZIP code
        return op != "~" and (op is not None or word_at(pieces, left.first - 1) != "at")
    if unit not in (None, "year"):
        return value >= 10
    if not BARE_LOW <= value <= BARE_HIGH:
        return False
    return _bare_is_pay(pieces, amount, left, op)


def _bare_is_pay(pieces: Pieces, amount: Amount, left: Left, op: Optional[str]) -> bool:
    """A number from 40 to 999 with nothing but its context."""
    before = word_at(pieces, left.first - 1)
    following = word_at(pieces, amount.after)
    if following in words.JOB_NOUNS or following in ("/", ":", "%", "crowd"):
        return False
    operated = following in ("+", "*", "=") and amount.after + 1 < len(pieces)
    if operated and pieces[amount.after + 1].kind == "number":  # "45+67"
        return False
    if amount.value < 100:
        if before in words.AGE_WORDS or op == "~":
            return False
        if len(pieces) > 4 and words.ABOUT_JOBS.isdisjoint(pieces.words):  # may be an age
            return False
    if left.subject and left.op is None:
        verb_at = left.first - 1
        while word_at(pieces, verb_at) in words.FILLERS:
            verb_at -= 1
        verb = word_at(pieces, verb_at)
        if verb in ("at", "get", "want", "need", "offer", "net", "clear", "worth"):
            return amount.value >= 100 and (
                verb != "at" or word_at(pieces, verb_at - 1) in words.PAY_SUBJECT or verb_at <= 1
            )
    if amount.digits == "" and amount.value < 100:  # "over fifty"
        return op in (">", ">=", "<", "<=") and before in words.BARE
    return True


def _unit_fits(pieces: Pieces, amount: Amount, right: Right, in_context: object) -> bool:
    """ "100 an hour" is pay; "10 a week" and "2 a day" may be anything."""
    if amount.scaled or amount.grouped:
        return True
    if right.unit == "hour":
        glued_hours = word_at(pieces, amount.after) in ("hr", "hrs")
        return amount.value >= 15 and not glued_hours
    if right.unit == "year":
        return amount.value >= BARE_LOW and word_at(pieces, amount.after) not in ("yr", "y")
    if right.unit in ("day", "week", "month"):
        return amount.value >= 200
    if right.unit == "word":  # "0.50 a word", but not "2 words"
        return bool(in_context) or "." in amount.digits
    return amount.value >= 10


def is_year_number(amount: Amount) -> bool:
    """Whether four plain digits are rather a calendar year ("since 2019")."""
    return len(amount.digits) == 4 and not amount.grouped and 1900 <= amount.value <= 2099


def is_yearly(pieces: Pieces, amount: Amount) -> bool:
    """Whether the message itself makes sure that a bare number means thousands a year.

    A word of yearly pay does ("salary", "income"), what the person earns now, and another
    amount in thousands ("over 150k but under 250").
    """
    if not words.YEARLY.isdisjoint(pieces.words):
        return True
    for at in range(max(0, amount.first - 8), amount.first):
        if pieces.words[at] in words.SELF and not words.EARN.isdisjoint(pieces.words[at + 1 : at + 4]):
            return True
    return any(
        pieces[at].kind == "number" and pieces.words[at + 1] in ("k", "grand", "thousand")
        for at in range(len(pieces))
        if pieces[at].start != pieces[amount.first].start
    )


_ENDINGS = frozenset(".;!?")  # "no patients ever. over 180" bounds no patients
_NEEDING = frozenset("need needs want wants wanna".split())


def _is_measured(pieces: Pieces, first: int) -> bool:
    """Whether what is bounded is a finding, a score or an address: "a1c above 9", "gate 22".

    A word of earning or needing in between says otherwise: "without patients and still make 200",
    "kids in college so I need at least 250".
    """
    for piece in reversed(pieces[max(0, first - 5) : first]):
        if piece.text in words.EARNING or piece.text in _NEEDING or piece.text in _ENDINGS:
            return False
        if piece.text in words.MEASURED:
            return True
    return False
