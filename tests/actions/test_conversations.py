"""Questions and follow-ups through the real actions, index and knowledge; only Rasa is left out."""

from __future__ import annotations

import jsonschema
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
from actions.guidance.ask import ActionAskGuideSpecialty
from actions.payload import load_schema
from actions.report_polls import ActionReportPolls
from actions.show_more import ActionShowMore
from actions.start_over import ActionStartOver
from actions.strain import ActionStrain
from knowledge.language.names import Names
from knowledge.settings import Settings
from tests.actions.chat import Chat

SCHEMA = load_schema()


def shown(payload: dict) -> list[str]:
    return [f"{r['article_id'].removeprefix('sermo-')}: {r['title']}" for r in payload["roles"]]


def chips(payload: dict) -> set[str]:
    return {f["label"] for f in payload["filters"]}


def test_fragments_refine_and_whole_questions_start_afresh(chat):
    assert chips(chat.say("jobs for cardiologists", ActionFindRoles)) == {"cardiology"}
    assert chips(chat.say("only remote", ActionFindRoles)) == {"cardiology", "remote"}
    assert chips(chat.say("and for onc?", ActionFindRoles)) == {"oncology", "remote"}
    assert chips(chat.say("over 200", ActionFindRoles)) == {
        "oncology", "remote", "over $200,000 a year"}
    assert chips(chat.say("drop the pay limit", ActionFindRoles)) == {"oncology", "remote"}
    assert chips(chat.say("everything for rheum", ActionFindRoles)) == {"rheumatology"}
    assert chips(chat.say("what pays 214k", ActionFindRoles)) == {"exactly $214,000 a year"}


def test_every_filter_can_be_removed_by_its_own_message(chat):
    wishes = "remote part time roles for cards over 100k, no patients, flexible, Glassdoor"
    payload = chat.say(wishes, ActionFindRoles)
    assert len(payload["filters"]) >= 6
    for item in payload["filters"]:
        left = chips(chat.say(item["remove"], ActionFindRoles))
        assert item["label"] not in left, item["remove"]
    assert left == set()


def test_how_pay_is_stated_is_a_filter_with_a_chip_that_comes_off(chat):
    payload = chat.say("hourly gigs for onc", ActionFindRoles)
    assert chips(payload) == {"oncology", "paid by the hour"}
    assert payload["roles"] and all(f["unit"] == "hour" for r in payload["roles"] for f in r["figures"])
    chip = next(f for f in payload["filters"] if f["name"] == "pay_unit")
    assert chips(chat.say(chip["remove"], ActionFindRoles)) == {"oncology"}


def test_a_list_is_found_again_after_a_look_at_one_role(chat):
    listed = chat.say("remote roles for cardiology", ActionFindRoles)
    chat.say("what about the second one", ActionDescribeRole)
    assert shown(chat.say("back to the list", ActionShowMore)) == shown(listed)


def test_why_figures_differ_is_answered_by_what_sets_them_apart(chat):
    chat.say("MSL or drug safety for onc?", ActionCompareRoles)
    payload = chat.say("why is one higher than the other?", ActionExplainReliability)
    said = next(b["text"] for b in payload["blocks"] if "They differ in" in (b["text"] or ""))
    assert "the salary site" in said and "do not say why" in said


def test_the_second_one_is_the_second_of_the_list_last_shown(chat):
    listed = chat.say("oncology roles over 150k", ActionFindRoles)
    second = chat.say("what about the second one", ActionDescribeRole)
    assert second["roles"][0]["id"] == listed["roles"][1]["id"]
    compared = chat.say("compare it with MSL", ActionCompareRoles)
    assert [c["id"] for c in compared["comparison"]["columns"]] == [
        listed["roles"][1]["id"], "sermo-oncology#medical-science-liaison"]


def test_a_fragment_keeps_the_question_about_a_role(chat):
    assert shown(chat.say("onc UR pay?", ActionAskPay)) == [
        "oncology: Utilization Review (UR) for expensive specialty drugs"]
    assert shown(chat.say("and MSL?", ActionFindRoles)) == [
        "oncology: Medical Science Liaison (MSL)"]
    assert shown(chat.say("rheum?", ActionFindRoles)) == [
        "rheumatology: Medical Science Liaison (MSL)"]


def test_pay_of_a_role_stands_side_by_side_where_articles_differ(chat):
    payload = chat.say("what does an MSL make", ActionAskPay)
    figures = {(f["low"], f["statistic"], f["attributed_to"])
               for r in payload["roles"] for f in r["figures"]}
    assert figures == {(204000, "median", "Glassdoor"), (212000, "median", "Glassdoor"),
                       (190000, "median", "ZipRecruiter")}
    assert payload["comparison"]["rows"][0]["differs"]


def test_telemedicine_figure_never_stands_without_its_qualifier(chat):
    for text, action in (("tele-oncology pay", ActionAskPay), ("best paid roles", ActionFindRoles)):
        text = chat.say(text, action)["text"]
        assert text.count("$411,000") == text.count(
            "$411,000 a year, Glassdoor, for telemedicine physicians in general")


def test_what_sources_do_not_say_is_refused_without_citations(chat):
    for text, action in (
        ("MSL pay in canada", ActionAskPay), ("health coach salary", ActionAskPay),
        ("how long is a chief's notice period in days", ActionAnswerQuestion),
    ):
        payload = chat.say(text, action)
        assert payload["kind"] == "none", text
        assert payload["citations"] == [] and "Sources" not in payload["text"]


def test_what_sources_do_not_say_of_a_role_named_comes_first_and_without_figures(chat):
    payload = chat.say("do MSLs get a sign-on bonus", ActionAskPay)
    assert payload["text"].startswith("“sign-on bonus”: the articles do not state this for Medical science liaison")
    assert payload["kind"] == "passages" and payload["citations"]
    assert "$" not in payload["text"] and not payload["roles"]


def test_a_wish_that_no_article_speaks_of_is_said_and_not_dropped(chat):
    payload = chat.say("cardiology roles with no call", ActionFindRoles)
    assert "“call”: the entries do not state this role by role" in payload["text"]
    assert chips(payload) == {"cardiology"}


def test_attributes_are_answered_as_stated_or_not_stated(chat):
    text = chat.say("do IMEs see patients?", ActionAnswerQuestion)["text"]
    assert "patient contact not stated" in text and "limited patient contact (stated)" in text


def test_reasons_carry_over_to_another_specialty(chat):
    chat.say("why are oncologists leaving?", ActionExplainReasons)
    payload = chat.say("and cardiologists?", ActionFindRoles)
    assert payload["kind"] == "reasons"
    assert {p["article_id"] for p in payload["polls"]} == {"sermo-cardiology"}


def test_polls_that_look_alike_stand_side_by_side_with_a_warning(chat):
    payload = chat.say("how many are not thinking of a career change", ActionReportPolls)
    assert {(p["percent"], p["article_id"]) for p in payload["polls"]} >= {
        (74, "sermo-cardiology"), (57, "sermo-oncology")}
    assert "look alike and differ" in payload["text"]


def test_sources_and_reliability_are_of_the_last_answer(chat):
    chat.say("onc UR pay?", ActionAskPay)
    source = chat.say("source?", ActionCiteSource)
    assert source["passages"][0]["article_id"] == "sermo-oncology"
    chain = chat.say("is that reliable?", ActionExplainReliability)["text"]
    assert "ZipRecruiter" in chain and "no date" in chain and "neither sample nor method" in chain


def test_the_chain_of_a_figure_named_outright(chat):
    payload = chat.say("how did they arrive at 273k", ActionExplainReliability)
    assert [c["passage_id"] for c in payload["citations"]] == ["sermo-rheumatology#ai-consultant-pay"]
    assert "Glassdoor" in payload["text"]


def test_paging_shows_every_role_once(chat):
    first = chat.say("everything in oncology", ActionFindRoles)
    total = first["page"]["total"]
    ids = [r["id"] for r in first["roles"]]
    while len(ids) < total:
        page = chat.say("more", ActionShowMore)
        assert page["page"]["first"] == len(ids) + 1
        ids += [r["id"] for r in page["roles"]]
    assert len(set(ids)) == total == 13
    assert "end of the list" in chat.say("more", ActionShowMore)["text"]


def test_start_over_forgets(chat):
    chat.say("remote roles for onc", ActionFindRoles)
    chat.say("start over", ActionStartOver)
    assert chips(chat.say("over 200k", ActionFindRoles)) == {"over $200,000 a year"}


def test_burnt_out_is_guided_and_strain_gets_care_with_the_answer(chat):
    first = chat.say("I'm burnt out, what fits me?", ActionAskGuideSpecialty)
    assert first["question"]["options"] and not first["citations"]
    both = chat.say("so tired and depressed, remote rheum jobs?", ActionStrain)
    assert both["text"].startswith("That sounds exhausting")
    assert both["roles"]


def test_the_menu_comes_after_the_second_miss(chat):
    one = chat.say("blorp", ActionFallback)
    two = chat.say("blorp", ActionFallback)
    assert len(two["question"]["options"]) > len(one["question"]["options"])


def test_an_amount_that_reads_two_ways_is_asked_about_once(chat):
    asked = chat.say("onc jobs over $150", ActionFindRoles)
    assert asked["kind"] == "clarify"
    yearly, hourly = asked["question"]["options"]
    assert yearly["message"] == "over $150,000 a year"
    answered = chat.say(hourly["message"], ActionFindRoles)
    assert chips(answered) == {"oncology", "over $150 an hour"}


@pytest.mark.parametrize("text", ["and in Canada?", "do they get sign-on bonuses?", "on an H1B?"])
def test_the_fallback_says_what_no_article_tells(chat, text):
    chat.say("onc MSL pay", ActionAskPay)
    payload = chat.say(text, ActionFallback)
    assert payload["kind"] == "none"
    assert payload["citations"] == []


def test_two_conversations_never_mix(snapshot):
    names = Names.load(Settings.from_environment().names_file)
    one, other = Chat(snapshot, names), Chat(snapshot, names)
    one.say("remote roles for onc", ActionFindRoles)
    other.say("jobs for cardiologists", ActionFindRoles)
    assert chips(one.say("over 100k", ActionFindRoles)) == {
        "oncology", "remote", "over $100,000 a year"}
    assert chips(other.say("over 100k", ActionFindRoles)) == {"cardiology", "over $100,000 a year"}


@pytest.mark.parametrize("slots", [
    {"filters": "x", "last_answer": 3, "misses": None}, {"filters": [{"name": "?"}]},
    {"filters": [{"name": "evil", "value": "1"}]}, {}])
def test_malformed_memory_counts_as_none(chat, slots):
    chat.slots = slots
    jsonschema.validate(chat.say("remote roles for onc", ActionFindRoles), SCHEMA)


def test_being_worn_out_without_a_question_gets_care_and_no_articles(chat):
    payload = chat.say("this job is killing me", ActionFindRoles)
    assert payload["kind"] == "safety" and not payload["citations"]


def test_a_percentage_is_traced_to_its_poll(chat):
    payload = chat.say("is the 95% real", ActionExplainReliability)
    assert [c["passage_id"] for c in payload["citations"]] == ["sermo-rheumatology#prior-authorization-survey"]
