"""action_help_choose: opens the search with one question."""

from __future__ import annotations

from actions.answers import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from knowledge.answering.fixed import answer_help_choose


class ActionHelpChoose(AnswerAction):
    """Opens the search with one question."""

    def name(self) -> str:
        return "action_help_choose"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_help_choose(snapshot.knowledge), query.memory
