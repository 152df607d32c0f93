"""How near a held-out line comes to the lines that were trained on.

A held-out line that is almost a training line measures memory, not understanding. So each gets
its nearest training line in three senses: by shared words, by characters, and by meaning, as
the classifier sees it (names replaced by words for their kind).
"""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

CHUNK = 256  # held-out lines compared at once: 256 x 13,000 similarities are 13 MB


class Encoder(Protocol):
    """What encodes texts; see index/onnx_encoder.py."""

    weights_sha256: str

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return one vector of length one for each text."""


@dataclass(frozen=True)
class Nearest:
    """A held-out line and its nearest training lines; each overlap is from 0 to 1."""

    text: str
    intent: str
    found: str
    by_words: str
    words: float  # shared words by all words of both
    by_characters: str
    characters: float  # 1 - edit distance (insertions, deletions) by both lengths
    by_meaning: str
    meaning: float  # cosine of the encoder's vectors of the masked lines
    identical: bool  # but for case and punctuation
    identical_masked: bool  # and but for the names in it

    @property
    def overlap(self) -> float:
        """The larger of the overlaps in words and in characters."""
        return max(self.words, self.characters)


def plain(text: str) -> str:
    """The text without case, punctuation and repeated spaces."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def nearest_lines(
    lines: Sequence[Mapping[str, Any]],
    training: Sequence[Mapping[str, str]],
    vectors: tuple[np.ndarray, np.ndarray],
) -> list[Nearest]:
    """The nearest training line of each held-out line.

    Args:
        lines: Held-out lines with `text`, `masked`, `intent` and `found`.
        training: Training lines with `text` and `masked`, at least one.
        vectors: The encoder's vectors of the masked held-out lines, shape (len(lines), d), and
            of the masked training lines, shape (len(training), d).
    """
    known = [plain(line["text"]) for line in training]
    known_set, masked_set = set(known), {plain(line["masked"]) for line in training}
    index = WordIndex(known)
    found = []
    for start in range(0, len(lines), CHUNK):
        part = lines[start : start + CHUNK]
        texts = [plain(line["text"]) for line in part]
        characters = cdist(texts, known, scorer=fuzz.ratio, dtype=np.float32) / 100
        meanings = vectors[0][start : start + CHUNK] @ vectors[1].T
        for row, line in enumerate(part):
            shared = index.overlaps(texts[row])
            a, b, c = int(shared.argmax()), int(characters[row].argmax()), int(meanings[row].argmax())
            found.append(
                Nearest(
                    text=line["text"],
                    intent=line["intent"],
                    found=line["found"]["intent"],
                    by_words=training[a]["text"],
                    words=round(float(shared[a]), 3),
                    by_characters=training[b]["text"],
                    characters=round(float(characters[row, b]), 3),
                    by_meaning=training[c]["text"],
                    meaning=round(float(meanings[row, c]), 3),
                    # Emoji and punctuation alone are no sentence that could have been copied.
                    identical=bool(texts[row]) and texts[row] in known_set,
                    identical_masked=bool(texts[row]) and plain(line["masked"]) in masked_set,
                )
            )
    return found


class WordIndex:
    """Which training lines hold a word, so that overlaps need not be counted pair by pair."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the plain texts of the training lines."""
        places: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            for word in set(text.split()):
                places[word].append(number)
        self._places = {word: np.array(numbers) for word, numbers in places.items()}
        self._sizes = np.array([len(set(text.split())) for text in texts])

    def overlaps(self, text: str) -> np.ndarray:
        """For each training line the words shared with `text`, by all words of both."""
        words = set(text.split())
        shared = np.zeros(len(self._sizes))
        for word in words:
            if word in self._places:
                shared[self._places[word]] += 1
        return shared / np.maximum(len(words) + self._sizes - shared, 1)


def remembered_vectors(texts: Sequence[str], encoder: Encoder, file: Path) -> np.ndarray:
    """The encoder's vectors of `texts`, from `file` if nothing has changed since it was written.

    Returns:
        float32 of shape (len(texts), dimension).
    """
    digest = hashlib.sha256("\0".join([encoder.weights_sha256, *texts]).encode()).hexdigest()
    if file.is_file():
        with np.load(file) as stored:
            if str(stored["digest"]) == digest:
                return stored["vectors"]
    different = list(dict.fromkeys(texts))
    row_of = {text: row for row, text in enumerate(different)}
    vectors = encoder.encode(different)[[row_of[text] for text in texts]]
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(file, vectors=vectors, digest=digest)
    return vectors


def overlap_table(found: Sequence[Nearest]) -> list[dict[str, Any]]:
    """How many lines come how near, and how many of those are understood."""
    bands = ((0.0, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.01))
    rows = []
    for low, high in bands:
        inside = [one for one in found if low <= one.overlap < high]
        right = sum(one.intent == one.found for one in inside)
        rows.append(
            {
                "from": low,
                "to": min(high, 1.0),
                "lines": len(inside),
                "accuracy": right / len(inside) if inside else None,
            }
        )
    return rows


def write_csv(found: Sequence[Nearest], file: Path) -> None:
    """Every held-out line with its nearest training lines, the nearest first."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, ["overlap", *(field.name for field in fields(Nearest))])
        writer.writeheader()
        for one in sorted(found, key=lambda one: -one.overlap):
            writer.writerow({"overlap": one.overlap, **asdict(one)})
