"""What a person asks about themselves, and what they had better not type."""

from __future__ import annotations

import pytest

from knowledge.language.about_me import PersonWish, introduces_someone, person_wish
from knowledge.language.forget_words import asks_to_forget, asks_to_forget_only_the_talk
from tests.timing import seconds_of


@pytest.mark.parametrize("text", [
    "forget me", "please delete my data", "forget everything you know about me", "yes, forget me", "erase all about me",
    "can you delete all my personal information?", "i want you to forget me", "clear my data please",
    "wipe everything on me", "forget everything i said", "forget what i told you", "erase all i said",
    "clear my answers",
])
def test_forgetting_is_asked(text):
    assert person_wish(text).operation == "forget"


@pytest.mark.parametrize("text", [
    "what do you know about me?", "what have you stored about me", "what data do you keep about me", "show me my data",
    "what have i told you so far", "do you know anything about me",
])
def test_what_is_known_is_asked(text):
    assert person_wish(text).operation == "known"


@pytest.mark.parametrize("text", [
    "don't forget me", "will colleagues forget me", "forget what i said about pay", "forget remote",
    "delete this conversation", "clear my chat",
    "delete my sermo account", "do you store my data", "clear all filters", "my data science background",
    "tell me about MSL",
    "what do you know about UR", "forget that", "what do you know",
])
def test_other_talk_is_left_alone(text):
    assert person_wish(text) is None


def test_a_yes_in_front_confirms():
    assert person_wish("yes, forget me").confirmed and not person_wish("forget me").confirmed


@pytest.mark.parametrize("text, named", [
    ("my name is John Smith and I want remote work", True), ("I'm Dr. Jane Smith, cardiologist", True),
    ("patient John Smith, 54, chest mass", True), ("patient named Bob has a rash", True), ("MRN 1234567", True),
    ("no patient contact please", False), ("Patient Safety Officer roles", False), ("is MSL remote?", False),
    ("im a cardiologist", False), ("I'm Done with clinic", False), ("Medical Science Liaison at Glassdoor", False),
])
def test_somebody_is_named(text, named):
    assert introduces_someone(text) is named


@pytest.mark.parametrize("part", ["forget ", "you know about ", "my name is ", "Patient Mr. ", "delete all my "])
def test_no_message_holds_the_process(part):
    text = (part * 2_000)[:20_000]
    assert seconds_of(lambda: (person_wish(text), introduces_someone(text)), 1) < 1


@pytest.mark.parametrize("text", ["forget everything I told you", "erase what I said so far", "clear my answers please",
                                  "delete my data\nplease", "Thanks. Now forget me", "hey waypoint, forget me"])
def test_what_the_channels_delete_the_dialogue_asks_about_first(text):
    assert asks_to_forget(text) and not asks_to_forget_only_the_talk(text)
    assert person_wish(text) == PersonWish("forget")
