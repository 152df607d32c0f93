"""action_ask_pay: says what a role pays, by specialty or side by side."""

from __future__ import annotations

from actions.answers import Answered, answer_query
from actions.names import TOPIC_PAY
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot


class ActionAskPay(AnswerAction):
    """Says what a role pays, by specialty or side by side."""

    def name(self) -> str:
        return "action_ask_pay"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_query(query, snapshot, topic=TOPIC_PAY)
