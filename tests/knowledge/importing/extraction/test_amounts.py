"""Amounts as articles write them: the bounds, the currency, the unit and the slice of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.importing.extraction.amounts import find_amounts

FORMS = [
    ("$150,000–$250,000 a year", 150000, 250000, "USD", "year", "$150,000–$250,000 a year"),
    ("$269K-425K, according to Glassdoor", 269000, 425000, "USD", None, "$269K-425K"),
    ("~$1.09M a year, most of it in stock", 1090000, 1090000, "USD", "year", "~$1.09M a year"),
    ("they bill up to $500/hour.", None, 500, "USD", "hour", "$500/hour"),
    ("$400-600+/hour", 400, None, "USD", "hour", "$400-600+/hour"),
    ("a salary in the high $200s.", 270000, 299999, "USD", None, "high $200s"),
    ("the mid-$300s", 340000, 369999, "USD", None, "mid-$300s"),
    ("low to mid $200s", 200000, 269999, "USD", None, "low to mid $200s"),
    ("six figures", 100000, 999999, "USD", None, "six figures"),
    ("a six-figure income", 100000, 999999, "USD", None, "six-figure"),
    ("USD 180,000 - 300,000 per year", 180000, 300000, "USD", "year", "USD 180,000 - 300,000 per year"),
    ("$191 000 (Payscale)", 191000, 191000, "USD", None, "$191 000"),
    ("CHF 3'500 per day", 3500, 3500, "CHF", "day", "CHF 3'500 per day"),
    ("CHF 3’500.-", 3500, 3500, "CHF", None, "CHF 3’500"),
    ("€185,000–€240,000 in Germany", 185000, 240000, "EUR", None, "€185,000–€240,000"),
    ("150.000 € im Jahr", 150000, 150000, "EUR", None, "150.000 €"),
    ("C$48 per case", 48, 48, "CAD", "case", "C$48 per case"),
    ("between $110 and $160 an hour", 110, 160, "USD", "hour", "$110 and $160 an hour"),
    ("From £62,000 a year", 62000, None, "GBP", "year", "£62,000 a year"),
    ("starting at $118/hour", 118, None, "USD", "hour", "$118/hour"),
    ("never below $700 per evaluation", 700, None, "USD", "evaluation", "$700 per evaluation"),
    ("no more than $90 an hour", None, 90, "USD", "hour", "$90 an hour"),
    ("$60 an hour at best", None, 60, "USD", "hour", "$60 an hour"),
    ("$200,000 and up", 200000, None, "USD", None, "$200,000"),
    ("$95,000+", 95000, None, "USD", None, "$95,000+"),
    ("$0.75 to $2 per word", 0.75, 2, "USD", "word", "$0.75 to $2 per word"),
    ("$2,500 per deposition", 2500, 2500, "USD", "case", "$2,500 per deposition"),
    ("$75 per 20-minute survey", 75, 75, "USD", "survey", "$75 per 20-minute survey"),
    ("INR 12,00,000 a year", 1200000, 1200000, "INR", "year", "INR 12,00,000 a year"),
    ("AED 40,000-55,000 monthly", 40000, 55000, "AED", "month", "AED 40,000-55,000 monthly"),
    ("¥12 million a year", 12000000, 12000000, "JPY", "year", "¥12 million a year"),
    ("$150-200k", 150000, 200000, "USD", None, "$150-200k"),
    ("90k-120k a year", 90000, 120000, "USD", "year", "90k-120k a year"),
    ("$200/hr to $400/hr", 200, 400, "USD", "hour", "$200/hr to $400/hr"),
    ("two hundred and fifty thousand dollars", 250000, 250000, "USD", None, "two hundred and fifty thousand dollars"),
    ("a quarter of a million dollars", 250000, 250000, "USD", None, "a quarter of a million dollars"),
    ("$100 per billable hour", 100, 100, "USD", "hour", "$100 per billable hour"),
    ("US$150,000", 150000, 150000, "USD", None, "US$150,000"),
    ("$85,000 Canadian dollars", 85000, 85000, "CAD", None, "$85,000 Canadian dollars"),
]


@pytest.mark.parametrize(("text", "low", "high", "currency", "unit", "written"), FORMS, ids=[form[0] for form in FORMS])
def test_one_amount(text, low, high, currency, unit, written):
    (amount,) = find_amounts(text)
    assert (amount.low, amount.high, amount.currency, amount.unit) == (low, high, currency, unit)
    assert text[amount.start : amount.end] == written


@pytest.mark.parametrize(
    "text",
    [
        "call 555-0142",
        "my 401k",
        "in 2019",
        "1,212 physicians",
        "page 7",
        "38%",
        "call +44 20 7946 0321",
        "3 to 5 days",
    ],
)
def test_no_amount(text):
    assert not find_amounts(text)


def test_two_amounts_with_units_of_their_own():
    found = find_amounts("It pays $60 an hour at best, or up to $1,200 per project if you take whole chapters.")
    assert [(a.low, a.high, a.unit) for a in found] == [(None, 60, "hour"), (None, 1200, "project")]


def test_and_joins_a_range_only_after_between():
    assert len(find_amounts("tickets at $85 and $30")) == 2


def test_an_odd_unit_is_named():
    (amount,) = find_amounts("costs about $3,400 a season.")
    assert (amount.unit, amount.odd_unit) == (None, "season")


def test_room_and_hour_is_no_hour():
    (amount,) = find_amounts("a waste of $2,000 per room and hour")
    assert amount.unit is None


@pytest.mark.parametrize(
    "piece", ["$1,", "$1-", "1 ", "$9 to ", "mid ", "two hundred and ", "per ", "/", "$1 000 ", "~"]
)
def test_hostile_texts_take_time_in_proportion(piece):
    find_amounts(piece * 3000)


@given(st.text(alphabet="$€£0123456789,.'k K-–+~/ perhourayndtoupCHF", max_size=120))
def test_every_amount_is_a_slice_with_bounds_in_order(text):
    for amount in find_amounts(text):
        assert 0 <= amount.start < amount.end <= len(text)
        assert amount.low is not None or amount.high is not None
        if amount.low is not None and amount.high is not None:
            assert amount.low <= amount.high
