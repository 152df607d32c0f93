"""The tables of the records (SQLAlchemy 2), apart from those of the knowledge.

Names begin with `waypoint_`, because a PostgreSQL database may be shared with other programs.
New tables are made on first use; a change to one that exists needs a step of its own.
"""

from __future__ import annotations

from datetime import datetime, timezone
from typing import ClassVar, Optional

from sqlalchemy import CheckConstraint, DateTime, MetaData, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

COMMENT_CHARACTERS = 500
QUESTION_CHARACTERS = 5_000
NAME_CHARACTERS = 64  # of ids, kinds and channels
RATINGS = ("up", "down")


class UtcTime(TypeDecorator):
    """A moment; SQLite keeps no zone, so it is put back when read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: Optional[datetime], dialect: Dialect) -> Optional[datetime]:
        return value and value.astimezone(timezone.utc)

    def process_result_value(self, value: Optional[datetime], dialect: Dialect) -> Optional[datetime]:
        if value is None or value.tzinfo is not None:
            return value and value.astimezone(timezone.utc)
        return value.replace(tzinfo=timezone.utc)


class Base(DeclarativeBase):
    """The tables of the records."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
        }
    )


class FeedbackRow(Base):
    """What someone thinks of one answer. Names no person and no conversation."""

    __tablename__ = "waypoint_feedback"
    __table_args__ = (CheckConstraint("rating IN ('up', 'down')", name="rating_known"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    time: Mapped[datetime] = mapped_column(UtcTime, index=True)
    answer_id: Mapped[str] = mapped_column(String(NAME_CHARACTERS), unique=True)
    rating: Mapped[str] = mapped_column(String(4))
    comment: Mapped[str] = mapped_column(Text)
    question: Mapped[Optional[str]] = mapped_column(Text)
    kind: Mapped[Optional[str]] = mapped_column(String(NAME_CHARACTERS))
    knowledge_version: Mapped[Optional[str]] = mapped_column(String(NAME_CHARACTERS))
    channel: Mapped[str] = mapped_column(String(NAME_CHARACTERS))


class PersonRow(Base):
    """What is kept of one person (personal_record.py). Named by an opaque id, never by an account."""

    __tablename__ = "waypoint_people"

    person: Mapped[str] = mapped_column(String(NAME_CHARACTERS), primary_key=True)
    last_used: Mapped[datetime] = mapped_column(UtcTime, index=True)
    record: Mapped[str] = mapped_column(Text)  # PersonalRecord.to_json()


class UnansweredRow(Base):
    """A question that got no answer. Names no person, conversation, channel or hour."""

    __tablename__ = "waypoint_unanswered"

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[datetime] = mapped_column(UtcTime, index=True)  # midnight: the hour could tell who asked
    question: Mapped[str] = mapped_column(Text)
    why: Mapped[str] = mapped_column(String(NAME_CHARACTERS))
    knowledge_version: Mapped[Optional[str]] = mapped_column(String(NAME_CHARACTERS))
