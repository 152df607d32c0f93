"""The passage index on disk: exact vectors (FAISS), word search (FTS5) and stamps.

The stamps say which encoder and which passages it was built from. Loading compares them
with the knowledge and the encoder at hand and refuses when they differ, so an answer never
cites a passage that has changed since.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Collection, Dict, List, Mapping, Optional, Sequence

import faiss
import numpy as np

from index.encoder import Encoder
from index.errors import BUILD_INDEX, IndexNotBuilt, IndexOutOfDate, PassageIndexError
from index.files import replaced_folder, sha256_of
from index.passages import IndexedPassage, indexed_passages
from index.word_index import WordIndex
from knowledge.facts import KnowledgeBase

FORMAT = 1
STAMPS_FILE, VECTORS_FILE, WORDS_FILE = "index.json", "vectors.faiss", "words.db"


@dataclass(frozen=True)
class BuildReport:
    """What a build did, in passages."""

    total: int
    encoded: int
    reused: int
    removed: int
    knowledge_version: str
    encoder: str


@dataclass(frozen=True)
class Stamps:
    """What an index was built from. `passages` is in the order of the vectors."""

    encoder: str
    weights_sha256: str
    dimension: int
    knowledge_version: str
    passages: Mapping[str, str]  # id -> hash of what was embedded
    files: Mapping[str, str]  # file name -> SHA-256


class PassageIndex:
    """A loaded index. Read-only; safe to use from several threads."""

    def __init__(self, stamps: Stamps, vectors: faiss.Index, words: WordIndex) -> None:
        self.stamps = stamps
        self.words = words
        self.ids: List[str] = list(stamps.passages)
        self._positions = {passage_id: i for i, passage_id in enumerate(self.ids)}
        self._vectors = vectors

    @classmethod
    def open(cls, folder: Path) -> PassageIndex:
        """Read an index without asking what it belongs to; `load` is the safe way.

        Raises:
            IndexNotBuilt: There is none, or a file of it is missing, cut off or changed.
        """
        folder = Path(folder).resolve()  # stay with one version while opening its files
        stamps = _read_stamps(folder)
        for name, expected in stamps.files.items():
            path = folder / name
            if not path.is_file() or sha256_of(path) != expected:
                raise IndexNotBuilt(f"{path} is missing or damaged. Run: {BUILD_INDEX}")
        try:
            vectors = faiss.read_index(str(folder / VECTORS_FILE))
            words = WordIndex(folder / WORDS_FILE)
        except (RuntimeError, sqlite3.DatabaseError) as error:
            raise IndexNotBuilt(f"{folder} cannot be read ({error}). Run: {BUILD_INDEX}") from error
        if (vectors.ntotal, vectors.d) != (len(stamps.passages), stamps.dimension):
            raise IndexNotBuilt(f"{folder} does not fit its own stamps. Run: {BUILD_INDEX}")
        return cls(stamps, vectors, words)

    @classmethod
    def load(cls, folder: Path, knowledge: KnowledgeBase, encoder: Encoder) -> PassageIndex:
        """Read the index of this knowledge and this encoder.

        Raises:
            IndexNotBuilt: There is no whole index.
            IndexOutOfDate: It was built by another encoder or from other passages.
        """
        index = cls.open(folder)
        stamped = (index.stamps.encoder, index.stamps.weights_sha256, index.stamps.dimension)
        if stamped != (encoder.name, encoder.weights_sha256, encoder.dimension):
            raise IndexOutOfDate(
                f"The index was built with the encoder {stamped[0]} ({stamped[1][:8]}), not with"
                f" {encoder.name} ({encoder.weights_sha256[:8]}). Run: {BUILD_INDEX}"
            )
        current = {p.id: p.content_hash for p in indexed_passages(knowledge)}
        changed = _differences(index.stamps.passages, current)
        if changed:
            raise IndexOutOfDate(
                f"{len(changed)} passages changed since the index was built"
                f" ({', '.join(changed[:3])}{' ...' if len(changed) > 3 else ''})."
                f" Run: {BUILD_INDEX}"
            )
        return index

    def vector_scores(
        self, vector: np.ndarray, *, allowed: Optional[Collection[str]], top_k: int
    ) -> Dict[str, float]:
        """Find the nearest passages among the allowed ones, exactly.

        Args:
            vector: float32 of shape (dimension,), of length one.
            allowed: Passage ids to look at; None for all. Unknown ids are ignored.
            top_k: How many to return at most.

        Returns:
            Cosine by passage id, best first.
        """
        if top_k < 1:
            raise ValueError(f"top_k is {top_k}; it must be at least 1")
        parameters, count = None, len(self.ids)
        if allowed is not None:
            mask = self._mask(allowed)
            count = int(mask.sum())
            if not count:
                return {}
            bits = np.packbits(mask, bitorder="little")
            selector = faiss.IDSelectorBitmap(len(bits), faiss.swig_ptr(bits))
            parameters = faiss.SearchParameters(sel=selector)
        if not count:
            return {}
        query = np.ascontiguousarray(vector, dtype=np.float32).reshape(1, -1)
        scores, rows = self._vectors.search(query, min(top_k, count), params=parameters)
        return {self.ids[row]: float(score) for row, score in zip(rows[0], scores[0]) if row >= 0}

    def vectors(self) -> np.ndarray:
        """All vectors, float32 of shape (passages, dimension), in order of `ids`."""
        return self._vectors.reconstruct_n(0, self._vectors.ntotal)

    def close(self) -> None:
        self.words.close()

    def _mask(self, allowed: Collection[str]) -> np.ndarray:
        mask = np.zeros(len(self.ids), dtype=bool)
        known = [self._positions[i] for i in allowed if i in self._positions]
        mask[known] = True
        return mask


def build_index(knowledge: KnowledgeBase, encoder: Encoder, folder: Path) -> BuildReport:
    """Build the index of a knowledge base and put it in place of the old one.

    Passages whose embedded text is unchanged keep their vector when the encoder is the
    same. Nothing is replaced when an error occurs.

    Raises:
        PassageIndexError: The knowledge has no passages.
    """
    known = known_vectors(folder, encoder)
    with replaced_folder(folder) as target:
        return write_index(target, knowledge, encoder, known)


def write_index(
    target: Path, knowledge: KnowledgeBase, encoder: Encoder, known: Mapping[str, np.ndarray]
) -> BuildReport:
    """Write the index of a knowledge base into a folder that exists.

    Args:
        target: Where its files go.
        knowledge: What is indexed.
        encoder: Gives the vectors of passages that are not known.
        known: Vectors of this encoder by content hash.

    Raises:
        PassageIndexError: The knowledge has no passages.
    """
    passages = indexed_passages(knowledge)
    if not passages:
        raise PassageIndexError("The knowledge has no passages. Run: waypoint knowledge build")
    new = [p for p in passages if p.content_hash not in known]
    encoded = dict(zip((p.content_hash for p in new), encoder.encode([p.embedded_text for p in new])))
    vector_of = {**known, **encoded}
    vectors = np.stack([vector_of[p.content_hash] for p in passages])
    _write(target, knowledge, encoder, passages, vectors)
    reused = len(passages) - len(new)
    return BuildReport(
        total=len(passages), encoded=len(new), reused=reused, removed=len(known) - reused,
        knowledge_version=knowledge.version, encoder=encoder.name,
    )


def _write(
    target: Path,
    knowledge: KnowledgeBase,
    encoder: Encoder,
    passages: Sequence[IndexedPassage],
    vectors: np.ndarray,
) -> None:
    flat = faiss.IndexFlatIP(encoder.dimension)
    flat.add(np.ascontiguousarray(vectors, dtype=np.float32))
    faiss.write_index(flat, str(target / VECTORS_FILE))
    WordIndex.write(target / WORDS_FILE, passages)
    stamps = Stamps(
        encoder=encoder.name,
        weights_sha256=encoder.weights_sha256,
        dimension=encoder.dimension,
        knowledge_version=knowledge.version,
        passages={p.id: p.content_hash for p in passages},
        files={name: sha256_of(target / name) for name in (VECTORS_FILE, WORDS_FILE)},
    )
    text = json.dumps({"format": FORMAT, **asdict(stamps)}, indent=1)
    (target / STAMPS_FILE).write_text(text + "\n", encoding="utf-8")


def known_vectors(folder: Path, encoder: Encoder) -> Dict[str, np.ndarray]:
    """A folder's vectors by content hash; none when it is missing, damaged or another encoder's."""
    try:
        old = PassageIndex.open(folder)
    except PassageIndexError:
        return {}
    stamps = old.stamps
    same = (stamps.encoder, stamps.weights_sha256) == (encoder.name, encoder.weights_sha256)
    vectors = dict(zip(stamps.passages.values(), old.vectors())) if same else {}
    old.close()
    return vectors


def _read_stamps(folder: Path) -> Stamps:
    path = folder / STAMPS_FILE
    if not path.is_file():
        raise IndexNotBuilt(f"There is no passage index in {folder}. Run: {BUILD_INDEX}")
    try:
        content: Dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if content.pop("format") != FORMAT:
            raise IndexOutOfDate(f"{path} has another format. Run: {BUILD_INDEX}")
        return Stamps(**content)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise IndexNotBuilt(f"{path} cannot be read ({error}). Run: {BUILD_INDEX}") from error


def _differences(stamped: Mapping[str, str], current: Mapping[str, str]) -> List[str]:
    return sorted(
        i for i in {**stamped, **current} if stamped.get(i) != current.get(i)
    )
