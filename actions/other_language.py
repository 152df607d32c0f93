"""action_other_language: says that only English is understood."""

from __future__ import annotations

from actions.answers import Answered, answer_query
from actions.names import TOPIC_ROLES
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from knowledge.answering.fixed import answer_other_language


class ActionOtherLanguage(AnswerAction):
    """Says that only English is understood."""

    def name(self) -> str:
        return "action_other_language"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        if query.says_something and query.refines and not query.shape.leftover:
            return answer_query(query, snapshot, topic=TOPIC_ROLES)  # "wat abt rheumatolgy" is mistyped, not foreign
        return answer_other_language(), query.memory
