"""What is said where the articles are silent on a part of a question: what is missing is named, the rest is given."""

from __future__ import annotations

import pytest

from actions.answer_question import ActionAnswerQuestion
from actions.ask_pay import ActionAskPay
from actions.compare_roles import ActionCompareRoles
from actions.decline import ActionDecline
from actions.describe_role import ActionDescribeRole
from actions.fallback import ActionFallback
from actions.find_roles import ActionFindRoles
from actions.unanswered import why_unanswered
from knowledge.records.unanswered import NOT_COVERED


def kinds_of(payload: dict, snapshot) -> set[str]:
    of = {snapshot.knowledge.passages[c["passage_id"]].role_id for c in payload["citations"]}
    return {snapshot.knowledge.roles[i].kind for i in of if i}


@pytest.mark.parametrize("text, kind, words", [
    ("is drug safety lonely work", "drug-safety-physician", "“lonely”"),
    ("is chart review tedious", "chart-review", "“tedious”"),
    ("do expert witnesses get yelled at", "medico-legal", "“yelled”"),
])
def test_a_property_that_no_article_states_of_a_role_is_said_to_be_missing(chat, snapshot, text, kind, words):
    payload = chat.say(text, ActionAnswerQuestion)
    assert f"{words}: the articles do not state this" in payload["text"]
    assert kind in kinds_of(payload, snapshot)
    assert payload["citations"] and payload["suggestions"]
    assert len(payload["text"].split("\nSources:")[0]) < 900  # short


def test_what_is_stated_near_a_property_asked_in_other_words_is_given(chat):
    said = chat.say("what are the hours like in telecardiology", ActionAnswerQuestion)["text"]
    assert "Flexible hours" in said
    silent = chat.say("hows the hours as a drug safety physician", ActionAnswerQuestion)["text"]
    assert "“hours”: the articles do not state this" in silent


def test_silence_on_a_role_is_still_noted_as_a_gap(chat, snapshot):
    payload = chat.say("is chart review tedious", ActionAnswerQuestion)
    query = type("Q", (), {"text": "is chart review tedious", "of_list": None, "of_offers": None,
                           "values": lambda self, kind: []})()
    assert why_unanswered("action_answer_question", query, payload, snapshot.knowledge) == NOT_COVERED


@pytest.mark.parametrize("text, missing", [
    ("chart review vs prison medicine", "prison medicine"),
    ("compare botox parties with disability exams", "botox parties"),
    ("which is better, IME or concierge medicine?", "concierge medicine"),
])
def test_a_side_of_a_comparison_that_no_article_has_is_named(chat, text, missing):
    payload = chat.say(text, ActionCompareRoles)
    assert f"No article has a role called “{missing}" in payload["text"]
    assert payload["roles"] or payload["comparison"]


def test_a_comparison_that_is_whole_names_nothing_as_missing(chat):
    for text in ("MSL vs medical director for onc", "compare chart review and UR, which pays more",
                 "whats the difference between an ime and a disability exam?", "UR or MSL for a rheumatologist w kids"):
        assert "No article has" not in chat.say(text, ActionCompareRoles)["text"]


@pytest.mark.parametrize("action", [ActionFallback, ActionAnswerQuestion])
def test_a_specialty_without_an_article_gets_no_passages_of_another(chat, action):
    payload = chat.say("dermatologist - teledermatology or a clean break from it?", action)
    assert "No article" in payload["text"] and "dermatology" in payload["text"]
    assert not any("sermo" in c["article"]["id"] for c in payload["citations"])


def test_a_setting_that_no_entry_of_the_role_has_is_said(chat):
    payload = chat.say("what does an MSL get at an insurance company", ActionAskPay)
    first = payload["text"].split("\n")[0]
    assert "insurance" in first and "no article states" in first.lower()
    assert any(s["message"] == "insurance roles" for s in payload["suggestions"])


def test_a_setting_that_some_entries_have_narrows_the_pay_to_them(chat, snapshot):
    payload = chat.say("salary of a medical director in biotech", ActionAskPay)
    settings = [{a.value for a in snapshot.knowledge.roles[r["id"]].attributes_named("setting")}
                for r in payload["roles"]]
    assert settings and all("biotech" in values for values in settings)


@pytest.mark.parametrize("text", ["whats the downside of it", "ok whats the catch", "any cons to that?"])
def test_the_catch_of_the_role_last_seen_is_asked_of_that_role(chat, snapshot, text):
    chat.say("what does a drug safety physician do", ActionDescribeRole)
    payload = chat.say(text, ActionFallback)
    assert payload["kind"] in ("role", "passages")
    assert "drug safety" in payload["text"].lower()


def test_whether_a_degree_is_needed_is_not_answered_by_where_one_is_merely_named(chat):
    chat.say("what does a drug safety physician do", ActionDescribeRole)
    payload = chat.say("would i need an mph for it", ActionAnswerQuestion)
    assert "advertises" not in payload["text"] and "pay for a degree" not in payload["text"]
    assert "do not state" in payload["text"]


@pytest.mark.parametrize("text, named", [
    ("doctor jobs in australia", "Australia"),
    ("j1 waiver non clinical work", "visa"),
    ("alternative careers with a felony", "felony"),
])
def test_work_with_a_wish_the_articles_are_silent_on_is_inside_the_subject(chat, text, named):
    payload = chat.say(text, ActionDecline)
    assert payload["kind"] != "out_of_scope"
    assert named.lower() in payload["text"].lower()


def test_what_is_no_work_stays_outside(chat):
    for text in ("best beaches in australia", "how do i renew my visa card", "weather in germany"):
        assert chat.say(text, ActionDecline)["kind"] == "out_of_scope"


def test_two_roles_side_by_side_change_places(chat):
    before = chat.say("MSL vs medical director for onc", ActionCompareRoles)
    after = chat.say("flip them", ActionDescribeRole)
    titles = [c["title"] for c in before["comparison"]["columns"]]
    assert [c["title"] for c in after["comparison"]["columns"]] == titles[::-1]


@pytest.mark.parametrize("text", [
    "i dont want to deal with people anymore lol", "im 68 and slowing down", "time to take it easier, im 61",
])
def test_a_wish_that_no_entry_states_is_answered_with_choices(chat, text):
    payload = chat.say(text, ActionFallback)
    assert payload["kind"] == "clarify"
    assert {o["message"] for o in payload["question"]["options"]} & {"part time roles", "roles without patient contact"}


def test_jobs_without_people_are_no_random_passages(chat):
    payload = chat.say("any gigs where i dont have to deal with people ever", ActionFindRoles)
    assert payload["kind"] == "clarify"


def test_how_people_move_up_is_told_where_the_articles_tell_it(chat):
    chat.say("non clinical job or career", ActionAnswerQuestion)
    chat.say("chart review", ActionDescribeRole)
    assert "connections" in chat.say("how do chart reviewers move up?", ActionAnswerQuestion)["text"]
