"""What wears a person out is left out, not looked for."""

from __future__ import annotations

import pytest

from knowledge.language.understand import understand


@pytest.mark.parametrize(("text", "kind", "value"), [
    ("hospital life is eating me", "setting", "hospital"), ("insurance paperwork eats my life", "setting", "insurer"),
    ("academia is slowly killing me", "setting", "education"), ("pharma is soul-crushing", "setting", "pharma"),
    ("the hospital drains me", "setting", "hospital"), ("academia sucks, what else is there", "setting", "education"),
    ("night shifts are wrecking my sleep", "unstated_wish", "nights"),
    ("utilization review is driving me crazy", "role", "utilization-review"),
])
def test_what_is_complained_of_is_left_out(text, kind, value, names):
    (found,) = [m for m in understand(text, names) if m.kind == kind]
    assert (found.value, found.excluded) == (value, True)


def test_patients_who_wear_one_out_are_a_wish_for_none(names):
    (found,) = [m for m in understand("patients are killing me", names) if m.kind == "patient_contact"]
    assert found.value == "none"


@pytest.mark.parametrize("text", [
    "hospital jobs that let me keep my weekends", "pharma that pays me well", "hospital roles for me",
    "does pharma treat my colleagues well", "would insurance companies hire me", "tech is calling me",
])
def test_praise_and_plain_wishes_stay_wishes(text, names):
    assert not any(m.excluded for m in understand(text, names) if m.kind == "setting")


def test_the_specialty_that_wears_one_out_is_still_ones_own(names):
    (found,) = [m for m in understand("cardiology is killing me", names) if m.kind == "specialty"]
    assert not found.excluded
