"""One request after the other, over HTTP, as Slack makes them."""

from __future__ import annotations

import time

from tests.bot.channels.slack.conftest import event, shows


def dm(text: str, ts: str = "1.1", **changed: object) -> dict:
    inner = {"type": "message", "channel_type": "im", "channel": "D1", "user": "U1",
             "text": text, "ts": ts}  # fmt: skip
    return event({**inner, **changed}, event_id=f"Ev-{time.monotonic_ns()}")


def test_a_direct_message_is_answered_where_it_was_written(waypoint):
    waypoint.handler = shows("remote_cardiology_over_150k")
    answered = waypoint.send(dm("remote cards &gt; $150k"))
    assert (answered.status, answered.text) == (200, "")
    [reply] = waypoint.replies()
    assert (reply["method"], reply["channel"]) == ("chat.postMessage", "D1")
    assert "thread_ts" not in reply
    assert [m.text for m in waypoint.asked] == ["remote cards > $150k"]
    assert [m.sender_id for m in waypoint.asked] == ["slack:T1:D1"]
    assert "$357,482" in str(reply["blocks"]) and "$357,482" in reply["text"]
