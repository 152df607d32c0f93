"""What speaks for and against the passages found: numbers that the decision weighs."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Dict, Mapping, Sequence, Set

import numpy as np

from index.passage_tokens import Match

SIGNALS = (
    "nearest",  # cosine of the nearest passage
    "best",  # cosine of the passage ranked first
    "covered",  # share of the question's words, by rarity, that the best of the top has
    "covered_first",  # the same for the passage ranked first
    "unknown",  # share of the question's words that no passage has
    "number_missing",  # a quantity is asked for: share of the first three without a digit
    "met",  # how well any one passage meets the question's words (index/passage_tokens.py)
    "met_first",  # how well the passage ranked first does
    "met_least",  # the word that the best passage meets least
    "met_nowhere",  # the word that all passages together meet least
    "met_all",  # as `met`, with words such as "how" and "who" counting as much as any
    "ahead",  # by how much the best passage meets them better than the fifth best
)
_ASKS_QUANTITY = re.compile(
    r"\b(how (many|much|long|often|big|old|far|soon)|(what|which) (percent|percentage|share|%|"
    r"fraction|proportion)|number of|amount of|average|median|minimum|maximum|rates?|cost|fees?)\b",
    re.IGNORECASE,
)
FIFTH = 5


@dataclass(frozen=True)
class Hit:
    """One passage found.

    `vector_score` is a cosine, `word_score` is BM25 (0: no word), `match_score` says how well
    the passage meets the question's words (a cosine).
    """

    passage_id: str
    score: float
    vector_score: float
    word_score: float
    match_score: float = 0.0


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
    match: Match,
) -> Dict[str, float]:
    """Compute the signals.

    Args:
        question: Its text.
        question_stems: Stems of its content words.
        hits: What the search found, best first; may be empty.
        passage_stems: Stems of each hit's indexed text.
        statistics: Rarity of stems.
        match: How its words are met in the passages searched.
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
        "met_first": hits[0].match_score if hits else 0.0,
        **_met(match),
    }


def _met(match: Match) -> Dict[str, float]:
    if not match.met.size:
        return dict.fromkeys(("met", "met_least", "met_nowhere", "met_all", "ahead"), 0.0)
    best = int(np.argmax(match.scores))
    ranked = np.sort(match.scores)[::-1]
    return {
        "met": float(ranked[0]),
        "met_least": float(match.met[:, best].min()),
        "met_nowhere": float(match.met.max(axis=1).min()),
        "met_all": float(match.met_any.max()),
        "ahead": float(ranked[0] - ranked[min(FIFTH, len(ranked)) - 1]),
    }
