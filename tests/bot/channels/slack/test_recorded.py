"""Every kind of request that Slack sends, in the shape in which it sends it."""

from __future__ import annotations

import json
import time

import pytest

from tests.bot.channels.slack.conftest import SENT, sent, shows

NAMES = sorted(path.stem for path in SENT.glob("*.json"))
LIMIT_SECONDS = 3.0


def prepared(waypoint, name: str) -> dict:
    """Return a recorded request whose answers come to the stand-in, as if it were a new one."""
    recorded = sent(name)
    body = recorded["body"]
    fresh = f"{name}-{time.monotonic_ns()}"
    if "event" in body:
        body["event_id"] = fresh
        # The same message never comes twice: another time, another message.
        old = body["event"].get("ts")
        if old:
            new = f"{time.monotonic_ns() // 1000 % 10**10}.{time.monotonic_ns() % 10**6:06d}"
            recorded = json.loads(json.dumps(recorded).replace(f'"{old}"', f'"{new}"'))
            conversation = recorded.get("conversation", "")
            recorded["conversation"] = conversation.replace(old, new)
            body = recorded["body"]
    if "command" in body:
        body |= {"trigger_id": fresh, "response_url": waypoint.slack.response_url(fresh)}
    if "response_url" in body.get("payload", {}):
        body["payload"]["response_url"] = waypoint.slack.response_url(fresh)
    return recorded


def test_there_are_enough_and_each_says_what_it_is():
    assert len(NAMES) >= 30
    for name in NAMES:
        assert sent(name)["about"] and sent(name)["expect"], name


@pytest.mark.parametrize("name", NAMES)
def test_a_recorded_request_is_treated_as_it_should_be(waypoint, name):
    recorded = prepared(waypoint, name)
    waypoint.handler = shows("one_role")

    began = time.monotonic()
    answered = waypoint.send(recorded["body"])
    assert time.monotonic() - began < LIMIT_SECONDS

    assert answered.status == 200
    globals()[f"check_{recorded['expect']}"](waypoint, recorded, answered)


def check_challenge(waypoint, recorded, answered):
    assert json.loads(answered.text) == {"challenge": recorded["body"]["challenge"]}
    assert not waypoint.asked


def check_answer(waypoint, recorded, answered):
    assert answered.text == ""
    echo = recorded["body"].get("payload", {}).get("container", {}).get("type") == "view"
    replies = waypoint.replies(2 if echo else 1)
    waypoint.settle()
    [message] = waypoint.asked
    assert message.text == recorded["asked"]
    assert message.sender_id == recorded["conversation"]
    for key, value in recorded.get("where", {}).items():
        assert replies[-1].get(key) == value, key
    assert "$204,000" in json.dumps(replies[-1]["blocks"])


def check_told(waypoint, recorded, answered):
    [reply] = waypoint.replies()
    assert reply["text"] and "blocks" not in reply
    assert not waypoint.asked


def check_home(waypoint, recorded, answered):
    calls = waypoint.slack.wait(lambda found: any(c.method == "views.publish" for c in found))
    assert calls[0].body["user_id"] == recorded["body"]["event"]["user"]
    assert calls[0].body["view"]["type"] == "home"


def check_ignored(waypoint, recorded, answered):
    assert answered.text == ""
    waypoint.settle()
    assert waypoint.asked == []
    assert waypoint.slack.calls == []
