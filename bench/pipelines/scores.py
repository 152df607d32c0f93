"""Scores of guesses with confidences, over thresholds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

STEPS = tuple(round(0.05 * step, 2) for step in range(20))
FALLBACK = "nlu_fallback"


@dataclass(frozen=True)
class Guesses:
    """What a model said of the lines of one set.

    Attributes:
        wanted: The intent of each line.
        guessed: The model's best guess.
        confidences: From 0 to 1.
        outside: The label of lines that belong to no intent.
    """

    wanted: tuple[str, ...]
    guessed: tuple[str, ...]
    confidences: tuple[float, ...]
    outside: str

    def at(self, threshold: float) -> list[str]:
        """The guesses, and `outside` where the confidence is below the threshold."""
        pairs = zip(self.guessed, self.confidences)
        return [guess if confidence >= threshold else self.outside for guess, confidence in pairs]


def matthews(wanted: Sequence[str], guessed: Sequence[str]) -> float:
    """Matthews correlation of several classes (-1 to 1; 0 where one side has a single class)."""
    total, right = len(wanted), sum(w == g for w, g in zip(wanted, guessed))
    truth, guess = Counter(wanted), Counter(guessed)
    shared = sum(truth[name] * guess[name] for name in truth)
    spread = (total**2 - sum(n**2 for n in guess.values())) * (total**2 - sum(n**2 for n in truth.values()))
    return (right * total - shared) / spread**0.5 if spread else 0.0


def matthews_curve(guesses: Guesses) -> dict[float, float]:
    """Matthews correlation by threshold, 0.05 apart."""
    return {step: matthews(guesses.wanted, guesses.at(step)) for step in STEPS}


def scope_point(wanted: Sequence[str], final: Sequence[str], outside: str) -> dict[str, float]:
    """In-scope accuracy, and recall of what is out of scope (or was sent to the fallback).

    Raises:
        ValueError: Lines of one of the two kinds are missing.
    """
    pairs = list(zip(wanted, final))
    inside = [want == got for want, got in pairs if want != outside]
    refused = [got in (outside, FALLBACK) for want, got in pairs if want == outside]
    if not inside or not refused:
        raise ValueError("the set needs lines in scope and lines out of scope")
    return {"in_scope": float(np.mean(inside)), "outside_recall": float(np.mean(refused))}


def scope_curve(guesses: Guesses) -> dict[float, dict[str, float]]:
    """`scope_point` by threshold, 0.05 apart."""
    return {step: scope_point(guesses.wanted, guesses.at(step), guesses.outside) for step in STEPS}
