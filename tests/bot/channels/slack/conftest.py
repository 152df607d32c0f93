"""The real channel and the real slack_sdk; Slack itself is a stand-in on loopback."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
import urllib.error
import urllib.request
from collections import namedtuple
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Awaitable, Callable, Dict, Iterator, List, Optional
from urllib.parse import urlencode

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.core.lock_store import InMemoryLockStore
from rasa.shared.core.domain import Domain
from sanic import Sanic

from bot.channels.slack import SlackInput
from bot.channels.slack.settings import SlackSettings
from bot.tracker_store import BoundedTrackerStore
from cli.conversations.slack_stand_in import SlackStandIn, signed_headers
from tests.bot.channels.action_server import ActionServer

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
TOKEN = "xoxb-not-a-real-token"
SENT = Path(__file__).parents[3] / "data" / "slack"
GOLDEN = Path(__file__).parents[3] / "data" / "payloads"
JSON, FORM = "application/json", "application/x-www-form-urlencoded"
DOMAIN = Domain.from_dict({"slots": {"memory": {"type": "any", "mappings": [{"type": "custom"}]}}})

Handler = Callable[[UserMessage], Awaitable[None]]
Answered = namedtuple("Answered", "status headers text")


def sent(name: str) -> Dict[str, Any]:
    """Return a recorded request of Slack's: what it is, and its body."""
    return json.loads((SENT / f"{name}.json").read_text(encoding="utf-8"))


def golden(name: str) -> Dict[str, Any]:
    """Return a golden answer."""
    return json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))


class Waypoint:
    """The channel on a port of this machine, with a dialogue that each test chooses."""

    def __init__(self, slack: SlackStandIn, loop: asyncio.AbstractEventLoop) -> None:
        self.slack, self.loop = slack, loop
        self.address = ""
        self.asked: List[UserMessage] = []
        self.handler: Handler = says("You are heard.")
        self.store = BoundedTrackerStore(DOMAIN)
        self.agent = SimpleNamespace(
            tracker_store=self.store, lock_store=InMemoryLockStore(), domain=DOMAIN
        )

    async def handle(self, message: UserMessage) -> None:
        self.asked.append(message)
        await self.handler(message)

    def send(self, body: Any, **changed: Any) -> Answered:
        """Send a body as Slack does: an event as JSON, all else as a form.

        Args:
            body: A dict with "event" or "type"; a command's form; or an interaction's payload
                under "payload".
            **changed: `content_type`, `secret`, `timestamp`, or `headers` to add.
        """
        form = "payload" in body or "command" in body
        if form:
            fields = {k: json.dumps(v) if isinstance(v, dict) else v for k, v in body.items()}
            raw, content_type = urlencode(fields).encode(), FORM
        else:
            raw, content_type = json.dumps(body).encode(), JSON
        return self.send_raw(raw, changed.pop("content_type", content_type), **changed)

    def send_raw(
        self,
        raw: bytes,
        content_type: str,
        *,
        secret: str = SECRET,
        timestamp: Optional[int] = None,
        headers: Optional[Dict[str, str]] = None,
    ) -> Answered:
        signed = {**signed_headers(secret, raw, content_type, timestamp), **(headers or {})}
        request = urllib.request.Request(self.address, raw, signed, method="POST")
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return Answered(response.status, response.headers, response.read().decode())
        except urllib.error.HTTPError as error:
            return Answered(error.code, error.headers, error.read().decode())

    def replies(self, number: int = 1, seconds: float = 10.0) -> List[Dict[str, Any]]:
        """Wait for so many messages; return what Slack was told, in order."""
        wanted = ("chat.postMessage", "chat.postEphemeral", "respond")

        def posted(calls: list) -> list:
            return [call for call in calls if call.method in wanted]

        calls = self.slack.wait(lambda found: len(posted(found)) >= number, seconds)
        return [{"method": call.method, **call.body} for call in posted(calls)]

    def settle(self) -> None:
        """Wait until all that was taken on is done."""

        async def idle() -> None:
            while any(task.get_coro().__qualname__ == "Lanes._run" for task in asyncio.all_tasks()):
                await asyncio.sleep(0.01)

        asyncio.run_coroutine_threadsafe(idle(), self.loop).result(timeout=20)


def direct_message(text: str, **changed: Any) -> Dict[str, Any]:
    """Return the event of a direct message, a new one each time."""
    now = time.monotonic_ns()
    message = {"type": "message", "channel_type": "im", "channel": "D1", "user": "U1",
               "text": text, "ts": f"{now // 10**6}.{now % 10**6:06d}"}  # fmt: skip
    return event({**message, **changed})


def channel_message(text: str, **changed: Any) -> Dict[str, Any]:
    """Return the event of a message in a channel, a mention unless `type` says otherwise."""
    fields = {"type": "app_mention", "channel_type": "channel", "channel": "C1"}
    return direct_message(text, **{**fields, **changed})


def press(reply: Dict[str, Any], words: str, user: str = "U1", **changed: Any) -> Dict[str, Any]:
    """Return the interaction of pressing the button or choosing the option that says `words`.

    Args:
        reply: A message that was posted, as the stand-in got it.
        words: What the element's value is.
        user: Who presses.
        **changed: Parts of the payload to replace.
    """
    for block in reply["blocks"]:
        for element in block.get("elements", []) if block["type"] == "actions" else []:
            found = [o for o in element.get("options", []) if o["value"] == words]
            if element.get("value") != words and not found:
                continue
            action = {"type": element["type"], "block_id": block["block_id"],
                      "action_id": element["action_id"], "value": element.get("value"),
                      "selected_option": found[0] if found else None}  # fmt: skip
            return {"payload": {**_press(reply, user), "actions": [action], **changed}}
    raise AssertionError(f"nothing says {words!r} in {reply['blocks']}")


def _press(reply: Dict[str, Any], user: str) -> Dict[str, Any]:
    container = {"type": "message", "message_ts": f"{time.monotonic_ns()}.1",
                 "channel_id": reply.get("channel", "C1"),
                 "is_ephemeral": reply["method"] != "chat.postMessage"}  # fmt: skip
    if reply.get("thread_ts"):
        container["thread_ts"] = reply["thread_ts"]
    return {"type": "block_actions", "team": {"id": "T1"}, "user": {"id": user, "team_id": "T1"},
            "container": container, "channel": {"id": container["channel_id"]},
            "message": {}}  # fmt: skip


def event(inner: Dict[str, Any], **outer: Any) -> Dict[str, Any]:
    """Return an event callback around an event."""
    return {
        "type": "event_callback", "team_id": "T1", "api_app_id": "A1", "event": inner,
        "event_id": outer.pop("event_id", f"Ev{time.monotonic_ns()}"), "event_time": 1700000000,
        "authorizations": [{"team_id": "T1", "user_id": "UBOT", "is_bot": True}], **outer,
    }  # fmt: skip


def says(text: str, payload: Optional[Dict[str, Any]] = None) -> Handler:
    """Return a dialogue that always answers the same."""

    async def answer(message: UserMessage) -> None:
        said = {"text": text, "custom": payload, "elements": None}
        await message.output_channel.send_response(message.sender_id, said)

    return answer


def shows(name: str, **changed: Any) -> Handler:
    """Return a dialogue that always gives a golden answer."""
    payload = {**golden(name), **changed}
    return says(payload["text"], payload)


@pytest.fixture(scope="session")
def slack() -> Iterator[SlackStandIn]:
    with SlackStandIn() as stand_in:
        yield stand_in


@pytest.fixture(scope="session")
def shared_actions() -> Iterator[ActionServer]:
    """The action server's routes of people, for all tests."""
    server = ActionServer()
    yield server
    server.stop()


@pytest.fixture
def actions(shared_actions: ActionServer, monkeypatch: pytest.MonkeyPatch) -> ActionServer:
    """The same, as if nothing had been asked of it yet, and known to the channel."""
    shared_actions.reset()
    monkeypatch.setenv("WAYPOINT_INTERNAL_SECRET", "shared by both processes")
    monkeypatch.setenv("WAYPOINT_PEOPLE_SECRET", "a key of people that outlives the process")
    monkeypatch.setenv("WAYPOINT_ACTIONS_URL", shared_actions.webhook)
    return shared_actions


@pytest.fixture(scope="session")
def served(slack: SlackStandIn) -> Iterator[Waypoint]:
    loop, ready = asyncio.new_event_loop(), threading.Event()
    waypoint = Waypoint(slack, loop)
    settings = SlackSettings(TOKEN, SECRET, api_url=slack.url)

    async def start() -> None:
        app = Sanic("slack-channel-test", configure_logging=False)
        app.ctx.agent = waypoint.agent
        app.blueprint(SlackInput(settings).blueprint(waypoint.handle), url_prefix="/slack")
        sock = socket.socket()
        sock.bind(("127.0.0.1", 0))
        server = await app.create_server(sock=sock, return_asyncio_server=True)
        await server.startup()
        await server.start_serving()
        waypoint.address = f"http://127.0.0.1:{sock.getsockname()[1]}/slack/webhook"
        ready.set()

    def run() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(start())
        loop.run_forever()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert ready.wait(timeout=30)
    yield waypoint
    loop.call_soon_threadsafe(loop.stop)
    thread.join(timeout=30)


@pytest.fixture
def waypoint(served: Waypoint, actions: ActionServer) -> Waypoint:
    """Return the channel as if nothing had been asked yet."""
    served.settle()
    served.slack.clear()
    served.asked.clear()
    served.store.store.clear()
    served.agent.tracker_store = served.store
    served.handler = says("You are heard.")
    return served
