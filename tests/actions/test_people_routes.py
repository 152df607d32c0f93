"""Routes for what people saved, in the real server: seen, taken away and deleted by who knows the secret."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from actions import people_routes
from knowledge.records.database import Records
from knowledge.records.people import (
    add_offer,
    count_people,
    keep_guide,
    note_role,
    personal_record,
    save_role,
)
from tests.actions.conftest import real_articles
from tests.actions.test_record_routes import ROOT, SECRET, ActionServer

JANE, JOE, NOBODY = "j" * 43, "o" * 43, "n" * 43
BEARER = f"Bearer {SECRET}"
NOTE = "ask <b>Bob</b> about =1+1"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ActionServer]:
    started = ActionServer(tmp_path_factory.mktemp("people"), WAYPOINT_INTERNAL_SECRET=SECRET)
    yield started
    started.stop()


@pytest.fixture(scope="module")
def roles() -> list:
    """Two roles with figures, as the articles have them."""
    return [role for role in real_articles().roles.values() if role.figures][:2]


@pytest.fixture
def saved(server: ActionServer, roles: list) -> ActionServer:
    for role in roles:
        save_role(server.records, JANE, role.id)
    note_role(server.records, JANE, roles[1].id, NOTE)
    add_offer(server.records, JANE, title="MSL", role_kind=None, pay="=210000 USD/year", as_written="210k")
    save_role(server.records, JOE, roles[0].id)
    return server


def get(server: ActionServer, path: str, authorization: str | None = BEARER) -> tuple[int, bytes]:
    return server.request("GET", f"/records/shortlist/{path}", b"", authorization)


def test_the_shortlist_is_an_answer_with_pay_sources_and_notes(saved: ActionServer, roles: list) -> None:
    status, body = get(saved, JANE)
    answer = json.loads(body)
    assert (status, answer["kind"], answer["saved_count"], answer["personal"]) == (200, "shortlist", 2, True)
    shown = {role["id"]: role for role in answer["roles"]}
    assert list(shown) == [role.id for role in roles]
    assert [shown[role.id]["note"] for role in roles] == [None, NOTE]
    cited = {citation["n"] for citation in answer["citations"]}
    figures = [figure for role in shown.values() for figure in role["figures"]]
    assert figures and {figure["citation"] for figure in figures} <= cited


def test_nobody_sees_anothers(saved: ActionServer, roles: list) -> None:
    answer = json.loads(get(saved, JOE)[1])
    assert [role["id"] for role in answer["roles"]] == [roles[0].id]
    assert NOTE not in json.dumps(answer) and "210" not in answer["text"].partition("Sources")[0].replace(
        roles[0].figures[0].as_written, "")
    empty = json.loads(get(saved, NOBODY)[1])
    assert (empty["roles"], empty["saved_count"]) == ([], 0)
    assert count_people(saved.records) == 2  # looking makes no record


@pytest.mark.parametrize(
    ("ending", "begins", "note"),
    [
        ("md", "# ", r"ask \<b\>Bob\</b\>"),
        ("csv", "kind of row,", "ask <b>Bob</b>"),
        ("html", "<!DOCTYPE html>", "ask &lt;b&gt;Bob&lt;/b&gt;"),
    ],
)
def test_a_file_holds_roles_note_and_offer_escaped(
    saved: ActionServer, roles: list, ending: str, begins: str, note: str
) -> None:
    status, body = get(saved, f"{JANE}.{ending}")
    text = body.decode()
    assert status == 200 and text.startswith(begins) and note in text
    assert all(role.title.split("(")[0].strip() in text for role in roles) and "$210,000" in text
    if ending == "csv":
        assert not any(cell[:1] in "=+-@" for row in csv.reader(io.StringIO(text)) for cell in row if cell)


@pytest.mark.parametrize("authorization", [None, "", "Bearer ", f"Bearer {SECRET}x", SECRET, f"Basic {SECRET}"])
def test_without_the_secret_nothing_is_told_or_deleted(saved: ActionServer, authorization: str | None) -> None:
    for path in (JANE, f"{JANE}.md", f"{JANE}.exe", "x"):
        assert get(saved, path, authorization)[0] == 401
    assert saved.request("DELETE", f"/records/people/{JANE}", b"", authorization)[0] == 401
    assert not personal_record(saved.records, JANE).is_empty


@pytest.mark.parametrize(
    ("path", "status"),
    [(f"{JANE}.pdf", 404), (f"{JANE}.md.html", 404), (f"{JANE}.", 404), ("short", 400), ("x" * 65, 400),
     ("jane@clinic.org", 404), ("%2e%2e", 400), ("a%20b%20c%20d%20e", 400)],
)  # fmt: skip
def test_other_names_are_refused_without_being_repeated(server: ActionServer, path: str, status: int) -> None:
    told, body = get(server, path)
    assert told == status and path.encode() not in body


def test_forgetting_leaves_nothing_in_the_files(saved: ActionServer, roles: list) -> None:
    keep_guide(saved.records, JANE, {"guide_pull": "income"})
    folder = saved.log.parent

    def files_with(words: bytes) -> list[str]:
        return [file.name for file in folder.glob("waypoint.db*") if words in file.read_bytes()]

    assert files_with(JANE.encode()) and files_with(NOTE.encode())
    for _ in range(2):
        assert saved.request("DELETE", f"/records/people/{JANE}", b"", BEARER) == (204, b"")
    assert files_with(JANE.encode()) == files_with(NOTE.encode()) == []
    assert json.loads(get(saved, JANE)[1])["saved_count"] == 0
    assert json.loads(get(saved, JOE)[1])["saved_count"] == 1


def test_the_log_names_nobody(saved: ActionServer) -> None:
    get(saved, JANE)
    get(saved, "short")
    log = saved.log.read_text()
    assert JANE not in log and NOTE not in log


def test_records_that_cannot_be_read_are_told_and_no_lie(tmp_path: Path) -> None:
    (tmp_path / "waypoint.db").mkdir()
    server = ActionServer(tmp_path, WAYPOINT_INTERNAL_SECRET=SECRET)
    try:
        assert get(server, JANE)[0] == 503
        assert server.request("DELETE", f"/records/people/{JANE}", b"", BEARER)[0] == 503
        assert JANE not in server.log.read_text()
    finally:
        server.stop()


def test_knowledge_that_is_not_there_is_told(tmp_path: Path) -> None:
    server = ActionServer(tmp_path, WAYPOINT_INTERNAL_SECRET=SECRET, WAYPOINT_BUILD_DIR=str(tmp_path / "nothing"))
    try:
        assert get(server, JANE)[0] == 503
        assert server.request("DELETE", f"/records/people/{JANE}", b"", BEARER)[0] == 204  # needs none
    finally:
        server.stop()


def test_a_wrong_setting_stops_the_start() -> None:
    environment = {**os.environ, "WAYPOINT_PEOPLE_DAYS": "soon"}
    command = [sys.executable, "-m", "actions.server", "--port", "0"]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 1 and "WAYPOINT_PEOPLE_DAYS is 'soon'" in ended.stderr


def test_what_nobody_uses_is_purged_while_the_server_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    records = Records(f"sqlite:///{tmp_path / 'waypoint.db'}")
    for person in (JANE, JOE):
        save_role(records, person, "a#1")
    long_ago = str(datetime.now(timezone.utc) - timedelta(days=181))[:26]
    connection = sqlite3.connect(tmp_path / "waypoint.db")
    with connection:
        connection.execute("UPDATE waypoint_people SET last_used = ? WHERE person = ?", (long_ago, JANE))
    connection.close()
    monkeypatch.setattr(people_routes, "FIRST_PURGE_SECONDS", 0.01)
    caplog.set_level("INFO")

    async def run() -> None:
        task = asyncio.create_task(people_routes._purge_daily(records, 180))
        for _ in range(500):
            if count_people(records) == 1:
                break
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
        task.cancel()

    asyncio.run(run())
    assert personal_record(records, JANE).is_empty and not personal_record(records, JOE).is_empty
    assert "1 records of people unused for 180 days deleted" in caplog.text and JANE not in caplog.text
    records.close()
