"""What extraction proposes: facts, each with the exact sentence it came from and a confidence.

Field names and values are those of knowledge/facts.py. Nothing here is knowledge yet: a person decides.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Quote:
    """A sentence, list item or table row: `document.text[start:end] == text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class ExtractedFigure:
    """One pay figure. `low` or `high` is None where the bound is open; both equal for one value.

    `unsure` names the fields of it that a person should look at twice, such as "qualifier".
    """

    statistic: str
    kind: str
    low: float | None
    high: float | None
    currency: str
    unit: str
    unit_basis: str
    as_written: str
    attributed_to: str | None
    qualifier: str | None
    geography: str | None
    quote: Quote
    confidence: float  # 0 to 1
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True)
class ExtractedAttribute:
    """A property of a role, by the names and values of `facts.ATTRIBUTES`."""

    name: str
    value: str
    basis: str
    quote: Quote
    confidence: float


@dataclass(frozen=True)
class ExtractedRole:
    """One kind of work that the text speaks of.

    Attributes:
        title: As the text gives it.
        kind: Id of a known RoleKind, or None for a new one.
        quote: The heading, label or sentence that names it first.
        blocks: Indices of the document's blocks that speak of it.
        figures: Its pay.
        attributes: Its properties.
        pay_note: What the text says of pay where it gives no figure ("varies widely"), as it says it.
        pay_note_quote: Where it says so.
        confidence: 0 to 1.
    """

    title: str
    kind: str | None
    quote: Quote
    blocks: tuple[int, ...]
    figures: tuple[ExtractedFigure, ...] = ()
    attributes: tuple[ExtractedAttribute, ...] = ()
    pay_note: str | None = None
    pay_note_quote: Quote | None = None
    confidence: float = 1.0


@dataclass(frozen=True)
class ExtractedPoll:
    """One percentage of a survey. `question` and `population` are None where the text does not say.

    `unsure` names the fields of it that a person should look at twice, such as "population".
    """

    percent: float
    as_written: str
    statement: str
    question: str | None
    population: str | None
    multi_select: str  # "yes", "no" or "unknown"
    sample: int | None
    year: int | None
    attributed_to: str | None
    quote: Quote
    confidence: float
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unplaced:
    """An amount or percentage that was found but made no fact, and why.

    `figure` is what it would be if it were the pay of a role; None where that cannot be told, and for percentages.
    """

    as_written: str
    why: str
    quote: Quote
    figure: ExtractedFigure | None = None


@dataclass(frozen=True)
class Extraction:
    """All that was found in one document, in reading order."""

    specialties: tuple[str, ...]
    roles: tuple[ExtractedRole, ...]
    polls: tuple[ExtractedPoll, ...]
    unplaced: tuple[Unplaced, ...]
