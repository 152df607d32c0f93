"""From a Query to an Answer: which topic answers it."""

from __future__ import annotations

from typing import Callable, Optional

from actions.leaving import reasons
from actions.listing import list_roles
from actions.names import (
    TOPIC_ATTRIBUTE,
    TOPIC_COMPARISON,
    TOPIC_PAY,
    TOPIC_POLLS,
    TOPIC_QUESTION,
    TOPIC_REASONS,
    TOPIC_ROLE,
    TOPIC_ROLES,
)
from actions.open_questions import Answered, abroad, is_search_at_home, open_question, polls
from actions.query import Query
from actions.role_questions import ask_attribute, ask_pay, compare, describe_role, why_different
from actions.services import Snapshot
from actions.topic import topic_of
from actions.ways import WAYS
from knowledge.answering.answer import Answer
from knowledge.answering.phrases import counted


def answer_query(query: Query, snapshot: Snapshot, *, topic: str) -> Answered:
    """Answers a question about roles, reasons, polls or anything else in the articles."""
    if differing := why_different(query, snapshot):
        return differing
    topic = topic_of(query, topic)
    if beyond := beyond_the_list(query):
        return beyond
    if not is_search_at_home(query, topic) and (refused := abroad(query, snapshot)):
        return refused
    return _TOPICS[topic](query, snapshot)


def beyond_the_list(query: Query) -> Optional[Answered]:
    """Says how long the list is when a place is named that it does not have."""
    if not query.values("ordinal") or query.role_ids or not query.memory.listed:
        return None
    answer = Answer(kind="none", filters=query.memory.filters)
    count = counted(len(query.memory.listed), "entry", "entries")
    answer.say("lead", f"The list has {count}; name one of them, or say “start over”.")
    return answer, query.memory


_TOPICS: dict[str, Callable[[Query, Snapshot], Answered]] = {
    TOPIC_ROLES: list_roles,
    TOPIC_ROLE: describe_role,
    TOPIC_ATTRIBUTE: ask_attribute,
    TOPIC_PAY: ask_pay,
    TOPIC_COMPARISON: compare,
    TOPIC_REASONS: reasons,
    TOPIC_POLLS: polls,
    TOPIC_QUESTION: open_question,
    **WAYS,
}
