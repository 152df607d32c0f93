"""action_ask_guide_*: one question of the guide each, asked by the form when its slot is empty."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.guidance.asking_back import was_asked
from actions.guidance.form import note_of
from actions.guidance.reading import PATIENTS, PAY, PULL, REMOTE, SPECIALTY, STAY
from actions.open_questions import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from knowledge.answering.about_person import guide_lines
from knowledge.answering.answer import Block
from knowledge.answering.guidance import answer_guide_question

# After these the guide puts its question again at once; what they asked or changed is not over yet.
_ASK_BACK = ("keep_role", "change_shortlist", "show_shortlist", "tell_offer", "forget_me")


class AskAction(AnswerAction):
    """Asks for `slot`; a kind of question is all that its subclasses name."""

    takes_follow_ups = False
    goes_on_in_guide = False

    @property
    @abstractmethod
    def slot(self) -> str:
        """The slot asked for; abstract, so that the SDK registers the subclasses alone."""

    def name(self) -> str:
        return f"action_ask_{self.slot}"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Asks, unless the answer to what was asked in between ends in the question already."""
        return [] if was_asked(tracker, self.slot) else super().run(dispatcher, tracker, domain)

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        said, *changed = note_of(query).split() or [""]
        answer = answer_guide_question(snapshot.knowledge, self.slot, note=said)
        if said == "changed":  # another answer than was asked for: it must not seem lost
            told = guide_lines({slot: query.guide.get(slot, "") for slot in changed})
            answer.blocks.insert(0, Block("notice", "\n".join(["Noted:", *told])))
        if query.intent in _ASK_BACK:  # their question stays open beside the guide's
            return answer, replace(query.memory, misses=0, pending=query.pending)
        return answer, replace(query.memory, misses=0, undo={})


class ActionAskGuideSpecialty(AskAction):
    """Asks for the specialty."""

    slot = SPECIALTY


class ActionAskGuidePull(AskAction):
    """Asks what pulls most."""

    slot = PULL


class ActionAskGuideStay(AskAction):
    """Asks whether to leave practice."""

    slot = STAY


class ActionAskGuideRemote(AskAction):
    """Asks whether it has to be remote."""

    slot = REMOTE


class ActionAskGuidePatients(AskAction):
    """Asks for contact with patients."""

    slot = PATIENTS


class ActionAskGuidePay(AskAction):
    """Asks for the least pay."""

    slot = PAY
