"""action_capabilities: lists what can be asked."""

from __future__ import annotations

from actions.answers import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from knowledge.answering.fixed import answer_capabilities
from knowledge.language.professions import is_of_another_profession


class ActionCapabilities(AnswerAction):
    """Lists what can be asked."""

    def name(self) -> str:
        return "action_capabilities"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        for_others = is_of_another_profession(query.text)
        return answer_capabilities(snapshot.knowledge, for_others=for_others), query.memory
