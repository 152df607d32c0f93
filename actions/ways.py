"""The way into a role, what leaving practice costs, and coming back: from the sources, or said to be silent."""

from __future__ import annotations

from typing import Optional

from actions.asked_roles import asked_roles
from actions.names import (
    ROLE_TOPICS,
    TOPIC_COME_BACK,
    TOPIC_GIVE_UP,
    TOPIC_NEXT_STEPS,
    TOPIC_QUESTION,
    TOPIC_SHORTLIST,
)
from actions.open_questions import Answered
from actions.query import Query, specialty_filters
from actions.services import Snapshot
from knowledge.answering.next_steps import (
    ADVICE,
    LEAVING,
    answer_coming_back,
    answer_giving_up,
    answer_next_steps,
    passages_about,
)
from knowledge.facts import Role
from knowledge.language.ways import COME_BACK, GIVE_UP, NEXT_STEPS, way_in_question

MOST_WORDS = 3  # "what are the next steps" asks in general; with more words it asks of something else

def way_asked(query: Query) -> Optional[str]:
    """The topic where a message asks for a way back, for what leaving costs, or for the next steps."""
    asked = way_in_question(query.text)
    if asked != NEXT_STEPS:
        return {COME_BACK: TOPIC_COME_BACK, GIVE_UP: TOPIC_GIVE_UP}.get(asked or "")
    named = query.kinds or query.role_ids or "reference" in {m.kind for m in query.mentions}
    return TOPIC_NEXT_STEPS if named or len(query.shape.leftover) <= MOST_WORDS else None


def _roles(query: Query, snapshot: Snapshot) -> list[Role]:
    """The roles that a question on a way is about: named, pointed at, or just looked at."""
    if query.kinds or query.role_ids:
        return asked_roles(query, snapshot)[0]
    knowledge, looked = snapshot.knowledge, query.memory.topic in (*ROLE_TOPICS, TOPIC_NEXT_STEPS, TOPIC_SHORTLIST)
    subjects = [knowledge.roles[i] for i in query.memory.subjects if i in knowledge.roles]
    return subjects if looked and len({r.kind for r in subjects}) == 1 else []


def next_steps(query: Query, snapshot: Snapshot) -> Answered:
    """What the articles advise on getting into a role."""
    roles = _roles(query, snapshot)
    _, general = passages_about(snapshot.knowledge, ADVICE, roles[0] if roles else None)
    answer = answer_next_steps(
        snapshot.knowledge, roles, general, filters=specialty_filters(query), pay=bool(query.shape.pay_word)
    )
    return answer, query.memory.after(answer, topic=TOPIC_NEXT_STEPS, kinds=tuple(dict.fromkeys(r.kind for r in roles)))


def giving_up(query: Query, snapshot: Snapshot) -> Answered:
    """What leaving practice means, and what is stated of the roles asked about."""
    roles = _roles(query, snapshot)
    _, general = passages_about(snapshot.knowledge, LEAVING, roles[0] if roles else None)
    answer = answer_giving_up(snapshot.knowledge, roles, general, filters=specialty_filters(query))
    return answer, query.memory.after(answer, topic=TOPIC_QUESTION, kinds=(), question=query.text[:300])


def coming_back(query: Query, snapshot: Snapshot) -> Answered:
    """Whether one can come back to practice."""
    answer = answer_coming_back(snapshot.knowledge, _roles(query, snapshot), filters=specialty_filters(query))
    if answer.kind == "none":
        return answer, query.memory.after_refusal()
    return answer, query.memory.after(answer, topic=TOPIC_QUESTION, kinds=(), question=query.text[:300])


WAYS = {TOPIC_NEXT_STEPS: next_steps, TOPIC_GIVE_UP: giving_up, TOPIC_COME_BACK: coming_back}
