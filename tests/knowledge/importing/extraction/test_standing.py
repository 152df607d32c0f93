# ruff: noqa: E501 (one sentence of an article in one line)
"""Amounts that say nothing by themselves: a line or a heading over a list announces them."""

from __future__ import annotations

import pytest

from tests.knowledge.importing.extraction.pages import figures, roles

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
        ("For a deposition, members reported $2,000 flat.", "case", "stated"),
        ("For each chapter you get $900.", "project", "stated"),
        ("I made $61,000 in my first year.", "year", "stated"),
        ("In a good month she makes $4,000 with it.", "month", "stated"),
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


@pytest.mark.parametrize(
    ("note", "basis"),
    [
        ("Annual figures for the United States.", "stated"),
        ("All of it is before tax and per year.", "stated"),
        ("Yearly base salaries, rounded.", "stated"),
        ("Figures for the United States.", "inferred"),
        ("Annual meetings are in May.", "inferred"),
    ],
)
def test_a_unit_that_is_said_once_of_a_table(note, basis):
    (figure,) = figures("# Work", note, "| Role | Pay", "| Medical science liaison | $205,000")
    assert figure.unit_basis == basis


@pytest.mark.parametrize(
    "sentence",
    [
        "Those who were physicians already got $205,000–$230,000 with a car allowance of $9,600 on top.",
        "In Berlin the last ad gave €135,000–€160,000.",
        "In New Jersey, $269K-425K including bonus.",
        "Alumni in this role report $210,000 to $285,000.",
        "“It’s $165,000 for the three days,” she said.",
        "I made $161,000 there.",
    ],
)
def test_pay_by_the_words_around_it(sentence):
    assert len(lows("## Medical science liaison", "You talk to doctors.", sentence)) == 1


def test_another_person_is_paid_by_the_same_unit():
    found = figures("# Work", "## Expert witness", "They pay me $700 an hour for review. My cousin gets $850. A dinner is $90.")
    assert [(f.low, f.unit) for f in found] == [(700, "hour"), (850, "hour")]


def test_a_list_of_fees_belongs_to_the_role_over_it():
    found = roles("# Work", "## Medicolegal consultant", "The going rates, from a survey by the Academy of Experts:",
                  "- $425 per hour for record review", "- $3,200 per day for trial")  # fmt: skip
    assert [figure.low for figure in found["Medicolegal consultant"].figures] == [425, 3200]


@pytest.mark.parametrize("mark", ["💵 ", "✔️ ", "➤ ", "⭐"])
def test_a_picture_before_a_line_is_no_part_of_its_words(mark):
    (figure,) = figures("# Work", "## Medical science liaison", f"{mark}$140 an hour plus stock options")
    assert figure.quote.text == "$140 an hour plus stock options"


@pytest.mark.parametrize(
    ("sentence", "statistics"),
    [
        ("The median was $205,000 (range $150,000 to $310,000).", ["median", "range"]),
        ("Median pay: $205,000; 90th percentile: $310,000.", ["median", "unspecified"]),
        ("Average pay: $205,000; top earners: $310,000.", ["average", "unspecified"]),
    ],
)
def test_each_amount_has_its_own_statistic(sentence, statistics):
    found = figures("# Work", "## Medical science liaison", sentence)
    assert [figure.statistic for figure in found] == statistics
