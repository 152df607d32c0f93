"""Articles as they are found: dates, years and numbers in the names of everything; no answer is held back for it."""

from __future__ import annotations

import pytest

from actions.answer_question import ActionAnswerQuestion
from actions.ask_pay import ActionAskPay
from actions.cite_source import ActionCiteSource
from actions.compare_roles import ActionCompareRoles
from actions.describe_role import ActionDescribeRole
from actions.explain_reasons import ActionExplainReasons
from actions.explain_reliability import ActionExplainReliability
from actions.find_roles import ActionFindRoles
from actions.report_polls import ActionReportPolls
from actions.services import Services
from actions.shortlist.keep_role import ActionKeepRole
from actions.shortlist.show_shortlist import ActionShowShortlist
from actions.statements import may_name_freely
from cli.publishing import addition, publish
from tests.actions.chat import Chat
from tests.cli.workplace import DERMATOLOGY, NEW_KINDS, workplace

ARTICLE = (
    DERMATOLOGY.replace("title: Other paths for dermatologists", "title: 10 other paths for dermatologists in 2026")
    .replace("publisher: Example Press", "publisher: Press 24/7")
    .replace("## Work from home", "## 5 ways to work from home")
    .replace("### Remote slide reading", "### Remote slide reading (level 2)")
    .replace("Lab Jobs Weekly", "2025 Lab Jobs Survey")
    .replace("    passage: slide-reading-pay", "    qualifier: level 2 laboratories\n    passage: slide-reading-pay")
    .replace("$41 per case. {", "$41 per case in level 2 laboratories. {")
    .replace("attributed_to: Skin Doctors Forum poll", "attributed_to: Skin Doctors Forum poll of 2025")
)
TALK = [
    ("slide reading for dermatologists", ActionFindRoles), ("source?", ActionCiteSource),
    ("is that reliable?", ActionExplainReliability), ("what does slide reading pay", ActionAskPay),
    ("is that reliable?", ActionExplainReliability), ("tell me about slide reading", ActionDescribeRole),
    ("compare slide reading and MSL", ActionCompareRoles), ("is that reliable?", ActionExplainReliability),
    ("roles for dermatologists over $200k", ActionFindRoles), ("why do dermatologists leave", ActionExplainReasons),
    ("what share of dermatologists is worn down by cosmetic competition", ActionReportPolls),
    ("where is that from", ActionCiteSource), ("is that reliable?", ActionExplainReliability),
    ("can I read slides of biopsies from home", ActionAnswerQuestion), ("save slide reading", ActionKeepRole),
    ("my shortlist", ActionShowShortlist), ("export as csv", ActionShowShortlist),
]


@pytest.fixture(scope="module")
def services(tmp_path_factory) -> Services:
    settings = workplace(tmp_path_factory.mktemp("names"))
    publish(settings, addition(settings, "dermatology-paths", ARTICLE, NEW_KINDS))
    return Services(settings)


def test_no_answer_is_held_back(services):
    """The date of a source was a number that nothing explained: “is that reliable?” got an apology."""
    chat = Chat(services.current(), services.current().names)
    held = []
    for text, action in TALK:
        payload = chat.say(text, action)
        held += [(text, payload["text"])] if payload["kind"] == "error" else []
    assert held == []


def test_the_date_and_the_source_are_said_as_they_are(services):
    fresh = Chat(services.current(), services.current().names)
    fresh.say("what does slide reading pay", ActionAskPay)
    text = fresh.say("is that reliable?", ActionExplainReliability)["text"]
    assert 'those of 2025 Lab Jobs Survey, by way of the Press 24/7 article "10 other paths' in text
    assert "dated 2026-02-01" in text


@pytest.mark.parametrize(
    ("name", "free"),
    [
        ("2025 Lab Jobs Survey", True),
        ("Press 24/7", True),
        ("Skin Doctors Forum poll of 2025", True),
        ("a survey of 250,000 physicians", False),
        ("a survey of 640 physicians", False),
        ("The 55% Club", False),
        ("Under $90", False),
        ("The 300k Physician", False),
        ("Glassdoor", False),  # nothing to free
    ],
)
def test_only_numbers_as_names_have_them_pass_without_a_citation(name, free):
    assert may_name_freely(name) is free


def test_a_date_explains_nothing_but_itself(services):
    from actions.guard import violations
    from knowledge.records.personal_record import PersonalRecord

    chat = Chat(services.current(), services.current().names)
    chat.say("what does slide reading pay", ActionAskPay)
    payload = chat.say("is that reliable?", ActionExplainReliability)
    for wrong in ("It pays $2026.", "They pay 2026-02-01 dollars, 24/7.", "Survey of 2025: $41"):
        assert violations({**payload, "text": f"{payload['text']}\n{wrong}"}, services.current().knowledge,
                          own=PersonalRecord()), wrong
