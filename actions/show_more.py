"""action_show_more: the next stretch of the last list."""

from __future__ import annotations

from actions.answers import Answered, next_page
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot


class ActionShowMore(AnswerAction):
    """Pages through the last list, forwards or (when asked for the previous page) backwards."""

    def name(self) -> str:
        return "action_show_more"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        back = any(word in query.text.lower() for word in ("previous", "back", "earlier"))
        return next_page(query, snapshot, back=back)
