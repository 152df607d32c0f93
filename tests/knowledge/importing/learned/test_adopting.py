"""Pay that no rule gives to a role, and that the page reader does."""

from __future__ import annotations

import pytest

from knowledge.importing.extracted import Extraction
from knowledge.importing.learned.reader import Value
from tests.knowledge.importing.learned.test_refining import Opinion, read

LOOSE = ("## What happened next", "In the end I became one, from home; it is $95 an hour there.")


def pay(extraction: Extraction) -> dict[str, list[str]]:
    return {role.title: [one.as_written for one in role.figures] for role in extraction.roles}


def sure(role: str, probability: float = 0.95, pay: float = 0.99) -> Opinion:
    return Opinion(pay, role=Value(role, probability))


def test_amount_without_a_role_is_left_over_with_what_it_would_be() -> None:
    (left,) = read(Opinion(), *LOOSE).unplaced

    assert left.figure is not None
    assert (left.figure.low, left.figure.unit) == (95, "hour")


def test_amount_that_the_reader_is_sure_of_becomes_pay_of_a_new_role() -> None:
    lines = ("## What happened next", "A friend told me of a wound photographer. It is $95 an hour there.")
    found = read(sure("wound photographer"), *lines)

    assert pay(found) == {"Wound photographer": ["$95 an hour"]}
    assert found.unplaced == ()
    assert found.roles[0].quote.text == "A friend told me of a wound photographer."
    assert found.roles[0].confidence <= 0.5


def test_amount_that_the_reader_is_sure_of_goes_to_the_role_of_that_name() -> None:
    found = read(sure("medical writers"), "## Medical writer", "It pays $60,000 a year.", *LOOSE)

    assert pay(found) == {"Medical writer": ["$60,000 a year", "$95 an hour"]}


@pytest.mark.parametrize("doubt", [sure("medical writer", 0.7), sure("medical writer", pay=0.9), Opinion(0.99)])
def test_amount_that_the_reader_doubts_is_left_over(doubt: Opinion) -> None:
    found = read(doubt, *LOOSE)

    assert (pay(found), len(found.unplaced)) == ({}, 1)


def test_pay_that_a_rule_placed_stays_with_its_role() -> None:
    lines = ("## Chart review", "It pays $60 an hour.", "## Medical writer", "It pays $90 an hour.")

    assert pay(read(sure("Chart review"), *lines)) == {
        "Chart review": ["$60 an hour"],
        "Medical writer": ["$90 an hour"],
    }


def test_pay_goes_to_the_role_over_it_and_not_to_the_one_the_rules_took_for_the_same() -> None:
    lines = (
        "## Physician advisor", "It pays $265,000 a year.",
        "## Utilization management for a health plan", "Starting pay was $210,000 a year there.",
    )  # fmt: skip
    assert set(pay(read(Opinion(), *lines))) == {"Physician advisor"}  # both are one kind of work to the rules

    found = read(sure("Utilization management"), *lines)

    assert pay(found) == {"Physician advisor": ["$265,000 a year"], "Utilization management": ["$210,000 a year"]}


def test_a_clause_that_was_taken_for_a_title_is_cut_down_to_the_job() -> None:
    lines = ("Doctors leave for many reasons.", "Then there's biostatistics consulting. It brings $150 an hour.")
    assert list(pay(read(Opinion(), *lines))) == ["Then there's biostatistics consulting"]

    assert list(pay(read(sure("biostatistics consulting"), *lines))) == ["Biostatistics consulting"]


def test_a_title_that_is_no_clause_stays() -> None:
    lines = ("## Health plan medical director", "It brings $150,000 a year.")

    assert list(pay(read(sure("medical director"), *lines))) == ["Health plan medical director"]
