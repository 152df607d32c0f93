"""The way into a role, what leaving practice costs, and coming back: from the sources, or said to be silent."""

from __future__ import annotations

import re
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

_PRACTICE = (
    r"(?:(?:clinical|my|the|patient|full|direct|seeing) )*(?:practice|practi[cs]ing|clinic\w*|medicine"
    r"|patients?|care|hospital|residency)"
)
_COMING_BACK = re.compile(
    rf"\b(?:come|go|get|switch|move|going|coming|getting|way|way to get|transition) back (?:in)?to {_PRACTICE}\b"
    rf"|\b(?:return\w*|re-?ent\w+|resum\w+)(?: to| into)? {_PRACTICE}\b"
    r"|\b(?:come|go|get|coming|going) back (?:after|if|once|when|later)\b.{0,20}\b(?:leav\w+|left|quit\w*|that"
    r"|this|it|i)\b"
    r"|\b(?:can|could|may) (?:i|you|one|we|they) (?:always |ever |still |later )*(?:come|go) back(?: later| again)?\W*$"
    r"|\bis (?:there )?(?:a |any )?(?:way|road|path) back\b", re.IGNORECASE)
_GIVING_UP = re.compile(
    r"\b(?:what|which)\b.{0,50}\b(?:give|giving|given) (?:it )?up\b|\bwhat(?:'s| is| are| do| would| will| could| did)?"
    r"(?: the)?(?: (?:i|you|we|one|it|they|physicians|doctors))?(?: have to| need to| stand to)? (?:sacrific\w+"
    r"|lose|los(?:ing|e)|leave behind|cost me)\b"
    r"(?!.{0,30}\b(?:if i wait|income|money|pay)\b)|\bwhat (?:does|would|will) (?:it|that"
    r"|leaving(?: practice)?) cost me\b", re.IGNORECASE)
_NEXT_STEPS = re.compile(
    r"\b(?:next|first) (?:steps?|thing to do)\b|\b(?:get|getting|got) started\b|\bwhere (?:do|should|would"
    r"|can) (?:i|you|one) (?:start|begin)\b"
    r"|\bhow (?:do|should|would|can|could|to)(?: (?:i|you|one|we))? (?:start|begin)\b(?! over)", re.IGNORECASE)


def way_asked(query: Query) -> Optional[str]:
    """The topic where a message asks for a way back, for what leaving costs, or for the next steps."""
    if _COMING_BACK.search(query.text):
        return TOPIC_COME_BACK
    if _GIVING_UP.search(query.text):
        return TOPIC_GIVE_UP
    if _NEXT_STEPS.search(query.text):
        named = query.kinds or query.role_ids or "reference" in {m.kind for m in query.mentions}
        return TOPIC_NEXT_STEPS if named or len(query.shape.leftover) <= 3 else None
    return None


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
    answer = answer_next_steps(snapshot.knowledge, roles, general, filters=specialty_filters(query))
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
