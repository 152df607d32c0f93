"""action_start_over: forgets filters and context."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import Answered, answer_query
from actions.memory import Memory
from actions.names import SLOT_GUIDE_NOTE, TOPIC_ROLES
from actions.query import Query, merged_filters
from actions.respond import AnswerAction
from actions.services import Snapshot
from actions.shortlist.guide_answers import keep_answers
from knowledge.answering.fixed import answer_fresh_start
from knowledge.answering.guidance import GUIDE_SLOTS


class ActionStartOver(AnswerAction):
    """Confirms a fresh start; the memory is empty afterwards."""

    goes_on_in_guide = False

    def name(self) -> str:
        return "action_start_over"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Forgets the answers to the guided questions, too."""
        forgotten = [SlotSet(slot, None) for slot in (*GUIDE_SLOTS, SLOT_GUIDE_NOTE)]
        return [*super().run(dispatcher, tracker, domain), *forgotten]

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        keep_answers(query.own, {})
        if query.values("specialty") or query.kinds or query.narrows_by_attribute:
            fresh = replace(query, filters=merged_filters((), query.mentions), memory=Memory(),
                            refines=False)  # "everything in oncology again"
            return answer_query(fresh, snapshot, topic=TOPIC_ROLES)
        return answer_fresh_start(), Memory()
