"""action_show_more: the next stretch of the last list."""

from __future__ import annotations

from actions.listing import next_page
from actions.open_questions import Answered
from actions.query import Query
from actions.services import Snapshot
from actions.small_talk import SmallTalkAction


class ActionShowMore(SmallTalkAction):
    """Pages through the last list, forwards or (when asked for the previous page) backwards."""

    def name(self) -> str:
        return "action_show_more"

    def holds_a_wish(self, query: Query) -> bool:
        """A new bound or name ("and 150?"), or the list itself ("back to the list"); no page is."""
        named = query.values("specialty") or query.kinds or "list" in query.values("reference")
        return bool(named) or query.narrows_by_attribute

    def reply(self, query: Query, snapshot: Snapshot) -> Answered:
        back = bool({"previous", "back", "earlier"} & set(query.text.lower().split()))
        return next_page(query, snapshot, back=back)
