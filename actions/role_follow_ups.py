"""Follow-ups on the roles last shown: what a figure holds, job or career, a property that nobody states."""

from __future__ import annotations

import re
from typing import Optional

from actions.asked_roles import asked_roles
from actions.names import ROLE_TOPICS, TOPIC_ATTRIBUTE, TOPIC_OFFERS, TOPIC_PAY, TOPIC_QUESTION, TOPIC_ROLES
from actions.open_questions import Answered, open_question
from actions.query import Query, specialty_filters
from actions.services import Snapshot
from index.retriever import AnswerStatus
from knowledge.answering.role_details import RoleRequest, answer_attributes, answer_role_details
from knowledge.facts import Role

_PART_OF_PAY = (
    r"(?:base(?: (?:pay|salary|only))?|total(?: (?:comp|compensation|pay|package))?|all[- ]in|pre[- ]?tax|post[- ]?tax|"
    r"(?:before|after)[- ]tax(?:es)?|gross|net|take[- ]home|w-?2|1099|full[- ]?time|(?:the |a |any )?(?:bonus(?:es)?|"
    r"benefits|equity|malpractice|incentives?))"
)
_HOLDS = re.compile(
    r"\W*(?:(?:so|ok|and|but|wait|hmm?)\W+){0,2}(?:(?:is|are|was|were|does|do|would)(?:n'?t)? (?:that|this|it|those|"
    r"these|"
    r"they|the (?:figures?|numbers?|salar(?:y|ies)|pay|median|average))(?: (?:figures?|numbers?|salar(?:y|ies)|pay))?"
    r"(?: (?:including|include|includes|included|with|without|counting|count|for|as|already|all|just|only|a|cover|"
    r"incl))*"
    rf" {_PART_OF_PAY}(?: (?:included|pay|salary|figures?|work))?(?: (?:or|vs\.?|and|\+|plus) {_PART_OF_PAY})?"
    rf"|(?:with|including|without) {_PART_OF_PAY}|{_PART_OF_PAY} or {_PART_OF_PAY}"
    r"(?: (?:pay|salary|comp|figures?|included))?)\W*", re.IGNORECASE)
UNSAID_OF_FIGURES = (
    "The articles do not say whether that is base pay or all of it, before or after tax, or for how many hours. All "
    "that they give:"
)
_JOB_OR_CAREER = re.compile(
    r"\b(?:an? |more of an? |just an? )?(?:side )?(?:job|gig),? (?:or|vs\.?|versus) (?:rather )?(?:an? )?(?:real |"
    r"actual |"
    r"full |whole )?career\b|\bcareer,? (?:or|vs\.?|versus) (?:just )?(?:an? )?(?:side )?(?:job|gig)\b", re.IGNORECASE)
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


def _looked_at(query: Query, snapshot: Snapshot) -> Optional[Role]:
    """The role last looked at; None where several kinds of work were."""
    roles = [snapshot.knowledge.roles[i] for i in query.memory.subjects if i in snapshot.knowledge.roles]
    looked = query.memory.topic in ROLE_TOPICS and len({role.kind for role in roles}) == 1
    return roles[0] if looked else None
