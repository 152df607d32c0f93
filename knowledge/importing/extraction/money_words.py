"""The words that amounts of money are written with: currencies, scales, units, open ends."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re
from collections.abc import Iterable

SIGNS = {
    "us$": "USD", "u.s.$": "USD", "$": "USD", "ca$": "CAD", "can$": "CAD", "c$": "CAD", "cdn$": "CAD", "au$": "AUD",
    "a$": "AUD", "nz$": "NZD", "s$": "SGD", "sg$": "SGD", "hk$": "HKD", "r$": "BRL", "mx$": "MXN", "€": "EUR", "£": "GBP",
    "¥": "JPY", "₹": "INR", "₪": "ILS", "₩": "KRW", "sfr": "CHF", "fr.": "CHF", "rs.": "INR", "rs": "INR",
    "dhs": "AED", "dh": "AED",
}  # fmt: skip
CODES = (
    "USD", "EUR", "GBP", "CHF", "JPY", "AED", "INR", "CAD", "AUD", "NZD", "SGD", "HKD", "SEK", "NOK", "DKK", "ZAR", "SAR",
    "QAR", "KWD", "ILS", "CNY", "KRW", "BRL", "MXN", "PLN", "TRY", "THB", "MYR", "PHP",
)  # fmt: skip
DOLLARS = ("CAD", "AUD", "NZD", "SGD", "HKD")  # what a bare dollar sign may mean
BARE_DOLLARS = ("dollars", "dollar", "bucks")
CURRENCY_WORDS = {
    "dollars": "USD", "dollar": "USD", "us dollars": "USD", "u.s. dollars": "USD", "bucks": "USD",
    "canadian dollars": "CAD", "australian dollars": "AUD", "new zealand dollars": "NZD", "singapore dollars": "SGD",
    "euros": "EUR", "euro": "EUR", "pounds": "GBP", "pounds sterling": "GBP", "swiss francs": "CHF", "francs": "CHF",
    "yen": "JPY", "rupees": "INR", "dirhams": "AED", "dirham": "AED", "kronor": "SEK", "kroner": "NOK", "rand": "ZAR",
    "riyals": "SAR", "shekels": "ILS",
}  # fmt: skip
SCALES = {
    "k": 1e3, "thousand": 1e3, "grand": 1e3, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "m": 1e6, "mm": 1e6, "mn": 1e6,
    "mil": 1e6, "mio": 1e6, "million": 1e6, "crore": 1e7, "crores": 1e7, "b": 1e9, "bn": 1e9, "billion": 1e9,
    "trillion": 1e12, "tn": 1e12,
}  # fmt: skip

_UNIT_NOUNS = {
    "year": "year yr annum",
    "month": "month mo mth",
    "week": "week wk",
    "day": "day workday weekday shift",
    "hour": "hour hr h",
    "project": "project deck article engagement post assignment gig talk lecture presentation manuscript chapter course "
    "episode module piece webinar speech grant protocol campaign site-visit inspection audit story blog column item session question meeting "
    "program manual event product white-paper book contract job",
    "evaluation": "evaluation exam examination assessment ime evaluee examinee claimant",
    "case": "case deposition report chart file claim review consult consultation opinion read study scan slide visit "
    "patient autopsy tracing specimen interpretation record encounter call appeal referral image deliverable-case affidavit trial",
    "word": "word",
    "survey": "survey questionnaire interview poll panel",
}
UNIT_NOUNS = {noun: unit for unit, nouns in _UNIT_NOUNS.items() for noun in nouns.split()}
ADVERB_UNITS = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year",
    "annual": "year", "per annum": "year", "p.a.": "year", "pa": "year", "ph": "hour", "p.h.": "hour", "p/h": "hour", "p.m.": "month", "pcm": "month", "p/m": "month", "pw": "week", "p/w": "week", "p/d": "day",
}  # fmt: skip
BEFORE_UNITS = {
    "hourly": "hour", "by the hour": "hour", "daily": "day", "day rate": "day", "day rates": "day", "per diem": "day",
    "weekly": "week", "monthly": "month", "annual": "year", "annually": "year", "yearly": "year", "per year": "year",
    "a year": "year", "per annum": "year", "per hour": "hour", "an hour": "hour", "per day": "day", "a day": "day",
    "per project": "project", "per case": "case", "per word": "word", "per survey": "survey", "per month": "month",
    "per week": "week", "per evaluation": "evaluation", "per exam": "evaluation", "per chart": "case",
    "per article": "project", "by the day": "day", "by the project": "project", "by the case": "case",
    "by the word": "word", "by the week": "week", "by the month": "month", "by the year": "year",
}  # fmt: skip

# What stands before an amount and leaves one end open.
UP_TO = (
    "up to", "as much as", "as high as", "as many as", "no more than", "not more than", "at most", "a maximum of",
    "maximum", "maximum of", "max", "max.", "less than", "under", "below", "never above", "never more than", "not above", "at the most", "a ceiling of", "≤", "<", "a cap of",
)  # fmt: skip
FROM = (
    "from", "started at", "starting at", "starts at", "start at", "starting from", "starts from", "beginning at", "begins at",
    "begin at", "at least", "a minimum of", "minimum", "minimum of", "min.", "no less than", "not less than", "more than",
    "over", "above", "upwards of", "upward of", "north of", "in excess of", "exceeding", "exceeds", "exceed", "never below",
    "never under", "never less than", "not below", "not under", "well over", "well above", "greater than", "≥", ">",
    "a floor of", "nothing below", "nothing under", "as little as", "as low as", "start around", "starts around",
    "begin around", "begins around", "start from", "begin from", "begins from", "topping", "upwards from",
)  # fmt: skip
AND_MORE = ("and up", "and above", "or more", "and more", "upwards", "upward", "or higher", "and higher", "or above",
            "and beyond", "minimum", "at least", "plus", "at the very least", "and upwards", "or better")  # fmt: skip
AT_BEST = ("at best", "at most", "or less", "or so at most", "maximum", "max", "at the most", "at the top", "tops",
           "and below", "or below", "at the outside", "and no more", "and not more")  # fmt: skip
ABOUT = ("about", "around", "roughly", "approximately", "approx.", "some", "circa", "ca.", "nearly", "almost", "close to",
         "in the region of", "in the neighborhood of", "somewhere around", "just", "only", "another", "an extra",
         "as", "well", "currently", "typically", "usually")  # fmt: skip


def alternatives(parts: Iterable[str]) -> str:
    """A pattern that matches any of these words, the longest first."""
    return "|".join(re.escape(part) for part in sorted(parts, key=len, reverse=True))
