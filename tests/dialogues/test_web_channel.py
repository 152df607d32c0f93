"""The web channel from its pages to the records, with both servers running.

Set WAYPOINT_URL to a running bot, and WAYPOINT_RECORDS_DIR to where it keeps its records.
"""

from __future__ import annotations

import json
import os
import re
import urllib.error
import urllib.request
import uuid
from pathlib import Path
from typing import Any

import pytest

from knowledge.records.database import Records
from knowledge.records.feedback import StoredFeedback, list_feedback

NEEDED = ("WAYPOINT_URL", "WAYPOINT_RECORDS_DIR")
pytestmark = [
    pytest.mark.server,
    pytest.mark.skipif(not all(name in os.environ for name in NEEDED), reason=f"needs {', '.join(NEEDED)}"),
]
QUESTION = "remote roles for a cardiologist over $150k"


class Web:
    """A browser's side of one conversation."""

    def __init__(self) -> None:
        self.token = ""
        self.token = self.call("POST", "conversations", {})[1]["conversation"]

    def call(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        data = None if body is None else json.dumps(body).encode()
        url = f"{os.environ['WAYPOINT_URL']}/webhooks/web/{path}"
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        request = urllib.request.Request(url, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                raw = response.read()
                return response.status, json.loads(raw) if raw else None
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def ask(self, message: str) -> dict[str, Any]:
        status, reply = self.call("POST", "messages", {"id": str(uuid.uuid4()), "message": message})
        assert status == 200, reply
        return reply["answers"][0]["custom"]


def page(path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"{os.environ['WAYPOINT_URL']}{path}", timeout=30) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def stored(answer_id: str) -> list[StoredFeedback]:
    records = Records(f"sqlite:///{Path(os.environ['WAYPOINT_RECORDS_DIR']) / 'waypoint.db'}")
    try:
        return [one for one in list_feedback(records) if one.answer_id == answer_id]
    finally:
        records.close()


def test_the_pages_and_all_that_they_name_are_served() -> None:
    for address in ("/", "/webhooks/web/demo", "/webhooks/web/frame"):
        status, text = page(address)
        assert status == 200, text
        named = re.findall(r'(?:src|href)="([^"#:]+\.(?:js|css))"', text)
        assert named
        base = address.rpartition("/")[0]
        for name in named:
            assert page(name if name.startswith("/") else f"{base}/{name}")[0] == 200, name


def test_feedback_arrives_in_the_records_without_personal_data() -> None:
    web = Web()
    answer = web.ask(f"{QUESTION}, write to jane.doe@clinic.org")
    rating = {"answer_id": answer["answer_id"], "rating": "down", "comment": "call 415-555-1234"}
    assert web.call("POST", "feedback", rating)[0] == 204

    (found,) = stored(answer["answer_id"])
    assert (found.rating, found.comment, found.kind) == ("down", "call [phone]", "roles")
    assert found.question == f"{QUESTION}, write to [email]"
    assert found.knowledge_version == answer["knowledge_version"]

    assert web.call("POST", "feedback", {**rating, "rating": "up", "comment": ""})[0] == 204
    assert [one.rating for one in stored(answer["answer_id"])] == ["up"]


def test_a_forgotten_conversation_begins_without_filters() -> None:
    web = Web()
    assert {f["name"] for f in web.ask(QUESTION)["filters"]} >= {"specialty", "work_mode"}
    assert web.ask("and for onc?")["filters"]
    assert web.call("DELETE", "conversations")[0] == 204
    assert web.call("GET", "messages")[0] == 401

    fresh = Web().ask("only remote ones")
    assert {f["name"] for f in fresh["filters"]} <= {"work_mode"}
