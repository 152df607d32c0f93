"""action_identity: says what Waypoint is."""

from __future__ import annotations

from actions.answers import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from knowledge.answering.fixed import answer_identity


class ActionIdentity(AnswerAction):
    """Says what Waypoint is."""

    def name(self) -> str:
        return "action_identity"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_identity(), query.memory
