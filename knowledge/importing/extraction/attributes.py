"""Properties of a role, each from a sentence that says so of this role; what is denied does not count."""

from __future__ import annotations

import re

from knowledge.importing.document import SourceDocument
from knowledge.importing.extracted import ExtractedAttribute
from knowledge.importing.extraction.attribute_words import NEGATED, PARTLY, PATTERNS
from knowledge.importing.extraction.sentences import Sentence

_PATTERNS = [(name, value, basis, re.compile(pattern, re.IGNORECASE)) for name, value, basis, pattern in PATTERNS]
_PARTLY = re.compile(PARTLY, re.IGNORECASE)
_NEGATED = re.compile(NEGATED, re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:.!?]\s|\s(?:but|and|although|while)\s", re.IGNORECASE)
_NEGATIVE_VALUES = {("patient_contact", "none"), ("travel", "none"), ("growth", "none"), ("patient_contact", "limited")}
_YES_COLUMN = re.compile(r"remote|from home|work from home", re.IGNORECASE)
_TRAVEL_COLUMN = re.compile(r"travel", re.IGNORECASE)
_NO = re.compile(r"(?:no|none|never|n|nil|0)\b", re.IGNORECASE)
_YES = re.compile(
    r"(?:yes|fully|mostly|often|y|always|constant|frequent|weekly|monthly|heavy|much|a lot|some|50|\d)", re.IGNORECASE
)
_MOST = 2  # values of one property, besides settings


def attributes_of(
    sentences: list[Sentence], shared: list[Sentence], document: SourceDocument
) -> tuple[ExtractedAttribute, ...]:
    """The properties that a role's sentences state.

    Args:
        sentences: Those that speak of this role, its heading first.
        shared: Those that speak of it and others: they tell the setting only.
        document: For the cells of table rows.
    """
    found: dict[tuple[str, str], ExtractedAttribute] = {}
    for sentence in sentences:
        block = document.blocks[sentence.block]
        for name, value, basis in _of_row(block.cells, block.header) if block.cells else ():
            found.setdefault((name, value), ExtractedAttribute(name, value, basis, sentence.quote, 0.85))
        for attribute in _of_sentence(sentence):
            found.setdefault((attribute.name, attribute.value), attribute)
    for sentence in shared:
        for attribute in _of_sentence(sentence):
            if attribute.name == "setting":
                found.setdefault((attribute.name, attribute.value), attribute)
    return tuple(_consistent(found))


def _of_sentence(sentence: Sentence) -> list[ExtractedAttribute]:
    text = sentence.text
    found: dict[tuple[str, str], ExtractedAttribute] = {}
    for name, value, basis, pattern in _PATTERNS:
        match = pattern.search(text)
        if match is None or (name, value) in found:
            continue
        if (name, value) not in _NEGATIVE_VALUES and _denied(text, match):
            continue
        clause = _clause(text, match)
        if name in ("work_mode", "commitment") and basis == "stated" and _PARTLY.search(clause):
            basis = "partly"
        found[name, value] = ExtractedAttribute(name, value, basis, sentence.quote, 0.8 if basis == "stated" else 0.65)
    if ("patient_contact", "none") in found:
        found.pop(("patient_contact", "direct"), None)
    if ("growth", "none") in found:
        found.pop(("growth", "ladder"), None)
    if ("travel", "none") in found:
        found.pop(("travel", "required"), None)
    return list(found.values())


def _clause(text: str, match: re.Match) -> str:
    start = 0
    for separator in _CLAUSE.finditer(text, 0, match.start()):
        start = separator.end()
    end = _CLAUSE.search(text, match.end())
    return text[start : end.start() if end else len(text)]


def _denied(text: str, match: re.Match) -> bool:
    start = 0
    for separator in _CLAUSE.finditer(text, 0, match.start()):
        start = separator.end()
    return bool(_NEGATED.search(text, max(start, match.start() - 40), match.start()))


def _of_row(cells: tuple[str, ...], header: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Columns that are asked with yes and no: "Remote?", "Travel"."""
    found = []
    for label, cell in zip(header, cells):
        if _YES_COLUMN.search(label):
            if _NO.match(cell):
                found.append(("work_mode", "on_site", "implied"))
            elif _YES.match(cell):
                found.append(("work_mode", "remote", "stated"))
        elif _TRAVEL_COLUMN.search(label):
            if _NO.match(cell):
                found.append(("travel", "none", "stated"))
            elif _YES.match(cell):
                found.append(("travel", "required", "stated"))
    return found


def _consistent(found: dict[tuple[str, str], ExtractedAttribute]) -> list[ExtractedAttribute]:
    """Of contrary values the one that is stated stays; both may be partly true."""
    kept = dict(found)
    for name, one, other in (
        ("travel", "none", "required"),
        ("growth", "none", "ladder"),
        ("patient_contact", "none", "direct"),
        ("patient_contact", "limited", "direct"),
    ):
        if (name, one) in kept and (name, other) in kept:
            kept.pop(
                (name, other)
                if kept[name, one].quote.start <= kept[name, other].quote.start or name == "patient_contact"
                else (name, one)
            )
    return list(kept.values())
