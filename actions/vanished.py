"""What a conversation still remembers of an article that has been taken out: nothing but the gap.

A list on someone's screen keeps its numbers: when the second of three entries is gone, "the third"
is still the third, and "the second" is told to be gone. So is "it", and "them" when one of them is
gone. No other role stands in for it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Optional

from actions.memory import Memory
from knowledge.answering.answer import Answer
from knowledge.facts import KnowledgeBase

if TYPE_CHECKING:
    from actions.query import Query

_PLURAL = ("those", "them", "these", "both")
GONE = ""  # stands in a list where an entry was
_SAID = (
    "That entry is no longer among my sources: its article has been taken out or changed since the list was "
    "shown. Ask for the list again to see what there is now."
)


def without_vanished(memory: Memory, knowledge: KnowledgeBase) -> Memory:
    """The memory with nothing in it that the knowledge does not hold."""
    listed = tuple(i if i in knowledge.roles else GONE for i in memory.listed)
    gone = tuple(place for place, i in enumerate(memory.subjects) if i not in knowledge.roles)
    # When "it" is gone, the subject behind it must not become "it".
    left = () if 0 in gone else tuple(i for i in memory.subjects if i in knowledge.roles)
    return replace(
        memory,
        gone=gone,
        subjects=left,
        listed=listed,
        kinds=tuple(k for k in memory.kinds if k in knowledge.kinds),
        cited=tuple(p for p in memory.cited if p in knowledge.passages),
    )


def vanished_entry(query: Query) -> Optional[tuple[Answer, Memory]]:
    """Says that an entry is gone, where the message points at one by its number, or as "it" or "them"."""
    if not _by_number(query) and not _by_a_word(query):
        return None
    answer = Answer(kind="none", filters=query.memory.filters)
    answer.say("lead", _SAID)
    return answer, query.memory.after_refusal()


def _by_number(query: Query) -> bool:
    listed = query.memory.listed
    places = [len(listed) if v == "last" else int(v) for v in query.values("ordinal") if v == "last" or v.isdigit()]
    return any(1 <= place <= len(listed) and listed[place - 1] == GONE for place in places)


def _by_a_word(query: Query) -> bool:
    gone = query.memory.gone
    words = [v for v in query.values("reference") if v != "list"]
    if not gone or not words or query.values("ordinal"):
        return False
    return 0 in gone or any(word in _PLURAL for word in words)
