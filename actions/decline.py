"""action_decline: names the limit, politely, and what can be asked."""

from __future__ import annotations

from actions.answers import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from knowledge.answering.fixed import answer_out_of_scope


class ActionDecline(AnswerAction):
    """Names the limit, politely, and what can be asked."""

    def name(self) -> str:
        return "action_decline"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_out_of_scope(), query.memory
