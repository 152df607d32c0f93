"""What Slack does not take at once: retried, sent in another way, or at least told and logged."""

from __future__ import annotations

import asyncio
import json
import logging
import time

import pytest

from bot.channels.slack import delivery, messages
from bot.channels.slack.asking import Place
from bot.channels.slack.delivery import Delivery
from bot.channels.slack.rendering.parts import Message
from bot.channels.slack.settings import SlackSettings
from cli.conversations.slack_stand_in import Reaction, rate_limited, refused
from tests.bot.channels.slack.conftest import (
    SECRET,
    TOKEN,
    channel_message,
    direct_message,
    says,
    shows,
)

PRIVATE = "words that belong in no log"


@pytest.fixture(autouse=True)
def nothing_private_is_logged(caplog):
    with caplog.at_level(logging.DEBUG):
        yield
    ours = [r.getMessage() for r in caplog.records if not r.name.startswith(("asyncio", "hypothesis"))]
    logged = "\n".join(ours)
    assert PRIVATE not in logged
    assert TOKEN not in logged and SECRET not in logged


def methods(waypoint) -> list:
    return [(call.method, call.taken) for call in waypoint.slack.calls]


def test_the_token_goes_with_each_call(waypoint):
    waypoint.send(direct_message(PRIVATE))
    waypoint.replies()
    assert waypoint.slack.calls[0].authorization == f"Bearer {TOKEN}"


def test_a_rate_limit_is_waited_out_and_nothing_is_lost(waypoint):
    waypoint.slack.next_time("chat.postMessage", rate_limited(1))
    waypoint.send(direct_message(PRIVATE))
    waypoint.send(direct_message("next"))
    waypoint.replies(2)
    first, second, third = waypoint.slack.calls
    assert [first.taken, second.taken, third.taken] == [False, True, True]
    assert second.time - first.time >= 1.0
    assert first.body == second.body  # the same answer, and it still comes first
    assert [m.text for m in waypoint.asked] == [PRIVATE, "next"]


def test_a_rate_limit_in_one_channel_holds_up_no_other(waypoint):
    waypoint.slack.next_time("chat.postMessage", rate_limited(2))
    waypoint.send(direct_message("slow", channel="D1"))
    time.sleep(0.3)
    waypoint.send(direct_message("quick", channel="D2"))
    assert [reply["channel"] for reply in waypoint.replies(2)] == ["D2", "D1"]


@pytest.mark.parametrize("error", ["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"])
def test_an_answer_whose_blocks_are_refused_comes_as_text(waypoint, error, caplog):
    waypoint.handler = shows("one_role")
    waypoint.slack.next_time("chat.postMessage", refused(error))
    waypoint.send(direct_message(PRIVATE))
    [reply] = waypoint.replies()
    assert "blocks" not in reply and "$204,000" in reply["text"]
    assert error in caplog.text and "one role" in caplog.text  # which answer it was


@pytest.mark.parametrize("reaction", [Reaction(disconnect=True), Reaction(500, raw=b"<html>"), Reaction(503, "x")])
def test_a_lost_connection_or_a_tired_server_is_tried_again(waypoint, reaction):
    waypoint.slack.next_time("chat.postMessage", reaction)
    waypoint.send(direct_message(PRIVATE))
    waypoint.replies()
    assert [taken for _, taken in methods(waypoint)] == [False, True]


def test_a_slow_slack_holds_up_no_acknowledgement(waypoint):
    waypoint.slack.next_time("chat.postMessage", Reaction(seconds=4))
    began = time.monotonic()
    waypoint.send(direct_message(PRIVATE))
    assert time.monotonic() - began < 3  # what Slack allows
    waypoint.settle()
    assert len(waypoint.asked) == 1


def test_a_slack_that_never_answers_is_given_up_and_logged(waypoint, monkeypatch, caplog):
    monkeypatch.setattr(delivery, "TIMEOUT_SECONDS", 0.2)
    given = Delivery(SlackSettings(TOKEN, SECRET, api_url=waypoint.slack.url))
    waypoint.slack.next_time("chat.postMessage", Reaction(seconds=1))

    async def post() -> None:
        try:
            await given.post(Place("D1", "U1"), Message([], PRIVATE))
        finally:
            await given.close()

    with pytest.raises(delivery.Undelivered, match="TimeoutError"):
        asyncio.run(post())


@pytest.mark.parametrize("error", ["not_in_channel", "is_archived", "restricted_action", "channel_not_found"])
def test_an_answer_that_a_channel_does_not_take_comes_in_person(waypoint, error, caplog):
    waypoint.handler = shows("one_role")
    waypoint.slack.next_time("chat.postMessage", refused(error))
    waypoint.send(channel_message(f"<@UBOT> {PRIVATE}", user="U3"))
    note, answer = waypoint.replies(2)
    assert (note["channel"], note["text"]) == ("U3", messages.NOT_DELIVERED)
    assert answer["channel"] == "U3" and "$204,000" in json.dumps(answer["blocks"])
    assert error in caplog.text


def test_when_nothing_works_it_is_logged_and_tried_to_be_told(waypoint, caplog):
    waypoint.slack.next_time("chat.postMessage", refused("fatal_error"))
    waypoint.send(direct_message(PRIVATE))
    [reply] = waypoint.replies()
    assert (reply["channel"], reply["text"]) == ("U1", messages.FAILED)
    assert "fatal_error" in caplog.text


def test_a_revoked_token_is_logged_and_breaks_nothing(waypoint, caplog):
    waypoint.slack.next_time("chat.postMessage", *[refused("token_revoked")] * 2)
    waypoint.send(direct_message(PRIVATE))
    until = time.monotonic() + 5
    while caplog.text.count("token_revoked") < 2 and time.monotonic() < until:
        time.sleep(0.01)
    waypoint.settle()
    assert caplog.text.count("token_revoked") == 2
    assert len(waypoint.asked) == 1


def test_a_failed_turn_ends_in_an_honest_sentence(waypoint):
    async def breaks(message) -> None:
        raise RuntimeError("the tracker store is gone")

    waypoint.handler = breaks
    waypoint.send(direct_message(PRIVATE))
    [reply] = waypoint.replies()
    assert "something went wrong on my side" in reply["text"]


def test_a_response_url_that_is_used_up_falls_back_on_an_ephemeral_post(waypoint):
    waypoint.slack.next_time("respond", Reaction(404, "used_url"))
    command = {"command": "/waypoint", "text": PRIVATE, "team_id": "T1", "channel_id": "C1", "user_id": "U1",
               "response_url": waypoint.slack.response_url("used"), "trigger_id": f"{time.monotonic_ns()}"}  # fmt: skip
    waypoint.send(command)
    [reply] = waypoint.replies()
    assert (reply["method"], reply["user"], reply["channel"]) == ("chat.postEphemeral", "U1", "C1")


def test_what_only_one_may_see_never_falls_back_on_the_channel(waypoint):
    waypoint.handler = shows("distress")
    waypoint.slack.next_time("chat.postEphemeral", refused("user_not_in_channel"))
    waypoint.send(channel_message(f"<@UBOT> {PRIVATE}", user="U4"))
    note, answer = waypoint.replies(2)
    assert {note["channel"], answer["channel"]} == {"U4"}
    assert "988" in answer["text"]


def test_two_answers_to_one_question_are_two_messages(waypoint):
    async def twice(message) -> None:
        for text in ("first", "second"):
            said = {"text": text, "custom": None, "elements": None}
            await message.output_channel.send_response(message.sender_id, said)

    waypoint.handler = twice
    waypoint.send(direct_message(PRIVATE))
    assert [reply["text"] for reply in waypoint.replies(2)] == ["first", "second"]


def test_plain_text_is_escaped(waypoint):
    waypoint.handler = says("a < b & <!channel>")
    waypoint.send(direct_message(PRIVATE))
    assert waypoint.replies()[0]["text"] == "a &lt; b &amp; &lt;!channel&gt;"
