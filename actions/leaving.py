"""Why physicians leave: the reasons that articles name, or the one that a question asks about."""

from __future__ import annotations

import re
from typing import Optional

from actions.names import TOPIC_REASONS
from actions.open_questions import Answered, asks_share, open_question, polls
from actions.polls import polls_about
from actions.query import Query, specialty_filters
from actions.services import Snapshot
from knowledge.answering.reasons import answer_main_reasons, answer_reasons, drivers_named
from knowledge.coverage import serving_specialties
from knowledge.facts import Driver

_ABOUT_LEAVING = re.compile(
    r"\b(?:why|reasons?|driv\w+|leav\w+|left|quit\w*|burn\w*|motivat\w+|push\w*|caus\w+|fed up|unhappy|"
    r"frustrat\w+|exit\w*|switch\w*|escap\w+|mak\w+ (?:them|people|docs|doctors))\b", re.IGNORECASE)
_DOUBTS_ONE = re.compile(
    r"\W*(?:(?:so|and|but|ok|hey|hi) )*(?:did|do|does|is|are|was|were|has|have|how (?:does|do|did|much does))\b",
    re.IGNORECASE)  # "did covid make them leave", "how does prior auth affect burnout"
_MAIN_ONE = re.compile(
    r"(?:\b(?:main|biggest|top|number one|primary|leading|most common|major|no\.? ?1|single)|# ?1)(?: \w+)? "
    r"(?:reasons?|causes?|drivers?|factors?|complaints?)\b", re.IGNORECASE)
_SETS_APART = re.compile(r"\b(?:more|less|worse|better|vs|versus|than|compare[ds]?|or)\b", re.IGNORECASE)
_VAGUE = frozenset("true really reason reasons main biggest big common factor cause causes issue problem part "
                   "medicine practice field clinical still happening oncology cardiology".split())


def reasons(query: Query, snapshot: Snapshot) -> Answered:
    """Why physicians leave; a poll that is asked for by its meaning is answered as one."""
    if asks_share(query) and polls_about(query, snapshot):
        return polls(query, snapshot)
    other = query.shape.leftover or query.values("unstated_wish")
    if other and not _ABOUT_LEAVING.search(query.text):
        return open_question(query, snapshot)
    kept = specialty_filters(query)
    if _MAIN_ONE.search(query.text) and (main := _main_ones(query, snapshot)):
        return main
    named: list[Driver] = []
    if _DOUBTS_ONE.match(query.text) and (doubted := _doubted(query)):
        named = drivers_named(snapshot.knowledge, doubted, query.specialties)
        if not named:
            return open_question(query, snapshot)
    answer = answer_reasons(snapshot.knowledge, query.specialties, filters=kept, only=named)
    if len(query.specialties) > 1 and _SETS_APART.search(query.text):
        answer.say("notice", "No article compares the specialties with each other; these are the reasons of each.")
    return answer, query.memory.after(answer, topic=TOPIC_REASONS, filters=kept, kinds=())


def _main_ones(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """The polls that asked for the main reason, in the articles of the specialties asked for, now or just before."""
    kept = specialty_filters(query)
    if query.memory.topic == TOPIC_REASONS and not kept:
        kept = tuple(f for f in query.memory.filters if f.name == "specialty")
    specialties = [f.value for f in kept if not f.negated]
    serving = set(serving_specialties(snapshot.knowledge, specialties))
    articles = snapshot.knowledge.articles
    asked = [p for p in snapshot.knowledge.polls.values() if _MAIN_ONE.search(p.question)
             and (not serving or serving & set(articles[p.article_id].specialties))]
    if not asked:
        return None
    answer = answer_main_reasons(snapshot.knowledge, asked, specialties, filters=kept)
    return answer, query.memory.after(answer, topic=TOPIC_REASONS, filters=kept, kinds=())


def _doubted(query: Query) -> list[str]:
    """The words that name the one reason which a question asks about: "did covid make them leave"."""
    wishes = [word for m in query.mentions if m.kind in ("unstated_wish", "role", "setting")
              for word in m.text.lower().split()]
    left = [w for w in query.shape.leftover if not _ABOUT_LEAVING.fullmatch(w) and w not in _VAGUE]
    money = ["pay", "money", "income"] if query.shape.pay_word else []
    return [*left, *wishes, *money]
