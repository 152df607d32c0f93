"""What the bot itself says when no action answered: honest sentences."""

from __future__ import annotations

from typing import Any, Dict

from actions.payload import plain_payload

UNAVAILABLE = (
    "Sorry, I can't look anything up right now. Your question is fine: please ask it again in a"
    " minute."
)
NO_ANSWER = (
    "Sorry, something went wrong on my side and I have no answer to show. Please ask again, or"
    ' type "start over".'
)


def apology(text: str) -> Dict[str, Any]:
    """Return a bot message that says `text` as an answer of kind "error"."""
    return {"text": text, "custom": plain_payload("error", text)}


def too_long(limit: int) -> str:
    """Return what is said to a message of more than `limit` characters."""
    return (
        f"That is more than I can read at once: I can take up to {limit:,} characters."
        " Please send the question itself in a sentence or two."
    )
