"""Finds polls by meaning: a question is held against the answer that each percentage stands for.

Words that every question about a poll shares ("how many physicians ...") are taken out on
both sides; with them in, questions about anything at all came near some poll.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Collection, Dict, Mapping, NamedTuple, Optional, Sequence

import numpy as np

from index.encoder import Encoder
from knowledge.facts import KnowledgeBase, Poll

POLLS_FILE = "polls.npz"
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

    def __init__(
        self, knowledge: KnowledgeBase, encoder: Encoder, known: Optional[Mapping[str, np.ndarray]] = None
    ) -> None:
        """Read the polls.

        Args:
            knowledge: Its polls are searched.
            encoder: Gives the vectors of wordings that are not known, and of questions.
            known: Vectors of this encoder by wording; see `known_poll_vectors`.
        """
        self._encoder = encoder
        self._polls = tuple(knowledge.polls.values())
        wordings = [(i, w) for i, poll in enumerate(self._polls) for w in _wordings(poll)]
        self._stems = {w[:STEM] for _, text in wordings for w in re.findall(r"[a-z]+", text)}
        self._owners = np.array([i for i, _ in wordings], dtype=np.int64)
        vectors = _vectors_of([w for _, w in wordings], encoder, known or {})
        self._vectors = vectors if wordings else None

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


def known_poll_vectors(folder: Path, encoder: Encoder) -> Dict[str, np.ndarray]:
    """The vectors that a folder holds, by wording; none when it has none, damaged ones or another encoder's."""
    try:
        with np.load(Path(folder) / POLLS_FILE, allow_pickle=False) as file:
            if file["weights"].tolist() != encoder.weights_sha256:
                return {}
            return dict(zip(file["wordings"].tolist(), file["vectors"]))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return {}


def write_poll_vectors(
    target: Path, knowledge: KnowledgeBase, encoder: Encoder, known: Mapping[str, np.ndarray]
) -> None:
    """Write the vectors of all wordings into a folder, so that loading has none to make."""
    wordings = list(dict.fromkeys(w for poll in knowledge.polls.values() for w in _wordings(poll)))
    np.savez(
        target / POLLS_FILE, weights=np.array(encoder.weights_sha256), wordings=np.array(wordings),
        vectors=_vectors_of(wordings, encoder, known),
    )


def _vectors_of(wordings: Sequence[str], encoder: Encoder, known: Mapping[str, np.ndarray]) -> np.ndarray:
    new = list(dict.fromkeys(w for w in wordings if w not in known))
    made = {**known, **dict(zip(new, encoder.encode(new) if new else ()))}
    return np.stack([made[w] for w in wordings]) if wordings else np.zeros((0, encoder.dimension), np.float32)


def _wordings(poll: Poll) -> list[str]:
    """The answer alone, the answer to its question, and other words for it."""
    answer, question = _content(poll.statement), _content(poll.question)
    return [answer, f"{answer} ({question})", *map(_content, poll.wordings)]


def _content(text: str) -> str:
    return " ".join(_SHARED_WORDS.sub(" ", text).lower().split())
