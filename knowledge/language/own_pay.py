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
    r"pays? (?:me )?(?:more|better)|a raise|make more|earn more)\b", re.IGNORECASE)
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


def own_amounts(text: str, mentions: Sequence[Mention]) -> Tuple[Mention, ...]:
    """The mentions without amounts that are the person's own, or with the wish to match one of these.

    Args:
        text: what the person typed.
        mentions: what was recognised in it.
    """
    read = ((m, _own(m, text)) for m in mentions)
    return tuple(_wish(m, text) or m if own else m for m, own in read if not own or _wish(m, text))


def _own(mention: Mention, text: str) -> bool:
    """Whether an amount is a debt or what the person earns now."""
    if mention.kind != "pay" or PayBound.parse(mention.value).op not in ("=", "~"):
        return False
    before = text[: mention.start]
    return bool(_OWED.match(text[mention.end :]) or _EARNED.search(before) or _AIMED.search(before))


def _wish(mention: Mention, text: str) -> Optional[Mention]:
    """The amount as a bound, where the rest of the message wants as much, more or nearly so."""
    if _OWED.match(text[mention.end :]):
        return None
    rest = f"{text[: mention.start]} | {text[mention.end :]}"
    op = ">" if _MORE.search(rest) else "~" if _NEAR.search(rest) else ">=" if _AS_MUCH.search(rest) else None
    op = op or (">=" if _AIMED.search(text[: mention.start]) else None)
    if op is None:
        return None
    pay = PayBound.parse(mention.value)
    return replace(mention, value=str(PayBound.of(op, pay.low or 0.0, unit=pay.unit, currency=pay.currency)))
