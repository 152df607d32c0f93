"""What an amount with an open unit means once no more can be learnt: "over 200".

The grammar (pay.py) leaves the unit of a bare small amount open (`>200 USD/?`). Said of a
physician's pay without a dollar sign it means thousands a year, and the answer shows it as
such ("over $200,000 a year") where it can be taken off. "$150" may as well be an hourly rate:
it stays open and is asked about.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from knowledge.language.mentions import Mention
from knowledge.language.pay_bound import PayBound
from knowledge.language.pay_evidence import BARE_HIGH, BARE_LOW

_SIGNS = frozenset("$£€₹")
_CURRENCY_WORDS = ("dollar", "buck", "usd", "pound", "euro", "eur", "gbp", "cad", "aud", "quid")


def settled(mention: Mention) -> Mention:
    """A pay mention with the unit that a bare amount is read in; all other mentions unchanged.

    Args:
        mention: Any mention. Only `pay` with the unit `?`, amounts from 40 to 999 and no
            currency in its text is changed: to thousands a year.
    """
    if mention.kind != "pay" or not mention.value.endswith("/?"):
        return mention
    text = mention.text.lower()
    if not _SIGNS.isdisjoint(text) or any(word in text for word in _CURRENCY_WORDS):
        return mention
    bound = PayBound.parse(mention.value)
    if not all(a is None or BARE_LOW <= a <= BARE_HIGH for a in (bound.low, bound.high)):
        return mention
    yearly = replace(bound, low=_thousands(bound.low), high=_thousands(bound.high), unit="year")
    return replace(mention, value=str(yearly))


def _thousands(amount: Optional[float]) -> Optional[float]:
    return None if amount is None else amount * 1000
