"""Who may see an answer in a channel, and what has to be said about Slack's own copy."""

from __future__ import annotations

import re
from typing import Any, Mapping

_ALONE = ("safety", "shortlist")
# The guided choice before it had a kind of its own: what fits somebody is nobody else's business.
_GUIDED_QUESTIONS = ("specialty", "wish", "stated-wish")

_FORGET = re.compile(
    r"\b(?:forget|delete|erase|remove|wipe|clear)\b.{0,40}?"
    r"\b(?:me|everything|what i (?:said|told)"
    r"|my (?:data|conversation|history|answers|messages|information))\b",
    re.IGNORECASE | re.DOTALL,
)


def for_asker_alone(payload: Mapping[str, Any]) -> bool:
    """Whether others in a channel have no business with an answer.

    Args:
        payload: An answer as the contract says; a true or false `personal` in it decides.
    """
    if isinstance(payload.get("personal"), bool):
        return payload["personal"]
    kind, question = payload.get("kind"), payload.get("question") or {}
    if kind in _ALONE:
        return True
    if kind == "guidance":  # without a question or roles it explains sources
        return bool(question or payload.get("roles"))
    return bool(question.get("step") or question.get("id") in _GUIDED_QUESTIONS)


def asks_to_forget(text: str) -> bool:
    """Whether somebody wants to be forgotten."""
    return bool(_FORGET.search(text))
