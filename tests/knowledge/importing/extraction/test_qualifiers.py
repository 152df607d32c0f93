"""What a figure is for: who earns it, what follows it, what opens its sentence. No sentence here is from an article."""

from __future__ import annotations

import pytest

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.qualifiers import qualifier_of
from tests.knowledge.importing.extraction.pages import figures


def qualifier(sentence: str, title: str = "Medical reviewer", number: int = 0) -> str | None:
    return qualifier_of(sentence, find_amounts(sentence)[number], (title,), None)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Contract reviewers in Ohio make $92 an hour.", "Contract reviewers"),
        ("Salaried staff get $220,000 a year.", "Salaried staff"),
        ("Depositions run to $600 an hour.", "Depositions"),
        ("Reviewers make $92 an hour.", None),
        ("Most of our members charge $92 an hour.", None),
        ("The reviewers we know charge $92 an hour.", None),
        ("Those without experience should expect $190,000 a year.", "Those without experience"),
        ("Reviewers with an MBA command $130 an hour.", "with an MBA"),
    ],
)
def test_who_earns_it_narrows_unless_it_is_the_role_or_anybody(sentence: str, wanted: str | None) -> None:
    assert qualifier(sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Agencies pay $90 an hour.", None),
        ("Book publishers pay $90 an hour.", None),
        ("Boutique agencies pay $90 an hour.", "Boutique agencies"),
        ("Clinics with fewer than 20 beds offer $2,000 a day.", "Clinics with fewer than 20 beds"),
        ("Larger insurers advertise $280,000 a year.", "Larger insurers"),
    ],
)
def test_who_pays_it_narrows_only_by_size_or_kind(sentence: str, wanted: str | None) -> None:
    assert qualifier(sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("I bill $450 an hour to prepare a report.", "to prepare a report"),
        ("They bill $450 an hour in mediation.", "in mediation"),
        ("The fee is $450 an hour at arbitration.", "at arbitration"),
        ("It pays $450 an hour on busy weekends only.", "on busy weekends only"),
        ("It pays $1,200 a week, room and board included.", "room and board included"),
        ("It is $80 an hour from private clients.", "from private clients"),
        ("They offer $95 an hour, as a contractor.", "as a contractor"),
        ("It pays $210,000 a year depending on experience.", "depending on experience"),
        ("It pays $210,000 a year on average.", None),
        ("It pays $30 per chart in the past year.", None),
        ("They gave me $1,000 per lecture, for six lectures.", None),
        ("It is $450 an hour at best, mostly by phone.", None),
        ("It pays $450 an hour for that kind of thing.", None),
        ("It is C$128 an hour in Canadian dollars.", None),
    ],
)
def test_what_follows_an_amount_narrows_it(sentence: str, wanted: str | None) -> None:
    assert qualifier(sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("At arbitration, the fee is $800 an hour.", "At arbitration"),
        ("Once the grant has come in, the post pays $190,000 a year.", "Once the grant has come in"),
        ("After that, the fee is $85 per exam.", None),
        ("For comparison, Glassdoor shows an average of $274,500 a year.", None),
    ],
)
def test_what_opens_a_sentence_narrows_it(sentence: str, wanted: str | None) -> None:
    assert qualifier(sentence) == wanted


def test_each_amount_has_its_own() -> None:
    both = "I bill $450 an hour for file review and about $700 an hour in court."
    assert [qualifier(both, number=number) for number in (0, 1)] == ["for file review", "in court"]
    elided = "Remote positions pay $62 an hour, on-site positions $70 an hour."
    assert [qualifier(elided, number=number) for number in (0, 1)] == ["Remote positions", "on-site positions"]


def test_what_narrows_twice_is_said_in_both_parts() -> None:
    assert qualifier("Base salaries run from $210,000 to $240,000 a year, before a bonus of 15%.") == (
        "Base, before a bonus of 15%"
    )
    assert qualifier("They paid a stipend of $4,500 per course.") == "stipend"


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The schools pay retired surgeons $1,100 a day.", "retired surgeons"),
        ("Agencies pay new graduates 98k a year.", "new graduates"),
        ("Agencies pay their reviewers $98,000 a year.", None),
        ("Pay starts at $85 an hour and climbs to $130 an hour once they know you.", None),
        ("They send a $2,500 retainer per case before I open a file.", "retainer"),
        ("The two people who wrote to me say $98,000 a year.", None),
        ("Payscale's average for similar posts is $98,000 a year.", "for similar posts"),
    ],
)
def test_whom_they_pay_and_what_is_no_narrowing(sentence: str, wanted: str | None) -> None:
    assert qualifier(sentence) == wanted


def test_a_table_with_two_kinds_of_one_role_tells_them_apart() -> None:
    made = figures(
        "# Pay", "| Work | Pay", "| Expert witness, mediation | $400 an hour", "| Expert witness, trial | $550 an hour",
        "| Medical director, oncology | $260,000 a year",
    )  # fmt: skip
    assert {one.low: one.qualifier for one in made} == {400: "mediation", 550: "trial", 260000: None}


def test_what_a_section_says_of_all_its_figures() -> None:
    first, second = figures(
        "# Jobs", "## Salaried", "All amounts in this section are annual base salaries.",
        "| Role | Pay", "| Medical writer | $98,000", "| Drug safety physician | $201,000",
    )  # fmt: skip
    assert (first.qualifier, second.qualifier) == ("base", "base")


def test_the_line_below_a_number_says_what_it_is_for() -> None:
    first, second = figures(
        "# Jobs", "## Expert witness", "They need you for stroke cases.", "$475/hour", "Record review, my usual",
        "$650/hour", "Arbitration",
    )  # fmt: skip
    assert (first.qualifier, second.qualifier) == ("Record review", "Arbitration")


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("They started me at $212,000 a year.", "started"),
        ("She started at $180 an hour.", "started"),
        ("I began at 40 cents a word.", "began"),
        ("Pay starts at $180 an hour.", None),
        ("I started in 2019 and am now at $80 an hour.", None),
    ],
)
def test_what_somebody_started_at(sentence: str, wanted: str | None) -> None:
    assert qualifier(sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("A gardening magazine paid me $1 a word.", "gardening magazine"),
        ("An agency offered her $95 an hour.", "agency"),
        ("Agencies pay $95 an hour.", None),
        ("Journals pay $60 an hour; agencies pay $95 an hour.", "Journals"),
    ],
)
def test_one_payer_and_payers_beside_each_other(sentence: str, wanted: str | None) -> None:
    assert qualifier(sentence) == wanted


def test_the_next_sentence_says_that_it_is_base() -> None:
    [one] = figures("# Jobs", "## Medical writer", "They are offered $120,000. That's base, around Denver.")
    assert (one.qualifier, one.geography) == ("base", "Denver")


def test_the_role_with_its_field_narrows_nothing() -> None:
    assert qualifier("A medical reviewer in oncology makes $92 an hour.") is None
