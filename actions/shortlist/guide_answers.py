"""Answers to the guided questions in the person's record, so that a later conversation takes them up."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Mapping

from actions.query import Query
from actions.shortlist.own_record import OwnRecord
from knowledge.answering.guidance import GUIDE_SLOTS
from knowledge.records.errors import RecordsError
from knowledge.records.personal_record import PersonalRecord, with_guide

logger = logging.getLogger(__name__)


def with_current_guide(query: Query) -> PersonalRecord:
    """The record with the answers of this conversation, where there are any."""
    current = answers_of(query.guide)
    return replace(query.own.record, guide=current) if current else query.own.record


def answers_of(guide: Mapping[str, str]) -> dict[str, str]:
    """The answers alone, without the note for the next question."""
    return {slot: guide[slot] for slot in GUIDE_SLOTS if guide.get(slot)}


def keep_answers(own: OwnRecord, guide: Mapping[str, str]) -> None:
    """Keeps the answers of someone who is known beyond the conversation; else the slots have them.

    A guide that cannot be kept is no reason to lose its result.
    """
    if not own.lasts:
        return
    try:
        own.put(with_guide(own.latest, answers_of(guide)))
    except RecordsError as error:
        logger.error("the answers to the guide were not kept: %s", error)


def earlier_answers(own: OwnRecord) -> dict[str, str]:
    """Answers of a guide that was broken off in an earlier conversation; none of a finished one."""
    if not own.lasts:
        return {}
    try:
        stored = answers_of(own.record.guide)
    except RecordsError as error:
        logger.error("earlier answers to the guide cannot be read: %s", error)
        return {}
    return stored if len(stored) < len(GUIDE_SLOTS) else {}
