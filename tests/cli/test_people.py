"""`waypoint people` as the maintainers use it."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import main
from knowledge.records import database
from knowledge.records.database import Records
from knowledge.records.people import save_role


@pytest.fixture(autouse=True)
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Records:
    monkeypatch.setenv("WAYPOINT_RECORDS_DIR", str(tmp_path))
    for variable in ("WAYPOINT_RECORDS_URL", "WAYPOINT_PEOPLE_DAYS"):
        monkeypatch.delenv(variable, raising=False)
    return Records(f"sqlite:///{tmp_path / 'waypoint.db'}")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["people", *arguments])


def store(records: Records, days: int, folder: Path) -> None:
    """The record of somebody who was last here so many days ago."""
    person = f"person-of-day-{days}"
    save_role(records, person, f"role-of-day-{days}")
    used = datetime.now(timezone.utc) - timedelta(days=days)
    connection = sqlite3.connect(folder / "waypoint.db")
    with connection:
        connection.execute("UPDATE waypoint_people SET last_used = ? WHERE person = ?", (str(used)[:26], person))
    connection.close()


def test_counting_tells_no_names(records: Records, tmp_path: Path) -> None:
    assert run("count").output == "Something is kept of 0 people, for 180 days after the last use.\n"
    store(records, 1, tmp_path)
    assert run("count").output.startswith("Something is kept of 1 person, ")


def test_purging_takes_what_is_unused(
    records: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for days in (1, 30, 179, 181):
        store(records, days, tmp_path)
    assert run("purge").output == "1 deleted.\n"
    assert run("purge", "--older-than", "100").output == "1 deleted.\n"
    monkeypatch.setenv("WAYPOINT_PEOPLE_DAYS", "20")
    assert run("purge").output == "1 deleted.\n"
    raw = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert [days for days in (1, 30, 179, 181) if f"role-of-day-{days}\"".encode() in raw] == [1]
    assert run("purge", "--older-than", "0").output == "1 deleted.\n"


def test_a_reader_keeps_it_from_being_clean_and_that_is_said(
    records: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.05)
    store(records, 400, tmp_path)
    reader = sqlite3.connect(tmp_path / "waypoint.db")
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM waypoint_people").fetchone()
    result = run("purge")
    reader.close()
    assert result.exit_code == 1 and "run this once more" in result.output
    assert run("purge").output == "0 deleted.\n"


@pytest.mark.parametrize("days", ["0", "-1", "many", "1.5", "99999999999999999999", "１８０"])
def test_a_setting_that_makes_no_sense_is_told(days: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYPOINT_PEOPLE_DAYS", days)
    result = run("purge")
    assert result.exit_code == 1 and "WAYPOINT_PEOPLE_DAYS" in result.output
