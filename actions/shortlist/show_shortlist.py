"""action_show_shortlist: shows the person's own list, or hands it out as a file."""

from __future__ import annotations

from actions.names import TOPIC_SHORTLIST
from actions.open_questions import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from knowledge.answering.export import answer_export
from knowledge.answering.shortlists import answer_empty_shortlist, answer_my_shortlist, saved_roles
from knowledge.language.keeping import EXPORT


class ActionShowShortlist(AnswerAction):
    """Shows or exports the list."""

    takes_follow_ups = False

    def name(self) -> str:
        return "action_show_shortlist"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return show_list(query, snapshot)


def show_list(query: Query, snapshot: Snapshot) -> Answered:
    """The list as it is kept, in the form that was asked for."""
    record, wish = query.own.record, query.of_list
    if wish is None or wish.operation != EXPORT:
        answer = answer_my_shortlist(snapshot.knowledge, record, lasts=query.own.lasts)
    elif saved_roles(snapshot.knowledge, record) or record.offers:
        answer = answer_export(wish.form, snapshot.knowledge, record)
    else:
        answer = answer_empty_shortlist(gone=bool(record.saved))
    return answer, query.memory.after(answer, topic=TOPIC_SHORTLIST, kinds=())
