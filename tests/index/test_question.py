from __future__ import annotations

import pytest

from index.question import QuestionReader, content_words
from index.word_index import split_words


@pytest.fixture(scope="module")
def reader(knowledge):
    texts = [passage.text for passage in knowledge.passages.values()]
    return QuestionReader(knowledge, {word for text in texts for word in split_words(text)})


@pytest.mark.parametrize("typed, written_out", [
    ("onc UR pay?", "oncologist utilization review (UR) pay?"),
    ("do PAs hurt", "do prior authorizations hurt"),
    ("tele f/u for pts", "tele follow-up for patients"),
    ("docs and R&D", "physicians and research and development"),
])
def test_shorthand_is_written_out(reader, typed, written_out):
    assert reader.read(typed).text == written_out


@pytest.mark.parametrize("text", ["make money while i sleep", "paths out of gas and oil", "space"])
def test_plain_words_are_left_alone(reader, text):
    assert reader.read(text).text == text


def test_a_slip_gets_the_passages_spelling_and_keeps_its_own(reader):
    question = reader.read("jobs for a cardiologst")
    assert "cardiologst" in question.words and question.spellings == ("cardiologist",)


def test_words_say_what_is_asked_each_once():
    assert content_words("What's the pay of the liaison?") == ["whats", "pay", "liaison"]


@pytest.mark.parametrize("text", ["", "???", "\U0001f600", "the of and", "x" * 5000, "\x00 pay"])
def test_odd_texts_are_read(reader, text):
    reader.read(text)
