from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import inspect

from knowledge.records.errors import InvalidRecord
from knowledge.records.unanswered import (
    CHARACTERS,
    add_unanswered,
    days_kept,
    impersonal,
    list_unanswered,
    purge_unanswered,
)

NOW = datetime(2026, 11, 22, 15, 30, tzinfo=timezone.utc)


def test_kept_are_the_words_the_day_and_the_reason_and_nothing_else(records):
    add_unanswered(records, [("what do toxicologists earn?", "no_article", "abc")], NOW)
    (one,) = list_unanswered(records)
    assert (one.question, one.why, one.knowledge_version) == ("what do toxicologists earn?", "no_article", "abc")
    assert one.day == NOW.replace(hour=0, minute=0)
    with records.session() as session:
        columns = {c["name"] for c in inspect(session.get_bind()).get_columns("waypoint_unanswered")}
    assert columns == {"id", "day", "question", "why", "knowledge_version"}


@pytest.mark.parametrize("written, kept", [
    ("my name is Jane Miller, jobs in toxicology?", "my name is [name], jobs in toxicology?"),
    ("I'm Dr. Smith and want out", "I'm [name]. [name] and want out"),
    ("is Dr Adler hiring", "is Dr [name] hiring"),
    ("mail me at jane@clinic.example", "mail me at [email]"),
    ("I'm a cardiologist in Texas", "I'm a cardiologist in Texas"),
    ("I am looking for MSL work over $150,000", "I am looking for MSL work over $150,000"),
    ("  many\n spaces ", "many spaces"),
])
def test_personal_data_is_taken_out(written, kept):
    assert impersonal(written) == kept


def test_a_long_story_is_cut_off(records):
    add_unanswered(records, [("word " * 1000, "not_covered", None)], NOW)
    assert len(list_unanswered(records)[0].question) == CHARACTERS


def test_old_ones_go_and_the_table_is_bounded(records):
    for age in reversed(range(6)):
        add_unanswered(records, [(f"question of {age} days ago", "not_covered", None)], NOW - timedelta(days=age))
    assert purge_unanswered(records, days=3, now=NOW) == 3
    assert purge_unanswered(records, days=3, most=2, now=NOW) == 1
    assert len(list_unanswered(records)) == 2
    assert list_unanswered(records, since=NOW - timedelta(days=1)) != []


@pytest.mark.parametrize("text, days", [("", 180), ("0", 0), ("30", 30)])
def test_the_setting(text, days):
    assert days_kept({"WAYPOINT_UNANSWERED_DAYS": text}) == days


@pytest.mark.parametrize("text", ["-1", "no", "1.5", "99999"])
def test_a_wrong_setting_is_told(text):
    with pytest.raises(InvalidRecord, match="WAYPOINT_UNANSWERED_DAYS"):
        days_kept({"WAYPOINT_UNANSWERED_DAYS": text})


@pytest.mark.parametrize("name", ["O'Neil", "McDonald", "José", "Élodie Brontë", "Smith-Jones", "O\u2019Neil DeWitt"])
def test_of_a_name_nothing_is_left(name):
    """Of "Dr. O'Neil" the question kept "Neil"."""
    assert impersonal(f"this is Dr. {name} asking about pay").endswith("[name] asking about pay")
    assert impersonal(f"my name is {name}, jobs?") == "my name is [name], jobs?"
    assert impersonal("I'm MSL, I am MD and this is USD") == "I'm MSL, I am MD and this is USD"
