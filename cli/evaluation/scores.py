"""Precision, recall and F1, and how often each label was taken for which other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Counts:
    """Right, invented and missed; all scores are shares from 0 to 1."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.extra + other.extra, self.missed + other.missed
        )

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right; 1 when nothing was found."""
        return _share(self.right, self.right + self.extra)

    @property
    def recall(self) -> float:
        """Of what there was, the share that was found; 1 when there was nothing."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _share(2 * self.right, 2 * self.right + self.extra + self.missed)

    def as_json(self) -> dict[str, Any]:
        """For the report: scores, and how often the label was meant."""
        return {
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "support": self.right + self.missed,
        }


def label_counts(wanted: Sequence[str], found: Sequence[str]) -> dict[str, Counts]:
    """Counts for each label that was meant or found, in alphabetical order."""
    meant, said = Counter(wanted), Counter(found)
    right = Counter(one for one, other in zip(wanted, found, strict=True) if one == other)
    return {
        label: Counts(right[label], said[label] - right[label], meant[label] - right[label])
        for label in sorted(meant | said)
    }


def accuracy(wanted: Sequence[str], found: Sequence[str]) -> float:
    """The share of equal pairs; 1 for none."""
    return _share(sum(map(str.__eq__, wanted, found)), len(wanted))


def macro_f1(counts: dict[str, Counts]) -> float:
    """The mean F1 of the labels that were meant at least once, each counting the same."""
    meant = [one.f1 for one in counts.values() if one.right + one.missed]
    return sum(meant) / len(meant) if meant else 1.0


def confusions(pairs: Iterable[tuple[str, str]]) -> dict[str, dict[str, int]]:
    """How often each label that was meant (outer key) was taken for each (inner key)."""
    table: dict[str, Counter[str]] = {}
    for wanted, found in pairs:
        table.setdefault(wanted, Counter())[found] += 1
    return {wanted: dict(table[wanted]) for wanted in sorted(table)}


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0
