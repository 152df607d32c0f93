"""Doubts and half questions about figures just shown: why so high, whose, per year, is that real."""

from __future__ import annotations

import pytest

from actions.answer_question import ActionAnswerQuestion
from actions.ask_pay import ActionAskPay
from actions.cite_source import ActionCiteSource
from actions.compare_roles import ActionCompareRoles
from actions.decline import ActionDecline
from actions.describe_role import ActionDescribeRole
from actions.explain_reasons import ActionExplainReasons
from actions.explain_reliability import ActionExplainReliability
from actions.fallback import ActionFallback
from actions.find_roles import ActionFindRoles
from actions.report_polls import ActionReportPolls
from knowledge.answering.figures import NO_REASON, NOT_RECKONED, WHOSE


def test_why_a_figure_is_so_high_is_no_question_why_people_leave(chat):
    chat.say("teleoncology salary", ActionAskPay)
    payload = chat.say("how come oncology pays that much", ActionExplainReasons)
    assert payload["kind"] == "role" and NO_REASON in payload["text"] and "$411,000" in payload["text"]


def test_why_one_specialty_is_below_another_shows_both(chat):
    chat.say("what do MSLs earn", ActionAskPay)
    said = chat.say("why's onc lower than rheum?", ActionDecline)["text"]
    assert "$190,000" in said and "$212,000" in said and "$204,000" not in said
    assert "do not say why" in said


def test_why_so_different_of_a_single_figure_sets_the_others_of_its_kind_beside_it(chat):
    chat.say("MSL in oncology vs drug safety physician, salary", ActionCompareRoles)
    chat.say("MSL salary rheumatology", ActionAskPay)
    said = chat.say("but why does it differ", ActionExplainReliability)["text"]
    assert "$190,000" in said and "$212,000" in said


def test_why_one_of_a_list_is_below_the_first_shows_both(chat):
    chat.say("roles for cardiology", ActionFindRoles)
    chat.say("tell me about the third one", ActionDescribeRole)
    payload = chat.say("how come it pays less than the first", ActionExplainReasons)
    assert payload["kind"] == "comparison" and "$392,000" in payload["text"] and "$232,369" in payload["text"]


def test_why_they_leave_more_stays_a_question_for_reasons(chat):
    chat.say("what do MSLs earn in oncology", ActionAskPay)
    assert chat.say("why are more oncologists quitting", ActionExplainReasons)["kind"] == "reasons"


@pytest.mark.parametrize("text", [
    "is that only for oncologists or everyone", "are those physicians or nurses too",
    "was that specific to cardiology?", "whose salary is that",
])
def test_whom_a_figure_covers_is_told_as_far_as_it_is_stated(chat, text):
    chat.say("teleoncology salary", ActionAskPay)
    said = chat.say(text, ActionAnswerQuestion)["text"]
    assert WHOSE in said and "for telemedicine physicians in general" in said


def test_whom_a_poll_covers_is_told_of_the_poll(chat):
    chat.say("what share of physicians are not considering a career change", ActionReportPolls)
    payload = chat.say("was that just cardiologists or all doctors", ActionExplainReasons)
    assert payload["kind"] == "polls" and "physician members of Sermo" in payload["text"]


def test_an_hourly_rate_is_told_by_the_year_when_asked(chat):
    chat.say("medical editing pay in oncology", ActionAskPay)
    said = chat.say("whats that a year?", ActionAskPay)["text"]
    assert "about $95,680 a year at 2,080 hours, not a salary" in said


def test_a_salary_is_not_turned_into_an_hourly_rate(chat):
    chat.say("IME pay for cardiology", ActionAskPay)
    payload = chat.say("and hourly?", ActionFindRoles)
    assert "not turned into an hourly rate" in payload["text"] and "$167,241" in payload["text"]
    assert not any(f["id"].startswith("pay_unit") for f in payload["filters"])


@pytest.mark.parametrize("text", [
    "salary gap?", "so almost twice as much", "how much more is the first", "by how much",
])
def test_figures_are_set_side_by_side_and_not_subtracted(chat, text):
    chat.say("CMO or scientific director, pay in cardiology", ActionCompareRoles)
    said = chat.say(text, ActionExplainReliability)["text"]
    assert NOT_RECKONED in said and "$392,000" in said and "$185,000" in said


def test_a_doubt_about_a_figure_gets_its_chain_and_no_list(chat):
    payload = chat.say("no way, 273k for the AI startup work is legit?", ActionAskPay)
    assert payload["kind"] == "guidance" and not payload["filters"]
    assert "Glassdoor" in payload["text"] and "signposts" in payload["text"]


@pytest.mark.parametrize("text", ["would 357k be full time?", "is 357k just part time", "357k starting or average?"])
def test_what_a_quoted_figure_holds_is_not_stated_and_no_filter(chat, text):
    chat.say("telecardiology, what does it pay", ActionAskPay)
    payload = chat.say(text, ActionFindRoles)
    assert "do not say whether that is base pay" in payload["text"] and "$357,482" in payload["text"]
    assert not payload["filters"]


def test_amounts_that_agree_are_not_said_to_differ(chat):
    chat.say("UR pay in cardiology", ActionAskPay)
    said = chat.say("why is UR paid so little", ActionExplainReasons)["text"]
    assert "why the amounts are the same" in said and "not the same" not in said


def test_an_amount_that_was_hoped_for_stays_a_wish(chat):
    chat.say("telecardiology, what does it pay", ActionAskPay)
    payload = chat.say("any roles at 357k part time?", ActionFindRoles)
    assert payload["kind"] == "roles" or payload["filters"]


@pytest.mark.parametrize("text, name", [("what does MGMA say", "MGMA"), ("got doximity numbers for this?", "Doximity")])
def test_a_source_that_no_article_cites_is_said_to_be_missing(chat, text, name):
    payload = chat.say(text, ActionAnswerQuestion)
    assert f"No article that I have cites {name}" in payload["text"] and "ZipRecruiter" in payload["text"]
    assert not payload["citations"]


def test_an_independent_source_is_not_the_last_answer_again(chat):
    chat.say("telecardiology, what does it pay", ActionAskPay)
    payload = chat.say("is there any other source for it", ActionCiteSource)
    assert payload["kind"] == "help" and "Glassdoor" in payload["text"]
    assert chat.say("where is that from", ActionCiteSource)["kind"] == "passages"


def test_a_figure_asked_by_its_unit_after_nothing_stays_with_its_action(chat):
    assert chat.say("hourly", ActionFallback)["kind"] != "error"
