"""What stands around an amount: bounds and negators before it, units and bounds after it.

Used by the pay grammar (pay.py), which decides what the amount means.
"""

from __future__ import annotations

from typing import NamedTuple, Optional, Tuple

from knowledge.language import pay_words as words
from knowledge.language.amounts import Pieces, currency_after, word_at


class Left(NamedTuple):
    """What stands before an amount: the operator and the piece where it begins."""

    op: Optional[str]
    first: int
    range_word: bool = False  # "between", "from"
    subject: bool = False  # "pays", "salary of", "I'm at"


class Right(NamedTuple):
    """What stands after an amount."""

    after: int
    op: Optional[str] = None
    unit: Optional[str] = None
    currency: Optional[str] = None


def left_of(pieces: Pieces, at: int, floor: int) -> Left:
    """The operator before piece `at`; a strong one wins over "about" ("at least about 150")."""
    best = Left(None, at)
    position, steps = at, 0
    while position > floor and steps < 6:
        found = _op_ending_at(pieces, position, floor)
        if found is not None:
            op, first = found
            best = best._replace(op=op, first=first)
            if op != "~":
                break
            position = first
        elif word_at(pieces, position - 1) in words.RANGE_WORDS or (
            word_at(pieces, position - 1) == "btw" and position == at
        ):
            best = best._replace(range_word=True, first=position - 1)
            break
        elif tuple(pieces.words[max(0, position - 3) : position]) == ("b", "/", "w"):
            best = best._replace(range_word=True, first=position - 3)
            break
        elif word_at(pieces, position - 1) in words.BARE and best.op is None:
            best = best._replace(subject=True)
            break
        elif word_at(pieces, position - 1) in words.FILLERS:
            position -= 1
        else:
            break
        steps += 1
    if best.op in (None, "~") and not best.range_word:
        best = _long_left(pieces, at, floor) or best
    return _turned_round(pieces, best, floor)


def _op_ending_at(pieces: Pieces, after: int, floor: int) -> Optional[Tuple[str, int]]:
    if after <= floor or word_at(pieces, after - 1) not in words.LAST_BEFORE:
        return None
    if word_at(pieces, after - 1) == "about" and word_at(pieces, after - 2) in ("what", "how"):
        return None
    longest = min(words.LONGEST_BEFORE, after - floor)
    for count in range(longest, 0, -1):
        phrase = tuple(pieces.words[after - count : after])
        op = words.BEFORE.get(phrase)
        if op is not None:
            return op, after - count
    return None


def _long_left(pieces: Pieces, at: int, floor: int) -> Optional[Left]:
    """ "at least what I make now, say 220", "more than my current 250k"."""
    position, anchored = at, False
    while position > max(floor, at - 12) and word_at(pieces, position - 1) in words.LONG_FILLERS:
        anchored = anchored or word_at(pieces, position - 1) in words.LONG_ANCHORS
        found = _op_ending_at(pieces, position, floor)
        if found is not None and anchored and _bounds_earnings(pieces, found, at):
            return Left(_as_much(pieces, *found, at), found[1])
        position -= 1
    found = _op_ending_at(pieces, position, floor) if anchored else None
    return Left(_as_much(pieces, *found, at), found[1]) if found and _bounds_earnings(pieces, found, at) else None


def _bounds_earnings(pieces: Pieces, found: Tuple[str, int], at: int) -> bool:
    """Whether an operator is said of what the person earns; "asking about my pay, 260" only has the word."""
    op, first = found
    if op != "~":
        return True
    asks = word_at(pieces, first - 1) in words.ASKING_ABOUT
    return not asks and not words.EARNED_NOW.isdisjoint(pieces.words[first:at])


def _as_much(pieces: Pieces, op: str, first: int, at: int) -> str:
    """ "As much as what I make now, 260" is a floor; "as much as 260" a ceiling."""
    return ">=" if op == "<=" and pieces.words[first : first + 3] == ["as", "much", "as"] and at > first + 3 else op


def _turned_round(pieces: Pieces, left: Left, floor: int) -> Left:
    """ "no more than", "nothing under", "no jobs that pay below" turn the bound round."""
    if left.op not in words.INVERSE:
        return left
    position = left.first
    while position > max(floor, left.first - 8):
        word = word_at(pieces, position - 1)
        if word in words.NEGATORS:
            return left._replace(op=words.INVERSE[left.op], first=position - 1)
        if word not in words.NEGATED_FILLERS:
            break
        position -= 1
    return left


def right_of(pieces: Pieces, at: int) -> Right:
    """Unit, currency and trailing operator after an amount, in any order."""
    right = Right(at)
    for _ in range(4):
        currency, after = currency_after(pieces, right.after)
        if currency:
            right = right._replace(currency=currency, after=after)
            continue
        unit = _phrase_at(pieces, right.after, words.UNITS, words.LONGEST_UNIT)
        if unit and right.unit is None and not _is_workload(pieces, right.after, unit[1]):
            right = right._replace(unit=unit[0], after=unit[1])
            continue
        op = _phrase_at(pieces, right.after, words.AFTER, words.LONGEST_AFTER)
        if op and op[1] - right.after == 1 and word_at(pieces, op[1]) in words.ADDED:
            break
        if op and right.op is None and not _belongs_to_next(pieces, right.after, op[1]):
            right = right._replace(op=op[0], after=op[1])
            continue
        passed = _phrase_at(pieces, right.after, words.PASSED_OVER, 2)
        if passed and _phrase_at(pieces, passed[1], words.AFTER, words.LONGEST_AFTER):
            right = right._replace(after=passed[1])
            continue
        break
    return right


def _is_workload(pieces: Pieces, at: int, after: int) -> bool:
    """ "10-15 hrs a week": hours that are worked, no pay by the hour."""
    return (
        after - at == 1
        and word_at(pieces, at) in ("hr", "hrs", "h")
        and word_at(pieces, after) in ("a", "per", "/", "weekly", "each", "every", "of", "week", "wk")
    )


def _belongs_to_next(pieces: Pieces, at: int, after: int) -> bool:
    """ "above 150 and below 250": the words start the next amount rather than end this one."""
    if word_at(pieces, at) == "+" or after >= len(pieces):
        return False
    if word_at(pieces, at) == "or" and word_at(pieces, after - 1) not in words.ALSO_BEFORE:
        return False
    if word_at(pieces, after) in ("than", "then", "of"):
        return True
    return pieces[after].kind in ("number", "currency")


def _phrase_at(
    pieces: Pieces, at: int, table: "dict[words.Words, str]", longest: int
) -> Optional[Tuple[str, int]]:
    if word_at(pieces, at) == "(":  # "200k (usd)"
        at += 1
    if word_at(pieces, at) not in words.FIRST_AFTER:
        return None
    for count in range(longest, 0, -1):
        value = table.get(tuple(pieces.words[at : at + count]))
        if value is not None and at + count <= len(pieces):
            return value, at + count
    return None


def is_counted(pieces: Pieces, at: int, looks_like_pay: bool) -> bool:
    """Whether a counted noun follows ("300 beds", "150k followers", "100 jobs")."""
    word = word_at(pieces, at)
    if word == "-":  # "300-bed"
        word = word_at(pieces, at + 1) if not pieces[at].spaced else ""
    if word in words.COUNTED:
        return True
    return word in words.JOB_NOUNS and not looks_like_pay


def unit_before(pieces: Pieces, first: int, value: float) -> Optional[str]:
    """ "hourly rate above 100", "annual salary over 150"."""
    for index in range(first - 1, max(-1, first - 6), -1):
        piece = pieces[index]
        if piece.text == "," and index == first - 1:
            continue
        if piece.kind == "number" or piece.text in (",", ";", ".", "?", "!", "but"):
            return None
        unit = words.UNIT_BEFORE.get(piece.text) or _unit_noun(pieces, index)
        if unit == "hour" and value >= 2000:
            return None
        if unit:
            return unit
    return None


def _unit_noun(pieces: Pieces, at: int) -> Optional[str]:
    """ "by the hour", "day rate": a plain noun of time that is a unit of pay here."""
    word = word_at(pieces, at)
    if word not in words.UNIT_NOUNS:
        return None
    by_the = word_at(pieces, at - 1) == "the" and word_at(pieces, at - 2) == "by"
    return word if by_the or word_at(pieces, at + 1) in ("rate", "rates") else None


def is_negated(pieces: Pieces, first: int, floor: int) -> bool:
    """Whether "not", "except" or the like stand before piece `first` ("not 200k")."""
    position = first
    while position > max(floor, first - 5):
        word = word_at(pieces, position - 1)
        if word in words.NEGATORS:
            return True
        if word not in words.NEGATED_FILLERS:
            return False
        position -= 1
    return False
