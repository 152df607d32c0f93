"""Talking to a running Rasa server over its REST channel.

Only the standard library, and never through a proxy: what is measured is the server.
"""

from __future__ import annotations

import http.client
import json
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

WEBHOOK = "/webhooks/rest/webhook"


class BotUnreachable(Exception):
    """No usable answer came back; the text says from where and why."""


@dataclass(frozen=True)
class Reply:
    """The messages that one user message brought back, and how long that took."""

    messages: tuple[Mapping[str, Any], ...]
    milliseconds: float

    @property
    def text(self) -> str:
        """All texts, one below the other."""
        return "\n".join(m["text"] for m in self.messages if m.get("text"))

    @property
    def custom(self) -> Mapping[str, Any] | None:
        """The payload of the first message that carries one."""
        return next((m["custom"] for m in self.messages if m.get("custom")), None)

    @property
    def buttons(self) -> list[Mapping[str, Any]]:
        """Rasa's own buttons."""
        return [button for m in self.messages for button in m.get("buttons") or ()]


def new_sender(prefix: str = "converse") -> str:
    """An unguessable sender id: it names the tracker, so nobody else may hit on it."""
    return f"{prefix}-{secrets.token_urlsafe(24)}"


class RestBot:
    """One connection to one bot; not for use by two threads at once."""

    def __init__(self, url: str, timeout: float = 30.0) -> None:
        """Take an address; the connection is made with the first message.

        Args:
            url: Where the bot listens, such as http://localhost:5005.
            timeout: Seconds to wait for one answer.

        Raises:
            BotUnreachable: The address is not one of http or https.
        """
        parts = urlsplit(url if "//" in url else f"http://{url}")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise BotUnreachable(f"{url}: expected an address such as http://localhost:5005")
        secure = parts.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        self._connection = kind(parts.hostname, parts.port, timeout=timeout)
        self._path = parts.path.rstrip("/")
        self.url = url

    def say(self, sender: str, text: str) -> Reply:
        """Sends one user message and waits for everything the bot answers.

        Raises:
            BotUnreachable: No connection, no answer in time, or not a REST channel's answer.
        """
        body = json.dumps({"sender": sender, "message": text}).encode()
        started = time.perf_counter()
        status, raw = self._request("POST", WEBHOOK, body)
        elapsed = (time.perf_counter() - started) * 1000
        if status != 200:
            raise BotUnreachable(
                f"{self.url}{WEBHOOK} answered with status {status}: {raw[:200]!r}"
            )
        try:
            messages = json.loads(raw)
        except ValueError as error:
            raise BotUnreachable(f"{self.url}{WEBHOOK} did not answer in JSON: {error}") from error
        if not isinstance(messages, list) or not all(isinstance(m, dict) for m in messages):
            raise BotUnreachable(f"{self.url}{WEBHOOK} did not answer with a list of messages")
        return Reply(tuple(messages), elapsed)

    def get(self, path: str) -> Any:
        """The JSON at a path of the server.

        Raises:
            BotUnreachable: As for `say`.
        """
        status, raw = self._request("GET", path, None)
        if status != 200:
            raise BotUnreachable(f"{self.url}{path} answered with status {status}")
        try:
            return json.loads(raw)
        except ValueError as error:
            raise BotUnreachable(f"{self.url}{path} did not answer in JSON: {error}") from error

    def post(self, path: str, body: bytes) -> bytes:
        """Post JSON to a path of the server and take what comes back, unread.

        Raises:
            BotUnreachable: As for `say`.
        """
        status, raw = self._request("POST", path, body)
        if status != 200:
            raise BotUnreachable(f"{self.url}{path} answered with status {status}: {raw[:200]!r}")
        return raw

    def close(self) -> None:
        """Give the connection up."""
        self._connection.close()

    def _request(self, method: str, path: str, body: bytes | None) -> tuple[int, bytes]:
        headers = {"Content-Type": "application/json"}
        for attempt in (1, 2):
            try:
                self._connection.request(method, self._path + path, body, headers)
                response = self._connection.getresponse()
                return response.status, response.read()
            except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError) as error:
                # A kept-alive connection that the server has closed meanwhile: once more, fresh.
                self._connection.close()
                if attempt == 2:
                    raise BotUnreachable(f"{self.url} closed the connection: {error}") from error
            except (OSError, http.client.HTTPException) as error:
                self._connection.close()
                raise BotUnreachable(
                    f"no answer from {self.url}: {error or 'timed out'}"
                ) from error
        raise AssertionError("unreachable")
