"""action_about_me: what is kept of the person."""

from __future__ import annotations

from actions.open_questions import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from actions.shortlist.guide_answers import with_current_guide
from knowledge.answering.about_person import answer_what_is_known


class ActionAboutMe(AnswerAction):
    """Shows everything that is kept of the person."""

    takes_follow_ups = False

    def name(self) -> str:
        return "action_about_me"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        record = with_current_guide(query)
        return answer_what_is_known(snapshot.knowledge, record, lasts=query.own.lasts), query.memory
