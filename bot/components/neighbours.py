"""The training lines nearest to a message in meaning, and how much their word counts.

A regression draws one line between two intents everywhere; the nearest lines know the
exceptions. The nearer they are, the more they say: up to half of the answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

FILE = "neighbours.npz"


@dataclass(frozen=True)
class Neighbourhood:
    """How neighbours are weighed.

    Attributes:
        neighbours: How many training lines are asked; 0 for none.
        dimensions: Directions of the vectors that are kept. A third of them gives the same
            answers at a third of the time and memory.
        sharpness: How quickly a line's weight falls with its distance: it is
            exp(sharpness * (cosine - 1)).
        nearness: How soon the neighbours are trusted: their share of the answer is
            most * n / (1 + n), where n is nearness times the sum of their weights.
        most: The share they have at most.
    """

    neighbours: int = 20
    dimensions: int = 128
    sharpness: float = 15.0
    nearness: float = 20.0
    most: float = 0.5

    def __post_init__(self) -> None:
        if self.neighbours < 0 or self.dimensions < 1:
            raise ValueError("neighbours must not be negative, and dimensions must be at least 1")
        if self.sharpness <= 0 or self.nearness < 0 or not 0 <= self.most <= 1:
            raise ValueError("sharpness must be above 0, nearness at least 0, and most from 0 to 1")


class Neighbours:
    """Training lines that can be asked for their intents."""

    def __init__(self, axes: np.ndarray, rows: np.ndarray, intents: np.ndarray) -> None:
        """Create from stored arrays.

        Args:
            axes: Directions that are kept, of shape (size of a vector, dimensions).
            rows: The lines' vectors in these directions, each of length one.
            intents: The number of each line's intent.
        """
        self._axes = axes.astype(np.float32)
        self._rows = np.ascontiguousarray(rows, dtype=np.float32)
        self._intents = intents.astype(np.int64)
        self._count = int(intents.max()) + 1

    def __len__(self) -> int:
        return len(self._rows)

    @classmethod
    def learned(cls, vectors: np.ndarray, intents: np.ndarray, dimensions: int) -> Neighbours:
        """Keep training lines; those that are the same to the encoder and in intent once.

        Args:
            vectors: One row a line.
            intents: The number of each line's intent.
            dimensions: How many directions to keep, at most those of the vectors.
        """
        labelled = np.column_stack([vectors, intents]).astype(np.float32)
        _, first = np.unique(labelled, axis=0, return_index=True)
        first.sort()
        kept = unit(vectors[first])
        _, directions = np.linalg.eigh((kept.T @ kept).astype(np.float64))
        axes = directions[:, ::-1][:, :dimensions].astype(np.float16)
        rows = unit(kept @ axes.astype(np.float32)).astype(np.float16)
        return cls(axes, rows, intents[first])

    @classmethod
    def load(cls, folder: Path) -> Neighbours:
        """Return what `save` wrote."""
        with np.load(folder / FILE) as stored:
            return cls(stored["axes"], stored["rows"], stored["intents"])

    def save(self, folder: Path) -> None:
        """Write to a folder. The numbers fit 16 bits already, so nothing is lost."""
        np.savez(
            folder / FILE,
            axes=self._axes.astype(np.float16),
            rows=self._rows.astype(np.float16),
            intents=self._intents.astype(np.int16),
        )

    def votes(self, vector: np.ndarray, how: Neighbourhood) -> np.ndarray:
        """Return the weights of the nearest lines, summed by intent.

        Args:
            vector: The message's vector, of any length.
            how: How many lines are asked and how they are weighed.
        """
        cosines = self._rows @ unit(vector[np.newaxis] @ self._axes)[0]
        count = min(how.neighbours, len(cosines))
        nearest = np.argpartition(-cosines, count - 1)[:count]
        weights = np.exp(how.sharpness * (cosines[nearest].astype(np.float64) - 1))
        return np.bincount(self._intents[nearest], weights, self._count)


def mixed(probabilities: np.ndarray, votes: np.ndarray, how: Neighbourhood) -> np.ndarray:
    """Return probabilities of which the neighbours have decided their share."""
    total = float(votes.sum())
    if total == 0:
        return probabilities
    near = how.nearness * total
    share = how.most * near / (1 + near)
    return (1 - share) * probabilities + share * votes / total


def unit(vectors: np.ndarray) -> np.ndarray:
    """Return rows of length one; a row of zeros stays as it is."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / np.where(lengths > 0, lengths, 1)
