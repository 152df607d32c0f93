"""action_show_shortlist: shows the person's own list, or hands it out as a file."""

from __future__ import annotations

from actions.open_questions import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from actions.shortlist.shown import show_list


class ActionShowShortlist(AnswerAction):
    """Shows or exports the list."""

    takes_follow_ups = False

    def name(self) -> str:
        return "action_show_shortlist"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return show_list(query, snapshot)
