"""Which ends of an amount the words around it leave open: "up to", "never below", "and climbs to"."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re
from dataclasses import replace

from knowledge.importing.extraction import money_words as words
from knowledge.importing.extraction.amount import Amount
from knowledge.importing.extraction.units import unit_after

_BEFORE = 40  # characters that are looked at for "up to" and its like
_CLAUSE = 110  # and for "nobody signs for less than"
_TOPS_OUT = r"(?:tops?|topping|max(?:es)?|maxing|peaks?|peaking|caps?|capped)(?:\s(?:out|off))?\s(?:at|near|around|close to)|(?:salaries|pay|fees|rates)\sruns?\s(?:up\s)?to"
_LEADS = rf"\s*(?:(?:{words.alternatives(words.ABOUT)})\s)?$"
_UP_TO = re.compile(rf"(?:^|(?<![a-z]))(?P<w>{words.alternatives(words.UP_TO)}|{_TOPS_OUT}){_LEADS}", re.I)
_FROM = re.compile(rf"(?:^|(?<![a-z]))(?P<w>{words.alternatives(words.FROM)}){_LEADS}", re.I)
# "Pay started at $90" has no upper end; what "she started at", or "they started me at", is one amount.
_PERSON_STARTED = re.compile(
    r"(?:(?:^|[.!?“\"]\s?)[A-Z][a-z]+|\b(?:I|you|he|she|we|they|who|Dr\.? [A-Z][\w-]+|[a-z]+, [A-Z][a-z]+|from [A-Z]\w+),?)\s(?:\w+ly\s)?started\s(?:out\s)?at\s(?:\w+\s)?$|\bstarted (?:me|him|her|us|them|you)\b[^.;]*\sat\s(?:\w+\s)?$"
)
_PAY_NOUN = re.compile(r"(?:pay|salar(?:y|ies)|rates?|fees?|compensation|offers?|wages?|retainers?|postings?)\s(?:\w+\s)?started", re.I)
_MORE = re.compile(
    rf",?\s(?:{words.alternatives(words.AND_MORE)})(?![A-Za-z])(?=\s*(?:[.,;:!?)]|$))|,?\s(?:and up|and more(?!\s(?:important|than|time|work|\w+ly))|or more|and above|or higher)\b",
    re.I,
)
_LESS = re.compile(rf",?\s(?:{words.alternatives(words.AT_BEST)})(?![A-Za-z])", re.I)
_NOT_MORE = re.compile(
    r"\b(?:not|never|nobody|rarely|seldom|don['’]t|doesn['’]t)\s(?:\w+\s){0,2}(?P<more>more than|over|above)\s*$", re.I
)
# "I don't open a document for less than $1.25", "few will sign for under $170,000"
_NOT_LESS = re.compile(
    r"(?:\b(?:not|never|nobody|no one|none|few|hardly|rarely|seldom|cannot)|n['’]t)\b[^.;:,$€£\d]*\s(?:less than|below|under)\s*$", re.I
)
_RISES = re.compile(
    rf"\s?(?:to|–|—|-)\s?|\s(?:or|and|to)\s(?:even\s)?(?:as (?:much|high) as|up to)\s|[,\s]+(?:(?:and|but|then|it|they|can|may|might|could|will|often|usually|soon|quickly|later|eventually|slowly)\s){{0,4}}"
    rf"(?:(?:rises?|rising|climbs?|climbing|grows?|growing|goes|go|going|moves?|increases?|increasing|works? (?:its|their) way|extends?|stretch(?:es)?|heads?|runs?)\s(?:(?:up|on|all the way)\s){{0,2}}to"
    rf"|reach(?:es|ing)?|tops? out (?:at|near|around)|max(?:es)? out (?:at|near|around)|peaks? (?:at|near|around)|all the way (?:up )?to)"
    rf"\s(?:(?:{words.alternatives(words.ABOUT)}|as much as|up to)\s)?",
    re.I,
)


def after_words(amount: Amount, words: str) -> Amount:
    """An amount on a line of its own, read with the last words of the line before: "she's never below"."""
    if amount.band or amount.is_range or amount.low is None or amount.high is None:
        return amount
    return _opened(amount, words.rstrip() + " ", "")


def with_surroundings(amount: Amount, text: str) -> Amount:
    """The amount with its unit, and with the ends open that the words around it leave open."""
    unit, odd, end = unit_after(text, amount.end)
    amount = replace(amount, unit=unit or amount.unit, odd_unit=odd, end=end)
    if amount.band and amount.unit in ("hour", "day", "week", "month") and amount.scale == 1e3:
        amount = replace(amount, low=amount.low / 1e3, high=(amount.high + 1) / 1e3 - 1)
    if amount.band or amount.high is None or amount.is_range:
        return amount
    before = text[max(0, amount.start - _CLAUSE) : amount.start]
    return _opened(amount, before, text[amount.end : amount.end + _BEFORE])


def joined_rises(amounts: list[Amount], text: str) -> list[Amount]:
    """ "$85 an hour and climbs to about $130 an hour" is one range; so is "from $90 all the way to $150"."""
    joined: list[Amount] = []
    for amount in amounts:
        before = joined[-1] if joined else None
        if before is not None and _is_risen(before, amount, text[before.end : amount.start]):
            joined[-1] = replace(
                before, high=amount.high, end=amount.end, unit=amount.unit or before.unit, odd_unit=amount.odd_unit,
                scale=max(before.scale, amount.scale),
            )  # fmt: skip
        else:
            joined.append(amount)
    return joined


def _is_risen(low: Amount, high: Amount, between: str) -> bool:
    if low.low is None or low.is_range or high.is_range or low.band or high.band or low.currency != high.currency:
        return False
    units = {low.unit, high.unit} - {None}
    return len(units) < 2 and high.largest > low.low and bool(_RISES.fullmatch(between))


def _opened(amount: Amount, before: str, after: str) -> Amount:
    if _NOT_MORE.search(before):
        return replace(amount, low=None)
    if _NOT_LESS.search(before):
        return replace(amount, high=None)
    if _PERSON_STARTED.search(before) and not _PAY_NOUN.search(before):
        return amount
    before = before[-_BEFORE:]
    up_to, least = _UP_TO.search(before), _FROM.search(before)
    if up_to and least:  # "never below", "no more than": the longer one is what is said
        up_to, least = (up_to, None) if len(up_to["w"]) > len(least["w"]) else (None, least)
    if up_to or (_LESS.match(after) and not least):
        return replace(amount, low=None)
    if least or _MORE.match(after):
        return replace(amount, high=None)
    return amount
