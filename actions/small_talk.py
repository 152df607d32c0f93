"""What the small actions share: a wish inside small talk is answered, not talked over."""

from __future__ import annotations

from abc import abstractmethod

from actions.answers import Answered, answer_query
from actions.names import TOPIC_ROLES
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot


class SmallTalkAction(AnswerAction):
    """A short reply, unless a name or a wish was recognised: "thanks, and for rheum?", "no, 200"."""

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        if self.holds_a_wish(query):
            return answer_query(query, snapshot, topic=TOPIC_ROLES)
        return self.reply(query, snapshot)

    def holds_a_wish(self, query: Query) -> bool:
        """Whether the message asks for more than the small talk it was taken for."""
        return query.says_something

    @abstractmethod
    def reply(self, query: Query, snapshot: Snapshot) -> Answered:
        """The reply where nothing was recognised."""
