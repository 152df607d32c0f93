"""Who says to be no physician."""

from __future__ import annotations

import pytest

from knowledge.language.professions import is_of_another_profession


@pytest.mark.parametrize(
    "text",
    ["im a PA not a doctor can i use this", "I'm just an RN, is there something?", "as a med student what can i do",
     "i am a nurse practitioner in derm", "I'm a psychologist"],
)  # fmt: skip
def test_who_is_no_physician(text: str) -> None:
    assert is_of_another_profession(text)


@pytest.mark.parametrize(
    "text", ["im a cardiologist", "i am a physician advisor", "i supervise a PA", "my wife is a nurse", "are PAs ok"]
)
def test_who_may_well_be_one(text: str) -> None:
    assert not is_of_another_profession(text)
