"""`waypoint feedback` as the maintainers use it."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.feedback import feedback
from knowledge.records import database
from knowledge.records.database import Records
from knowledge.records.feedback import Feedback, add_feedback


@pytest.fixture(autouse=True)
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Records:
    monkeypatch.setenv("WAYPOINT_RECORDS_DIR", str(tmp_path))
    monkeypatch.delenv("WAYPOINT_RECORDS_URL", raising=False)
    return Records(f"sqlite:///{tmp_path / 'waypoint.db'}")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(feedback, list(arguments))


def store(records: Records, days: int, **changes: str) -> None:
    values = {"rating": "down", "comment": "too long", "question": "MSL pay?", "kind": "role", **changes}
    entry = Feedback(f"answer{days}", channel="web", knowledge_version="v1", **values)
    add_feedback(records, entry, datetime.now(timezone.utc) - timedelta(days=days))


def test_an_empty_list_says_so() -> None:
    assert run("list").output == "There is no feedback.\n"


def test_list_shows_question_and_comment_newest_first(records: Records) -> None:
    store(records, 2, rating="up", comment="")
    store(records, 1)
    output = run("list").output
    assert output.index("answer1") < output.index("answer2")
    assert "asked: MSL pay?" in output and "says: too long" in output
    assert "answer1" not in run("list", "--rating", "up").output
    assert "answer2" not in run("list", "--limit", "1").output


def test_csv_is_read_back_and_runs_no_formula(records: Records) -> None:
    store(records, 1, comment='=HYPERLINK("http://x.example","a")', question='a "quoted", one\nand two')
    (row,) = csv.DictReader(io.StringIO(run("export").stdout))
    assert row["comment"].startswith("'=")
    assert row["question"] == 'a "quoted", one\nand two'
    assert row["answer_id"] == "answer1"


def test_json_lines_keep_every_field(records: Records, tmp_path: Path) -> None:
    store(records, 1, comment="naïve 🙂")
    out = tmp_path / "feedback.jsonl"
    assert run("export", "--format", "jsonl", "--output", str(out)).exit_code == 0
    (line,) = out.read_text(encoding="utf-8").splitlines()
    entry = json.loads(line)
    assert (entry["comment"], entry["rating"], entry["channel"]) == ("naïve 🙂", "down", "web")
    assert datetime.fromisoformat(entry["time"]).tzinfo is not None


def test_purge_needs_an_age_and_deletes_what_is_older(records: Records) -> None:
    store(records, 100)
    store(records, 10)
    assert run("purge").exit_code == 2
    assert run("purge", "--older-than", "-1").exit_code == 2
    assert run("purge", "--older-than", "90").output == "1 deleted.\n"
    assert "answer10 " in run("list").output.replace("\n", " \n")
    assert "answer100" not in run("list").output


def test_purge_deletes_for_good_while_the_server_runs(records: Records, tmp_path: Path) -> None:
    store(records, 100, comment="words to be forgotten")  # `records` stays open, as the server's does
    assert run("purge", "--older-than", "90").output == "1 deleted.\n"
    assert [f.name for f in tmp_path.iterdir() if b"words to be forgotten" in f.read_bytes()] == []


def test_purge_says_when_a_reader_kept_the_file_from_being_cleaned(
    records: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.05)
    store(records, 100)
    reader = sqlite3.connect(tmp_path / "waypoint.db")
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM waypoint_feedback").fetchone()

    done = run("purge", "--older-than", "90")
    assert done.exit_code == 1
    assert "1 deleted" in done.output and "once more" in done.output

    reader.close()
    again = run("purge", "--older-than", "90")
    assert (again.exit_code, again.output) == (0, "0 deleted.\n")


@pytest.mark.parametrize("days", ["36501", "99999999", "9" * 30])
def test_an_age_beyond_all_calendars_is_wrong_usage(days: str) -> None:
    done = run("purge", "--older-than", days)
    assert done.exit_code == 2
    assert "36500" in done.output


def test_a_database_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYPOINT_RECORDS_URL", "nonsense")
    done = run("list")
    assert done.exit_code == 1
    assert "WAYPOINT_RECORDS_URL" in done.output
