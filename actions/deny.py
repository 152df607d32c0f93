"""action_deny: a no without a question asks what to change."""

from __future__ import annotations

from actions.answers import Answered, answer_query
from actions.names import TOPIC_ROLES
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from knowledge.answering.fixed import answer_what_next


class ActionDeny(AnswerAction):
    """Takes a bare no as "not that"."""

    def name(self) -> str:
        return "action_deny"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        if query.says_something:  # "ok, 200 then", "no, rheum"
            return answer_query(query, snapshot, topic=TOPIC_ROLES)
        return answer_what_next("All right, not that."), query.memory
