"""What a conversation still remembers of an article that has been taken out: nothing but the gap.

A list on someone's screen keeps its numbers: when the second of three entries is gone, "the third"
is still the third, and "the second" is told to be gone. No other role stands in for it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Optional

from actions.memory import Memory
from knowledge.answering.answer import Answer
from knowledge.facts import KnowledgeBase

if TYPE_CHECKING:
    from actions.query import Query

GONE = ""  # stands in a list where an entry was
_SAID = (
    "That entry is no longer among my sources: its article has been taken out or changed since the list was "
    "shown. Ask for the list again to see what there is now."
)


def without_vanished(memory: Memory, knowledge: KnowledgeBase) -> Memory:
    """The memory with nothing in it that the knowledge does not hold."""
    listed = tuple(i if i in knowledge.roles else GONE for i in memory.listed)
    return replace(
        memory,
        subjects=tuple(i for i in memory.subjects if i in knowledge.roles),
        listed=listed,
        kinds=tuple(k for k in memory.kinds if k in knowledge.kinds),
        cited=tuple(p for p in memory.cited if p in knowledge.passages),
    )


def vanished_entry(query: Query) -> Optional[tuple[Answer, Memory]]:
    """Says that an entry is gone, where the message points at one by its number."""
    listed = query.memory.listed
    places = [len(listed) if v == "last" else int(v) for v in query.values("ordinal") if v == "last" or v.isdigit()]
    if not any(1 <= place <= len(listed) and listed[place - 1] == GONE for place in places):
        return None
    answer = Answer(kind="none", filters=query.memory.filters)
    answer.say("lead", _SAID)
    return answer, query.memory.after_refusal()
