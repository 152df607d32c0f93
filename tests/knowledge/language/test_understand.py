from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.names import Names
from knowledge.language.shape import message_shape
from knowledge.language.text import fold
from knowledge.language.understand import understand
from tests.knowledge.language.conftest import PROTECTED, ROLES, SOURCES

NAMES = Names.of(ROLES, SOURCES, PROTECTED)
WORDS = (
    "remote no not but and or, cards onc MSL UR pharma over 150k $200 an hour without patients "
    "top 3 "
    "the second one actually only what about drop the pay limit travel call 26% İ ß 😀 \u2019 – "
    "? "
    "! "
    "any specialty is fine nothing under six figures at least what I make now say 220 U.S. 401k "
    "rheumotologist remtoe -- ( ) :"
).split(" ")


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    _check(text)


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_no_mixture_of_known_words_breaks_it(text: str) -> None:
    _check(text)


def _check(text: str) -> None:
    mentions = understand(text, NAMES)
    message_shape(text, mentions)
    ends = 0
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.start >= ends
        assert mention.kind
        assert mention.value
        ends = mention.end
    assert mentions == understand(text, NAMES)


@given(st.text(max_size=100))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_case_quotes_and_dashes_make_no_difference() -> None:
    plain = understand("i don't want on-site work - over 150k", NAMES)
    fancy = understand("I DON’T WANT ON–SITE WORK — OVER 150K", NAMES)
    assert [(m.kind, m.value, m.excluded) for m in plain] == [
        (m.kind, m.value, m.excluded) for m in fancy
    ]
    assert [m.kind for m in plain] == ["work_mode", "pay"]
    assert plain[0].excluded


@pytest.mark.parametrize(
    "part",
    [
        "remote roles for a cardiologist over $150k. ",
        "no ",
        "not not ",
        "any pay is ",
        "1-",
        "xq ",
        "drop the the ",
        "what my ",
        "((((",
        "is not ",
        "rheumotologst ",
        "a ",
    ],
)
@pytest.mark.timeout(60)  # a pattern that backtracks runs for hours
def test_five_thousand_characters_come_to_an_end(part: str) -> None:
    text = (part * 5000)[:5000]
    assert all(text[m.start : m.end] == m.text for m in understand(text, NAMES))
