from __future__ import annotations

import pytest

from knowledge.language.names import Names
from knowledge.language.shape import MessageShape, message_shape
from knowledge.language.understand import understand


def _shape(text: str, names: Names) -> MessageShape:
    return message_shape(text, understand(text, names))


@pytest.mark.parametrize(
    "text",
    [
        "only remote",
        "and for onc?",
        "what about the second one",
        "drop the pay limit",
        "actually rheum",
        "UR instead",
        "same for cards",
        "MSL only",
        "except pharma",
        "just part time",
        "any pay is fine",
        "not pharma",
        "how about part time",
    ],
)
def test_refining_fragments(text: str, names: Names) -> None:
    shape = _shape(text, names)
    assert shape.refine_cue
    assert not shape.has_head
    assert shape.leftover == ()


@pytest.mark.parametrize(
    "text",
    [
        "remote jobs for a cardiologist",
        "what options are there for rheum",
        "pharma careers",
        "show me gigs without patients over 150k",
    ],
)
def test_full_questions_name_what_they_look_for(text: str, names: Names) -> None:
    shape = _shape(text, names)
    assert shape.has_head
    assert not shape.refine_cue
    assert shape.content_words == 0


@pytest.mark.parametrize(
    ("text", "asks_for_pay"),
    [
        ("onc UR pay?", True),
        ("how much does an MSL make", True),
        ("what do CMOs make", True),
        ("MSL salary", True),
        ("compensation for UR", True),
        ("is there money in UR", True),
        ("MSL over $150k", False),
        ("what is an MSL", False),
        ("paid surveys", False),
        ("drop the pay limit", False),
        ("make a career change", False),
    ],
)
def test_pay_words(text: str, asks_for_pay: bool, names: Names) -> None:
    assert _shape(text, names).pay_word is asks_for_pay


@pytest.mark.parametrize(
    ("text", "defines"),
    [
        ("what is an MSL", True),
        ("whats an MSL", True),
        ("what does UR involve", True),
        ("what does a medical director do", True),
        ("tell me about IME", True),
        ("explain UR", True),
        ("what is it", True),
        ("describe the CMO role", True),
        ("what is the highest paying role", False),
        ("remote MSL", False),
        ("what pays over 200k", False),
        ("why do cardiologists leave", False),
    ],
)
def test_define_cues(text: str, defines: bool, names: Names) -> None:
    assert _shape(text, names).define_cue is defines


@pytest.mark.parametrize(
    ("text", "compares"),
    [
        ("MSL vs UR", True),
        ("MSL or medical director for onc?", True),
        ("compare it with MSL", True),
        ("difference between UR and chart review", True),
        ("which one is better", True),
        ("the first or the third", True),
        ("remote or part time", False),
        ("no MSL or UR", False),
        ("MSL for onc", False),
    ],
)
def test_compare_cues(text: str, compares: bool, names: Names) -> None:
    assert _shape(text, names).compare_cue is compares


def test_what_is_left_over(names: Names) -> None:
    shape = _shape("How do chart reviewers move up into leadership roles?", names)
    assert shape.is_question
    assert shape.content_words == len(shape.leftover) > 0
    assert "leadership" in shape.leftover
    assert "chart" not in shape.leftover


def test_an_empty_message_has_no_shape(names: Names) -> None:
    shape = _shape("", names)
    assert shape.content_words == 0
    assert shape.leftover == ()
    assert not any((shape.has_head, shape.is_question, shape.refine_cue, shape.pay_word))
