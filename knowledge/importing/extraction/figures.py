"""A pay figure from an amount in a sentence: its statistic, kind, unit, source, qualifier and place."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re

from knowledge.importing.extracted import ExtractedFigure, Quote
from knowledge.importing.extraction.amount import Amount
from knowledge.importing.extraction.evidence import Around, around, inferred_unit, plausible
from knowledge.importing.extraction.money_words import BEFORE_UNITS, UNIT_NOUNS
from knowledge.importing.extraction.units import unit_in_words

_STATISTIC = re.compile(r"\b(?:(?P<average>averag(?:e[sd]?|ing)|avg|means?)|(?P<median>medians?))\b", re.IGNORECASE)
_PERCENTILE = re.compile(r"\b(?:percentile|quartile|decile|top earners?)\b[^:]*$", re.IGNORECASE)
_MIDDLE = re.compile(r"\b(?:middle (?:half|50|fifty)|interquartile|percentiles?|quartiles?|ranging|range)\b", re.IGNORECASE)
# "The Gavel & Chart fee survey puts it at ...": the name of a source says nothing of the kind.
_KIND = re.compile(
    r"\b(?:(?P<rate>rates?)|(?P<fee>fees?)|(?P<salary>salar(?:y|ies|ied)))\b(?!\s(?:survey|study|report|guide|schedule|index|database|data|site|sites|calculator|tool)\b)", re.IGNORECASE
)
_TIME = r"(?P<time>years?|yr|month|mo|week|wk|day|hour|hr)"
# "$180,000 on average per year", "$240,000 in total compensation annually"
_LATER_UNIT = re.compile(
    r"[,(]?\s?(?:(?:in|on|as|of|before|after|total|base)\s)?(?:(?:a|the|base|total|gross|net|cash|average|median|mean|typical|guaranteed|overall|combined|take-home|salary|pay|compensation|income|wages|earnings|tax|taxes|fees|bonus|and|benefits)[,)]?\s){0,5}"
    rf"(?:(?:per|an?|each|every)\s{_TIME}(?![A-Za-z])|(?P<adverb>annually|yearly|per annum|hourly|monthly|weekly|daily)\b)",
    re.IGNORECASE,
)
# "I made $61,000 in my first year", "$900 in a good month"
_IN_TIME = re.compile(
    r"\bin (?:my|his|her|their|your|our|the|an?|one) (?:(?:very )?first|second|third|last|best|worst|final|good|bad|slow|busy|average|typical|normal)\s(?:full )?(?P<time>year|month|week|day)\b", re.IGNORECASE
)
# "The yearly pay of somebody with five years in the field is about $214,000."
_PAY_BY = re.compile(
    r"\b(?P<adverb>annual|yearly|monthly|hourly|weekly|daily)\s(?:[\w-]+\s){0,3}?(?:salar(?:y|ies)|pay|compensation|incomes?|wages?|rates?|earnings|retainers?|stipends?|fees?)\b", re.IGNORECASE
)
_KIND_OF_UNIT = {"year": "salary", "month": "salary", "week": "salary", "hour": "rate", "day": "rate"}


def statistic_of(near: Around, amount: Amount, label: str = "") -> str:
    """The statistic that the words around an amount name: the nearest before it, else one after it, else its label's."""
    if _PERCENTILE.search(near.lead) or (amount.is_range and not _STATISTIC.search(near.before) and _MIDDLE.search(near.before)):
        return "range" if amount.is_range else "unspecified"
    before = list(_STATISTIC.finditer(near.before))
    match = (
        before[-1]
        if before
        else _STATISTIC.search(near.after[:60]) or _STATISTIC.search(near.lead) or _STATISTIC.search(label)
    )
    if match and before and amount.is_range and _MIDDLE.search(near.before, match.end()):
        return "range"
    if match:
        return "median" if match["median"] else "average"
    return "range" if amount.is_range and not amount.band else "unspecified"


def kind_of(near: Around, unit: str, label: str = "") -> str:
    """The kind of pay: the text's own word for it, else the usual one of the unit."""
    usual = _KIND_OF_UNIT.get(unit, "fee")
    matches = (
        list(_KIND.finditer(near.before))
        or list(_KIND.finditer(label))
        or list(_KIND.finditer(near.lead))
        or list(_KIND.finditer(near.after[:50]))
    )
    if not matches:
        return usual
    word = matches[-1].lastgroup
    return (
        usual
        if word == "salary" and unit not in _KIND_OF_UNIT
        else str(word)
        if word != "salary" or usual == "salary"
        else usual
    )


def stated_unit(near: Around, amount: Amount, label: str = "") -> str | None:
    """The unit that stands with an amount, before it in its clause, or in its label."""
    if amount.unit:
        return amount.unit
    for words in (near.before[-60:], near.lead[-50:], label):
        unit = unit_in_words(words)
        if unit and plausible(amount, unit):
            return unit
    later = near.after[:60]
    for match in (
        _LATER_UNIT.match(near.after), _PAY_BY.search(near.before), _PAY_BY.search(later), _IN_TIME.search(near.before), _IN_TIME.search(later),
    ):  # fmt: skip
        if match is None:
            continue
        word = match.groupdict().get("time") or match["adverb"]
        unit = UNIT_NOUNS.get(word.lower().removesuffix("s")) or BEFORE_UNITS.get(word.lower())
        if unit and plausible(amount, unit):
            return unit
    return None


def unit_of(stated: str | None, amount: Amount, section: str | None) -> tuple[str, str] | None:
    """Unit and basis; None where neither text nor size tells it."""
    if stated:
        return stated, "stated"
    if section and plausible(amount, section) and not (section == "year" and inferred_unit(amount) is None):
        return section, "stated"
    size = inferred_unit(amount)
    return (size, "inferred") if size else None


def figure(
    text: str, quote: Quote, amount: Amount, unit: tuple[str, str], confidence: float, label: str = "",
    statistic: str | None = None, attributed_to: str | None = None, qualifier: str | None = None, geography: str | None = None,
    as_written: str | None = None,
) -> ExtractedFigure:  # fmt: skip
    """The figure of an amount whose places are places in `text`."""
    near = around(text, amount)
    return ExtractedFigure(
        statistic=statistic or statistic_of(near, amount, label),
        kind=kind_of(near, unit[0], label),
        low=amount.low, high=amount.high, currency=amount.currency, unit=unit[0], unit_basis=unit[1],
        as_written=as_written or text[amount.start : amount.end].strip(),
        attributed_to=attributed_to, qualifier=qualifier, geography=geography, quote=quote, confidence=round(confidence, 2),
    )  # fmt: skip
