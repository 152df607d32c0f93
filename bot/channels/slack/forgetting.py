"""Forgetting a conversation in the dialogue behind the channel."""

from __future__ import annotations

from typing import Any, Awaitable, Callable

from bot.channels.turn import conversation_id
from bot.forgetting import forget_tracker
from knowledge.language.forget_words import asks_to_forget

__all__ = ["Forget", "asks_to_forget", "forget_with"]

Forget = Callable[[str], Awaitable[None]]


def forget_with(agent: Any, channel: str) -> Forget:
    """Return a function that deletes what the dialogue holds of a conversation.

    Args:
        agent: Rasa's agent; None where there is no dialogue behind the channel.
        channel: The channel's name.
    """

    async def forget(conversation: str) -> None:
        """Delete it; raises CannotForget where the tracker store has no way to."""
        if agent is None or agent.tracker_store is None:
            return
        async with agent.lock_store.lock(conversation_id(channel, conversation)):
            await forget_tracker(agent, channel, conversation)

    return forget
