"""action_find_roles: lists roles by any mix of filters."""

from __future__ import annotations

from actions.answers import Answered, answer_query
from actions.names import TOPIC_ROLES
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot


class ActionFindRoles(AnswerAction):
    """Lists roles by any mix of filters."""

    def name(self) -> str:
        return "action_find_roles"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_query(query, snapshot, topic=TOPIC_ROLES)
