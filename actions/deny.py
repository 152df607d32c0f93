"""action_deny: a no without a question asks what to change."""

from __future__ import annotations

from actions.answers import Answered
from actions.query import Query
from actions.services import Snapshot
from actions.small_talk import SmallTalkAction
from knowledge.answering.fixed import answer_what_next


class ActionDeny(SmallTalkAction):
    """Takes a bare no as "not that"."""

    def name(self) -> str:
        return "action_deny"

    def reply(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_what_next("All right, not that."), query.memory
