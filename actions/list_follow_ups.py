"""Follow-ups on a list of roles: why this order, who hires, and the next one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Optional

from actions.listing import list_roles, next_page
from actions.names import TOPIC_ROLES
from actions.open_questions import Answered
from actions.query import Query
from actions.services import Snapshot
from knowledge.answering.in_force import answer_list_order, answer_no_openings
from knowledge.language.pay import PayBound

MOST_CHARACTERS = 120
_ANOTHER = re.compile(
    r"\W*(?:(?:ok|okay|fine|no|nah|hmm|and|well|not that|alright|cool|sure)\W+){0,3}(?:(?:give|show)(?: me)? )?"
    r"(?:another|the next|something else)(?: (?:one|ones|role|job|please|pls)){0,3}\W*", re.IGNORECASE)
_ORDER = re.compile(
    r"\W*(?:(?:and|but|so|ok|hey|wait)\W+)?(?:why (?:that|this|the|such an?) (?:order|ranking)"
    r"|why (?:is|are|was)(?: \w+){1,4} (?:first|last|on top|at the top|ranked|above \w+|below \w+)\b[^?]{0,20}"
    r"|how (?:did you|do you|is|are|was|were)(?: \w+){0,3} (?:rank|sort|order)(?:ed)?(?: \w+){0,3}"
    r"|(?:is|are) (?:this|that|these|they|those|it|the list)(?: \w+)? (?:ranked|sorted|ordered|in (?:any|some) order)"
    r"(?: (?:by|in) \w+(?: \w+)?)?|what(?:'s| is|s) (?:the|that|this) (?:ranking|order|rank)(?: based on)?"
    r"|what order (?:is|are) (?:this|that|these|they|it|those)(?: in)?)\W*", re.IGNORECASE)


def why_this_order(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Why is that one first", of a list: the rule of its order, and no reason for leaving."""
    if query.memory.topic != TOPIC_ROLES or len(query.text) > MOST_CHARACTERS or not _ORDER.fullmatch(query.text):
        return None
    return answer_list_order(lowest=query.memory.order == "lowest"), replace(query.memory, misses=0)


_NOTHING_ELSE = re.compile(
    r"\W*(?:(?:so|ok|and|hmm?|wait|really)\W+){0,2}(?:(?:there'?s |is there )?nothing (?:else|more)|"
    r"(?:is )?that(?:'?s| is)? "
    r"(?:all|it|everything)|no(?:ne)? (?:others?|more)|any(?:thing)? else(?: at all)?)(?: there| then| for me)?\W*",
    re.IGNORECASE)
_CLOSE = re.compile(
    r"\W*(?:(?:so|ok|and|but|hmm?|then|well)\W+){0,2}(?:what(?:'?s| is|s)?|which(?: ones?)?(?: is| are)?|anything|any"
    r"|who(?:'?s)?)(?: (?:comes?|gets?|is|are|that'?s|that is))?(?: the)? (?:close(?:st)?|near(?:est)?|nearby"
    r"|almost(?: there)?|just (?:below|under|short)|next best)(?: (?:to )?(?:it|that|this|there|one|ones"
    r"|match(?:es)?))?\W*", re.IGNORECASE)


def what_comes_close(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "What's close?", of a list with a lower pay bound: what lies below it, the highest first."""
    bounds = [f for f in query.memory.filters if f.name == "pay" and not f.negated and f.pay.op in (">", ">=")]
    short = query.memory.topic == TOPIC_ROLES and len(query.text) <= MOST_CHARACTERS
    if not short or not bounds or not _CLOSE.fullmatch(query.text):
        return None
    pay = bounds[0].pay
    below = PayBound.of("<" if pay.op == ">=" else "<=", pay.low or 0.0, unit=pay.unit, currency=pay.currency)
    filters = tuple(replace(f, value=str(below)) if f == bounds[0] else f for f in query.memory.filters)
    return list_roles(replace(query, filters=filters, mentions=(), refines=True), snapshot)


_HOW_MANY = re.compile(
    r"\W*(?:(?:so|ok|and|but)\W+){0,2}how many (?:(?:is|are) (?:that|there|those|these|it|they|we at|left)"
    r"|(?:does that|do we|did that) (?:leave|have))(?: (?:now|in (?:all|total)|altogether|total|then"
    r"|left))*\W*", re.IGNORECASE)


def how_many(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "How many is that", of a list: the list, which says its number first."""
    short = query.memory.topic == TOPIC_ROLES and len(query.text) <= MOST_CHARACTERS
    if not short or not _HOW_MANY.fullmatch(query.text):
        return None
    return list_roles(replace(query, filters=query.memory.filters, mentions=(), refines=True), snapshot)


_HIRES = re.compile(
    r"\W*(?:(?:so|ok|and|but|hey|hi)\W+){0,2}(?:who(?:'?s| is| are|'re| else)?(?: \w+)? (?:hiring|recruiting)|(?:which"
    r"|what) (?:companies|company|firms|employers|places|insurers|pharmas?)(?: \w+)? (?:hir\w+|recruit\w*|pay best)"
    r"|where (?:do|can|should|would) i (?:apply|send my (?:cv|resume)|find (?:the |job )?(?:openings|postings|listings"
    r"|ads))|how do i apply|(?:any|are there(?: any)?)(?: \w+)? (?:openings|vacancies|postings|listings"
    r"|job ads)(?: (?:now|right now|out there|today|at the moment))?|(?:can you |could you )?(?:send|give"
    r"|show) me (?:the |a )?(?:links?|openings|postings|listings)(?: to apply)?|links? to apply)(?: (?:for|in|to|at|of"
    r"|on|as|an?|the|right|now|these|those|them|that|it|this|days|there|today|[a-z]{2,20})){0,5}\W*", re.IGNORECASE)


def who_hires(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Who's hiring", "where do I apply": the articles name no employer and no opening."""
    if len(query.text) > MOST_CHARACTERS or not _HIRES.fullmatch(query.text) or query.narrows_by_attribute or (
            query.values("specialty") and query.shape.has_head):
        return None
    kind = query.kinds[0] if query.kinds else None
    title = snapshot.knowledge.kinds[kind].title if kind else ""
    return answer_no_openings(title, filters=query.memory.filters), replace(query.memory, misses=0)


def another_one(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Fine, another", "nothing else?": the list goes on, or ends."""
    listed = query.memory.topic == TOPIC_ROLES and query.memory.listed and len(query.text) <= MOST_CHARACTERS
    asks = listed and (_ANOTHER.fullmatch(query.text) or _NOTHING_ELSE.fullmatch(query.text))
    return next_page(query, snapshot) if asks else None
