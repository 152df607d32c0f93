"""action_affirm: a yes without a question goes on with the list, or asks what next."""

from __future__ import annotations

from actions.answers import Answered
from actions.query import Query
from actions.services import Snapshot
from actions.small_talk import SmallTalkAction
from knowledge.answering.fixed import answer_what_next


class ActionAffirm(SmallTalkAction):
    """Takes a bare yes as "go on"."""

    def name(self) -> str:
        return "action_affirm"

    def reply(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_what_next("Good."), query.memory
