# ruff: noqa: E501 (one sentence of an article in one line)
"""Each field of a figure, in sentences of many forms."""

from __future__ import annotations

import pytest

from tests.knowledge.importing.extraction.pages import figures


def one(sentence, *more):
    (figure,) = figures("# Title", "## Medical writer", sentence, *more)
    return figure


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Average salary: $98,400, according to Payscale.", "Payscale"),
        ("Average salary: $98,400 (ZipRecruiter, U.S.)", "ZipRecruiter"),
        ("Glassdoor has an average of $98,400.", "Glassdoor"),
        ("We looked at Payscale first. It breaks its numbers down. For beginners it shows $98,400 a year.", "Payscale"),
        ("Mean pay is $96,000. Nights carry a premium. Both numbers were taken from ZipRecruiter.", "ZipRecruiter"),
        (
            "In a survey by the Bramhall Expert Institute the median charge was $475 per hour.",
            "Bramhall Expert Institute",
        ),
        ("They earn $98,400, as reported by the Society of Medical Editors in 2023.", "Society of Medical Editors"),
        ("Pay is $98,400, says a colleague.", None),
        ("According to Jane Miller, a recruiter, the pay is $98,400.", None),
    ],
)
def test_attribution(sentence, source):
    assert one(sentence).attributed_to == source


def test_two_sources_in_one_sentence():
    found = figures(
        "# Title",
        "## Medical writer",
        "ZipRecruiter lists an average of $98,000 per year; Glassdoor's range is $90K–$128K.",
    )
    assert [figure.attributed_to for figure in found] == ["ZipRecruiter", "Glassdoor"]


@pytest.mark.parametrize(
    ("sentence", "qualifier"),
    [
        ("Pay is USD 180,000 - 300,000 per year, base only.", "base only"),
        ("They earn EUR 95,000, plus a car.", "plus a car"),
        ("For people new to the field Payscale shows $150,000 a year.", "For people new to the field"),
        ("Entry-level pay is $95,000+.", "Entry-level"),
        (
            "Once the company has closed a Series B, the salary reaches six figures.",
            "Once the company has closed a Series B",
        ),
        (
            "Median salary: $411,000 for telemedicine physicians in general, according to Glassdoor.",
            "for telemedicine physicians in general",
        ),
        ("Those with a few trials behind them bill up to $500/hour.", "Those with a few trials behind them"),
        ("Deposition: $500/hr.", "Deposition"),
        ("You get $98,000 a year.", None),
        ("Agencies pay $98,000 a year.", None),
        ("Medical writers earn $98,000 a year.", None),
    ],
)
def test_qualifier(sentence, qualifier):
    assert one(sentence).qualifier == qualifier


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Average salary: £98,500 in the UK, according to Glassdoor", "UK"),
        ("Japan: JPY 18,000,000 a year", "Japan"),
        ("Groups in Dubai offer AED 52,000 per month.", "Dubai"),
        ("Journals in India sell much. The writer's share is INR 2,200 per article.", "India"),
        ("They pay $98,400 a year, and a license in New York helps.", None),
        ("Pay: $98,400 in U.S. dollars", None),
    ],
)
def test_geography(sentence, place):
    assert one(sentence).geography == place


@pytest.mark.parametrize(
    ("sentence", "statistic", "kind"),
    [
        ("The median salary is $98,000.", "median", "salary"),
        ("On average they make $98,000.", "average", "salary"),
        ("Pay is $98,000 to $120,000.", "range", "salary"),
        ("The average is $98,000 to $120,000.", "average", "salary"),
        ("Average rate: $87,946", "average", "rate"),
        ("They charge a flat fee of $200 an hour.", "unspecified", "fee"),
        ("Pay is $60 an hour at best.", "unspecified", "rate"),
        ("The average at Salary.com, which counts larger houses, is $98,200.", "average", "salary"),
    ],
)
def test_statistic_and_kind(sentence, statistic, kind):
    figure = one(sentence)
    assert (figure.statistic, figure.kind) == (statistic, kind)


@pytest.mark.parametrize(
    ("sentence", "unit", "basis"),
    [
        ("Day rate: $1,800 to $3,000", "day", "stated"),
        ("Hourly pay averages $79.", "hour", "stated"),
        ("An article pays between $800 and $1,500.", "project", "stated"),
        ("Evaluations go for $2,000 to $4,500 each.", "evaluation", "stated"),
        ("Salary: $98,000", "year", "inferred"),
        ("Magazines pay 40 to 60 cents a word.", "word", "stated"),
    ],
)
def test_unit(sentence, unit, basis):
    figure = one(sentence)
    assert (figure.unit, figure.unit_basis) == (unit, basis)


def test_what_is_said_once_of_all_figures():
    found = figures(
        "# Title",
        "Salary figures are yearly U.S. averages from Payscale.",
        "## Medical writer",
        "Pay: $98,000",
        "## Coach",
        "It pays $150 per session.",
    )
    assert (found[0].attributed_to, found[0].geography, found[0].unit_basis) == ("Payscale", "U.S.", "stated")
    assert found[1].attributed_to is None


def test_dollars_of_another_country():
    found = figures(
        "# Title", "All amounts are in Canadian dollars.", "## Medical writer", "Pay is $98,000 to $120,000."
    )
    assert [figure.currency for figure in found] == ["CAD"]


def test_the_same_figure_twice_is_one():
    found = figures("# Title", "## Medical writer", "Pay: $98,000.", "On average they earn $98,000, says Payscale.")
    assert [(figure.statistic, figure.attributed_to) for figure in found] == [("average", "Payscale")]


def test_a_chapters_rule_reaches_the_roles_after_it_in_a_flat_outline():
    found = figures(
        "# Title", "## Paths", "Here are some, with average salaries in the U.S.:", "## Medical writer", "Average salary: $98,000",
        "## What else", "Nothing.", "## Chart review", "Average salary: $88,000",
    )  # fmt: skip
    assert [figure.geography for figure in found] == ["U.S.", None]


def test_not_more_than_is_an_upper_bound():
    figure = one("New hires should not expect more than $165,000.")
    assert (figure.low, figure.high, figure.qualifier) == (None, 165000, "New hires")


def test_a_unit_is_inherited_within_a_sentence():
    found = figures("# Title", "## Chart review", "ZipRecruiter says $104 an hour; one large plan advertised $118.")
    assert [(figure.unit, figure.attributed_to) for figure in found] == [("hour", "ZipRecruiter"), ("hour", None)]
