"""The guard attacked: nothing that differs from a stored fact may pass, everything true must."""

from __future__ import annotations

import copy
import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from actions.guard import violations
from actions.payload import plain_payload
from knowledge.answering.fixed import SAFETY_TEXT

CITING = ["remote cardiology over 150k", "everything for rheumatology", "hourly", "uncovered",
          "pay side by side", "one role", "comparison", "reasons", "polls", "passages"]
MONEY = re.compile(r"\$[\d,]+(?:\.\d+)?")
patient = settings(max_examples=60, deadline=None,
                   suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("name", CITING)
def test_true_answers_pass(answers, articles, name):
    assert violations(answers[name], articles) == []


def everywhere(payload: dict, old: str, new: str) -> dict:
    """The payload with a text replaced in `text` and in every block."""
    changed = copy.deepcopy(payload)
    changed["text"] = changed["text"].replace(old, new)
    for block in changed["blocks"]:
        block["text"] = (block["text"] or "").replace(old, new)
    return changed


@patient
@given(data=st.data())
def test_any_changed_amount_in_a_text_is_caught(answers, articles, data):
    payload = answers[data.draw(st.sampled_from([n for n in CITING if n != "passages"]))]
    amounts = sorted(set(MONEY.findall(payload["text"])))
    assume(amounts)
    old = data.draw(st.sampled_from(amounts))
    new = f"${data.draw(st.integers(1, 999_999)):,}"
    assume(new not in amounts and not payload["text"].count(new))
    assert violations(everywhere(payload, old, new), articles)


@patient
@given(data=st.data())
def test_two_amounts_swapped_are_caught(answers, articles, data):
    payload = answers[data.draw(st.sampled_from(
        ["remote cardiology over 150k", "everything for rheumatology", "hourly",
         "pay side by side", "comparison"]))]
    roles = [*payload["roles"], *payload["near_misses"]]
    written = sorted({f"${f['low']:,.0f}" if f["low"] == int(f["low"]) else f"${f['low']:,.2f}"
                      for r in roles for f in r["figures"]})
    one, other = data.draw(st.lists(st.sampled_from(written), min_size=2, max_size=2, unique=True))
    swapped = everywhere(payload, one, "<held>")
    swapped = everywhere(everywhere(swapped, other, one), "<held>", other)
    assert violations(swapped, articles)


@patient
@given(data=st.data())
def test_any_changed_field_of_a_figure_is_caught(answers, articles, data):
    payload = copy.deepcopy(answers[data.draw(st.sampled_from(
        ["remote cardiology over 150k", "hourly", "pay side by side", "everything for rheumatology"]))])
    figures = [f for g in ("roles", "near_misses", "not_stated") for r in payload[g]
               for f in r["figures"]]
    figure = data.draw(st.sampled_from(figures))
    field = data.draw(st.sampled_from(sorted(figure)))
    figure[field] = data.draw(
        st.one_of(st.none(), st.integers(1, 500_000), st.sampled_from(
            ["median", "average", "hour", "year", "Glassdoor", "ZipRecruiter", "salary", "rate"]))
        .filter(lambda value: value != figure[field])
    )
    assert violations(payload, articles)


def test_a_share_below_another_survey_s_heading_is_caught(answers, articles):
    payload = answers["polls"]
    heading = next(line for line in payload["text"].split("\n") if line.endswith(":") and "question" in line)
    assert violations(everywhere(payload, heading, "Sermo poll, question: who will leave (asked of all):"), articles)
    assert violations(everywhere(payload, heading + "\n", ""), articles)


@patient
@given(data=st.data())
def test_any_changed_field_of_a_poll_is_caught(answers, articles, data):
    payload = copy.deepcopy(answers[data.draw(st.sampled_from(["reasons", "polls"]))])
    poll = data.draw(st.sampled_from(payload["polls"]))
    field = data.draw(st.sampled_from(sorted(poll)))
    poll[field] = data.draw(st.one_of(st.none(), st.integers(0, 100), st.just("yes"))
                            .filter(lambda value: value != poll[field]))
    assert violations(payload, articles)


@patient
@given(words=st.sampled_from([
    "Telecardiology pays about $360,000.", "Roughly 357 thousand a year.", "That is 74 percent.",
    "Most earn six figures.", "$171.87 an hour", "The median is $357,482.", "20% + 6% = 26%",
    "It takes 18 months.", "Half a million, easily.", "paid £280k"]))
def test_a_rounded_converted_or_invented_number_is_caught(answers, articles, words):
    payload = copy.deepcopy(answers["remote cardiology over 150k"])
    payload["blocks"].append({"type": "notice", "text": words})
    payload["text"] += "\n" + words
    assert violations(payload, articles)


@pytest.mark.parametrize("change", [
    lambda p: p["citations"].pop(0),
    lambda p: p["citations"][0].update(passage_id="sermo-oncology#nowhere"),
    lambda p: p["citations"][0].update(excerpt="Something else at $357,482."),
    lambda p: p["citations"][0]["article"].update(title="Another article"),
    lambda p: p["citations"].reverse(),
    lambda p: p["roles"][0].update(title="Remote reads for cardiac imaging"),
    lambda p: p["roles"][0].update(specialties=["oncology"]),
    lambda p: p["roles"][0]["attributes"]["work_mode"].update(value="on_site"),
    lambda p: p["roles"][0]["attributes"]["work_mode"].update(basis="implied"),
    lambda p: p.update(text=p["text"].replace("[1]", "[99]")),
    lambda p: p["suggestions"].append({"id": "x", "title": "earn $500,000", "message": "hello"}),
])
def test_a_wrong_citation_or_attribute_is_caught(answers, articles, change):
    payload = copy.deepcopy(answers["remote cardiology over 150k"])
    change(payload)
    assert violations(payload, articles)


@pytest.mark.parametrize("old, new", [
    ("average salary $357,482", "median salary $357,482"),
    ("a year, ZipRecruiter", "a year, Glassdoor"),
    ("$357,482 a year", "$357,482 an hour"),
    (", for physician consultants in general", ""),
    ("a year, ZipRecruiter [1]", "a year, ZipRecruiter, for telemedicine physicians in general [1]"),
    ("Telecardiology:", "Utilization Review (UR) for insurance:"),
    ("over $150,000 a year", "over $160,000 a year"),
])
def test_a_figure_worded_otherwise_is_caught(answers, articles, old, new):
    payload = answers["remote cardiology over 150k"]
    assert old in payload["text"]
    assert violations(everywhere(payload, old, new), articles)


def test_a_refusal_may_not_cite(answers, articles):
    payload = {**copy.deepcopy(answers["passages"]), "kind": "out_of_scope"}
    assert violations(payload, articles)


def test_safety_numbers_pass_only_as_the_fixed_text(articles):
    payload = plain_payload("safety", SAFETY_TEXT)
    assert violations(payload, articles, fixed=(SAFETY_TEXT,)) == []
    assert violations(payload, articles)
    assert violations(plain_payload("safety", SAFETY_TEXT.replace("988", "989")), articles,
                      fixed=(SAFETY_TEXT,))


@pytest.mark.parametrize("words", [
    "There are 300 other roles.", "Expect $900 more.", "350 articles say so.", "1999 entries earn it.",
    "482. Telecardiology", "- 999 role", "fifty bucks an hour", "ten thousands", "two-thirds of physicians",
    "One in four physicians", "twice as much", "a third", "½ of them", "⅔", "②", "fifty %",
    "Telecardiology: over $150,000 a year.", "Telecardiology: average salary exactly $150,000 a year."])
def test_invented_counts_words_and_bounds_are_caught(answers, articles, words):
    payload = copy.deepcopy(answers["remote cardiology over 150k"])
    payload["blocks"].append({"type": "notice", "text": words})
    assert violations(payload, articles)


@pytest.mark.parametrize("change", [
    lambda p: p["near_misses"][0]["criteria"][0].update(actual="$999,999"),
    lambda p: p["near_misses"][0]["criteria"][0].update(wanted="over $1"),
    lambda p: p["filters"][0].update(remove="earn $400,000"),
    lambda p: p["page"].update(total=9999),
    lambda p: p["roles"][0].update(bonus="$50,000"),
    lambda p: p["roles"].append(p["near_misses"].pop()),
    lambda p: p["blocks"][0].update(text="One role [57]"),
])
def test_forged_fields_are_caught(answers, articles, change):
    payload = copy.deepcopy(answers["remote cardiology over 150k"])
    change(payload)
    assert violations(payload, articles)
