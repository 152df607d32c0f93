"""Personal records in their database: nothing is lost, nobody sees another's, and gone is gone."""

from __future__ import annotations

import json
import sqlite3
import threading
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from knowledge.records.database import Records
from knowledge.records.errors import InvalidRecord, RecordsUnavailable
from knowledge.records.people import (
    PersonalRecord,
    add_offer,
    clear_shortlist,
    count_people,
    forget_person,
    keep_guide,
    note_role,
    personal_record,
    purge_people,
    remove_offer,
    remove_role,
    save_role,
)
from tests.knowledge.postgres import NoPostgres, running_postgres

JANE, JOE = "web_" + "a" * 40, "slack_" + "b" * 40
OFFER = {"title": "MSL at a startup", "role_kind": "medical-science-liaison", "pay": "=210000 USD/year",
         "as_written": "210k"}  # fmt: skip


def use_everything(records: Records) -> None:
    """One of each change, and what is there after it."""
    assert personal_record(records, JANE).is_empty
    save_role(records, JANE, "a#1")
    save_role(records, JANE, "a#2")
    noted = note_role(records, JANE, "a#2", "ask jane@clinic.org")
    assert noted == personal_record(records, JANE)
    assert [(role.role_id, role.note) for role in noted.saved] == [("a#1", None), ("a#2", "ask [email]")]
    assert [role.role_id for role in remove_role(records, JANE, "a#1").saved] == ["a#2"]
    add_offer(records, JANE, **OFFER)
    offered = add_offer(records, JANE, **{**OFFER, "title": "Director"})
    assert [(offer.id, offer.title) for offer in offered.offers] == [(1, "MSL at a startup"), (2, "Director")]
    assert [offer.id for offer in remove_offer(records, JANE, 1).offers] == [2]
    assert keep_guide(records, JANE, {"pull": "income", "pay": ">=200000 USD/year"}).guide["pull"] == "income"
    assert keep_guide(records, JANE, {"pull": "time"}).guide == {"pull": "time"}
    assert personal_record(records, JOE).is_empty
    assert clear_shortlist(records, JANE).saved == ()
    assert [offer.id for offer in personal_record(records, JANE).offers] == [2]


def test_each_change_is_kept_and_touches_one_person(records: Records) -> None:
    use_everything(records)


def test_a_change_that_fails_leaves_everything_as_it_was(records: Records) -> None:
    with pytest.raises(InvalidRecord):
        note_role(records, JANE, "a#1", "not saved")
    assert count_people(records) == 0
    before = save_role(records, JANE, "a#1")
    with pytest.raises(InvalidRecord):
        add_offer(records, JANE, **{**OFFER, "pay": "lots"})
    assert personal_record(records, JANE) == before


def test_who_takes_everything_back_is_not_kept(records: Records) -> None:
    save_role(records, JANE, "a#1")
    remove_role(records, JANE, "a#1")
    keep_guide(records, JOE, {})
    assert count_people(records) == 0


@pytest.mark.parametrize("person", ["", "short", "x" * 65, "jane@clinic.org", "a b c d e f", None, 7, "a" * 20 + "\n"])
def test_only_an_opaque_id_names_a_person(records: Records, person: object) -> None:
    for use in (personal_record, forget_person, clear_shortlist):
        with pytest.raises(InvalidRecord):
            use(records, person)  # type: ignore[operator]


def save_at_once(url: str) -> None:
    """Eight servers save five roles each for one person, all at the same time."""
    failed: list[Exception] = []
    ready = threading.Barrier(8)

    def save(number: int) -> None:
        records = Records(url)
        try:
            ready.wait()
            for n in range(5):
                save_role(records, JANE, f"a{number}#{n}")
                add_offer(records, JOE, **OFFER) if n < 2 else None
        except Exception as error:
            failed.append(error)
        finally:
            records.close()

    threads = [threading.Thread(target=save, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failed == []
    records = Records(url)
    kept = {role.role_id for role in personal_record(records, JANE).saved}
    assert kept == {f"a{number}#{n}" for number in range(8) for n in range(5)}
    assert [offer.id for offer in personal_record(records, JOE).offers] == list(range(1, 17))
    records.close()


def test_those_who_save_at_once_lose_nothing(tmp_path: Path) -> None:
    save_at_once(f"sqlite:///{tmp_path / 'waypoint.db'}")


def files_with(folder: Path, *words: bytes) -> list[str]:
    return [file.name for file in folder.iterdir() if any(word in file.read_bytes() for word in words)]


def test_forgetting_leaves_nothing_in_the_files_while_another_program_has_them_open(
    records: Records, tmp_path: Path
) -> None:
    server = Records(f"sqlite:///{tmp_path / 'var' / 'waypoint.db'}")
    for one in (JANE, JOE):
        save_role(server, one, f"role-of-{one[:4]}#1")
    note_role(server, JANE, "role-of-web_#1", "first words")
    note_role(server, JANE, "role-of-web_#1", "words to be forgotten")
    add_offer(server, JANE, **OFFER)
    words = (JANE.encode(), b"role-of-web_", b"words to be forgotten", b"first words", b"MSL at a startup")
    assert all(files_with(tmp_path / "var", word) for word in words)

    assert forget_person(records, JANE) is True

    assert files_with(tmp_path / "var", *words) == []
    assert personal_record(server, JANE) == PersonalRecord()
    assert [role.role_id for role in personal_record(server, JOE).saved] == ["role-of-slac#1"]
    assert forget_person(records, JANE) is True  # the second time, too, is fine
    server.close()


def test_purging_takes_who_has_not_come_back(records: Records, tmp_path: Path) -> None:
    now = datetime.now(timezone.utc)
    save_role(records, JANE, "a#1")
    save_role(records, JOE, "role-of-joe#1")
    with sqlite3.connect(tmp_path / "var" / "waypoint.db") as database:
        database.execute("UPDATE waypoint_people SET last_used = ?", (str(now - timedelta(days=400))[:26],))
    database.close()
    assert not personal_record(records, JANE, now).is_empty  # reading is using

    assert purge_people(records, now - timedelta(days=180)) == 1
    assert records.settle() is True

    assert not personal_record(records, JANE).is_empty
    assert personal_record(records, JOE).is_empty
    assert files_with(tmp_path / "var", b"role-of-joe", JOE.encode()) == []


def test_a_record_that_cannot_be_read_can_still_be_forgotten(records: Records, tmp_path: Path) -> None:
    save_role(records, JANE, "a#1")
    for broken in ("{", json.dumps({"saved": 1})):
        with sqlite3.connect(tmp_path / "var" / "waypoint.db") as database:
            database.execute("UPDATE waypoint_people SET record = ?", (broken,))
        database.close()
        with pytest.raises(InvalidRecord):
            personal_record(records, JANE)
    forget_person(records, JANE)
    assert personal_record(records, JANE).is_empty


def test_a_database_that_cannot_be_used_is_told_without_the_person() -> None:
    records = Records("postgresql+psycopg://u@127.0.0.1:1/none")
    with pytest.raises(RecordsUnavailable) as told:
        save_role(records, JANE, "a#1")
    assert JANE not in str(told.value) and "a#1" not in str(told.value)


@pytest.mark.server
def test_postgresql_takes_it_too() -> None:
    try:
        with running_postgres() as url:
            records = Records(url)
            use_everything(records)
            forget_person(records, JANE)
            assert count_people(records) == 0
            save_at_once(url)
            assert purge_people(records, datetime.now(timezone.utc) + timedelta(days=1)) == 2
            assert records.settle() is True
            records.close()
    except NoPostgres as reason:
        pytest.skip(str(reason))
