"""Taking a turn back: what a thread must not remember after somebody's private question in it."""

from __future__ import annotations

import logging
from typing import Any, Awaitable, Callable, Optional

from rasa.shared.core.events import UserUtteranceReverted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

logger = logging.getLogger(__name__)

Undo = Callable[..., Awaitable[None]]


def undo_with(agent: Any) -> Undo:
    """Return a function that takes back the last turn of a tracker.

    Args:
        agent: Rasa's agent; None where there is no dialogue behind the channel.
    """

    async def undo(tracker_id: str, carry_to: Optional[str] = None) -> None:
        """Take it back; first, where `carry_to` names another tracker, let that one go on from it."""
        if agent is None or agent.tracker_store is None:
            return
        async with agent.lock_store.lock(tracker_id):
            if carry_to:
                async with agent.lock_store.lock(carry_to):
                    await _carry(agent, tracker_id, carry_to)
            await _undo(agent, tracker_id)

    return undo


async def _carry(agent: Any, tracker_id: str, carry_to: str) -> None:
    store, slots = agent.tracker_store, agent.domain.slots if agent.domain else []
    tracker = await store.retrieve(tracker_id)
    if tracker is not None:
        await store.save(DialogueStateTracker.from_events(carry_to, list(tracker.events), slots))


async def _undo(agent: Any, tracker_id: str) -> None:
    store = agent.tracker_store
    tracker = await store.retrieve(tracker_id)
    last = _last_message(tracker)
    if last is None:
        return
    slots = agent.domain.slots if agent.domain else []
    kept = list(tracker.events)[: list(tracker.events).index(last)]
    await store.save(DialogueStateTracker.from_events(tracker_id, kept, slots))
    # A store that only ever adds events has kept the turn: there it is marked as taken back.
    stored = await store.retrieve(tracker_id)
    if stored is not None and _last_message(stored) == last:
        stored.update(UserUtteranceReverted())
        await store.save(stored)


def _last_message(tracker: Any) -> Any:
    events = reversed(tracker.events) if tracker is not None else ()
    return next((event for event in events if isinstance(event, UserUttered)), None)
