"""Feedback is passed on with what the channel remembers, and never lost unsaid."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from typing import Any, Iterator, List, Tuple

import pytest

from tests.bot.channels.web.conftest import Serve, Served

SECRET = "shared by both processes"


class ActionServer:
    """Stands in for the action server's route; answers with `status`."""

    def __init__(self) -> None:
        self.status = 204
        self.got: List[Tuple[str, str, Any]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.got.append((self.path, self.headers["Authorization"], body))
                self.send_response(outer.status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def actions(monkeypatch: pytest.MonkeyPatch) -> Iterator[ActionServer]:
    server = ActionServer()
    monkeypatch.setenv("WAYPOINT_INTERNAL_SECRET", SECRET)
    monkeypatch.setenv("WAYPOINT_ACTIONS_URL", f"{server.url}/webhook")
    yield server
    server.stop()


def asked(served: Served) -> Tuple[str, str]:
    """Ask something; return the token and the answer's id."""
    token = served.begin()
    answer = served.say(token, "MSL pay?").json["answers"][0]
    return token, answer["custom"]["answer_id"]


def rate(served: Served, token: str, answer_id: str, **more: Any):
    return served.request("POST", "feedback", {"answer_id": answer_id, "rating": "down", **more}, token)


def test_feedback_goes_on_with_question_kind_and_version(served: Served, actions: ActionServer) -> None:
    token, answer_id = asked(served)
    answer = rate(served, token, answer_id, comment="  too long \ud83d\ude42 ", sender="x")

    assert (answer.status, answer.body) == (204, b"")
    path, authorization, entry = actions.got[0]
    assert (path, authorization) == ("/records/feedback", f"Bearer {SECRET}")
    assert entry == {
        "answer_id": answer_id, "rating": "down", "comment": "too long 🙂", "question": "MSL pay?",
        "kind": "roles", "knowledge_version": "v7", "channel": "web",
    }  # fmt: skip
    assert token.split(".")[0] not in json.dumps(entry)


def test_an_answer_of_another_conversation_cannot_be_rated(served: Served, actions: ActionServer) -> None:
    _, answer_id = asked(served)
    answer = rate(served, served.begin(), answer_id)
    assert (answer.status, answer.error) == (404, "not_found")
    assert "don't remember that answer" in answer.json["error"]["text"]
    assert actions.got == []


def test_an_answer_that_never_was_cannot_be_rated(served: Served, actions: ActionServer) -> None:
    token, _ = asked(served)
    assert rate(served, token, "made-up-by-the-caller").status == 404
    assert actions.got == []


def test_a_person_may_change_their_mind(served: Served, actions: ActionServer) -> None:
    token, answer_id = asked(served)
    assert [rate(served, token, answer_id, rating=r).status for r in ("down", "up")] == [204, 204]
    assert [entry["rating"] for _, _, entry in actions.got] == ["down", "up"]


def test_the_address_of_the_action_server_is_rasas_own_without_the_variable(
    served: Served, actions: ActionServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WAYPOINT_ACTIONS_URL")
    served.agent.action_endpoint = SimpleNamespace(url=f"{actions.url}/webhook")
    assert rate(served, *asked(served)).status == 204
    assert len(actions.got) == 1


@pytest.mark.parametrize("status", [401, 400, 500, 503])
def test_what_was_not_stored_is_not_said_to_be(
    served: Served, actions: ActionServer, status: int
) -> None:
    actions.status = status
    answer = rate(served, *asked(served))
    assert (answer.status, answer.error) == (503, "unavailable")
    assert answer.json["error"]["retry_after"] == 10


def test_an_action_server_that_is_gone_is_told(served: Served, actions: ActionServer) -> None:
    token, answer_id = asked(served)
    actions.stop()
    assert rate(served, token, answer_id).error == "unavailable"
    actions.__init__()  # the fixture stops it once more


def test_without_a_secret_nothing_is_sent(
    served: Served, actions: ActionServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WAYPOINT_INTERNAL_SECRET")
    assert rate(served, *asked(served)).error == "unavailable"
    assert actions.got == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"rating": "meh"}, "bad_request"), ({"rating": None}, "bad_request"),
        ({"rating": ["up"]}, "bad_request"), ({"rating": {"up": 1}}, "bad_request"),
        ({"answer_id": ""}, "bad_request"), ({"answer_id": "a b"}, "bad_request"),
        ({"answer_id": "a" * 65}, "bad_request"), ({"answer_id": 7}, "bad_request"),
        ({"comment": 7}, "bad_request"), ({"comment": None}, "bad_request"),
        ({"comment": "x" * 501}, "too_long"),
    ],
)  # fmt: skip
def test_what_is_no_feedback_is_refused(
    served: Served, actions: ActionServer, change: dict, code: str
) -> None:
    answer = rate(served, served.begin(), **{"answer_id": "a1", **change})
    assert (answer.status, answer.error) == (400, code)
    assert actions.got == []


@pytest.mark.usefixtures("stopped_clock")
def test_feedback_is_limited_too(serve: Serve, actions: ActionServer) -> None:
    served = serve(questions_a_minute=4)
    token, answer_id = asked(served)
    statuses = [rate(served, token, answer_id).status for _ in range(4)]
    assert statuses == [204, 204, 429, 429]


@pytest.mark.usefixtures("stopped_clock")
def test_a_new_conversation_for_every_rating_does_not_help(serve: Serve, actions: ActionServer) -> None:
    served = serve(questions_a_minute=4)  # two ratings of a conversation, four of an address at once
    own = [asked(served) for _ in range(3)]
    statuses = [rate(served, *one).status for one in own * 2]
    assert statuses == [204, 204, 204, 204, 429, 429]
