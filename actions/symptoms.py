"""action_symptoms: sends someone with symptoms to care."""

from __future__ import annotations

from dataclasses import replace

from actions.answers import Answered
from actions.names import TOPIC_SYMPTOMS
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from knowledge.answering.answer import Answer
from knowledge.answering.fixed import answer_symptoms


class ActionSymptoms(AnswerAction):
    """Sends someone with symptoms to care."""

    is_safety = True

    def name(self) -> str:
        return "action_symptoms"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_symptoms(), replace(query.memory, topic=TOPIC_SYMPTOMS)

    def without_knowledge(self) -> Answer:
        return answer_symptoms()
