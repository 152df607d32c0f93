"""action_distress: real help, first and alone."""

from __future__ import annotations

from dataclasses import replace

from actions.names import TOPIC_DISTRESS
from actions.open_questions import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.safety import safety_text
from actions.services import Snapshot
from knowledge.answering.answer import Answer
from knowledge.answering.fixed import answer_distress


class ActionDistress(AnswerAction):
    """Answers signs of hopelessness with people to call; speaks of no career."""

    is_safety = True

    def name(self) -> str:
        return "action_distress"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_distress(safety_text()), replace(query.memory, topic=TOPIC_DISTRESS)

    def fixed_texts(self) -> tuple[str, ...]:
        return (*super().fixed_texts(), safety_text())

    def without_knowledge(self) -> Answer:
        return answer_distress(safety_text())
