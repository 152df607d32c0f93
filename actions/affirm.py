"""action_affirm: a yes without a question goes on with the list, or asks what next."""

from __future__ import annotations

from actions.answers import Answered, answer_query
from actions.names import TOPIC_ROLES
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from knowledge.answering.fixed import answer_what_next


class ActionAffirm(AnswerAction):
    """Takes a bare yes as "go on"."""

    def name(self) -> str:
        return "action_affirm"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        if query.says_something:  # "ok, 200 then", "no, rheum"
            return answer_query(query, snapshot, topic=TOPIC_ROLES)
        return answer_what_next("Good."), query.memory
