"""The shared frame of every action: load, answer, guard, send, remember. Nobody is left in silence."""

from __future__ import annotations

import logging
import uuid
from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import Answered
from actions.guard import violations
from actions.memory import Memory
from actions.payload import Payload, build_payload, plain_payload
from actions.query import Query, read_query
from actions.services import Services, Snapshot, services
from index.errors import PassageIndexError
from knowledge.answering.answer import Block
from knowledge.answering.fixed import FIXED_TEXTS, STRAIN_TEXT, answer_error
from knowledge.errors import KnowledgeError
from knowledge.language.safety import detect_strain

logger = logging.getLogger(__name__)


class AnswerAction(Action, ABC):
    """An action that sends exactly one answer of the contract.

    Reads the slots filters, last_answer and misses, and sets them anew. Our own errors become
    an honest sentence and a log line; so does an answer that the guard holds back.
    """

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
            query = read_query(tracker.latest_message, tracker.slots, snapshot.knowledge)
            answered, memory = self._answer_with_care(query, snapshot)
            payload = build_payload(answered, snapshot.knowledge, answer_id=uuid.uuid4().hex)
            wrong = violations(payload, snapshot.knowledge, fixed=self.fixed_texts())
        except (KnowledgeError, PassageIndexError) as error:
            logger.error("%s could not answer: %s", self.name(), error)
            return self._apologise(dispatcher)
        if wrong:
            logger.error("%s: the guard held an answer back: %s", self.name(), "; ".join(wrong))
            return self._apologise(dispatcher)
        _send(dispatcher, payload)
        return _slots(memory)

    def _answer_with_care(self, query: Query, snapshot: Snapshot) -> Answered:
        """The answer; a person who sounds depressed hears of help first, then gets it."""
        answer, memory = self.answer(query, snapshot)
        said = any(STRAIN_TEXT in (block.text or "") for block in answer.blocks)
        if answer.kind != "safety" and not said and detect_strain(query.text):
            answer.blocks.insert(0, Block("notice", STRAIN_TEXT))
        return answer, memory

    def fixed_texts(self) -> tuple[str, ...]:
        """Texts without a source that may hold numbers, such as telephone lines."""
        return FIXED_TEXTS

    def _apologise(self, dispatcher: CollectingDispatcher) -> list[EventType]:
        text = answer_error().blocks[0].text or ""
        _send(dispatcher, plain_payload("error", text))
        return []


def _send(dispatcher: CollectingDispatcher, payload: Payload) -> None:
    dispatcher.utter_message(text=payload["text"], json_message=payload)


def _slots(memory: Memory) -> list[EventType]:
    return [SlotSet(name, value) for name, value in memory.to_slots().items()]
