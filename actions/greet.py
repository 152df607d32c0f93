"""action_greet: says hello and shows what can be asked."""

from __future__ import annotations

from actions.answers import Answered
from actions.query import Query
from actions.services import Snapshot
from actions.small_talk import SmallTalkAction
from knowledge.answering.fixed import answer_greeting


class ActionGreet(SmallTalkAction):
    """Says hello and shows what can be asked."""

    def name(self) -> str:
        return "action_greet"

    def reply(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_greeting(snapshot.knowledge), query.memory
