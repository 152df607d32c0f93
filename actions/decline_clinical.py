"""action_decline_clinical: declines to give medical advice."""

from __future__ import annotations

from actions.decline import rescued
from actions.open_questions import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from knowledge.answering.fixed import answer_clinical_limit


class ActionDeclineClinical(AnswerAction):
    """Declines to give medical advice; a real question inside an insult is answered."""

    def name(self) -> str:
        return "action_decline_clinical"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return rescued(query, snapshot) or (answer_clinical_limit(), query.memory)
