"""action_strain: a caring line with the support line, then the answer where something was asked."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answers import Answered, answer_query
from actions.names import TOPIC_DISTRESS, TOPIC_REASONS, TOPIC_ROLES
from actions.query import Query
from actions.respond import AnswerAction, is_well
from actions.services import Snapshot
from knowledge.answering.answer import Answer, Block
from knowledge.answering.fixed import STRAIN_TEXT, answer_glad, answer_strain

_REQUEST = re.compile(r"\b(?:show|find|give|list|any(?:thing)?|something|looking for|need)\b", re.IGNORECASE)


class ActionStrain(AnswerAction):
    """Tired or depressed without hopelessness: care first, and the question is not lost."""

    is_safety = True

    def name(self) -> str:
        return "action_strain"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        if query.memory.topic == TOPIC_DISTRESS and is_well(query):
            return answer_glad(), replace(query.memory, topic="")
        asks = query.kinds or query.narrows_by_attribute or query.shape.has_head
        if not asks and not (query.wishes and _REQUEST.search(query.text)):
            return answer_strain(), query.memory
        topic = TOPIC_ROLES if query.filters or query.kinds or query.wishes else TOPIC_REASONS
        answer, memory = answer_query(query, snapshot, topic=topic)
        answer.blocks.insert(0, Block("notice", STRAIN_TEXT))
        return answer, memory

    def without_knowledge(self) -> Answer:
        return answer_strain()
