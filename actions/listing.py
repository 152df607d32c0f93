"""Lists of roles: what to list from a Query, the pages of a list, and what an amount in it means."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Optional

from actions.asked_roles import (
    either_notices,
    place_notices,
    time_notices,
    unit_notices,
    unread_notices,
    unstated_notices,
    wishes_joined_by_or,
)
from actions.memory import Memory
from actions.names import ROLE_TOPICS, TOPIC_COMPARISON, TOPIC_PAY, TOPIC_REASONS, TOPIC_ROLES
from actions.open_questions import Answered, open_question
from actions.query import Query
from actions.services import Snapshot
from knowledge.answering.answer import Answer
from knowledge.answering.fixed import answer_capabilities, answer_only_unstated
from knowledge.answering.passages import answer_not_covered
from knowledge.answering.pay_unit import answer_which_pay_unit
from knowledge.answering.reasons import answer_reasons_by_specialty
from knowledge.answering.role_details import roles_of_kind
from knowledge.answering.role_lists import RoleListRequest, answer_role_list, page_size
from knowledge.coverage import covered_specialties
from knowledge.filters import ANY_PHYSICIAN, REMOVE_MESSAGES, Filter
from knowledge.language.mentions import Mention
from knowledge.language.pay import PayBound

_OF_THESE = re.compile(
    r"\b(?:which|who)(?: one)?s?(?: of (?:these|those|them))?(?: is| are| has| pays?| need| without| with)\b"
    r"|\bof (?:these|those|them|'?em)\b|\bwhich ones\b"
    r"|\b(?:best|highest|lowest|least|worst|top|cheapest|better|higher|lower)(?:[- ](?:paid|paying))? (?:one|of)\b",
    re.IGNORECASE)
_MEANS_TO_EARN = re.compile(
    r"\b(?:i|we|you|they|one|docs|doctors|still|to|and|could|can|must|should|or)"
    r"(?: still| also| really| actually| even)? (?:make|earn|get|clear|gross|bring home|"
    r"pull(?: in)?)(?: about| around| at)?(?: an?)?(?: extra| additional| another)? ?\$?$"
    r"|\b(?:any ?(?:one|body|thing|where|of them)?|some(?:one|body|thing))(?: \w+)? (?:pays?|paying|offers?|making)"
    r" ?\$?$",
    re.IGNORECASE)
_WHAT_PAYS = re.compile(
    r"\b(?:what|which|anything|something|jobs?|roles?|gigs?|options?|work)\b.*"
    r"\b(?:pay\w*|mak\w+|earn\w*|offer\w*) ?\$?$",
    re.IGNORECASE)  # "what pays 300k": a round amount is a hope, an exact one somebody's figure
_IS_IT_REAL = re.compile(
    r"\W*(?:a year |an hour )?(?:even |at all )?(?:realistic|possible|doable|feasible|reachable|attainable|too much)\b",
    re.IGNORECASE)  # "is 200k realistic from home?"


_REQUESTS = re.compile(
    r"\W*(?:.{0,40}[.,;] ?)?(?:(?:ok|so|just|please|pls|then|and|but) ){0,3}(?:(?:is|are) there |do you (?:have|know) |"
    r"got |know of |what(?:'?s| is| are|s)? (?:the )?(?=easiest|least|lightest|lowest|most))?(?:easiest|least|lightest|"
    r"lowest|most|show|find|give|list|get|anything|"
    r"something|nothing|no|without|any|(?:i(?:'m| am)? )?(?:looking for|need|want))\b", re.IGNORECASE)
_ALIKE = re.compile(r"\b(?:similar|alike|comparable|related|like (?:it|that|this))\b", re.IGNORECASE)
_PHYSICIAN = re.compile(r"\b(?:physicians?|doctors?|docs?|mds?)\b", re.IGNORECASE)
_ONCE_MORE = re.compile(  # "list em" asks for the list itself, not for what follows
    r"\W*(?:(?:ok|so|just|please|pls|then) ){0,4}(?:list|show|see|display|name)(?: me)?"
    r"(?: (?:them|'?em|it|those|these|all|out)){1,3}(?: (?:again|please|pls|then|now))?\W*", re.IGNORECASE)


_WORK_FOR_ALL = re.compile(  # "the ones that are for any specialty" are a kind of work, "any specialty" no limit
    r"\b(?:ones?|those|roles?|jobs?|work|gigs?)\b"
    r"(?: (?:that|which|are|is|work|works|open|meant|just|only|made|suited|ok))* (?:for|to) (?:any|every|"
    r"all) (?:specialt\w+|physicians?|doctors?|docs?|fields?|kinds? of (?:doc\w*|physicians?))\b",
    re.IGNORECASE)


def list_roles(query: Query, snapshot: Snapshot) -> Answered:
    """Roles by the filters in force."""
    filters = (*_that_exclude_something(query, snapshot), *_for_any_physician(query))
    if query.kinds:
        filters = tuple(dict.fromkeys([*filters, *(Filter("role", k) for k in query.kinds)]))
    if not filters and _asks_only_the_unstated(query) and _REQUESTS.match(query.text):
        return _only_unstated(query)
    if not filters and not query.first("order") and _speaks_of_something_else(query):
        return answer_or_choices(query, snapshot)
    if not filters and _asks_only_the_unstated(query):
        return _only_unstated(query)
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
        notices=(*either_notices(query), *unit_notices(query), *unstated_notices(query),
                 *place_notices(query), *time_notices(query),
                 *unread_notices(query, snapshot)),
        among=_among_the_listed(query),
    )
    answer = answer_role_list(snapshot.knowledge, request)
    answer.suggest(*(REMOVE_MESSAGES[kind] for kind in wishes_joined_by_or(query)))
    return answer, memory.after(
        answer, topic=TOPIC_ROLES, filters=filters, order=request.order, rank=request.rank,
        limit=request.limit, offset=0, kinds=(),
    )


def answer_or_choices(query: Query, snapshot: Snapshot) -> Answered:
    """An open question; a wish, told as such, that no article speaks of gets choices instead of a refusal."""
    answer, memory = open_question(query, snapshot)
    if answer.kind == "none" and _asks_only_the_unstated(query) and not query.shape.is_question:
        return _only_unstated(query)
    return answer, memory


def _only_unstated(query: Query) -> Answered:
    answer = answer_only_unstated(query.wishes)
    return answer, query.memory.after(answer, topic=TOPIC_ROLES, filters=(), kinds=())


def _that_exclude_something(query: Query, snapshot: Snapshot) -> tuple[Filter, ...]:
    """The filters without "nothing for GI", where no article is about GI: said of the list, it is no wish.

    Who asked for that specialty before gets what is for any physician.
    """
    covered = covered_specialties(snapshot.knowledge)
    vain = [f for f in query.filters if f.name == "specialty" and f.negated and f.value not in covered]
    kept = tuple(f for f in query.filters if f not in vain)
    asked_before = {f.value for f in query.memory.filters if f.name == "specialty"} & {f.value for f in vain}
    return (*kept, Filter("specialty", ANY_PHYSICIAN)) if asked_before and not query.specialties else kept


def _for_any_physician(query: Query) -> tuple[Filter, ...]:
    """ "What would work for any doc" asks for the work that is for all of them, "any specialty" for no limit."""
    meant = any(m.kind == "specialty" and m.value == "any" and _PHYSICIAN.search(m.text) for m in query.mentions)
    meant = meant or bool(_WORK_FOR_ALL.search(query.text))
    return (Filter("specialty", ANY_PHYSICIAN),) if meant and not query.specialties else ()


def _ask_pay_unit(query: Query, filters: tuple[Filter, ...], unclear: Filter) -> Answered:
    """Asks what an amount is of: "over $150" may be thousands a year or dollars an hour."""
    answer = answer_which_pay_unit(unclear, filters)
    kept = tuple(f for f in filters if f != unclear)
    return answer, query.memory.after(answer, topic=TOPIC_ROLES, filters=kept, kinds=(),
                                      pending_pay=unclear.value)


def next_page(query: Query, snapshot: Snapshot, *, back: bool = False) -> Answered:
    """The next (or previous) stretch of the last list; at its end, says so.

    After a look at roles it is the entries that had no room there, else the list they were chosen from.
    """
    memory = query.memory
    if similar := _similar_roles(query, snapshot):
        return similar
    if memory.topic in ROLE_TOPICS:
        memory = _list_left(memory) or _every_entry(memory, snapshot) or memory
    if memory.topic != TOPIC_ROLES:
        return _nothing_to_continue(query, snapshot)
    if _ONCE_MORE.fullmatch(query.text):
        memory = replace(memory, offset=-page_size(memory.order, memory.limit))
    size = page_size(memory.order, memory.limit)
    shown = 1 if memory.rank else size
    start = memory.rank - 1 if memory.rank else memory.offset
    offset = max(0, start + (-size if back else shown))
    request = RoleListRequest(filters=memory.filters, order=memory.order, limit=memory.limit,
                              offset=offset)
    answer = answer_role_list(snapshot.knowledge, request)
    if not answer.roles:
        first = answer_role_list(snapshot.knowledge, replace(request, offset=0))
        if not first.roles:  # "list em" after a search that found nothing
            return first, memory.after(first, offset=0)
        end = Answer(kind="none", filters=memory.filters)
        end.say("lead", "That was the end of the list.")
        return end, memory
    return answer, memory.after(answer, offset=offset, order=memory.order, limit=memory.limit)


def _similar_roles(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Similar ones?" after a look at a role: the kinds of work that are related to it."""
    subjects = [snapshot.knowledge.roles[i] for i in query.memory.subjects[:1] if i in snapshot.knowledge.roles]
    if query.memory.topic not in ROLE_TOPICS or not subjects or not _ALIKE.search(query.text):
        return None
    kinds = snapshot.knowledge.kinds[subjects[0].kind].related
    filters = tuple(Filter("role", kind) for kind in kinds)
    if not filters:
        return None
    answer = answer_role_list(snapshot.knowledge, RoleListRequest(filters=filters))
    return answer, query.memory.after(answer, topic=TOPIC_ROLES, filters=filters, kinds=())


def _every_entry(memory: Memory, snapshot: Snapshot) -> Optional[Memory]:
    """The memory as if all entries of the kinds last shown were about to be listed, where some had no room."""
    specialties = [f.value for f in memory.filters if f.name == "specialty" and not f.negated]
    entries, _ = roles_of_kind(snapshot.knowledge, memory.kinds, specialties)
    if len(entries) <= len(memory.subjects):
        return None
    fitting = any(set(r.specialties) & set(specialties) for r in entries)
    kept = tuple(f for f in memory.filters if f.name == "specialty" and fitting)
    kinds = tuple(Filter("role", kind) for kind in memory.kinds)
    return replace(memory, topic=TOPIC_ROLES, filters=(*kept, *kinds), order=None, rank=None, limit=None,
                   offset=-page_size(None, None))


def _list_left(memory: Memory) -> Optional[Memory]:
    """The memory of the list that the role last looked at was chosen from, if it was."""
    chosen = len(memory.listed) > len(memory.subjects) and set(memory.subjects) & set(memory.listed)
    return replace(memory, topic=TOPIC_ROLES, offset=0) if chosen and memory.filters else None


def _nothing_to_continue(query: Query, snapshot: Snapshot) -> Answered:
    """There is no list to go on with: at the start what can be asked, later that there is no more."""
    if not query.memory.topic:
        return answer_capabilities(snapshot.knowledge), query.memory
    if query.memory.topic == TOPIC_REASONS and not query.memory.filters:
        return answer_reasons_by_specialty(snapshot.knowledge), query.memory
    answer = answer_not_covered(filters=query.memory.filters)
    answer.blocks.clear()
    answer.say("lead", "There is nothing more to show of that. Ask for roles to get a list.")
    return answer, query.memory


def _among_the_listed(query: Query) -> tuple[str, ...]:
    """The roles last compared, or the few asked for ("top 3"), where "any of those remote" can only mean those."""
    few = query.memory.topic in (TOPIC_COMPARISON, TOPIC_PAY) or (query.memory.limit and not query.first("drop"))
    compared = few and len(query.memory.subjects) > 1
    if compared and query.refines and _OF_THESE.search(query.text) and not query.values("specialty"):
        return query.memory.subjects
    return ()


def _is_thousands(value: str) -> bool:
    """Whether an amount is one that a person would hope for, and not a figure read somewhere: "177,191"."""
    low = PayBound.parse(value).low
    return not low or low < 10_000 or low % 1000 == 0


def _is_round(value: str) -> bool:
    low = PayBound.parse(value).low
    return bool(low) and low >= 100_000 and low % 10_000 == 0


def _looks_for_work(query: Query) -> bool:
    """Whether an amount is what someone hopes for ("still make 200"), not a figure to be found."""
    amounts = [m for m in query.mentions if m.kind == "pay"]
    if any(re.search(r"exact|precise|just|only", m.text.lower()) or not _is_thousands(m.value) for m in amounts):
        return False
    if query.refines and any(f.name == "pay" and f.pay.op == "=" for f in query.memory.filters):
        return False  # "whose is 177,191", then "and 46/hr"
    hoped = any(_is_hoped(m, query.text) for m in amounts)
    if not query.shape.leftover and not query.shape.is_question and not query.shape.pay_word:
        return True  # "cards, 70k"
    return hoped or (query.shape.has_head and not query.shape.is_question)


def _is_hoped(amount: Mention, text: str) -> bool:
    before, after = text[: amount.start], text[amount.end :]
    if _is_round(amount.value) and _WHAT_PAYS.search(before):
        return True
    return bool(_MEANS_TO_EARN.search(before) or _IS_IT_REAL.match(after))


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
