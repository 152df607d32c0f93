"""In a channel, what is personal is shown to the asker alone, and the thread forgets it."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.tracker_store import InMemoryTrackerStore, SQLTrackerStore
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels.slack import messages, privacy
from bot.channels.slack.undo import undo_with
from bot.tracker_store import BoundedTrackerStore
from tests.bot.channels.slack.conftest import (
    DOMAIN,
    channel_message,
    direct_message,
    golden,
    press,
    says,
    shows,
)

ANSWERING = Path(__file__).parents[4] / "knowledge" / "answering"


@pytest.mark.parametrize(
    ("payload", "alone"),
    [
        (golden("distress"), True),
        (golden("help_choose"), True),
        ({"kind": "shortlist"}, True),
        ({"kind": "guidance", "question": {"id": "pull", "step": 2}}, True),
        ({"kind": "guidance", "roles": [{}]}, True),
        ({"kind": "clarify", "question": {"id": "anything", "step": 1}}, True),
        ({"kind": "clarify", "question": {"id": "stated-wish", "step": None}}, True),
        (golden("reliability"), False),
        (golden("one_role"), False),
        ({"kind": "clarify", "question": {"id": "which-role", "step": None}}, False),
        ({"kind": "clarify", "question": {"id": "forget-me", "step": None}}, True),
        ({"kind": "comparison", "offers": [{"id": 1}]}, True),
        ({"kind": "roles", "personal": True}, True),
        ({"kind": "safety", "personal": False}, False),
        ({}, False),
    ],
)
def test_what_is_personal_is_known(payload, alone):
    assert privacy.for_asker_alone(payload) is alone


def test_questions_that_are_personal_by_name_exist():
    """A name that no question has any longer would protect nobody."""
    sources = "".join(path.read_text(encoding="utf-8") for path in ANSWERING.glob("*.py"))
    asked = set(re.findall(r'Question\(\s*"([^"]+)"', sources))
    assert set(privacy.PERSONAL_QUESTIONS) and set(privacy.PERSONAL_QUESTIONS) <= asked


@pytest.mark.parametrize("name", ["distress", "help_choose"])
def test_a_personal_answer_in_a_channel_is_for_the_asker_alone(waypoint, name):
    waypoint.handler = shows(name)
    waypoint.send(channel_message("<@UBOT> it is too much", user="U6"))
    reply = waypoint.replies()[0]
    assert (reply["method"], reply["channel"], reply["user"]) == ("chat.postEphemeral", "C1", "U6")
    # Slack hides private messages in a thread that has no reply yet.
    assert "thread_ts" not in reply
    assert messages.ONLY_YOU in json.dumps(reply["blocks"])
    waypoint.settle()
    assert not [c for c in waypoint.slack.taken("chat.postMessage") if c.body["channel"] == "C1"]


def test_help_comes_in_person_too_since_slack_may_not_show_private_messages(waypoint):
    waypoint.handler = shows("distress")
    waypoint.send(channel_message("<@UBOT> it is too much", user="U6"))
    private, in_person = waypoint.replies(2)
    assert (private["method"], in_person["method"]) == ("chat.postEphemeral", "chat.postMessage")
    assert in_person["channel"] == "U6" and "988" in in_person["text"]


def test_in_a_thread_that_has_begun_it_stands_in_the_thread(waypoint):
    waypoint.handler = shows("distress")
    waypoint.send(channel_message("<@UBOT> it is too much", thread_ts="7.7"))
    assert waypoint.replies()[0]["thread_ts"] == "7.7"


def test_in_a_direct_message_nothing_is_hidden(waypoint):
    waypoint.handler = shows("distress")
    waypoint.send(direct_message("it is too much"))
    assert waypoint.replies()[0]["method"] == "chat.postMessage"


def test_a_personal_talk_goes_on_beside_the_thread(waypoint):
    first = channel_message("<@UBOT> what fits me?", user="U6")
    thread = first["event"]["ts"]
    waypoint.handler = shows("help_choose")
    waypoint.send(first)
    [reply] = waypoint.replies()
    waypoint.handler = shows("one_role")
    choice = golden("help_choose")["question"]["options"][0]["message"]
    waypoint.send(press(reply, choice, user="U6", response_url=waypoint.slack.response_url("p")))
    assert waypoint.replies(2)[1]["method"] == "respond"
    waypoint.send(channel_message("no patients", type="message", thread_ts=thread, user="U6"))
    assert waypoint.replies(3)[2]["method"] == "chat.postEphemeral"
    waypoint.send(channel_message("and pay?", type="message", thread_ts=thread, user="U8"))
    assert waypoint.replies(4)[3]["method"] == "chat.postMessage"
    waypoint.send(channel_message("<@UBOT> MSL pay?", thread_ts=thread, user="U6"))
    assert waypoint.replies(5)[4]["method"] == "chat.postMessage"
    shared, private = f"slack:T1:C1:{thread}", f"slack:T1:C1:{thread}:only:U6"
    assert [m.sender_id for m in waypoint.asked] == [shared, private, private, private, shared, shared]


def test_a_plain_answer_in_the_thread_stays_public(waypoint):
    waypoint.handler = says("hello")
    waypoint.send(channel_message("<@UBOT> hi"))
    assert waypoint.replies()[0]["method"] == "chat.postMessage"


def store_of(kind: str, file: str = ""):
    if kind == "sql":
        return SQLTrackerStore(domain=DOMAIN, dialect="sqlite", db=file)
    return {"memory": InMemoryTrackerStore, "bounded": BoundedTrackerStore}[kind](DOMAIN)


def turn(text: str, memory: str) -> list:
    return [UserUttered(text), ActionExecuted("action_x"), SlotSet("memory", memory), BotUttered("ok"),
            ActionExecuted("action_listen")]  # fmt: skip


@pytest.mark.parametrize("kind", ["memory", "bounded", "sql"])
def test_a_turn_taken_back_leaves_nothing_behind(kind, tmp_path):
    async def run() -> None:
        store = store_of(kind, str(tmp_path / "trackers.db"))
        agent = SimpleNamespace(tracker_store=store, lock_store=InMemoryLockStore(), domain=DOMAIN)
        start = [ActionExecuted("action_listen"), *turn("cards", "cardiology")]
        await store.save(DialogueStateTracker.from_events("slack:x", start, DOMAIN.slots))
        tracker = await store.retrieve("slack:x")
        tracker.update_with_events(turn("I am burnt out", "secret"), DOMAIN)
        await store.save(tracker)
        assert (await store.retrieve("slack:x")).get_slot("memory") == "secret"

        await undo_with(agent)("slack:x")

        tracker = await store.retrieve("slack:x")
        assert tracker.get_slot("memory") == "cardiology"
        assert tracker.latest_message.text == "cards"
        for text in ("one", "two", "three", "four"):  # later turns bring nothing of it back
            tracker.update_with_events([UserUttered(text), ActionExecuted("action_listen")], DOMAIN)
            await store.save(tracker)
            tracker = await store.retrieve("slack:x")
        assert tracker.get_slot("memory") == "cardiology"

    asyncio.run(run())


def test_taking_back_what_never_was_does_nothing():
    agent = SimpleNamespace(tracker_store=store_of("memory"), lock_store=InMemoryLockStore(), domain=DOMAIN)
    asyncio.run(undo_with(agent)("slack:nobody"))
    asyncio.run(undo_with(None)("slack:nobody"))
