"""Follow-ups on figures last shown: why so high, whose pay it is, by another unit, a doubt about one of them.

Each rule reads the message by its form, because a doubt ("is 357k for full time?") and a wish
("357k, full time") name the same things; only what was shown before tells them apart.
"""

from __future__ import annotations

import re
from typing import Optional, Sequence

from actions.asked_roles import asked_roles
from actions.names import (
    ROLE_TOPICS,
    TOPIC_COMPARISON,
    TOPIC_NEXT_STEPS,
    TOPIC_PAY,
    TOPIC_POLLS,
    TOPIC_QUESTION,
    TOPIC_REASONS,
    TOPIC_ROLES,
)
from actions.open_questions import Answered
from actions.query import Query
from actions.role_follow_ups import MOST_CHARACTERS, UNSAID_OF_FIGURES
from actions.services import Snapshot
from knowledge.answering.answer import Answer, Block
from knowledge.answering.comparison import answer_differences
from knowledge.answering.figures import (
    MOST_SHOWN,
    NO_REASON,
    NOT_RECKONED,
    WHOSE,
    answer_by_unit,
    answer_figures,
    names_figure,
)
from knowledge.answering.role_details import roles_of_kind
from knowledge.answering.role_lists import role_line
from knowledge.answering.sources import answer_reliability
from knowledge.answering.surveys import answer_survey_details
from knowledge.facts import Role
from knowledge.filters import Filter
from knowledge.language.pay import PayBound
from knowledge.language.survey import PEOPLE

_OF_PAY = (TOPIC_ROLES, TOPIC_QUESTION, TOPIC_NEXT_STEPS, *ROLE_TOPICS)
_OPENING = r"\W*(?:(?:so|ok|okay|and|but|wait|hmm?|then|well|huh|really|seriously|hey|tho)\W+){0,3}"
_WHY = re.compile(rf"{_OPENING}(?:why(?:'?s)?|how come|how is it that|how'?s it that|what explains|what'?s behind)\b",
                  re.IGNORECASE)
# What a question on the height of a figure is made of; a word beside these makes it another question.
_HEIGHT_WORDS = frozenset(
    "high higher highest low lower lowest more less much little big bigger small smaller good better bad worse well "
    "poorly cheap rich different differ differs difference differing gap same identical alike way above below huge "
    "crazy insane pay pays paid paying earn earns make makes making salary salaries number numbers figure figures rate "
    "rates money amount amounts median average avg per explains behind compared while two both "
    "whys hows whats come that's".split())
_HEIGHT = re.compile(
    r"\b(?:high(?:er|est)?|low(?:er|est)?|more|less|much|little|big(?:ger)?|small(?:er)?|good|better|bad|worse|well"
    r"|poorly|cheap|differ\w*|gap|same|identical|alike|huge|crazy|insane)\b", re.IGNORECASE)
_LEAVING = re.compile(r"\b(?:leav\w+|quit\w*|burn\w*|retir\w+|unhappy|exit\w*|get(?:ting)? out|switch\w*|stress\w*)\b",
                      re.IGNORECASE)
_TWO_SIDES = re.compile(r"\b(?:than|differ\w*|gap|same|identical|alike|compared|both)\b", re.IGNORECASE)


def why_that_height(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Why is onc so high", of pay last shown: no article gives a reason; what stands with the figures."""
    text = query.text
    asks = len(text) <= MOST_CHARACTERS and _WHY.match(text) and _HEIGHT.search(text) and not query.wishes
    if not asks or set(query.shape.leftover) - _HEIGHT_WORDS or query.asks_properties or _LEAVING.search(text):
        return None
    roles = _figured(_meant(query, snapshot, every=bool(_TWO_SIDES.search(text))))
    if not roles:
        return None
    filters = query.memory.filters
    if len(roles) > 1:
        answer = answer_differences(snapshot.knowledge, roles, filters=filters)
    else:
        answer = answer_figures(snapshot.knowledge, roles, NO_REASON, filters=filters)
    return _remembered(query, answer, roles, TOPIC_COMPARISON if len(roles) > 1 else TOPIC_PAY)


_IS_IT = (r"(?:is|are|was|were|isn'?t|aren'?t) (?:that|this|those|these|they|it|the (?:figures?|numbers?|pay|rate|"
          r"salar(?:y|ies)|averages?|medians?|poll|survey))\b")
_WHOSE = re.compile(
    rf"{_OPENING}{_IS_IT}.{{0,60}}\b(?:every(?:one|body)|across|in general|specific(?:ally)? (?:to|for)|"
    r"all (?:physicians|doctors|docs|specialt\w+|of them|comers)|any (?:physician|doctor|specialty)|"
    r"(?:just|only) (?:for |of |about )?(?:\w+ )?(?:physicians?|doctors?|docs|mds?|nurses|members|americans?|\w+ists?)|"
    r"or (?:all|any|every|just|only|general)|non[- ]?(?:physicians|doctors|mds?)|nurses|"
    r"physicians or|doctors or|docs or|mds or)\b", re.IGNORECASE)
_WHOSE_FIGURE = re.compile(
    rf"{_OPENING}(?:whose|who'?s) (?:pay|salary|salaries|numbers?|figures?|rate) (?:is|are|was) (?:that|it|this|those)"
    r"\W*", re.IGNORECASE)


def whose_figure(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Is that cardiologists or everybody?", of figures or polls last shown."""
    asks = _WHOSE.match(query.text) or _WHOSE_FIGURE.fullmatch(query.text)
    if not asks or len(query.text) > MOST_CHARACTERS or (query.narrows_by_attribute and not query.specialties):
        return None
    if query.asks_properties or query.wishes:
        return None
    memory, knowledge = query.memory, snapshot.knowledge
    polls = [p for p in knowledge.polls.values() if p.passage_id in memory.cited]
    if memory.topic in (TOPIC_POLLS, TOPIC_REASONS) and polls:
        answer = answer_survey_details(knowledge, polls, (PEOPLE,), filters=memory.filters)
        return answer, memory.after(answer)
    roles = _figured([knowledge.roles[i] for i in memory.subjects if i in knowledge.roles])
    if memory.topic not in _OF_PAY or not roles or (query.kinds and not {r.kind for r in roles} & set(query.kinds)):
        return None
    answer = answer_figures(knowledge, roles, WHOSE, filters=memory.filters)
    return _remembered(query, answer, roles, TOPIC_PAY)


_BY_UNIT = re.compile(
    rf"{_OPENING}(?:(?:what(?:'?s| is| does| would|s)?|how much(?: is| does| would)?|and|what about|how about|in|as)"
    r"(?: (?:that|it|this|the|pay|rate|salary|about|work out|come out|come|be|to|is|as|in|make))*[ ,]+)?"
    r"(?:(?:an?|per|by the|by|each|the|as an?|in|for a(?: full)?) )?"
    r"(?:(?P<hour>hour(?:ly)?(?: rate)?|hr|hrly)|(?P<year>year(?:ly)?|yr|annual(?:ly|i[sz]ed)?|annum|full year"
    r"|annual salary))(?: (?:pay|rate|salary|figure|then|tho|though|terms|pls|please))*\W*", re.IGNORECASE)


def by_another_unit(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Per year?", of an hourly rate last looked at: what it comes to; "hourly?" of a salary: that nobody says."""
    match = _BY_UNIT.fullmatch(query.text) if len(query.text) <= MOST_CHARACTERS else None
    if match is None or query.memory.topic not in (TOPIC_NEXT_STEPS, *ROLE_TOPICS) or query.kinds:
        return None
    known = snapshot.knowledge.roles
    roles = _figured([known[i] for i in query.memory.subjects if i in known])
    if not roles or query.values("specialty") or query.values("pay") or query.memory.pending_pay:
        return None
    unit = "hour" if match["hour"] else "year"
    answer = answer_by_unit(snapshot.knowledge, roles, unit, filters=query.memory.filters)
    return _remembered(query, answer, roles, TOPIC_PAY)


_RECKONED = re.compile(
    rf"{_OPENING}(?:(?:what(?:'?s| is|s)? )?(?:the |a )?(?:pay|salary|annual|yearly|dollar|money|\$|total|exact|hourly)"
    r" (?:difference|gap|diff)(?: (?:between|of) (?:them|those|these|the two|both))?"
    r"|how much (?:more|less|higher|lower|better|of an? (?:gap|difference|cut|raise))(?: (?:is|are|does|do|would|that"
    r"|it|one|pay|make|of|the|first|other|second|them|in|dollars|a|year|hour|per)\b)*"
    r"|.{0,40}\b(?:double|twice|triple|half|(?:two|three|2|3|1\.5)(?: ?x| times))\b.{0,20}"
    r"|by how much)\W*", re.IGNORECASE)


def not_reckoned(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Annual difference?", "so about double?", of figures side by side: shown again, not reckoned with."""
    known = snapshot.knowledge.roles
    roles = _figured([known[i] for i in query.memory.subjects if i in known])
    asks = len(query.text) <= MOST_CHARACTERS and _RECKONED.fullmatch(query.text) and not query.shape.has_head
    if not asks or len(roles) < 2 or query.memory.topic not in (TOPIC_ROLES, *ROLE_TOPICS) or query.asks_properties:
        return None
    if set(query.kinds) - {r.kind for r in roles} or query.values("specialty") or query.values("pay"):
        return None
    answer = answer_figures(snapshot.knowledge, roles, NOT_RECKONED, filters=query.memory.filters)
    return _remembered(query, answer, roles, TOPIC_PAY)


_DOUBTS = re.compile(
    r"\b(?:real(?:ly|istic)?|legit\w*|true|accurate|believ\w*|credible|bs|bull\w*|serious(?:ly)?|right|correct|"
    r"come from|"
    r"trust\w*|reliable|plausible|made up|fake|inflated|too good|typo|sure|legitimate|where did you get|"
    r"where (?:is|does|did|was)|who sa(?:ys|id)|says who|how do you know|sounds? (?:high|low|off|wrong|crazy|great))\b",
    re.IGNORECASE)
_BASIS = re.compile(
    r"\b(?:full[- ]?time|part[- ]?time|ft|pt|fte|hours?|base|bonus\w*|total|gross|net|tax\w*|w-?2|1099|average|median|"
    r"mean|starting|entry[- ]level|senior|experience\w*|before|after|include[sd]?|including|included)\b",
    re.IGNORECASE)
_HOPES = re.compile(r"\b(?:jobs?|roles?|work|gigs?|anything|something|need|want|looking|show|find|list|"
                    r"which|what pays)\b",
                    re.IGNORECASE)


def doubted_figure(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Is the 273k real?", "357k for part time?": a figure just shown, or of the role named, and no wish for pay."""
    amounts = [PayBound.parse(m.value) for m in query.mentions if m.kind == "pay" and not m.excluded]
    asks = len(amounts) == 1 and amounts[0].op in ("=", "~") and len(query.text) <= MOST_CHARACTERS
    doubt, basis = _DOUBTS.search(query.text), _BASIS.search(query.text)
    hopes = _HOPES.search(query.text) and not (doubt and query.kinds)
    if not asks or hopes or not (query.shape.is_question or "?" in query.text):
        return None
    roles = [r for r in _near(query, snapshot) if any(names_figure(f, amounts[0]) for f in r.figures)]
    if not roles or not (doubt or basis):
        return None
    knowledge, filters = snapshot.knowledge, query.memory.filters
    if not doubt:
        answer = answer_figures(knowledge, roles, UNSAID_OF_FIGURES, filters=filters)
        return _remembered(query, answer, roles, TOPIC_PAY)
    shown = roles[:MOST_SHOWN]
    answer = answer_reliability(knowledge, list(dict.fromkeys(f.passage_id for r in shown for f in r.figures)))
    lines = [Block("lead", role_line(role, answer)) for role in shown]
    answer.roles, answer.blocks, answer.filters = list(shown), [*lines, *answer.blocks], filters
    answer.subjects = [role.id for role in shown]
    return _remembered(query, answer, roles, TOPIC_PAY)


def _figured(roles: Sequence[Role]) -> list[Role]:
    return [role for role in roles if role.figures]


def _near(query: Query, snapshot: Snapshot) -> list[Role]:
    """The roles that a message names, or else those shown last and those of the list."""
    if query.kinds or query.role_ids:
        return asked_roles(query, snapshot)[0]
    known, memory = snapshot.knowledge.roles, query.memory
    return [known[i] for i in dict.fromkeys((*memory.subjects, *memory.listed)) if i in known]


def _meant(query: Query, snapshot: Snapshot, *, every: bool) -> list[Role]:
    """The roles whose pay is asked about: named, or those last shown, in the specialties that are named.

    `every` adds the other entries of the kind, where one alone was shown: "so why is it different".
    """
    knowledge, memory = snapshot.knowledge, query.memory
    specialties = [s for s in query.values("specialty") if s != "any"]
    kinds = query.kinds
    if not kinds:
        shown = [knowledge.roles[i] for i in memory.subjects if i in knowledge.roles]
        if query.role_ids:  # "why is it lower than the first"
            beside = memory.subjects if every and len(query.role_ids) < 2 else ()
            pointed = dict.fromkeys((*query.role_ids, *beside))
            if len(pointed) > 1 or not every:
                return [knowledge.roles[i] for i in pointed if i in knowledge.roles]
        if memory.topic not in _OF_PAY or memory.topic == TOPIC_ROLES or not shown:
            return []
        if not specialties and (len(shown) > 1 or not every):
            return shown
        kinds = tuple(dict.fromkeys(role.kind for role in shown))
    entries, _ = roles_of_kind(knowledge, kinds, specialties)
    return entries if specialties or every else entries[:MOST_SHOWN]


def _remembered(query: Query, answer: Answer, roles: Sequence[Role], topic: str) -> Answered:
    """An aside on figures: the list and its filters stay."""
    kinds = tuple(dict.fromkeys(role.kind for role in roles[:MOST_SHOWN]))
    filters: tuple[Filter, ...] = query.memory.filters
    return answer, query.memory.after(answer, topic=topic, kinds=kinds, filters=filters).still_listing(query.memory)


FIGURE_FOLLOW_UPS = (why_that_height, whose_figure, by_another_unit, not_reckoned, doubted_figure)
