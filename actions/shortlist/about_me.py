"""action_about_me: what is kept of the person, and who sees it."""

from __future__ import annotations

from actions.open_questions import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from actions.shortlist.guide_answers import with_current_guide
from knowledge.answering.about_person import PRIVATE, answer_what_is_known
from knowledge.answering.answer import Block
from knowledge.language.privacy import asks_privacy


class ActionAboutMe(AnswerAction):
    """Shows everything that is kept of the person."""

    takes_follow_ups = False

    def name(self) -> str:
        return "action_about_me"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        record = with_current_guide(query)
        answer = answer_what_is_known(snapshot.knowledge, record, lasts=query.own.lasts)
        if asks_privacy(query.text):
            answer.blocks.insert(0, Block("lead", PRIVATE))
        return answer, query.memory
