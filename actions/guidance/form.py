"""validate_guidance_form: fills the guide's slots from a message, or lets the message go by.

Rasa's form calls it after every message of the person. Where it sets no slot the form is
rejected, and the rules of bot/rules/guidance.yml answer what was asked instead and come back.
"""

from __future__ import annotations

import logging
from typing import Any, Optional

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.guidance.asking_back import REQUESTED
from actions.guidance.reading import AGAIN, BACK, HOW_MANY, STOP, WHY, answers_in, looks_for_work
from actions.names import GUIDANCE_FORM, SLOT_GUIDE_NOTE
from actions.query import Query, read_query
from actions.services import Services, services
from actions.shortlist.guide_answers import earlier_answers
from actions.shortlist.own_record import own_record
from actions.shortlist.pending import concerns_own
from index.errors import PassageIndexError
from knowledge.answering.guidance import GUIDE_SLOTS
from knowledge.errors import KnowledgeError
from knowledge.language.keeping import EXPORT, NOTE, SAVE, SHOW

logger = logging.getLogger(__name__)
# Intents of a message that answers nothing and asks nothing: the question is put again.
_UNCLEAR = ("nlu_fallback", "affirm", "deny", "help_me_choose", "show_more", "find_roles", "express_strain")
_OF_THE_LIST = (SAVE, NOTE, SHOW, EXPORT)

Updates = dict[str, Optional[str]]


class ValidateGuidanceForm(Action):
    """Sets the slots guide_*, requested_slot (to go back or stop) and guide_note; sends nothing."""

    def __init__(self, shared: Services | None = None) -> None:
        self._services = shared

    def name(self) -> str:
        return f"validate_{GUIDANCE_FORM}"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Returns the slots to set; none where the message is about something else."""
        try:
            snapshot = (self._services or services()).current()
        except (KnowledgeError, PassageIndexError) as error:
            logger.error("%s: the guide cannot read answers: %s", self.name(), error)
            return []
        query = read_query(tracker.latest_message, tracker.slots, snapshot.knowledge, own_record(tracker))
        if concerns_own(query, snapshot):
            return []
        requested = tracker.slots.get(REQUESTED)
        updates = updates_of(query, requested if requested in GUIDE_SLOTS else None)
        return [SlotSet(name, value) for name, value in updates.items()]


def updates_of(query: Query, requested: Optional[str]) -> Updates:
    """The slots that a message changes; empty where it turns to something else.

    Args:
        query: the message.
        requested: the slot just asked for; None when the guide begins or is taken up again.
    """
    if requested is None:
        return _begin(query)
    if STOP.fullmatch(query.text):
        return {SLOT_GUIDE_NOTE: note("stop", query), REQUESTED: None}
    if WHY.fullmatch(query.text):
        return {SLOT_GUIDE_NOTE: note("why", query), REQUESTED: requested}
    if HOW_MANY.fullmatch(query.text):
        return {SLOT_GUIDE_NOTE: note("count", query), REQUESTED: requested}
    if BACK.fullmatch(query.text):
        return _back(query, requested)
    if query.of_list and query.of_list.operation in _OF_THE_LIST and not query.text.lower().startswith("keep"):
        return {}  # "save that one for cardiology" answers no question
    found = answers_in(query, requested)
    if found:
        passing = "" if requested in found else note(f"changed {' '.join(found)}", query)
        return {**found, SLOT_GUIDE_NOTE: passing or None}
    if query.intent in _UNCLEAR and not query.kinds and not query.shape.has_head and not looks_for_work(query):
        return {SLOT_GUIDE_NOTE: note("unclear", query)}
    return {}


def note(kind: str, query: Query) -> str:
    """What the next question says first; bound to the message, so that it is never said twice."""
    return f"{kind}|{query.text}"


def note_of(query: Query) -> str:
    """The kind of the note that the latest message left, or ""."""
    kind, _, text = query.guide.get(SLOT_GUIDE_NOTE, "").partition("|")
    return kind if text == query.text else ""


def _begin(query: Query) -> Updates:
    """Keeps earlier answers, unless all were given or the person wants to begin again.

    Those of a guide that was broken off in an earlier conversation are taken up, too.
    """
    done = all(query.guide.get(slot) for slot in GUIDE_SLOTS)
    cleared: Updates = dict.fromkeys(GUIDE_SLOTS) if done or AGAIN.search(query.text) else {}
    earlier = {} if cleared or any(query.guide.get(slot) for slot in GUIDE_SLOTS) else earlier_answers(query.own)
    resumes = not cleared and (earlier or any(query.guide.get(slot) for slot in GUIDE_SLOTS))
    said = note("resume" if resumes else "begin", query)
    return {**cleared, **earlier, **answers_in(query, None), SLOT_GUIDE_NOTE: said}


def _back(query: Query, requested: str) -> Updates:
    before = GUIDE_SLOTS[: GUIDE_SLOTS.index(requested)]
    answered = [slot for slot in before if query.guide.get(slot)]
    if not answered:
        return {SLOT_GUIDE_NOTE: None, REQUESTED: requested}
    return {answered[-1]: None, SLOT_GUIDE_NOTE: None, REQUESTED: answered[-1]}
