"""Messages that only the last answer explains, whatever intent they were taken for.

Each rule is a function from the query to an answer, or None to keep silent; the first that
speaks wins, before the intent's own action.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, Optional, Tuple

from actions.names import TOPIC_POLLS, TOPIC_QUESTION, TOPIC_REASONS
from actions.open_questions import Answered
from actions.query import Query
from actions.services import Snapshot
from knowledge.answering.in_force import answer_change, answer_in_force
from knowledge.answering.surveys import answer_survey_details
from knowledge.language.steering import asks_what_is_in_force, change_asked
from knowledge.language.survey import survey_aspects

FollowUp = Callable[[Query, Snapshot], Optional[Answered]]
_WITH_POLLS = (TOPIC_POLLS, TOPIC_REASONS, TOPIC_QUESTION)


def follow_up(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """The answer to a message that leans on the last answer alone."""
    for rule in FOLLOW_UPS:
        if answered := rule(query, snapshot):
            return answered
    return None


def about_the_surveys(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "How many people was that?", "when was that asked?", after polls were shown."""
    if query.memory.topic not in _WITH_POLLS:
        return None
    polls = [p for p in snapshot.knowledge.polls.values() if p.passage_id in query.memory.cited]
    aspects = survey_aspects(query.text, query.mentions) if polls else ()
    if not aspects:
        return None
    named = {float(value) for value in query.values("percent")}
    answer = answer_survey_details(
        snapshot.knowledge, [p for p in polls if p.percent in named] or polls, aspects,
        filters=query.memory.filters)
    return answer, query.memory.after(answer)


def change_without_a_value(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Change specialty": says what is in force, and asks to what."""
    name = change_asked(query.text, query.mentions)
    if name is None:
        return None
    answer = answer_change(snapshot.knowledge, query.memory.filters, name)
    return answer, replace(query.memory, misses=0)


def what_is_in_force(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "What am I filtering by": the filters, each with its way off."""
    if not asks_what_is_in_force(query.text, query.mentions):
        return None
    return answer_in_force(query.memory.filters), replace(query.memory, misses=0)


FOLLOW_UPS: Tuple[FollowUp, ...] = (about_the_surveys, change_without_a_value, what_is_in_force)
