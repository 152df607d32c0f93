"""Which money a text means: "All amounts are in Canadian dollars", a section about Australia, a table in euros."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.money_words import CODES, DOLLARS, SIGNS

_WHICH = r"(?P<which>Canadian|Australian|New Zealand|Singapore|Hong Kong|U\.?S\.?|American|CAD|AUD|NZD|SGD|HKD|USD|C\$|A\$|NZ\$)"
# "All figures are in Canadian dollars", "(All dollar figures in this story are Canadian.)"
_STATED = re.compile(
    r"\b(?i:amounts?|figures?|numbers?|salaries|prices|pay|fees|rates|dollars?|sums|money|everything|currency|values|wages)\b[^.;$€£]{0,60}?\b(?:in|are|is|means?|as)\s(?:\w+\s){0,2}?"
    rf"{_WHICH}(?:\s(?:dollars?|funds|currency|\$)|\s?[.;,)]|\s?$)"
)
# "$135–$190 an hour, in Canadian dollars": of one sentence
_BESIDE = re.compile(rf"{_WHICH}\sdollars?\b|\((?P<code>CAD|AUD|NZD|SGD|HKD|USD)\)")
_DOLLAR_OF = {
    "canadian": "CAD", "canada": "CAD", "cad": "CAD", "c$": "CAD", "australian": "AUD", "australia": "AUD", "aud": "AUD",
    "a$": "AUD", "new zealand": "NZD", "nzd": "NZD", "nz$": "NZD", "singapore": "SGD", "sgd": "SGD", "hong kong": "HKD", "hkd": "HKD",
}  # fmt: skip
_COUNTRY = re.compile(r"\b(?P<which>Canad(?:a|ian)|Australian?|New Zealand|Singapore|Hong Kong)\b")
_AMERICAN = re.compile(r"\bUS\$|\bUSD\b|\bU\.?S\.? dollars|\bAmerican dollars|\b(?:United States|USA?|America)\b|\bU\.S\.")
_NAMES = {
    "Canadian dollar": "CAD", "Australian dollar": "AUD", "euro": "EUR", "Swiss franc": "CHF", "pound": "GBP",
    "rupee": "INR", "yen": "JPY",
}  # fmt: skip


_MOST = 3000  # sentences that are looked at for what a page's amounts are in


def stated_currency(texts: Iterable[str]) -> str | None:
    """The dollar that a text says all of its amounts are in."""
    for text in texts:
        if match := _STATED.search(text):
            return _dollar(match["which"])
    return None


def usual_currency(texts: Iterable[str]) -> str | None:
    """The one currency that the amounts of a text bear, if that is not the dollar: what its bare "60k" means."""
    signed = {amount.currency for text in texts for amount in find_amounts(text) if amount.signed}
    return signed.pop() if len(signed) == 1 and "USD" not in signed else None


def currency_of_sentence(text: str) -> str | None:
    """The dollar that a sentence names beside its amounts."""
    match = _BESIDE.search(text)
    return None if match is None else match["code"] or _dollar(match["which"])


def currency_of_heading(heading: str) -> str | None:
    """The dollar of the one country that a heading or a title is about, if it has a dollar of its own."""
    named = {match["which"].lower() for match in _COUNTRY.finditer(heading)}
    found = {_DOLLAR_OF[name] for name in named}
    return found.pop() if len(found) == 1 and not _AMERICAN.search(heading) else None


def currency_named(texts: Iterable[str]) -> str | None:
    """The currency of a table's numbers, from its header, its caption or its heading."""
    for words in texts:
        for code in CODES:
            if code in words:
                return code
        for name, code in _NAMES.items():
            if name in words:
                return code
        for sign in ("€", "£", "₹", "¥", "C$", "A$"):
            if sign in words:
                return SIGNS[sign.lower()]
    return None


def _dollar(which: str) -> str:
    code = _DOLLAR_OF.get(which.lower(), "USD")
    return code if code in DOLLARS else "USD"


class PageMoney:
    """What a page's amounts are in where they bear a bare dollar sign or none.

    Args:
        title: The page's title.
        texts: Its sentences.
    """

    def __init__(self, title: str, texts: list[str]) -> None:
        texts = texts[:_MOST]
        self._stated = stated_currency(texts)
        is_american = any(_AMERICAN.search(text) for text in texts)
        self._usual = (None if is_american else currency_of_heading(title)) or usual_currency(texts)

    def meant(self, sentence: str, headings: Iterable[str]) -> str:
        """The currency of a sentence's bare amounts, by itself, by the page, or by the headings over it, inmost first."""
        found = currency_of_sentence(sentence) or self._stated
        if found is None and not _AMERICAN.search(sentence):
            found = next((code for heading in headings if (code := currency_of_heading(heading))), None) or self._usual
        return found or "USD"
