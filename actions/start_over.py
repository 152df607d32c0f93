"""action_start_over: forgets filters and context."""

from __future__ import annotations

from actions.answers import Answered
from actions.memory import Memory
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from knowledge.answering.fixed import answer_fresh_start


class ActionStartOver(AnswerAction):
    """Confirms a fresh start; the memory is empty afterwards."""

    def name(self) -> str:
        return "action_start_over"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_fresh_start(), Memory()
