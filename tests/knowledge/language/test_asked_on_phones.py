"""Wordings that were misread when people typed them on phones."""

from __future__ import annotations

import pytest

from knowledge.language.names import Names
from tests.knowledge.language.said import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("couldn't drop much under 180k", "pay=>=180000 USD/year"),
        ("wont go too far below 200k a year", "pay=>=200000 USD/year"),
        ("cannot go any lower than 90 an hour", "pay=>=90 USD/hour"),
        ("not much over 200k", "pay=<=200000 USD/year"),
    ],
)
def test_a_negated_bound_is_turned_round_across_small_words(text: str, expected: str, names: Names) -> None:
    assert expected in said(text, names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dont want to stand in a courtroom all day", "!setting=legal"),
        ("i won't set foot in a hospital", "!setting=hospital"),
        ("don't want to be stuck in an office", "!work_mode=on_site"),
    ],
)
def test_a_negator_reaches_over_verbs_of_being_somewhere(text: str, expected: str, names: Names) -> None:
    assert said(text, names) == [expected]


@pytest.mark.parametrize("text", ["can they stop me from doing UR", "could a non-compete stop us doing chart review"])
def test_being_stopped_from_something_is_no_wish_against_it(text: str, names: Names) -> None:
    assert not [found for found in said(text, names) if found.startswith("!")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("interventionalist, want out", "specialty=interventional-cardiology"),
        ("retina specialist", "specialty=ophthalmology"),
        ("vitreoretinal surgeon here", "specialty=ophthalmology"),
        ("im a cornea doc", "specialty=ophthalmology"),
    ],
)
def test_what_subspecialists_call_themselves(text: str, expected: str, names: Names) -> None:
    assert [found for found in said(text, names) if found.startswith("specialty")] == [expected]


@pytest.mark.parametrize("text", ["medico leagal work", "leagal jobs"])
def test_a_letter_too_many_in_a_short_word(text: str, names: Names) -> None:
    assert {"role=medico-legal", "setting=legal"} & set(said(text, names))


@pytest.mark.parametrize(
    ("text", "unexpected"),
    [
        ("glad to hear im not the only one", "limit=1"),
        ("am i the only one who feels like this", "limit=1"),
        ("cardiologist, bad knees, cant do the lab any more", "!setting=research"),
        ("is it a meaningful amount of money", "unstated_wish=meaning"),
        ("do they pay anything meaningful", "unstated_wish=meaning"),
    ],
)
def test_what_is_no_filter(text: str, unexpected: str, names: Names) -> None:
    assert unexpected not in said(text, names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("do i have to be licensed in all 50 states", "unstated_wish=license"),
        ("need a dea for that", "unstated_wish=license"),
        ("possible while still in training", "unstated_wish=residency"),
        ("can a trainee do it", "unstated_wish=residency"),
        ("only those w figures", "pay_given=yes"),
        ("list the ones w/ numbers", "pay_given=yes"),
    ],
)
def test_everyday_words_for_what_entries_do_and_do_not_state(text: str, expected: str, names: Names) -> None:
    assert expected in said(text, names)


@pytest.mark.parametrize("text", ["and UR the same", "UR the same thing?", "and UR just as much"])
def test_a_short_name_in_capitals_counts_before_small_words(text: str, names: Names) -> None:
    assert "role=utilization-review" in said(text, names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lower than 100k is a no", "pay=>=100000 USD/year"),
        ("less than 100k wont work for us", "pay=>=100000 USD/year"),
        ("under 150k is not an option", "pay=>=150000 USD/year"),
        ("anything below $90/hr is an insult", "pay=>=90 USD/hour"),
        ("under 150k is fine", "pay=<150000 USD/year"),
        ("less than 100k works", "pay=<100000 USD/year"),
        ("under 150k, no travel", "pay=<150000 USD/year"),
    ],
)
def test_an_upper_bound_that_is_refused_is_a_floor(text: str, expected: str, names: Names) -> None:
    assert expected in said(text, names)


@pytest.mark.parametrize("text", ["hate the idea of insurance work", "i dread insurance work", "not keen on insurance"])
def test_what_one_hates_the_idea_of_is_not_wanted(text: str, names: Names) -> None:
    assert said(text, names) == ["!setting=insurer"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no problem with travel", "drop=travel"),
        ("i dont mind a bit of travel", "drop=travel"),
        ("i dont mind seeing patients", "drop=patient_contact"),
        ("i dont need to stay remote", "drop=work_mode"),
        ("not opposed to part time", "drop=commitment"),
    ],
)
def test_what_one_does_not_mind_is_no_wish(text: str, expected: str, names: Names) -> None:
    assert said(text, names) == [expected]
