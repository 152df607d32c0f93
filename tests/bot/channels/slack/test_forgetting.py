"""Who asks to be forgotten is forgotten, is told what that covers, and nobody else is."""

from __future__ import annotations

import asyncio
import json
import time

import pytest
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels.slack import messages
from bot.channels.slack.forgetting import asks_to_forget, forget_with
from bot.channels.turn import MAX_CHARACTERS
from tests.bot.channels.slack.conftest import (
    DOMAIN,
    channel_message,
    direct_message,
    golden,
    press,
    says,
    shows,
)
from tests.bot.channels.slack.test_rendering import longest

WISHES = (
    "forget me", "Forget me!", "please forget me", "forget about me", "Please forget everything about me",
    "forget everything you know about me", "forget everything I told you", "delete my data",
    "can you delete my data please?", "could you please erase my messages", "delete all my data",
    "erase what I said", "forget what I told you", "delete this conversation", "I want you to forget me",
    "I'd like you to delete everything about me", "wipe my history please", "clear my answers",
    "Thanks. Now forget me", "hey waypoint, forget me", "I would like to delete my data",
    "I want to die. forget me", "remove all of my messages", "erase me", "erase what I said so far",
    "delete my data\nplease", "you can forget me now",
)  # fmt: skip
NO_WISHES = (
    "can you clear that up for me", "remove the pay filter for me", "remove everything over 200k",
    "which roles would clear me 200k", "I forget what an MSL does", "remove the pay limit",
    "roles I can forget", "drop the work mode", "clear filters", "forget the pay filter", "forget it",
    "please don't forget me", "never forget my patients", "will colleagues forget me if I leave?",
    "do you delete my data?", "did you delete my messages?", "how long until you erase my data",
    "forget what I said about pay", "remove what I said about remote", "clear me a path to industry",
    "forget me working nights, what is remote?", "remove me from call", "remove my specialty",
    "forget my data science background", "delete me not", "clear my questions list",
    "delete my last answer", "clear my schedule", "would a malpractice history erase me from the list",
)  # fmt: skip


@pytest.mark.parametrize("text", WISHES)
def test_a_wish_to_be_forgotten_is_recognised(text):
    assert asks_to_forget(text)


@pytest.mark.parametrize("text", NO_WISHES)
def test_ordinary_sentences_are_no_wish_to_be_forgotten(text):
    assert not asks_to_forget(text)


@pytest.mark.parametrize("piece", ["\n", " ", ". ", "please ", "forget ", "now forget everything "], ids=repr)
def test_no_message_takes_long_to_look_through(piece):
    began = time.thread_time()
    asks_to_forget("a" + (piece * MAX_CHARACTERS)[:MAX_CHARACTERS] + "b")
    assert time.thread_time() - began < 0.3


def remembers(waypoint, then):
    """Return a dialogue that keeps what it is told, and goes on as `then` says."""

    async def handle(message) -> None:
        tracker = await waypoint.store.retrieve(message.sender_id)
        tracker = tracker or DialogueStateTracker(message.sender_id, DOMAIN.slots)
        events = [UserUttered(message.text), SlotSet("memory", message.text), ActionExecuted("action_listen")]
        tracker.update_with_events(events, DOMAIN)
        await waypoint.store.save(tracker)
        await then(message)

    return handle


def test_the_dialogue_itself_is_forgotten_and_that_is_said(waypoint):
    waypoint.handler = remembers(waypoint, shows("greeting"))
    waypoint.send(direct_message("cards over 150k"))
    waypoint.send(direct_message("onc", channel="D2"))
    waypoint.replies(2)
    assert set(waypoint.store.store) == {"slack:T1:D1", "slack:T1:D2"}
    waypoint.send(direct_message("forget me"))
    reply = waypoint.replies(3)[2]
    waypoint.settle()
    assert set(waypoint.store.store) == {"slack:T1:D2"}
    assert reply["text"].startswith(messages.FORGOTTEN)
    assert messages.SLACK_KEEPS in json.dumps(reply["blocks"])
    assert golden("greeting")["text"] not in reply["text"]
    assert len(waypoint.replies(3)) == 3


def test_in_a_thread_the_talk_beside_it_is_forgotten_too_and_nobody_elses(waypoint):
    first = channel_message("<@UBOT> what fits me?", user="U6")
    thread = first["event"]["ts"]
    waypoint.handler = remembers(waypoint, shows("help_choose"))
    waypoint.send(first)
    waypoint.send(channel_message("<@UBOT> what fits me?", user="U7", thread_ts=thread))
    waypoint.replies(2)
    waypoint.handler = remembers(waypoint, shows("greeting"))
    waypoint.send(channel_message("<@UBOT> delete my data", user="U6", thread_ts=thread))
    assert waypoint.replies(3)[2]["text"].startswith(messages.FORGOTTEN)
    waypoint.settle()
    assert set(waypoint.store.store) == {f"slack:T1:C1:{thread}:only:U7"}


def test_help_is_given_before_anything_is_forgotten(waypoint):
    waypoint.handler = remembers(waypoint, shows("distress"))
    waypoint.send(direct_message("I want to die. forget me"))
    help_given, forgotten = waypoint.replies(2)
    assert "988" in help_given["text"] and messages.SLACK_KEEPS not in json.dumps(help_given["blocks"])
    assert forgotten["text"].startswith(messages.FORGOTTEN)
    waypoint.settle()
    assert not waypoint.store.store


def test_what_could_not_be_forgotten_is_not_said_to_be(waypoint):
    waypoint.agent.tracker_store = InMemoryTrackerStore(DOMAIN)  # has no way to
    waypoint.send(direct_message("forget me"))
    [reply] = waypoint.replies()
    assert reply["text"].startswith(messages.NOT_FORGOTTEN)


def test_who_is_forgotten_leaves_no_rest_of_an_answer(waypoint):
    payload = longest()
    waypoint.handler = says(payload["text"], payload)
    waypoint.send(direct_message("everything"))
    [reply] = waypoint.replies()
    waypoint.send(direct_message("forget me"))
    waypoint.replies(2)
    waypoint.send(press(reply, "show more"))
    assert waypoint.replies(3)[2]["text"] == messages.REST_GONE


def test_who_only_says_the_word_is_answered_as_always(waypoint):
    waypoint.handler = remembers(waypoint, shows("greeting"))
    waypoint.send(direct_message("I always forget what an MSL earns"))
    [reply] = waypoint.replies()
    assert messages.SLACK_KEEPS not in json.dumps(reply["blocks"])
    waypoint.settle()
    assert set(waypoint.store.store) == {"slack:T1:D1"}


def test_without_a_dialogue_there_is_nothing_to_forget():
    asyncio.run(forget_with(None, "slack")("T1:D1"))
