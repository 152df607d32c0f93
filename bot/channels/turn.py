"""One turn of a conversation, whatever the channel: a message in, whole answers out.

Rasa's stock channels post the text and the payload of one answer as two messages; `Collected`
keeps them together. A turn that produced nothing, failed or took too long ends in an honest
sentence. Knows nothing of HTTP.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Awaitable, Callable, Dict, List, Optional

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from bot.apology import NO_ANSWER, apology, too_long
from knowledge.language.safe_logs import answering

logger = logging.getLogger(__name__)

MAX_CHARACTERS = 5000
TURN_SECONDS = 30.0  # more than any action may take

Handler = Callable[[UserMessage], Awaitable[Any]]


class Collected(CollectingOutputChannel):
    """Collects answers, each with its text and its payload together."""

    def __init__(self, channel: str) -> None:
        super().__init__()
        self._channel = channel

    def name(self) -> str:  # type: ignore[override]
        """Return the name of the input channel, for channel-specific responses."""
        return self._channel

    async def send_response(self, recipient_id: str, message: Dict[str, Any]) -> None:
        """Keep one bot message; see the base class."""
        text, custom = message.get("text"), message.get("custom")
        if text or custom:
            self.messages.append({"text": text, "custom": custom or None})


async def take_turn(
    handle: Handler,
    *,
    channel: str,
    sender: str,
    text: str,
    metadata: Optional[Dict[str, Any]] = None,
    seconds: float = TURN_SECONDS,
) -> List[Dict[str, Any]]:
    """Pass one message to the dialogue and return its answers.

    Args:
        handle: Rasa's handler of messages.
        channel: The input channel's name.
        sender: Who writes, as the channel knows them.
        text: What they wrote.
        metadata: What the channel wants actions to know of this message.
        seconds: After how long the person is told that it did not work.

    Returns:
        At least one {"text", "custom"}; never raises for a failed turn.
    """
    if len(text) > MAX_CHARACTERS:
        return [apology(too_long(MAX_CHARACTERS))]
    output = Collected(channel)
    message = UserMessage(
        text, output, conversation_id(channel, sender), input_channel=channel, metadata=metadata
    )
    with answering(text):
        try:
            await asyncio.wait_for(handle(message), seconds)
        except asyncio.TimeoutError:
            logger.error("A turn on %s took more than %s seconds and was given up.", channel, seconds)
        except Exception:  # the person must get an answer, whatever broke
            logger.exception("A turn on %s failed.", channel)
    return output.messages or [apology(NO_ANSWER)]


def conversation_id(channel: str, sender: str) -> str:
    """Return the name of the conversation's tracker.

    Prefixed, so that no caller of one channel can reach a conversation of another.
    """
    return f"{channel}:{sender}"
