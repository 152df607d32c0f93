"""The person's own list as it is kept, on the screen or as a file."""

from __future__ import annotations

from actions.names import TOPIC_SHORTLIST
from actions.open_questions import Answered
from actions.query import Query
from actions.services import Snapshot
from knowledge.answering.export import answer_export
from knowledge.answering.shortlists import answer_empty_shortlist, answer_my_shortlist, saved_roles
from knowledge.language.keeping import EXPORT


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
