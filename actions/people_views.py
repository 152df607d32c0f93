"""What a person saved, shown outside of a conversation: the same answer, guard and files as in one."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

from actions.guard import violations
from actions.payload import build_payload
from actions.people_routes import FILE_TYPES, CannotShow, Views
from actions.services import Services
from index.errors import PassageIndexError
from knowledge.answering.answer import Answer
from knowledge.answering.export import answer_export
from knowledge.answering.shortlists import answer_my_shortlist, saved_roles
from knowledge.errors import KnowledgeError
from knowledge.facts import KnowledgeBase
from knowledge.records.people import PersonalRecord

logger = logging.getLogger(__name__)


def people_views(services: Callable[[], Services]) -> Views:
    """The views on the knowledge that is current when they are asked for.

    Args:
        services: gives the knowledge; loaded with the first use.
    """

    def answer(record: PersonalRecord) -> dict[str, Any]:
        return _answer(_knowledge(services), record)

    def file(form: str, record: PersonalRecord) -> str:
        knowledge = _knowledge(services)
        return _checked(answer_export(form, knowledge, record), knowledge, record)["export"]["content"]

    return Views(answer, {form: partial(file, form) for form in FILE_TYPES})


def _answer(knowledge: KnowledgeBase, record: PersonalRecord) -> dict[str, Any]:
    """The answer, and `saved_count`: how many roles are saved, where it shows fewer."""
    payload = _checked(answer_my_shortlist(knowledge, record, lasts=True), knowledge, record)
    return {**payload, "personal": True, "saved_count": len(saved_roles(knowledge, record))}


def _checked(made: Answer, knowledge: KnowledgeBase, record: PersonalRecord) -> dict[str, Any]:
    """The answer in the form of the contract, seen by the guard: of a file, too, every figure is in its passage."""
    payload = build_payload(made, knowledge, answer_id=uuid.uuid4().hex, own=record)
    wrong = violations(payload, knowledge, own=record)
    if wrong:
        logger.error("the guard held a shortlist back: %d violations", len(wrong))
        raise CannotShow("the answer does not pass the guard")
    return payload


def _knowledge(services: Callable[[], Services]) -> KnowledgeBase:
    try:
        return services().current().knowledge
    except (KnowledgeError, PassageIndexError) as error:
        raise CannotShow(str(error)) from error
