"""What people think of answers: stored once for each answer, read by the maintainers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, Optional

from sqlalchemy import delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from knowledge.records.database import Records
from knowledge.records.errors import InvalidRecord
from knowledge.records.models import (
    COMMENT_CHARACTERS,
    NAME_CHARACTERS,
    QUESTION_CHARACTERS,
    RATINGS,
    FeedbackRow,
)
from knowledge.records.redaction import redact


@dataclass(frozen=True)
class Feedback:
    """One rating of one answer; what is not known of the answer is None."""

    answer_id: str
    rating: str  # "up" or "down"
    channel: str
    comment: str = ""
    question: Optional[str] = None
    kind: Optional[str] = None
    knowledge_version: Optional[str] = None

    @classmethod
    def from_json(cls, entry: Any) -> Feedback:
        """Check what a channel sent. Keys that are not known are left out.

        Raises:
            InvalidRecord: A part is missing, of another type or too long.
        """
        if not isinstance(entry, Mapping):
            raise InvalidRecord("feedback must be an object")
        rating = entry.get("rating")
        if rating not in RATINGS:
            raise InvalidRecord("rating must be up or down")
        return cls(
            answer_id=_text(entry, "answer_id", NAME_CHARACTERS, needed=True) or "",
            rating=rating,
            channel=_text(entry, "channel", NAME_CHARACTERS, needed=True) or "",
            comment=_text(entry, "comment", COMMENT_CHARACTERS) or "",
            question=_text(entry, "question", QUESTION_CHARACTERS),
            kind=_text(entry, "kind", NAME_CHARACTERS),
            knowledge_version=_text(entry, "knowledge_version", NAME_CHARACTERS),
        )


@dataclass(frozen=True)
class StoredFeedback(Feedback):
    """Feedback as it lies in the database."""

    id: int = 0
    time: datetime = datetime.min


def add_feedback(records: Records, feedback: Feedback, time: Optional[datetime] = None) -> None:
    """Store feedback, with personal data taken out; a later one on the same answer replaces it.

    What was known of the answer before stays where the later one does not say.

    Raises:
        RecordsUnavailable: The database cannot be written.
    """
    values = {
        "time": time or datetime.now(timezone.utc),
        "answer_id": feedback.answer_id,
        "rating": feedback.rating,
        "channel": feedback.channel,
        "comment": redact(feedback.comment),
        "question": feedback.question and redact(feedback.question),
        "kind": feedback.kind,
        "knowledge_version": feedback.knowledge_version,
    }
    with records.session() as session:
        dialect = session.get_bind().dialect.name
        insert = (postgresql if dialect == "postgresql" else sqlite).insert(FeedbackRow)
        table, new = FeedbackRow.__table__.c, insert.excluded
        known = ("question", "kind", "knowledge_version")
        later = {name: new[name] for name in ("time", "rating", "comment", "channel")}
        later |= {name: func.coalesce(new[name], table[name]) for name in known}
        session.execute(
            insert.values(**values).on_conflict_do_update(index_elements=["answer_id"], set_=later)
        )


def list_feedback(
    records: Records, *, rating: Optional[str] = None, limit: Optional[int] = None
) -> list[StoredFeedback]:
    """Stored feedback, newest first.

    Args:
        records: The database.
        rating: Only this one, "up" or "down".
        limit: At most so many.

    Raises:
        RecordsUnavailable: The database cannot be read.
    """
    query = select(FeedbackRow).order_by(FeedbackRow.time.desc(), FeedbackRow.id.desc())
    if rating:
        query = query.where(FeedbackRow.rating == rating)
    with records.session() as session:
        return list(_stored(session.scalars(query.limit(limit))))


def purge_feedback(records: Records, older_than: timedelta, now: Optional[datetime] = None) -> int:
    """Delete feedback older than that; returns how many.

    SQLite's log may still hold it: Records.settle() takes it out of the files.

    Raises:
        RecordsUnavailable: The database cannot be written.
    """
    before = (now or datetime.now(timezone.utc)) - older_than
    with records.session() as session:
        return session.execute(delete(FeedbackRow).where(FeedbackRow.time < before)).rowcount


def _stored(rows: Any) -> Iterator[StoredFeedback]:
    names = StoredFeedback.__dataclass_fields__
    for row in rows:
        yield StoredFeedback(**{name: getattr(row, name) for name in names})


def _text(entry: Mapping[str, Any], name: str, most: int, needed: bool = False) -> Optional[str]:
    value = entry.get(name)
    if value is None and not needed:
        return None
    if not isinstance(value, str) or len(value) > most or (needed and not value.strip()):
        raise InvalidRecord(f"{name} must be a text of up to {most} characters")
    return value
