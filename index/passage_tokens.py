"""All passages read word by word, and how well each word of a question is met in each.

A word is met by the passage word that means most nearly the same (late interaction, as in
ColBERT). The vectors are made at build time; a question costs one matrix product.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Collection, Dict, List, Mapping, Optional, Sequence

import numpy as np

from index.errors import BUILD_INDEX, IndexNotBuilt, IndexOutOfDate
from index.files import replaced_folder
from index.passages import IndexedPassage, indexed_passages
from index.question import STOP_WORDS
from index.token_encoder import OnnxTokenEncoder, TokenEncoder, Tokens
from index.token_weights import copy_weights
from knowledge.facts import KnowledgeBase

VECTORS_FILE = "passages.npz"


@dataclass(frozen=True)
class Match:
    """How a question's words are met. The columns are passages, in order of `ids`."""

    ids: Sequence[str]
    met: np.ndarray  # cosine of each telling word to the nearest word; shape (words, passages)
    met_any: np.ndarray  # the same for every word, "how" and "the" as well, averaged; (passages,)
    scores: np.ndarray  # `met` averaged, rare words counting more; (passages,)

    def by_passage(self) -> Dict[str, float]:
        """The scores by passage id."""
        return dict(zip(self.ids, self.scores.tolist()))


class PassageTokens:
    """The passages' word vectors. Read-only; safe to use from several threads."""

    def __init__(self, passages: Sequence[IndexedPassage], tokens: Sequence[Tokens], weights_sha256: str) -> None:
        self.hashes = {p.id: p.content_hash for p in passages}
        self.weights_sha256 = weights_sha256
        self._ids = [p.id for p in passages]
        lengths = [len(t.pieces) for t in tokens]
        self._starts = np.cumsum([0, *lengths])[:-1]
        self._pieces = [t.pieces for t in tokens]
        states = np.vstack([t.states for t in tokens]).astype(np.float32)
        # Without what all words share, cosines spread over their whole range.
        self._mean = states.mean(axis=0)
        self._states = _unit(states - self._mean)
        self._counts = Counter(piece for t in tokens for piece in set(t.pieces))

    @classmethod
    def load(cls, folder: Path, knowledge: KnowledgeBase, weights_sha256: str) -> PassageTokens:
        """Read what `build_tokens` wrote for this knowledge.

        Raises:
            IndexNotBuilt: There is none, or it cannot be read.
            IndexOutOfDate: It was made from other passages or by another model.
        """
        passages = indexed_passages(knowledge)
        stamp, tokens = _read(Path(folder).resolve() / VECTORS_FILE)
        if stamp != _stamp(passages, weights_sha256):
            raise IndexOutOfDate(f"{folder} was built from other passages. Run: {BUILD_INDEX}")
        return cls(passages, tokens, weights_sha256)

    def match(self, question: Tokens, allowed: Optional[Collection[str]] = None) -> Match:
        """Hold a question's words against those of the allowed passages; None for all."""
        keep = [i for i, passage_id in enumerate(self._ids) if allowed is None or passage_id in allowed]
        ids = [self._ids[i] for i in keep]
        if not ids or not question.pieces:
            return Match(ids, np.zeros((0, len(ids))), np.zeros(len(ids)), np.zeros(len(ids)))
        cosines = _unit(question.states - self._mean) @ self._states.T
        met = np.maximum.reduceat(cosines, self._starts, axis=1)[:, keep]
        telling = [i for i, piece in enumerate(question.pieces) if _is_telling(piece)]
        telling = telling or list(range(len(question.pieces)))
        rarity = np.array([self._rarity(question.pieces[i]) for i in telling])
        return Match(ids, met[telling], met.mean(axis=0), rarity @ met[telling] / rarity.sum())

    def _rarity(self, piece: str) -> float:
        return float(np.log((len(self._ids) + 1) / (self._counts[piece] + 0.5)))


def build_tokens(knowledge: KnowledgeBase, folder: Path) -> bool:
    """Copy the model into a folder and read the passages with it; False if nothing changed.

    Passages whose text is unchanged keep what was read before.

    Raises:
        EncoderNotFound: The package with the weights is not installed.
        EncoderMismatch: Its weights are others.
    """
    passages = indexed_passages(knowledge)
    if _is_current(folder, passages):
        return False
    with replaced_folder(folder) as new:
        copy_weights(new)
        encoder: TokenEncoder = OnnxTokenEncoder(new)
        write_tokens(new, passages, encoder, known_tokens(folder, encoder.weights_sha256))
    return True


def write_tokens(
    target: Path, passages: Sequence[IndexedPassage], encoder: TokenEncoder, known: Mapping[str, Tokens]
) -> int:
    """Write what was read of the passages into a folder; returns how many had to be read.

    Args:
        target: A folder that exists.
        passages: What to read, in order.
        encoder: The reader.
        known: What was read before, by the passages' content hash.
    """
    new = [p for p in passages if p.content_hash not in known]
    read = {**known, **{p.content_hash: encoder.read(p.embedded_text) for p in new}}
    tokens = [read[p.content_hash] for p in passages]
    np.savez(
        target / VECTORS_FILE,
        stamp=np.array(_stamp(passages, encoder.weights_sha256)),
        pieces=np.array([" ".join(t.pieces) for t in tokens]),
        states=np.vstack([t.states.astype(np.float16) for t in tokens]),
    )
    return len(new)


def known_tokens(folder: Path, weights_sha256: str) -> Dict[str, Tokens]:
    """What a folder holds of passages, by content hash; nothing if other weights read them."""
    try:
        stamp, tokens = _read(folder.resolve() / VECTORS_FILE)
    except IndexNotBuilt:
        return {}
    if not stamp or stamp[0] != weights_sha256:
        return {}
    return {line.rpartition(" ")[2]: one for line, one in zip(stamp[1:], tokens)}


def _is_current(folder: Path, passages: Sequence[IndexedPassage]) -> bool:
    try:
        encoder = OnnxTokenEncoder(folder)
        return _read(folder.resolve() / VECTORS_FILE)[0] == _stamp(passages, encoder.weights_sha256)
    except Exception:  # whatever is wrong with it, it is built anew
        return False


def _stamp(passages: Sequence[IndexedPassage], weights_sha256: str) -> List[str]:
    return [weights_sha256, *(f"{p.id} {p.content_hash}" for p in passages)]


def _read(path: Path) -> tuple[List[str], List[Tokens]]:
    try:
        with np.load(path, allow_pickle=False) as file:
            stamp, pieces, states = file["stamp"].tolist(), file["pieces"].tolist(), file["states"]
    except (OSError, ValueError, KeyError) as error:
        raise IndexNotBuilt(f"{path} is missing or damaged. Run: {BUILD_INDEX}") from error
    split = [tuple(text.split()) for text in pieces]
    ends = np.cumsum([len(p) for p in split])
    parts = np.split(states, ends[:-1])
    return stamp, [Tokens(p, s, np.zeros(0, np.float32)) for p, s in zip(split, parts)]


def _is_telling(piece: str) -> bool:
    return piece.startswith("##") or (piece.isalnum() and piece not in STOP_WORDS)


def _unit(rows: np.ndarray) -> np.ndarray:
    return rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)
