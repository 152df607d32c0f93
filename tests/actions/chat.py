"""A conversation with the actions alone: what Rasa would recognise, without Rasa.

The intent is given with each message, so these tests are about queries, memory and answers.
"""

from __future__ import annotations

import os
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.person import sign_person
from actions.record_routes import SECRET_VARIABLE
from actions.respond import AnswerAction
from actions.services import Services, Snapshot
from knowledge.language.names import Names
from knowledge.language.understand import understand


class FixedServices(Services):
    """Services that always hand out one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._only = snapshot

    def current(self) -> Snapshot:
        return self._only


class Chat:
    """Sends messages to actions and keeps their slots between turns."""

    def __init__(self, snapshot: Snapshot, names: Names, person: str = "") -> None:
        self.services = FixedServices(snapshot)
        self.names = names
        self.person = person  # an id that a channel vouches for, with the secret of the environment
        self.slots: dict[str, Any] = {"filters": [], "last_answer": {}, "misses": 0.0}

    def say(self, text: str, action: type[AnswerAction]) -> dict[str, Any]:
        """The payload with which an action answers a message."""
        entities = [
            {"entity": m.kind, "value": m.value, "start": m.start, "end": m.end, "text": m.text,
             **({"role": "excluded"} if m.excluded else {})}
            for m in understand(text, self.names)
        ]
        message = {"text": text, "entities": entities, "intent": {"name": ""}}
        if self.person:
            signature = sign_person(self.person, os.environ[SECRET_VARIABLE])
            message["metadata"] = {"person": {"id": self.person, "signature": signature}}
        tracker = Tracker("test", self.slots, message, [], False, None, {}, "action_listen")
        dispatcher = CollectingDispatcher()
        for event in action(self.services).run(dispatcher, tracker, {}):
            if event["event"] == "restart":
                self.slots = {}
            else:
                self.slots[event["name"]] = event["value"]
        (sent,) = dispatcher.messages
        assert sent["text"] == sent["custom"]["text"]
        return sent["custom"]
