"""Ids of people: always the same for one person, nobody else's, and nothing of theirs in them."""

from __future__ import annotations

import hashlib
import hmac
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import persons
from knowledge.language.forget_words import asks_to_forget, asks_to_forget_only_the_talk

PARTS = st.lists(st.text(max_size=8), min_size=1, max_size=3).map(tuple)


@pytest.fixture(autouse=True)
def _kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(persons.VARIABLE, raising=False)
    monkeypatch.setenv("WAYPOINT_RECORDS_DIR", str(tmp_path))


def test_the_id_is_the_same_after_a_restart_and_says_nothing(tmp_path: Path) -> None:
    person = persons.person_id("slack", "T1", "U12345")
    persons._kept.cache_clear()
    assert persons.person_id("slack", "T1", "U12345") == person
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", person) and "U12345" not in person
    assert (tmp_path / "people.secret").stat().st_mode & 0o777 == 0o600


def test_without_the_key_nobody_finds_the_id(tmp_path: Path) -> None:
    person = persons.person_id("slack", "T1", "U1")
    (tmp_path / "people.secret").unlink()
    persons._kept.cache_clear()
    assert persons.person_id("slack", "T1", "U1") != person


def test_the_environment_may_name_the_key(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(persons.VARIABLE, "the same for all servers that share people")
    person = persons.person_id("web", "dr-jane")
    monkeypatch.setenv("WAYPOINT_RECORDS_DIR", str(tmp_path / "another server"))
    assert persons.person_id("web", "dr-jane") == person
    assert not (tmp_path / "another server").exists()


def test_no_two_people_share_an_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(persons.VARIABLE, "x" * 40)

    @given(PARTS, PARTS)
    def check(one: tuple, other: tuple) -> None:
        assert (persons.person_id(*one) == persons.person_id(*other)) == (one == other)

    check()
    assert persons.person_id("web", "ab", "c") != persons.person_id("web", "a", "bc")


def test_a_message_is_signed_with_the_secret_of_both_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(persons.INTERNAL, "shared")
    signature = hmac.new(b"shared", b"somebody", hashlib.sha256).hexdigest()
    assert persons.vouched("somebody") == {"person": {"id": "somebody", "signature": signature}}
    assert persons.vouched(None) == {}
    monkeypatch.delenv(persons.INTERNAL)
    assert persons.vouched("somebody") == {}


@pytest.mark.parametrize(
    "text",
    ["delete this conversation", "clear my chat", "please erase my messages", "wipe my history please",
     "Forget our chat."],
)  # fmt: skip
def test_who_wants_only_the_talk_gone(text: str) -> None:
    assert asks_to_forget(text) and asks_to_forget_only_the_talk(text)


@pytest.mark.parametrize(
    "text",
    ["forget me", "delete my data", "forget everything about me", "erase what I said",
     "delete this conversation. Now forget me", "clear my answers", "what is an MSL?"],
)  # fmt: skip
def test_who_wants_everything_gone_or_nothing(text: str) -> None:
    assert not asks_to_forget_only_the_talk(text)
