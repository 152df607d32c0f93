"""Amounts that are the person's own: a debt, what they earn now, and the wish to match or beat it.

"I make 400 and want out" names no wish of pay; "I make 310 now, can anything match that" asks for
at least as much.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Optional, Sequence, Tuple

from knowledge.language.mentions import Mention
from knowledge.language.pay_bound import PayBound

_OWED = re.compile(r"^\W*(?:k |of |in )*(?:student |med(?:ical)? school )*(?:loans?|debts?|mortgage)\b", re.IGNORECASE)
_EARNED = re.compile(
    r"\b(?:i|we)(?:'?m| am)?(?: currently| now| already| only| still| just)*(?: make| earn| get| gross| owe| have"
    r"| bring (?:in|home)| clear| take home| pull(?: in)?| making| earning| at| on| getting| pulling(?: in)?| clearing"
    r"| grossing)"
    r"(?: about| around| roughly| like| maybe)? ?\$?$"
    r"|\bmy (?:current |own |present )?(?:pay|salary|income|comp)?(?: is| of| now)? ?\$?$"
    r"|\b(?:currently|right now|presently) (?:at|on|making|earning|getting) ?\$?$", re.IGNORECASE)
_AIMED = re.compile(  # "match my 300k": the amount is the person's own, and as much is wanted
    r"\b(?:match(?:es|ing)?|replac(?:e|es|ing)|keep|keeps|equal)(?: my| our| the| what i make| current| present| salary"
    r"| pay| income| of| at| about| around)* ?\$?$", re.IGNORECASE)
# What is said of one's own pay: as much, more, or near it.
_MORE = re.compile(
    r"\b(?:beats?|tops?|exceeds?|outdo|improve on|(?:more|better|higher) than (?:that|this|it|what i|now|my)|"
    r"pays? (?:me )?(?:more|better)(?! than \$?\d)|(?:want|need|like|deserve|hoping for|looking for|with) a raise|"
    r"(?:make|earn) more(?! than \$?\d))\b", re.IGNORECASE)
_NEAR = re.compile(
    r"\b(?:(?:come|comes|get|gets|come anywhere|anything|something|somewhere) (?:even )?(?:near|close)|"
    r"close to (?:that|this|it)|near (?:that|this|it)|in that (?:range|ballpark|area|neighbou?rhood)|"
    r"around (?:that|there|the same)|about (?:that|the same)|similar (?:pay|money|salary|income))\b", re.IGNORECASE)
_AS_MUCH = re.compile(
    r"\b(?:match(?:es|ing)?|replace|as much|keep (?:that|my (?:income|pay|salary)|it that way|making that)|"
    r"(?:the )?same (?:pay|money|salary|income|amount|level)|at least (?:that|this|as much|the same)|"
    r"(?:no|not|without|avoid|won'?t|don'?t|can'?t|cannot)(?: \w+){0,3} (?:pay )?cut|"
    r"not (?:lose|losing) (?:income|money)|"
    r"not (?:go|going) (?:below|under|lower)|equal (?:that|it|or better)|that much)\b", re.IGNORECASE)


_UNTIL = re.compile(  # "how long till I earn what I make now, 380": as much is hoped for, nothing is bounded from above
    r"\b(?:un)?'?till? (?:i|we)(?:'?m| am)?(?: \w+){0,2}? (?:earn|make|making|earning|match|reach|get|clear|at|back)\b",
    re.IGNORECASE)
_NEARBY = 300  # characters on either side of an amount that can say whose it is, and what is wanted of it


def own_amounts(text: str, mentions: Sequence[Mention]) -> Tuple[Mention, ...]:
    """The mentions without amounts that are the person's own, or with the wish to match one of these.

    Args:
        text: what the person typed.
        mentions: what was recognised in it.
    """
    read = (_wish(m, text) if _own(m, text) else m for m in mentions)
    return tuple(m for m in read if m is not None)


def _own(mention: Mention, text: str) -> bool:
    """Whether an amount is a debt or what the person earns now."""
    if mention.kind == "pay" and _is_reached(mention, text):
        return True
    if mention.kind != "pay" or PayBound.parse(mention.value).op not in ("=", "~"):
        return False
    before, after = _around(mention, text)
    return bool(_OWED.match(after) or _EARNED.search(before) or _AIMED.search(before))


def _is_reached(mention: Mention, text: str) -> bool:
    """Whether an amount is one that the person wants to reach in time: "until I make 300 again"."""
    before, _ = _around(mention, text)
    return PayBound.parse(mention.value).op in ("<", "<=", "=") and bool(_UNTIL.search(before + mention.text))


def _around(mention: Mention, text: str) -> Tuple[str, str]:
    """What stands near an amount; a message may hold a hundred amounts, so not the whole of it for each."""
    return text[max(0, mention.start - _NEARBY) : mention.start], text[mention.end : mention.end + _NEARBY]


def _wish(mention: Mention, text: str) -> Optional[Mention]:
    """The amount as a bound, where what stands near it wants as much, more or nearly so."""
    before, after = _around(mention, text)
    if _OWED.match(after):
        return None
    rest = f"{before} | {after}"
    op = ">" if _MORE.search(rest) else "~" if _NEAR.search(rest) else ">=" if _AS_MUCH.search(rest) else None
    op = op or (">=" if _AIMED.search(before) or _is_reached(mention, text) else None)
    if op is None:
        return None
    pay = PayBound.parse(mention.value)
    amount = pay.low or pay.high or 0.0
    return replace(mention, value=str(PayBound.of(op, amount, unit=pay.unit, currency=pay.currency)))
