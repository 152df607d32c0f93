"""Thumbs are stored with the question by the action server's own route, and thanked for alone."""

from __future__ import annotations

import pytest

from bot import records
from bot.channels.slack import messages
from tests.bot.channels.slack.conftest import channel_message, press, shows


@pytest.fixture
def stored(monkeypatch):
    entries = []

    async def send(agent, kind, entry) -> None:
        entries.append((kind, entry))

    monkeypatch.setattr(records, "send", send)
    return entries


@pytest.mark.parametrize(("words", "rating"), [(messages.HELPFUL, "up"), (messages.NOT_HELPFUL, "down")])
def test_a_thumb_is_stored_with_what_it_is_about(waypoint, stored, words, rating):
    waypoint.handler = shows("one_role", answer_id=f"answer-{rating}")
    waypoint.send(channel_message("<@UBOT> what does an MSL earn?"))
    [reply] = waypoint.replies()
    waypoint.send(press(reply, words, user="U9"))
    thanks = waypoint.replies(2)[1]
    assert (thanks["method"], thanks["user"], thanks["text"]) == ("chat.postEphemeral", "U9", messages.THANKS)
    assert stored == [("feedback", {
        "answer_id": f"answer-{rating}", "rating": rating, "comment": "", "question": "what does an MSL earn?",
        "kind": "role", "knowledge_version": "golden", "channel": "slack"})]  # fmt: skip
    assert len(waypoint.asked) == 1


def test_a_thumb_that_cannot_be_stored_is_told_so(waypoint, monkeypatch, caplog):
    async def send(agent, kind, entry) -> None:
        raise records.RecordsUnavailable("no answer from the action server")

    monkeypatch.setattr(records, "send", send)
    waypoint.handler = shows("one_role")
    waypoint.send(channel_message("<@UBOT> what does an MSL earn?"))
    [reply] = waypoint.replies()
    waypoint.send(press(reply, messages.HELPFUL))
    assert waypoint.replies(2)[1]["text"] == messages.NOT_NOTED
    assert "was not stored" in caplog.text and "MSL earn" not in caplog.text
