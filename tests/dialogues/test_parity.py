"""The same conversation carries the same roles, figures and sources on every surface.

Needs a running bot whose Slack is the stand-in (cli/conversations/slack.py); `make test` starts
one.
"""

from __future__ import annotations

import json
import os
import urllib.error
import urllib.request
import uuid
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from cli.conversations.cases import load_conversations
from cli.conversations.parity import shown, slack_differences, web_differences
from cli.conversations.rest import RestBot, new_sender
from cli.conversations.slack import SlackTalk
from cli.conversations.slack_stand_in import SlackStandIn

FOLDER = Path(__file__).parent
NEEDED = ("WAYPOINT_URL", "WAYPOINT_SLACK_SIGNING_SECRET", "WAYPOINT_SLACK_API_URL")
needs_bot = pytest.mark.skipif(
    not all(name in os.environ for name in NEEDED), reason=f"needs {', '.join(NEEDED)}"
)


@pytest.fixture(scope="module")
def slack() -> SlackTalk:
    port = urlsplit(os.environ["WAYPOINT_SLACK_API_URL"]).port
    with SlackStandIn(port or 0) as stand_in:
        talk = SlackTalk(
            os.environ["WAYPOINT_URL"], os.environ["WAYPOINT_SLACK_SIGNING_SECRET"], stand_in
        )
        yield talk
        talk.close()


class WebTalk:
    """One conversation over the web channel."""

    def __init__(self, url: str) -> None:
        self._url = f"{url}/webhooks/web"
        self._token = self._post("/conversations", {}, {})["conversation"]

    def say(self, text: str) -> list[dict]:
        body = {"id": str(uuid.uuid4()), "message": text}
        return self._post("/messages", body, {"Authorization": f"Bearer {self._token}"})["answers"]

    def _post(self, path: str, body: dict, headers: dict) -> dict:
        headers = {"Content-Type": "application/json", **headers}
        request = urllib.request.Request(self._url + path, json.dumps(body).encode(), headers)
        with urllib.request.urlopen(request, timeout=30) as response:
            return json.load(response)


@pytest.mark.server
@pytest.mark.slow
@needs_bot
@pytest.mark.parametrize("file", sorted(p.name for p in FOLDER.glob("*.yml") if p.name != "facts.yml"))
def test_every_surface_carries_the_same(slack: SlackTalk, file: str) -> None:
    url = os.environ["WAYPOINT_URL"]
    rest, problems, turns = RestBot(url), [], 0
    for conversation in load_conversations([FOLDER / file]):
        sender, channel, web = new_sender(), f"D{uuid.uuid4().hex.upper()}", WebTalk(url)
        for turn in conversation.turns:
            turns += 1
            [answer] = rest.say(sender, turn.user).messages
            [from_web] = web.say(turn.user)
            seen = shown(slack.say(channel, turn.user))
            different = [*slack_differences(answer["custom"], seen), *web_differences(answer, from_web)]
            problems += [f"{conversation.name}: {turn.user!r}: {one}" for one in different]
    rest.close()
    assert turns
    assert not problems, "\n".join(problems)
