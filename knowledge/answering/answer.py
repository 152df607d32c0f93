"""What an answering function returns: the parts of one answer, before they become JSON.

Channels never see this; actions/payload.py turns it into the answer contract.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional, Sequence

from knowledge.facts import Driver, Figure, KnowledgeBase, Passage, Poll, Role
from knowledge.filters import Filter
from knowledge.records.personal_record import Offer
from knowledge.selection import Judged


@dataclass(frozen=True)
class Block:
    """A piece of the text in reading order; `type` tells rich clients what stands there."""

    type: str
    text: Optional[str] = None


@dataclass(frozen=True)
class Option:
    """A button: `message` is what pressing it says, always plain words."""

    id: str
    title: str
    message: str


@dataclass(frozen=True)
class Question:
    """One clarifying question with its choices."""

    id: str
    text: str
    options: tuple[Option, ...]
    skippable: bool = True
    why: Optional[str] = None
    step: Optional[int] = None  # of a series of questions, counted from one
    steps: Optional[int] = None


@dataclass(frozen=True)
class Cell:
    """One cell of a comparison; `passage_id` supports it, None where nothing is stated."""

    text: str
    passage_id: Optional[str] = None


@dataclass(frozen=True)
class Row:
    """One compared property, a cell a column."""

    name: str
    cells: tuple[Cell, ...]

    @property
    def differs(self) -> bool:
        return len({cell.text for cell in self.cells}) > 1


@dataclass(frozen=True)
class Comparison:
    """Roles side by side."""

    columns: tuple[Role, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ComparedFigure:
    """A stored figure beside an offer; `position` is where the offer stands to it."""

    figure: Figure
    position: str  # one of knowledge.answering.offers.POSITIONS


@dataclass(frozen=True)
class ComparedOffer:
    """One of the person's own offers with the figures of that kind of work."""

    offer: Offer
    figures: tuple[ComparedFigure, ...]


@dataclass(frozen=True)
class Export:
    """A shortlist to take away, as a whole file."""

    form: str  # "md", "csv" or "html"
    filename: str
    media_type: str
    content: str


@dataclass(frozen=True)
class Page:
    """Which stretch of a longer list is shown; `first` and `last` count from one."""

    total: int
    first: int
    last: int


class Citations:
    """Numbers passages in the order in which an answer first cites them."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, passage_id: str) -> int:
        """The citation number of a passage, a new one on its first use."""
        return self._numbers.setdefault(passage_id, len(self._numbers) + 1)

    def mark(self, *passage_ids: str) -> str:
        """The markers of some passages: `[1]`, `[1][2]`."""
        return "".join(f"[{self.number(p)}]" for p in dict.fromkeys(passage_ids))

    @property
    def passage_ids(self) -> tuple[str, ...]:
        return tuple(self._numbers)


@dataclass
class Answer:
    """One answer in parts.

    `subjects` are the roles that "it" and "them" mean next; `listed` those that ordinals count.
    """

    kind: str
    blocks: list[Block] = field(default_factory=list)
    filters: Sequence[Filter] = ()
    roles: list[Role] = field(default_factory=list)
    not_stated: list[Judged] = field(default_factory=list)
    near_misses: list[Judged] = field(default_factory=list)
    polls: list[Poll] = field(default_factory=list)
    reasons: list[Driver] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    comparison: Optional[Comparison] = None
    question: Optional[Question] = None
    page: Optional[Page] = None
    offers: list[ComparedOffer] = field(default_factory=list)
    export: Optional[Export] = None  # lists its own references
    forgotten: bool = False  # whether the person, and the conversation, are forgotten with this answer
    suggestions: list[Option] = field(default_factory=list)
    citations: Citations = field(default_factory=Citations)
    subjects: list[str] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)

    @property
    def specialties(self) -> list[str]:
        """The specialties asked for; where it is one, role labels leave it out."""
        return [f.value for f in self.filters if f.name == "specialty" and not f.negated]

    def say(self, type_: str, text: Optional[str] = None) -> None:
        """Appends a block."""
        self.blocks.append(Block(type_, text))

    def suggest(self, *titles: str) -> None:
        """Appends suggestions that say what they show."""
        self.suggestions += [
            Option(f"s{len(self.suggestions) + i}", title, title)
            for i, title in enumerate(titles, start=1)
        ]

    def text(self, knowledge: KnowledgeBase) -> str:
        """The whole answer as plain text: the blocks, then one line for each cited article."""
        lines = [block.text for block in self.blocks if block.text]
        sources = [] if self.export else self._sources(knowledge)
        return "\n".join(lines + (["", "Sources:", *sources] if sources else []))

    def _sources(self, knowledge: KnowledgeBase) -> list[str]:
        marks: dict[str, str] = {}
        for passage_id in self.citations.passage_ids:
            article_id = knowledge.passages[passage_id].article_id
            marks[article_id] = marks.get(article_id, "") + self.citations.mark(passage_id)
        lines = []
        for article_id, mark in marks.items():
            article = knowledge.articles[article_id]
            address = f", {article.url}" if article.url else ""
            lines.append(f"{mark} {article.title} ({article.publisher}{address})")
        return lines
