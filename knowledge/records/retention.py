"""How long the records of people are kept: so many days after they were last used."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Optional

from knowledge.records.database import Records
from knowledge.records.errors import InvalidRecord
from knowledge.records.people import purge_people

VARIABLE = "WAYPOINT_PEOPLE_DAYS"
DEFAULT_DAYS = 180
MOST_DAYS = 36_500  # a hundred years; far more leads out of the calendar


def days_kept(environment: Optional[Mapping[str, str]] = None) -> int:
    """The setting; an empty variable is not set.

    Raises:
        InvalidRecord: It is no whole number from 1 to MOST_DAYS; the text says what to write.
    """
    text = (os.environ if environment is None else environment).get(VARIABLE) or str(DEFAULT_DAYS)
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST_DAYS):
        raise InvalidRecord(f"{VARIABLE} is {text!r}; it must be a number of days from 1 to {MOST_DAYS}")
    return int(text)


def purge_unused(records: Records, days: int, now: Optional[datetime] = None) -> tuple[int, bool]:
    """Delete the records of people that were not used for so many days, from SQLite's log, too.

    Returns:
        How many, and whether they are gone from the files; if not, somebody was reading: do it again.

    Raises:
        RecordsUnavailable: The database cannot be written.
    """
    before = (now or datetime.now(timezone.utc)) - timedelta(days=days)
    return purge_people(records, before), records.settle()
