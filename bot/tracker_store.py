"""Conversations in memory, bounded: a long talk stays as quick as a short one.

Rasa replays and sends to the action server every event of a conversation on every turn, so
turn 120 takes four times as long as turn 1 (Rasa 3.6.21 has `max_event_history`, but
`get_or_create_tracker` always resets it). Kept here are the last turns and the last value of
each slot, which is all that rules and actions read.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from copy import copy
from typing import Any, Dict, Iterable, List, Optional

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.conversation import Dialogue
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    AllSlotsReset,
    BotUttered,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from bot.persons import METADATA

TURNS = 3
CONVERSATIONS = 5_000


class BoundedTrackerStore(InMemoryTrackerStore):
    """Keeps the last turns of the last conversations."""

    def __init__(
        self,
        domain: Domain,
        event_broker: Optional[EventBroker] = None,
        turns: int = TURNS,
        conversations: int = CONVERSATIONS,
        **kwargs: Any,
    ) -> None:
        """Create an empty store.

        Args:
            domain: The domain, for the slots.
            event_broker: Where events are published, if anywhere; it gets all of them.
            turns: How many messages of a person are kept, with all that followed them.
            conversations: How many conversations are kept; the one that has been silent
                longest goes first.
            **kwargs: What else Rasa passes on; not used.

        Raises:
            ValueError: A bound is below 1.
        """
        if turns < 1 or conversations < 1:
            raise ValueError(f"turns is {turns}, conversations {conversations}; at least 1 each")
        super().__init__(domain, event_broker)
        self.store: "OrderedDict[str, str]" = OrderedDict()
        self._turns = turns
        self._conversations = conversations

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store the end of the conversation."""
        await self.stream_events(tracker)
        events = recent_events(tracker.events, self._turns)
        self.store[tracker.sender_id] = _as_json(tracker.sender_id, events)
        self.store.move_to_end(tracker.sender_id)
        while len(self.store) > self._conversations:
            self.store.popitem(last=False)

    async def forget(self, sender_id: str) -> None:
        """Delete a conversation; one that is not there is fine, too."""
        self.store.pop(sender_id, None)


def recent_events(events: Iterable[Event], turns: int) -> List[Event]:
    """Return the last `turns` turns, preceded by what they build on.

    Args:
        events: A whole conversation.
        turns: How many messages of the person to keep.

    Returns:
        The start of the session, the last value of each slot set before the kept turns, a
        form that is still open, and the kept turns. The events themselves are not changed.
    """
    events = list(events)
    starts = [i for i, event in enumerate(events) if isinstance(event, UserUttered)]
    if len(starts) <= turns:
        return events
    cut = starts[-turns]
    dropped = events[:cut]
    listening = ActionExecuted(ACTION_LISTEN_NAME, timestamp=events[cut].timestamp)
    before = [*_session_start(dropped), *_slots_after(dropped), *_active_loop(dropped)]
    return [*before, listening, *events[cut:]]


def _session_start(events: List[Event]) -> List[Event]:
    """Return the last session start with the action that Rasa expects right before it."""
    for i in range(len(events) - 1, 0, -1):
        if isinstance(events[i], SessionStarted):
            return events[i - 1 : i + 1]
    return []


def _slots_after(events: List[Event]) -> List[Event]:
    slots: Dict[str, Event] = {}
    for event in events:
        if isinstance(event, (SessionStarted, AllSlotsReset, Restarted)):
            slots.clear()
        elif isinstance(event, SlotSet):
            slots[event.key] = event
    return list(slots.values())


def _active_loop(events: List[Event]) -> List[Event]:
    """Return the event that opened a form, where the form is still open."""
    opened: Optional[Event] = None
    for event in events:
        if isinstance(event, (SessionStarted, Restarted)):
            opened = None
        elif isinstance(event, ActiveLoop):
            opened = event if event.name else None
    return [opened] if opened else []


def _as_json(sender_id: str, events: List[Event]) -> str:
    return json.dumps(Dialogue(sender_id, [_slim(event) for event in events]).as_dict())


def _slim(event: Event) -> Event:
    """Return an event without what nothing reads again once the turn is over.

    A bot message loses its payload, which has been sent; a person's message keeps their opaque id
    and loses the signature that lets an action believe it.
    """
    if isinstance(event, UserUttered):
        return _without_signature(event)
    custom = event.data.get("custom") if isinstance(event, BotUttered) and event.data else None
    if not custom:
        return event
    kept = {"answer_id": custom.get("answer_id"), "kind": custom.get("kind")}
    data = {**event.data, "custom": kept}
    return BotUttered(event.text, data, metadata=event.metadata, timestamp=event.timestamp)


def _without_signature(event: UserUttered) -> Event:
    person = (event.metadata or {}).get(METADATA)
    if not isinstance(person, dict) or "signature" not in person:
        return event
    slim = copy(event)
    slim.metadata = {**event.metadata, METADATA: {"id": person.get("id")}}
    slim.parse_data = {**event.parse_data, "metadata": slim.metadata}  # type: ignore[typeddict-unknown-key]
    return slim
