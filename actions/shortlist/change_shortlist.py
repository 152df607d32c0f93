"""action_change_shortlist: removes, notes, clears, or takes a change back."""

from __future__ import annotations

from actions.answers import answer_query
from actions.names import TOPIC_ROLES
from actions.open_questions import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from actions.shortlist.changes import change_list
from actions.shortlist.shown import show_list
from knowledge.language.keeping import EXPORT, SHOW


class ActionChangeShortlist(AnswerAction):
    """Changes the list as a message asks; "remove MSL" may be a filter's."""

    takes_follow_ups = False

    def name(self) -> str:
        return "action_change_shortlist"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        wish = query.of_list
        if wish is None or wish.operation in (SHOW, EXPORT):
            return self._unread(query, snapshot)
        return change_list(query, snapshot, wish) or self._unread(query, snapshot)

    def _unread(self, query: Query, snapshot: Snapshot) -> Answered:
        """What is not about the list takes a filter off; the list is shown where nothing else is meant."""
        if query.says_something:
            return answer_query(query, snapshot, topic=TOPIC_ROLES)
        return show_list(query, snapshot)
