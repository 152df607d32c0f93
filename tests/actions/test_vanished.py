"""An article is taken out while people have it on their screens."""

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
from cli.publishing import publish, removal
from tests.actions.chat import Chat
from tests.cli.workplace import workplace

GONE = "sermo-oncology"
FOLLOW_UPS = [
    ("source?", ActionCiteSource),
    ("source of the second one", ActionCiteSource),
    ("is that reliable?", ActionExplainReliability),
    ("more", ActionShowMore),
    ("tell me about the first one", ActionDescribeRole),
    ("what does it pay?", ActionAskPay),
    ("is the third one remote?", ActionDescribeRole),
    ("compare the first two", ActionCompareRoles),
    ("compare them", ActionCompareRoles),
    ("only remote", ActionFindRoles),
    ("and for rheum?", ActionFindRoles),
    ("which of these is best paid?", ActionFindRoles),
    ("the last one", ActionFallback),
    ("why so different?", ActionAskPay),
]


@pytest.fixture(scope="module")
def removed(tmp_path_factory):
    """The snapshot before, and the services after the article was taken out."""
    settings = workplace(tmp_path_factory.mktemp("removed"))
    publish(settings)
    services = Services(settings)
    before = services.current()
    publish(settings, removal(settings, GONE))
    return before, services


def conversation(removed, *said) -> Chat:
    """A conversation that saw answers before the article went, and goes on after it."""
    before, services = removed
    chat = Chat(before, before.names)
    for text, action in said:
        assert GONE in articles_in(chat.say(text, action)), text
    chat.services, chat.names = services, services.current().names
    return chat


def articles_in(payload) -> set:
    return (
        {r["article_id"] for name in ("roles", "not_stated", "near_misses") for r in payload[name]}
        | {c["article"]["id"] for c in payload["citations"]} | {p["article_id"] for p in payload["polls"]}
        | {p["article_id"] for p in payload["passages"]}
    )


SEEN = {
    "a list": [("roles for oncologists", ActionFindRoles)],
    "a role": [("what does a medical director do in oncology", ActionDescribeRole)],
    "a comparison": [("compare MSL and medical director for oncology", ActionCompareRoles)],
    "polls": [("what share of oncologists is not considering a career change", ActionReportPolls)],
    "reasons": [("why do oncologists leave", ActionExplainReasons)],
    "a question": [("what does pharmacovigilance involve for an oncologist", ActionAnswerQuestion)],
}


@pytest.mark.parametrize("seen", SEEN)
def test_nothing_on_the_screen_brings_it_back(removed, seen):
    for text, action in FOLLOW_UPS:
        payload = conversation(removed, *SEEN[seen]).say(text, action)
        assert payload["kind"] != "error", text
        assert GONE not in articles_in(payload), text
        assert "Alternative careers for oncologists" not in payload["text"], text


@pytest.mark.parametrize("seen", SEEN)
def test_asking_again_does_not_bring_it_back(removed, seen):
    chat = conversation(removed, *SEEN[seen])
    for text, action in SEEN[seen]:
        assert GONE not in articles_in(chat.say(text, action))


def test_neither_index_nor_polls_know_it(removed):
    before, services = removed
    after = services.current()
    for question in ("what does pharmacovigilance involve", "oncologists polled about a career change"):
        assert any(h.passage_id.startswith(GONE) for h in before.retriever.search(question, top_k=20))
        assert not any(h.passage_id.startswith(GONE) for h in after.retriever.search(question, top_k=200))
        assert not any(h.poll.article_id == GONE for h in after.polls.search(question))


def test_an_answer_made_before_does_not_pass_the_guard_after(removed):
    from actions.guard import violations
    from knowledge.records.personal_record import PersonalRecord

    before, services = removed
    payload = Chat(before, before.names).say("roles for oncologists", ActionFindRoles)
    nothing_kept = PersonalRecord()
    assert not violations(payload, before.knowledge, own=nothing_kept)
    assert violations(payload, services.current().knowledge, own=nothing_kept)


def test_numbers_on_the_screen_keep_their_places(removed):
    """A mixed list: what came behind a vanished entry is still found by the number it was shown with."""
    before, services = removed
    chat = Chat(before, before.names)
    shown = chat.say("roles over $150k", ActionFindRoles)["roles"]
    gone = [n for n, role in enumerate(shown, 1) if role["article_id"] == GONE]
    kept = [n for n, role in enumerate(shown, 1) if role["article_id"] != GONE and n > min(gone)]
    assert gone and kept, "the list must hold both"
    chat.services, chat.names = services, services.current().names
    slots = dict(chat.slots)
    answer = chat.say(f"tell me about number {kept[0]}", ActionDescribeRole)
    assert [r["id"] for r in answer["roles"]] == [shown[kept[0] - 1]["id"]]
    chat.slots = slots
    answer = chat.say(f"tell me about number {gone[0]}", ActionDescribeRole)
    assert answer["kind"] == "none" and not answer["roles"]
    assert "no longer among my sources" in answer["text"]


@pytest.mark.parametrize(("text", "action"), [
    ("what does drug safety physician pay", ActionAskPay), ("tell me about drug safety physicians", ActionDescribeRole),
    ("what does drug safety pay in cardiology", ActionAskPay), ("is there grant review", ActionDescribeRole),
])
def test_a_kind_of_work_that_no_article_describes_any_more_is_said_to_be_gone(removed, text, action):
    """It was asked which role was meant."""
    _, services = removed
    payload = Chat(services.current(), services.current().names).say(text, action)
    assert payload["kind"] == "none" and not payload["roles"]
    assert "No article that I have describes this kind of work: " in payload["text"]


@pytest.mark.parametrize(("text", "action"), [
    ("compare drug safety physician and MSL", ActionCompareRoles), ("what does drug safety or MSL pay", ActionAskPay),
])
def test_another_kind_of_work_does_not_stand_in_for_it(removed, text, action):
    """The other one's figures came alone, without a word about the one that is gone."""
    _, services = removed
    payload = Chat(services.current(), services.current().names).say(text, action)
    assert {r["kind"] for r in payload["roles"]} == {"medical-science-liaison"}
    assert "No article that I have describes this kind of work: Drug safety physician." in payload["text"]


@pytest.mark.parametrize("text", ["how much does tele-oncology pay", "what does teleonc pay?"])
def test_a_name_that_carries_the_specialty_is_not_answered_for_another_as_though_it_were_meant(removed, text):
    before, services = removed
    shown = Chat(before, before.names).say(text, ActionAskPay)
    assert {r["specialties"][0] for r in shown["roles"]} == {"oncology"}
    text = Chat(services.current(), services.current().names).say(text, ActionAskPay)["text"]
    assert "No article is about oncology. What follows is from: cardiology and rheumatology." in text


@pytest.mark.parametrize(("text", "action"), [
    ("is it remote?", ActionDescribeRole), ("what does it pay?", ActionAskPay),
    ("compare it with MSL", ActionCompareRoles), ("tell me more about that role", ActionDescribeRole),
])
def test_it_is_said_to_be_gone_and_no_other_role_becomes_it(removed, text, action):
    payload = conversation(removed, ("what does drug safety physician pay", ActionAskPay)).say(text, action)
    assert payload["kind"] == "none" and not payload["roles"]
    assert "no longer among my sources" in payload["text"]


def test_the_second_of_a_list_does_not_become_it_when_the_first_is_gone(removed):
    before, services = removed
    chat = Chat(before, before.names)
    shown = chat.say("what does drug safety or MSL pay", ActionAskPay)["roles"]
    assert shown[0]["article_id"] == GONE != shown[-1]["article_id"]
    chat.services, chat.names = services, services.current().names
    slots = dict(chat.slots)
    for text, action in (("what does it pay?", ActionAskPay), ("compare them", ActionCompareRoles)):
        chat.slots = dict(slots)
        payload = chat.say(text, action)
        assert payload["kind"] == "none" and "no longer among my sources" in payload["text"], text


def test_a_refusal_names_what_there_is_now(removed):
    """It named three specialties for ever, whatever was published or taken out."""
    before, services = removed
    chat = Chat(before, before.names)
    assert "oncology" in chat.say("typical sign-on bonuses", ActionAnswerQuestion)["text"]
    chat.services, chat.names = services, services.current().names
    text = chat.say("typical sign-on bonuses", ActionAnswerQuestion)["text"]
    assert "cardiology" in text and "oncology" not in text
