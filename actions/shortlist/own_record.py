"""The record of whoever is asking: in the records where the person is known, else in a slot.

An action reads `record` and puts a new one; nothing is written before `commit`, which the frame
calls once the answer has passed the guard. So a person is never told of a change that was not made.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any, Optional

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, Restarted, SlotSet

from actions.names import SLOT_KEPT
from actions.person import person_of
from knowledge.records import people
from knowledge.records.database import Records
from knowledge.records.errors import InvalidRecord, RecordsError
from knowledge.records.personal_record import PersonalRecord
from knowledge.settings import Settings

logger = logging.getLogger(__name__)


@lru_cache(maxsize=1)
def shared_records() -> Records:
    """The process's connection to the records; opened when it is first used."""
    return Records(Settings.from_environment().records_url)


class OwnRecord:
    """What is kept of one person, read when it is first asked for."""

    def __init__(
        self, person: Optional[str] = None, kept: Any = None, records: Callable[[], Records] = shared_records
    ) -> None:
        """Take where it is kept.

        Args:
            person: the person's id; None where only the conversation is known.
            kept: the slot that holds the record of such a conversation.
            records: gives the database.
        """
        self._person, self._kept, self._records = person, kept, records
        self._new: Optional[PersonalRecord] = None
        self._forget = False
        self._spoken_of = False

    @property
    def marks(self) -> dict[str, bool]:
        """What an answer that tells of the record says of itself in the contract, for channels.

        `personal`: nobody else may read it. `forgotten`: clients drop what they hold, too.
        """
        return {"personal": True} | ({"forgotten": True} if self._forget else {}) if self._spoken_of else {}

    @property
    def lasts(self) -> bool:
        """Whether it outlives the conversation."""
        return self._person is not None

    @property
    def record(self) -> PersonalRecord:
        """The record as it is stored, for an answer about it.

        Raises:
            RecordsError: It cannot be read.
        """
        self._spoken_of = True
        return self._stored

    @cached_property
    def _stored(self) -> PersonalRecord:
        if self._person is not None:
            return people.personal_record(self._records(), self._person)
        try:
            return PersonalRecord.from_json(self._kept)
        except InvalidRecord:
            return PersonalRecord()

    @property
    def latest(self) -> PersonalRecord:
        """The record as it will be once this answer was sent."""
        if self._forget:
            return PersonalRecord()
        return self._stored if self._new is None else self._new

    @property
    def shown(self) -> Optional[PersonalRecord]:
        """The latest record for marks beside roles; None where it cannot be read."""
        try:
            return self.latest
        except RecordsError as error:
            logger.error("no marks of saved roles: %s", error)
            return None

    def put(self, record: PersonalRecord) -> None:
        """Change the record, once the answer was found good."""
        self._new = record
        # Answers to the guide are kept with answers about other things.
        self._spoken_of |= (record.saved, record.offers) != (self._stored.saved, self._stored.offers)

    def forget(self) -> None:
        """Delete the record and all that the conversation holds, once the answer was found good."""
        self._forget = self._spoken_of = True

    def commit(self) -> list[EventType]:
        """Writes what was put; returns the events that the conversation needs for it.

        Raises:
            RecordsError: It cannot be written.
        """
        if self._forget:
            if self._person is not None:
                people.forget_person(self._records(), self._person)
            return [Restarted()]
        if self._new is None or self._new == self._stored:
            return []
        if self._person is None:
            return [SlotSet(SLOT_KEPT, None if self._new.is_empty else self._new.to_json())]
        _write(self._records(), self._person, self._stored, self._new)
        return []


def own_record(tracker: Tracker) -> OwnRecord:
    """The record of who wrote the latest message."""
    return OwnRecord(person_of(tracker), tracker.slots.get(SLOT_KEPT))


def _write(records: Records, person: str, old: PersonalRecord, new: PersonalRecord) -> None:
    """Makes the changes that lead from one record to another, each under the row's lock."""
    before = {role.role_id: role for role in old.saved}
    after = {role.role_id: role for role in new.saved}
    if before and not after:
        people.clear_shortlist(records, person)
    else:
        for role_id in before.keys() - after.keys():
            people.remove_role(records, person, role_id)
    for role_id, role in after.items():
        if role_id not in before:
            people.save_role(records, person, role_id, role.saved_at)
        if role.note != (before[role_id].note if role_id in before else None):
            people.note_role(records, person, role_id, role.note)
    left = {offer.id for offer in new.offers}
    for offer in old.offers:
        if offer.id not in left:
            people.remove_offer(records, person, offer.id)
    known = {offer.id for offer in old.offers}
    for offer in new.offers:
        if offer.id not in known:
            people.add_offer(records, person, title=offer.title, role_kind=offer.role_kind, pay=offer.pay,
                             as_written=offer.as_written, now=offer.added_at)
    if new.guide != old.guide:
        people.keep_guide(records, person, new.guide)
