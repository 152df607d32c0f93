"""What the reader points at, worded as a field holds it."""

from __future__ import annotations

import pytest

from knowledge.importing.learned.reader import Value, whole_words
from knowledge.importing.learned.wording import count_of, is_named, people_of, source_of, year_of


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("directory Alder & Oak", "Alder & Oak"),
        ("Alder forum", "Alder"),
        ("Alder forum (Irish doctors", "Alder"),
        ("By Ann Lee", None),
        ("readers' survey", "readers' survey"),
        ("a recruiter", None),
        ("the levels.fyi page", "levels.fyi"),
        ("Alder Survey of hospitalists", "Alder Survey"),
        ("Bureau of Labor Statistics", "Bureau of Labor Statistics"),
        ("2024 Alder Pulse", "2024 Alder Pulse"),
        ("Alder survey of doctors", "Alder"),
        ("U.S. Bureau of labor statistics", "U.S. Bureau of labor statistics"),
    ],
)
def test_a_source_is_its_name(words, source):
    assert source_of(Value(words, 0.9)).words == source


@pytest.mark.parametrize("source", ["my summer questionnaire", "Our spring poll", "Reader survey", "our own poll"])
def test_a_survey_that_has_no_name(source):
    assert not is_named(source)


@pytest.mark.parametrize("source", ["Payscale", "the Alder Survey", "salary.com", "Alder forum"])
def test_a_survey_that_has_one(source):
    assert is_named(source)


def test_a_survey_is_nobody():
    assert people_of(Value("summer questionnaire", 0.9)).words is None
    assert people_of(Value("surveyed urologists", 0.9)).words == "surveyed urologists"
    assert people_of(Value("physicians who answered the survey", 0.9)).words == "physicians who answered the survey"


@pytest.mark.parametrize(
    ("words", "count"), [("5,920", "5920"), ("the 48 answers", "48"), ("312 of 1,204", None), ("9", None)]
)
def test_a_count_is_one_number(words, count):
    assert count_of(Value(words, 0.9)).words == count


@pytest.mark.parametrize(("words", "year"), [("2024", "2024"), ("in 2024", "2024"), ("2,450", None), (None, None)])
def test_a_year_is_one_of_our_time(words, year):
    assert year_of(Value(words, 0.9)).words == year


def test_a_slice_is_made_of_whole_words():
    text = "41% of 5,920 doctors said"
    for part in ("920", "5,", "5", "20"):
        start = text.index(part)
        assert whole_words(text, start, start + len(part)) == "5,920"
    assert whole_words(text, text.index("doc"), text.index("doc") + 3) == "doctors"
    assert whole_words(text, 0, 3) == "41%"
