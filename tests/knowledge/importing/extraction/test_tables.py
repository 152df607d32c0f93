# ruff: noqa: E501 (one row of a table in one line)
"""Tables whose header or lead says what the numbers are: thousands, averages, levels, what one is paid for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.importing.extraction import extract
from tests.knowledge.importing.extraction.pages import figures, known_work, page, roles


@pytest.mark.parametrize(
    ("header", "cell", "low", "high", "currency"),
    [
        ("Salary ($K)", "190", 190000, 190000, "USD"),
        ("Annual salary, in thousands of dollars", "190–240", 190000, 240000, "USD"),
        ("Salary (€000s)", "62", 62000, 62000, "EUR"),
        ("Yearly pay (in thousands)", "$62,500", 62500, 62500, "USD"),
        ("Yearly pay", "$62,500", 62500, 62500, "USD"),
    ],
)
def test_columns_of_thousands(header, cell, low, high, currency):
    (figure,) = figures("# Pay", f"| Role | {header}", f"| Medical science liaison | {cell}")
    assert (figure.low, figure.high, figure.currency, figure.unit) == (low, high, currency, "year")


def test_a_survey_of_thousands_says_nothing_of_the_numbers():
    (figure,) = figures("# Pay", "Rates from a survey of 2,000 physicians:", "| Role | Rate per hour", "| Expert witness | $400")
    assert figure.low == 400


def test_a_line_that_leads_to_a_table_names_statistic_and_unit():
    found = figures("# Pay", "Average yearly pay by state:", "| Role | Texas | Ohio", "| Medical science liaison | $190,000 | $180,000")
    assert [(f.statistic, f.unit_basis, f.geography) for f in found] == [("average", "stated", "Texas"), ("average", "stated", "Ohio")]


def test_columns_of_levels():
    found = figures("# Pay", "| Role | Entry level | Senior", "| Medical science liaison | $150,000 | $230,000")
    assert [f.qualifier for f in found] == ["Entry level", "Senior"]
    found = figures("# Pay", "| Role | 2023 | $ per year", "| Medical science liaison | $180,000 | $190,000")
    assert [f.qualifier for f in found] == [None, None]


@pytest.mark.parametrize(
    ("header", "row", "unit"),
    [
        ("| Gig | Pay | Basis", "| Surveys | $50 | each", "survey"),
        ("| Gig | Amount | Per", "| Medical writing | $1,200 | article", "project"),
        ("| Gig | Pay/hour", "| Chart review | $95", "hour"),
        ("| Gig | Rate (per chart)", "| Chart review | $22", "case"),
    ],
)
def test_what_a_row_is_paid_for(header, row, unit):
    (figure,) = figures("# Pay", header, row)
    assert (figure.unit, figure.unit_basis) == (unit, "stated")


def test_a_row_that_names_a_role_of_another_section_says_nothing_more_of_its_pay():
    made = roles(
        "# Working for the state", "## Coroner", "Coroners are elected.", "## Disability file reviewer", "It pays $140 an hour.",
        "| Office | Median pay", "| Coroner | $88,000", "| Disability file reviewer | $150,000",
    )  # fmt: skip
    assert [(f.as_written, f.qualifier) for f in made["Coroner"].figures] == [("$88,000", None)]
    assert [(f.as_written, f.qualifier) for f in made["Disability file reviewer"].figures][1:] == [("$150,000", None)]


def test_a_source_line_below_a_table_may_name_the_publisher():
    source = "Source: Harbor Thoracic Association, member survey 2025."
    lines = ("# Pay", "| Position | Median", "| Medical writer | $92,000", source)
    document = replace(page(*lines), publisher="Harbor Thoracic Association")

    (role,) = extract(document, known_work()).roles
    assert [figure.attributed_to for figure in role.figures] == ["Harbor Thoracic Association"]


def test_the_line_above_a_table_that_ends_in_its_source_is_its_caption():
    found = figures(
        "# Pay", "Annual base salary by level, Canada. Source: Alder placements 2024/25", "| Position | Entry (0–2 yrs) | Mid",
        "| Medical science liaison | $150,000–$160,000 | $180,000",
    )
    told = [(f.qualifier, f.geography, f.currency, f.unit_basis, f.attributed_to) for f in found]
    assert told == [
        ("base, Entry (0–2 yrs)", "Canada", "CAD", "stated", "Alder"), ("base, Mid", "Canada", "CAD", "stated", "Alder"),
    ]


def test_a_table_of_places_is_of_the_role_that_leads_to_it():
    by_title = roles(
        "# Beyond", "## Canada", "- Medical advisor. You go through claim files.",
        "- IMEs. You see the claimant once. By province, from the 2024 fee list of the Alder Guild:",
        "| Province | Per examination", "| British Columbia | $1,900", "| Ontario | $1,650",
    )
    told = [(f.as_written, f.geography, f.attributed_to) for f in by_title["IMEs"].figures]
    assert told == [("$1,900", "British Columbia", "Alder Guild"), ("$1,650", "Ontario", "Alder Guild")]


def test_a_table_of_places_is_of_the_role_in_its_heading():
    by_title = roles(
        "# Beyond", "## Medical director, clinical development", "It pays $300,000.",
        "## Best-paying metro areas for medical directors", "These are average salaries that Glassdoor users reported.",
        "| Metro area | Average annual salary | Reports", "| Boston, MA | $356,200 | 304",
    )
    told = [(f.as_written, f.geography, f.attributed_to) for f in by_title["Medical director, clinical development"].figures]
    assert told == [("$300,000", None, None), ("$356,200", "Boston, MA", "Glassdoor")]


def test_a_table_of_places_under_two_roles_is_left_to_a_person():
    found = figures(
        "# Beyond", "## Pay", "Medical writers and utilization reviewers differ.", "| Region | Median salary", "| West | $156,200",
    )
    assert found == []


@pytest.mark.parametrize(
    ("header", "row", "place"),
    [
        ("| Location type | Median salary", "| Hospital | $190,000", None),
        ("| City | Median salary", "| Average | $190,000", None),
        ("| City | Median salary", "| Akron, OH | $190,000", "Akron, OH"),
    ],
)
def test_what_is_a_place_under_the_header_of_places(header, row, place):
    found = figures("# Pay", "## Medical science liaison", "It is well paid.", header, row)
    assert {one.geography for one in found} <= {place}


def test_a_table_of_other_people_is_not_of_the_role_over_it():
    found = figures(
        "# Pay", "## Hiring", "A medical writer costs more.", "| City | Average salary of nurses", "| Boston | $56,200",
    )
    assert found == []
