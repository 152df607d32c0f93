"""Do the passages found really answer the question? The one place that decides it.

Nearness alone cannot tell: "MSL pay in Canada" is as near to the MSL passages as a question
that they answer. So a question is held against questions of which the right treatment is
known: those that ask for the same kind of thing, and about which the search found out as
much (signals.py), vote by their nearness (kernel logistic regression). What is needed for
that is in evidence.json, fitted by `python -m index.fit_evidence`.
"""

from __future__ import annotations

import base64
import json
import math
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Mapping, Tuple

import numpy as np

from index.encoder import Encoder
from index.errors import EncoderMismatch
from index.signals import SIGNALS, Hit
from index.token_encoder import TokenEncoder

WEIGHTS_FILE = Path(__file__).with_name("evidence.json")
FIT_COMMAND = "python -m index.fit_evidence"


class AnswerStatus(str, Enum):
    """Whether the articles answer a question."""

    FOUND = "found"
    NOT_COVERED = "not_covered"


@dataclass(frozen=True)
class Evidence:
    """The decision and what it rests on. `hits` are best first, also when not covered."""

    status: AnswerStatus
    probability: float  # that the passages answer the question
    hits: Tuple[Hit, ...]
    signals: Mapping[str, float]
    telling: int = 0  # so many of the hits, from the first, are worth showing; the rest only lie near


@dataclass(frozen=True)
class Features:
    """What a decision is made from."""

    signals: Mapping[str, float]
    vector: np.ndarray  # of the question: the sentence vector, then the mean of its words' vectors


@dataclass(frozen=True)
class EvidenceModel:
    """The fitted model. `threshold` is the least probability that counts as found."""

    means: np.ndarray  # of the signals, shape (len(SIGNALS),)
    scales: np.ndarray
    centre: np.ndarray  # of the vectors, shape (dimensions,)
    projection: np.ndarray  # of the vectors on their main directions, shape (dimensions, directions)
    points: np.ndarray  # the known questions, shape (questions, directions + len(SIGNALS))
    votes: np.ndarray  # of the known questions, shape (questions,)
    bias: float
    threshold: float
    width: float = 1.0  # of the kernel exp(-width * squared distance)

    @classmethod
    def load(cls, encoder: Encoder, tokens: TokenEncoder, path: Path = WEIGHTS_FILE) -> EvidenceModel:
        """Read the model that was fitted for these encoders.

        Raises:
            EncoderMismatch: It belongs to other encoders or cannot be read.
        """
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            if tuple(content["signals"]) != SIGNALS:
                raise KeyError("signals")
            made_for = (content["weights_sha256"], content["token_weights_sha256"])
            model = cls._from(content)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise EncoderMismatch(f"{path} cannot be read ({error!r}). Run: {FIT_COMMAND}") from error
        dimensions = encoder.dimension + tokens.dimension
        if made_for != (encoder.weights_sha256, tokens.weights_sha256) or len(model.centre) != dimensions:
            raise EncoderMismatch(
                f"{path.name} was fitted for the encoder {content['encoder']}, not for {encoder.name}."
                f" Run: {FIT_COMMAND}"
            )
        return model

    @classmethod
    def _from(cls, content: Mapping[str, Any]) -> EvidenceModel:
        centre, votes = unpacked(content["centre"]), unpacked(content["votes"])
        return cls(
            means=np.array(content["means"], dtype=np.float64),
            scales=np.array(content["scales"], dtype=np.float64),
            centre=centre,
            projection=unpacked(content["projection"]).reshape(len(centre), -1),
            points=unpacked(content["points"]).reshape(len(votes), -1),
            votes=votes,
            bias=float(content["bias"]),
            threshold=float(content["threshold"]),
            width=float(content["width"]),
        )

    def place(self, features: Features) -> np.ndarray:
        """Where a question lies among the known ones, shape (directions + len(SIGNALS),)."""
        values = np.array([features.signals[name] for name in SIGNALS])
        kind = (features.vector - self.centre) @ self.projection
        return np.concatenate([kind, (values - self.means) / self.scales])

    def probability(self, features: Features) -> float:
        """Probability that the passages answer the question."""
        distances = ((self.points - self.place(features)) ** 2).sum(axis=1)
        score = self.bias + float(np.exp(-self.width * distances) @ self.votes)
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, score))))


def packed(values: np.ndarray) -> str:
    """Numbers as text: 16-bit floats in base64, in order of rows."""
    return base64.b64encode(np.ascontiguousarray(values, dtype="<f2").tobytes()).decode("ascii")


def unpacked(text: str) -> np.ndarray:
    """The numbers of `packed`, float64, in one row.

    Raises:
        ValueError: It is no such text.
    """
    return np.frombuffer(base64.b64decode(text, validate=True), dtype="<f2").astype(np.float64)
