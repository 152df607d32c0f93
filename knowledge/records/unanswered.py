"""Questions that got no answer: what the next articles should be about.

Kept are the words of the question, with personal data taken out, the day and why there was no
answer: nothing of the person, the conversation or the channel. The table is bounded, and what is
old goes by itself. `WAYPOINT_UNANSWERED_DAYS=0` keeps nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Optional, Sequence

from sqlalchemy import delete, insert, select

from knowledge.language.redaction import redact
from knowledge.records.database import Records
from knowledge.records.errors import InvalidRecord
from knowledge.records.models import UnansweredRow

VARIABLE = "WAYPOINT_UNANSWERED_DAYS"
DEFAULT_DAYS = 180
MOST_DAYS = 36_500
MOST_QUESTIONS = 10_000
CHARACTERS = 300  # of a question; a longer text is a story, and stories are of people
NAME = "[name]"

NOT_COVERED, NOT_UNDERSTOOD, NO_ARTICLE, HELD_BACK = "not_covered", "not_understood", "no_article", "held_back"
WHY = {
    NOT_COVERED: "the articles say nothing of it",
    NOT_UNDERSTOOD: "not understood",
    NO_ARTICLE: "no article for the specialty",
    HELD_BACK: "the answer did not pass the guard",
}

_CAPITAL, _SMALL = "A-Z\u00c0-\u00de", r"(?:[^\W\d_A-Z\u00c0-\u00de]|['\u2019-])"
_WORD = rf"[{_CAPITAL}]{_SMALL}+(?:[{_CAPITAL}]{_SMALL}*)*"  # McDonald, O'Neil, José, whole
_TITLED = re.compile(rf"(\b(?:[Dd]r|[Mm]rs?|[Mm]s|[Pp]rof(?:essor)?|[Dd]octor)\.?\s+){_WORD}(?:\s+{_WORD})*")
_GREETED = re.compile(rf"(\b(?:[Mm]y name is|[Tt]his is|[Ii]['\u2019]?m|[Ii] am|[Cc]all me)\s+){_WORD}(?:\s+{_WORD})*")


@dataclass(frozen=True)
class Unanswered:
    """One question, as it is kept."""

    question: str
    why: str  # a key of WHY
    day: datetime
    knowledge_version: Optional[str] = None


def days_kept(environment: Optional[Mapping[str, str]] = None) -> int:
    """The setting: for how many days questions are kept; 0 keeps none. An empty variable is not set.

    Raises:
        InvalidRecord: It is no whole number from 0 to MOST_DAYS; the text says what to write.
    """
    text = (os.environ if environment is None else environment).get(VARIABLE) or str(DEFAULT_DAYS)
    if not (text.isascii() and text.isdigit() and int(text[:9]) <= MOST_DAYS):
        raise InvalidRecord(f"{VARIABLE} is {text!r}; it must be a number of days from 0 to {MOST_DAYS}")
    return int(text)


def impersonal(question: str) -> str:
    """The question without personal data and without names where a title or a greeting shows one."""
    plain = " ".join(redact(question).split())
    for pattern in (_TITLED, _GREETED):
        plain = pattern.sub(rf"\g<1>{NAME}", plain)
    return plain[:CHARACTERS]


def add_unanswered(
    records: Records, questions: Sequence[tuple[str, str, Optional[str]]], now: Optional[datetime] = None
) -> None:
    """Store questions, each with why it got no answer and the knowledge version.

    Raises:
        RecordsUnavailable: The database cannot be written.
    """
    moment = (now or datetime.now(timezone.utc)).astimezone(timezone.utc)
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    rows = [
        {"day": day, "question": kept, "why": why, "knowledge_version": version}
        for question, why, version in questions
        if (kept := impersonal(question))
    ]
    if rows:
        with records.session() as session:
            session.execute(insert(UnansweredRow), rows)


def list_unanswered(records: Records, since: Optional[datetime] = None) -> list[Unanswered]:
    """The questions, newest first.

    Raises:
        RecordsUnavailable: The database cannot be read.
    """
    query = select(UnansweredRow).order_by(UnansweredRow.day.desc(), UnansweredRow.id.desc())
    if since is not None:
        query = query.where(UnansweredRow.day >= since)
    with records.session() as session:
        return [Unanswered(r.question, r.why, r.day, r.knowledge_version) for r in session.scalars(query)]


def purge_unanswered(
    records: Records, days: int, most: int = MOST_QUESTIONS, now: Optional[datetime] = None
) -> int:
    """Delete what is older than so many days, and the oldest beyond `most`; returns how many.

    Raises:
        RecordsUnavailable: The database cannot be written.
    """
    before = (now or datetime.now(timezone.utc)) - timedelta(days=days)
    with records.session() as session:
        gone = session.execute(delete(UnansweredRow).where(UnansweredRow.day < before)).rowcount
        beyond = session.scalar(
            select(UnansweredRow.id).order_by(UnansweredRow.id.desc()).offset(most).limit(1)
        )
        if beyond is not None:
            gone += session.execute(delete(UnansweredRow).where(UnansweredRow.id <= beyond)).rowcount
    return gone
