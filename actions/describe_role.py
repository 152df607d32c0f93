"""action_describe_role: says what a role is and does."""

from __future__ import annotations

from actions.answers import Answered, answer_query
from actions.names import TOPIC_ROLE
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot


class ActionDescribeRole(AnswerAction):
    """Says what a role is and does."""

    def name(self) -> str:
        return "action_describe_role"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_query(query, snapshot, topic=TOPIC_ROLE)
