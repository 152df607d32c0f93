from __future__ import annotations

import pytest

from knowledge import written


@pytest.mark.parametrize(
    ("as_written", "amounts"),
    [
        ("$357,482", (357482,)),
        ("$191 000", (191000,)),
        ("$67.49/hour", (67.49,)),
        ("$106 per hour", (106,)),
        ("$150k", (150000,)),
        ("$1.2 million", (1200000,)),
        ("$165,000–$185,000", (165000, 185000)),
        ("$165,000 to $185,000", (165000, 185000)),
        ("between $100 and $150 an hour", (100, 150)),
        ("$150-200k", (150000, 200000)),
        ("$150k-$200k", (150000, 200000)),
        ("$300,000+", (300000,)),
        ("USD 90 000", (90000,)),
        ("€300", (300,)),
        ("$350 for a 2-hour survey", (350,)),
        ("$100 and 3 weeks off", (100,)),
        ("185,000", (185000,)),
        ("six figures", ()),
    ],
)
def test_amounts_are_those_that_the_source_wrote(as_written, amounts):
    assert written.amounts(as_written) == amounts


@pytest.mark.parametrize(
    ("as_written", "unit"),
    [
        ("$67.49/hour", "hour"),
        ("$106 per hour", "hour"),
        ("$500 a day", "day"),
        ("$900 an evaluation", "evaluation"),
        ("$1/word", "word"),
        ("$357,482", None),
        ("$40 per hourly visit", None),
    ],
)
def test_unit_is_only_what_is_stated(as_written, unit):
    assert written.unit(as_written) == unit


@pytest.mark.parametrize(
    ("words", "text", "stands"),
    [
        ("$36", "it pays $36.", True),
        ("$36", "it pays $36, more or less", True),
        ("$36", "it pays $360", False),
        ("$36", "it pays $36.50", False),
        ("$36", "it pays $36,000", False),
        ("$36", "it pays $36 000", False),
        ("4%", "it was 74%", False),
        ("4%", "it was 7.4%", False),
        ("4%", "it was 4%", True),
        ("18", "in 2018", False),
    ],
)
def test_occurs_looks_at_whole_numbers(words, text, stands):
    assert written.occurs(words, text) is stands


def test_money_finds_each_amount_with_its_words():
    text = "from $150-200k, or $67.49/hour; 300 beds, 24 months, 5% more"
    assert written.money(text) == [
        ("$150-200k", 150000),
        ("$150-200k", 200000),
        ("$67.49", 67.49),
    ]


def test_percents_finds_sign_and_word():
    assert written.percents("26% or 7.5 percent of 1,200") == [("26%", 26), ("7.5 percent", 7.5)]
