"""How to get into non-clinical work: no article lays out the steps, and some say what helps.

Asked of a role ("how do I become an MSL") the passages of that role come first, where they
speak of the way in; what the articles say of getting in at all follows.
"""

from __future__ import annotations

import re
from typing import Optional

from actions.asked_roles import asked_roles, time_notices
from actions.memory import Memory
from actions.names import ROLE_TOPICS, TOPIC_QUESTION
from actions.query import Query
from actions.services import Snapshot
from index.retriever import AnswerStatus
from knowledge.answering.answer import Answer, Block
from knowledge.answering.passages import answer_way_in
from knowledge.answering.phrases import joined
from knowledge.filters import attribute_label

HOW_TO_GET_IN = re.compile(
    r"\bhow (?:do|can|could|does|would|to|did|should|might)(?: (?:i|you|one|someone|somebody|we|they|doctors|"
    r"physicians|docs|people|an?|\w+ists?)){0,3}(?: (?:even|actually|really|ever|best|go about|manage to|begin to|"
    r"start to))? ?"
    r"(?:get(?:ting)?(?! (?:out|rid|paid|over|back|away|off|through|more|better|less))|becom(?:e|ing)|start|break|land|"
    r"find|apply|move|go|qualify|switch|transition|network|pivot|enter|train)\b"
    r"|\bnetwork(?:ing)?\b"
    r"|\bwhat (?:do|would|does) (?:i|it|you|one) (?:need|take|require) to (?:get|become|be|do|start|land|break)\b"
    r"|\bhow (?:long|hard|easy|difficult|tough) (?:does|would|will|did|might|is)(?: it)?(?: (?:take|be))?(?: (?:me|"
    r"one|you))? to "
    r"(?:get|become|be|break|land|start|move|switch|qualify)\b"
    r"|\bfoot in the door\b|\b(?:get|break)(?:ting|ing)? into\b"
    r"|\b(?:steps?|path|route|road|way) (?:in\b|into\b|to (?:becom|get|be\b|being))", re.IGNORECASE)
# Besides a role or a setting, all that may be got into: "how do I network my way into industry".
_WORK_AT_LARGE = frozenset(
    "network networking networks way door foot industry started start career careers transition switch move "
    "nonclinical non-clinical leave practice medicine clinic out first step steps path route road begin "
    "connections contacts break enter apply pivot corporate side world".split())
_OF_ENTRY = frozenset(("degree", "license", "board certification", "residency"))  # what one may lack on the way in
_OF_WORK = frozenset(
    "network networking industry transition nonclinical non-clinical door corporate career careers".split())
_OF_THE_WAY_IN = re.compile(
    r"\b(?:entry|enter|way in|break into|hard(?:er)? to|difficult|network\w*|certif\w*|degree|audience|"
    r"first (?:step|job)|point of entry|start(?:s|ing)? point|take them on|hire\w*)\b", re.IGNORECASE)
# Asked of the articles at large, in the words in which they could answer; each counts only where it is answered.
_AT_LARGE = (
    "how do physicians move up from hourly consulting to director roles",
    "is a non-clinical career harder to get than a part-time job",
)
MOST_OF_THE_ROLE = 2


def getting_in(query: Query, snapshot: Snapshot) -> Optional[tuple[Answer, Memory]]:
    """What the articles say of getting in, where that is asked; None where they say nothing of it."""
    if not asks_the_way_in(query):
        return None
    named = bool(query.kinds or query.role_ids or (query.wishes and _last_looked_at(query)))
    roles, _, kinds = asked_roles(query, snapshot) if named else ([], [], ())
    knowledge = snapshot.knowledge
    of_role = [p for role in roles for p in role.passage_ids if _OF_THE_WAY_IN.search(knowledge.passages[p].text)]
    at_large = [i for question in _AT_LARGE if (i := _answering(question, snapshot)) and i not in of_role]
    if not of_role and not at_large:
        return None
    answer = answer_way_in(knowledge, of_role[:MOST_OF_THE_ROLE], at_large, into=_into(query, kinds, snapshot))
    if late := time_notices(query):
        answer.blocks.insert(0, Block("notice", " ".join(late)))
    if query.wishes:
        answer.say("notice", f"On {joined([f'“{wish}”' for wish in query.wishes])} they say nothing.")
    answer.subjects = [role.id for role in roles[:1]] or answer.subjects
    return answer, query.memory.after(answer, topic=TOPIC_QUESTION, kinds=kinds, question=query.text[:300])


def asks_the_way_in(query: Query) -> bool:
    """Whether a message asks how to get into a role, a setting, or work outside practice at all."""
    other = set(query.values("unstated_wish")) - _OF_ENTRY
    if not HOW_TO_GET_IN.search(query.text) or other or query.values("geography"):
        return False
    if query.wishes and _last_looked_at(query):  # "how do I get one with no experience"
        return True
    if query.kinds or query.role_ids or query.values("setting"):
        return True
    left = set(query.shape.leftover)
    of_work = query.shape.has_head or left & _OF_WORK or "clinical" in query.text.lower()
    return left <= _WORK_AT_LARGE and bool(of_work)


def _last_looked_at(query: Query) -> bool:
    """Whether a single role was looked at just before."""
    return query.memory.topic in ROLE_TOPICS and len(query.memory.kinds) == 1


def _answering(question: str, snapshot: Snapshot) -> Optional[str]:
    evidence = snapshot.retriever.evidence(question)
    return evidence.hits[0].passage_id if evidence.status is AnswerStatus.FOUND else None


def _into(query: Query, kinds: tuple[str, ...], snapshot: Snapshot) -> str:
    """What is to be got into, in words: a kind of work, or a setting; "" where none was named."""
    if kinds:
        return snapshot.knowledge.kinds[kinds[0]].title
    setting = query.first("setting")
    return attribute_label("setting", setting) if setting else ""
