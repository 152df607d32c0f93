"""action_goodbye: says goodbye."""

from __future__ import annotations

from actions.answers import Answered
from actions.query import Query
from actions.services import Snapshot
from actions.small_talk import SmallTalkAction
from knowledge.answering.fixed import answer_goodbye


class ActionGoodbye(SmallTalkAction):
    """Says goodbye."""

    goes_on_in_guide = False

    def name(self) -> str:
        return "action_goodbye"

    def reply(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_goodbye(), query.memory
