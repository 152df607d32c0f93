"""From a Query to an Answer: one function a topic, each a few lines over knowledge/answering."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Callable, Optional

from actions.memory import Memory
from actions.names import (
    ROLE_TOPICS,
    TOPIC_ATTRIBUTE,
    TOPIC_COMPARISON,
    TOPIC_PAY,
    TOPIC_POLLS,
    TOPIC_QUESTION,
    TOPIC_REASONS,
    TOPIC_ROLE,
    TOPIC_ROLES,
)
from actions.polls import polls_about
from actions.query import Query, topic_of
from actions.services import Snapshot
from index.retriever import AnswerStatus, Evidence
from knowledge.answering.answer import Answer
from knowledge.answering.comparison import compare_roles
from knowledge.answering.passages import answer_not_covered, answer_passages
from knowledge.answering.reasons import answer_polls, answer_reasons
from knowledge.answering.role_details import (
    RoleRequest,
    answer_attributes,
    answer_role_details,
    answer_which_role,
    roles_of_kind,
)
from knowledge.answering.role_lists import RoleListRequest, answer_role_list
from knowledge.coverage import covered_specialties
from knowledge.facts import ATTRIBUTES, KnowledgeBase, Role
from knowledge.filters import Filter
from knowledge.language.mentions import Mention
from knowledge.language.specialties import SPECIALTIES

Answered = tuple[Answer, Memory]


def answer_query(query: Query, snapshot: Snapshot, *, topic: str) -> Answered:
    """Answers a question about roles, reasons, polls or anything else in the articles."""
    topic = topic_of(query, topic)
    return abroad(query) or _TOPICS[topic](query, snapshot)


def abroad(query: Query) -> Optional[Answered]:
    """A refusal where a question is about another country, or a state or city."""
    places = [m for m in query.mentions if m.kind == "geography" and m.value != "us"]
    if not places:
        return None
    answer = answer_not_covered([m.value.replace("-", " ").title() for m in places])
    return answer, query.memory.after_refusal()


def list_roles(query: Query, snapshot: Snapshot) -> Answered:
    """Roles by the filters in force."""
    filters = query.filters
    if query.kinds:
        filters = tuple(dict.fromkeys([*filters, *(Filter("role", k) for k in query.kinds)]))
    if not filters and not query.first("order") and _speaks_of_something_else(query):
        return open_question(query, snapshot)
    memory = query.memory
    order = query.first("order") or (memory.order if query.refines else None)
    rank, limit = query.first("rank"), query.first("limit")
    request = RoleListRequest(
        filters=filters,
        order=order or ("highest" if rank or limit else None),
        rank=int(rank) if rank else None,
        limit=int(limit) if limit else None,
        notices=unstated_notices(query),
    )
    answer = answer_role_list(snapshot.knowledge, request)
    return answer, memory.after(
        answer, topic=TOPIC_ROLES, filters=filters, order=request.order, rank=request.rank,
        limit=request.limit, offset=0, kinds=(),
    )


def next_page(query: Query, snapshot: Snapshot, *, back: bool = False) -> Answered:
    """The next (or previous) stretch of the last list; at its end, says so."""
    memory = query.memory
    if memory.topic != TOPIC_ROLES:
        answer = answer_not_covered(filters=memory.filters)
        answer.blocks.clear()
        answer.say("lead", "There is nothing more to show of that. Ask for roles to get a list.")
        return answer, memory
    size = memory.limit or 5
    offset = max(0, memory.offset + (-size if back else size))
    request = RoleListRequest(filters=memory.filters, order=memory.order, limit=memory.limit,
                              offset=offset)
    answer = answer_role_list(snapshot.knowledge, request)
    if not answer.roles:
        end = Answer(kind="none", filters=memory.filters)
        end.say("lead", "That was the end of the list.")
        return end, memory
    return answer, memory.after(answer, offset=offset)


def describe_role(query: Query, snapshot: Snapshot, *, pay_only: bool = False) -> Answered:
    """What a role is, or what it pays."""
    roles, notices, kinds = asked_roles(query, snapshot)
    if not roles:
        return _no_such_role(query, snapshot)
    if query.first("unstated_wish"):
        return open_question(query, snapshot)
    if not pay_only and _asks_more_than_what_it_is(query):
        if snapshot.retriever.evidence(query.text).status is AnswerStatus.FOUND:
            return open_question(query, snapshot)
    filters = specialty_filters(query)
    request = RoleRequest(tuple(r.id for r in roles), filters, tuple(notices), pay_only)
    answer = answer_role_details(snapshot.knowledge, request)
    topic = TOPIC_PAY if pay_only else TOPIC_ROLE
    return answer, _about_roles(query, answer, topic, kinds)


def _asks_more_than_what_it_is(query: Query) -> bool:
    shape = query.shape
    return shape.is_question and len(shape.leftover) > 1 and not shape.define_cue


def ask_attribute(query: Query, snapshot: Snapshot) -> Answered:
    """Whether a role is remote, part time, with patients ...: as stated, or not stated."""
    roles, notices, kinds = asked_roles(query, snapshot)
    if not roles:
        return open_question(query, snapshot)
    names = list(dict.fromkeys(m.kind for m in query.mentions if m.kind in ATTRIBUTES))
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
    if len(roles) < 2:
        return describe_role(query, snapshot) if roles else _no_such_role(query, snapshot)
    answer = compare_roles(snapshot.knowledge, _one_of_each_first(roles),
                           filters=specialty_filters(query),
                           notices=[*notices, *unstated_notices(query)])
    return answer, _about_roles(query, answer, TOPIC_COMPARISON, kinds)


def reasons(query: Query, snapshot: Snapshot) -> Answered:
    """Why physicians leave; a poll that is asked for by its meaning is answered as one."""
    if _asks_share(query) and polls_about(query, snapshot):
        return polls(query, snapshot)
    kept = specialty_filters(query)
    answer = answer_reasons(snapshot.knowledge, query.specialties, filters=kept)
    return answer, query.memory.after(answer, topic=TOPIC_REASONS, filters=kept, kinds=())


def polls(query: Query, snapshot: Snapshot) -> Answered:
    """A percentage found by its meaning, with the polls that look alike."""
    found = polls_about(query, snapshot)
    if not found:
        return open_question(query, snapshot)
    answer = answer_polls(snapshot.knowledge, found, filters=(), asked=query.specialties)
    return answer, query.memory.after(answer, topic=TOPIC_POLLS, kinds=())


def open_question(query: Query, snapshot: Snapshot) -> Answered:
    """Anything else: a poll if a share is asked for, the passages that answer it, or a refusal."""
    if _asks_share(query) and (found := polls_about(query, snapshot)):
        answer = answer_polls(snapshot.knowledge, found, asked=query.specialties)
        return answer, query.memory.after(answer, topic=TOPIC_POLLS, kinds=())
    pointed = [snapshot.knowledge.roles[i].title for i in query.role_ids[:1]]
    evidence = snapshot.retriever.evidence(" ".join([query.text, *pointed]))
    if evidence.status is not AnswerStatus.FOUND or _misses_a_wish(query, snapshot, evidence):
        about = [wish_words(m) for m in query.mentions if m.kind == "unstated_wish"]
        return answer_not_covered(about), query.memory.after_refusal()
    answer = answer_passages(snapshot.knowledge, _telling_passages(query, snapshot, evidence))
    return answer, query.memory.after(answer, topic=TOPIC_QUESTION, question=query.text[:300])


def _asks_share(query: Query) -> bool:
    """Whether a number of people is asked for: "how many", "what percentage", "the survey"."""
    return bool(query.values("percent")) or bool(
        re.search(r"\b(how many|percent\w*|share|proportion|polls?|polled|surveys? (said|show|ask)\w*)\b",
                  query.text.lower())
    )


def _misses_a_wish(query: Query, snapshot: Snapshot, evidence: Evidence) -> bool:
    """Whether a question turns on a thing that none of the passages found speaks of."""
    passages = [snapshot.knowledge.passages[h.passage_id].text.lower() for h in evidence.hits]
    wishes = [m.text.lower().split() for m in query.mentions if m.kind == "unstated_wish"]
    return any(
        not any(all(word[:6] in text for word in wish) for text in passages) for wish in wishes
    )


def _telling_passages(query: Query, snapshot: Snapshot, evidence: Evidence) -> list[str]:
    """The passages found; those that only say what a role pays are left out unless pay is asked."""
    found = [h.passage_id for h in evidence.hits]
    if query.shape.pay_word:
        return found
    knowledge = snapshot.knowledge
    pay = {f.passage_id for f in knowledge.figures.values()}
    pay |= {r.pay_note_passage_id for r in knowledge.roles.values()}
    return [p for p in found if p not in pay] or found


def asked_roles(
    query: Query, snapshot: Snapshot
) -> tuple[list[Role], list[str], tuple[str, ...]]:
    """The roles a question is about, notices on them, and their kinds.

    Named kinds come first, then roles pointed at, then (for a fragment that names only a
    specialty) the kinds of the last answer.
    """
    knowledge = snapshot.knowledge
    kinds = query.kinds
    pointed = [knowledge.roles[i] for i in query.role_ids]
    if pointed and query.values("specialty"):  # "does oncology have that one too?"
        kinds, pointed = (*kinds, *(r.kind for r in pointed)), []
    if not kinds and not pointed and query.refines and query.memory.topic in ROLE_TOPICS:
        kinds = query.memory.kinds
    specialties = query.specialties if query.refines else [
        m.value for m in query.mentions if m.kind == "specialty" and not m.excluded
        and m.value != "any"
    ]
    specialties = specialties or specialties_inside(query, knowledge)
    roles, notices = roles_of_kind(knowledge, kinds, specialties)
    roles = [*(r for r in pointed if r not in roles), *roles]
    return roles, notices, tuple(dict.fromkeys([*(r.kind for r in pointed), *kinds]))


def specialties_inside(query: Query, knowledge: KnowledgeBase) -> list[str]:
    """Specialties that the name of a role carries: "tele-rheum" is of rheumatology."""
    named = " ".join(m.text.lower() for m in query.mentions if m.kind == "role")
    return [
        s for s in covered_specialties(knowledge)
        if any(len(n) > 2 and n.isalpha() and n in named for n in SPECIALTIES[s].names)
    ]


def specialty_filters(query: Query) -> tuple[Filter, ...]:
    """The filters that matter to a question about a role or about leaving."""
    return tuple(f for f in query.filters if f.name == "specialty")


def _about_roles(query: Query, answer: Answer, topic: str, kinds: tuple[str, ...]) -> Memory:
    """Remembers roles; a look at one of a list keeps that list's filters in force."""
    looked_at = query.role_ids and query.refines
    filters = query.memory.filters if looked_at else specialty_filters(query)
    return query.memory.after(answer, topic=topic, kinds=kinds, filters=filters)


def unstated_notices(query: Query) -> tuple[str, ...]:
    """Wishes that no article speaks of: said, never silently dropped."""
    wishes = list(dict.fromkeys(wish_words(m) for m in query.mentions
                                if m.kind == "unstated_wish"))
    return tuple(f"“{w}”: no entry says anything on this, so it is not used as a filter."
                 for w in wishes)


def wish_words(mention: Mention) -> str:
    """A wish as the person put it; by its name where that holds digits ("401k", "H1B")."""
    return mention.value if any(c.isdigit() for c in mention.text) else mention.text


def _one_of_each_first(roles: list[Role]) -> list[Role]:
    """Puts the first entry of every kind before further entries, so that none is cut off."""
    firsts: dict[str, Role] = {}
    for role in roles:
        firsts.setdefault(role.kind, role)
    chosen = list(firsts.values())
    return [*chosen, *(r for r in roles if r not in chosen)]


def _no_such_role(query: Query, snapshot: Snapshot) -> Answered:
    if query.shape.leftover:
        return open_question(query, snapshot)
    answer = answer_which_role(snapshot.knowledge, query.filters)
    return answer, replace(query.memory, misses=0)


def _speaks_of_something_else(query: Query) -> bool:
    kinds = {m.kind for m in query.mentions}
    return bool(query.shape.leftover) and not kinds & {"count", "drop", "limit", "rank", "role"}


_TOPICS: dict[str, Callable[[Query, Snapshot], Answered]] = {
    TOPIC_ROLES: list_roles,
    TOPIC_ROLE: describe_role,
    TOPIC_ATTRIBUTE: ask_attribute,
    TOPIC_PAY: ask_pay,
    TOPIC_COMPARISON: compare,
    TOPIC_REASONS: reasons,
    TOPIC_POLLS: polls,
    TOPIC_QUESTION: open_question,
}
