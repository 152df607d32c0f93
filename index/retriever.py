"""Finds the passages that answer a question, and says when none does.

Both searches run over the allowed passages only; their two rankings are fused by reciprocal
rank. The whole of it is read-only after loading and safe to use from several threads.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Collection, Dict, List, Mapping, Optional, Set, Tuple

import numpy as np

from index.encoder import Encoder
from index.evidence import (
    AnswerStatus,
    Evidence,
    EvidenceModel,
    Hit,
    WordStatistics,
    signals_of,
)
from index.onnx_encoder import OnnxEncoder
from index.passage_index import PassageIndex
from index.passages import indexed_passages
from index.question import Question, QuestionReader
from index.word_index import Stemmer, split_words
from knowledge.facts import KnowledgeBase
from knowledge.settings import Settings

__all__ = ["AnswerStatus", "Evidence", "Hit", "Retriever"]

TOP_K = 5
CANDIDATES = 50  # of the vector search; a passage further down cannot reach the top by words alone
# Reciprocal rank fusion, 1 / (RANK_CONSTANT + rank). Measured on the tuning questions: 10 puts
# the right passage first more often than the customary 60, as the lists are short.
RANK_CONSTANT = 10


class Retriever:
    """Search over one version of the knowledge."""

    def __init__(
        self, knowledge: KnowledgeBase, encoder: Encoder, index: PassageIndex, model: EvidenceModel
    ) -> None:
        passages = indexed_passages(knowledge)
        texts = {p.id: f"{p.context} {p.names} {p.text}" for p in passages}
        self._encoder = encoder
        self._index = index
        self._model = model
        self._stemmer = Stemmer()
        self._statistics = WordStatistics(index.words.passage_counts(), len(passages))
        words = {i: split_words(text) for i, text in texts.items()}
        self._passage_stems: Dict[str, Set[str]] = {
            i: set(self._stemmer.stems(found)) for i, found in words.items()
        }
        vocabulary = {word for found in words.values() for word in found}
        self._reader = QuestionReader(knowledge, vocabulary)
        self._source: Optional[Tuple[Path, str]] = None

    @classmethod
    def load(cls, settings: Settings, knowledge: KnowledgeBase) -> Retriever:
        """Load the built index and the exported encoder.

        Raises:
            PassageIndexError: One of them is missing, damaged, or of another version.
        """
        version = _version(settings.index_dir)
        encoder = _encoder(settings.encoder_dir.resolve())
        index = PassageIndex.load(settings.index_dir, knowledge, encoder)
        retriever = cls(knowledge, encoder, index, EvidenceModel.load(encoder))
        retriever._source = (settings.index_dir, version)
        return retriever

    @property
    def encoder(self) -> Encoder:
        """The encoder of the index, for other searches in the same space."""
        return self._encoder

    def is_current(self) -> bool:
        """Whether the folder still holds the version that was loaded (one readlink)."""
        return self._source is None or _version(self._source[0]) == self._source[1]

    def search(
        self, question: str, *, allowed: Optional[Collection[str]] = None, top_k: int = TOP_K
    ) -> List[Hit]:
        """Find the best passages, whether or not they answer the question.

        Args:
            question: As typed.
            allowed: Passage ids that a filter leaves; None for all. Applied inside the search.
            top_k: How many to return at most; at least 1.
        """
        read = self._reader.read(question)
        return self._hits(read, self._vector(read), allowed, top_k)

    def evidence(
        self, question: str, *, allowed: Optional[Collection[str]] = None, top_k: int = TOP_K
    ) -> Evidence:
        """Find the best passages and decide whether they answer the question."""
        read = self._reader.read(question)
        vector = self._vector(read)
        hits = self._hits(read, vector, allowed, top_k)
        signals = self._signals(read, hits)
        probability = self._model.probability(signals, vector) if hits and read.words else 0.0
        found = probability >= self._model.threshold
        status = AnswerStatus.FOUND if found else AnswerStatus.NOT_COVERED
        return Evidence(status, probability, tuple(hits), signals)

    def features(self, question: str) -> Tuple[Mapping[str, float], np.ndarray]:
        """What `evidence` decides from, for fitting: the signals and the question's vector."""
        read = self._reader.read(question)
        vector = self._vector(read)
        return self._signals(read, self._hits(read, vector, None, TOP_K)), vector

    def _vector(self, question: Question) -> np.ndarray:
        return self._encoder.encode([question.text])[0]

    def _signals(self, question: Question, hits: List[Hit]) -> Mapping[str, float]:
        stems = self._stemmer.stems(question.words)
        return signals_of(
            question.text, stems, hits, self._passage_stems, self._statistics
        )

    def _hits(
        self, question: Question, vector: np.ndarray, allowed: Optional[Collection[str]], top_k: int
    ) -> List[Hit]:
        if top_k < 1:
            raise ValueError(f"top_k is {top_k}; it must be at least 1")
        near = self._index.vector_scores(vector, allowed=allowed, top_k=max(top_k, CANDIDATES))
        words = self._index.words.search([*question.words, *question.spellings], allowed=allowed)
        by_vector = {passage_id: rank for rank, passage_id in enumerate(near)}
        by_words = {passage_id: rank for rank, passage_id in enumerate(words)}
        # A passage found by words alone may lie below the candidates: its cosine is 0 then.
        hits = [
            Hit(i, _reciprocal(by_vector.get(i)) + _reciprocal(by_words.get(i)),
                near.get(i, 0.0), words.get(i, 0.0))
            for i in {**near, **words}
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))[:top_k]


def _reciprocal(rank: Optional[int]) -> float:
    return 0.0 if rank is None else 1 / (RANK_CONSTANT + rank)


def _version(folder: Path) -> str:
    """Names the version in a published folder; "" when there is none."""
    try:
        return os.readlink(folder)
    except OSError:
        return ""


@lru_cache(maxsize=1)
def _encoder(folder: Path) -> OnnxEncoder:
    """The encoder of a resolved folder: kept when only the index is replaced."""
    return OnnxEncoder(folder)
