"""Messages that only the last answer explains, whatever intent they were taken for.

Each rule is a function from the query to an answer, or None to keep silent; the first that
speaks wins, before the intent's own action.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Callable, Optional, Tuple

from actions.figure_follow_ups import FIGURE_FOLLOW_UPS
from actions.fragments import bare_superlative
from actions.group_follow_ups import GROUP_FOLLOW_UPS
from actions.list_follow_ups import another_one, how_many, what_comes_close, who_hires, why_this_order
from actions.listing import list_roles
from actions.names import ROLE_TOPICS, TOPIC_PAY, TOPIC_POLLS, TOPIC_QUESTION, TOPIC_REASONS, TOPIC_ROLES
from actions.open_questions import Answered, leans_on_question, open_question
from actions.query import Query, specialty_filters
from actions.role_follow_ups import (
    beside_another_specialty,
    job_or_career,
    judged,
    no_average,
    other_side,
    property_of_the_compared,
    turned_round,
    unstated_of_it,
    what_a_figure_holds,
    whom_one_works_for,
)
from actions.role_questions import ask_pay
from actions.services import Snapshot
from actions.source_follow_ups import another_source
from knowledge.answering.in_force import answer_change, answer_in_force
from knowledge.answering.phrases import joined
from knowledge.answering.role_details import RoleRequest, answer_role_details
from knowledge.answering.sources import answer_reliability
from knowledge.answering.surveys import answer_survey_details
from knowledge.language.steering import asks_what_is_in_force, change_asked
from knowledge.language.survey import survey_aspects

FollowUp = Callable[[Query, Snapshot], Optional[Answered]]
_POINTS_BACK = re.compile(
    r"\b(?:which (?:one|of (?:them|those|these|the two))|both|either|neither|them|they|those)\b", re.IGNORECASE)
_WHICH_IS_RIGHT = re.compile(
    r"\b(?:which|what|who)(?:'?s| one| of (?:them|those|these|the two))?(?: is| are)? (?:right|correct|true|the truth|"
    r"the real one|it\W*$)", re.IGNORECASE)
_EARNS = re.compile(r"\bwhat (?:do|does|would|could|will)\b.{1,40}\b(?:make|earn|pay)\b|\bhow much\b", re.IGNORECASE)
_UNIT = (r"(?:(?:an?|per|by the|by|the|each) )?"
         r"(?:hour(?:ly)?|hr|hrly|year(?:ly)?|yr|annual(?:ly)?|annum|daily|day|salary)")
_WHICH_UNIT = re.compile(
    r"\W*(?:(?:so|ok|and|wait|hmm|but|sorry)\W+){0,3}"
    rf"(?:(?:is|are|was) (?:that|it|this|those|these|they)(?: figures?| numbers?| rates?| pay)? {_UNIT}(?: or {_UNIT})?"
    rf"|(?:(?:that'?s|is that|is it|are those|paid|pay) )?{_UNIT} or {_UNIT})(?: (?:pay|rate|figures?))?\W*",
    re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:numbers?|figures?|salar(?:y|ies)|rates?)\b", re.IGNORECASE)
_SHARE = re.compile(r"\b\d{1,2}\b")  # "how many did they survey for the 95"
_WITH_POLLS = (TOPIC_POLLS, TOPIC_REASONS, TOPIC_QUESTION)


def follow_up(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """The answer to a message that leans on the last answer alone."""
    for rule in FOLLOW_UPS:
        if answered := rule(query, snapshot):
            return answered
    return None


def about_the_surveys(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "How many people was that?", "when was that asked?", after polls were shown."""
    if query.memory.topic not in _WITH_POLLS:
        return None
    polls = [p for p in snapshot.knowledge.polls.values() if p.passage_id in query.memory.cited]
    aspects = survey_aspects(query.text, query.mentions) if polls else ()
    if not aspects:
        return None
    named = {float(value) for value in [*query.values("percent"), *_SHARE.findall(query.text)]}
    answer = answer_survey_details(
        snapshot.knowledge, [p for p in polls if p.percent in named] or polls, aspects,
        filters=query.memory.filters)
    return answer, query.memory.after(answer)


def change_without_a_value(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Change specialty": says what is in force, and asks to what."""
    name = change_asked(query.text, query.mentions)
    if name is None:
        return None
    answer = answer_change(snapshot.knowledge, query.memory.filters, name)
    return answer, replace(query.memory, misses=0)


def what_is_in_force(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "What am I filtering by": the filters, each with its way off."""
    if not asks_what_is_in_force(query.text, query.mentions):
        return None
    return answer_in_force(query.memory.filters), replace(query.memory, misses=0)


def narrowed_by_figures(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Which of them give a number", of a list: the entries with a figure, and no word on trust."""
    of_list = query.memory.topic == TOPIC_ROLES and query.refines
    return list_roles(query, snapshot) if of_list and query.values("pay_given") and not query.kinds else None


def figure_of_a_source(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Glassdoor number?", of the roles last shown: their pay, and whether it is from there."""
    roles = [snapshot.knowledge.roles[i] for i in query.memory.subjects if i in snapshot.knowledge.roles]
    sites = query.values("source")
    of_pay = query.shape.pay_word or _NUMBER.search(query.text)
    if query.memory.topic not in (*ROLE_TOPICS, TOPIC_QUESTION) or not roles or not sites or not of_pay:
        return None
    if query.kinds or query.values("specialty") or any(not _NUMBER.fullmatch(w) for w in query.shape.leftover):
        return None
    given = [r for r in roles if any(f.attributed_to in sites for f in r.figures)]
    notices = () if given else (f"No figure of {joined(sites, 'or')} is given for this. What is given:",)
    request = RoleRequest(tuple(r.id for r in given or roles), specialty_filters(query), notices, pay_only=True)
    answer = answer_role_details(snapshot.knowledge, request)
    kinds = tuple(dict.fromkeys(r.kind for r in roles))
    return answer, query.memory.after(answer, topic=TOPIC_PAY, kinds=kinds)


def still_the_question(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Which one pays more", "can I do both", of what the last open question was about, where that was no role."""
    about_roles = bool(query.memory.subjects) or query.role_ids
    if about_roles or not leans_on_question(query) or not _POINTS_BACK.search(query.text):
        return None
    return open_question(query, snapshot)


def which_poll_is_right(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "So which is right", of polls that differ: the chain of each, and no verdict."""
    polled = query.memory.topic == TOPIC_POLLS and query.memory.cited
    if not polled or not _WHICH_IS_RIGHT.search(query.text) or query.kinds or query.values("specialty"):
        return None
    cited = [p for p in query.memory.cited if p in snapshot.knowledge.passages]
    return answer_reliability(snapshot.knowledge, cited), query.memory


def ordered_anew(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Which is higher", of what was listed or compared: an order, and no word on trust."""
    shown = query.memory.topic in (TOPIC_ROLES, *ROLE_TOPICS)
    return list_roles(query, snapshot) if shown and bare_superlative(query.text, query.memory) else None


def pay_of_it(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "What does that make", of the role last shown."""
    about_a_role = query.memory.topic in (*ROLE_TOPICS, TOPIC_QUESTION) and query.memory.subjects
    only = all(m.kind in ("reference", "cue") for m in query.mentions) and not set(query.shape.leftover) - {"make"}
    asks = query.values("reference") and _EARNS.search(query.text)
    return ask_pay(query, snapshot) if about_a_role and only and asks else None


def unit_of_it(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Per hr or yr?", "is that hourly", of the figures last shown: the same figures with their units."""
    shown = [i for i in query.memory.subjects if i in snapshot.knowledge.roles]
    about_pay = query.memory.topic in (TOPIC_ROLES, *ROLE_TOPICS)
    if not about_pay or not shown or query.kinds or not _WHICH_UNIT.fullmatch(query.text):
        return None
    kept = query.memory.filters
    request = RoleRequest(tuple(shown), tuple(f for f in kept if f.name == "specialty"), (), pay_only=True)
    answer = answer_role_details(snapshot.knowledge, request)
    answer.filters = kept
    kinds = tuple(dict.fromkeys(snapshot.knowledge.roles[i].kind for i in shown))
    memory = query.memory.after(answer, topic=TOPIC_PAY, kinds=kinds, filters=kept)
    return answer, memory.still_listing(query.memory)


FOLLOW_UPS: Tuple[FollowUp, ...] = (
    about_the_surveys, *FIGURE_FOLLOW_UPS, another_source, *GROUP_FOLLOW_UPS, turned_round, judged,
    change_without_a_value, what_is_in_force, narrowed_by_figures, figure_of_a_source,
    still_the_question, which_poll_is_right, ordered_anew, pay_of_it, unit_of_it, what_a_figure_holds, no_average,
    beside_another_specialty, other_side, property_of_the_compared, job_or_career, unstated_of_it, whom_one_works_for,
    how_many, what_comes_close, why_this_order, who_hires, another_one,
)
