"""Follow-ups on the roles last shown: what a figure holds, job or career, a property that nobody states."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Optional

from actions.asked_roles import asked_roles
from actions.names import (
    ROLE_TOPICS,
    TOPIC_ATTRIBUTE,
    TOPIC_COMPARISON,
    TOPIC_OFFERS,
    TOPIC_PAY,
    TOPIC_QUESTION,
    TOPIC_ROLE,
    TOPIC_ROLES,
)
from actions.open_questions import Answered, open_question
from actions.query import Query, specialty_filters
from actions.role_questions import compare
from actions.services import Snapshot
from index.retriever import AnswerStatus
from knowledge.answering.comparison import compare_roles
from knowledge.answering.role_details import MOST_ENTRIES, RoleRequest, answer_attributes, answer_role_details
from knowledge.answering.silence import answer_silent_on_role
from knowledge.facts import ATTRIBUTES, Role

_PART_OF_PAY = (
    r"(?:base(?: (?:pay|salary|only))?|total(?: (?:comp|compensation|pay|package))?|all[- ]in|pre[- ]?tax|post[- ]?tax|"
    r"(?:before|after)[- ]tax(?:es)?|gross|net|take[- ]home|w-?2|1099|full[- ]?time|(?:the |a |any )?(?:bonus(?:es)?|"
    r"benefits|equity|malpractice|incentives?))"
)
_HOLDS = re.compile(
    r"\W*(?:(?:so|ok|and|but|wait|hmm?)\W+){0,2}(?:(?:is|are|was|were|does|do|would)(?:n'?t)? (?:that|this|it|those"
    r"|these|they|the (?:figures?|numbers?|salar(?:y|ies)|pay|median|average))(?: (?:figures?|numbers?|salar(?:y|ies)"
    r"|pay))?(?: (?:including|include|includes|included|with|without|counting|count|for|as|already|all|just|only|a"
    r"|cover|incl))*"
    rf" {_PART_OF_PAY}(?: (?:included|pay|salary|figures?|work))?(?: (?:or|vs\.?|and|\+|plus) {_PART_OF_PAY})?"
    rf"|(?:with|including|without) {_PART_OF_PAY}|{_PART_OF_PAY} or {_PART_OF_PAY}"
    r"(?: (?:pay|salary|comp|figures?|included))?)\W*", re.IGNORECASE)
UNSAID_OF_FIGURES = (
    "Beyond what stands with each figure, the articles do not say whether that is base pay or all of it, before or "
    "after tax, or for how many hours. All that they give:"
)
_WORKS_FOR = re.compile(
    r"\W*(?:(?:so|ok|and|but|hey)\W+){0,2}(?:who (?:pays|employs|hires|runs|owns|signs)(?: (?:for )?(?:it|them|that"
    r"|this|these|those|you|me|the (?:bills|checks?|paychecks?|reviewers?)|your checks?))?|who(?:m)? (?:do|would|will"
    r"|does) (?:i|you|they|one|it) (?:work|report|answer) (?:for|to)|who(?:'?s| is) the (?:employer|boss|client)"
    r"|what kind of (?:company|employer|place) is it)\W*", re.IGNORECASE)
_HOURS_ASKED = re.compile(
    r"\b(?:best|better|worst|least|less|most|more|fewest|fewer|shortest|longest|lightest|easiest|good) hours\b",
    re.IGNORECASE)
_MEANT = re.compile(r"\b(?:i mean(?:t)?|sorry|oops|actually|instead|rather|typo|no,? not)\b", re.IGNORECASE)
NOT_AVERAGED = "I do not average or add up figures: they come from different sites and measures. Side by side:"
_AVERAGES = re.compile(
    r"\W*(?:(?:so|ok|and|but|hey|then)\W+){0,2}(?:(?:what'?s|whats|what is|give me|show|calculate|work out|take"
    r"|get) )?(?:the |an? )?(?:(?:overall |total |combined |rough )?(?:average|mean|avg|sum|total|median)(?: pay"
    r"| salary)?(?: (?:of|for|across|between|over) (?:all (?:of )?)?(?:those|these|them|that|the (?:\w+ )?(?:two|three"
    r"|four|five|list)|all|both|everything))?|(?:average|add) (?:them|those|these|it)(?: (?:up|out|together))?"
    r"|on average|(?:overall|in total))(?: then| tho| though| instead)?\W*", re.IGNORECASE)
_WHICH_OF_THEM = re.compile(
    r"\W*(?:(?:and|so|but|ok|hey)\W+){0,2}(?:which|what|who|whose|are (?:they|both|either)|do(?:es)? (?:they|both"
    r"|either|any)|is (?:either|one)|can i do (?:either|both|them))\b", re.IGNORECASE)
_BY_VERB = {  # what a comparative asks of, where no name of a wish stands
    "travel": re.compile(r"\btravels?\b|\bon the road\b", re.IGNORECASE),
    "schedule": re.compile(r"\b(?:flexible|predictable|hours)\b", re.IGNORECASE),
    "growth": re.compile(r"\b(?:ladder|promotion|move up|advance\w*|grow\w*)\b", re.IGNORECASE),
    "patient_contact": re.compile(r"\bpatients?\b", re.IGNORECASE),
}
_JOB_OR_CAREER = re.compile(
    r"\b(?:an? |more of an? |just an? )?(?:side )?(?:job|gig),? (?:or|vs\.?|versus) (?:rather )?(?:an? )?(?:real "
    r"|actual |full |whole )?career\b|\bcareer,? (?:or|vs\.?|versus) (?:just )?(?:an? )?(?:side )?(?:job"
    r"|gig)\b", re.IGNORECASE)
_DIFFERENCE = "do non-clinical jobs pay by the hour and careers grow in responsibility"
_MOST_LOOSE_WORDS = 1
MOST_CHARACTERS = 120  # of a question on a figure


def what_a_figure_holds(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Is that base or total?", of the figures last shown: the articles do not say; the figures once more."""
    shown = [i for i in query.memory.subjects if i in snapshot.knowledge.roles]
    about_pay = query.memory.topic in (TOPIC_ROLES, TOPIC_QUESTION, TOPIC_OFFERS, *ROLE_TOPICS)
    figured = [i for i in query.role_ids or shown if snapshot.knowledge.roles[i].figures]
    asks = len(query.text) <= MOST_CHARACTERS and _HOLDS.fullmatch(query.text)
    if not asks or not about_pay or not figured or query.kinds or query.values("specialty"):
        return None
    request = RoleRequest(tuple(figured), specialty_filters(query), (UNSAID_OF_FIGURES,), pay_only=True)
    answer = answer_role_details(snapshot.knowledge, request)
    kinds = tuple(dict.fromkeys(snapshot.knowledge.roles[i].kind for i in figured))
    memory = query.memory.after(answer, topic=TOPIC_PAY, kinds=kinds, filters=query.memory.filters)
    return answer, memory.still_listing(query.memory)


def job_or_career(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Is a CMO a job or a career": how much of one's time and what growth is stated, and what sets them apart."""
    if not _JOB_OR_CAREER.search(query.text) or not (query.kinds or query.role_ids):
        return None
    roles, notices, kinds = asked_roles(query, snapshot)
    if not roles:
        return None
    answer = answer_attributes(snapshot.knowledge, roles, ["commitment", "growth"], filters=specialty_filters(query),
                               notices=notices)
    evidence = snapshot.retriever.evidence(_DIFFERENCE)
    if evidence.status is AnswerStatus.FOUND:
        passage = snapshot.knowledge.passages[evidence.hits[0].passage_id]
        answer.passages.append(passage)
        answer.say("passages", f"{passage.text} {answer.citations.mark(passage.id)}")
    return answer, query.memory.after(answer, topic=TOPIC_ATTRIBUTE, kinds=kinds)


_JUDGED = re.compile(
    r"\W*(?:(?:so|ok|okay|and|but|hey|hmm?|well|cool|alright|lol)\W+){0,3}(?:what(?:'?s| is| are|s)?|whats|any|are "
    r"there|is "
    r"there|tell me)?(?: (?:any|the|a|some|about|biggest|main|real|big|there|my)){0,3} ?"
    r"(?P<asked>catch|down ?sides?|draw ?backs?|cons|pros(?: (?:and|&|n|or) cons)?|up ?sides?|"
    r"(?:bad|hard|worst|ugly|best|good|boring|annoying) (?:parts?|sides?|things?)|gotchas?|risks?|"
    r"worth it|a (?:good|bad) (?:gig|job|deal|move|idea))"
    r"(?P<of>(?: (?:with|of|to|about|in|for|be|being|doing|that|this|it|the|an?|one|them|those|there|here|work|job|"
    r"role|"
    r"gig|then|though|tho|w)|[^\w\s])*(?: .{2,60})?)\W*", re.IGNORECASE)


def judged(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "What's the catch with it", "any cons to UR": what the role's own passages say of it, or that they do not."""
    match = _JUDGED.fullmatch(query.text) if len(query.text) <= MOST_CHARACTERS else None
    if match is None or query.narrows_by_attribute or query.wishes:
        return None
    named = bool(query.kinds or query.role_ids)
    more = query.shape.leftover and match["of"].strip().split()[2:]
    if not named and (_looked_at(query, snapshot) is None or more):
        return None
    pointed = query if named else query.about(query.memory.subjects[0])
    roles, notices, kinds = asked_roles(pointed, snapshot)
    if not roles:
        return None
    answer = answer_silent_on_role(snapshot.knowledge, roles, [match["asked"]], filters=specialty_filters(query),
                                   notices=notices)
    memory = query.memory.after(answer, topic=TOPIC_ROLE, kinds=kinds, filters=query.memory.filters)
    return answer, memory.still_listing(query.memory)


_TURNED_ROUND = re.compile(
    r"\W*(?:(?:ok|okay|now|can you|pls|please|and)\W+){0,3}(?:swap|flip|switch|reverse|turn|invert)"
    r"(?: (?:them|those|these|it|both|the|two|order|sides|columns|places|around|round|roles)){1,4}(?: (?:please|"
    r"pls))?\W*",
    re.IGNORECASE)


def turned_round(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Swap them", of roles side by side: the same comparison the other way round."""
    shown = [snapshot.knowledge.roles[i] for i in query.memory.subjects if i in snapshot.knowledge.roles]
    if query.memory.topic != TOPIC_COMPARISON or len(shown) < 2 or not _TURNED_ROUND.fullmatch(query.text):
        return None
    answer = compare_roles(snapshot.knowledge, shown[::-1], filters=query.memory.filters)
    return answer, query.memory.after(answer, topic=TOPIC_COMPARISON, kinds=query.memory.kinds[::-1])


def unstated_of_it(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "And malpractice?", "can I do it evenings", after a look at a role: asked of that role, no wish for a list."""
    asks = query.shape.is_question and query.wishes and not query.shape.has_head
    if not asks or query.kinds or query.values("specialty") or query.narrows_by_attribute:
        return None
    role = _looked_at(query, snapshot)
    if role is None or len(query.shape.leftover) > _MOST_LOOSE_WORDS:
        return None
    answer, memory = open_question(query.about(role.id), snapshot)
    return answer, memory.still_about(query.memory)


def property_of_the_compared(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Which one travels more", "and which has more growth", of roles side by side: that property of each."""
    memory = query.memory
    side_by_side = memory.topic in (TOPIC_COMPARISON, TOPIC_ATTRIBUTE)
    of_list = memory.topic in (TOPIC_ROLES, *ROLE_TOPICS) and _HOURS_ASKED.search(query.text)  # no wish for a filter
    shown = memory.subjects if len(memory.subjects) > 1 else memory.listed if of_list else ()
    roles = [snapshot.knowledge.roles[i] for i in shown if i in snapshot.knowledge.roles][:MOST_ENTRIES]
    if not (side_by_side or of_list) or len(roles) < 2 or query.kinds:
        return None
    asks = _WHICH_OF_THEM.match(query.text) and not query.shape.has_head and not query.values("specialty")
    names = list(dict.fromkeys(m.kind for m in query.mentions if m.kind in ATTRIBUTES))
    names += [name for name, words in _BY_VERB.items() if words.search(query.text) and name not in names]
    if not asks or not names or len(query.text) > MOST_CHARACTERS or any(m.kind == "pay" for m in query.mentions):
        return None
    answer = answer_attributes(snapshot.knowledge, roles, names, filters=query.memory.filters)
    memory = query.memory.after(answer, topic=TOPIC_ATTRIBUTE, kinds=query.memory.kinds, filters=query.memory.filters)
    return answer, memory.still_listing(query.memory)


def other_side(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Med affairs, I mean", of two just compared: it takes the place of the last of them."""
    corrects = query.memory.topic == TOPIC_COMPARISON and len(query.kinds) == 1 and _MEANT.search(query.text)
    if not corrects or query.shape.has_head or query.shape.is_question or query.shape.pay_word:
        return None
    others = [kind for kind in query.memory.kinds if kind not in query.kinds]
    if not others:
        return None
    return compare(replace(query, kinds=(*(others[:-1] or others), *query.kinds)), snapshot)


def beside_another_specialty(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Vs onc", after a role of one specialty: the same work there, side by side."""
    looked = query.memory.topic in ROLE_TOPICS and len(query.memory.kinds) == 1 and query.memory.subjects
    asks = query.shape.compare_cue and len(query.values("specialty")) == 1 and not query.shape.leftover
    if not looked or not asks or query.kinds or query.shape.has_head or query.narrows_by_attribute:
        return None
    return compare(replace(query, refines=True), snapshot)


def no_average(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Average of those?": nothing is averaged or added up; the figures side by side."""
    shown = [i for i in query.memory.subjects if i in snapshot.knowledge.roles and snapshot.knowledge.roles[i].figures]
    if len(query.text) > MOST_CHARACTERS or len(shown) < 2 or not _AVERAGES.fullmatch(query.text):
        return None
    request = RoleRequest(tuple(shown), specialty_filters(query), (NOT_AVERAGED,), pay_only=True)
    answer = answer_role_details(snapshot.knowledge, request)
    answer.filters = query.memory.filters
    kinds = tuple(dict.fromkeys(snapshot.knowledge.roles[i].kind for i in shown))
    memory = query.memory.after(answer, topic=TOPIC_PAY, kinds=kinds, filters=query.memory.filters)
    return answer, memory.still_listing(query.memory)


def whom_one_works_for(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Who pays them", "who would I work for", of the role last looked at: its setting."""
    role = _looked_at(query, snapshot)
    if role is None or len(query.text) > MOST_CHARACTERS or not _WORKS_FOR.fullmatch(query.text):
        return None
    roles = [snapshot.knowledge.roles[i] for i in query.memory.subjects if i in snapshot.knowledge.roles]
    answer = answer_attributes(snapshot.knowledge, roles, ["setting"], filters=specialty_filters(query))
    return answer, query.memory.after(answer, topic=TOPIC_ATTRIBUTE, kinds=(role.kind,), filters=query.memory.filters)


def _looked_at(query: Query, snapshot: Snapshot) -> Optional[Role]:
    """The role last looked at; None where several kinds of work were."""
    roles = [snapshot.knowledge.roles[i] for i in query.memory.subjects if i in snapshot.knowledge.roles]
    looked = query.memory.topic in ROLE_TOPICS and len({role.kind for role in roles}) == 1
    return roles[0] if looked else None
