"""Follow-ups on several roles at once, on hours, and on what lies beside a role."""

from __future__ import annotations

import pytest

from actions.answer_question import ActionAnswerQuestion
from actions.ask_pay import ActionAskPay
from actions.compare_roles import ActionCompareRoles
from actions.describe_role import ActionDescribeRole
from actions.explain_reliability import ActionExplainReliability
from actions.fallback import ActionFallback
from actions.find_roles import ActionFindRoles
from actions.show_more import ActionShowMore
from knowledge.answering.figures import HOURS_UNSAID, NO_OVERALL


def kinds_of(payload: dict, snapshot) -> set[str]:
    return {snapshot.knowledge.roles[r["id"]].kind for r in payload["roles"]}


@pytest.mark.parametrize("text", ["are either of those two remote", "which of the two lets me work from home?"])
def test_a_property_of_the_two_whose_pay_was_shown_is_told_of_each(chat, snapshot, text):
    chat.say("CME course creation and grant review, pay?", ActionAskPay)
    payload = chat.say(text, ActionFindRoles)
    assert kinds_of(payload, snapshot) == {"cme-course-creator", "grant-reviewer"} and payload["kind"] == "role"


def test_all_three_of_a_ranking_are_meant_and_not_the_open_question(chat):
    chat.say("compare expert witness, IME and UR for cardiology", ActionCompareRoles)
    chat.say("which of them pays best", ActionFindRoles)
    payload = chat.say("can i do all 3 part time?", ActionAnswerQuestion)
    assert payload["kind"] == "role" and len(payload["roles"]) == 3 and "commitment not stated" in payload["text"]


def test_of_a_long_list_a_property_stays_a_filter(chat):
    chat.say("roles for oncology", ActionFindRoles)
    payload = chat.say("which of them are remote", ActionFindRoles)
    assert {"oncology", "remote"} <= {f["label"] for f in payload["filters"]}


@pytest.mark.parametrize("text", ["how many hrs a week", "what are the hours", "how many hours do you work"])
def test_the_number_of_hours_is_said_to_be_missing(chat, text):
    chat.say("can IME be part time in cardiology", ActionAnswerQuestion)
    payload = chat.say(text, ActionFallback)
    assert HOURS_UNSAID in payload["text"] and payload["roles"]


def test_versus_after_a_role_keeps_that_role_and_its_specialty(chat, snapshot):
    chat.say("drug safety physician salary", ActionAskPay)
    payload = chat.say("vs medical science liaison?", ActionCompareRoles)
    assert [c["id"] for c in payload["comparison"]["columns"]] == [
        "sermo-oncology#drug-safety-physician", "sermo-oncology#medical-science-liaison"]


def test_pay_and_lifestyle_is_more_than_pay(chat):
    payload = chat.say("CMO vs scientific director, pay and work life balance", ActionCompareRoles)
    assert len(payload["comparison"]["rows"]) > 1
    payload = chat.say("CMO vs scientific director pay", ActionCompareRoles)
    assert len(payload["comparison"]["rows"]) == 1


@pytest.mark.parametrize("text", [
    "what's the typical salary for non clinical work", "average pay in general for these careers",
])
def test_no_overall_average_is_made_up(chat, text):
    payload = chat.say(text, ActionAskPay)
    assert NO_OVERALL in payload["text"] and payload["roles"]


def test_an_average_of_a_role_is_its_figure(chat):
    assert NO_OVERALL not in chat.say("average MSL salary in oncology", ActionAskPay)["text"]


def test_something_similar_elsewhere_says_that_the_role_itself_is_not_there(chat):
    chat.say("clinical informaticist salary", ActionAskPay)
    said = chat.say("anything comparable in cardiology?", ActionFindRoles)["text"]
    assert "The article for cardiology does not list Clinical informaticist" in said


def test_the_next_best_after_one_role_is_the_next_lower_figure(chat):
    chat.say("whats the ai consultant pay in rheumatology", ActionAskPay)
    payload = chat.say("and the second best", ActionShowMore)
    assert payload["roles"][0]["id"] == "sermo-rheumatology#medical-science-liaison"


def test_a_question_that_leans_on_the_passages_before_is_asked_with_them(chat):
    chat.say("difference between a non-clinical job and a non-clinical career", ActionAnswerQuestion)
    payload = chat.say("which one is harder", ActionCompareRoles)
    assert payload["kind"] == "passages" and "harder to get" in payload["text"]


def test_what_only_another_specialty_article_says_is_told_as_such(chat):
    chat.say("medical director pay for cardiology", ActionAskPay)
    payload = chat.say("does it come with a bonus?", ActionAnswerQuestion)
    assert "stock options" in payload["text"]
    assert "article for cardiology does not say" in payload["text"]


@pytest.mark.parametrize("text", ["do i need an mph", "must i have a phd"])
def test_whether_a_degree_is_needed_after_a_list_is_no_list(chat, text):
    chat.say("best paid pharma roles in cardiology", ActionFindRoles)
    assert chat.say(text, ActionAnswerQuestion)["kind"] != "roles"


def test_the_way_into_one_of_a_list_is_no_question_for_its_pay(chat):
    chat.say("best paid roles for cardiology", ActionFindRoles)
    payload = chat.say("what does it take to get into the second one", ActionAskPay)
    assert payload["kind"] == "passages" and "step by step" in payload["text"]
    assert "Telecardiology" in payload["text"] and "Chief medical officer" not in payload["text"]


def test_how_long_it_takes_is_said_to_be_missing(chat):
    chat.say("tele oncology", ActionDescribeRole)
    payload = chat.say("how long does it take to get into it", ActionAnswerQuestion)
    assert "How long it takes: no article says" in payload["text"]


def test_the_ones_for_any_specialty_are_the_general_article(chat):
    chat.say("dermatology roles", ActionFindRoles)
    payload = chat.say("only those that are for any specialty then", ActionFindRoles)
    assert payload["roles"] and {r["article_id"] for r in payload["roles"]} == {"medical-economics-jobs-vs-careers"}


def test_median_after_no_average_stays_with_the_figures(chat):
    chat.say("average salary of non-clinical jobs in oncology", ActionAskPay)
    payload = chat.say("mean then", ActionExplainReliability)
    assert "I do not average" in payload["text"]
