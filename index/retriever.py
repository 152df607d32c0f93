"""Finds the passages that answer a question, and says when none does.

Both searches run over the allowed passages only. Their two rankings are fused by reciprocal
rank, and how well a passage meets each word of the question is added. The whole of it is
read-only after loading and safe to use from several threads.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Collection, Dict, List, Mapping, Optional, Set, Tuple

import numpy as np

from index.encoder import Encoder
from index.evidence import AnswerStatus, Evidence, EvidenceModel, Features
from index.onnx_encoder import OnnxEncoder
from index.passage_index import PassageIndex
from index.passage_tokens import Match, PassageTokens
from index.passages import indexed_passages
from index.publication import search_folders
from index.question import Question, QuestionReader
from index.signals import Hit, WordStatistics, signals_of
from index.token_encoder import OnnxTokenEncoder, TokenEncoder
from index.word_index import Stemmer, split_words
from knowledge.facts import KnowledgeBase
from knowledge.settings import Settings

__all__ = ["AnswerStatus", "Evidence", "Hit", "Retriever"]

TOP_K = 5
CANDIDATES = 50  # of the vector search; a passage further down cannot reach the top by words alone
MOST_BY_WORDS = 500  # passages of the word search; with a few articles, all of them
# Reciprocal rank fusion, 1 / (RANK_CONSTANT + rank). Measured on the tuning questions: 10 puts
# the right passage first more often than the customary 60, as the lists are short.
RANK_CONSTANT = 10
NARROW = 0.12  # a hit whose score lies further below the first one is not worth showing
MATCH_WEIGHT = 1.0  # of the match score, -1 to 1, beside two reciprocal ranks of at most 0.1


@dataclass(frozen=True)
class Reading:
    """The word-by-word reader and what it made of the passages."""

    encoder: TokenEncoder
    passages: PassageTokens


@dataclass(frozen=True)
class _Found:
    """What the searches made of one question."""

    question: Question
    vector: np.ndarray  # of the sentence, then the mean of its words'
    match: Match
    hits: List[Hit]


class Retriever:
    """Search over one version of the knowledge."""

    def __init__(
        self, knowledge: KnowledgeBase, encoder: Encoder, index: PassageIndex, reading: Reading,
        model: EvidenceModel,
    ) -> None:
        passages = indexed_passages(knowledge)
        self._texts = {p.id: f"{p.context} {p.names} {p.text}" for p in passages}
        self._encoder = encoder
        self._index = index
        self._reading = reading
        self._model = model
        self._stemmer = Stemmer()
        self._statistics = WordStatistics(index.words.passage_counts(), len(passages))
        vocabulary = {word for text in self._texts.values() for word in split_words(text)}
        self._reader = QuestionReader(knowledge, vocabulary)
        self._source: Optional[Tuple[Path, str]] = None

    @classmethod
    def load(cls, settings: Settings, knowledge: KnowledgeBase) -> Retriever:
        """Load the built index and the exported encoder.

        Raises:
            PassageIndexError: One of them is missing, damaged, or of another version.
        """
        index_folder, _ = search_folders(settings, knowledge.version)
        version = _version(index_folder)
        encoder = _encoder(settings.encoder_dir.resolve())
        index = PassageIndex.load(index_folder, knowledge, encoder)
        reading = load_reading(settings, knowledge)
        retriever = cls(knowledge, encoder, index, reading, EvidenceModel.load(encoder, reading.encoder))
        retriever._source = (index_folder, version)
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
        return self._find(question, allowed, top_k).hits

    def evidence(
        self, question: str, *, allowed: Optional[Collection[str]] = None, top_k: int = TOP_K
    ) -> Evidence:
        """Find the best passages and decide whether they answer the question."""
        found = self._find(question, allowed, top_k)
        features = self._features(found)
        answerable = bool(found.hits and found.question.words)
        probability = self._model.probability(features) if answerable else 0.0
        status = AnswerStatus.FOUND if probability >= self._model.threshold else AnswerStatus.NOT_COVERED
        return Evidence(status, probability, tuple(found.hits), features.signals, _telling(found.hits))

    def features(self, question: str) -> Tuple[Features, List[Hit]]:
        """What `evidence` decides from, and the hits, for fitting."""
        found = self._find(question, None, TOP_K)
        return self._features(found), found.hits

    def _features(self, found: _Found) -> Features:
        stems = self._stemmer.stems(found.question.words)
        signals = signals_of(
            found.question.text, stems, found.hits[:TOP_K], self._stems_of(found.hits[:TOP_K]), self._statistics,
            found.match,
        )
        return Features(signals, found.vector)

    def _stems_of(self, hits: List[Hit]) -> Dict[str, Set[str]]:
        return {h.passage_id: set(self._stemmer.stems(split_words(self._texts[h.passage_id]))) for h in hits}

    def _find(self, text: str, allowed: Optional[Collection[str]], top_k: int) -> _Found:
        if top_k < 1:
            raise ValueError(f"top_k is {top_k}; it must be at least 1")
        question = self._reader.read(text)
        vector = self._encoder.encode([question.text])[0]
        tokens = self._reading.encoder.read(question.text)
        near = self._index.vector_scores(vector, allowed=allowed, top_k=max(top_k, CANDIDATES))
        words = self._index.words.search(
            [*question.words, *question.spellings], allowed=allowed, most=max(top_k, MOST_BY_WORDS)
        )
        passages = self._reading.passages
        # Of many articles only the passages are read that one of the two searches brings forward.
        near_by = allowed if passages.is_held else {*near, *islice(words, max(top_k, CANDIDATES))}
        match = passages.match(tokens, near_by)
        hits = _fused(near, words, match.by_passage())
        return _Found(question, np.concatenate([vector, tokens.mean]), match, hits[:top_k])


def load_reading(settings: Settings, knowledge: KnowledgeBase) -> Reading:
    """The word-by-word reader and the passages that it read.

    Raises:
        PassageIndexError: It is missing, damaged, or of another version.
    """
    encoder = _token_encoder(settings.tokens_dir.resolve())
    _, tokens_folder = search_folders(settings, knowledge.version)
    return Reading(encoder, PassageTokens.load(tokens_folder, knowledge, encoder.weights_sha256))


def _fused(near: Mapping[str, float], words: Mapping[str, float], met: Mapping[str, float]) -> List[Hit]:
    """Everything that either search found, best first."""
    by_vector = {passage_id: rank for rank, passage_id in enumerate(near)}
    by_words = {passage_id: rank for rank, passage_id in enumerate(words)}
    hits = [
        Hit(
            passage_id=i,
            score=(
                _reciprocal(by_vector.get(i)) + _reciprocal(by_words.get(i))
                + MATCH_WEIGHT * met.get(i, 0.0)
            ),
            # A passage found by words alone may lie below the candidates: its cosine is 0 then.
            vector_score=near.get(i, 0.0),
            word_score=words.get(i, 0.0),
            match_score=met.get(i, 0.0),
        )
        for i in {**near, **words}
    ]
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))


def _telling(hits: List[Hit]) -> int:
    """How many hits, from the first, are about as good as the first."""
    return next((i for i, hit in enumerate(hits) if hits[0].score - hit.score > NARROW), len(hits))


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


@lru_cache(maxsize=1)
def _token_encoder(folder: Path) -> OnnxTokenEncoder:
    """The word-by-word reader of a resolved folder."""
    return OnnxTokenEncoder(folder)
