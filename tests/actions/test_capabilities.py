"""What the bot says it can do, and for whom."""

from __future__ import annotations

from actions.capabilities import ActionCapabilities


def test_who_is_no_physician_is_told_first_for_whom_the_articles_are(chat):
    said = chat.say("im a PA not a doctor can i use this", ActionCapabilities)["text"]

    assert said.startswith("The articles are written for physicians")
    assert "I can find roles" in said


def test_a_physician_is_told_what_can_be_asked(chat):
    assert chat.say("what can you do", ActionCapabilities)["text"].startswith("I can find roles")
