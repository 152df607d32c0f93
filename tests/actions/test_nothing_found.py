"""Searches without a match, specialties without an article, and messages that cannot be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.answer_question import ActionAnswerQuestion
from actions.decline import ActionDecline
from actions.describe_role import ActionDescribeRole
from actions.explain_reasons import ActionExplainReasons
from actions.find_roles import ActionFindRoles
from actions.show_more import ActionShowMore
from actions.strain import ActionStrain
from knowledge.language.names import Names
from knowledge.settings import Settings
from tests.actions.chat import Chat


@pytest.fixture(scope="module")
def names() -> Names:
    return Names.load(Settings.from_environment().names_file)


@pytest.fixture
def chat(snapshot, names) -> Chat:
    return Chat(snapshot, names)


@pytest.mark.parametrize("text", [
    "remote pharma onc roles over 300k no travel hourly", "cards nonprofit part time over 500k",
    "on site media rheum", "onc roles without travel that pay at least 200k",
])
def test_a_search_that_finds_nothing_names_what_empties_it_and_the_button_mends_it(chat, snapshot, names, text):
    empty = chat.say(text, ActionFindRoles)
    assert not empty["roles"]
    assert "meets all the rest" in empty["text"] or "meet all the rest" in empty["text"]
    for offer in empty["suggestions"]:
        other = Chat(snapshot, names)
        other.say(text, ActionFindRoles)
        found = other.say(offer["message"], ActionFindRoles)
        assert found["roles"], offer["message"]


def test_the_number_left_without_a_criterion_is_the_number_found(chat):
    empty = chat.say("on site media rheum", ActionFindRoles)
    assert "Without “on site”, 1 role meets all the rest." in empty["text"]
    assert chat.say("drop the work mode", ActionFindRoles)["page"]["total"] == 1


def test_a_specialty_without_an_article_is_answered_in_a_few_words_with_buttons(chat):
    payload = chat.say("remote jobs for dermatologists", ActionFindRoles)
    assert len(payload["text"]) < 400 and not payload["citations"]
    assert "dermatology" in payload["text"] and "any physician" in payload["text"]
    button = next(s for s in payload["suggestions"] if s["title"] == "roles for oncology")
    kept = chat.say(button["message"], ActionFindRoles)
    assert {f["label"] for f in kept["filters"]} == {"oncology", "remote"}


def test_work_for_any_physician_is_a_list_of_its_own(chat, snapshot):
    offered = chat.say("jobs for dermatologists", ActionFindRoles)["suggestions"]
    button = next(s for s in offered if "any physician" in s["title"])
    seen, page = [], chat.say(button["message"], ActionFindRoles)
    assert {f["label"] for f in page["filters"]} == {"any physician"}
    while page["roles"]:
        seen += [r["id"] for r in page["roles"]]
        page = chat.say("more", ActionShowMore)
    assert set(seen) == {r.id for r in snapshot.knowledge.roles.values() if not r.specialties}
    assert {f["label"] for f in chat.say("and for onc?", ActionFindRoles)["filters"]} == {"oncology"}


def test_what_cannot_be_read_raises_the_choices_in_the_middle_of_a_talk(chat):
    chat.say("remote roles for onc", ActionFindRoles)
    one = chat.say("🤷", ActionDecline)
    two = chat.say("blurp blorp", ActionDecline)
    assert one["kind"] == two["kind"] == "clarify"
    assert len(two["question"]["options"]) > len(one["question"]["options"])
    assert chat.say("what is the weather like", ActionDecline)["kind"] == "out_of_scope"


def test_a_range_without_a_specialty_passes_the_guard(chat):
    payload = chat.say("is there anything between 90 and 110k", ActionFindRoles)
    assert payload["kind"] == "roles"
    assert payload["text"].startswith(f"{payload['page']['total']} roles, from $90,000 to $110,000 a year:")


def test_a_miss_of_an_exclusion_is_no_double_negative(chat):
    chat.say("oncology roles in pharma", ActionFindRoles)
    text = chat.say("which need no travel", ActionFindRoles)["text"]
    assert "Nearest, but with travel" in text and "not without" not in text


def test_many_roles_without_a_figure_stand_in_one_line(chat):
    payload = chat.say("roles over 150k", ActionFindRoles)
    line = next(b["text"] for b in payload["blocks"] if b["type"] == "not_stated")
    assert len(payload["not_stated"]) > 2 and line.count("\n") == 1


def test_a_wish_that_no_entry_states_is_answered_beside_the_care(chat):
    payload = chat.say("i cry before every clinic, show me low stress stuff", ActionStrain)
    assert payload["text"].startswith("That sounds exhausting") and "do not state" in payload["text"]


def test_no_idea_after_a_miss_counts_as_one_more(chat):
    chat.say("🤷", ActionDecline)
    assert len(chat.say("hmm idk", ActionDecline)["question"]["options"]) > 4


def test_show_me_what_you_have_at_the_start_says_what_there_is(chat):
    payload = chat.say("show me what you have", ActionShowMore)
    assert payload["kind"] == "help" and "cardiology" in payload["text"]


def test_more_after_a_look_at_one_role_goes_on_with_the_list(chat):
    listed = chat.say("remote roles for cardiology", ActionFindRoles)
    chat.say("what about the second one", ActionDescribeRole)
    rest = chat.say("more", ActionShowMore)
    assert rest["page"]["first"] == len(listed["roles"]) + 1


def test_more_after_the_reasons_offers_those_of_each_specialty(chat):
    chat.say("why do physicians leave?", ActionExplainReasons)
    offered = chat.say("more", ActionShowMore)["suggestions"]
    assert offered
    for button in offered:
        reasons = chat.say(button["message"], ActionExplainReasons)
        assert reasons["kind"] == "reasons" and len(reasons["filters"]) == 1


def test_every_entry_of_a_role_that_many_articles_have_can_be_seen(snapshot, names):
    entries = [r for r in snapshot.knowledge.roles.values() if r.kind == "medical-science-liaison"]
    more = {f"{r.id}-{i}": replace(r, id=f"{r.id}-{i}", figures=()) for r in entries for i in (1, 2)}
    knowledge = replace(snapshot.knowledge, roles={**snapshot.knowledge.roles, **more})
    chat = Chat(replace(snapshot, knowledge=knowledge), names)
    first = chat.say("what does an MSL do", ActionDescribeRole)
    assert "5 more entries not shown; say “more”" in first["text"]
    seen, page = [], chat.say("more", ActionShowMore)
    while page["roles"]:
        seen += [r["id"] for r in page["roles"]]
        page = chat.say("more", ActionShowMore)
    assert set(seen) == {r.id for r in entries} | set(more)


@pytest.mark.parametrize(("text", "cited"), [
    ("how do I become an MSL", "sermo-oncology#medical-science-liaison"),
    ("how do I network my way in", "medical-economics-jobs-vs-careers#moving-up"),
    ("how do I get into pharma", "medical-economics-jobs-vs-careers#moving-up"),
])
def test_the_way_in_is_answered_with_what_the_articles_say_of_it(chat, text, cited):
    payload = chat.say(text, ActionAnswerQuestion)
    assert "no article lays out the steps" in payload["text"].lower()
    assert cited in [c["passage_id"] for c in payload["citations"]]


@pytest.mark.parametrize("text", [
    "how can I get a job as an astronaut", "how do I find a good therapist", "how do I get rid of a cold",
])
def test_the_way_into_anything_else_is_refused(chat, text):
    assert chat.say(text, ActionAnswerQuestion)["citations"] == []
