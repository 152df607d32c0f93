"""Questions about named roles: what they are, what they pay, a property, or side by side."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Optional

from actions.asked_roles import asked_roles, missing_sides, place_notices, unknown_role, unstated_notices
from actions.getting_in import HOW_TO_GET_IN
from actions.listing import list_roles
from actions.memory import Memory
from actions.names import ROLE_TOPICS, TOPIC_ATTRIBUTE, TOPIC_COMPARISON, TOPIC_PAY, TOPIC_ROLE
from actions.open_questions import Answered, leans_on_question, open_question
from actions.query import Query, specialty_filters
from actions.services import Snapshot
from actions.silence import asks_property, in_asked_setting
from index.retriever import AnswerStatus
from knowledge.answering.answer import Answer
from knowledge.answering.comparison import ATTRIBUTE_ROWS, answer_differences, compare_roles
from knowledge.answering.role_details import (
    RoleRequest,
    answer_attributes,
    answer_no_entry,
    answer_role_details,
    answer_which_role,
)
from knowledge.answering.silence import no_role_called
from knowledge.facts import ATTRIBUTES, Role
from knowledge.language.mentions import Mention

_HOW_TO = re.compile(
    r"\W*(?:how (?!much|about)|when\b|where\b|who\b|do i need|do you need|should i|can anyone|"
    r"am i)", re.IGNORECASE)
_WHY_DIFFERENT = re.compile(
    r"\b(?:why|how come|what explains|whats? behind)\b.{0,60}\b(?:diff|differ\w*|disagree\w*|not the same|gap|apart|"
    r"so close|alike|discrepan\w+|higher|lower|so much (?:more|less)|more than|less than)\b", re.IGNORECASE)


_OF_THE_WORK = re.compile(
    r"\b(?:life ?styles?|(?:work[- ]?life )?balance|everything|all of it|overall|flexib\w*|commitment|conditions)\b",
    re.IGNORECASE)
_ENTRIES = re.compile(r"\b(?:across|all (?:three|of them)|each (?:article|specialty)|every specialty)\b", re.IGNORECASE)


def describe_role(query: Query, snapshot: Snapshot, *, pay_only: bool = False) -> Answered:
    """What a role is, or what it pays."""
    roles, notices, kinds = asked_roles(query, snapshot)
    missing = missing_sides(query)
    notices = [*place_notices(query), *([no_role_called(missing)] if missing else []), *notices]
    if not roles:
        return _no_such_role(query, snapshot)
    if query.first("unstated_wish") and not missing:
        answer, memory = open_question(query, snapshot)
        return answer, memory
    if pay_only and asks_property(query.text) and not missing:  # "hrs and salary?"
        pay_only = False
    if not pay_only and not missing and _asks_more_than_what_it_is(query):
        found = snapshot.retriever.evidence(query.text).status is AnswerStatus.FOUND
        if found or _HOW_TO.match(query.text) or HOW_TO_GET_IN.search(query.text):
            return open_question(query, snapshot)
    roles, elsewhere, there = in_asked_setting(query, snapshot, roles)
    filters = specialty_filters(query)
    request = RoleRequest(tuple(r.id for r in roles), filters, (*notices, *elsewhere), pay_only or bool(elsewhere))
    answer = answer_role_details(snapshot.knowledge, request)
    answer.suggest(*there)
    topic = TOPIC_PAY if pay_only else TOPIC_ROLE
    return answer, _about_roles(query, answer, topic, kinds)


def _asks_more_than_what_it_is(query: Query) -> bool:
    """Whether a question wants something of a role besides what it is: how to become one, say."""
    shape = query.shape
    if shape.define_cue:
        return False
    if HOW_TO_GET_IN.search(query.text):
        return True
    return bool(_HOW_TO.match(query.text)) or (shape.is_question and len(shape.leftover) > 1)


def ask_attribute(query: Query, snapshot: Snapshot) -> Answered:
    """Whether a role is remote, part time, with patients ...: as stated, or not stated."""
    roles, notices, kinds = asked_roles(query, snapshot)
    if not roles:
        return open_question(query, snapshot)
    names = list(dict.fromkeys(m.kind for m in query.mentions if m.kind in ATTRIBUTES))
    if not names:  # "for cards", after a question about a property
        return describe_role(query, snapshot)
    answer = answer_attributes(snapshot.knowledge, roles, names, filters=specialty_filters(query),
                               notices=notices)
    return answer, _about_roles(query, answer, TOPIC_ATTRIBUTE, kinds)


def ask_pay(query: Query, snapshot: Snapshot) -> Answered:
    """The pay of a role, by specialty or side by side."""
    return describe_role(query, snapshot, pay_only=True)


def compare(query: Query, snapshot: Snapshot) -> Answered:
    """Two to four roles side by side; what "it" was counts as the first of them."""
    roles, notices, kinds = asked_roles(query, snapshot)
    if len(kinds) == 1 and len(roles) == 1 and query.memory.subjects and query.memory.topic:
        earlier = snapshot.knowledge.roles.get(query.memory.subjects[0])
        if earlier and earlier.id != roles[0].id:
            roles = [earlier, *roles]
    elif beside := _beside_the_last(query, snapshot, roles, kinds):
        roles = beside
    missing = missing_sides(query)
    if missing and not roles:
        answer = answer_no_entry(snapshot.knowledge, (), query.filters, lead=no_role_called(missing))
        return answer, query.memory.after_refusal()
    if len(roles) < 2 or (missing and len(kinds) < 2):  # entries of the one side that there is are no comparison
        pay_only = query.shape.pay_word and not query.asks_properties
        return describe_role(query, snapshot, pay_only=pay_only) if roles else _no_such_role(query, snapshot)
    if missing:
        notices = [no_role_called(missing), *notices]
    answer = compare_roles(snapshot.knowledge, _one_of_each_first(roles),
                           filters=specialty_filters(query),
                           notices=[*notices, *unstated_notices(query), *_stated_of_none(query, roles)],
                           pay_only=query.shape.pay_word and not _asks_more_than_pay(query))
    return answer, _about_roles(query, answer, TOPIC_COMPARISON, kinds)


def _asks_more_than_pay(query: Query) -> bool:
    """Whether a comparison by pay names another side of the work as well: "pay and lifestyle"."""
    return query.asks_properties or asks_property(query.text) or bool(_OF_THE_WORK.search(query.text))


def _beside_the_last(
    query: Query, snapshot: Snapshot, roles: list[Role], kinds: tuple[str, ...]
) -> list[Role]:
    """ "Vs MSL", after a look at a role of one specialty: that role, and the entry of the other one there."""
    looked = query.memory.topic in ROLE_TOPICS and len(query.memory.subjects) == 1 and len(kinds) == 1
    earlier = snapshot.knowledge.roles.get(query.memory.subjects[0]) if looked else None
    if earlier is None or earlier.kind in kinds or query.values("specialty") or _ENTRIES.search(query.text):
        return []
    there = [r for r in roles if set(r.specialties) & set(earlier.specialties)]
    return [earlier, *there] if there else []


def _stated_of_none(query: Query, roles: list[Role]) -> list[str]:
    """A property asked for in a comparison that no article states of these roles."""
    asked = dict.fromkeys(m.kind for m in query.mentions if m.kind in ATTRIBUTES)
    silent = [ATTRIBUTE_ROWS[name] for name in asked if not any(r.attributes_named(name) for r in roles)]
    return [f"{' and '.join(silent)}: not stated of any of these."] if silent else []


def why_different(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """What sets the figures last shown apart, where that is asked: "why so different?"."""
    if not _WHY_DIFFERENT.search(query.text) or not query.memory.topic:
        return None
    ids = dict.fromkeys([*query.role_ids, *query.memory.subjects])
    figured = [role for i in ids if (role := snapshot.knowledge.roles.get(i)) and role.figures]
    if len(figured) < 2:
        return None
    answer = answer_differences(snapshot.knowledge, figured, filters=specialty_filters(query))
    return answer, query.memory.after(answer, topic=TOPIC_COMPARISON, filters=query.memory.filters)


def _about_roles(query: Query, answer: Answer, topic: str, kinds: tuple[str, ...]) -> Memory:
    """Remembers roles; a look at one of a list keeps that list's filters in force."""
    looked_at = query.role_ids and query.refines
    filters = query.memory.filters if looked_at else specialty_filters(query)
    return query.memory.after(answer, topic=topic, kinds=kinds, filters=filters)


def _one_of_each_first(roles: list[Role]) -> list[Role]:
    """Puts the first entry of every kind before further entries, so that none is cut off."""
    firsts: dict[str, Role] = {}
    for role in roles:
        firsts.setdefault(role.kind, role)
    chosen = list(firsts.values())
    return [*chosen, *(r for r in roles if r not in chosen)]


def _in_each_setting(query: Query) -> Query:
    """The same question as a list by pay."""
    return query if query.first("order") else replace(
        query, mentions=(*query.mentions, Mention("order", "highest", 0, 0, "")))


def _no_such_role(query: Query, snapshot: Snapshot) -> Answered:
    if query.values("setting") and query.shape.compare_cue and not query.values("pay"):
        # "device or pharma, who pays more"
        return list_roles(_in_each_setting(query), snapshot)
    if query.narrows_by_attribute and not query.shape.pay_word:  # "the insurance side"
        return list_roles(query, snapshot)
    if query.shape.pay_word and (name := unknown_role(query)):
        answer = answer_no_entry(snapshot.knowledge, (), query.filters, lead=no_role_called([name]))
        return answer, query.memory.after_refusal()
    if query.shape.leftover or leans_on_question(query):
        return open_question(query, snapshot)
    if query.kinds:
        answer = answer_no_entry(snapshot.knowledge, query.kinds, query.filters)
        return answer, query.memory.after_refusal()
    answer = answer_which_role(snapshot.knowledge, query.filters)
    return answer, replace(query.memory, misses=0)
