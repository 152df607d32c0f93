"""The guard and what is the person's own: their numbers are theirs, and never what a role pays."""

from __future__ import annotations

import copy
import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from actions.guard import violations
from actions.payload import build_payload
from knowledge.answering.offers import POSITIONS, answer_offers
from knowledge.answering.shortlists import answer_my_shortlist
from knowledge.records.personal_record import PersonalRecord, with_note, with_offer, with_role
from tests.actions.conftest import own_record_of

patient = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
OWN = ["my shortlist", "my offers", "export", "what is known"]


@pytest.fixture
def own(articles) -> PersonalRecord:
    return own_record_of(articles)


def everywhere(payload: dict, old: str, new: str) -> dict:
    changed = copy.deepcopy(payload)
    changed["text"] = changed["text"].replace(old, new)
    for block in changed["blocks"]:
        block["text"] = (block["text"] or "").replace(old, new)
    return changed


@pytest.mark.parametrize("name", OWN)
def test_without_the_person_s_record_nothing_of_theirs_passes(answers, articles, name):
    assert violations(answers[name], articles)


@pytest.mark.parametrize("name", ["my shortlist", "my offers", "what is known"])
def test_any_changed_amount_of_their_own_is_caught(answers, articles, own, name):
    shown = set(re.findall(r"\$[\d,]+", answers[name]["text"]))
    assert shown
    for amount in shown:
        assert violations(everywhere(answers[name], amount, "$123,456"), articles, own=own), amount


def test_their_own_number_is_never_what_a_role_pays(answers, articles, own):
    payload = answers["my offers"]
    line = next(b["text"] for b in payload["blocks"] if "$190,000" in (b["text"] or ""))
    figure = re.search(r"median salary \$190,000 a year, ZipRecruiter \[\d\]", line).group()
    assert violations(everywhere(payload, figure, "$210,000 a year (your own number)" + figure[-4:]), articles, own=own)
    assert violations(everywhere(payload, "$210,000 a year (your own number)", "$210,000 a year"), articles, own=own)


@patient
@given(data=st.data())
def test_any_changed_field_of_an_offer_is_caught(answers, articles, own, data):
    payload = copy.deepcopy(answers["my offers"])
    offer = data.draw(st.sampled_from(payload["offers"]))
    field = data.draw(st.sampled_from(["low", "high", "unit", "currency", "title", "as_written", "id", "display"]))
    value = data.draw(st.one_of(st.integers(1, 10**6), st.text(max_size=8)))
    assume(offer[field] != value)
    offer[field] = value
    assert violations(payload, articles, own=own)


def test_any_other_position_or_figure_is_caught(answers, articles, own):
    for number, offer in enumerate(answers["my offers"]["offers"]):
        for at, beside in enumerate(offer["compared"]):
            for position in set(POSITIONS) - {beside["position"]}:
                payload = copy.deepcopy(answers["my offers"])
                payload["offers"][number]["compared"][at]["position"] = position
                assert violations(payload, articles, own=own), (beside, position)
            payload = copy.deepcopy(answers["my offers"])
            payload["offers"][number]["compared"][at]["figure"] = next(iter(articles.figures))
            assert violations(payload, articles, own=own)


def test_a_mark_or_a_note_that_is_not_stored_is_caught(answers, articles, own):
    for field, value in (("saved", False), ("note", "another"), ("note", None)):
        payload = copy.deepcopy(answers["my shortlist"])
        payload["roles"][0][field] = value
        assert violations(payload, articles, own=own), field


def test_a_changed_export_is_caught(answers, articles, own):
    for old, new in (("190000", "190001"), ("ZipRecruiter", "Glassdoor"), ("'=SUM", "=SUM")):
        payload = copy.deepcopy(answers["export"])
        assert old in payload["export"]["content"]
        payload["export"]["content"] = payload["export"]["content"].replace(old, new)
        assert violations(payload, articles, own=own), old


@patient
@given(note=st.text(max_size=120), title=st.text(max_size=60))
def test_whatever_they_note_the_list_can_still_be_shown(articles, note, title):
    """A note that looks like a citation, a figure or a heading must not lock the list."""
    role = next(iter(articles.roles))
    record = with_note(with_role(PersonalRecord(), role), role, note)
    record = with_offer(record, title="".join(c for c in title if c.isalpha() or c == " "), role_kind=None,
                        pay="=90000 USD/year", as_written="90k")
    for answer in (answer_my_shortlist(articles, record, lasts=True), answer_offers(articles, record.offers)):
        payload = build_payload(answer, articles, answer_id="x", own=record)
        assert violations(payload, articles, own=record) == []
