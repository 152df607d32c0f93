"""action_tell_offer: keeps, shows or removes the person's own offers."""

from __future__ import annotations

from actions.open_questions import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from actions.shortlist.offers import on_offers


class ActionTellOffer(AnswerAction):
    """Sets the person's offers beside the cited figures."""

    takes_follow_ups = False

    def name(self) -> str:
        return "action_tell_offer"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return on_offers(query, snapshot)
