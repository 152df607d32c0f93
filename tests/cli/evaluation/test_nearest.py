"""The nearest training line, in words, characters and meaning."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from cli.evaluation.nearest import (
    WordIndex,
    nearest_lines,
    overlap_table,
    plain,
    remembered_vectors,
    write_csv,
)
from cli.evaluation.understanding import heldout_part

TRAINING = [
    {"text": "remote jobs for cardiology", "masked": "remote jobs for doctor"},
    {"text": "what does an MSL earn", "masked": "what does an this job earn"},
    {"text": "hi", "masked": "hi"},
]


def held(text: str, masked: str | None = None, intent: str = "a", found: str = "a") -> dict:
    understood = {"intent": found, "confidence": 1.0, "settled_by": None, "entities": []}
    return {
        "text": text,
        "masked": masked or text,
        "intent": intent,
        "entities": [],
        "found": understood,
    }


def nearest(*lines: dict) -> list:
    """With vectors that put every line nearest to the second training line."""
    own = np.tile(np.array([[0.0, 1.0]], dtype=np.float32), (len(lines), 1))
    known = np.array([[1.0, 0.0], [0.6, 0.8], [1.0, 0.0]], dtype=np.float32)
    return nearest_lines(lines, TRAINING, (own, known))


def test_overlap_of_words_is_shared_by_all() -> None:
    index = WordIndex(["a b c", "a a", "x"])

    assert index.overlaps("a b d").tolist() == [0.5, pytest.approx(1 / 3), 0.0]
    assert index.overlaps("").tolist() == [0.0, 0.0, 0.0]


def test_each_sense_has_its_own_nearest_line() -> None:
    (one,) = nearest(held("Remote jobs for rheum?"))

    assert (one.by_words, one.words) == ("remote jobs for cardiology", 0.6)
    assert one.by_characters == "remote jobs for cardiology"
    assert (one.by_meaning, one.meaning) == ("what does an MSL earn", pytest.approx(0.8))
    assert one.overlap == max(one.words, one.characters) == one.characters


def test_identical_but_for_case_and_punctuation() -> None:
    same, other = nearest(held("What does an MSL earn?!"), held("what does a MSL earn"))

    assert same.identical
    assert same.words == same.characters == 1.0
    assert not other.identical


def test_identical_but_for_names() -> None:
    (one,) = nearest(held("remote jobs for rheum", "remote jobs for doctor"))

    assert one.identical_masked
    assert not one.identical


def test_signs_alone_are_never_identical() -> None:
    (one,) = nearest(held("🙂"))

    assert not one.identical
    assert not one.identical_masked


def test_lines_are_compared_in_parts_without_mixing_them_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cli.evaluation.nearest.CHUNK", 2)

    found = nearest(held("hi"), held("remote jobs"), held("MSL earn"), held("hi there"), held("x"))

    assert [one.text for one in found] == ["hi", "remote jobs", "MSL earn", "hi there", "x"]
    assert [one.by_words for one in found[:3]] == [
        "hi", "remote jobs for cardiology", "what does an MSL earn",
    ]  # fmt: skip


def test_overlaps_are_counted_in_bands_with_their_accuracy() -> None:
    found = nearest(held("hi"), held("hi", found="b"), held("zzz qqq www"))

    low, *_, high = overlap_table(found)
    assert (low["lines"], low["accuracy"]) == (1, 1.0)
    assert (high["lines"], high["accuracy"]) == (2, 0.5)


def test_csv_has_the_nearest_first(tmp_path: Path) -> None:
    write_csv(nearest(held("zzz"), held("hi")), tmp_path / "new" / "nearest.csv")

    with (tmp_path / "new" / "nearest.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["text"] for row in rows] == ["hi", "zzz"]
    assert rows[0]["overlap"] == "1.0"


class Lengths:
    """An encoder whose vectors are the lengths of the texts."""

    weights_sha256 = "one"

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.encoded += texts
        return np.array([[len(text)] for text in texts], dtype=np.float32)


def test_vectors_are_made_once_and_anew_when_a_text_or_the_encoder_changes(tmp_path: Path) -> None:
    file, encoder = tmp_path / "vectors.npz", Lengths()

    assert remembered_vectors(["a", "bb", "a"], encoder, file).tolist() == [[1], [2], [1]]
    assert encoder.encoded == ["a", "bb"]
    assert remembered_vectors(["a", "bb", "a"], encoder, file).tolist() == [[1], [2], [1]]
    assert encoder.encoded == ["a", "bb"]
    remembered_vectors(["a", "bb", "c"], encoder, file)
    assert len(encoder.encoded) == 5
    encoder.weights_sha256 = "two"
    remembered_vectors(["a", "bb", "c"], encoder, file)
    assert len(encoder.encoded) == 8


def test_training_lines_are_not_scored_and_long_ones_are_an_error() -> None:
    lines = [
        held("hi", found="b"),
        held("remote jobs for cardiology", found="b"),
        held("something new", found="a"),
        held("something else", found="b"),
    ]
    part = heldout_part(lines, nearest(*lines))

    assert part.numbers["lines"] == 2
    assert part.numbers["intent_accuracy"] == 0.5
    assert part.numbers["intent_accuracy_all"] == 0.25
    assert part.numbers["identical_short"] == 1
    assert part.numbers["identical_to_training"] == 1
    assert [miss["text"] for miss in part.details["misses"]] == ["something else"]


def test_plain_text_has_no_case_and_no_punctuation() -> None:
    assert plain("  What's  an MSL?! ") == "what s an msl"
