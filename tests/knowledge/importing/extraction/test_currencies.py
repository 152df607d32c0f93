# ruff: noqa: E501 (one sentence of an article in one line)
"""What money a bare "$200,000" or "60k" is in: the sentence, the page, the heading or its other amounts say it."""

from __future__ import annotations

import pytest

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.currencies import currency_of_heading, currency_of_sentence, stated_currency
from tests.knowledge.importing.extraction.pages import figures


def codes(*lines: str) -> list[str]:
    return [figure.currency for figure in figures(*lines)]


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("All amounts are in Canadian dollars.", "CAD"),
        ("(All dollar figures in this story are Canadian.)", "CAD"),
        ("Unless we say otherwise, the salaries below are quoted in Australian dollars.", "AUD"),
        ("Everything here is in NZD.", "NZD"),
        ("Pay is given in US dollars throughout.", "USD"),
        ("The figures in this survey are from Canadian physicians.", None),
        ("Salaries in Canada are lower.", None),
        ("The numbers are growing; Canadian firms hire.", None),
    ],
)
def test_what_a_text_says_of_its_amounts(text, currency):
    assert stated_currency([text]) == currency


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("It is $135–$190 an hour, in Canadian dollars.", "CAD"),
        ("It brings $90,000 a year (AUD).", "AUD"),
        ("In Singapore dollars the salary is $150,000.", "SGD"),
        ("Canadian firms pay $90,000.", None),
    ],
)
def test_what_a_sentence_names(text, currency):
    assert currency_of_sentence(text) == currency


@pytest.mark.parametrize(
    ("heading", "currency"),
    [("Canada", "CAD"), ("What Australian employers pay", "AUD"), ("Canada and the United States", None),
     ("Australia or Canada?", None), ("Switzerland", None)],
)  # fmt: skip
def test_what_a_heading_is_about(heading, currency):
    assert currency_of_heading(heading) == currency


def test_a_statement_holds_for_sentences_and_tables_of_the_page():
    lines = ("# Pay", "All amounts are in Canadian dollars.", "## Medical writer", "Agencies pay $95 an hour.",
             "## Table", "| Post | Salary per year", "| Medical science liaison | $158,000")  # fmt: skip
    assert codes(*lines) == ["CAD", "CAD"]


def test_a_section_about_a_country_uses_its_dollar():
    lines = ("# Two countries", "## Australia", "### Medical writer", "Agencies pay $95 an hour.",
             "## Ohio", "### Medical science liaison", "Companies pay $158,000 a year.")  # fmt: skip
    assert codes(*lines) == ["AUD", "USD"]


def test_american_amounts_stay_american_in_a_section_about_canada():
    assert codes("# Work", "## Canada", "### Medical writer", "Agencies in the U.S. pay $95 an hour.") == ["USD"]


def test_bare_numbers_are_in_the_currency_of_the_page():
    lines = ("# Work", "## Medical writer", "Agencies pay £95 an hour.", "## Medical science liaison",
             "Salary: 60k. Later it is six figures.")  # fmt: skip
    assert codes(*lines) == ["GBP", "GBP", "GBP"]


def test_without_any_word_a_dollar_is_american():
    assert codes("# Work", "## Medical writer", "Agencies pay $95 an hour.") == ["USD"]


def test_a_sign_outweighs_what_the_page_says():
    lines = ("# Pay", "All amounts are in Canadian dollars.", "## Medical writer", "Some pay US$95 an hour, or €80 an hour.")
    assert codes(*lines) == ["USD", "EUR"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("a hundred and twenty dollars an hour", 120, 120),
        ("two to three hundred dollars an hour", 200, 300),
        ("eighty to a hundred dollars an hour", 80, 100),
        ("forty thousand dollars", 40000, 40000),
    ],
)
def test_amounts_in_words(text, low, high):
    (amount,) = find_amounts(text, currency="CAD")
    assert (amount.low, amount.high, amount.currency) == (low, high, "CAD")


@pytest.mark.parametrize("text", ["12 lakhs a year", "1.5 crore a year", "9-12 lakh per annum"])
def test_lakhs_and_crores_are_rupees(text):
    assert [amount.currency for amount in find_amounts(f"It pays {text}.", bare=True)] == ["INR"]
