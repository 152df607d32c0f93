"""New kinds of work are proposed under a name as a person would write it."""

from __future__ import annotations

import pytest

from knowledge.importing.drafts.kinds import kind_for


@pytest.mark.parametrize(
    ("title", "name", "words"),
    [
        ("CONSULTING", "Consulting", "consulting"),
        ("EXPERT WITNESS WORK", "Expert witness work", "expert witness work"),
        ("MSL TRAINER", "MSL trainer", "MSL trainer"),
        ("CRO advisor", "CRO advisor", "CRO advisor"),
        ("AI", "AI", "AI"),
        ("Tutoring", "Tutoring", "tutoring"),
        ("Board Exam Tutor", "Board Exam Tutor", "board exam tutor"),
        ("wound care trainer", "Wound care trainer", "wound care trainer"),
        ("LOCUM AGENCY OWNER (LLC)", "Locum agency owner", "locum agency owner"),
        ("VA disability rater", "VA disability rater", "VA disability rater"),
    ],
)
def test_the_name_of_a_kind(title, name, words):
    new = {}
    kind = new[kind_for(None, title, {}, new)]
    assert (kind.title, kind.names) == (name, (words,))


def test_a_shouted_name_and_a_quiet_one_are_one_kind():
    new = {}
    assert kind_for(None, "CONSULTING", {}, new) == kind_for(None, "consulting", {}, new) == "consulting"
    assert list(new) == ["consulting"]
