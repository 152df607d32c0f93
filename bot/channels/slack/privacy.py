"""Who may see an answer in a channel."""

from __future__ import annotations

from typing import Any, Mapping

from bot.forgetting import ASKING

_ALONE = ("safety", "shortlist")
# What somebody wishes for is nobody else's business. The questions of the guide are known by
# their kind and step; this one is asked outside of it.
PERSONAL_QUESTIONS = ("stated-wish",)


def for_asker_alone(payload: Mapping[str, Any]) -> bool:
    """Whether others in a channel have no business with an answer.

    Args:
        payload: An answer as the contract says; a true or false `personal` in it decides.
    """
    if isinstance(payload.get("personal"), bool):
        return payload["personal"]
    if payload.get("offers"):
        return True
    kind, question = payload.get("kind"), payload.get("question") or {}
    if kind in _ALONE:
        return True
    if kind == "guidance":  # without a question or roles it explains sources
        return bool(question or payload.get("roles"))
    return bool(question.get("step") or question.get("id") in (*PERSONAL_QUESTIONS, ASKING))


def is_own(payload: Mapping[str, Any]) -> bool:
    """Whether an answer tells of what the asker keeps: running its turn again would keep it twice."""
    own = payload.get("kind") == "shortlist" or bool(payload.get("offers")) or payload.get("personal") is True
    return own and not is_help(payload)


def is_help(payload: Mapping[str, Any]) -> bool:
    """Whether an answer is help for somebody in need, which must arrive whatever else is asked."""
    return payload.get("kind") == "safety"
