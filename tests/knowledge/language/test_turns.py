"""Small words that turn a search: units in an order, a filter taken off, a paper that is no way to work."""

from __future__ import annotations

import pytest

from knowledge.language.understand import understand


@pytest.mark.parametrize(("text", "order", "unit"), [
    ("best hourly rate anywhere", "highest", "hour"), ("worst hourly rate", "lowest", "hour"),
    ("highest annual pay", "highest", "year"),
])
def test_an_order_that_names_a_unit_asks_for_that_unit(text, order, unit, names):
    found = {m.kind: m.value for m in understand(text, names)}
    assert (found.get("order"), found.get("pay_unit")) == (order, unit)


@pytest.mark.parametrize("text", ["ok drop that", "drop it", "undo that", "remove the last one"])
def test_that_alone_is_the_last_filter(text, names):
    assert [m.value for m in understand(text, names) if m.kind == "drop"] == ["last"]


@pytest.mark.parametrize(("text", "kind", "value"), [
    ("less ppl contact", "patient_contact", "limited"), ("per hour only", "pay_unit", "hour"),
    ("ok without the money part", "drop", "pay"), ("remote would be nice but not a must", "drop", "work_mode"),
    ("wat abt cardiology", "cue", "what_about"),
])
def test_small_words_of_a_wish(text, kind, value, names):
    assert value in [m.value for m in understand(text, names) if m.kind == kind]


def test_every_item_of_a_list_of_nots_is_left_out(names):
    found = [m for m in understand("not insurance not writing not travel", names) if m.kind == "role"]
    assert [(m.value, m.excluded) for m in found] == [("medical-writing", True)]


def test_what_is_needed_is_pay_though_kids_are_named_before(names):
    found = understand("kids in college so need at least 250, no call", names)
    assert [m.value for m in found if m.kind == "pay"] == [">=250 USD/?"]


def test_a_contract_of_ones_own_is_no_way_to_work(names):
    assert not [m for m in understand("how do i get out of my contract", names) if m.kind == "commitment"]
    assert [m.value for m in understand("contract work for cards", names) if m.kind == "commitment"] == ["per_project"]
