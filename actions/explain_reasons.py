"""action_explain_reasons: says why physicians leave, with the polls."""

from __future__ import annotations

from actions.answers import Answered, answer_query
from actions.names import TOPIC_REASONS
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot


class ActionExplainReasons(AnswerAction):
    """Says why physicians leave, with the polls."""

    def name(self) -> str:
        return "action_explain_reasons"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_query(query, snapshot, topic=TOPIC_REASONS)
