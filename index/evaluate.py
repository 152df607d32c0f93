"""Measures the retriever on labelled questions: answered, refused, found at which rank, how fast.

A question set names articles and headings in words, so the passages expected for a question
are all those under the heading that comes nearest to its `near` and `answer` lines. The
question's own words play no part in that.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Dict, FrozenSet, Iterator, List, Sequence, Tuple

import numpy as np
from rapidfuzz import fuzz

from index.encoder import Encoder
from index.evidence import AnswerStatus, Evidence
from index.questions import LabelledQuestion
from index.retriever import Retriever
from knowledge.facts import KnowledgeBase, Passage

RANKS = (1, 3, 5)
DEPTH = 10  # how far down a passage still counts for the reciprocal rank


@dataclass(frozen=True)
class Outcome:
    """What happened to one question. `rank` is 0 for the first hit, None for none."""

    question: LabelledQuestion
    evidence: Evidence
    rank: int | None
    milliseconds: float

    @property
    def right(self) -> bool:
        return (self.evidence.status is AnswerStatus.FOUND) == self.question.answerable


class ExpectedPassages:
    """Finds the passages where the answer to a labelled question stands."""

    def __init__(self, knowledge: KnowledgeBase, encoder: Encoder) -> None:
        self._encoder = encoder
        self._headings: Dict[Tuple[str, str], List[str]] = {}
        drivers = {i: d.name for d in knowledge.drivers.values() for i in d.passage_ids}
        for passage in knowledge.passages.values():
            heading = _heading(knowledge, drivers, passage)
            self._headings.setdefault((passage.article_id, heading), []).append(passage.id)
        ids = list(knowledge.passages)
        texts = [knowledge.passages[i].text for i in ids]
        self._vectors = dict(zip(ids, encoder.encode(texts)))

    def of(self, question: LabelledQuestion) -> FrozenSet[str]:
        """Ids of the passages under the heading meant, in each of the question's articles."""
        wanted = self._encoder.encode([f"{question.near}: {question.answer}"])[0]
        found: List[str] = []
        for article in question.articles:
            headings = [key for key in self._headings if key[0] == article]
            best = max(headings, key=lambda key: self._nearness(key, question, wanted))
            found += self._headings[best]
        return frozenset(found)

    def _nearness(
        self, key: Tuple[str, str], question: LabelledQuestion, wanted: np.ndarray
    ) -> float:
        title = fuzz.token_set_ratio(question.near.lower(), key[1].lower()) / 100
        return title + 2 * max(float(self._vectors[i] @ wanted) for i in self._headings[key])


def _heading(knowledge: KnowledgeBase, drivers: Dict[str, str], passage: Passage) -> str:
    if passage.role_id:
        return knowledge.roles[passage.role_id].title
    return drivers.get(passage.id) or knowledge.sections[passage.section_id].title


def evaluate_questions(
    retriever: Retriever, expected: ExpectedPassages, questions: Sequence[LabelledQuestion]
) -> List[Outcome]:
    """Ask every question once, cold."""
    outcomes = []
    for question in questions:
        start = time.perf_counter()
        evidence = retriever.evidence(question.text)
        milliseconds = (time.perf_counter() - start) * 1000
        rank = None
        if question.answerable:
            wanted = expected.of(question)
            hits = retriever.search(question.text, top_k=DEPTH)
            rank = next((i for i, hit in enumerate(hits) if hit.passage_id in wanted), None)
        outcomes.append(Outcome(question, evidence, rank, milliseconds))
    return outcomes


def report_lines(outcomes: Sequence[Outcome], *, with_misses: bool = False) -> Iterator[str]:
    """The measurements, one a line; with the questions that went wrong if wanted."""
    answerable = [o for o in outcomes if o.question.answerable]
    near_misses = [o for o in outcomes if not o.question.answerable]
    yield _share("answered, of those the articles answer", answerable)
    yield _share("refused, of those they do not", near_misses)
    if answerable:
        for k in RANKS:
            found = sum(o.rank is not None and o.rank < k for o in answerable) / len(answerable)
            yield f"recall@{k}: {found:.3f}"
        ranks = [1 / (o.rank + 1) if o.rank is not None else 0.0 for o in answerable]
        yield f"MRR@{DEPTH}: {np.mean(ranks):.3f}"
    if outcomes:
        times = [o.milliseconds for o in outcomes]
        yield f"time: p50 {np.percentile(times, 50):.1f} ms, p95 {np.percentile(times, 95):.1f} ms"
    if with_misses:
        for outcome in outcomes:
            if not outcome.right:
                done = "refused" if outcome.question.answerable else "answered"
                yield f"{done} ({outcome.evidence.probability:.2f}): {outcome.question.text}"


def _share(what: str, outcomes: Sequence[Outcome]) -> str:
    right = sum(outcome.right for outcome in outcomes)
    return f"{what}: {right} of {len(outcomes)}" + (
        f" ({right / len(outcomes):.1%})" if outcomes else ""
    )
