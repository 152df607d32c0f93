"""Whose pay an amount is where the page reader is surer of it than the rules.

It gives pay to a role where no rule could, takes it from a role that is named neither over it nor beside it, and cuts
a title down to the job where the rules took a whole clause for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from knowledge.importing.document import SourceDocument
from knowledge.importing.extracted import ExtractedFigure, ExtractedRole, Extraction, Quote, Unplaced
from knowledge.importing.extraction.grammar import is_clause
from knowledge.importing.extraction.known import KnownWork, name_key
from knowledge.importing.extraction.name_core import core_of
from knowledge.importing.extraction.sentences import sentences_of
from knowledge.importing.learned.reader import WindowReading

_PAY = 0.95  # how sure the reader must be that it is pay at all
_ROLE = 0.8  # and whose
_TITLE = 0.9  # and that a title is too long
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
        name = _name(reading, _ROLE)
        if name is None:
            continue
        _give(figure, name, roles, document, known)
        placed.add(id(one))
    roles.sort(key=lambda role: role.quote.start)
    left = tuple(one for one in extraction.unplaced if id(one) not in placed)
    return replace(extraction, roles=tuple(roles), unplaced=left)


def given_back(
    document: SourceDocument, extraction: Extraction, readings: Mapping[int, WindowReading], known: KnownWork
) -> Extraction:
    """The same facts, with pay at the role that its heading or its own sentence names, and titles that are no clauses.

    Args:
        document: The page.
        extraction: Its facts.
        readings: What the reader sees around figures, by `id` of the figure, which stay the same objects here.
        known: The kinds of work of the knowledge base.
    """
    roles = list(extraction.roles)
    for number, role in enumerate(extraction.roles):
        names = [name for one in role.figures if id(one) in readings and (name := _name(readings[id(one)], _TITLE))]
        inside = [name for name in names if _holds(role.title, name)]
        if len(inside) == len(role.figures) and len(set(inside)) == 1 and is_clause(role.title):
            roles[number] = replace(role, title=inside[0], kind=known.kind_of(inside[0]) or role.kind)
    for number, role in enumerate(roles.copy()):
        for figure in role.figures:
            name = _name(readings[id(figure)], _ROLE) if id(figure) in readings else None
            if name is None or not _is_of(name, role.title, _told_over(document, figure)):
                continue
            kept = tuple(one for one in roles[number].figures if one is not figure)
            roles[number] = replace(roles[number], figures=kept)
            _give(figure, name, roles, document, known, but=number)
    return replace(extraction, roles=tuple(sorted(roles, key=lambda role: role.quote.start)))


def _give(
    figure: ExtractedFigure,
    name: str,
    roles: list[ExtractedRole],
    document: SourceDocument,
    known: KnownWork,
    but: int | None = None,
) -> None:
    """Add a figure to the role of a name, which is a new one if there is none but that of number `but`."""
    number = _index(roles, name, known, but)
    if number is None:
        quote = _quote_of(document, name, figure.quote)
        roles.append(ExtractedRole(name, known.kind_of(name), quote, (), (), confidence=_CONFIDENCE))
        number = len(roles) - 1
    roles[number] = _with(roles[number], figure, document)


def _told_over(document: SourceDocument, figure: ExtractedFigure) -> str:
    """The nearest heading over a figure, and the sentence that it stands in; nothing for a row of a table."""
    over = [one for one in document.blocks if one.start <= figure.quote.start]
    if over and over[-1].kind == "table_row":
        return ""
    heading = next((one.text for one in reversed(over) if one.kind == "heading"), "")
    return f"{heading}\n{figure.quote.text}"


def _is_of(name: str, title: str, told: str) -> bool:
    """Whether what is told over and beside a figure names one role, and has no word of the other one's title."""
    said = _stems(told)
    return _holds(told, name) and not _stems(title) & (said | _stems(name))


def _holds(text: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) is not None


def _stems(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"[a-z]{3,}", text.lower())}


def _name(reading: WindowReading, least: float) -> str | None:
    """The name of the role that a reading gives an amount to as its pay; None where it is not so sure."""
    value = reading.values["role"]
    if value.words is None or value.probability < least or reading.kinds["figure"] < _PAY:
        return None
    start, end = core_of(value.words)
    name = value.words[start:end]
    return name[:1].upper() + name[1:] if name else None


def _index(roles: Sequence[ExtractedRole], name: str, known: KnownWork, but: int | None) -> int | None:
    """Which of the roles, `but` one, bears a name, or is the known kind of that name."""
    key, kind = name_key(name), known.kind_of(name)
    others = [(number, role) for number, role in enumerate(roles) if number != but]
    named = [number for number, role in others if name_key(role.title) == key]
    alike = [number for number, role in others if kind and role.kind == kind]
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
