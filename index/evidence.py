"""Do the passages found really answer the question? The one place that decides it.

Nearness alone cannot tell: "MSL pay in Canada" is as near to the MSL passages as a question
that they answer. A logistic regression weighs what the search found (signals below) and what
kind of thing is asked (the question's vector); its weights are in evidence.json, fitted by
`python -m index.fit_evidence` on questions of which the right answer is known.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Dict, Mapping, Sequence, Set, Tuple

import numpy as np

from index.encoder import Encoder
from index.errors import EncoderMismatch

WEIGHTS_FILE = Path(__file__).with_name("evidence.json")
FIT_COMMAND = "python -m index.fit_evidence"
SIGNALS = (
    "nearest",  # cosine of the nearest passage
    "best",  # cosine of the passage ranked first
    "covered",  # share of the question's words, by rarity, that the best of the top has
    "covered_first",  # the same for the passage ranked first
    "unknown",  # share of the question's words that no passage has
    "number_missing",  # a quantity is asked for: share of the first three without a digit
)
_ASKS_QUANTITY = re.compile(
    r"\b(how (many|much|long|often|big|old|far|soon)|(what|which) (percent|percentage|share|%|"
    r"fraction|proportion)|number of|amount of|average|median|minimum|maximum|rates?|cost|fees?)\b",
    re.IGNORECASE,
)


class AnswerStatus(str, Enum):
    """Whether the articles answer a question."""

    FOUND = "found"
    NOT_COVERED = "not_covered"


@dataclass(frozen=True)
class Hit:
    """One passage found. `vector_score` is a cosine, `word_score` is BM25 (0: no word)."""

    passage_id: str
    score: float
    vector_score: float
    word_score: float


@dataclass(frozen=True)
class Evidence:
    """The decision and what it rests on. `hits` are best first, also when not covered."""

    status: AnswerStatus
    probability: float  # that the passages answer the question
    hits: Tuple[Hit, ...]
    signals: Mapping[str, float]


@dataclass(frozen=True)
class EvidenceModel:
    """The fitted weights. `threshold` is the least probability that counts as found."""

    encoder: str
    weights_sha256: str
    means: np.ndarray  # of the signals, shape (len(SIGNALS),)
    scales: np.ndarray
    signal_weights: np.ndarray
    vector_weights: np.ndarray  # shape (dimension,)
    bias: float
    threshold: float

    @classmethod
    def load(cls, encoder: Encoder, path: Path = WEIGHTS_FILE) -> EvidenceModel:
        """Read the weights that were fitted for this encoder.

        Raises:
            EncoderMismatch: They belong to another encoder or cannot be read.
        """
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            if tuple(content["signals"]) != SIGNALS:
                raise KeyError("signals")
            model = cls(
                encoder=content["encoder"],
                weights_sha256=content["weights_sha256"],
                means=np.array(content["means"]),
                scales=np.array(content["scales"]),
                signal_weights=np.array(content["signal_weights"]),
                vector_weights=np.array(content["vector_weights"]),
                bias=float(content["bias"]),
                threshold=float(content["threshold"]),
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise EncoderMismatch(f"{path} cannot be read ({error!r}). Run: {FIT_COMMAND}") from error
        if (model.weights_sha256, len(model.vector_weights)) != (
            encoder.weights_sha256, encoder.dimension,
        ):
            raise EncoderMismatch(
                f"{path.name} was fitted for the encoder {model.encoder}, not for {encoder.name}."
                f" Run: {FIT_COMMAND}"
            )
        return model

    def probability(self, signals: Mapping[str, float], vector: np.ndarray) -> float:
        """Probability that the passages answer the question with this vector."""
        values = (np.array([signals[name] for name in SIGNALS]) - self.means) / self.scales
        score = self.bias + float(values @ self.signal_weights) + float(vector @ self.vector_weights)
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, score))))


class WordStatistics:
    """How rare each stem is among the passages."""

    def __init__(self, passage_counts: Mapping[str, int], passages: int) -> None:
        self._counts = passage_counts
        self._passages = passages

    def rarity(self, stem: str) -> float:
        """Inverse document frequency; highest for a stem that no passage has."""
        return math.log((self._passages + 1) / (self._counts.get(stem, 0) + 0.5))

    def is_known(self, stem: str) -> bool:
        return stem in self._counts


def signals_of(
    question: str,
    question_stems: Sequence[str],
    hits: Sequence[Hit],
    passage_stems: Mapping[str, Set[str]],
    statistics: WordStatistics,
) -> Dict[str, float]:
    """Compute the signals.

    Args:
        question: Its text.
        question_stems: Stems of its content words.
        hits: What the search found, best first; may be empty.
        passage_stems: Stems of each hit's indexed text.
        statistics: Rarity of stems.
    """
    rarities = {stem: statistics.rarity(stem) for stem in question_stems}
    total = sum(rarities.values())

    def covered(hit: Hit) -> float:
        found = passage_stems.get(hit.passage_id, set())
        return sum(r for stem, r in rarities.items() if stem in found) / total if total else 0.0

    def has_number(hit: Hit) -> bool:
        stems = passage_stems.get(hit.passage_id, set())
        return any(character.isdigit() for stem in stems for character in stem)

    unknown = [stem for stem in rarities if not statistics.is_known(stem)]
    return {
        "nearest": max((hit.vector_score for hit in hits), default=0.0),
        "best": hits[0].vector_score if hits else 0.0,
        "covered": max((covered(hit) for hit in hits), default=0.0),
        "covered_first": covered(hits[0]) if hits else 0.0,
        "unknown": len(unknown) / len(rarities) if rarities else 1.0,
        "number_missing": (
            sum(not has_number(hit) for hit in hits[:3]) / len(hits[:3])
            if hits and _ASKS_QUANTITY.search(question) else 0.0
        ),
    }
