from __future__ import annotations

import pytest

from bot.components.masking import MAX_CHARACTERS
from bot.components.recognition import masked

pytestmark = pytest.mark.usefixtures("names")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("onc UR pay?", "cards MSL pay?"),
        ("What does a Medical Science Liaison do", "what does a telehealth do"),
        ("over 200k", "at least $1,500 a day"),
        ("Glassdoor only", "ziprecruiter only"),
        ("soooooo tired", "soo tired"),
        ("what’s UR", "whats UR"),
    ],
)
def test_sentences_that_differ_in_names_only_become_one(one, other):
    assert masked(one) == masked(other)


def test_words_around_a_name_stay():
    assert masked("how is UR different from MSL") == "how is this job different from this job"


def test_typing_errors_in_wishes_are_put_right():
    assert masked("remtoe roles") == masked("remote roles") == "remote roles"


def test_any_specialty_is_no_doctor():
    assert masked("any specialty is fine") == "any specialty is fine"


def test_long_messages_are_cut():
    assert len(masked("word " * 1000)) <= MAX_CHARACTERS


@pytest.mark.parametrize("text", ["", "🙂", "???"])
def test_texts_without_words_are_no_problem(text):
    assert isinstance(masked(text), str)
