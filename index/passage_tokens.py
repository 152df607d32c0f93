"""All passages read word by word, and how well each word of a question is met in each.

A word is met by the passage word that means most nearly the same (late interaction, as in
ColBERT). The vectors are made at build time; a question costs one matrix product.
"""

from __future__ import annotations

import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Collection, Dict, List, Mapping, NamedTuple, Optional, Sequence

import numpy as np

from index.errors import BUILD_INDEX, IndexNotBuilt, IndexOutOfDate
from index.files import replaced_folder
from index.passages import IndexedPassage, indexed_passages
from index.question import STOP_WORDS
from index.token_encoder import OnnxTokenEncoder, TokenEncoder, Tokens
from index.token_weights import copy_weights
from knowledge.facts import KnowledgeBase

VECTORS_FILE = "passages.npz"
STATES_FILE = "states.f16"  # one row a token, passage after passage
MOST_HELD = 60_000  # tokens in memory, about 90 MB: a few dozen articles


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


class _Read(NamedTuple):
    """What was read of all passages, in their order; `mean` is None where it is to be computed."""

    lengths: Sequence[int]  # of each passage, in tokens
    counts: Counter  # in how many passages each piece stands
    states: np.ndarray  # shape (tokens, dimension)
    mean: Optional[np.ndarray]


class PassageTokens:
    """The passages' word vectors. Read-only; safe to use from several threads.

    Those of a few dozen articles are held in memory, ready for the product. Beyond that they stay
    in their file, and only the passages that the other searches bring forward are read.
    """

    def __init__(self, passages: Sequence[IndexedPassage], tokens: Sequence[Tokens], weights_sha256: str) -> None:
        lengths = [len(t.pieces) for t in tokens]
        states = np.vstack([t.states for t in tokens])
        counts = Counter(piece for t in tokens for piece in set(t.pieces))
        self._take(passages, weights_sha256, _Read(lengths, counts, states, None))

    @classmethod
    def load(cls, folder: Path, knowledge: KnowledgeBase, weights_sha256: str) -> PassageTokens:
        """Read what `build_tokens` wrote for this knowledge.

        Raises:
            IndexNotBuilt: There is none, or it cannot be read.
            IndexOutOfDate: It was made from other passages or by another model.
        """
        passages = indexed_passages(knowledge)
        stamp, pieces, states, mean = _open(Path(folder).resolve())
        if stamp != _stamp(passages, weights_sha256):
            raise IndexOutOfDate(f"{folder} was built from other passages. Run: {BUILD_INDEX}")
        loaded = cls.__new__(cls)
        counts = Counter(piece for text in pieces for piece in set(text.split()))
        loaded._take(passages, weights_sha256, _Read([len(text.split()) for text in pieces], counts, states, mean))
        return loaded

    def _take(self, passages: Sequence[IndexedPassage], weights_sha256: str, read: _Read) -> None:
        self.hashes = {p.id: p.content_hash for p in passages}
        self.weights_sha256 = weights_sha256
        self._ids = [p.id for p in passages]
        self._positions = {passage_id: n for n, passage_id in enumerate(self._ids)}
        self._lengths = np.array(read.lengths, dtype=np.int64)
        self._starts = np.cumsum([0, *read.lengths])[:-1]
        self._counts = read.counts
        self.is_held = len(read.states) <= MOST_HELD
        # Without what all words share, cosines spread over their whole range.
        if self.is_held or read.mean is None:
            states = read.states.astype(np.float32)
            self._mean = states.mean(axis=0)
            self._states = _unit(states - self._mean)
            self.is_held = True
        else:
            self._mean, self._states = read.mean, read.states

    def match(self, question: Tokens, allowed: Optional[Collection[str]] = None) -> Match:
        """Hold a question's words against those of the allowed passages; None for all."""
        if allowed is None:
            keep = list(range(len(self._ids)))
        else:
            keep = sorted(self._positions[i] for i in allowed if i in self._positions)
        ids = [self._ids[i] for i in keep]
        if not ids or not question.pieces:
            return Match(ids, np.zeros((0, len(ids))), np.zeros(len(ids)), np.zeros(len(ids)))
        met = self._met(_unit(question.states - self._mean), keep)
        telling = [i for i, piece in enumerate(question.pieces) if _is_telling(piece)]
        telling = telling or list(range(len(question.pieces)))
        rarity = np.array([self._rarity(question.pieces[i]) for i in telling])
        return Match(ids, met[telling], met.mean(axis=0), rarity @ met[telling] / rarity.sum())

    def _met(self, asked: np.ndarray, keep: List[int]) -> np.ndarray:
        """Cosine of each word asked to the nearest word of each passage; shape (words, passages)."""
        if self.is_held:
            return np.maximum.reduceat(asked @ self._states.T, self._starts, axis=1)[:, keep]
        lengths = self._lengths[keep]
        rows = np.concatenate([np.arange(self._starts[i], self._starts[i] + self._lengths[i]) for i in keep])
        states = _unit(self._states[rows].astype(np.float32) - self._mean)
        return np.maximum.reduceat(asked @ states.T, np.cumsum([0, *lengths])[:-1], axis=1)

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
    pieces: List[str] = []
    total, encoded = np.zeros(encoder.dimension, dtype=np.float64), 0
    with (target / STATES_FILE).open("wb") as file:  # passage by passage: all of them may not fit into memory
        for passage in passages:
            tokens = known.get(passage.content_hash)
            if tokens is None:
                tokens, encoded = encoder.read(passage.embedded_text), encoded + 1
            states = np.ascontiguousarray(tokens.states, dtype=np.float16)
            file.write(states.tobytes())
            total += states.sum(axis=0, dtype=np.float64)
            pieces.append(" ".join(tokens.pieces))
    count = sum(len(text.split()) for text in pieces)
    np.savez(
        target / VECTORS_FILE,
        stamp=np.array(_stamp(passages, encoder.weights_sha256)),
        pieces=np.array(pieces),
        mean=(total / max(count, 1)).astype(np.float32),
    )
    return encoded


def known_tokens(folder: Path, weights_sha256: str) -> Dict[str, Tokens]:
    """What a folder holds of passages, by content hash; nothing if other weights read them."""
    try:
        stamp, pieces, states, _ = _open(folder.resolve())
    except IndexNotBuilt:
        return {}
    if not stamp or stamp[0] != weights_sha256:
        return {}
    split = [tuple(text.split()) for text in pieces]
    starts = np.cumsum([0, *(len(p) for p in split)])
    nothing = np.zeros(0, np.float32)
    return {
        line.rpartition(" ")[2]: Tokens(words, states[start : start + len(words)], nothing)
        for line, words, start in zip(stamp[1:], split, starts)
    }


def _is_current(folder: Path, passages: Sequence[IndexedPassage]) -> bool:
    try:
        encoder = OnnxTokenEncoder(folder)
        return _open(folder.resolve())[0] == _stamp(passages, encoder.weights_sha256)
    except Exception:  # whatever is wrong with it, it is built anew
        return False


def _stamp(passages: Sequence[IndexedPassage], weights_sha256: str) -> List[str]:
    return [weights_sha256, *(f"{p.id} {p.content_hash}" for p in passages)]


def _open(folder: Path) -> tuple[List[str], List[str], np.ndarray, Optional[np.ndarray]]:
    """Stamp, pieces of each passage joined by spaces, states (as the file, not in memory), mean.

    Raises:
        IndexNotBuilt: They are missing, cut off or cannot be read.
    """
    path = folder / VECTORS_FILE
    try:
        with np.load(path, allow_pickle=False) as file:
            stamp, pieces = file["stamp"].tolist(), file["pieces"].tolist()
            if "states" in file.files:  # as written before the states had a file of their own
                return stamp, pieces, file["states"], None
            mean = file["mean"]
        states = np.memmap(folder / STATES_FILE, dtype=np.float16, mode="r").reshape(-1, len(mean))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise IndexNotBuilt(f"{path} is missing or damaged. Run: {BUILD_INDEX}") from error
    if len(states) != sum(len(text.split()) for text in pieces):
        raise IndexNotBuilt(f"{folder / STATES_FILE} is cut off. Run: {BUILD_INDEX}")
    return stamp, pieces, states, mean


def _is_telling(piece: str) -> bool:
    return piece.startswith("##") or (piece.isalnum() and piece not in STOP_WORDS)


def _unit(rows: np.ndarray) -> np.ndarray:
    return rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)
