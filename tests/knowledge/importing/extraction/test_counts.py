"""How many people there are, however the thousands are set apart."""

from __future__ import annotations

import re

import pytest

from knowledge.importing.extraction.counts import COUNT, count_of
from tests.knowledge.importing.extraction.pages import found

BETWEEN = [",", " ", "\u00a0", "\u2009", "\u202f"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1,204 physicians", [1204]),
        ("1 204 physicians", [1204]),
        ("12\u2009450 nurses and 310 midwives", [12450, 310]),
        ("1 204 567 people", [1204567]),
        ("in 2025 204 physicians", [2025, 204]),
        ("8460 doctors", [8460]),
        ("310 of 1 204", [310, 1204]),
    ],
)
def test_a_count(text, numbers):
    assert [count_of(match.group()) for match in re.finditer(COUNT, text)] == numbers


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize(
    "sentence",
    [
        "We surveyed 1{}204 physicians in 2025, and 41% said they tutor.",
        "In a 2025 poll of 1{}204 physicians, 41% said they tutor.",
        "In our 2025 survey, 41% of the 1{}204 physicians who answered said they tutor.",
        "In our 2025 survey of physicians (n = 1{}204), 41% said they tutor.",
        "Our 2025 survey went to physicians, 1{}204 answered, and 41% said they tutor.",
    ],
)
def test_a_sample(sentence, between):
    (poll,) = found("# Tutoring", sentence.format(between)).polls
    assert (poll.sample, poll.year, poll.as_written) == (1204, 2025, "41%")


@pytest.mark.parametrize("between", BETWEEN)
def test_the_number_of_some_and_of_a_column(between):
    sentence = f"Our 2025 survey asked 3,100 physicians. Among women, 1{between}204 in all, 41% said they tutor."
    (poll,) = found("# Tutoring", sentence).polls
    assert (poll.population, poll.sample) == ("women", 1204)
