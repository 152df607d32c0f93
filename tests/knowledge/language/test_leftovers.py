"""What is left of a search: quoted where it is a wish, never where it is talk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.leftovers import MAX_PHRASES, MAX_WORDS, leftovers
from knowledge.language.names import Names
from knowledge.language.text import fold, tokenize
from knowledge.language.understand import understand
from tests.knowledge.language.conftest import PROTECTED, ROLES, SOURCES

WISHES = [
    ("remote jobs for rheum with dogs", ["with dogs"]),
    ("something by the sea for a cardiologist", ["by the sea"]),
    ("any onc roles near the mountains", ["near the mountains"]),
    ("remote role where i can use my spanish", ["use my spanish"]),
    ("fashion jobs for dermatologists", ["fashion"]),
    ("anything involving wine?", ["involving wine"]),
    ("jobs with a swimming pool", ["with a swimming pool"]),
    ("i want something with music, remote, over 150k", ["with music"]),
    ("cards jobs, near the beach, over 200k", ["near the beach"]),
    ("remote roles with free lunch", ["with free lunch"]),
    ("remote job with a corner office", ["with a corner office"]),
    ("jobs for cardiologists who like surfing", ["like surfing"]),
    ("something outdoors, part time", ["outdoors"]),
    ("jobs where i get to cook", ["cook"]),
    ("a role in crypto for a rheumatologist", ["in crypto"]),
    ("vegan companies hiring oncologists", ["vegan"]),
    ("leadership roles with horses, near the sea, in castles", ["leadership", "with horses"]),
]
TALK = """
hi! im 52, two kids, tired of prior auths, what remote jobs are there
after 12 years in practice i want out, options for cards?
burnt out hospitalist here, anything from home over 200k pls
my wife says i should quit, what can an oncologist do
so i hurt my back and cant stand in the OR anymore. remote rheum work?
good morning, could you show me pharma jobs for a rheumatologist
i have a mortgage and three kids so at least 250k
been a GI doc forever, need something chill
EM doc 20 yrs in, knees are gone, options?
what would you recommend for an oncologist who wants to leave clinic
is there anything non clinical for cardiologists that pays like clinical work
rheumatologist, 45, divorced, need at least 180k
show me everything you have for cardiology
any remote options left for cards after that
so sick of the pager. remote. onc. 200k+
my friend is an oncologist and wants to do something else, ideas?
im writing from my phone between patients, quick: best paid rheum job
something i could do in my pajamas
which jobs let me keep my practice
i finished fellowship last year and already want out lol
i am a 60 year old surgeon with arthritis in both hands, what could i do
im a dinosaur, 30 yrs of cath lab, whats left for me
my group got bought by private equity and i am OUT. oncologist, no patients ever again
cardiologists that sees patients by video roles
wats ther for a rheumotologist w 20 yrs of expreience
jobs for former cardiologists
oncologist exploring options
"""
LINES = [line for line in TALK.splitlines() if line]
ENGLISH = [token.key for line in (*LINES, *(text for text, _ in WISHES)) for token in tokenize(fold(line))]
MISSPELT = ("rheumotologist", "expreience", "wats", "ther", "crypto")
NAMES = Names.of(ROLES, SOURCES, [*PROTECTED, *(word for word in ENGLISH if word not in MISSPELT)])


@pytest.mark.parametrize(("text", "expected"), WISHES)
def test_a_wish_that_nothing_recognised_is_quoted(text: str, expected: list) -> None:
    assert leftovers(text, understand(text, NAMES), NAMES) == expected


@pytest.mark.parametrize("text", LINES)
def test_talk_is_not_quoted(text: str) -> None:
    assert leftovers(text, understand(text, NAMES), NAMES) == []


@given(st.lists(st.sampled_from([*ENGLISH, ",", ".", "?"]), max_size=40).map(" ".join))
def test_phrases_are_few_short_and_literal(text: str) -> None:
    found = leftovers(text, understand(text, NAMES), NAMES)
    assert len(found) <= MAX_PHRASES
    for phrase in found:
        assert phrase in text
        assert 0 < len(phrase.split()) <= MAX_WORDS + 1


def test_what_is_recognised_is_never_left_over() -> None:
    text = "remote onc jobs with no patients, over 200k, near Boston"
    assert leftovers(text, understand(text, NAMES), NAMES) == []
