"""Feedback in its database: stored once, without personal data, and gone when it is purged."""

from __future__ import annotations

import sqlite3
import stat
import threading
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from knowledge.records import database
from knowledge.records.database import Records
from knowledge.records.errors import InvalidRecord, RecordsUnavailable
from knowledge.records.feedback import Feedback, add_feedback, list_feedback, purge_feedback
from tests.knowledge.postgres import NoPostgres, running_postgres

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=timezone.utc)
DOWN = Feedback("a1", "down", "web", "not what I asked", "MSL pay?", "role", "v1")


def test_feedback_comes_back_as_it_went_in(records: Records) -> None:
    add_feedback(records, DOWN, NOW)

    (stored,) = list_feedback(records)
    kept = {name: getattr(stored, name) for name in Feedback.__dataclass_fields__}
    assert Feedback(**kept) == DOWN
    assert stored.time == NOW
    assert stored.time.tzinfo is not None


def test_the_later_one_replaces_the_earlier_and_keeps_what_is_known(records: Records) -> None:
    add_feedback(records, DOWN, NOW)
    add_feedback(records, Feedback("a1", "up", "web"), NOW + timedelta(minutes=1))

    (stored,) = list_feedback(records)
    assert (stored.rating, stored.comment, stored.time) == ("up", "", NOW + timedelta(minutes=1))
    assert (stored.question, stored.kind, stored.knowledge_version) == ("MSL pay?", "role", "v1")


def test_personal_data_is_not_stored(records: Records, tmp_path: Path) -> None:
    add_feedback(
        records,
        Feedback("a1", "down", "web", "call 415-555-1234", "jane@clinic.org, MRN 998877, pay?"),
    )

    (stored,) = list_feedback(records)
    assert (stored.comment, stored.question) == ("call [phone]", "[email], MRN [number], pay?")
    records.close()
    raw = b"".join(file.read_bytes() for file in (tmp_path / "var").iterdir())
    assert not any(secret in raw for secret in (b"415-555", b"jane@", b"998877"))


def test_newest_first_by_rating_and_limit(records: Records) -> None:
    for number in range(5):
        rating = "up" if number % 2 else "down"
        add_feedback(records, Feedback(f"a{number}", rating, "web"), NOW + timedelta(hours=number))

    assert [f.answer_id for f in list_feedback(records, limit=2)] == ["a4", "a3"]
    assert [f.answer_id for f in list_feedback(records, rating="up")] == ["a3", "a1"]


def test_purge_deletes_what_is_older_and_nothing_else(records: Records, tmp_path: Path) -> None:
    for days in (1, 89, 91, 400):
        entry = Feedback(f"a{days}", "up", "web", comment=f"comment of day {days}")
        add_feedback(records, entry, NOW - timedelta(days=days))

    assert purge_feedback(records, timedelta(days=90), NOW) == 2
    assert [f.answer_id for f in list_feedback(records)] == ["a1", "a89"]
    assert purge_feedback(records, timedelta(days=90), NOW) == 0
    records.close()
    assert b"comment of day 400" not in (tmp_path / "var" / "waypoint.db").read_bytes()


def in_files(folder: Path, words: bytes) -> list[str]:
    return [file.name for file in folder.iterdir() if words in file.read_bytes()]


def test_what_is_purged_is_gone_while_another_program_has_the_database_open(
    records: Records, tmp_path: Path
) -> None:
    server = Records(f"sqlite:///{tmp_path / 'var' / 'waypoint.db'}")
    add_feedback(server, Feedback("a1", "up", "web", comment="words to be forgotten"), NOW - timedelta(days=9))
    assert in_files(tmp_path / "var", b"words to be forgotten")

    assert purge_feedback(records, timedelta(days=1), NOW) == 1
    assert records.settle() is True

    assert in_files(tmp_path / "var", b"words to be forgotten") == []
    assert list_feedback(server) == []
    server.close()


def test_a_reader_in_the_middle_keeps_the_file_from_being_settled(
    records: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.05)
    add_feedback(records, DOWN, NOW - timedelta(days=9))
    reader = sqlite3.connect(tmp_path / "var" / "waypoint.db")
    reader.execute("BEGIN")
    assert reader.execute("SELECT comment FROM waypoint_feedback").fetchone() == ("not what I asked",)

    assert purge_feedback(records, timedelta(days=1), NOW) == 1
    assert records.settle() is False

    reader.close()
    assert records.settle() is True
    assert in_files(tmp_path / "var", b"not what I asked") == []


def test_the_file_is_its_owners_alone_and_in_wal_mode(records: Records, tmp_path: Path) -> None:
    add_feedback(records, DOWN)

    file = tmp_path / "var" / "waypoint.db"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert sqlite3.connect(file).execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_nothing_is_made_before_it_is_used(tmp_path: Path) -> None:
    Records(f"sqlite:///{tmp_path / 'var' / 'waypoint.db'}")
    assert not (tmp_path / "var").exists()


def test_processes_that_begin_at_once_lose_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'waypoint.db'}"
    failed: list[Exception] = []

    def store(number: int) -> None:
        records = Records(url)  # as another process would
        try:
            for n in range(5):
                add_feedback(records, Feedback(f"a{number}-{n}", "up", "web"))
        except Exception as error:
            failed.append(error)
        finally:
            records.close()

    threads = [threading.Thread(target=store, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failed == []
    assert len(list_feedback(Records(url))) == 40


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("nonsense", "WAYPOINT_RECORDS_URL"),
        ("nosuch://host/db", "WAYPOINT_RECORDS_URL"),
        ("sqlite:////proc/none/waypoint.db", "cannot be used"),
        ("postgresql+psycopg://u@127.0.0.1:1/none", "cannot be used"),
    ],
)
def test_a_database_that_cannot_be_used_is_told_without_the_data(url: str, says: str) -> None:
    with pytest.raises(RecordsUnavailable, match=says) as told:
        add_feedback(Records(url), DOWN)
    assert "not what I asked" not in str(told.value)


def test_a_failed_write_does_not_tell_what_was_written(records: Records, tmp_path: Path) -> None:
    add_feedback(records, DOWN)
    records.close()
    sqlite3.connect(tmp_path / "var" / "waypoint.db").execute("DROP TABLE waypoint_feedback")
    with pytest.raises(RecordsUnavailable) as told, records.session() as session:
        session.connection().exec_driver_sql("SELECT nothing", {"a": "not what I asked"})
    assert "not what I asked" not in str(told.value)


GOOD = {"answer_id": "a1", "rating": "up", "channel": "web"}


def test_json_becomes_feedback() -> None:
    entry = {**GOOD, "comment": "c", "question": "q", "kind": "role", "unknown": 1}
    assert Feedback.from_json(entry) == Feedback("a1", "up", "web", "c", "q", "role", None)
    assert Feedback.from_json({**GOOD, "comment": None}).comment == ""


@pytest.mark.parametrize(
    "entry",
    [
        None, [], "up", {}, {**GOOD, "rating": "meh"}, {**GOOD, "rating": ["up"]},
        {**GOOD, "rating": {}}, {**GOOD, "answer_id": ""}, {**GOOD, "answer_id": "a" * 65},
        {**GOOD, "channel": None}, {**GOOD, "comment": 7}, {**GOOD, "comment": "x" * 501},
        {**GOOD, "question": "x" * 5001}, {**GOOD, "kind": ["role"]},
    ],
)  # fmt: skip
def test_wrong_json_is_refused(entry: object) -> None:
    with pytest.raises(InvalidRecord):
        Feedback.from_json(entry)


@pytest.mark.server
def test_postgresql_takes_it_too() -> None:
    try:
        with running_postgres() as url:
            records = Records(url)
            add_feedback(records, Feedback("a0", "up", "web", "nul \x00 and half \ud800"), NOW)
            add_feedback(records, DOWN, NOW - timedelta(days=100))
            add_feedback(records, Feedback("a1", "up", "web"), NOW - timedelta(days=99))
            stored = list_feedback(Records(url))
            assert [(f.answer_id, f.rating, f.question) for f in stored] == [
                ("a0", "up", None),
                ("a1", "up", "MSL pay?"),
            ]
            assert stored[0].time == NOW
            assert purge_feedback(records, timedelta(days=90), NOW) == 1
            assert records.settle() is True
            records.close()
    except NoPostgres as reason:
        pytest.skip(str(reason))
