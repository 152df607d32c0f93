"""action_affirm: a yes without a question goes on with the list, or asks what next."""

from __future__ import annotations

from actions.answers import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from knowledge.answering.fixed import answer_what_next


class ActionAffirm(AnswerAction):
    """Takes a bare yes as "go on"."""

    def name(self) -> str:
        return "action_affirm"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_what_next("Good."), query.memory
