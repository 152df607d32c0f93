"""What leans on the last answer alone: surveys behind polls, filters in force, other words for "more"."""

from __future__ import annotations

import pytest

from actions.answer_question import ActionAnswerQuestion
from actions.explain_reasons import ActionExplainReasons
from actions.fallback import ActionFallback
from actions.find_roles import ActionFindRoles
from actions.report_polls import ActionReportPolls
from actions.services import Services
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


def test_the_filters_in_force_are_listed_with_a_way_off(chat):
    chat.say("remote roles for cardiology over 100k", ActionFindRoles)
    listed = chat.say("what am I filtering by?", ActionFallback)
    assert chips(listed) == {"cardiology", "remote", "over $100,000 a year"}
    for offer in listed["suggestions"]:
        left = chips(chat.say(offer["message"], ActionFindRoles))
    assert left == set()
