"""What the rules ask of the grammar of a sentence."""

from __future__ import annotations

import pytest

from knowledge.importing.extraction import grammar
from knowledge.importing.extraction.grammar import names_in, phrases_in, subject_of

TWO_SAY = "According to the Harlow Report, medical directors at midsize biotechs in Boston take home $290,000."


def test_names_stand_where_they_are() -> None:
    text = "The survey, run by the American Telehealth Guild in March, asked doctors in Ohio."
    found = names_in(text, "organisation", "place")

    assert [one.words for one in found] == ["the American Telehealth Guild", "Ohio"]
    assert [one.kind for one in found] == ["organisation", "place"]
    assert all(text[one.start : one.end] == one.words for one in found)


def test_a_phrase_holds_what_belongs_to_its_noun() -> None:
    [earners] = [one for one in phrases_in(TWO_SAY) if one.role == "nsubj"]

    assert earners.words == "medical directors at midsize biotechs in Boston"
    assert (earners.core, earners.head, earners.governor) == ("medical directors", "director", "take")
    assert TWO_SAY[earners.start : earners.end] == earners.words


@pytest.mark.parametrize(
    ("text", "amount", "subject"),
    [
        (TWO_SAY, "$290,000", "medical directors at midsize biotechs in Boston"),
        ("Entry-level liaisons start around $150,000 and climb to $220,000.", "$220,000", "Entry-level liaisons"),
        ("For senior consultants, the fee rises to $600 an hour, says the guild.", "$600", "the fee"),
        ("Up to $600 an hour.", "$600", None),
    ],
)
def test_who_a_clause_is_about(text: str, amount: str, subject: str | None) -> None:
    found = subject_of(text, text.index(amount))

    assert (found and found.words) == subject


def test_what_is_longer_than_a_sentence_does_not_cost_a_second() -> None:
    assert phrases_in("word " * 100_000) is not None


def test_a_document_without_end_is_read_without_grammar_from_some_point_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grammar, "MOST_SENTENCES", 2)
    with grammar.reading_one_document():
        first, again = phrases_in("Doctors earn much."), phrases_in("Doctors earn much.")
        phrases_in("Nurses earn less.")
        later = "Surgeons in Ohio earn more."
        assert first == again != []
        assert (phrases_in(later), names_in(later), subject_of(later, 0)) == ([], [], None)
    assert subject_of(later, later.index("earn")).words == "Surgeons in Ohio"
