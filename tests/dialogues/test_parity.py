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
DELETED = "Done: I have deleted what I kept"  # Slack's own words for it, which also say what Slack keeps
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
    """One conversation over the web channel; of somebody new who is known beyond it, or of nobody."""

    def __init__(self, url: str, *, known: bool) -> None:
        self._url = f"{url}/webhooks/web"
        tokens = self._post("/conversations", {}, {})
        self._token = tokens["conversation"]
        self._person = {"person": tokens["person"]} if known else {}

    def say(self, text: str) -> list[dict]:
        body = {"id": str(uuid.uuid4()), "message": text, **self._person}
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
    """REST knows nobody beyond a conversation, Slack does; the web page is compared with each as it should be."""
    url = os.environ["WAYPOINT_URL"]
    rest, problems, turns = RestBot(url), [], 0
    for conversation in load_conversations([FOLDER / file]):
        sender, channel = new_sender(), f"D{uuid.uuid4().hex.upper()}"
        slack.user = f"U{uuid.uuid4().hex.upper()}"  # somebody of whom nothing is kept yet
        unknown, known = WebTalk(url, known=False), WebTalk(url, known=True)
        for turn in conversation.turns:
            turns += 1
            [answer] = rest.say(sender, turn.user).messages
            [from_web], [of_person] = unknown.say(turn.user), known.say(turn.user)
            seen = shown(slack.say(channel, turn.user))
            different = list(web_differences(answer, from_web))
            if of_person["custom"].get("forgotten"):
                different += [] if DELETED in seen.text else [f"Slack does not confirm: {seen.text!r}"]
            else:
                different += slack_differences(of_person["custom"], seen)
            problems += [f"{conversation.name}: {turn.user!r}: {one}" for one in different]
    rest.close()
    assert turns
    assert not problems, "\n".join(problems)


@pytest.mark.server
@needs_bot
def test_a_thread_forgets_somebodys_distress_and_two_threads_share_nothing(slack: SlackTalk) -> None:
    channel, said = f"C{uuid.uuid4().hex.upper()}", []

    def posted() -> list:
        return [c for c in slack.stand_in.taken() if c.body.get("channel") in (channel, "U0SAD")]

    def ask(thread: str, user: str, text: str, answers: int = 1) -> list:
        before = len(posted())
        slack.send_to_thread(channel, thread, user, text)
        slack.stand_in.wait(lambda _: len(posted()) >= before + answers, 30)
        said.append(posted()[before:])
        return said[-1]

    [first] = ask("1.1", "U0ANN", "@bot remote roles for a cardiologist over $150k")
    [other] = ask("2.2", "U0BOB", "@bot roles for rheumatology")
    private, in_person = ask("1.1", "U0SAD", "honestly I do not want to live anymore", answers=2)
    [follow_up] = ask("1.1", "U0ANN", "and without the pay limit?")

    assert "Telecardiology" in first.body["text"] and "rheumatology" in other.body["text"]
    assert (private.method, private.body["user"]) == ("chat.postEphemeral", "U0SAD")
    assert in_person.body["channel"] == "U0SAD" and "988" in in_person.body["text"]
    # The thread goes on as if nothing had been said, and knows nothing of the other thread.
    assert follow_up.method == "chat.postMessage"
    assert "for cardiology, remote:" in follow_up.body["text"]
