"""The place that a sentence, a label or a table names for a figure: "in Germany", "(ZipRecruiter, U.S.)"."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re

from knowledge.language.geography import CITIES, COUNTRIES, STATES

_US = ("United States", "U.S.A.", "U.S.", "USA", "US", "America")
_UK = ("United Kingdom", "U.K.", "UK", "Great Britain", "Britain")
_MORE = ("UAE", "Dubai", "Abu Dhabi", "Brussels", "Vienna", "Amsterdam", "Stockholm", "Copenhagen", "Oslo", "Helsinki", "Madrid", "Barcelona", "Rome", "Milan",
         "Lisbon", "Warsaw", "Prague", "Budapest", "Athens", "Istanbul", "Hamburg", "Frankfurt", "Cologne", "Zürich", "Lausanne", "Bern", "Lugano", "Edinburgh",
         "Glasgow", "Manchester", "Oxford", "Cambridge", "Bangalore", "Bengaluru", "Chennai", "Hyderabad", "Pune", "Kolkata", "New Delhi", "Osaka", "Kyoto", "Seoul",
         "Shanghai", "Beijing", "Riyadh", "Jeddah", "Doha", "Manila", "Bangkok", "Jakarta", "Kuala Lumpur", "Brisbane", "Perth", "Auckland", "Wellington",
         "Cape Town", "Johannesburg", "Lagos", "Nairobi", "Cairo", "São Paulo", "Mexico City", "Buenos Aires", "North America", "Western Europe", "Scandinavia",
         "the Netherlands", "the Gulf", "the Midwest", "the Northeast", "the South", "the West Coast", "the East Coast", "Southeast Asia", "Northern Ireland", "Bavaria", "Catalonia")  # fmt: skip
_DOLLAR_NAMES = ("U.S.", "US", "USA", "Canada", "Australia", "New Zealand", "Singapore", "Hong Kong")
_NAMES = sorted(
    {name.strip() for group in (COUNTRIES, STATES, CITIES) for name in group.split(";")}
    | set(_US)
    | set(_UK)
    | set(_MORE),
    key=len,
    reverse=True,
)
PLACE = re.compile(
    rf"(?<![\w.])(?:{'|'.join(map(re.escape, _NAMES))})(?![\w$])(?!\.?\s(?:dollars?|Bureau|Department|News))"
)
_IN = re.compile(r"\b(?:in|across|throughout|within|around|outside|for|of)\s(?:the\s|all of\s)?$", re.IGNORECASE)
_NOT_FOR = re.compile(
    r"(?:license|licence|licensed|live|based|born|trained|conference|congress|dinner|calls?|meeting|evening|tickets?|offices?|headquarter\w*)\s(?:\w+\s){0,2}(?:in|for|of)\s(?:the\s)?$",
    re.IGNORECASE,
)
_ADJECTIVES = {"Swiss": "Switzerland", "German": "Germany", "British": "UK", "American": "U.S.", "Canadian": "Canada", "Japanese": "Japan", "Indian": "India", "French": "France",
               "Dutch": "Netherlands", "Australian": "Australia", "Austrian": "Austria", "Irish": "Ireland", "Italian": "Italy", "Spanish": "Spain", "Swedish": "Sweden",
               "Norwegian": "Norway", "Danish": "Denmark", "Belgian": "Belgium", "U.S.-based": "U.S.", "US-based": "US", "UK-based": "UK", "Emirati": "UAE", "Israeli": "Israel"}  # fmt: skip
_ADJECTIVE = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, _ADJECTIVES))})(?![\w])(?=\s(?:numbers?|figures?|salar|pay|rates?|market|employers|average|median|hospitals|companies|firms|site|version))"
)
_COUNTRY_OF = {"CHF": ("Switzerland",), "GBP": (*_UK, "England", "Scotland"), "JPY": ("Japan",), "INR": ("India",), "AED": ("UAE", "United Arab Emirates", "Dubai", "Abu Dhabi"), "CAD": ("Canada",), "AUD": ("Australia",)}  # fmt: skip


def places_in(text: str) -> list[tuple[str, int, int]]:
    """Every place that a text names, with where it stands."""
    return [
        (match.group(), match.start(), match.end())
        for match in PLACE.finditer(text)
        if not (match.group() in _DOLLAR_NAMES and text[match.end() : match.end() + 3].lstrip(". ").startswith("$"))
    ]


def place_of(text: str, start: int, end: int) -> str | None:
    """The place that a sentence names for the amount at `start` to `end`.

    Attached are "in Germany" near it, a place in the brackets or the label next to it, and "Groups in Dubai offer".
    """
    best: tuple[int, str] | None = None
    for name, at, after in places_in(text):
        attached = (
            _IN.search(text[max(0, at - 16) : at]) and not _NOT_FOR.search(text[max(0, at - 45) : at])
        ) or _in_brackets_or_list(text, at, after)
        if not attached or _another_clause(text, start, end, at, after):
            continue
        distance = start - after if after <= start else at - end
        if best is None or distance < best[0]:
            best = (distance, name)
    return _plain(best[1]) if best else None


def adjective_places(text: str) -> list[str]:
    """Places that adjectives name: "The Swiss numbers"."""
    return [_ADJECTIVES[match.group()] for match in _ADJECTIVE.finditer(text)]


def money_of(currency: str, place: str) -> bool:
    """Whether a currency is that of a place."""
    return place in _COUNTRY_OF.get(currency, ())


def label_place(text: str) -> str | None:
    """The place of a label ("Japan", "Pay in Switzerland") or of a cell."""
    found = places_in(text)
    return _plain(found[0][0]) if len(found) == 1 else None


def _plain(name: str) -> str:
    return name.removeprefix("the ")


def _in_brackets_or_list(text: str, at: int, after: int) -> bool:
    before, following = text[:at].rstrip(), text[after : after + 1]
    return (
        before.endswith(("(", ",", ";"))
        and following in (")", ",", "", ".", ";")
        and ("(" in text[max(0, at - 40) : at])
    )


def _another_clause(text: str, start: int, end: int, at: int, after: int) -> bool:
    between = text[after:start] if after <= start else text[end:at]
    return (
        ";" in between
        or ". " in between
        or re.search(r", (?:but|though|although|while|and|or) ", between)
        or len(between) > 90
        or "$" in between
    )
