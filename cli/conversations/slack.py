"""Talking to a running Waypoint through its Slack channel, with a stand-in for Slack.

The server must run with the settings of `slack_environment`; what it posts is read from the
stand-in. Long answers are read to their end: "Show more" is pressed until there is no more.
"""

from __future__ import annotations

import http.client
import json
import re
import secrets
import time
from collections.abc import Callable, Mapping
from functools import partial
from itertools import count
from typing import Any
from urllib.parse import urlencode, urlsplit

from cli.conversations.rest import BotUnreachable
from cli.conversations.slack_stand_in import SlackStandIn, signed_headers

WEBHOOK = "/webhooks/slack/webhook"
TEAM, USER, BOT = "T0STANDIN", "U0STANDIN", "U0BOT"
MOST_PARTS = 20

Posted = Mapping[str, Any]


def slack_environment(port: int) -> dict[str, str]:
    """Settings for a server that takes the stand-in on a port of this machine for Slack."""
    return {
        "WAYPOINT_SLACK_TOKEN": f"xoxb-{secrets.token_hex(12)}",
        "WAYPOINT_SLACK_SIGNING_SECRET": secrets.token_hex(16),
        "WAYPOINT_SLACK_API_URL": f"http://127.0.0.1:{port}/api/",
    }


class SlackTalk:
    """Direct messages with the bot; not for use by two threads at once."""

    def __init__(self, url: str, secret: str, slack: SlackStandIn, timeout: float = 30.0) -> None:
        """Take an address; the connection is made with the first message.

        Args:
            url: Where the bot listens.
            secret: The signing secret that the server was started with.
            slack: What the server takes for Slack.
            timeout: Seconds to wait for one answer.
        """
        parts = urlsplit(url)
        self._connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=timeout)
        self.stand_in = slack
        self.user = USER  # who writes; somebody else has a list of their own
        self._secret, self._timeout = secret, timeout
        self._numbers = count(1)

    def say(self, channel: str, text: str) -> list[Posted]:
        """Write a direct message; return all that was posted to it, parts pressed for included.

        Args:
            channel: The id of the direct message: one conversation each. Begins with D.
            text: As a person types it.

        Raises:
            BotUnreachable: It was not acknowledged, or no answer came in time.
        """
        posted = [self._after(channel, partial(self.send_message, channel, text))]
        while (button := rest_button(posted[-1])) and len(posted) < MOST_PARTS:
            posted.append(self._after(channel, partial(self._press, channel, button)))
        return posted

    def close(self) -> None:
        """Give the connection up."""
        self._connection.close()

    def _after(self, channel: str, do: Callable[[], float]) -> Posted:
        """Do something and wait for the next post to a channel."""
        before = len(self._posts(channel))
        do()
        try:
            self.stand_in.wait(lambda _: len(self._posts(channel)) > before, self._timeout)
        except TimeoutError as error:
            raise BotUnreachable(f"nothing was posted to {channel}: {error}") from error
        return self._posts(channel)[before].body

    def _posts(self, channel: str) -> list[Any]:
        return [call for call in self.stand_in.taken() if call.body.get("channel") == channel]

    def send_message(self, channel: str, text: str) -> float:
        """Write a direct message; return the milliseconds until it was acknowledged."""
        return self._send_event({"type": "message", "channel_type": "im", "channel": channel, "user": self.user}, text)

    def send_to_thread(self, channel: str, thread: str, user: str, text: str) -> float:
        """Write in a channel's thread, naming the bot or not. Returns as `send_message`."""
        where = {"channel_type": "channel", "channel": channel, "user": user, "thread_ts": thread}
        return self._send_event({"type": "message", **where}, text.replace("@bot", f"<@{BOT}>"))

    def _send_event(self, event: Mapping[str, str], text: str) -> float:
        parts = re.split(f"(<@{BOT}>)", text)
        escaped = "".join(part if part == f"<@{BOT}>" else _escape(part) for part in parts)
        stamp = f"{int(time.time())}.{next(self._numbers):06d}"
        body = {"type": "event_callback", "team_id": TEAM, "event_id": f"Ev{secrets.token_hex(8)}",
                "event": {**event, "text": escaped, "ts": stamp, "event_ts": stamp},
                "authorizations": [{"team_id": TEAM, "user_id": BOT, "is_bot": True}]}  # fmt: skip
        return self.send(json.dumps(body).encode(), "application/json")

    def send_command(self, channel: str, text: str) -> float:
        """Give the slash command; its answer comes to a response_url. Returns as `send_message`."""
        name = secrets.token_hex(8)
        form = {"command": "/waypoint", "text": text, "team_id": TEAM, "channel_id": channel, "user_id": self.user,
                "trigger_id": name, "response_url": self.stand_in.response_url(name)}  # fmt: skip
        return self.send(urlencode(form).encode(), "application/x-www-form-urlencoded")

    def _press(self, channel: str, button: Mapping[str, Any]) -> float:
        container = {"type": "message", "channel_id": channel, "message_ts": secrets.token_hex(6)}
        payload = {"type": "block_actions", "team": {"id": TEAM}, "user": {"id": self.user},
                   "container": container, "actions": [button]}  # fmt: skip
        body = urlencode({"payload": json.dumps(payload)}).encode()
        return self.send(body, "application/x-www-form-urlencoded")

    def send(self, body: bytes, content_type: str) -> float:
        """Send a signed request; return the milliseconds until it was acknowledged.

        Raises:
            BotUnreachable: It was not.
        """
        began = time.perf_counter()
        try:
            headers = signed_headers(self._secret, body, content_type)
            self._connection.request("POST", WEBHOOK, body, headers)
            response = self._connection.getresponse()
            response.read()
        except (OSError, http.client.HTTPException) as error:
            self._connection.close()
            raise BotUnreachable(f"no answer from the Slack channel: {error}") from error
        if response.status != 200:
            raise BotUnreachable(f"the Slack channel answered with status {response.status}")
        return (time.perf_counter() - began) * 1000


def rest_button(posted: Posted) -> dict[str, Any] | None:
    """The press that shows the next part of a cut answer, None where there is none."""
    for block in posted.get("blocks") or ():
        for element in block.get("elements") or ():
            if str(element.get("action_id", "")).startswith("rest."):
                return {"type": "button", "block_id": block["block_id"], **element}
    return None


def _escape(text: str) -> str:
    """As Slack passes on what people type."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
