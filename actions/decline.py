"""action_decline: names the limit, politely, and what can be asked."""

from __future__ import annotations

from actions.answers import Answered, answer_query
from actions.names import TOPIC_PAY, TOPIC_ROLE, TOPIC_ROLES
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from knowledge.answering.fixed import answer_out_of_scope
from knowledge.language.safety import detect_abuse


class ActionDecline(AnswerAction):
    """Declines what is outside; a real question inside an insult is answered."""

    def name(self) -> str:
        return "action_decline"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        if detect_abuse(query.text):
            if query.kinds:
                topic = TOPIC_PAY if query.shape.pay_word else TOPIC_ROLE
                return answer_query(query, snapshot, topic=topic)
            if query.values("specialty") or query.narrows_by_attribute:
                return answer_query(query, snapshot, topic=TOPIC_ROLES)
        return answer_out_of_scope(), query.memory
