# ruff: noqa: E501 (one sentence of an article in one line)
"""Ranges that a verb joins, ends that a denial leaves open, and pieces of work that are no unit by name."""

from __future__ import annotations

import pytest

from knowledge.importing.extraction.amounts import find_amounts

RANGES = [
    ("Pay starts around $85/hour and climbs to about $130/hour once they trust you.", 85, 130, "hour", "$85/hour and climbs to about $130/hour"),
    ("It begins at €90,000 and can rise to €140,000.", 90000, 140000, None, "€90,000 and can rise to €140,000"),
    ("Fees go from £40 all the way up to £95 per case.", 40, 95, "case", "£40 all the way up to £95 per case"),
    ("Expect 80 cents to $1.50 per word for journalism.", 0.8, 1.5, "word", "80 cents to $1.50 per word"),
    ("You get as little as $50 or as much as $400 per survey.", 50, 400, "survey", "$50 or as much as $400 per survey"),
    ("They pay $60/hour to $75/hour.", 60, 75, "hour", "$60/hour to $75/hour"),
    ("Newcomers get $60 an hour, but it soon grows to $110 an hour.", 60, 110, "hour", "$60 an hour, but it soon grows to $110 an hour"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high", "unit", "written"), RANGES)
def test_a_verb_joins_both_ends(text, low, high, unit, written):
    (amount,) = find_amounts(text)
    assert (amount.low, amount.high, amount.unit) == (low, high, unit)
    assert text[amount.start : amount.end] == written


@pytest.mark.parametrize(
    "text",
    [
        "Reviewers get $90 an hour and go to court for $400 an hour.",
        "It pays $150,000 and grows on you; the bonus is $20,000.",
        "It starts at $900 a day and reaches $4,000 per month.",
    ],
)
def test_what_is_no_rise_stays_two(text):
    assert len(find_amounts(text)) == 2


ENDS = [
    ("I don’t open a document for less than $1.25 a word.", 1.25, None),
    ("Few of them will travel for under €900 a day.", 900, None),
    ("Nobody in this market signs for less than $200,000.", 200000, None),
    ("You should never work for a company below £80 an hour.", 80, None),
    ("You do not need a degree to earn over $90 an hour.", 90, None),
    ("It does not pay more than $90 an hour.", None, 90),
    ("Pay tops out near $250,000.", None, 250000),
    ("The fees max out around CHF 400 per report.", None, 400),
    ("She started at $180 an hour.", 180, 180),
    ("They started me at $180 an hour.", 180, 180),
    ("Salaries started at $180,000 that year.", 180000, None),
    ("Entry-level postings started at $195,000.", 195000, None),
    ("Salaries of $190,000 and more are common.", 190000, None),
    ("It pays $190,000 and more importantly, you sleep.", 190000, 190000),
    ("Marta, from Kraków, started at 30p a word.", 0.3, 0.3),
]


@pytest.mark.parametrize(("text", "low", "high"), ENDS)
def test_open_ends(text, low, high):
    (amount,) = find_amounts(text)
    assert (amount.low, amount.high) == (low, high)


UNITS = [
    ("CHF 3'500 per expedition, five a year", "project", "CHF 3'500 per expedition"),
    ("A$750 per batch of ten applications, which is little", "project", "A$750 per batch of ten applications"),
    ("£1,200 per test round, three rounds a year", "project", "£1,200 per test round"),
    ("$350 for each newsletter", "project", "$350 for each newsletter"),
    ("$900 per NP per month", "month", "$900 per NP per month"),
    ("€1,200 per clinic a month, no more", "month", "€1,200 per clinic a month"),
    ("a $2,500 retainer per case", "case", "$2,500 retainer per case"),
    ("$95,000 base a year", "year", "$95,000 base a year"),
    ("$12,000 for the engagement", "project", "$12,000 for the engagement"),
    ("they pay by the file, around $120 for each", "case", "$120 for each"),
    ("$500 (per hour)", "hour", "$500 (per hour)"),
    ("£85 p/h", "hour", "£85 p/h"),
    ("30p a word", "word", "30p a word"),
    ("$1,800 to $4,500 for a slide deck with notes", "project", "$1,800 to $4,500"),
    ("45 pence per word", "word", "45 pence per word"),
]


@pytest.mark.parametrize(("text", "unit", "written"), UNITS)
def test_units(text, unit, written):
    (amount,) = find_amounts(text)
    assert (amount.unit, text[amount.start : amount.end]) == (unit, written)


@pytest.mark.parametrize(
    "text", ["$30 per person", "$200 per night", "$300 per RVU", "$5 per copy sold", "£18 per ticket", "$90 per clinic"]
)
def test_what_is_counted_but_is_no_work(text):
    (amount,) = find_amounts(text)
    assert amount.unit is None
    assert amount.odd_unit


def test_pence_are_pounds():
    assert [(a.low, a.currency) for a in find_amounts("30p a word, later 45p per word")] == [(0.3, "GBP"), (0.45, "GBP")]
    assert [(a.low, a.high) for a in find_amounts("£85–£120 p/h")] == [(85, 120)]


@pytest.mark.parametrize("text", ["300 a meeting, 2 meetings/mo.", "Remote. 150 an hour", "IRB: 80 per chart"])
def test_a_number_that_begins_a_line_with_what_it_is_for(text):
    (amount,) = find_amounts(text)
    assert amount.unit in ("project", "hour", "case")


@pytest.mark.parametrize("text", ["200 a year", "12 per chart", "Of 300 a meeting had none", "60 percent an hour later", "24 hours per case"])
def test_a_number_that_counts(text):
    assert not find_amounts(text)
