"""action_help_choose: opens the search with one question, or answers what was already said."""

from __future__ import annotations

from actions.answers import Answered, answer_query
from actions.names import TOPIC_ROLES
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from knowledge.answering.fixed import answer_help_choose
from knowledge.filters import Filter


class ActionHelpChoose(AnswerAction):
    """Asks for the specialty, then for what matters; a message that says both gets its roles."""

    def name(self) -> str:
        return "action_help_choose"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        if query.narrows_by_attribute:
            return answer_query(query, snapshot, topic=TOPIC_ROLES)
        named = query.values("specialty")
        filters = tuple(Filter("specialty", value) for value in named if value != "any")
        answer = answer_help_choose(snapshot.knowledge, named[0] if filters else "")
        answer.filters = filters
        return answer, query.memory.after(answer, topic=TOPIC_ROLES, filters=filters)
