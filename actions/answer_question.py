"""action_answer_question: answers an open question from the passages, or refuses."""

from __future__ import annotations

from actions.answers import Answered, answer_query
from actions.names import TOPIC_QUESTION
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot


class ActionAnswerQuestion(AnswerAction):
    """Answers an open question from the passages, or refuses."""

    def name(self) -> str:
        return "action_answer_question"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_query(query, snapshot, topic=TOPIC_QUESTION)
