"""Finds polls by meaning: a question is held against the answer that each percentage stands for.

Words that every question about a poll shares ("how many physicians ...") are taken out on
both sides; with them in, questions about anything at all came near some poll.
"""

from __future__ import annotations

import re
from typing import Collection, NamedTuple

import numpy as np

from index.encoder import Encoder
from knowledge.facts import KnowledgeBase, Poll

STEM = 5  # letters that forms of one word share: "leave", "leaving"
_SHARED_WORDS = re.compile(
    r"\b(?:how many|how much|what|which|percent(?:age)?|pct|share|proportion|number|fraction|of|the|"
    r"are|is|do|does|did|physicians?|doctors?|docs|mds?|members?|people|polled|surveyed|named|gave|"
    r"say|said|sermo|respondents?|medicine|polls?|survey|"
    r"and|in|there|as an?|an?)\b|[%?!.,]",
    re.IGNORECASE,
)


class PollHit(NamedTuple):
    """A poll and its cosine to the question, -1 to 1."""

    poll: Poll
    score: float


class PollIndex:
    """All polls of one knowledge version; small enough for a plain matrix product."""

    def __init__(self, knowledge: KnowledgeBase, encoder: Encoder) -> None:
        self._encoder = encoder
        self._polls = tuple(knowledge.polls.values())
        wordings = [(i, w) for i, poll in enumerate(self._polls) for w in _wordings(poll)]
        self._stems = {w[:STEM] for _, text in wordings for w in re.findall(r"[a-z]+", text)}
        self._owners = np.array([i for i, _ in wordings], dtype=np.int64)
        self._vectors = encoder.encode([w for _, w in wordings]) if wordings else None

    def knows(self, words: Collection[str]) -> bool:
        """Whether the polls or the ways to ask for them hold all of some words, in any form."""
        return all(word[:STEM] in self._stems or _SHARED_WORDS.fullmatch(word) for word in words)

    def search(self, question: str) -> list[PollHit]:
        """Every poll, nearest first; equal scores keep the knowledge base's order."""
        asked = _content(question)
        if self._vectors is None or not asked:
            return []
        cosines = self._vectors @ self._encoder.encode([asked])[0]
        best = np.full(len(self._polls), -1.0)
        np.maximum.at(best, self._owners, cosines)
        order = np.argsort(-best, kind="stable")
        return [PollHit(self._polls[i], float(best[i])) for i in order]


def _wordings(poll: Poll) -> list[str]:
    """The answer alone, the answer to its question, and other words for it."""
    answer, question = _content(poll.statement), _content(poll.question)
    return [answer, f"{answer} ({question})", *map(_content, poll.wordings)]


def _content(text: str) -> str:
    return " ".join(_SHARED_WORDS.sub(" ", text).lower().split())
