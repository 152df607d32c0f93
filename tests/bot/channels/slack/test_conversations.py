"""Direct messages, threads, mentions, commands: who is answered where, and in which context."""

from __future__ import annotations

import json
import time

import pytest

from bot.channels.slack.messages import EMPTY_MEANS
from tests.bot.channels.slack.conftest import (
    channel_message,
    direct_message,
    press,
    says,
    shows,
)


def thread_of(message: dict) -> str:
    return message["event"]["ts"]


def followup(text: str, thread: str, **changed: object) -> dict:
    return channel_message(text, type="message", thread_ts=thread, **changed)


def senders(waypoint) -> list:
    return [message.sender_id for message in waypoint.asked]


def test_a_direct_message_is_answered_where_it_was_written(waypoint):
    waypoint.handler = shows("remote_cardiology_over_150k")
    answered = waypoint.send(direct_message("remote cards &gt; $150k"))
    assert (answered.status, answered.text) == (200, "")
    [reply] = waypoint.replies()
    assert (reply["method"], reply["channel"]) == ("chat.postMessage", "D1")
    assert "thread_ts" not in reply
    assert "$357,482" in json.dumps(reply["blocks"]) and "$357,482" in reply["text"]
    assert reply["unfurl_links"] is False


def test_follow_ups_in_the_thread_of_a_mention_need_no_mention(waypoint):
    first = channel_message("<@UBOT> remote cards")
    waypoint.send(first)
    waypoint.send(followup("and for onc?", thread_of(first)))
    waypoint.send(followup("more", thread_of(first), user="U2"))
    replies = waypoint.replies(3)
    assert {reply["thread_ts"] for reply in replies} == {thread_of(first)}
    assert set(senders(waypoint)) == {f"slack:T1:C1:{thread_of(first)}"}
    assert [m.text for m in waypoint.asked] == ["remote cards", "and for onc?", "more"]


def test_two_threads_never_share_a_conversation(waypoint):
    one, two = channel_message("<@UBOT> remote cards"), channel_message("<@UBOT> onc", channel="C1")
    for message in (one, two, followup("over 150k", thread_of(one)), followup("more", thread_of(two))):
        waypoint.send(message)
    waypoint.replies(4)
    assert senders(waypoint).count(f"slack:T1:C1:{thread_of(one)}") == 2
    assert senders(waypoint).count(f"slack:T1:C1:{thread_of(two)}") == 2


def test_the_same_time_in_two_channels_is_two_threads(waypoint):
    one = channel_message("<@UBOT> a")
    waypoint.send(one)
    waypoint.send(channel_message("<@UBOT> b", ts=thread_of(one), channel="C2"))
    waypoint.replies(2)
    assert len(set(senders(waypoint))) == 2


def test_people_who_talk_to_each_other_in_our_thread_are_left_alone(waypoint):
    first = channel_message("<@UBOT> remote cards")
    waypoint.send(first)
    waypoint.send(followup("<@U7> what do you think?", thread_of(first)))
    waypoint.send(followup("", thread_of(first), files=[{"id": "F1"}]))
    waypoint.replies(1)
    waypoint.settle()
    assert len(waypoint.asked) == 1


def test_other_threads_and_other_talk_are_left_alone(waypoint):
    waypoint.send(channel_message("hello all", type="message"))
    waypoint.send(followup("hello all", "99.9"))
    waypoint.settle()
    assert waypoint.asked == []


def test_a_mention_that_comes_as_two_events_is_answered_once(waypoint):
    first = channel_message("<@UBOT> remote cards")
    twin = channel_message("<@UBOT> remote cards", type="message", ts=thread_of(first))
    assert first["event_id"] != twin["event_id"]
    waypoint.send(twin)
    waypoint.send(first)
    waypoint.replies(1)
    waypoint.settle()
    assert len(waypoint.asked) == 1


@pytest.mark.parametrize("reason", ["http_timeout", "http_error", "connection_failed", "unknown_error"])
def test_a_retry_is_never_answered_twice_and_asked_to_stop(waypoint, reason):
    message = direct_message("remote cards")
    assert "X-Slack-No-Retry" not in waypoint.send(message).headers
    for number in (1, 2, 3):
        headers = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": reason}
        later = int(time.time()) + number  # Slack signs a retry anew, with its own time
        again = waypoint.send(message, headers=headers, timestamp=later)
        assert (again.status, again.headers["X-Slack-No-Retry"]) == (200, "1")
    waypoint.replies(1)
    waypoint.settle()
    assert len(waypoint.asked) == 1


def test_a_retry_of_something_new_is_answered(waypoint):
    waypoint.send(direct_message("hi"), headers={"X-Slack-Retry-Num": "1"})
    waypoint.replies(1)


@pytest.mark.parametrize(
    "kind", ["application/json; charset=utf-8", "Application/JSON", "application/json;charset=UTF-8"]
)
def test_content_types_with_parameters_are_accepted(waypoint, kind):
    waypoint.send(direct_message("hi"), content_type=kind)
    waypoint.replies(1)


def test_a_form_with_parameters_is_accepted(waypoint):
    command = {"command": "/waypoint", "text": "hi", "team_id": "T1", "channel_id": "C1", "user_id": "U1",
               "response_url": waypoint.slack.response_url("form"), "trigger_id": f"{time.monotonic_ns()}"}  # fmt: skip
    waypoint.send(command, content_type="application/x-www-form-urlencoded; charset=utf-8")
    waypoint.replies(1)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [(b"{not json", "application/json"), (b"[1]", "application/json"), (b"hi", "text/plain"),
     (b"payload={not", "application/x-www-form-urlencoded"), (b"a=b", "application/x-www-form-urlencoded"),
     (b"", "application/json"), (b"{}", "application/json"), (b"payload=[]", "application/x-www-form-urlencoded"),
     (b'{"type": "event_callback", "event": "x"}', "application/json"),
     (b'{"type": "event_callback", "event": {"type": "message"}}', "application/json")],
)  # fmt: skip
def test_what_cannot_be_read_is_acknowledged(waypoint, raw, kind):
    assert waypoint.send_raw(raw, kind).status == 200


def test_a_command_answers_the_asker_alone_in_a_context_of_its_own(waypoint):
    def command(text: str, user: str, channel: str = "C1") -> dict:
        name = f"{time.monotonic_ns()}"
        return {"command": "/waypoint", "text": text, "team_id": "T1", "channel_id": channel, "user_id": user,
                "response_url": waypoint.slack.response_url(name), "trigger_id": name}  # fmt: skip

    waypoint.handler = shows("one_role")
    for one in (command("MSL pay?", "U1"), command("more", "U1"), command("x", "U2"), command("x", "U1", "C2")):
        assert waypoint.send(one).text == ""
    replies = waypoint.replies(4)
    assert {reply["response_type"] for reply in replies} == {"ephemeral"}
    assert {reply["method"] for reply in replies} == {"respond"}
    waypoint.settle()
    assert sorted(senders(waypoint)) == [
        "slack:T1:C1:command:U1", "slack:T1:C1:command:U1", "slack:T1:C1:command:U2", "slack:T1:C2:command:U1",
    ]  # fmt: skip


def test_a_press_in_a_thread_says_who_asked_what(waypoint):
    waypoint.handler = shows("everything_for_rheumatology")
    waypoint.send(channel_message("<@UBOT> rheum"))
    [reply] = waypoint.replies()
    waypoint.send(press(reply, "show more", user="U2"))
    answer = waypoint.replies(2)[1]
    assert answer["thread_ts"] == reply["thread_ts"]
    assert answer["blocks"][0]["elements"][0]["text"] == "<@U2> asked: *show more*"
    assert [m.text for m in waypoint.asked] == ["rheum", "show more"]
    assert len(set(senders(waypoint))) == 1


def test_a_double_click_is_one_press(waypoint):
    waypoint.handler = shows("everything_for_rheumatology")
    waypoint.send(direct_message("rheum"))
    [reply] = waypoint.replies()
    once = press(reply, "show more")
    waypoint.send(once)
    waypoint.send({"payload": {**once["payload"], "trigger_id": "another"}})
    waypoint.replies(2)
    waypoint.settle()
    assert len(waypoint.asked) == 2


def test_a_menu_says_what_was_chosen(waypoint):
    from tests.bot.channels.slack.conftest import golden

    question = golden("help_choose")["question"]
    question["options"] = [{"title": f"Choice {i}", "message": f"I choose {i}"} for i in range(8)]
    waypoint.handler = shows("help_choose", question=question)
    waypoint.send(direct_message("help me choose"))
    [reply] = waypoint.replies()
    waypoint.send(press(reply, "I choose 5"))
    waypoint.replies(2)
    assert waypoint.asked[-1].text == "I choose 5"


def test_a_button_of_another_place_does_not_carry_its_conversation_along(waypoint):
    waypoint.handler = shows("everything_for_rheumatology")
    waypoint.send(channel_message("<@UBOT> rheum"))
    [reply] = waypoint.replies()
    elsewhere = press({**reply, "channel": "D9", "thread_ts": None}, "show more", user="U2")
    waypoint.send(elsewhere)
    waypoint.replies(2)
    assert waypoint.asked[-1].sender_id == "slack:T1:D9"


def test_a_private_talks_buttons_work_for_its_owner_only(waypoint):
    reply = {"method": "chat.postMessage", "channel": "C1", "thread_ts": "5.5", "blocks": [
        {"type": "actions", "block_id": "ask|T1:C1:5.5:only:U1|1",
         "elements": [{"type": "button", "action_id": "ask.0", "value": "more"}]}]}  # fmt: skip
    waypoint.send(press(reply, "more", user="U2"))
    waypoint.replies(1)
    assert waypoint.asked[0].sender_id == "slack:T1:C1:5.5"


def test_a_long_answer_continues_where_it_was_cut(waypoint, monkeypatch, tmp_path):
    from tests.bot.channels.slack.test_rendering import longest

    monkeypatch.setenv("WAYPOINT_BUILD_DIR", str(tmp_path))  # the golden answer is of no version that is in force
    payload = longest()
    waypoint.handler = says(payload["text"], payload)
    waypoint.send(direct_message("everything"))
    replies = waypoint.replies(1)
    while any("rest." in json.dumps(block) for block in replies[-1]["blocks"]):
        waypoint.send(press(replies[-1], "show more"))
        replies = waypoint.replies(len(replies) + 1)
    assert len(replies) > 1
    shown = json.dumps(replies)
    assert all(f'"roles|a#{number}|' in shown for number in range(1, 31))
    assert len(waypoint.asked) == 1  # nothing was asked again


def test_the_home_shows_what_can_be_asked_and_answers_in_the_direct_message(waypoint):
    waypoint.send({**direct_message("x"), "event": {"type": "app_home_opened", "user": "U5", "tab": "home"}})
    [call] = waypoint.slack.wait(lambda calls: len(calls) == 1)
    view = call.body["view"]
    actions = next(block for block in view["blocks"] if block["type"] == "actions")
    action = {**actions["elements"][0], "block_id": actions["block_id"]}
    waypoint.handler = shows("one_role")
    waypoint.send({"payload": {"type": "block_actions", "team": {"id": "T1"}, "user": {"id": "U5"},
                               "container": {"type": "view", "view_id": "V1"}, "actions": [action]}})  # fmt: skip
    echo, answer = waypoint.replies(2)
    assert echo["channel"] == "U5" and "remote roles" in echo["text"]
    assert answer["channel"] == "D5"
    assert waypoint.asked[0].sender_id == "slack:T1:D5"


def test_a_mention_alone_asks_what_can_be_asked(waypoint):
    waypoint.send(channel_message("<@UBOT>"))
    waypoint.replies()
    assert waypoint.asked[0].text == EMPTY_MEANS
