"""Polls found by meaning, on a question's own words rather than those that all polls share."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from index.onnx_encoder import OnnxEncoder
from index.poll_index import POLLS_FILE, PollIndex, known_poll_vectors
from knowledge.article_file import read_articles
from knowledge.settings import Settings

SETTINGS = Settings.from_environment()


@pytest.fixture(scope="module")
def polls():
    if not (SETTINGS.encoder_dir / "encoder.json").exists():
        pytest.skip("the encoder is not exported; run: waypoint index export-encoder")
    articles = read_articles(SETTINGS.articles_dir, SETTINGS.roles_file)
    return PollIndex(articles, OnnxEncoder(SETTINGS.encoder_dir.resolve()))


@pytest.mark.parametrize("question, percent", [
    ("what part of physicians complains about documentation", 58),
    ("how many cite red tape and bureaucracy", 18),
    ("percentage that is undecided", 6),
    ("who is drawn to tech or business", 28),
    ("how many want to stay in healthcare but in another career", 24),
    ("do prior auths make burnout worse", 95),
])
def test_a_percentage_is_found_by_its_meaning(polls, question, percent):
    assert polls.search(question)[0].poll.percent == percent


def test_unrelated_questions_stay_far(polls):
    for question in ("what is the divorce rate", "how many MSLs hold an MBA", "percent"):
        hits = polls.search(question)
        assert not hits or hits[0].score < 0.42


def test_polls_of_the_same_answer_come_together(polls):
    first, second = polls.search("how many are not considering a change")[:2]
    assert {first.poll.percent, second.poll.percent} == {74, 57}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut short", b"no archive"])
def test_a_damaged_file_of_vectors_is_made_good_and_stops_no_answer(tmp_path, content):
    (tmp_path / POLLS_FILE).write_bytes(content)
    assert known_poll_vectors(tmp_path, SimpleNamespace(weights_sha256="x")) == {}
