"""What the bot itself says when no action answered: honest sentences and their payload.

The payload follows the answer contract (actions/payload.py), kind "error".
"""

from __future__ import annotations

import uuid
from typing import Any, Dict

UNAVAILABLE = (
    "Sorry, I can't look anything up right now. Your question is fine: please ask it again in a"
    " minute."
)
NO_ANSWER = (
    "Sorry, something went wrong on my side and I have no answer to show. Please ask again, or"
    ' type "start over".'
)


def too_long(limit: int) -> str:
    """Return what is said to a message of more than `limit` characters."""
    return (
        f"That is more than I can read at once: I can take up to {limit:,} characters."
        " Please send the question itself in a sentence or two."
    )


def error_payload(text: str) -> Dict[str, Any]:
    """Return an answer of kind "error" that says `text`; every key of the contract is there."""
    return {
        "schema": "answer/1",
        "answer_id": uuid.uuid4().hex,
        "knowledge_version": None,
        "kind": "error",
        "text": text,
        "blocks": [{"type": "lead", "text": text}],
        "filters": [],
        "roles": [],
        "not_stated": [],
        "near_misses": [],
        "polls": [],
        "reasons": [],
        "passages": [],
        "comparison": None,
        "question": None,
        "citations": [],
        "page": None,
        "suggestions": [],
    }
