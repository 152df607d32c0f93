"""The record of one person as a value: what goes in comes out, and no more than the limits."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.records.errors import InvalidRecord
from knowledge.records.personal_record import (
    ANSWER_CHARACTERS,
    MAX_ANSWERS,
    MAX_OFFERS,
    MAX_ROLES,
    NOTE_CHARACTERS,
    WRITTEN_CHARACTERS,
    PersonalRecord,
    with_guide,
    with_note,
    with_offer,
    with_role,
    without_offer,
    without_role,
    without_roles,
)

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=timezone.utc)
ROLES = st.sampled_from([f"article-{n}#role" for n in range(8)])
TEXT = st.text(max_size=60)
CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("save"), ROLES),
        st.tuples(st.just("remove"), ROLES),
        st.tuples(st.just("note"), ROLES, TEXT),
        st.tuples(st.just("offer"), TEXT, st.sampled_from([None, "medical-director"]),
                  st.sampled_from(["=210000 USD/year", "~100..150 USD/hour", "=5 EUR/?"])),
        st.tuples(st.just("withdraw"), st.integers(1, 12)),
        st.tuples(st.just("guide"), st.dictionaries(st.text(min_size=1, max_size=9), TEXT, max_size=4)),
        st.tuples(st.just("clear")),
    ),
    max_size=25,
)  # fmt: skip


def changed(record: PersonalRecord, change: tuple) -> PersonalRecord:
    kind, *rest = change
    if kind == "save":
        return with_role(record, *rest, now=NOW)
    if kind == "remove":
        return without_role(record, *rest)
    if kind == "note":
        saved = any(role.role_id == rest[0] for role in record.saved)
        return with_note(record, *rest) if saved else record
    if kind == "offer":
        title, role_kind, pay = rest
        return with_offer(record, title=title, role_kind=role_kind, pay=pay, as_written=title, now=NOW)
    if kind == "withdraw":
        return without_offer(record, *rest)
    return with_guide(record, *rest) if kind == "guide" else without_roles(record)


def built(changes: list[tuple]) -> PersonalRecord:
    record = PersonalRecord()
    for change in changes:
        if not (change[0] == "offer" and len(record.offers) >= MAX_OFFERS):
            record = changed(record, change)
    return record


@given(CHANGES)
def test_every_record_survives_json(changes: list[tuple]) -> None:
    record = built(changes)
    assert PersonalRecord.from_json(json.loads(json.dumps(record.to_json()))) == record


@given(CHANGES, ROLES)
def test_saving_twice_is_saving_once_and_removing_takes_back(changes: list[tuple], role: str) -> None:
    record = without_role(built(changes), role)
    once = with_role(record, role, now=NOW)
    assert with_role(once, role, now=NOW + timedelta(days=1)) == once
    assert [saved.role_id for saved in once.saved] == [*(saved.role_id for saved in record.saved), role]
    assert without_role(once, role) == record


@given(CHANGES, st.lists(ROLES, max_size=9))
def test_the_order_is_that_of_saving_and_nothing_is_there_twice(changes: list[tuple], roles: list[str]) -> None:
    record = without_roles(built(changes))
    for role in roles:
        record = with_role(record, role, now=NOW)
    assert [saved.role_id for saved in record.saved] == list(dict.fromkeys(roles))


@given(CHANGES)
def test_no_offer_ever_gets_the_number_of_another(changes: list[tuple]) -> None:
    record, seen = PersonalRecord(), set()
    for change in changes:
        if change[0] == "offer" and len(record.offers) >= MAX_OFFERS:
            continue
        before, record = record, changed(record, change)
        new = {offer.id for offer in record.offers} - {offer.id for offer in before.offers}
        assert not new & seen
        assert len(new) == (1 if change[0] == "offer" else 0)
        seen |= new


@given(CHANGES)
def test_clearing_the_shortlist_leaves_offers_and_answers(changes: list[tuple]) -> None:
    record = built(changes)
    cleared = without_roles(record)
    assert (cleared.saved, cleared.offers, cleared.guide) == ((), record.offers, record.guide)


@given(CHANGES)
def test_no_change_alters_the_value_it_was_made_from(changes: list[tuple]) -> None:
    record = built(changes[:-1])
    before = json.dumps(record.to_json())
    if changes and not (changes[-1][0] == "offer" and len(record.offers) >= MAX_OFFERS):
        changed(record, changes[-1])
    assert json.dumps(record.to_json()) == before


def saved(count: int) -> PersonalRecord:
    record = PersonalRecord()
    for number in range(count):
        record = with_role(record, f"a#{number}", now=NOW)
    return record


def offered(count: int, **parts: str) -> PersonalRecord:
    record = PersonalRecord()
    words = {"title": "MSL", "pay": "=210000 USD/year", "as_written": "210k", **parts}
    for _ in range(count):
        record = with_offer(record, role_kind=None, now=NOW, **words)
    return record


def test_a_full_list_says_so_and_still_takes_what_it_has() -> None:
    full = saved(MAX_ROLES)
    assert with_role(full, "a#3") == full
    with pytest.raises(InvalidRecord, match="50 roles"):
        with_role(full, "another#one")
    with pytest.raises(InvalidRecord, match="20 offers"):
        offered(MAX_OFFERS + 1)
    with pytest.raises(InvalidRecord):
        with_guide(full, {f"q{n}": "yes" for n in range(MAX_ANSWERS + 1)})


def test_personal_data_is_taken_out_of_what_people_write() -> None:
    record = with_note(saved(1), "a#0", "  ask jane@clinic.org, MRN 998877, about 415-555-1234 and $210,000 ")
    assert record.saved[0].note == "ask [email], MRN [number], about [phone] and $210,000"
    assert offered(1, title="offer of bob@x.org", as_written="210k").offers[0].title == "offer of [email]"
    assert with_guide(record, {"pull": "call 555-1234"}).guide == {"pull": "call [phone]"}


def test_a_note_goes_with_nothing_and_needs_a_saved_role() -> None:
    record = with_note(saved(2), "a#1", "good")
    assert [role.note for role in record.saved] == [None, "good"]
    assert with_note(record, "a#1", " ") == with_note(record, "a#1", None) == saved(2)
    with pytest.raises(InvalidRecord, match="saved"):
        with_note(record, "b#0", "good")


@pytest.mark.parametrize("text", ["x" * NOTE_CHARACTERS, "a@b.co " * (NOTE_CHARACTERS // 7)])
def test_the_longest_note_is_taken_and_comes_back(text: str) -> None:
    record = with_note(saved(1), "a#0", text)
    assert record.saved[0].note and len(record.saved[0].note) <= NOTE_CHARACTERS
    assert PersonalRecord.from_json(record.to_json()) == record


def test_what_is_too_long_or_no_pay_is_refused() -> None:
    with pytest.raises(InvalidRecord):
        with_note(saved(1), "a#0", "x" * (NOTE_CHARACTERS + 1))
    with pytest.raises(InvalidRecord):
        offered(1, title="x" * (WRITTEN_CHARACTERS + 1))
    with pytest.raises(InvalidRecord):
        with_guide(PersonalRecord(), {"q": "x" * (ANSWER_CHARACTERS + 1)})
    for pay in ("210k", "", "=210000", ">a USD/year"):
        with pytest.raises(InvalidRecord, match="canonical"):
            offered(1, pay=pay)


GOOD = offered(1).to_json()


@pytest.mark.parametrize(
    "entry",
    [
        [], "record", 7, {}, {**GOOD, "saved": None}, {**GOOD, "saved": [{}]}, {**GOOD, "guide": []},
        {**GOOD, "guide": {"a": 1}}, {**GOOD, "offers_made": "x"},
        {**GOOD, "offers": [{**GOOD["offers"][0], "pay": "lots"}]},
        {**GOOD, "offers": [{**GOOD["offers"][0], "added_at": "2026-11-22"}]},
        {**GOOD, "saved": [{"role_id": "a#1", "note": 7, "saved_at": NOW.isoformat()}]},
        {**GOOD, "saved": [{"role_id": "", "note": None, "saved_at": NOW.isoformat()}]},
        {**GOOD, "saved": saved(1).to_json()["saved"] * (MAX_ROLES + 1)},
    ],
    ids=range(14),
)  # fmt: skip
def test_what_is_no_record_is_refused(entry: object) -> None:
    with pytest.raises(InvalidRecord):
        PersonalRecord.from_json(entry)


def test_nothing_is_the_empty_record_and_unknown_keys_do_no_harm() -> None:
    assert PersonalRecord.from_json(None) == PersonalRecord() and PersonalRecord().is_empty
    assert PersonalRecord.from_json({**GOOD, "later": 1}) == offered(1)
