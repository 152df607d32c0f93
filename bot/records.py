"""Passes on what is to be kept, and asks for it: the action server holds it (actions/record_routes.py).

Both processes know one secret, WAYPOINT_INTERNAL_SECRET, which `waypoint serve` makes at start.
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from typing import Any, Dict, Optional

import aiohttp

from bot.remote_action import open_session

TIMEOUT_SECONDS = 10.0
DEFAULT_URL = "http://127.0.0.1:5055/webhook"


class RecordsUnavailable(Exception):
    """It was not done; the text says why, and nothing of what it was."""


@dataclass(frozen=True)
class Told:
    """What the action server answered."""

    status: int
    content_type: str
    body: bytes


async def send(agent: Any, kind: str, entry: Dict[str, Any]) -> None:
    """Have an entry stored.

    Args:
        agent: Rasa's agent, for the address of the action server; None before there is one.
        kind: What it is: the last part of the route, such as "feedback".
        entry: What the route takes.

    Raises:
        RecordsUnavailable: It was not stored.
    """
    await call(agent, "POST", kind, entry)


async def call(agent: Any, method: str, path: str, entry: Optional[Dict[str, Any]] = None) -> Told:
    """Ask one of the action server's routes for records.

    Args:
        agent: Rasa's agent, for the address of the action server; None before there is one.
        method: "GET", "POST" or "DELETE".
        path: The route below /records.
        entry: What is sent along.

    Raises:
        RecordsUnavailable: It was not done.
    """
    secret = os.environ.get("WAYPOINT_INTERNAL_SECRET")
    if not secret:
        raise RecordsUnavailable("WAYPOINT_INTERNAL_SECRET is not set")
    try:
        async with open_session().request(
            method,
            f"{_server(agent)}/records/{path}",
            json=entry,
            headers={"Authorization": f"Bearer {secret}"},
            timeout=aiohttp.ClientTimeout(total=TIMEOUT_SECONDS),
        ) as response:
            if response.status >= 300:
                raise RecordsUnavailable(f"the action server answered with status {response.status}")
            return Told(response.status, response.headers.get("Content-Type", ""), await response.read())
    except (aiohttp.ClientError, asyncio.TimeoutError) as error:
        raise RecordsUnavailable(f"no answer from the action server ({type(error).__name__})") from error


def _server(agent: Any) -> str:
    """Return the address of the action server: that of its webhook without the end."""
    endpoint = getattr(agent, "action_endpoint", None)
    url = os.environ.get("WAYPOINT_ACTIONS_URL") or (endpoint and endpoint.url) or DEFAULT_URL
    return url.rsplit("/webhook", 1)[0].rstrip("/")
