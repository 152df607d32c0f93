"""Pay that no rule could give to a role, given to the role that the page reader sees it is for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.importing.document import SourceDocument
from knowledge.importing.extracted import ExtractedFigure, ExtractedRole, Extraction, Quote, Unplaced
from knowledge.importing.extraction.known import KnownWork, name_key
from knowledge.importing.extraction.name_core import core_of
from knowledge.importing.extraction.sentences import sentences_of
from knowledge.importing.learned.reader import Value, WindowReading

_PAY = 0.95  # how sure the reader must be that it is pay at all
_ROLE = 0.8  # and whose
_CONFIDENCE = 0.5  # of a role that only the reader names


def adopted(
    document: SourceDocument,
    extraction: Extraction,
    readings: Iterable[tuple[Unplaced, ExtractedFigure, WindowReading]],
    known: KnownWork,
) -> Extraction:
    """The same facts, and the unplaced amounts that the reader is sure are pay, with their roles.

    Args:
        document: The page.
        extraction: Its facts.
        readings: Unplaced amounts, the figures that they would be, and what the reader sees around them.
        known: The kinds of work of the knowledge base.
    """
    roles, placed = list(extraction.roles), set()
    for one, figure, reading in readings:
        role = reading.values["role"]
        name = _name(role)
        if name is None or reading.kinds["figure"] < _PAY or role.probability < _ROLE:
            continue
        number = _index(roles, name, known)
        if number is None:
            quote = _quote_of(document, name, one.quote)
            roles.append(ExtractedRole(name, known.kind_of(name), quote, (), (), confidence=_CONFIDENCE))
            number = len(roles) - 1
        roles[number] = _with(roles[number], figure, document)
        placed.add(id(one))
    roles.sort(key=lambda role: role.quote.start)
    left = tuple(one for one in extraction.unplaced if id(one) not in placed)
    return replace(extraction, roles=tuple(roles), unplaced=left)


def _name(value: Value) -> str | None:
    """The words as the name of a role."""
    if value.words is None:
        return None
    start, end = core_of(value.words)
    name = value.words[start:end]
    return name[:1].upper() + name[1:] if name else None


def _index(roles: Sequence[ExtractedRole], name: str, known: KnownWork) -> int | None:
    """Which of the roles bears a name, or is the known kind of that name."""
    key, kind = name_key(name), known.kind_of(name)
    named = [number for number, role in enumerate(roles) if name_key(role.title) == key]
    alike = [number for number, role in enumerate(roles) if kind and role.kind == kind]
    return next(iter([*named, *alike]), None)


def _with(role: ExtractedRole, figure: ExtractedFigure, document: SourceDocument) -> ExtractedRole:
    block = next(n for n, one in enumerate(document.blocks) if one.start <= figure.quote.start <= one.end)
    figures = sorted([*role.figures, figure], key=lambda one: one.quote.start)
    return replace(
        role, figures=tuple(figures), blocks=tuple(sorted({*role.blocks, block})), pay_note=None, pay_note_quote=None
    )


def _quote_of(document: SourceDocument, name: str, near: Quote) -> Quote:
    """The sentence that names a role: that of its pay, or else the nearest one before it."""
    if name.lower() in near.text.lower():
        return near
    naming = [one.quote for one in sentences_of(document) if name.lower() in one.text.lower()]
    before = [quote for quote in naming if quote.start <= near.start]
    return before[-1] if before else naming[0] if naming else near
