"""From HTTP to one of the three things that Slack sends: an event, a command, an interaction."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Dict
from urllib.parse import parse_qsl

MAX_BODY_BYTES = 1_000_000  # a message of 40,000 characters comes with its blocks

EVENT, COMMAND, INTERACTION = "event", "command", "interaction"


class Unreadable(Exception):
    """A request that is signed, and still not what Slack sends."""


@dataclass(frozen=True)
class Request:
    """What came, and its kind."""

    kind: str
    body: Dict[str, Any]


def read(content_type: str, body: bytes) -> Request:
    """Return what a request holds.

    Args:
        content_type: The header; what follows a semicolon does not matter.
        body: The raw body.

    Raises:
        Unreadable: It is neither JSON nor a form as Slack sends them.
    """
    kind = content_type.partition(";")[0].strip().lower()
    try:
        if kind == "application/json":
            return Request(EVENT, _object(body))
        if kind == "application/x-www-form-urlencoded":
            form = dict(parse_qsl(body.decode(), keep_blank_values=True))
            if "payload" in form:
                return Request(INTERACTION, _object(form["payload"].encode()))
            if "command" in form:
                return Request(COMMAND, form)
    except ValueError as error:
        raise Unreadable(type(error).__name__) from None
    raise Unreadable(f"content type {kind[:50]!r}")


def _object(text: bytes) -> Dict[str, Any]:
    found = json.loads(text)
    if not isinstance(found, dict):
        raise Unreadable("not an object")
    return found
