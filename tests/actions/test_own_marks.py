"""Answers about what a person keeps say so, so that channels show them to nobody else."""

from __future__ import annotations

from pathlib import Path

from actions.shortlist.own_record import OwnRecord
from knowledge.records.database import Records
from knowledge.records.people import save_role
from knowledge.records.personal_record import PersonalRecord, with_guide, with_role

JANE = "j" * 43


def own(folder: Path) -> OwnRecord:
    records = Records(f"sqlite:///{folder / 'waypoint.db'}")
    save_role(records, JANE, "a#1")
    return OwnRecord(JANE, records=lambda: records)


def test_marks_beside_roles_make_no_answer_personal(tmp_path: Path) -> None:
    record = own(tmp_path)
    assert record.shown is not None and record.latest.saved and record.lasts
    assert record.marks == {}


def test_an_answer_about_the_record_or_a_change_of_it_is_personal(tmp_path: Path) -> None:
    looked, changed = own(tmp_path), own(tmp_path)
    assert looked.record.saved
    changed.put(with_role(changed.latest, "a#2"))
    assert looked.marks == changed.marks == {"personal": True}


def test_keeping_answers_to_the_guide_is_said_elsewhere(tmp_path: Path) -> None:
    record = own(tmp_path)
    record.put(with_guide(record.latest, {"guide_pull": "income"}))
    assert record.marks == {}
    assert record.commit() == []


def test_forgetting_is_told_to_clients() -> None:
    record = OwnRecord(kept=with_role(PersonalRecord(), "a#1").to_json())
    record.forget()
    assert record.marks == {"personal": True, "forgotten": True}
    assert [event["event"] for event in record.commit()] == ["restart"]
