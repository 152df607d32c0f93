from __future__ import annotations

import asyncio
import json
import socket
import threading
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any, Awaitable, Callable, Iterator, List, Tuple

import jsonschema
import pytest
from rasa.core.channels.channel import UserMessage
from sanic import Sanic

from actions.payload import load_schema
from bot.apology import NO_ANSWER
from bot.channels import rest, turn
from bot.channels.rest import MAX_BODY_BYTES, RestInput
from bot.forgetting import ALL_GONE, forget_if_asked
from bot.persons import vouched

GOLDEN = sorted((Path(__file__).parents[2] / "data" / "payloads").glob("*.json"))
Handler = Callable[[UserMessage], Awaitable[None]]


class Served:
    """The channel on a port of this machine, with a dialogue that each test chooses."""

    handler: Handler
    address: str

    def post(self, handler: Handler, body: Any) -> Tuple[int, Any]:
        """Post `body` (bytes as they are, all else as JSON); return status and parsed answer."""
        self.handler = handler
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(self.address, data, method="POST")
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return response.status, json.load(response)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    # One server for all: Sanic 21.12 rewrites its own classes at start and cannot do so twice.
    served, loop, ready = Served(), asyncio.new_event_loop(), threading.Event()

    async def handle(message: UserMessage) -> None:
        await served.handler(message)

    async def start() -> None:
        app = Sanic("rest-channel-test", configure_logging=False)
        app.blueprint(RestInput.from_credentials(None).blueprint(handle), url_prefix="/rest")
        sock = socket.socket()
        sock.bind(("127.0.0.1", 0))
        server = await app.create_server(sock=sock, return_asyncio_server=True)
        await server.startup()
        await server.start_serving()
        served.address = f"http://127.0.0.1:{sock.getsockname()[1]}/rest/webhook"
        ready.set()

    def run() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(start())
        loop.run_forever()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert ready.wait(timeout=30)
    yield served
    loop.call_soon_threadsafe(loop.stop)
    thread.join(timeout=30)


async def answers_well(message: UserMessage) -> None:
    """Answer as Rasa does for an action with text and payload."""
    payload = {"schema": "answer/1", "kind": "roles", "text": f"You said {message.text!r}."}
    bot_message = {"text": payload["text"], "custom": payload, "elements": None}
    await message.output_channel.send_response(message.sender_id, bot_message)


def test_text_and_payload_come_in_one_message(served):
    status, messages = served.post(answers_well, {"sender": "ann", "message": "hi"})
    assert status == 200
    assert messages == [
        {
            "recipient_id": "ann",
            "text": "You said 'hi'.",
            "custom": {"schema": "answer/1", "kind": "roles", "text": "You said 'hi'."},
        }
    ]


@pytest.mark.parametrize("file", GOLDEN, ids=lambda file: file.stem)
def test_every_golden_payload_keeps_the_contract_and_arrives_whole(served, file):
    payload = json.loads(file.read_text(encoding="utf-8"))
    jsonschema.validate(payload, load_schema())

    async def answers_golden(message: UserMessage) -> None:
        bot_message = {"text": payload["text"], "custom": payload, "elements": None}
        await message.output_channel.send_response(message.sender_id, bot_message)

    _, messages = served.post(answers_golden, {"sender": "ann", "message": "hi"})
    assert messages == [{"recipient_id": "ann", "text": payload["text"], "custom": payload}]


def test_the_tracker_carries_the_channel_and_actions_get_the_metadata(served):
    seen: List[UserMessage] = []

    async def handler(message: UserMessage) -> None:
        seen.append(message)

    served.post(handler, {"sender": "ann", "message": "hi", "metadata": {"page": "x"}})
    assert (seen[0].sender_id, seen[0].input_channel) == ("rest:ann", "rest")
    assert seen[0].metadata == {"page": "x"}


def test_typed_commands_reach_the_dialogue_as_they_are(served):
    text = '/find_roles{"pay": "x"}'
    _, messages = served.post(answers_well, {"sender": "ann", "message": text})
    assert messages[0]["text"] == f"You said {text!r}."


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"message": "hi"}, '"sender" is missing'),
        ({"sender": "", "message": "hi"}, '"sender" is missing'),
        ({"sender": 7, "message": "hi"}, '"sender" is missing'),
        ({"sender": "x" * 201, "message": "hi"}, "more than 200"),
        ({"sender": "ann"}, '"message" is missing'),
        ({"sender": "ann", "message": None}, '"message" is missing'),
        ({"sender": "ann", "message": "hi", "metadata": []}, '"metadata" must be'),
        ([], "must be an object"),
        ("hi", "must be an object"),
        (None, "must be an object"),
    ],
)
def test_a_wrong_request_is_told_what_to_change(served, body, words):
    status, answer = served.post(answers_well, body)
    assert status == 400
    assert words in answer["error"]


def test_a_body_that_is_not_json_is_refused(served):
    status, answer = served.post(answers_well, b"{not json")
    assert (status, "not JSON" in answer["error"]) == (400, True)


def test_a_huge_body_is_refused(served):
    status, _ = served.post(answers_well, b" " * (MAX_BODY_BYTES + 1))
    assert status == 413


@pytest.mark.parametrize(("length", "kind"), [(5000, "roles"), (5001, "error")])
def test_messages_up_to_the_limit_are_read(served, length, kind):
    status, messages = served.post(answers_well, {"sender": "ann", "message": "x" * length})
    assert (status, messages[0]["custom"]["kind"]) == (200, kind)
    assert ("5,000 characters" in messages[0]["text"]) == (kind == "error")


def test_an_empty_message_is_passed_on(served):
    _, messages = served.post(answers_well, {"sender": "ann", "message": ""})
    assert messages[0]["text"] == "You said ''."


async def says_nothing(message: UserMessage) -> None:
    """Fail as Rasa does: silently."""


async def breaks(message: UserMessage) -> None:
    """Fail with an exception."""
    raise RuntimeError("the tracker store is gone")


@pytest.mark.parametrize("handler", [says_nothing, breaks])
def test_silence_becomes_an_honest_sentence(served, handler):
    status, messages = served.post(handler, {"sender": "ann", "message": "hi"})
    assert status == 200
    assert [m["text"] for m in messages] == [NO_ANSWER]
    assert messages[0]["custom"]["kind"] == "error"


def test_a_turn_that_takes_too_long_is_given_up():
    async def hangs(message: UserMessage) -> None:
        await asyncio.sleep(60)

    answers = asyncio.run(
        turn.take_turn(hangs, channel="rest", sender="ann", text="hi", seconds=0.01)
    )
    assert [answer["text"] for answer in answers] == [NO_ANSWER]


def test_a_caller_names_nobody(served, monkeypatch):
    monkeypatch.setenv("WAYPOINT_INTERNAL_SECRET", "shared by both processes")
    heard = []

    async def hears(message: UserMessage) -> None:
        heard.append(message.metadata)
        await answers_well(message)

    metadata = {"lang": "en", **vouched("somebody-else")}
    assert "person" in metadata
    served.post(hears, {"sender": "ann", "message": "show my shortlist", "metadata": metadata})
    served.post(hears, {"sender": "ann", "message": "show my shortlist"})
    assert heard == [{"lang": "en"}, {}]


def test_who_asks_to_be_forgotten_is(served, monkeypatch):
    forgotten = []

    async def forget(agent, channel, sender) -> None:
        forgotten.append((channel, sender))

    monkeypatch.setattr(rest, "forget_tracker", forget)
    _, messages = served.post(answers_well, {"sender": "ann", "message": "forget me"})
    assert [message["text"] for message in messages] == [ALL_GONE]
    assert forgotten == [("rest", "ann")]


def test_deleting_the_conversation_over_rest_is_asked_about_as_the_list_lies_in_it() -> None:
    asked = {"text": "Shall I?", "custom": {"kind": "clarify", "question": {"id": "forget-me"}}}

    async def never() -> None:
        raise AssertionError("nothing was confirmed")

    run = asyncio.run(forget_if_asked("delete this conversation", [asked], never, never, lasts=False))
    assert run == [asked]
