"""The place that a sentence, a label or a table names for a figure: "in Germany", "(ZipRecruiter, U.S.)"."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.grammar import names_in, subject_of
from knowledge.language.geography import CITIES, COUNTRIES, STATES

_US = ("United States", "U.S.A.", "U.S.", "USA", "US", "America")
_UK = ("United Kingdom", "U.K.", "UK", "Great Britain", "Britain")
_MORE = ("UAE", "Dubai", "Abu Dhabi", "Brussels", "Vienna", "Amsterdam", "Stockholm", "Copenhagen", "Oslo", "Helsinki", "Madrid", "Barcelona", "Rome", "Milan",
         "Lisbon", "Warsaw", "Prague", "Budapest", "Athens", "Istanbul", "Hamburg", "Frankfurt", "Cologne", "Zürich", "Lausanne", "Bern", "Lugano", "Edinburgh",
         "Glasgow", "Manchester", "Oxford", "Cambridge", "Bangalore", "Bengaluru", "Chennai", "Hyderabad", "Pune", "Kolkata", "New Delhi", "Osaka", "Kyoto", "Seoul",
         "Shanghai", "Beijing", "Riyadh", "Jeddah", "Doha", "Manila", "Bangkok", "Jakarta", "Kuala Lumpur", "Brisbane", "Perth", "Auckland", "Wellington",
         "Cape Town", "Johannesburg", "Lagos", "Nairobi", "Cairo", "São Paulo", "Mexico City", "Buenos Aires", "North America", "Western Europe", "Scandinavia",
         "the Netherlands", "the Gulf", "the Midwest", "the Northeast", "the South", "the West Coast", "the East Coast", "Southeast Asia", "Northern Ireland", "Bavaria", "Catalonia",
         "New England", "the Bay Area", "the Pacific Northwest", "the Mid-Atlantic", "the Southeast", "the Southwest", "the Northwest", "the Deep South", "Silicon Valley", "the Prairies", "Prince Edward Island", "Nova Scotia", "New Brunswick", "Newfoundland", "Saskatchewan", "Manitoba", "British Columbia", "Alberta", "Ontario", "Quebec", "Yukon", "the Maritimes", "New South Wales", "Queensland", "Tasmania", "Western Australia", "South Australia", "the Midlands")  # fmt: skip
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
    rf"(?<![\w.])(?:(?:Upper|Lower|Northern|Southern|Eastern|Western|Central|Greater|Inner)\s)?(?:{'|'.join(map(re.escape, _NAMES))}|Midwest)(?![\w$])(?!\.?\s(?:dollars?|Bureau|Department|News))"
)
_IN = re.compile(r"\b(?:in|across|throughout|within|around|outside|for|of)\s(?:the\s|all of\s)?$", re.IGNORECASE)
_NOT_FOR = re.compile(
    r"(?:license|licence|licensed|live|based|born|trained|conference|congress|dinner|calls?|meeting|evening|tickets?|offices?|headquarter\w*)\s(?:\w+\s){0,2}(?:in|for|of)\s(?:the\s)?$",
    re.IGNORECASE,
)
_ADJECTIVES = {"Swiss": "Switzerland", "German": "Germany", "British": "UK", "American": "U.S.", "Canadian": "Canada", "Japanese": "Japan", "Indian": "India", "French": "France",
               "Dutch": "Netherlands", "Australian": "Australia", "Austrian": "Austria", "Irish": "Ireland", "Italian": "Italy", "Spanish": "Spain", "Swedish": "Sweden",
               "Norwegian": "Norway", "Danish": "Denmark", "Belgian": "Belgium", "U.S.-based": "U.S.", "US-based": "US", "UK-based": "UK", "Emirati": "UAE", "Israeli": "Israel"}  # fmt: skip
_STATE_LETTERS = re.compile(
    r"(?<=\bin )(?:AK|AZ|AR|CA|CO|CT|DE|FL|GA|IL|IA|KS|KY|LA|ME|MI|MN|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|NZ|ON|BC)\b"
)
_IN_CAPITAL = re.compile(r"\b(?:in|across|around)\s[A-Z][a-z]")
_TOWN = re.compile(r"[A-Z][a-zé’'-]{3,}(?:\s[A-Z][a-z]+)?")
_OF_SOMEBODY = re.compile(r",\s(?:who|which)(?:['’]s)?\s[^,]*$")  # "Anna, who lives in Cardiff, is"
_WITH_PAY = re.compile(
    r"\s(?:average|median|mean|figures?|numbers?|salar(?:y|ies)|pay|rates?|market|employers|hospitals|companies|firms|insurers|agencies|clinics|carriers)\b"
)
_BEGINS = re.compile(r"(?:^|[:;,]\s|\b(?:and|while|but|whereas)\s)(?:the\s|the state of\s)?$", re.IGNORECASE)
_ELIDED = re.compile(r"\s?:?\s?(?:(?:up to|about|around|from|roughly|between|only|just|at)\s)*$")
_SEPARATOR = re.compile(r"[,;.](?!\d)|\s(?:and|or|but|while|whereas)\s")
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

    Attached are "in Germany" near it, a place in the brackets or the label next to it, "Nebraska pays", "and
    Minnesota up to", "UK employers offer", "the Canadian average". A place behind another amount is that one's.
    """
    best: tuple[int, str] | None = None
    for name, at, after in _joined(text, [*places_in(text), *_unknown_places(text)]):
        if not _is_attached(text, start, at, after) or _another_clause(text, start, end, at, after):
            continue
        if _is_of_other_amount(text, start, end, at, after):
            continue
        distance = start - after if after <= start else at - end
        if best is None or distance < best[0]:
            best = (distance, name)
    if best is None:
        clause = re.split(r"[;:]\s", text[:start])[-1]
        return next(iter(adjective_places(clause)), None)
    return _plain(best[1])


def _joined(text: str, places: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Places with those that "and" or "or" join to them: "Boston or the Bay Area"."""
    found: list[tuple[str, int, int]] = []
    for one in sorted(places, key=lambda place: place[1]):
        if found and re.fullmatch(r"\s(?:and|or)\s", text[found[-1][2] : one[1]]):
            found[-1] = (text[found[-1][1] : one[2]], found[-1][1], one[2])
        else:
            found.append(one)
    return found


def _is_attached(text: str, start: int, at: int, after: int) -> bool:
    before = text[:at]
    if _OF_SOMEBODY.search(before):
        return False
    if _IN.search(before[-16:]):
        return not _NOT_FOR.search(before[-45:])
    if _in_brackets_or_list(text, at, after):
        return True
    if at > start:
        return False
    if _WITH_PAY.match(text, after):
        return True
    if not _BEGINS.search(before):
        return False
    if _ELIDED.match(text[after:start]):
        return True
    subject = subject_of(text, start)
    return (
        subject is not None
        and subject.start <= at < subject.start + len(subject.core)
        and not subject.core[:1].islower()
    )


def _is_of_other_amount(text: str, start: int, end: int, at: int, after: int) -> bool:
    """Whether a place stands right with the amount before this one, or before the next: "$95 in Ohio, $112 in Maine"."""
    for other in find_amounts(text):
        if other.end <= at and after <= start and not _SEPARATOR.search(text, other.end, at):
            return True
        if (
            end <= at
            and after <= other.start
            and _SEPARATOR.search(text, end, at)
            and not _SEPARATOR.search(text, after, other.start)
        ):
            return True
    return False


def _unknown_places(text: str) -> list[tuple[str, int, int]]:
    """Places that no list has, by grammar: "a clinic in Knoxville"; and states by their letters: "in FL"."""
    known = [(at, after) for _, at, after in places_in(text)]
    found = [(match.group(), match.start(), match.end()) for match in _STATE_LETTERS.finditer(text)]
    if _IN_CAPITAL.search(text):
        found += [(one.words, one.start, one.end) for one in names_in(text, "place") if _TOWN.fullmatch(one.words)]
    return [one for one in found if not any(at < one[2] and one[1] < after for at, after in known)]


def adjective_places(text: str) -> list[str]:
    """Places that adjectives name: "The Swiss numbers"."""
    return [_ADJECTIVES[match.group()] for match in _ADJECTIVE.finditer(text)]


def plain_place(words: str) -> str:
    """A place as it is kept: "the Gulf" is Gulf, "Canadian" is Canada."""
    return _ADJECTIVES.get(words, _plain(words))


def money_of(currency: str, place: str) -> bool:
    """Whether a currency is that of a place."""
    return place in _COUNTRY_OF.get(currency, ())


def leading_place(text: str) -> str | None:
    """The place that a cell or a part of it begins with: "Brussels, one week in spring", "Remote, U.S. only"."""
    found = [
        name for name, at, _ in places_in(text) if not text[:at].strip() or text[:at].rstrip().endswith((",", ";", "("))
    ]
    short = label_place(text) if len(text.split()) <= 4 else None  # "Hospital in Boston"
    return _plain(found[0]) if len(found) == 1 else short


def label_place(text: str) -> str | None:
    """The place of a label ("Japan", "Pay in Switzerland") or of a cell."""
    found = [name for name, _, _ in places_in(text)] or adjective_places(text)
    return _plain(found[0]) if len(found) == 1 else None


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
