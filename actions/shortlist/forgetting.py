"""Forgetting a person: asked once, then the record and all that the conversation holds."""

from __future__ import annotations

from dataclasses import replace

from actions.memory import Memory
from actions.open_questions import Answered
from actions.query import Query
from knowledge.answering.about_person import answer_forgotten, ask_forget
from knowledge.language.about_me import FORGET


def ask_or_forget(query: Query, *, confirmed: bool) -> Answered:
    """The question, or the deed where the person has said yes."""
    if confirmed:
        return forget(query)
    return ask_forget(), replace(query.memory, pending={"op": FORGET}, misses=0)


def forget(query: Query) -> Answered:
    """Deletes the record with this answer, and empties the conversation."""
    query.own.forget()
    return answer_forgotten(lasted=query.own.lasts), Memory()
