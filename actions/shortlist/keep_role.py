"""action_keep_role: puts roles on the person's own list."""

from __future__ import annotations

from actions.answers import answer_query
from actions.names import TOPIC_ROLES
from actions.open_questions import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from actions.shortlist.changes import change_list
from actions.shortlist.shown import show_list
from knowledge.language.keeping import SAVE, ListWish


class ActionKeepRole(AnswerAction):
    """Saves what a message names, or points at."""

    takes_follow_ups = False

    def name(self) -> str:
        return "action_keep_role"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        wish, shape = query.of_list, query.shape
        if wish is None and (shape.is_question or shape.compare_cue or shape.pay_word or shape.define_cue):
            return answer_query(query, snapshot, topic=TOPIC_ROLES)  # nothing is kept that was not asked for
        if wish is None or wish.operation != SAVE:  # the classifier's reading of words that no rule knows
            wish = ListWish(SAVE)
        return change_list(query, snapshot, wish) or show_list(query, snapshot)
