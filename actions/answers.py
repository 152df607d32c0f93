"""From a Query to an Answer: one function a topic, each a few lines over knowledge/answering."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Callable, Optional

from actions.asked_roles import asked_roles, unstated_notices
from actions.memory import Memory
from actions.names import (
    TOPIC_ATTRIBUTE,
    TOPIC_COMPARISON,
    TOPIC_PAY,
    TOPIC_POLLS,
    TOPIC_QUESTION,
    TOPIC_REASONS,
    TOPIC_ROLE,
    TOPIC_ROLES,
)
from actions.open_questions import Answered, abroad, asks_share, open_question, polls
from actions.polls import polls_about
from actions.query import Query
from actions.services import Snapshot
from actions.topic import topic_of
from index.retriever import AnswerStatus
from knowledge.answering.answer import Answer
from knowledge.answering.comparison import answer_differences, compare_roles
from knowledge.answering.fixed import answer_only_unstated
from knowledge.answering.passages import answer_not_covered
from knowledge.answering.pay_unit import answer_which_pay_unit
from knowledge.answering.phrases import counted
from knowledge.answering.reasons import answer_reasons, drivers_named
from knowledge.answering.role_details import (
    RoleRequest,
    answer_attributes,
    answer_role_details,
    answer_which_role,
)
from knowledge.answering.role_lists import RoleListRequest, answer_role_list, page_size
from knowledge.facts import ATTRIBUTES, Driver, Role
from knowledge.filters import Filter
from knowledge.language.pay import PayBound

_HOW_TO = re.compile(
    r"\W*(?:how (?!much|about)|when\b|where\b|who\b|do i need|do you need|should i|can anyone|"
    r"am i)", re.IGNORECASE)
_HOW_TO_GET_IN = re.compile(
    r"\bhow (?:do|can|could|does|would|to|did) ?(?:i|you|one|someone|we|they)? ?(?:even |actually )?"
    r"(?:get|become|start|break|land|find|apply|move|go|qualify|switch|transition)\b", re.IGNORECASE)


def answer_query(query: Query, snapshot: Snapshot, *, topic: str) -> Answered:
    """Answers a question about roles, reasons, polls or anything else in the articles."""
    if differing := why_different(query, snapshot):
        return differing
    topic = topic_of(query, topic)
    if beyond := _beyond_the_list(query):
        return beyond
    return abroad(query) or _TOPICS[topic](query, snapshot)


def _beyond_the_list(query: Query) -> Optional[Answered]:
    """Says how long the list is when a place is named that it does not have."""
    if not query.values("ordinal") or query.role_ids or not query.memory.listed:
        return None
    answer = Answer(kind="none", filters=query.memory.filters)
    count = counted(len(query.memory.listed), "entry", "entries")
    answer.say("lead", f"The list has {count}; name one of them, or say “start over”.")
    return answer, query.memory


def list_roles(query: Query, snapshot: Snapshot) -> Answered:
    """Roles by the filters in force."""
    filters = query.filters
    if query.kinds:
        filters = tuple(dict.fromkeys([*filters, *(Filter("role", k) for k in query.kinds)]))
    if not filters and not query.first("order") and _speaks_of_something_else(query):
        return open_question(query, snapshot)
    if not filters and _asks_only_the_unstated(query):
        answer = answer_only_unstated(query.wishes)
        return answer, query.memory.after(answer, topic=TOPIC_ROLES, filters=(), kinds=())
    if unclear := [f for f in filters if f.name == "pay" and f.pay.unit is None]:
        return _ask_pay_unit(query, filters, unclear[0])
    filters = tuple(_at_least(f) if _looks_for_work(query) else f for f in filters)
    if filters != query.filters:
        query = replace(query, filters=filters)
    memory = query.memory
    order = query.first("order") or (memory.order if query.refines else None)
    rank, limit = query.first("rank"), query.first("limit")
    request = RoleListRequest(
        filters=filters,
        order=order or ("highest" if rank or limit else None),
        rank=int(rank) if rank else None,
        limit=int(limit) if limit else None,
        notices=unstated_notices(query),
        among=_among_the_listed(query),
    )
    answer = answer_role_list(snapshot.knowledge, request)
    return answer, memory.after(
        answer, topic=TOPIC_ROLES, filters=filters, order=request.order, rank=request.rank,
        limit=request.limit, offset=0, kinds=(),
    )


def _ask_pay_unit(query: Query, filters: tuple[Filter, ...], unclear: Filter) -> Answered:
    """Asks what an amount is of: "over $150" may be thousands a year or dollars an hour."""
    answer = answer_which_pay_unit(unclear, filters)
    kept = tuple(f for f in filters if f != unclear)
    return answer, query.memory.after(answer, topic=TOPIC_ROLES, filters=kept, kinds=(),
                                      pending_pay=unclear.value)


def next_page(query: Query, snapshot: Snapshot, *, back: bool = False) -> Answered:
    """The next (or previous) stretch of the last list; at its end, says so."""
    memory = query.memory
    if memory.topic != TOPIC_ROLES:
        answer = answer_not_covered(filters=memory.filters)
        answer.blocks.clear()
        answer.say("lead", "There is nothing more to show of that. Ask for roles to get a list.")
        return answer, memory
    size = page_size(memory.order, memory.limit)
    shown = 1 if memory.rank else size
    start = memory.rank - 1 if memory.rank else memory.offset
    offset = max(0, start + (-size if back else shown))
    request = RoleListRequest(filters=memory.filters, order=memory.order, limit=memory.limit,
                              offset=offset)
    answer = answer_role_list(snapshot.knowledge, request)
    if not answer.roles:
        end = Answer(kind="none", filters=memory.filters)
        end.say("lead", "That was the end of the list.")
        return end, memory
    return answer, memory.after(answer, offset=offset, order=memory.order, limit=memory.limit)


def describe_role(query: Query, snapshot: Snapshot, *, pay_only: bool = False) -> Answered:
    """What a role is, or what it pays."""
    roles, notices, kinds = asked_roles(query, snapshot)
    if not roles:
        return _no_such_role(query, snapshot)
    if query.first("unstated_wish"):
        return open_question(query, snapshot)
    if not pay_only and _asks_more_than_what_it_is(query):
        found = snapshot.retriever.evidence(query.text).status is AnswerStatus.FOUND
        if found or _HOW_TO.match(query.text) or _HOW_TO_GET_IN.search(query.text):
            return open_question(query, snapshot)
    filters = specialty_filters(query)
    request = RoleRequest(tuple(r.id for r in roles), filters, tuple(notices), pay_only)
    answer = answer_role_details(snapshot.knowledge, request)
    topic = TOPIC_PAY if pay_only else TOPIC_ROLE
    return answer, _about_roles(query, answer, topic, kinds)


def _asks_more_than_what_it_is(query: Query) -> bool:
    """Whether a question wants something of a role besides what it is: how to become one, say."""
    shape = query.shape
    if shape.define_cue:
        return False
    if _HOW_TO_GET_IN.search(query.text):
        return True
    return bool(_HOW_TO.match(query.text)) or (shape.is_question and len(shape.leftover) > 1)


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
                           notices=[*notices, *unstated_notices(query)],
                           pay_only=query.shape.pay_word and not query.asks_properties)
    return answer, _about_roles(query, answer, TOPIC_COMPARISON, kinds)


def reasons(query: Query, snapshot: Snapshot) -> Answered:
    """Why physicians leave; a poll that is asked for by its meaning is answered as one."""
    if asks_share(query) and polls_about(query, snapshot):
        return polls(query, snapshot)
    other = query.shape.leftover or query.values("unstated_wish")
    if other and not _ABOUT_LEAVING.search(query.text):
        return open_question(query, snapshot)
    kept = specialty_filters(query)
    named: list[Driver] = []
    if _DOUBTS_ONE.match(query.text) and (doubted := _doubted(query)):
        named = drivers_named(snapshot.knowledge, doubted, query.specialties)
        if not named:
            return open_question(query, snapshot)
    answer = answer_reasons(snapshot.knowledge, query.specialties, filters=kept, only=named)
    return answer, query.memory.after(answer, topic=TOPIC_REASONS, filters=kept, kinds=())


def _doubted(query: Query) -> list[str]:
    """The words that name the one reason which a question asks about: "did covid make them leave"."""
    wishes = [word for m in query.mentions if m.kind in ("unstated_wish", "role", "setting")
              for word in m.text.lower().split()]
    left = [w for w in query.shape.leftover if not _ABOUT_LEAVING.fullmatch(w) and w not in _VAGUE]
    return [*left, *wishes]


def specialty_filters(query: Query) -> tuple[Filter, ...]:
    """The filters that matter to a question about a role or about leaving."""
    return tuple(f for f in query.filters if f.name == "specialty")


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


def _no_such_role(query: Query, snapshot: Snapshot) -> Answered:
    if query.shape.leftover:
        return open_question(query, snapshot)
    answer = answer_which_role(snapshot.knowledge, query.filters)
    return answer, replace(query.memory, misses=0)


_WHY_DIFFERENT = re.compile(
    r"\b(?:why|how come|what explains|whats? behind)\b.{0,60}\b(?:differ\w*|disagree\w*|not the same|gap|apart|"
    r"discrepan\w+|higher|lower|so much (?:more|less)|more than|less than)\b", re.IGNORECASE)
_VAGUE = frozenset("true really reason reasons main biggest big common factor cause causes issue problem part "
                   "medicine practice field clinical still happening oncology cardiology".split())
_DOUBTS_ONE = re.compile(
    r"\W*(?:(?:so|and|but|ok|hey|hi) )*(?:did|do|does|is|are|was|were|has|have|how (?:does|do|did|much does))\b",
    re.IGNORECASE)  # "did covid make them leave", "how does prior auth affect burnout"
_ABOUT_LEAVING = re.compile(
    r"\b(?:why|reasons?|driv\w+|leav\w+|left|quit\w*|burn\w*|motivat\w+|push\w*|caus\w+|fed up|unhappy|"
    r"frustrat\w+|exit\w*|switch\w*|escap\w+|mak\w+ (?:them|people|docs|doctors))\b", re.IGNORECASE)
_OF_THESE = re.compile(
    r"\b(?:which|who)(?: one)?s?(?: of (?:these|those|them))?(?: is| are| has| pays?| need| without| with)\b"
    r"|\bof (?:these|those|them)\b"
    r"|\bthe (?:best|highest|lowest|least|worst)[- ](?:paid|paying) (?:one|of)\b", re.IGNORECASE)


def _among_the_listed(query: Query) -> tuple[str, ...]:
    """The roles last compared, where "which is best paid" can only mean those."""
    compared = query.memory.topic in (TOPIC_COMPARISON, TOPIC_PAY) and len(query.memory.subjects) > 1
    if compared and query.refines and _OF_THESE.search(query.text) and not query.values("specialty"):
        return query.memory.subjects
    return ()


_MEANS_TO_EARN = re.compile(
    r"\b(?:i|we|still|to|and|could|can|must|should|or)(?: still| also)? (?:make|earn|get|clear|gross|bring home|"
    r"pull(?: in)?)(?: about| around| at)? ?\$?$", re.IGNORECASE)


def _looks_for_work(query: Query) -> bool:
    """Whether an amount is what someone hopes for ("still make 200"), not a figure to be found."""
    amounts = [m for m in query.mentions if m.kind == "pay"]
    if any(re.search(r"exact|precise|just|only", m.text.lower()) for m in amounts):
        return False
    hoped = any(_MEANS_TO_EARN.search(query.text[: m.start]) for m in amounts)
    return hoped or (query.shape.has_head and not query.shape.is_question)


def _at_least(item: Filter) -> Filter:
    """Who looks for "$200/hr gigs" takes more as well; the chip says "at least"."""
    if item.name != "pay" or item.pay.op != "=" or item.negated:
        return item
    pay = item.pay
    wider = PayBound.of(">=", pay.low or 0.0, unit=pay.unit, currency=pay.currency)
    return replace(item, value=str(wider))


def _asks_only_the_unstated(query: Query) -> bool:
    """Whether a search names nothing but wishes that no entry speaks of: "least stressful option"."""
    kinds = {m.kind for m in query.mentions}
    return "unstated_wish" in kinds and kinds <= {"unstated_wish", "cue", "order"}


def _speaks_of_something_else(query: Query) -> bool:
    kinds = {m.kind for m in query.mentions}
    if "unstated_wish" in kinds and not query.shape.has_head and not query.memory.topic:
        return True
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
