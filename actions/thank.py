"""action_thank: answers a thank-you."""

from __future__ import annotations

from actions.answers import Answered
from actions.query import Query
from actions.services import Snapshot
from actions.small_talk import SmallTalkAction
from knowledge.answering.fixed import answer_thanks


class ActionThank(SmallTalkAction):
    """Answers a thank-you."""

    def name(self) -> str:
        return "action_thank"

    def reply(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_thanks(), query.memory
