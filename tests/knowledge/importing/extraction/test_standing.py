# ruff: noqa: E501 (one sentence of an article in one line)
"""Amounts that say nothing by themselves: a line or a heading over a list announces them."""

from __future__ import annotations

import pytest

from tests.knowledge.importing.extraction.pages import figures

LEVELS = ("- Entry level (0–3 years): $152,000", "- Senior: $229,000")


def lows(*lines: str) -> list[float | None]:
    return [figure.low for figure in figures("# Work", *lines)]


@pytest.mark.parametrize(
    "lead",
    ["Base pay by experience:", "According to Glassdoor, liaisons earn:", "What you can expect in salary, by state:"],
)
def test_a_line_that_leads_to_a_list(lead):
    assert lows("## Medical science liaison", "You talk to doctors.", lead, *LEVELS) == [152000, 229000]


def test_the_line_names_unit_and_source_for_the_list():
    found = figures("# Work", "## Medical science liaison", "Average yearly pay, according to Glassdoor:", *LEVELS)
    assert [(f.unit_basis, f.statistic, f.attributed_to) for f in found] == [("stated", "average", "Glassdoor")] * 2


def test_a_heading_over_a_list():
    assert lows("## Medical science liaison", "You talk to doctors.", "### Salary by level", *LEVELS) == [152000, 229000]


@pytest.mark.parametrize(
    "lead",
    ["Tuition by school:", "What the clinical salary was before:", "Places to look at:"],
)
def test_a_list_that_is_announced_as_something_else(lead):
    assert lows("## Medical science liaison", "You talk to doctors.", lead, *LEVELS) == []


@pytest.mark.parametrize(
    ("sentence", "unit", "basis"),
    [
        ("They take home $215,000 in base pay per year.", "year", "stated"),
        ("Companies pay $18,000 on average per month.", "month", "stated"),
        ("You can expect $190,000 to $240,000 in total compensation annually.", "year", "stated"),
        ("The yearly pay of somebody with five years in the field is around $214,000.", "year", "stated"),
        ("About $214,000 is the usual annual salary.", "year", "stated"),
        ("Companies pay $214,000 and ask for two trips a year.", "year", "inferred"),
        ("They pay $214,000 for forty hours a week.", "year", "inferred"),
    ],
)
def test_a_unit_elsewhere_in_the_clause(sentence, unit, basis):
    (figure,) = figures("# Work", "## Medical science liaison", sentence)
    assert (figure.unit, figure.unit_basis) == (unit, basis)


@pytest.mark.parametrize(
    "sentence",
    ["The average U.S. physician made $376,000 in 2024.", "Sixteen took a cut, by $37,000 on average.", "A typical doctor earned $300,000."],
)
def test_what_others_earn_and_differences(sentence):
    assert lows("## Medical science liaison", "You talk to doctors.", sentence) == []


def test_the_word_fee_in_the_name_of_a_survey_is_no_kind():
    (figure,) = figures("# Work", "## Expert witness", "The Gavel fee survey puts the median at $550 per hour.")
    assert figure.kind == "rate"


@pytest.mark.parametrize("mark", ["💵 ", "✔️ ", "➤ ", "⭐"])
def test_a_picture_before_a_line_is_no_part_of_its_words(mark):
    (figure,) = figures("# Work", "## Medical science liaison", f"{mark}$140 an hour plus stock options")
    assert figure.quote.text == "$140 an hour plus stock options"
