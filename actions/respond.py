"""The shared frame of every action: load, answer, guard, send, remember. Nobody is left in silence."""

from __future__ import annotations

import logging
import re
import uuid
from abc import ABC, abstractmethod
from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import Answered
from actions.follow_ups import follow_up
from actions.guard import violations
from actions.guidance.asking_back import ask_behind, question_left
from actions.memory import Memory
from actions.names import TOPIC_DISTRESS, TOPIC_SYMPTOMS
from actions.payload import Payload, build_payload, plain_payload
from actions.query import Query, read_query
from actions.services import Services, Snapshot, services
from actions.shortlist.own_record import own_record
from actions.shortlist.pending import take_over
from actions.unanswered import note_unanswered
from actions.vanished import vanished_entry
from index.errors import PassageIndexError
from knowledge.answering.about_person import IDENTIFIES
from knowledge.answering.answer import Answer, Block
from knowledge.answering.fixed import (
    FIXED_TEXTS,
    STRAIN_TEXT,
    answer_error,
    answer_glad,
    answer_not_kept,
    answer_still_here,
    answer_strain,
    answer_symptoms,
)
from knowledge.errors import KnowledgeError
from knowledge.language.about_me import introduces_someone
from knowledge.language.safety import detect_strain
from knowledge.records.errors import RecordsError
from knowledge.records.redaction import EMAIL, NUMBER, PHONE, redact

logger = logging.getLogger(__name__)
_WELL = re.compile(
    r"\b(?:(?:i'?m|im|i am|feel(?:ing)?|all) (?:ok(?:ay)?|fine|better|good|safe)|thanks?|thank you|"
    r"start over|never ?mind|moving on)\b", re.IGNORECASE)
_IS_WELL = re.compile(
    r"\b(?:i'?m|im|i am|feel(?:ing)?) (?:actually |really |doing )?(?:ok(?:ay)?|fine|better|good|safe|alright)\b",
    re.IGNORECASE)
_BESIDE_THE_POINT = ("passages", "none", "out_of_scope", "smalltalk")


class AnswerAction(Action, ABC):
    """An action that sends exactly one answer of the contract.

    Reads the slots filters, last_answer and misses, and sets them anew. Our own errors become
    an honest sentence and a log line; so does an answer that the guard holds back.
    """

    is_safety = False  # true of the actions that speak of help themselves
    goes_on_in_guide = True  # false of those that ask its questions or leave it
    takes_follow_ups = True  # false of those that ask or answer in their own turn, whatever was said

    def __init__(self, shared: Services | None = None) -> None:
        self._services = shared

    @abstractmethod
    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        """The answer to a query, and what to remember of it."""

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Sends one message with `text` and `custom`; returns the slots to set."""
        try:
            snapshot = (self._services or services()).current()
            own = own_record(tracker)
            query = read_query(tracker.latest_message, tracker.slots, snapshot.knowledge, own)
            answered, memory = self._answer_with_care(query, snapshot)
            asked = question_left(tracker, answered) if self.goes_on_in_guide and not self.is_safety else None
            if asked:
                ask_behind(answered, asked, snapshot.knowledge)
            kept = own.shown
            payload = build_payload(answered, snapshot.knowledge, answer_id=uuid.uuid4().hex, own=kept)
            payload.update(own.marks)
            if asked:
                payload["personal"] = True  # as every question of the guide is
            theirs = kept and replace(kept, guide={**kept.guide, **query.guide})
            wrong = violations(payload, snapshot.knowledge, fixed=self.fixed_texts(), own=theirs)
        except (KnowledgeError, PassageIndexError) as error:
            logger.error("%s could not answer: %s", self.name(), error)
            return self._send_plain(dispatcher, self.without_knowledge())
        except RecordsError as error:
            logger.error("%s: the person's record cannot be read: %s", self.name(), error)
            return self._send_plain(dispatcher, answer_not_kept())
        if wrong:
            logger.error("%s: the guard held an answer back: %s", self.name(), "; ".join(wrong))
            note_unanswered(self.name(), query, {"kind": "error"}, snapshot.knowledge)
            return self._send_plain(dispatcher, answer_error())
        try:
            kept_events = own.commit()
        except RecordsError as error:
            logger.error("%s: nothing was kept: %s", self.name(), error)
            return self._send_plain(dispatcher, answer_not_kept())
        _send(dispatcher, payload)
        note_unanswered(self.name(), query, payload, snapshot.knowledge)
        return [*_slots(memory), *kept_events]

    def _answer_with_care(self, query: Query, snapshot: Snapshot) -> Answered:
        """The answer; a person who sounds depressed hears of help first, then gets it.

        After signs of distress or symptoms the talk stays there until the person turns to
        something else, or says that they are well.
        """
        if query.memory.topic in (TOPIC_DISTRESS, TOPIC_SYMPTOMS) and not self.is_safety:
            if is_well(query):
                return answer_glad(), replace(query.memory, topic="")
            if not moves_on(query):
                stays = answer_still_here if query.memory.topic == TOPIC_DISTRESS else answer_symptoms
                return stays(), query.memory
        leaning = None if self.is_safety else take_over(query, snapshot)
        if leaning is None and self.takes_follow_ups and not self.is_safety:
            leaning = vanished_entry(query) or follow_up(query, snapshot)
        answer, memory = leaning or self.answer(query, snapshot)
        if identifies(query.text) and answer.kind != "safety":
            answer.blocks.insert(0, Block("notice", IDENTIFIES))
        said = any(STRAIN_TEXT in (block.text or "") for block in answer.blocks)
        if answer.kind == "safety" or said or not detect_strain(query.text):
            return answer, memory
        if answer.kind in _BESIDE_THE_POINT and not query.says_something and not query.shape.is_question:
            return answer_strain(), query.memory  # "this job is killing me" asks nothing
        answer.blocks.insert(0, Block("notice", STRAIN_TEXT))
        return answer, memory

    def fixed_texts(self) -> tuple[str, ...]:
        """Texts without a source that may hold numbers, such as telephone lines."""
        return FIXED_TEXTS

    def without_knowledge(self) -> Answer:
        """What is said when the knowledge cannot be had: an apology, or help that needs none."""
        return answer_error()

    def _send_plain(self, dispatcher: CollectingDispatcher, answer: Answer) -> list[EventType]:
        text = "\n".join(block.text or "" for block in answer.blocks)
        _send(dispatcher, plain_payload(answer.kind, text))
        return []


def moves_on(query: Query) -> bool:
    """Whether someone who was in distress has turned to another matter, or says they are well."""
    return (
        query.says_something or query.shape.pay_word or query.shape.has_head
        or bool(_WELL.search(query.text))
    )


def is_well(query: Query) -> bool:
    """Whether someone says that they are well, and nothing else."""
    return bool(_IS_WELL.search(query.text)) and not query.says_something and not query.shape.has_head


def identifies(text: str) -> bool:
    """Whether somebody typed what tells who they or a patient are: a name, a number, an address."""
    return introduces_someone(text) or any(mark in redact(text) and mark not in text for mark in (EMAIL, PHONE, NUMBER))


def _send(dispatcher: CollectingDispatcher, payload: Payload) -> None:
    dispatcher.utter_message(text=payload["text"], json_message=payload)


def _slots(memory: Memory) -> list[EventType]:
    return [SlotSet(name, value) for name, value in memory.to_slots().items()]
