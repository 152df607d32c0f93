"""What the bot itself says when no action answered: honest sentences."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any, Dict

from actions.payload import plain_payload

logger = logging.getLogger(__name__)

UNAVAILABLE = (
    "Sorry, I can't look anything up right now. Your question is fine: please ask it again in a"
    " minute."
)
NO_ANSWER = (
    "Sorry, something went wrong on my side and I have no answer to show. Please ask again, or"
    ' type "start over".'
)
DISTRESS = (
    "I'm sorry, this sounds very hard, and you deserve to talk to someone now. In the U.S., call"
    " or text 988, or call the Physician Support Line at 1-888-409-0141 (free, confidential,"
    " psychiatrists for physicians). Elsewhere, call your local emergency number."
)
SYMPTOMS = (
    "I can't judge symptoms. Please seek medical care now; if this could be an emergency, call 911"
    " or your local emergency number."
)


def without_action(action_name: str) -> Dict[str, Any]:
    """Return what is said when an action gave no answer.

    A person in need must not be told to ask again in a minute.
    """
    if action_name == "action_distress":
        return _message("safety", _deployments_safety_text() or DISTRESS)
    if action_name == "action_symptoms":
        return _message("safety", SYMPTOMS)
    return apology(UNAVAILABLE)


def apology(text: str) -> Dict[str, Any]:
    """Return a bot message that says `text` as an answer of kind "error"."""
    return _message("error", text)


def too_long(limit: int) -> str:
    """Return what is said to a message of more than `limit` characters."""
    return (
        f"That is more than I can read at once: I can take up to {limit:,} characters."
        " Please send the question itself in a sentence or two."
    )


def _message(kind: str, text: str) -> Dict[str, Any]:
    return {"text": text, "custom": plain_payload(kind, text)}


def _deployments_safety_text() -> str:
    """Return the text of WAYPOINT_SAFETY_FILE (see actions/safety.py), empty without one."""
    name = os.environ.get("WAYPOINT_SAFETY_FILE")
    if not name:
        return ""
    try:
        return Path(name).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        logger.error("WAYPOINT_SAFETY_FILE cannot be read, using the built-in text: %s", error)
        return ""
