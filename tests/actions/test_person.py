"""Who is asking: only an id that a channel signed for this very person counts."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker

from actions.person import person_of, sign_person
from actions.record_routes import SECRET_VARIABLE

SECRET = "shared by both processes"
JANE, JOE = "a" * 32, "b" * 32
SIGNED = {"id": JANE, "signature": sign_person(JANE, SECRET)}


def tracker(metadata: Any) -> Tracker:
    message = {"text": "save it", "metadata": metadata}
    return Tracker("web:1", {}, message, [], False, None, {}, None)


def test_a_signed_id_names_the_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECRET_VARIABLE, SECRET)
    assert person_of(tracker({"lang": "en", "person": SIGNED})) == JANE


@pytest.mark.parametrize(
    "person",
    [
        None, "", JANE, [JANE], {}, {"id": JANE}, {"id": JANE, "signature": ""}, {"id": JANE, "signature": None},
        {**SIGNED, "id": JOE}, {**SIGNED, "id": JANE.upper()}, {**SIGNED, "signature": SIGNED["signature"][:-1]},
        {**SIGNED, "signature": SIGNED["signature"].upper()}, {"id": JANE, "signature": "é\ud800"},
        {"id": JANE, "signature": sign_person(JANE, "another secret")}, {"id": 7, "signature": "7"},
        {"id": "a@b.c and more", "signature": sign_person("a@b.c and more", SECRET)},
        {"id": "\ud800" * 9, "signature": sign_person("\ud800" * 9, SECRET)},
    ],
    ids=range(17),
)  # fmt: skip
def test_nothing_else_does(person: Any) -> None:
    assert person_of(tracker({"person": person}), SECRET) is None


@pytest.mark.parametrize("metadata", [None, {}, [], "person", {"persons": SIGNED}])
def test_without_a_person_only_the_conversation_is_known(metadata: Any) -> None:
    assert person_of(tracker(metadata), SECRET) is None


def test_without_a_secret_nobody_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SECRET_VARIABLE, raising=False)
    signed = {"id": JANE, "signature": sign_person(JANE, "")}
    assert person_of(tracker({"person": signed})) is None
