"""For which place a figure is: in its sentence, its entry, its section, its table. No sentence is from an article."""

from __future__ import annotations

import pytest

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.places import place_of
from tests.knowledge.importing.extraction.pages import figures


def place(sentence: str, number: int = 0) -> str | None:
    amount = find_amounts(sentence)[number]
    return place_of(sentence, amount.start, amount.end)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Pay is $95 an hour in Texas, $112 an hour in Maine.", ["Texas", "Maine"]),
        ("In Texas it is $95 an hour, in Maine $112 an hour.", ["Texas", "Maine"]),
        ("Texas pays $95 an hour, and Maine up to $112 an hour.", ["Texas", "Maine"]),
        ("A reviewer in Texas gets $95 an hour and a clerk $40 an hour.", ["Texas", None]),
    ],
)
def test_each_amount_has_the_place_beside_it(sentence: str, wanted: list[str | None]) -> None:
    assert [place(sentence, number) for number in (0, 1)] == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The Canadian average is C$128 an hour.", "Canada"),
        ("The UK median is £98,000 a year.", "UK"),
        ("Texas insurers pay $95 an hour.", "Texas"),
        ("A clinic in Spokane pays me $900 a month.", "Spokane"),
        ("The going rate in FL is $900 a month.", "FL"),
        ("Anna, who trained in Wales, gets £380 a day.", None),
        ("It is $250,000 a year in Denver or the Bay Area.", "Denver or the Bay Area"),
        ("Clinics in the Upper Midwest pay $95 an hour.", "Upper Midwest"),
        ("Dr. Houston charges $380 a day.", None),
        ("Reviewers in Oncology get $95 an hour.", None),
    ],
)
def test_places_that_modify_who_pays_or_what(sentence: str, wanted: str | None) -> None:
    assert place(sentence) == wanted


def test_a_section_about_one_country_says_it_for_its_figures() -> None:
    [one, other] = figures(
        "# Work abroad", "## Ireland", "### Medical writer", "The day rate is €420.", "## In New Zealand",
        "### Expert witness", "The fee is NZ$350 an hour.",
    )  # fmt: skip
    assert (one.geography, other.geography) == ("Ireland", "New Zealand")
    [one] = figures("# Work", "## Not in Ireland", "### Medical writer", "The day rate is €420.")
    assert one.geography is None
    [one] = figures("# Jobs in Ireland", "## Medical writer", "The day rate is €420.")
    assert one.geography is None


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("📍 Denver, on site", "Denver"), ("Location: Ohio and Indiana", "Ohio and Indiana"), ("📍 100% remote", None),
        ("Location: Denver or from home", None),
    ],
)  # fmt: skip
def test_the_line_of_an_advertisement_that_says_where(line: str, wanted: str | None) -> None:
    [one] = figures("# Who is hiring", "## Medical writer", "Pay: $95 an hour", line, "You write.")
    assert one.geography == wanted


def test_the_province_is_the_one_named_before() -> None:
    [one] = figures(
        "# Work", "## Expert witness", "In Quebec courts appoint their experts. The province allows $175 per case."
    )
    assert one.geography == "Quebec"


TABLE = ("# Pay", "| Role | Salary", "| Medical writer | $98,000", "| Drug safety physician | $201,000")


@pytest.mark.parametrize(
    ("below", "wanted"),
    [
        ("Click to sort. Salaries are for the whole United Kingdom.", "United Kingdom"),
        ("Australian figures, retrieved in May.", "Australia"),
        ("Once you adjust for rent, Texas comes out ahead.", None),
        ("For comparison, salaries of internists in Ohio are $250,000.", None),
    ],
)
def test_a_line_below_a_table_says_where(below: str, wanted: str | None) -> None:
    assert {one.geography for one in figures(*TABLE, below)} == {wanted}


def test_a_column_among_places_is_one() -> None:
    made = figures("# Pay", "| Role | Ohio | Texas | Tri-State", "| Medical writer | $98,000 | $99,000 | $97,000")
    assert [one.geography for one in made] == ["Ohio", "Texas", "Tri-State"]


def test_a_cell_begins_with_its_place() -> None:
    made = figures(
        "# Pay", "| Role | Pay | Notes", "| Medical writer | $95 an hour | Denver, two days a week",
        "| Drug safety physician | $98 an hour | Cars; one day a week at headquarters in Denver",
    )  # fmt: skip
    assert [one.geography for one in made] == ["Denver", None]


def test_a_mark_leads_to_its_note() -> None:
    first, second = figures(
        "# Pay", "| Role | Salary", "| Medical writer* | $98,000", "| Drug safety physician | $201,000",
        "Source: Payscale.", "* Glassdoor, May 2024, for want of answers.",
    )  # fmt: skip
    assert (first.attributed_to, second.attributed_to) == ("Glassdoor", "Payscale")


def test_there_is_where_it_was_said_before() -> None:
    [one] = figures("# Work", "## Coroner", "On Tasmania physicians may serve. A coroner there gets $475 per case.")
    assert one.geography == "Tasmania"
    [one] = figures("# Work", "## Coroner", "I went to Tasmania. There is a fee of $475 per case.")
    assert one.geography is None


def test_where_somebody_works_is_no_place_of_a_survey() -> None:
    [one] = figures(
        "# Who is hiring", "## Medical writer", "Location: Denver", "Payscale has an average of $98,000 a year."
    )
    assert one.geography is None
