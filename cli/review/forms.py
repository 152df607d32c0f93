"""The forms of the review page: each field of a fact, what may stand in it, and how a person is asked for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from knowledge import facts
from knowledge.facts import RoleKind
from knowledge.language.specialties import SPECIALTIES

Field = dict[str, Any]


def _field(name: str, label: str, kind: str = "text", *, needed: bool = False, hint: str = "", **more: Any) -> Field:
    return {"name": name, "label": label, "type": kind, "needed": needed, "hint": hint, **more}


def _choice(name: str, label: str, values: tuple[str, ...], hint: str = "") -> Field:
    return _field(name, label, "choice", needed=True, hint=hint, choices=list(values))


_PASSAGE = _field("passage", "Passage", "passage", hint="the passage of the draft that states it")

FORMS: dict[str, list[Field]] = {
    "role": [
        _field("title", "Title", needed=True),
        _field(
            "kind", "Kind of work", "kind", needed=True, hint="choose a known one, or write a new name-with-hyphens"
        ),
        _field("names", "Everyday names", "names", hint="only for a new kind of work; separated by commas"),
        _field("summary", "Summary", needed=True, hint="a short clause in your own words, without numbers"),
        _field("pay_note", "Said of pay", hint="what the text says where it gives no figure"),
    ],
    "figure": [
        _field("as_written", "As written", needed=True, hint="exactly as the source has it"),
        _field("amount", "Amount", "number", hint="one number; for a range leave it empty"),
        _field("low", "From", "number"),
        _field("high", "To", "number", hint="leave it empty where it is open"),
        _choice("statistic", "Statistic", facts.STATISTICS),
        _choice("kind", "Paid as", facts.PAY_KINDS),
        _field("currency", "Currency", hint="three letters; empty means USD"),
        _choice("unit", "Unit", facts.UNITS),
        _choice("unit_basis", "The unit is", facts.UNIT_BASES),
        _field("attributed_to", "According to"),
        _field("qualifier", "Qualifier", hint="for whom or when it holds"),
        _field("geography", "Where"),
        _PASSAGE,
    ],
    "attribute": [
        _field(
            "property",
            "Property",
            "property",
            needed=True,
            choices=[[name, value] for name, values in facts.ATTRIBUTES.items() for value in values],
        ),
        _choice("basis", "Basis", facts.ATTRIBUTE_BASES, "implied: its section says so of its roles"),
        _PASSAGE,
    ],
    "poll": [
        _field("as_written", "As written", needed=True, hint="the percentage as the source has it"),
        _field("percent", "Percent", "number", needed=True),
        _field("statement", "Statement", needed=True, hint='completes "62% ...": of members said they ...'),
        _field("question", "Question", needed=True, hint="what was asked: whether they ..."),
        _field("population", "Who was asked", needed=True),
        _choice("multi_select", "Several answers allowed", ("yes", "no", "unknown")),
        _field("sample", "How many were asked", "number"),
        _field("year", "Year", "number"),
        _field("attributed_to", "According to", needed=True),
        _PASSAGE,
    ],
}

FRONT: list[Field] = [
    _field("title", "Title", needed=True),
    _field("publisher", "Publisher", needed=True),
    _field("url", "Address"),
    _field("published", "Published", hint="year-month-day"),
    _field("accessed", "Saved on", needed=True, hint="year-month-day"),
    _field("specialties", "Specialties", "names", hint="separated by commas; empty: physicians in general"),
    _choice("rights", "Whose text it is", facts.RIGHTS, "own and licensed text may be cited word for word"),
]


def form_options(kinds: Mapping[str, RoleKind]) -> dict[str, Any]:
    """All that the page's forms offer."""
    return {
        "forms": FORMS,
        "front": FRONT,
        "kinds": [{"id": kind.id, "title": kind.title} for kind in kinds.values()],
        "specialties": list(SPECIALTIES),
    }
