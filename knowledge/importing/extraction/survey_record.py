"""A survey as a document tells of it, piece by piece."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.importing.extraction.surveys import Said


@dataclass
class Part:
    """One question of a survey, with how many answers it allowed where the text says so."""

    question: str | None = None
    multi_select: str = "unknown"
    used: bool = False  # shares of its answers were given


@dataclass
class Survey:
    """A survey as far as the text has told of it.

    Attributes:
        source: Who asked.
        sample: How many answered.
        year: When.
        population: Who was asked.
        described: What kind of survey it was, such as "alumni survey".
        group: The same in a word, from "reader survey".
        parts: Its questions, the one that is spoken of last.
        block: The last block that spoke of it.
        used: Whether shares of it were given.
        asked: Whether it was said who asked them.
        before: An earlier survey of the same source.
    """

    block: int
    source: str | None = None
    sample: int | None = None
    year: int | None = None
    population: str | None = None
    described: str | None = None
    group: str | None = None
    used: bool = False
    asked: bool = False
    before: Survey | None = None
    parts: list[Part] = field(default_factory=lambda: [Part()])

    @property
    def part(self) -> Part:
        """The question that is spoken of."""
        return self.parts[-1]

    def completed_by(self, whole: Survey) -> Survey:
        """The same with what is only told of the survey that it is a part of."""
        smaller = self.sample is not None and self.sample != whole.sample
        population = self.population if smaller or self.population else whole.population
        return replace(
            self, source=whole.source or self.source, sample=self.sample or whole.sample,
            year=self.year or whole.year, population=population,
        )  # fmt: skip

    def add(self, said: Said) -> None:
        """Take over what a further sentence says; what was said before stays."""
        self.source = self.source or said.source
        # Those who answered are told apart from those who were asked by their number.
        if said.population and (self.population is None or (said.sample and self.sample is None)):
            self.population = said.population
        self.sample = self.sample or said.sample
        self.year = self.year or said.year
        self.described = self.described or said.described
        self.group = self.group or said.group
        self.asked = self.asked or said.asks
        self.part.question = self.part.question or said.question
        if said.multi_select != "unknown":
            self.part.multi_select = said.multi_select
