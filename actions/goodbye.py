"""action_goodbye: says goodbye."""

from __future__ import annotations

from actions.answers import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from knowledge.answering.fixed import answer_goodbye


class ActionGoodbye(AnswerAction):
    """Says goodbye."""

    def name(self) -> str:
        return "action_goodbye"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_goodbye(), query.memory
