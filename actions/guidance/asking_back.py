"""The guide's question behind an answer to something asked in between: one message, not two."""

from __future__ import annotations

from typing import Optional

from rasa_sdk import Tracker

from actions.names import GUIDANCE_FORM
from knowledge.answering.answer import Answer
from knowledge.answering.guidance import GUIDE_SLOTS, answer_guide_question
from knowledge.facts import KnowledgeBase

REQUESTED = "requested_slot"
_ALONE = ("safety", "error", "guidance")  # kinds of answer that nothing is put behind


def question_left(tracker: Tracker, answer: Answer) -> Optional[str]:
    """The slot that the guide still asks for behind an answer; None outside the guide, or where it has to wait."""
    slot = tracker.slots.get(REQUESTED)
    in_guide = (tracker.active_loop or {}).get("name") == GUIDANCE_FORM and slot in GUIDE_SLOTS
    free = answer.question is None and not answer.forgotten and answer.kind not in _ALONE
    return str(slot) if in_guide and free else None


def ask_behind(answer: Answer, slot: str, knowledge: KnowledgeBase) -> None:
    """Puts the question for a slot behind an answer."""
    asked = answer_guide_question(knowledge, slot)
    answer.question = asked.question
    answer.blocks += asked.blocks


def was_asked(tracker: Tracker, slot: str) -> bool:
    """Whether the answer to this very message asked for a slot already."""
    for event in reversed(tracker.events or []):
        if event.get("event") == "user":
            return False
        custom = (event.get("data") or {}).get("custom") or {}
        if event.get("event") == "bot" and (custom.get("question") or {}).get("id") == slot:
            return True
    return False
