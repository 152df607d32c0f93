"""What leans on the last answer alone: surveys behind polls, filters in force, other words for "more"."""

from __future__ import annotations

import pytest

from actions.answer_question import ActionAnswerQuestion
from actions.ask_pay import ActionAskPay
from actions.cite_source import ActionCiteSource
from actions.compare_roles import ActionCompareRoles
from actions.describe_role import ActionDescribeRole
from actions.explain_reasons import ActionExplainReasons
from actions.explain_reliability import ActionExplainReliability
from actions.fallback import ActionFallback
from actions.find_roles import ActionFindRoles
from actions.report_polls import ActionReportPolls
from actions.services import Services
from actions.show_more import ActionShowMore
from index.errors import PassageIndexError
from knowledge.errors import KnowledgeError
from knowledge.language.names import Names
from knowledge.settings import Settings
from tests.actions.chat import Chat


@pytest.fixture(scope="module")
def snapshot():
    try:
        return Services(Settings.from_environment()).current()
    except (KnowledgeError, PassageIndexError) as error:
        pytest.skip(f"not built yet, `make build` does: {error}")


@pytest.fixture
def chat(snapshot) -> Chat:
    return Chat(snapshot, Names.load(Settings.from_environment().names_file))


def chips(payload: dict) -> set[str]:
    return {f["label"] for f in payload["filters"]}


def test_the_size_of_a_survey_is_told_where_it_is_stated_and_missed_where_not(chat):
    chat.say("why are oncologists leaving?", ActionExplainReasons)
    payload = chat.say("how many people was that?", ActionReportPolls)
    first, *others = [line for line in payload["text"].split("\n") if line.startswith("- ")]
    assert "1,524 respondents" in first
    assert others and all("not stated: how many people answered" in line for line in others)
    assert chips(payload) == {"oncology"}


def test_the_date_and_the_people_of_a_poll_are_told_whatever_the_intent(chat):
    chat.say("what share of physicians are not considering a career change", ActionReportPolls)
    date = chat.say("when was that asked?", ActionFallback)["text"]
    assert date.startswith("No article says when that was asked")
    people = chat.say("who did they ask?", ActionAnswerQuestion)["text"]
    assert "physician members of Sermo, from oncology and from other specialties" in people


def test_a_percentage_names_the_survey_meant(chat):
    chat.say("why are oncologists leaving?", ActionExplainReasons)
    payload = chat.say("how many people in the 58% one", ActionReportPolls)
    assert {p["percent"] for p in payload["polls"]} == {58}


def test_a_poll_asked_again_for_another_specialty_stays_a_poll(chat):
    chat.say("what share of physicians are not considering a career change", ActionReportPolls)
    payload = chat.say("and for cardiology?", ActionFindRoles)
    assert payload["kind"] == "polls"
    assert 74 in {p["percent"] for p in payload["polls"]}


def test_a_change_without_a_value_says_what_is_in_force_and_asks_to_what(chat):
    chat.say("remote roles for cardiology", ActionFindRoles)
    asked = chat.say("change specialty", ActionFallback)
    assert asked["kind"] == "clarify" and "cardiology, remote" in asked["text"]
    titles = [o["title"] for o in asked["question"]["options"]]
    assert "oncology" in titles and "cardiology" not in titles
    assert chips(chat.say(titles[0], ActionFindRoles)) == {titles[0], "remote"}


def test_a_bare_number_names_the_share_too(chat):
    chat.say("why are rheumatologists leaving?", ActionExplainReasons)
    payload = chat.say("how many ppl did they survey for the 95", ActionAnswerQuestion)
    assert {p["percent"] for p in payload["polls"]} == {95}


def test_of_those_means_the_few_that_were_asked_for(chat):
    few = chat.say("top 3 paying onc gigs", ActionFindRoles)
    payload = chat.say("any of those remote", ActionFindRoles)
    assert payload["roles"] and {r["id"] for r in payload["roles"]} < {r["id"] for r in few["roles"]}


def test_which_of_them_give_a_number_narrows_the_list_whatever_the_intent(chat):
    chat.say("side gigs for rheum", ActionFindRoles)
    payload = chat.say("which of them give an actual number", ActionExplainReliability)
    assert "figure given" in chips(payload)
    assert chips(chat.say("ok drop that", ActionFallback)) == {"rheumatology", "part time"}


def test_a_bare_superlative_orders_the_list(chat):
    chat.say("best hourly rate anywhere", ActionFindRoles)
    payload = chat.say("worst?", ActionFallback)
    assert chips(payload) == {"paid by the hour"}
    rates = [f["low"] for r in payload["roles"] for f in r["figures"]]
    assert rates == sorted(rates)


def test_a_bare_unit_moves_the_bound(chat):
    chat.say("rheum jobs over 150", ActionFindRoles)
    assert chips(chat.say("an hour", ActionAskPay)) == {"rheumatology", "over $150 an hour"}
    assert chips(chat.say("a year", ActionAskPay)) == {"rheumatology", "over $150,000 a year"}


def test_what_is_left_out_adds_up(chat):
    chat.say("oncology, nothing with insurers", ActionFindRoles)
    assert chips(chat.say("not pharma either", ActionFindRoles)) == {"oncology", "not insurance", "not pharma"}


def test_a_figure_of_another_site_is_said_to_be_missing(chat):
    chat.say("what does an IME do", ActionDescribeRole)
    text = chat.say("glassdoor number?", ActionCiteSource)["text"]
    assert "No figure of Glassdoor is given for this" in text and "ZipRecruiter" in text


def test_a_question_that_leans_on_the_last_one_is_read_with_it(chat):
    chat.say("job or career, what is the difference", ActionAnswerQuestion)
    payload = chat.say("which one pays more", ActionAskPay)
    assert "medical-economics-jobs-vs-careers#no-figures" in [c["passage_id"] for c in payload["citations"]]


def test_how_long_something_takes_is_no_question_of_trust(chat):
    chat.say("how do chart reviewers become executives", ActionAnswerQuestion)
    assert chat.say("how long does that take", ActionExplainReliability)["kind"] == "none"


def test_why_the_diff_is_answered_by_what_sets_them_apart(chat):
    chat.say("CMO or medical director for cards?", ActionCompareRoles)
    assert "do not say why" in chat.say("why the diff", ActionExplainReasons)["text"]


def test_list_them_shows_the_list_again(chat):
    first = chat.say("remote roles for rheumatology", ActionFindRoles)
    again = chat.say("list em", ActionShowMore)
    assert [r["id"] for r in again["roles"]] == [r["id"] for r in first["roles"]]


def test_the_filters_in_force_are_listed_with_a_way_off(chat):
    chat.say("remote roles for cardiology over 100k", ActionFindRoles)
    listed = chat.say("what am I filtering by?", ActionFallback)
    assert chips(listed) == {"cardiology", "remote", "over $100,000 a year"}
    for offer in listed["suggestions"]:
        left = chips(chat.say(offer["message"], ActionFindRoles))
    assert left == set()
