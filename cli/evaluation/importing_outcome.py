"""What came of comparing one article: pairs of facts, what was invented, what was missed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from cli.evaluation.scores import Counts
from knowledge.importing.extracted import Quote


@dataclass(frozen=True)
class Pair:
    """A labelled fact and what was extracted for it. `wrong` names the fields that differ."""

    wanted: Any
    found: Any
    wrong: tuple[str, ...] = ()


@dataclass
class Outcome:
    """What came of one kind of fact in one article: the pairs and what stayed alone on either side."""

    pairs: list[Pair] = field(default_factory=list)
    missed: list[Any] = field(default_factory=list)
    extra: list[Any] = field(default_factory=list)

    def counts(self, *, fully: bool) -> Counts:
        """Right, extra and missed; a pair with a wrong field is both extra and missed if `fully`."""
        wrong = sum(bool(pair.wrong) for pair in self.pairs) if fully else 0
        return Counts(len(self.pairs) - wrong, len(self.extra) + wrong, len(self.missed) + wrong)


@dataclass
class ArticleScores:
    """Everything measured on one article. `shares` holds (right, of how many) by name."""

    name: str
    roles: Outcome = field(default_factory=Outcome)
    figures: Outcome = field(default_factory=Outcome)
    polls: Outcome = field(default_factory=Outcome)
    attributes: Outcome = field(default_factory=Outcome)
    shares: Counter[tuple[str, bool]] = field(default_factory=Counter)
    taken_for_pay: list[str] = field(default_factory=list)
    lost_quotes: list[Quote] = field(default_factory=list)
    unread: str | None = None  # why the file could not be read

    def count(self, name: str, right: bool) -> None:
        """One more measurement of a field, such as `figures.unit`."""
        self.shares[name, right] += 1


@dataclass(frozen=True)
class InRole:
    """A figure, with the title of the role it stands under. `role` is its position among the roles."""

    role: int
    title: str
    figure: Any
