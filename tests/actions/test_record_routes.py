"""The action server's routes for records, in the real server: only who knows the secret may write."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from actions.record_routes import MAX_BODY_BYTES
from bench.bots import free_port
from knowledge.records.database import Records
from knowledge.records.feedback import list_feedback

ROOT = Path(__file__).parents[2]
SECRET = "shared by both processes"
ENTRY = {"answer_id": "a1", "rating": "down", "channel": "web", "comment": "mail jane@clinic.org"}


class ActionServer:
    """The server as a process of its own."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.port = free_port()
        self.records = Records(f"sqlite:///{folder / 'waypoint.db'}")
        self.log = folder / "log"
        variables = {**os.environ, "WAYPOINT_RECORDS_DIR": str(folder), **environment}
        variables.pop("WAYPOINT_RECORDS_URL", None)
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "actions.server", "--port", str(self.port)],
                cwd=ROOT, env=variables, stdout=log, stderr=log,
            )  # fmt: skip
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                if self.request("GET", "/health")[0] == 200:
                    return
            except OSError:
                time.sleep(0.1)
        pytest.fail(self.log.read_text())

    def request(
        self, method: str, path: str, body: bytes = b"", authorization: str | None = None
    ) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {} if authorization is None else {"Authorization": authorization}
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        answer = response.status, response.read()
        connection.close()
        return answer

    def post(self, entry: Any, authorization: str | None = f"Bearer {SECRET}", kind: str = "feedback") -> int:
        body = entry if isinstance(entry, bytes) else json.dumps(entry).encode()
        return self.request("POST", f"/records/{kind}", body, authorization)[0]

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)
        self.records.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ActionServer]:
    started = ActionServer(tmp_path_factory.mktemp("records"), WAYPOINT_INTERNAL_SECRET=SECRET)
    yield started
    started.stop()


def test_feedback_is_stored_once_and_redacted(server: ActionServer) -> None:
    assert server.post({**ENTRY, "answer_id": "once", "question": "MSL pay? MRN 12345"}) == 204
    assert server.post({**ENTRY, "answer_id": "once", "question": None}) == 204

    (stored,) = [one for one in list_feedback(server.records) if one.answer_id == "once"]
    assert (stored.comment, stored.question) == ("mail [email]", "MSL pay? MRN [number]")


@pytest.mark.parametrize(
    "authorization",
    [
        None, "", "Bearer", "Bearer ", f"Bearer  {SECRET}", f"Bearer {SECRET}x", f"Bearer {SECRET[:-1]}",
        SECRET, f"Basic {SECRET}", f"bearer {SECRET}", "Bearer wrong",
    ],
)  # fmt: skip
def test_without_the_secret_nothing_is_stored(server: ActionServer, authorization: str | None) -> None:
    assert server.post({**ENTRY, "answer_id": "refused"}, authorization) == 401
    assert server.post(b"{", authorization, kind="nothing") == 401
    assert "refused" not in [one.answer_id for one in list_feedback(server.records)]


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b"\xff", b"[" * 50_000, json.dumps({**ENTRY, "rating": "meh"}).encode()],
    ids=range(7),
)
def test_what_is_no_feedback_is_refused_without_being_repeated(server: ActionServer, body: bytes) -> None:
    status, answer = server.request("POST", "/records/feedback", body, f"Bearer {SECRET}")
    assert status == 400
    assert b"jane@clinic.org" not in answer
    assert "jane@clinic.org" not in server.log.read_text()


def test_large_bodies_and_other_kinds_are_refused(server: ActionServer) -> None:
    assert server.post(b" " * (MAX_BODY_BYTES + 1)) == 413
    assert server.post(ENTRY, kind="shortlists-of-others") == 404


def test_halves_of_characters_and_unseen_ones_are_no_failure(server: ActionServer) -> None:
    body = b'{"answer_id": "odd", "rating": "up", "channel": "web", "comment": "a\\ud800b\\u0000c"}'
    assert server.post(body) == 204
    (stored,) = [one for one in list_feedback(server.records) if one.answer_id == "odd"]
    assert stored.comment == "abc"


def test_a_server_without_a_secret_takes_nothing(tmp_path: Path) -> None:
    server = ActionServer(tmp_path, WAYPOINT_INTERNAL_SECRET="")
    try:
        for authorization in (None, "Bearer ", "Bearer", "Bearer None"):
            assert server.post(ENTRY, authorization) == 401
        assert "no feedback is stored" in server.log.read_text()
        assert list_feedback(server.records) == []
    finally:
        server.stop()


def test_records_that_cannot_be_written_are_no_lie(tmp_path: Path) -> None:
    (tmp_path / "waypoint.db").mkdir()
    server = ActionServer(tmp_path, WAYPOINT_INTERNAL_SECRET=SECRET)
    try:
        assert server.post(ENTRY) == 503
        assert "was not stored" in server.log.read_text()
        assert "jane@clinic.org" not in server.log.read_text()
    finally:
        server.stop()
