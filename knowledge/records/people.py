"""Personal records in their database: one row a person, changed under its lock.

A person is an opaque id that a channel vouches for (docs/operations.md); no name, address or
account is stored. Whatever changes a record reads it, changes the value and writes it back while
it holds the row, so that two tabs or two servers that save at once lose nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from typing import Optional

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from knowledge.records import personal_record as values
from knowledge.records.database import Records
from knowledge.records.errors import InvalidRecord
from knowledge.records.models import PersonRow
from knowledge.records.personal_record import (
    Offer,
    PersonalRecord,
    SavedRole,
    with_guide,
    with_note,
    with_offer,
    with_role,
    without_offer,
    without_role,
    without_roles,
)

__all__ = [
    "Offer",
    "PersonalRecord",
    "SavedRole",
    "add_offer",
    "clear_shortlist",
    "count_people",
    "forget_person",
    "keep_guide",
    "note_role",
    "personal_record",
    "purge_people",
    "remove_offer",
    "remove_role",
    "save_role",
    "with_guide",
    "with_note",
    "with_offer",
    "with_role",
    "without_offer",
    "without_role",
    "without_roles",
]  # fmt: skip

_PERSON = re.compile(r"[A-Za-z0-9_-]{8,64}")
_SEEN_AGAIN_AFTER = timedelta(days=1)  # how exactly it is known when a record was last used


def personal_record(records: Records, person: str, now: Optional[datetime] = None) -> PersonalRecord:
    """What is kept of a person; the empty record where there is nothing. Counts as a use of it.

    Raises:
        InvalidRecord: `person` is no person's id, or what is stored cannot be read.
        RecordsUnavailable: The database cannot be read.
    """
    now, person = now or _now(), _checked(person)
    with records.session() as session:
        row = session.execute(
            select(PersonRow.record, PersonRow.last_used).where(PersonRow.person == person)
        ).one_or_none()
    if row is None:
        return PersonalRecord()
    if now - row.last_used > _SEEN_AGAIN_AFTER:
        with records.session() as session:
            session.execute(update(PersonRow).where(PersonRow.person == person).values(last_used=now))
    return _read(row.record)


def save_role(records: Records, person: str, role_id: str, now: Optional[datetime] = None) -> PersonalRecord:
    """Put a role on the shortlist; returns the record as it is then.

    Raises:
        InvalidRecord: The change cannot be made (see personal_record.py), or `person` is no
            person's id. So do all functions below that change a record.
        RecordsUnavailable: The database cannot be read or written.
    """
    return _change(records, person, lambda record: values.with_role(record, role_id, now))


def remove_role(records: Records, person: str, role_id: str) -> PersonalRecord:
    """Take a role and its note off the shortlist."""
    return _change(records, person, lambda record: values.without_role(record, role_id))


def note_role(records: Records, person: str, role_id: str, note: Optional[str]) -> PersonalRecord:
    """Put a note on a saved role; None takes it off."""
    return _change(records, person, lambda record: values.with_note(record, role_id, note))


def clear_shortlist(records: Records, person: str) -> PersonalRecord:
    """Take all roles off the shortlist; offers and answers stay."""
    return _change(records, person, values.without_roles)


def add_offer(
    records: Records, person: str, *, title: str, role_kind: Optional[str], pay: str, as_written: str,
    now: Optional[datetime] = None,
) -> PersonalRecord:
    """Keep an offer that the person has; its number is the record's `offers_made`."""
    return _change(records, person, lambda record: values.with_offer(
        record, title=title, role_kind=role_kind, pay=pay, as_written=as_written, now=now
    ))


def remove_offer(records: Records, person: str, number: int) -> PersonalRecord:
    """Delete the offer of that number."""
    return _change(records, person, lambda record: values.without_offer(record, number))


def keep_guide(records: Records, person: str, answers: Mapping[str, str]) -> PersonalRecord:
    """Keep these answers to the guided questions in place of all earlier ones; none clears them."""
    return _change(records, person, lambda record: values.with_guide(record, answers))


def forget_person(records: Records, person: str) -> bool:
    """Delete everything that is kept of a person, from SQLite's log, too.

    Returns:
        False when somebody who reads right now kept the log from being cut; the record is deleted
        all the same, and the next purge cuts the log.

    Raises:
        InvalidRecord: `person` is no person's id.
        RecordsUnavailable: The database cannot be written.
    """
    person = _checked(person)
    with records.session() as session:
        session.execute(delete(PersonRow).where(PersonRow.person == person))
    return records.settle()


def purge_people(records: Records, before: datetime) -> int:
    """Delete the records that were last used before then; returns how many.

    SQLite's log may still hold them: Records.settle() takes them out of the files.

    Raises:
        RecordsUnavailable: The database cannot be written.
    """
    with records.session() as session:
        return session.execute(delete(PersonRow).where(PersonRow.last_used < before)).rowcount


def count_people(records: Records) -> int:
    """Of how many people something is kept.

    Raises:
        RecordsUnavailable: The database cannot be read.
    """
    with records.session() as session:
        return session.scalar(select(func.count()).select_from(PersonRow)) or 0


def _change(
    records: Records, person: str, change: Callable[[PersonalRecord], PersonalRecord]
) -> PersonalRecord:
    """Change a record while nobody else can; nothing is written when `change` raises."""
    person = _checked(person)
    with records.session() as session:
        _hold(session, person)
        stored = session.scalar(select(PersonRow.record).where(PersonRow.person == person))
        changed = change(_read(stored))
        if changed.is_empty:
            session.execute(delete(PersonRow).where(PersonRow.person == person))  # nothing to keep
        else:
            row = update(PersonRow).where(PersonRow.person == person)
            session.execute(row.values(record=json.dumps(changed.to_json())))
    return changed


def _hold(session: Session, person: str) -> None:
    """Take the row's lock by writing first: SQLite gives none to who has read before it writes."""
    insert = (postgresql if session.get_bind().dialect.name == "postgresql" else sqlite).insert(PersonRow)
    session.execute(
        insert.values(person=person, last_used=_now(), record="null")
        .on_conflict_do_update(index_elements=["person"], set_={"last_used": insert.excluded.last_used})
    )


def _read(stored: Optional[str]) -> PersonalRecord:
    try:
        return PersonalRecord.from_json(json.loads(stored or "null"))
    except ValueError as error:
        raise InvalidRecord("this is no personal record") from error


def _checked(person: str) -> str:
    if not isinstance(person, str) or not _PERSON.fullmatch(person):
        raise InvalidRecord("this is no person's id")
    return person


def _now() -> datetime:
    return datetime.now(timezone.utc)
