from __future__ import annotations

import asyncio
from typing import Any, Dict, List

import pytest
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    AllSlotsReset,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.tracker_store import BoundedTrackerStore, recent_events

DOMAIN = Domain.from_dict(
    {
        "intents": ["find_roles"],
        "actions": ["action_find_roles"],
        "slots": {
            "filters": {
                "type": "any", "influence_conversation": False, "mappings": [{"type": "custom"}],
            },
            "misses": {
                "type": "float", "influence_conversation": False, "initial_value": 0.0,
                "mappings": [{"type": "custom"}],
            },
        },
    }
)  # fmt: skip
START = [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]


def turn(number: int, **slots: Any) -> List[Event]:
    custom = {"answer_id": str(number), "kind": "roles", "roles": ["much"] * 500}
    return [
        UserUttered(f"message {number}", intent={"name": "find_roles"}),
        ActionExecuted("action_find_roles"),
        BotUttered(f"answer {number}", {"custom": custom}),
        *(SlotSet(name, value) for name, value in slots.items()),
        ActionExecuted("action_listen"),
    ]


def stored(events: List[Event], **bounds: int) -> DialogueStateTracker:
    store = BoundedTrackerStore(DOMAIN, **bounds)

    async def run() -> DialogueStateTracker:
        tracker = DialogueStateTracker.from_events("rest:ann", events, DOMAIN.slots)
        await store.save(tracker)
        return await store.retrieve("rest:ann")

    return asyncio.run(run())


def texts(tracker: DialogueStateTracker) -> List[str]:
    return [event.text for event in tracker.events if isinstance(event, UserUttered)]


def test_the_last_turns_are_kept():
    events = [*START, *(event for n in range(10) for event in turn(n))]
    assert texts(stored(events, turns=3)) == ["message 7", "message 8", "message 9"]


def test_a_short_conversation_is_kept_whole():
    events = [*START, *turn(0), *turn(1)]
    assert recent_events(events, 3) == events


def test_slots_set_long_ago_keep_their_last_value():
    events = [*START, *turn(0, filters=["remote"], misses=2.0), *turn(1, filters=["pharma"])]
    events += [event for n in range(2, 9) for event in turn(n)]
    tracker = stored(events, turns=2)
    assert tracker.get_slot("filters") == ["pharma"]
    assert tracker.get_slot("misses") == 2.0


def test_slots_forgotten_long_ago_stay_forgotten():
    events = [*START, *turn(0, filters=["remote"]), AllSlotsReset()]
    events += [event for n in range(1, 9) for event in turn(n)]
    assert stored(events, turns=2).get_slot("filters") is None


def test_a_session_start_is_no_new_session_after_cutting():
    events = [*START, *(event for n in range(10) for event in turn(n))]
    tracker = stored(events, turns=2)
    assert [type(event) for event in tracker.events][:2] == [ActionExecuted, SessionStarted]
    assert tracker.latest_action_name == "action_listen"
    assert tracker.latest_message.text == "message 9"


def test_payloads_are_not_kept_but_texts_are():
    tracker = stored([*START, *turn(0)])
    (said,) = [event for event in tracker.events if isinstance(event, BotUttered)]
    assert said.text == "answer 0"
    assert said.data["custom"] == {"answer_id": "0", "kind": "roles"}


def test_saving_does_not_change_the_events_themselves():
    events = [*START, *turn(0)]
    stored(events)
    (said,) = [event for event in events if isinstance(event, BotUttered)]
    assert len(said.data["custom"]["roles"]) == 500


def test_the_store_grows_neither_with_turns_nor_with_conversations():
    store = BoundedTrackerStore(DOMAIN, turns=3, conversations=2)
    sizes: Dict[int, int] = {}

    async def talk(sender: str) -> None:
        for number in range(40):
            tracker = await store.get_or_create_tracker(sender)
            for event in turn(number, filters=["remote"]):
                tracker.update(event, DOMAIN)
            await store.save(tracker)
            sizes[number] = len(store.store[sender])

    for sender in ("ann", "bob", "cleo"):
        asyncio.run(talk(sender))
    assert sizes[39] < sizes[9] * 1.1
    assert list(store.store) == ["bob", "cleo"]


@pytest.mark.parametrize("bounds", [{"turns": 0}, {"conversations": 0}])
def test_a_bound_of_nothing_is_refused(bounds):
    with pytest.raises(ValueError, match="at least 1"):
        BoundedTrackerStore(DOMAIN, **bounds)


def test_rasa_creates_the_store_from_endpoints():
    kind = "bot.tracker_store.BoundedTrackerStore"
    store = TrackerStore.create(EndpointConfig.from_dict({"type": kind, "turns": 5}))
    assert isinstance(store, BoundedTrackerStore)


def test_only_the_opaque_id_of_a_person_is_stored() -> None:
    person = {"id": "opaque-id", "signature": "5ec2e7"}
    metadata = {"lang": "en", "person": person}
    parsed = {"intent": {"name": "save"}, "entities": [], "text": "save it", "metadata": metadata}
    message = UserUttered("save it", parse_data=parsed, metadata=metadata)
    store = BoundedTrackerStore(DOMAIN)

    asyncio.run(store.save(DialogueStateTracker.from_events("web:1", [*START, message], DOMAIN.slots)))

    assert "opaque-id" in store.store["web:1"] and "5ec2e7" not in store.store["web:1"]
    assert message.metadata == metadata and message.parse_data["metadata"] == metadata  # this turn still needs it
    kept = asyncio.run(store.retrieve("web:1"))
    assert kept.latest_message.metadata == {"lang": "en", "person": {"id": "opaque-id"}}
    asyncio.run(store.forget("web:1"))
    assert store.store == {}
