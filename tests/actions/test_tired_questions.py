"""Questions as tired people type them: two in one, half told, of what no article has."""

from __future__ import annotations

import pytest

from actions.answer_question import ActionAnswerQuestion
from actions.ask_pay import ActionAskPay
from actions.compare_roles import ActionCompareRoles
from actions.decline import ActionDecline
from actions.fallback import ActionFallback
from actions.find_roles import ActionFindRoles
from actions.shortlist.tell_offer import ActionTellOffer


def test_pay_asked_with_a_wish_that_nobody_states_is_still_given(chat):
    payload = chat.say("what do expert witnesses make and do i need a license", ActionAskPay)
    assert payload["roles"] or payload["comparison"]
    assert "$67.49" in payload["text"]
    assert "“license”" in payload["text"] and "do not state" in payload["text"]


def test_pay_asked_with_the_hours_gives_both(chat):
    said = chat.say("UR in cards - hrs and salary?", ActionAskPay)["text"]
    assert "$87,946" in said and "Predictable hours" in said


def test_a_role_for_a_specialty_without_an_article_keeps_the_role(chat, snapshot):
    payload = chat.say("could a urologist do MSL work or do they only take medicine people", ActionAnswerQuestion)
    assert "urology" in payload["text"].lower()
    cited = {snapshot.knowledge.passages[c["passage_id"]].role_id for c in payload["citations"]}
    assert {snapshot.knowledge.roles[i].kind for i in cited} == {"medical-science-liaison"}


@pytest.mark.parametrize("text, name", [
    ("how much do concierge docs make", "concierge docs"),
    ("what does a cruise ship doc actually earn?", "cruise ship doc"),
    ("salary of a ringside physician", "ringside physician"),
])
def test_pay_of_what_no_article_has_is_said_to_be_unknown_by_its_name(chat, text, name):
    payload = chat.say(text, ActionAskPay)
    assert f"No article has a role called “{name}”" in payload["text"]
    assert not payload["citations"]


@pytest.mark.parametrize("text", [
    "is there anything w no charting at all", "do you have something without prior auths", "whats the easiest gig",
])
def test_work_asked_for_by_an_unstated_wish_gets_choices(chat, text):
    assert chat.say(text, ActionAnswerQuestion)["kind"] == "clarify"


def test_desk_work_is_a_wish_and_no_poll(chat):
    for text in ("i cant be on my feet all day, sitting work only", "bad back. desk job only"):
        assert chat.say(text, ActionFindRoles)["kind"] == "clarify"


def test_insurance_of_ones_own_is_no_employer(chat):
    payload = chat.say("im on own occ disability insurance, does a side gig void that", ActionAnswerQuestion)
    assert not any(f["value"] == "insurer" for f in payload["filters"])
    assert payload["kind"] != "passages"


def test_two_settings_are_compared_by_what_they_pay(chat):
    payload = chat.say("biotech or device, who pays better", ActionCompareRoles)
    assert payload["kind"] == "roles" and payload["roles"]


@pytest.mark.parametrize("text", [
    "onc, just got 2 offers. 190 for drug safety and 230 for medical director, which", "offer from a startup 160 + "
        "equity "
    "for ai consulting, is that low",
])
def test_offers_told_in_passing_are_kept_as_the_person_s_own(chat, text):
    payload = chat.say(text, ActionTellOffer)
    assert payload["offers"] or payload["kind"] == "clarify"


def test_negotiating_is_not_taught_but_the_offer_stands_beside_the_figures(chat):
    chat.say("i have an offer of 215k for msl in onc", ActionTellOffer)
    payload = chat.say("they wont move on the base, what else could i ask for", ActionFallback)
    assert "say nothing on negotiating" in payload["text"]
    assert payload["offers"]


def test_a_wish_after_a_list_narrows_it_even_where_the_words_were_not_understood(chat):
    chat.say("teaching jobs", ActionFindRoles)
    payload = chat.say("at like a university", ActionDecline)
    assert payload["kind"] == "roles"


def test_how_long_the_way_in_takes_is_asked_of_the_way_in(chat):
    said = chat.say("how long would it take to get an msl job", ActionAnswerQuestion)["text"]
    assert "no article lays out the steps" in said.lower()


def test_whether_a_degree_is_worth_it_is_not_answered_by_what_it_costs(chat):
    said = chat.say("is an mph worth it", ActionAnswerQuestion)["text"]
    assert "pay for a degree" not in said


def test_pay_asked_with_the_way_in_is_given(chat):
    payload = chat.say("expert witness for rheum, how much & how would i get started", ActionAskPay)
    assert "$" in payload["text"] and "step by step" in payload["text"]
    assert payload["citations"]


def test_the_way_in_alone_gives_no_pay(chat):
    assert "$" not in chat.say("how would i get started as an expert witness in rheum", ActionAskPay)["text"]
