"""Who wants to be forgotten, and forgetting a conversation in the dialogue behind the channel."""

from __future__ import annotations

import re
from typing import Any, Awaitable, Callable

from bot.channels.turn import conversation_id
from bot.forgetting import forget_tracker

Forget = Callable[[str], Awaitable[None]]

# Deleting cannot be taken back, so the words must ask for it: "will colleagues forget me?",
# "don't forget me" and "clear me 200k" do not, and "forget what I said about pay" is a filter.
_ASKING = (
    r"(?:(?:^|[.!?,;:\n])\s{0,2}"
    r"|\b(?:please|pls|just|now|then|kindly|hi|hey|hello|waypoint|ok|okay|so|yes|thanks|thank you"
    r"|(?:can|could|will|would) you|you (?:can|may|should|must)"
    r"|(?:want|like|need|ask) (?:you )?to)\s)"
    r"(?:please |just |now |kindly )?"
)
_OWN = (
    r"(?:all )?(?:of )?(?:my (?:data|messages|conversations?|chats?|history|answers|questions|information)"
    r"|(?:this|our) (?:conversation|chat|thread))"
)
_TOLD = (
    r"(?:everything|all|what)(?: that)? i(?:'ve| have)? (?:said|told you|wrote|written|asked|typed)"
    r"|everything(?: that)?(?: you (?:know|have|keep|kept|saved|stored))? (?:about|on|of) me"
)
_ME = r"(?:about )?me"
# What may follow: with another word it is something else ("my data science background").
_END = (
    r"(?=\s?(?:$|[.!?,;:)\n])"
    r"|\s(?:please|pls|now|from|here|again|completely|entirely|forever|and|too|as|in|if|so|thanks"
    r"|right|today|immediately|before|earlier|above|that|which|you|i|with)\b"
    r"|\sto you\s?(?:$|[.!?,;:]))"
)
_FORGET = re.compile(
    rf"{_ASKING}(?:(?:forget|delete|erase)\s(?:{_ME}|{_TOLD}|{_OWN})|(?:remove|clear|wipe)\s{_OWN}){_END}",
    re.IGNORECASE,
)


def asks_to_forget(text: str) -> bool:
    """Whether somebody wants to be forgotten."""
    return bool(_FORGET.search(text.replace("’", "'")))


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
