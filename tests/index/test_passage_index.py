from __future__ import annotations

import json
import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import IndexNotBuilt, IndexOutOfDate, PassageIndexError
from index.passage_index import STAMPS_FILE, VECTORS_FILE, WORDS_FILE, PassageIndex, build_index
from tests.index.conftest import WordLengthEncoder, with_text, without


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "index"


@pytest.fixture
def built(small_knowledge, encoder, folder):
    build_index(small_knowledge, encoder, folder)
    return folder


def first_id(knowledge):
    return next(iter(knowledge.passages))


def test_a_first_build_encodes_every_passage(small_knowledge, encoder, folder):
    report = build_index(small_knowledge, encoder, folder)
    assert (report.encoded, report.reused, report.removed) == (len(small_knowledge.passages), 0, 0)
    assert report.knowledge_version == small_knowledge.version


def test_a_rebuild_encodes_only_what_changed(small_knowledge, encoder, built):
    changed = with_text(small_knowledge, first_id(small_knowledge), "Quite another text.")
    encoder.encoded.clear()
    report = build_index(changed, encoder, built)
    total = len(small_knowledge.passages)
    assert (report.encoded, report.reused, report.removed) == (1, total - 1, 1)
    assert len(encoder.encoded) == 1 and "Quite another text." in encoder.encoded[0]
    fresh = np.stack([encoder.encode([t])[0] for t in embedded_texts(changed)])
    assert np.array_equal(PassageIndex.load(built, changed, encoder).vectors(), fresh)


def embedded_texts(knowledge):
    from index.passages import indexed_passages

    return [passage.embedded_text for passage in indexed_passages(knowledge)]


def test_another_encoder_reuses_nothing(small_knowledge, encoder, built):
    encoder.weights_sha256 = "1" * 64
    assert build_index(small_knowledge, encoder, built).reused == 0


def test_a_removed_passage_leaves_the_index(small_knowledge, encoder, built):
    gone = first_id(small_knowledge)
    smaller = without(small_knowledge, gone)
    report = build_index(smaller, encoder, built)
    assert (report.encoded, report.removed) == (0, 1)
    assert gone not in PassageIndex.load(built, smaller, encoder).ids


def test_a_failed_build_keeps_the_old_index(small_knowledge, encoder, built, monkeypatch):
    changed = with_text(small_knowledge, first_id(small_knowledge), "Quite another text.")
    monkeypatch.setattr(encoder, "encode", lambda texts: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build_index(changed, encoder, built)
    assert PassageIndex.load(built, small_knowledge, WordLengthEncoder())


def test_knowledge_without_passages_is_refused(small_knowledge, encoder, folder):
    from dataclasses import replace

    with pytest.raises(PassageIndexError, match="waypoint knowledge build"):
        build_index(replace(small_knowledge, passages={}), encoder, folder)


def test_a_missing_index_names_the_command(small_knowledge, encoder, folder):
    with pytest.raises(IndexNotBuilt, match="waypoint index build"):
        PassageIndex.load(folder, small_knowledge, encoder)


@pytest.mark.parametrize("attribute, value", [
    ("name", "another"), ("weights_sha256", "1" * 64), ("dimension", 17),
])
def test_another_encoder_is_refused(small_knowledge, encoder, built, attribute, value):
    setattr(encoder, attribute, value)
    with pytest.raises(IndexOutOfDate, match="waypoint index build"):
        PassageIndex.load(built, small_knowledge, encoder)


def test_a_changed_passage_is_refused_and_named(small_knowledge, encoder, built):
    changed = first_id(small_knowledge)
    with pytest.raises(IndexOutOfDate, match=changed):
        PassageIndex.load(built, with_text(small_knowledge, changed, "Other."), encoder)


def test_a_missing_and_a_new_passage_are_refused(small_knowledge, encoder, built):
    smaller = without(small_knowledge, first_id(small_knowledge))
    with pytest.raises(IndexOutOfDate):
        PassageIndex.load(built, smaller, encoder)
    build_index(smaller, encoder, built)
    with pytest.raises(IndexOutOfDate):
        PassageIndex.load(built, small_knowledge, encoder)


@pytest.mark.parametrize("name", [VECTORS_FILE, WORDS_FILE, STAMPS_FILE])
@pytest.mark.parametrize("damage", ["missing", "half", "noise"])
def test_a_damaged_file_is_told_and_can_be_rebuilt(small_knowledge, encoder, built, name, damage):
    path = built / name
    content = path.read_bytes()
    path.unlink()
    if damage == "half":
        path.write_bytes(content[: len(content) // 2])
    if damage == "noise":
        path.write_bytes(bytes(reversed(content)))
    with pytest.raises(IndexNotBuilt, match="waypoint index build"):
        PassageIndex.load(built, small_knowledge, encoder)
    build_index(small_knowledge, encoder, built)
    assert PassageIndex.load(built, small_knowledge, encoder)


def test_another_format_is_refused(small_knowledge, encoder, built):
    stamps = json.loads((built / STAMPS_FILE).read_text())
    (built / STAMPS_FILE).write_text(json.dumps({**stamps, "format": 99}))
    with pytest.raises(IndexOutOfDate, match="format"):
        PassageIndex.load(built, small_knowledge, encoder)


@pytest.fixture(scope="module")
def loaded(knowledge, tmp_path_factory):
    """The real passages with the hand-computable encoder."""
    folder = tmp_path_factory.mktemp("real") / "index"
    build_index(knowledge, WordLengthEncoder(), folder)
    return PassageIndex.load(folder, knowledge, WordLengthEncoder())


@given(data=st.data())
def test_the_mask_is_exact(loaded, data):
    allowed = data.draw(st.sets(st.sampled_from(loaded.ids)))
    top_k = data.draw(st.integers(1, len(loaded.ids) + 5))
    numbers = data.draw(st.lists(st.integers(-9, 9), min_size=16, max_size=16).filter(any))
    vector = np.array(numbers, dtype=np.float32)
    vector /= np.linalg.norm(vector)
    found = loaded.vector_scores(vector, allowed=allowed, top_k=top_k)
    cosines = dict(zip(loaded.ids, loaded.vectors() @ vector))
    expected = sorted((float(cosines[i]) for i in allowed), reverse=True)[:top_k]
    assert set(found) <= allowed
    assert list(found.values()) == pytest.approx(expected, abs=1e-5)
    assert all(score == pytest.approx(float(cosines[i]), abs=1e-5) for i, score in found.items())


def test_without_a_mask_everything_is_searched(loaded):
    vector = WordLengthEncoder().encode(["a bb ccc"])[0]
    assert set(loaded.vector_scores(vector, allowed=None, top_k=1000)) == set(loaded.ids)


def test_an_empty_mask_and_unknown_ids_find_nothing(loaded):
    vector = WordLengthEncoder().encode(["a bb ccc"])[0]
    assert loaded.vector_scores(vector, allowed=set(), top_k=3) == {}
    assert loaded.vector_scores(vector, allowed={"nowhere#at-all"}, top_k=3) == {}


def test_searching_from_four_threads_gives_the_same_answers(loaded):
    vectors = WordLengthEncoder().encode([f"{'x' * n} some words" for n in range(1, 15)])
    expected = [loaded.vector_scores(v, allowed=None, top_k=9) for v in vectors]
    results: list = []

    def work():
        for _ in range(20):
            results.append([loaded.vector_scores(v, allowed=None, top_k=9) for v in vectors])
            loaded.words.search(["remote", "pay"])

    threads = [threading.Thread(target=work) for _ in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(results) == 80 and all(result == expected for result in results)
