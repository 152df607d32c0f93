"""action_fallback: a message that no intent was sure of is answered from what was recognised."""

from __future__ import annotations

from dataclasses import replace

from actions.answers import answer_query
from actions.listing import answer_or_choices
from actions.names import TOPIC_QUESTION, TOPIC_ROLES
from actions.open_questions import Answered, abroad, open_question
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from index.retriever import AnswerStatus
from knowledge.answering.fixed import answer_not_understood


class ActionFallback(AnswerAction):
    """Answers the names and wishes recognised, or what the passages answer; else offers choices.

    After the second miss in a row the choices become the whole menu.
    """

    def name(self) -> str:
        return "action_fallback"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        if query.says_something:
            return answer_query(query, snapshot, topic=TOPIC_ROLES)
        if query.wishes or query.values("geography"):
            return abroad(query, snapshot) or answer_or_choices(query, snapshot)
        if query.role_ids and query.shape.is_question and query.shape.leftover:  # "does it get lonely"
            return open_question(query, snapshot)
        if query.shape.leftover:
            evidence = snapshot.retriever.evidence(query.text)
            if evidence.status is AnswerStatus.FOUND:
                return answer_query(query, snapshot, topic=TOPIC_QUESTION)
        return missed(query)


def missed(query: Query) -> Answered:
    """Choices, and the whole menu after the second message in a row that could not be read."""
    misses = query.memory.misses + 1
    return answer_not_understood(misses=misses), replace(query.memory, misses=misses)
