"""What we change in Rasa 3.6.21 itself, in one place. Read again before changing its version.

1. Custom actions run through bot/remote_action.py.
2. Typed slash commands are text like any other. Rasa's last step of every message,
   `RegexMessageHandler`, lets anyone who types `/find_roles{"pay": "x"}` or `/restart` choose
   the intent and the entities; nothing of ours needs that (buttons carry plain words).

3. What people write stays out of the logs (knowledge/language/safe_logs.py), also where LOG_LEVEL is DEBUG.
4. The class of an event is looked up in a table. Rasa walks through all subclasses of `Event`
   for every event that it reads, a third of the time of a turn.

Importing any component or channel of ours calls `install`; calling it again does nothing.
"""

from __future__ import annotations

from functools import lru_cache
from typing import List, Optional, Type

from rasa.core.actions import action as rasa_action
from rasa.nlu.classifiers.regex_message_handler import RegexMessageHandler
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.nlu.training_data.message import Message

from bot.remote_action import HonestRemoteAction
from knowledge.language.safe_logs import keep_logs_safe, quieten


def install() -> None:
    """Put our changes in place."""
    rasa_action.RemoteAction = HonestRemoteAction
    RegexMessageHandler.process = _leave_as_text
    Event.resolve_by_type = staticmethod(_event_class)
    keep_logs_safe()
    quieten()  # Rasa sets its levels before it imports channels, and again with some commands


_stock_event_class = Event.resolve_by_type


@lru_cache(maxsize=256)
def _event_class(type_name: str, default: Optional[Type[Event]] = None) -> Optional[Type[Event]]:
    return _stock_event_class(type_name, default)


# Rasa reads the annotations: they must be those of the method that is replaced, `self` has none.
def _leave_as_text(  # type: ignore[no-untyped-def]
    self, messages: List[Message], domain: Optional[Domain] = None
) -> List[Message]:
    return messages
