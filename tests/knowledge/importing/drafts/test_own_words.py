"""Whether words are the maintainer's own."""

from __future__ import annotations

import time

import pytest

from knowledge.importing.drafts.own_words import repetitions

SOURCE = (
    "Utilization reviewers work from home for insurers and decide every day whether care is covered.\n"
    "The average salary is $191,000 a year, says Glassdoor.\n"
    "They work from home.\nPay: $95/hour."
)


@pytest.mark.parametrize(
    "passage",
    [
        "Reviewers sit at home and judge for insurers what is covered.",
        "Glassdoor's average is $191,000 a year.",
        "Pay: $95/hour.",
        "At home they work.",
        "Flexible. The average salary is $191,000 a year.",  # seven words in a row: hardly said otherwise
        "They decide every day whether care is due.",
        "",
    ],
)
def test_own_words(passage):
    assert repetitions(passage, SOURCE) == []


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        (
            "It is known that utilization reviewers WORK from home for insurers, and decide what they like.",
            "utilization reviewers WORK from home for insurers, and decide",
        ),
        (
            "The average salary is $191,000 a year, says Glassdoor!",
            "The average salary is $191,000 a year, says Glassdoor",
        ),
    ],
)
def test_eight_words_in_a_row_are_the_sources(passage, words):
    (one,) = repetitions(passage, SOURCE)
    assert (one.words, passage[one.start : one.end]) == (words, words)
    assert SOURCE[one.source_start : one.source_end].casefold().split()[0] == words.casefold().split()[0]


def test_a_short_sentence_is_repeated_when_it_is_whole():
    source = "They rarely see any patients. Pay varies."
    assert [one.words for one in repetitions("They rarely see any patients.", source)] == [
        "They rarely see any patients"
    ]
    assert repetitions("They rarely see any patients at work.", source) == []
    assert repetitions("Pay varies.", source) == []


def test_two_repetitions_are_both_told():
    one = "reviewers work from home for insurers and decide"
    assert len(repetitions(f"{one} much. Later, {one} more.", SOURCE)) == 2


def test_a_long_text_takes_no_time():
    source = " ".join(f"word{n % 977} and{n % 31}" for n in range(50_000))
    started = time.perf_counter()
    assert repetitions("nothing of this is said there at all, I believe", source) == []
    assert time.perf_counter() - started < 5
