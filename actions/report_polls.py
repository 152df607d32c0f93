"""action_report_polls: finds a percentage by its meaning."""

from __future__ import annotations

from actions.answers import Answered, answer_query
from actions.names import TOPIC_POLLS
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot


class ActionReportPolls(AnswerAction):
    """Finds a percentage by its meaning."""

    def name(self) -> str:
        return "action_report_polls"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_query(query, snapshot, topic=TOPIC_POLLS)
