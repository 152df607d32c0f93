"""action_forget_me: asks once, then forgets the person."""

from __future__ import annotations

from actions.open_questions import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from actions.shortlist.forgetting import ask_or_forget
from knowledge.language.about_me import FORGET, person_wish


class ActionForgetMe(AnswerAction):
    """Deletes the record and the conversation's memory, once that is confirmed."""

    takes_follow_ups = False

    def name(self) -> str:
        return "action_forget_me"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        wish = person_wish(query.text)
        confirmed = wish is not None and wish.operation == FORGET and wish.confirmed
        return ask_or_forget(query, confirmed=confirmed)
