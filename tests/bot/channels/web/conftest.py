"""The web channel in Rasa's own web application, on a port of this machine."""

from __future__ import annotations

import asyncio
import gzip
import http.client
import json
import os
import socket
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Awaitable, Callable, Dict, Iterator, List, Mapping, Optional

import pytest

if TYPE_CHECKING or find_spec("rasa") is not None:
    from rasa.core.channels.channel import UserMessage
    from rasa.core.run import configure_app
    from rasa.core.tracker_store import FailSafeTrackerStore
    from rasa.shared.core.domain import Domain
    from rasa.shared.core.events import UserUttered
    from rasa.shared.core.trackers import DialogueStateTracker
    from sanic import Sanic

    from bot.channels.rest import RestInput
    from bot.channels.web import WebInput, api
    from bot.channels.web.limits import Limits
    from bot.channels.web.settings import WebSettings
    from bot.tracker_store import BoundedTrackerStore

SECRET = "a secret that is long enough for tests only"
STUB = b"console.log('stub')"
APP = b"/* the app */ " + b"x" * 5000

Handle = Callable[["UserMessage"], Awaitable[None]]


@dataclass(frozen=True)
class Answer:
    """What the server sent back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def error(self) -> str:
        return self.json["error"]["code"]


class Agent:
    """Rasa's agent as far as channels know it: hands messages on and keeps trackers."""

    def __init__(self, handle: Handle) -> None:
        self.heard: List[str] = []
        self.handle = handle
        self.action_endpoint: Any = None
        self.store = BoundedTrackerStore(Domain.empty())
        self.tracker_store = FailSafeTrackerStore(self.store)

    async def handle_message(self, message: "UserMessage") -> None:
        self.heard.append(message.text)
        tracker = DialogueStateTracker(message.sender_id, [])
        tracker.update(UserUttered(message.text))
        await self.tracker_store.save(tracker)
        await self.handle(message)


async def answers_well(message: "UserMessage") -> None:
    """Answer as Rasa does for an action with text and payload."""
    text = f"You said {message.text!r}."
    payload = {"schema": "answer/1", "answer_id": uuid.uuid4().hex, "knowledge_version": "v7"}
    payload.update({"kind": "roles", "text": text})
    bot_message = {"text": text, "custom": payload, "elements": None}
    await message.output_channel.send_response(message.sender_id, bot_message)


class Served:
    """One server; `request` speaks to it as a browser would."""

    def __init__(self, settings: "WebSettings", handle: Handle) -> None:
        self.agent = Agent(handle)
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(settings,), daemon=True)
        self._thread.start()
        assert self._ready.wait(timeout=30)

    def _run(self, settings: "WebSettings") -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._start(settings))
        self._loop.run_forever()

    async def _start(self, settings: "WebSettings") -> None:
        Sanic._app_registry.pop("rasa_core_no_api", None)
        app = configure_app([WebInput(settings), RestInput()], cors=None, enable_api=False)
        app.ctx.agent = self.agent
        sock = socket.socket()
        sock.bind(("127.0.0.1", 0))
        self.port = sock.getsockname()[1]
        self._server = await app.create_server(sock=sock, return_asyncio_server=True, access_log=False)
        await self._server.startup()
        await self._server.before_start()
        await self._server.start_serving()
        self._ready.set()

    def stop(self) -> None:
        async def close() -> None:
            self._server.close()
            await self._server.after_stop()
            tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

        asyncio.run_coroutine_threadsafe(close(), self._loop).result(timeout=30)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=30)

    def request(
        self,
        method: str,
        path: str,
        body: Any = None,
        token: Optional[str] = None,
        headers: Optional[Dict[str, str]] = None,
    ) -> Answer:
        """Send a request; a body that is no bytes goes as JSON, a path without / to the channel."""
        sent = dict(headers or {})
        if token is not None:
            sent["Authorization"] = f"Bearer {token}"
        as_it_is = body is None or isinstance(body, (bytes, Iterator))
        data = body if as_it_is else json.dumps(body).encode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path if path.startswith("/") else f"/webhooks/web/{path}", data, sent)
            response = connection.getresponse()
            raw, fields = response.read(), {k.lower(): v for k, v in response.getheaders()}
        finally:
            connection.close()
        if fields.get("content-encoding") == "gzip":
            raw = gzip.decompress(raw)
        return Answer(response.status, fields, raw)

    def begin(self, **more: Any) -> str:
        """Begin a conversation; return its token."""
        answer = self.request("POST", "conversations", {}, **more)
        assert answer.status == 201, answer
        return answer.json["conversation"]

    def say(self, token: str, message: Any, message_id: Optional[str] = None, **more: Any) -> Answer:
        body = {"id": message_id or str(uuid.uuid4()), "message": message}
        return self.request("POST", "messages", body, token, **more)

    def at_once(self, calls: List[Callable[[], Answer]]) -> List[Answer]:
        with ThreadPoolExecutor(len(calls)) as pool:
            return list(pool.map(lambda call: call(), calls))


Serve = Callable[..., Served]


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder with a small build of the widget."""
    folder = tmp_path / "web"
    folder.mkdir()
    files = {"widget.js": STUB, "app.js": APP, "app.css": b"b{}", "demo.css": b"i{}"}
    files["pixel.png"] = b"\x89PNG" + os.urandom(200)
    manifest = {}
    for name, content in files.items():
        stem, _, suffix = name.rpartition(".")
        manifest[name] = f"{stem}-0123456789.{suffix}"
        (folder / manifest[name]).write_bytes(content)
    (folder / "manifest.json").write_text(json.dumps(manifest))
    (folder / "private.txt").write_text("not in the manifest")
    return folder


@pytest.fixture
def settings(built: Path) -> "WebSettings":
    """No limits; a secret of its own."""
    return WebSettings(files=built, secret=SECRET, questions_a_minute=0)


@pytest.fixture
def serve(settings: "WebSettings") -> Iterator[Serve]:
    """Start servers with changes to the settings; all are stopped at the end."""
    servers: List[Served] = []

    def start(handle: Handle = answers_well, **changes: Any) -> Served:
        servers.append(Served(replace(settings, **changes), handle))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def served(serve: Serve) -> Served:
    """A server with the plain settings."""
    return serve()


@pytest.fixture
def stopped_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """No bucket fills up again, however slow the machine is."""
    monkeypatch.setattr(api, "Limits", lambda a_minute: Limits(a_minute, clock=lambda: 0.0))
