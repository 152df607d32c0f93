"""Follow-ups on the roles last shown as a group, and on what lies beside them: "all three?", "the next best"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Optional

from actions.listing import list_roles
from actions.names import (
    ROLE_TOPICS,
    TOPIC_ATTRIBUTE,
    TOPIC_COMPARISON,
    TOPIC_NEXT_STEPS,
    TOPIC_PAY,
    TOPIC_QUESTION,
    TOPIC_ROLES,
)
from actions.open_questions import Answered, open_question
from actions.query import Query, specialty_filters
from actions.role_follow_ups import MOST_CHARACTERS
from actions.services import Snapshot
from knowledge.answering.answer import Block
from knowledge.answering.figures import HOURS_UNSAID, NO_OVERALL, not_there
from knowledge.answering.role_details import MOST_ENTRIES, answer_attributes
from knowledge.answering.role_lists import RoleListRequest, answer_role_list
from knowledge.facts import ATTRIBUTES, Role
from knowledge.filters import Filter, specialty_title
from knowledge.language.mentions import Mention
from knowledge.language.pay import PayBound

_OPENING = r"\W*(?:(?:so|ok|okay|and|but|wait|hmm?|then|well|hey|tho|fine)\W+){0,3}"
_ALL_OF_THEM = re.compile(
    r"\b(?:all (?:two|three|four|of (?:them|those|these)|3|4)|the (?:two|three|four)|(?:both|either|neither|any|which)"
    r"(?: one)?(?: of (?:the )?(?:them|those|these|two|three|four))?|them)\b", re.IGNORECASE)


def those_together(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Could I do all three part time", "which of the two is remote": that property of each, and no list anew."""
    memory, known = query.memory, snapshot.knowledge.roles
    roles = [known[i] for i in memory.subjects if i in known]
    few = 1 < len(roles) <= MOST_ENTRIES and memory.topic in (TOPIC_PAY, TOPIC_COMPARISON, TOPIC_ROLES, TOPIC_ATTRIBUTE)
    names = list(dict.fromkeys(m.kind for m in query.mentions if m.kind in ATTRIBUTES))
    asks = len(query.text) <= MOST_CHARACTERS and query.shape.is_question and _ALL_OF_THEM.search(query.text)
    counted = re.search(r"\b(?:two|three|four|both|either|neither|3|4)\b", query.text, re.IGNORECASE)
    if not few or not names or not asks or (memory.topic == TOPIC_ROLES and not counted):
        return None
    if query.kinds or query.values("specialty") or query.values("pay") or (query.shape.has_head and not counted):
        return None
    answer = answer_attributes(snapshot.knowledge, roles, names, filters=memory.filters)
    after = memory.after(answer, topic=TOPIC_ATTRIBUTE, kinds=memory.kinds, filters=memory.filters)
    return answer, after.still_listing(memory)


_HOURS = re.compile(
    rf"{_OPENING}(?:how many|what(?:'?s| are| is|s)?|whats)(?: (?:the|are the|about the|kind of))*"
    r" (?:hours|hrs|days|shifts)(?: (?:do|would|does|is|are|will|can) (?:i|you|one|it|they|that|we|people))?"
    r"(?: (?:work|put in|need|have|take|like|involve|commit))?(?: (?:is|are) (?:that|it|this|those))?"
    r"(?: (?:to|for) (?:it|that|this))?(?: ?(?:a|an|per|each|every|/) ?(?:week|wk|day|month|year))?\W*", re.IGNORECASE)


def hours_of_it(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "How many hours a week", of the roles just looked at: what is stated of hours and commitment."""
    known = snapshot.knowledge.roles
    roles = [known[i] for i in query.role_ids or query.memory.subjects if i in known]
    looked = query.memory.topic in (*ROLE_TOPICS, TOPIC_NEXT_STEPS) and roles
    if not looked or query.kinds or len(query.text) > MOST_CHARACTERS or not _HOURS.fullmatch(query.text):
        return None
    answer = answer_attributes(snapshot.knowledge, roles, ["schedule", "commitment"], filters=specialty_filters(query),
                               notices=[HOURS_UNSAID])
    kinds = tuple(dict.fromkeys(role.kind for role in roles))
    return answer, query.memory.after(answer, topic=TOPIC_ATTRIBUTE, kinds=kinds, filters=query.memory.filters)


_OVERALL = re.compile(
    r"\b(?:average|avg|mean|median|typical|usual|general)\b.{0,40}\b(?:pay|salar\w+|income|comp(?:ensation)?|earnings?|"
    r"money)\b|\b(?:pay|salar\w+|income|comp(?:ensation)?|earnings?)\b.{0,20}\b(?:on average|in general|overall|"
    r"generally|typically)\b|\b(?:earn|make|get paid|paid)\b.{0,40}\b(?:on average|in general|overall)\b",
    re.IGNORECASE)
_AT_LARGE = re.compile(
    r"\b(?:alternative|non[- ]?clinical|these|this|those|all|out ?side|side|remote|industry)\b.{0,20}"
    r"\b(?:careers?|jobs?|"
    r"roles?|work|gigs?|positions?|options?)\b|\boutside (?:of )?(?:the )?(?:clinic|practice|medicine)\b"
    r"|\bnon[- ]?clinical\b|\bin general\b|\boverall\b", re.IGNORECASE)


def no_overall_average(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Average pay of a non-clinical job": no article has such a figure; each role's own, the highest first."""
    asks = len(query.text) <= MOST_CHARACTERS and _OVERALL.search(query.text) and _AT_LARGE.search(query.text)
    if not asks or query.kinds or query.role_ids or query.wishes or query.values("pay") or query.values("percent"):
        return None
    if query.values("geography") or query.shape.compare_cue:
        return None
    ordered = replace(query, mentions=(*query.mentions, Mention("order", "highest", 0, 0, "")))
    answer, memory = list_roles(ordered, snapshot)
    answer.blocks.insert(0, Block("notice", NO_OVERALL))
    return answer, memory


_SIMILAR = re.compile(r"\b(?:similar|alike|comparable|related|like (?:it|that|this)|equivalent|the same|such)\b",
                      re.IGNORECASE)


def similar_elsewhere(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Anything similar for cardiologists", after a role that their article does not have: that is said first."""
    role = _looked_at(query, snapshot)
    specialties = [s for s in query.values("specialty") if s != "any"]
    if role is None or query.kinds or len(specialties) != 1 or not _SIMILAR.search(query.text) or query.wishes:
        return None
    knowledge = snapshot.knowledge
    there = [r for r in knowledge.roles.values() if specialties[0] in r.specialties]
    kind = knowledge.kinds[role.kind]
    if not there or any(r.kind == role.kind for r in there) or query.narrows_by_attribute:
        return None  # the same work is there, or no article is: both are said elsewhere
    related = [k for k in kind.related if any(r.kind == k for r in there)]
    filters = (Filter("specialty", specialties[0]), *(Filter("role", k) for k in related))
    request = RoleListRequest(filters=filters, notices=(not_there(kind.title, specialty_title(specialties[0]),
                                                                  related=bool(related)),))
    answer = answer_role_list(knowledge, request)
    return answer, query.memory.after(answer, topic=TOPIC_ROLES, filters=filters, kinds=())


_NEXT_BEST = re.compile(
    rf"{_OPENING}(?:(?:what(?:'?s| is|s)?|which(?: one)? is|show(?: me)?|give me)\W+)?(?:the )?(?:next|second|2nd)[- ]?"
    r"(?:best|highest|most|top)(?:[- ](?:paid|paying))?(?: (?:one|role|job|after (?:that|it|this)|then|please|pls"
    r"|paid|paying))*\W*", re.IGNORECASE)


def next_best(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Then the next best one", after a look at one role: what pays less than it, the highest first."""
    role = _looked_at(query, snapshot)
    one_listed = query.memory.topic == TOPIC_ROLES and len(query.memory.subjects) == 1
    role = role or (snapshot.knowledge.roles.get(query.memory.subjects[0]) if one_listed else None)
    short = len(query.text) <= MOST_CHARACTERS and _NEXT_BEST.fullmatch(query.text)
    amounts = [f.low or f.high for f in role.figures if f.unit == "year"] if role and short else []
    if role is None or not amounts:
        return None
    kept = [f for f in query.memory.filters if f.name not in ("pay", "role")]
    if not any(f.name == "specialty" for f in kept) and len(role.specialties) == 1:
        kept.insert(0, Filter("specialty", role.specialties[0]))
    below = PayBound.of("<", min(a for a in amounts if a), unit="year", currency=role.figures[0].currency)
    ordered = replace(query, filters=(*kept, Filter("pay", str(below))), kinds=(), refines=True,
                      mentions=(Mention("order", "highest", 0, 0, ""),))
    return list_roles(ordered, snapshot)


_OF_THE_QUESTION = re.compile(
    r"\b(?:which|who|what)(?: one| kind| type| of (?:them|those|the two))? (?:is|are|pays?|has|have|takes?|gets?|"
    r"needs?|leaves?|lasts?)\b|\b(?:does|do|is|are|would|will|can) (?:that|this|it|they|those|these|either|both)\b",
    re.IGNORECASE)
_MOST_WORDS = 2  # a longer message says what it asks


def goes_on_with_the_question(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Which is easier to get", after passages on jobs and careers: asked with the question before it."""
    memory = query.memory
    leans = memory.topic == TOPIC_QUESTION and memory.question and not memory.subjects and not query.role_ids
    named = any(m.kind not in ("reference", "cue", "count", "order") for m in query.mentions)
    words = query.shape.leftover
    if not leans or named or not 1 <= len(words) <= _MOST_WORDS or len(query.text) > MOST_CHARACTERS // 2:
        return None
    if not _OF_THE_QUESTION.search(query.text) or query.shape.has_head:
        return None
    answer, after = open_question(replace(query, text=f"{memory.question} {query.text}"), snapshot)
    return (answer, after) if answer.kind == "passages" else None


def _looked_at(query: Query, snapshot: Snapshot) -> Optional[Role]:
    """The one role last looked at."""
    looked = query.memory.topic in (*ROLE_TOPICS, TOPIC_NEXT_STEPS) and len(query.memory.subjects) == 1
    return snapshot.knowledge.roles.get(query.memory.subjects[0]) if looked else None


GROUP_FOLLOW_UPS = (those_together, hours_of_it, no_overall_average, similar_elsewhere, next_best,
                    goes_on_with_the_question)
