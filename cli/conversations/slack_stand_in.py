"""A local stand-in for Slack's Web API, and requests signed as Slack signs them.

For tests and benchmarks: the channel and slack_sdk are real, only Slack is not. Standard library
only. Answers well unless told otherwise with `next_time`.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any, Deque

API = "/api/"
RESPOND = "/respond/"  # where response_urls lead


@dataclass(frozen=True)
class Call:
    """One request that the stand-in got."""

    method: str  # such as chat.postMessage, or "respond" for a response_url
    body: Mapping[str, Any]
    authorization: str
    time: float  # of time.monotonic()
    taken: bool  # whether it was answered as a success


@dataclass(frozen=True)
class Reaction:
    """How to answer one request otherwise than well."""

    status: int = 200
    error: str | None = None  # Slack's error code
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0  # to wait before answering
    disconnect: bool = False  # close the connection without a word
    raw: bytes | None = None  # instead of JSON


def rate_limited(seconds: int) -> Reaction:
    """Slack's answer to too many messages."""
    return Reaction(429, "ratelimited", {"Retry-After": str(seconds)})


def refused(error: str) -> Reaction:
    """Slack's answer to a message that it does not take."""
    return Reaction(error=error)


class SlackStandIn:
    """Listens on loopback and keeps what it is told; a context manager."""

    def __init__(self, port: int = 0) -> None:
        """Listen, but answer nothing before the context is entered.

        Args:
            port: Where; 0 for any free port.
        """
        self.calls: list[Call] = []
        self._reactions: dict[str, Deque[Reaction]] = defaultdict(deque)
        self._numbers = count(1)
        self._changed = threading.Condition()
        self._server = ThreadingHTTPServer(("127.0.0.1", port), _handler_of(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> SlackStandIn:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """What stands for https://slack.com/api/."""
        return f"http://127.0.0.1:{self.port}{API}"

    def response_url(self, name: str) -> str:
        """An address as commands and interactions carry one."""
        return f"http://127.0.0.1:{self.port}{RESPOND}{name}"

    def next_time(self, method: str, *reactions: Reaction) -> None:
        """Answer the next calls of a method otherwise than well."""
        self._reactions[method].extend(reactions)

    def clear(self) -> None:
        """Forget all calls and reactions."""
        with self._changed:
            self.calls.clear()
            self._reactions.clear()

    def taken(self, method: str | None = None) -> list[Call]:
        """What was answered as a success, in order."""
        with self._changed:
            return [c for c in self.calls if c.taken and (method is None or c.method == method)]

    def wait(self, done: Callable[[list[Call]], bool], seconds: float = 10.0) -> list[Call]:
        """Wait until the calls that were taken are as wanted.

        Raises:
            TimeoutError: They are not, after so long; the text lists the methods called.
        """
        until = time.monotonic() + seconds
        with self._changed:
            while not done(found := [call for call in self.calls if call.taken]):
                if not self._changed.wait(until - time.monotonic()):
                    methods = [(call.method, call.taken) for call in self.calls[-20:]]
                    raise TimeoutError(f"after {seconds} s the last calls were {methods}")
            return found

    def react(self, method: str, body: Mapping[str, Any], authorization: str) -> Reaction:
        """Keep a call and say how to answer it."""
        with self._changed:
            reactions = self._reactions[method]
            reaction = reactions.popleft() if reactions else Reaction()
            well = reaction.status == 200 and not reaction.error and not reaction.disconnect
            self.calls.append(Call(method, body, authorization, time.monotonic(), well))
            self._changed.notify_all()
        return reaction

    def success(self, method: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """What Slack answers when all is well."""
        stamp = f"1700000000.{next(self._numbers):06d}"
        channel = str(body.get("channel", ""))
        if channel.startswith(("U", "W")):  # a person's id stands for the direct message with them
            channel = f"D{channel[1:]}"
        if method == "chat.postEphemeral":
            return {"ok": True, "message_ts": stamp}
        return {"ok": True, "channel": channel, "ts": stamp, "message": {"ts": stamp}}


def _handler_of(stand_in: SlackStandIn) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            method = "respond" if self.path.startswith(RESPOND) else self.path.removeprefix(API)
            body = json.loads(raw or b"{}")
            reaction = stand_in.react(method, body, self.headers.get("Authorization", ""))
            if reaction.seconds:
                time.sleep(reaction.seconds)
            if reaction.disconnect:
                self.close_connection = True
                self.connection.close()
                return
            self._answer(method, body, reaction)

        def _answer(self, method: str, body: Mapping[str, Any], reaction: Reaction) -> None:
            kind = "application/json; charset=utf-8"
            if reaction.raw is not None:
                content, kind = reaction.raw, "text/html"
            elif reaction.error:
                content = json.dumps({"ok": False, "error": reaction.error}).encode()
            elif method == "respond":
                content, kind = b"ok", "text/plain"
            else:
                content = json.dumps(stand_in.success(method, body)).encode()
            self.send_response(reaction.status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            for name, value in reaction.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Stay quiet."""

    return Handler


def signed_headers(
    secret: str, body: bytes, content_type: str, timestamp: int | None = None
) -> dict[str, str]:
    """The headers that Slack sends with a body.

    Args:
        secret: The app's signing secret.
        body: The raw body.
        content_type: What it is.
        timestamp: Seconds since 1970; now if left out.
    """
    stamp = str(int(time.time()) if timestamp is None else timestamp)
    digest = hmac.new(secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    return {
        "Content-Type": content_type,
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": f"v0={digest}",
    }
