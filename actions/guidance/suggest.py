"""action_suggest_roles: the shortlist that the guided questions end in."""

from __future__ import annotations

from typing import Mapping, Optional

from actions.guidance.form import note_of
from actions.guidance.reading import PULL, SPECIALTY
from actions.guidance.wishes import wishes_of
from actions.names import TOPIC_ROLES
from actions.open_questions import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from actions.shortlist.guide_answers import keep_answers
from knowledge.answering.guidance import ANY, answer_guide_stopped, answer_shortlist
from knowledge.coverage import covered_specialties, serving_specialties
from knowledge.facts import KnowledgeBase
from knowledge.filters import Filter, specialty_title
from knowledge.shortlisting import shortlist


class ActionSuggestRoles(AnswerAction):
    """Reads the slots guide_*; ranks roles by them, or confirms that the guide was stopped."""

    takes_follow_ups = False
    goes_on_in_guide = False

    def name(self) -> str:
        return "action_suggest_roles"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        keep_answers(query.own, query.guide)
        if note_of(query) == "stop":
            return answer_guide_stopped(query.guide, lasts=query.own.lasts), query.memory
        wishes = wishes_of(query.guide)
        specialty, notice = _specialty(query.guide, snapshot.knowledge)
        pull = query.guide.get(PULL)
        found = shortlist(snapshot.knowledge, specialty, wishes, by_income=pull == "income")
        filters = (*((Filter("specialty", specialty),) if specialty else ()), *wishes)
        answer = answer_shortlist(found, filters, pull=None if pull == ANY else pull, notice=notice)
        return answer, query.memory.after(answer, topic=TOPIC_ROLES, filters=filters, kinds=())


def _specialty(guide: Mapping[str, str], knowledge: KnowledgeBase) -> tuple[Optional[str], str]:
    """The specialty whose articles serve, and what to say where that is not the one named."""
    named = guide.get(SPECIALTY, ANY)
    if named == ANY or named in covered_specialties(knowledge):
        return (None if named == ANY else named), ""
    serving = next(iter(serving_specialties(knowledge, [named])), None)
    if serving:
        return serving, (f"There is no article about {specialty_title(named)} itself; these are from the one "
                         f"about {specialty_title(serving)}.")
    return named, f"No article here is about {specialty_title(named)}; these roles are described for any physician."
