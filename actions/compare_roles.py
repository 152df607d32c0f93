"""action_compare_roles: sets roles side by side."""

from __future__ import annotations

from actions.answers import Answered, answer_query
from actions.names import TOPIC_COMPARISON
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot


class ActionCompareRoles(AnswerAction):
    """Sets roles side by side."""

    def name(self) -> str:
        return "action_compare_roles"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_query(query, snapshot, topic=TOPIC_COMPARISON)
