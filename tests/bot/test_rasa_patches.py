from __future__ import annotations

from inspect import signature

import pytest
from rasa.core.actions import action as rasa_action
from rasa.nlu.classifiers.regex_message_handler import RegexMessageHandler
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SlotSet, UserUttered
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.version import __version__

from bot import rasa_patches
from bot.remote_action import HonestRemoteAction

rasa_patches.install()
rasa_patches.install()  # the second call must change nothing

DOMAIN = Domain.from_dict({"intents": ["find_roles", "restart"], "entities": ["pay"]})


@pytest.mark.parametrize(
    "text", ['/find_roles{"pay": "x"}', "/restart", "/session_start", "/ find", "hello"]
)
def test_a_typed_command_chooses_neither_intent_nor_entities(text):
    data = {TEXT: text, INTENT: {"name": "greet", "confidence": 0.9}}
    (message,) = RegexMessageHandler().process([Message(data=dict(data))], DOMAIN)
    assert message.data == data


def test_custom_actions_are_ours():
    domain = Domain.from_dict({"actions": ["action_greet"]})
    action = rasa_action.action_for_name_or_text("action_greet", domain, None)
    assert isinstance(action, HonestRemoteAction)


def test_events_are_still_found_by_their_type():
    assert Event.resolve_by_type("slot") is SlotSet
    assert Event.resolve_by_type("user") is UserUttered
    with pytest.raises(ValueError, match="no such event"):
        Event.resolve_by_type("no such event")


def test_the_replaced_method_has_the_parameters_that_rasa_passes():
    assert list(signature(RegexMessageHandler.process).parameters) == ["self", "messages", "domain"]


def test_the_version_is_the_one_that_was_read():
    assert __version__ == "3.6.21", "read bot/rasa_patches.py and bot/remote_action.py again"
