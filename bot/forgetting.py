"""Forgetting a conversation when the person asks for it."""

from __future__ import annotations

from typing import Any

from bot.channels.turn import conversation_id


class CannotForget(Exception):
    """The tracker store cannot delete a conversation; the text names it."""


async def forget_tracker(agent: Any, channel: str, sender: str) -> None:
    """Delete the tracker of a conversation.

    Args:
        agent: Rasa's agent, whose tracker store holds it; None before there is one.
        channel: The channel's name.
        sender: Who writes, as the channel knows them.

    Raises:
        CannotForget: The tracker store has no way to.
    """
    if agent is None:
        return
    store = agent.tracker_store
    store = getattr(store, "_tracker_store", store)  # Rasa 3.6 wraps it to survive its errors
    forget = getattr(store, "forget", None)
    if forget is None:
        raise CannotForget(f"{type(store).__name__} has no method `forget`")
    await forget(conversation_id(channel, sender))
