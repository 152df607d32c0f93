"""What leans on the last answer alone: surveys behind polls, filters in force, other words for "more"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.affirm import ActionAffirm
from actions.answer_question import ActionAnswerQuestion
from actions.ask_pay import ActionAskPay
from actions.cite_source import ActionCiteSource
from actions.compare_roles import ActionCompareRoles
from actions.decline import ActionDecline
from actions.deny import ActionDeny
from actions.describe_role import ActionDescribeRole
from actions.distress import ActionDistress
from actions.explain_reasons import ActionExplainReasons
from actions.explain_reliability import ActionExplainReliability
from actions.fallback import ActionFallback
from actions.find_roles import ActionFindRoles
from actions.other_language import ActionOtherLanguage
from actions.report_polls import ActionReportPolls
from actions.show_more import ActionShowMore
from actions.start_over import ActionStartOver
from actions.strain import ActionStrain
from knowledge.language.names import Names
from knowledge.settings import Settings
from tests.actions.chat import Chat


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


def test_a_figure_that_says_what_it_holds_is_not_said_to_be_silent(snapshot):
    knowledge = snapshot.knowledge
    role = next(r for r in knowledge.roles.values() if r.kind == "independent-medical-examiner")
    based = replace(role, figures=tuple(replace(f, qualifier="base salary, before tax") for f in role.figures))
    told = replace(snapshot, knowledge=replace(knowledge, roles={**knowledge.roles, role.id: based}))
    chat = Chat(told, Names.load(Settings.from_environment().names_file))
    chat.say("pay of an IME for rheum", ActionAskPay)
    assert "Beyond what stands with each figure, the articles do not say" in chat.say(
        "is that base or total?", ActionAskPay)["text"]


def test_list_them_shows_the_list_again(chat):
    first = chat.say("remote roles for rheumatology", ActionFindRoles)
    again = chat.say("list em", ActionShowMore)
    assert [r["id"] for r in again["roles"]] == [r["id"] for r in first["roles"]]


def test_the_other_side_of_a_bound_and_its_move(chat):
    chat.say("cardiology, at least 300k", ActionFindRoles)
    assert chips(chat.say("drop to 200", ActionFindRoles)) == {"cardiology", "at least $200,000 a year"}
    assert chips(chat.say("what's below that", ActionFallback)) == {"cardiology", "under $200,000 a year"}
    assert chips(chat.say("more", ActionShowMore)) == {"cardiology", "under $200,000 a year"}


def test_more_than_a_figure_asked_about_is_a_bound(chat):
    chat.say("does utilization review only pay 88k", ActionFindRoles)
    assert "over $88,000 a year" in chips(chat.say("any UR that pays more", ActionFindRoles))


def test_those_that_do_not_say_are_found_after_a_search_by_pay(chat):
    chat.say("oncology roles over 200k", ActionFindRoles)
    assert chips(chat.say("how many don't say", ActionFallback)) == {"oncology", "no figure given"}


def test_an_excluded_role_is_no_new_search(chat):
    chat.say("oncology in pharma", ActionFindRoles)
    assert {"oncology", "pharma", "not medical science liaison", "without travel"} == chips(
        chat.say("no msl, hate flying", ActionFindRoles))


def test_the_highest_one_is_of_what_was_compared(chat):
    chat.say("expert witness rates by specialty", ActionAskPay)
    payload = chat.say("highest one", ActionFindRoles)
    assert {r["title"] for r in payload["roles"]} == {"Medico-legal consultation"}
    assert payload["text"].startswith("Of those, the highest paid:")
    court = chat.say("do i have to go to court", ActionAnswerQuestion)
    assert "sermo-cardiology#medico-legal" in [c["passage_id"] for c in court["citations"]]


def test_which_poll_is_right_is_answered_by_the_chain_of_each(chat):
    chat.say("what share of physicians are not considering a career change", ActionReportPolls)
    payload = chat.say("so which is right", ActionAffirm)
    assert {c["article"]["id"] for c in payload["citations"]} >= {"sermo-cardiology", "sermo-oncology"}


def test_similar_ones_are_the_related_kinds(chat):
    chat.say("what does an MSL do", ActionDescribeRole)
    payload = chat.say("similar ones?", ActionShowMore)
    assert payload["roles"] and not any("Liaison" in r["title"] for r in payload["roles"])


def test_a_place_named_of_a_list_is_said_to_narrow_nothing(chat):
    chat.say("rheumatology roles", ActionFindRoles)
    payload = chat.say("in boston tho", ActionDecline)
    assert "Boston" in payload["text"] and chips(payload) == {"rheumatology"}


def test_a_mistyped_fragment_is_no_other_language(chat):
    chat.say("remote roles for oncology", ActionFindRoles)
    assert chips(chat.say("wat abt rheumatolgy", ActionOtherLanguage)) == {"rheumatology", "remote"}


def test_nothing_for_a_specialty_without_an_article_is_no_wish(chat):
    chat.say("gi doc here, what are my options", ActionFindRoles)
    payload = chat.say("ok nothing for gi. general stuff?", ActionFindRoles)
    assert chips(payload) == {"any physician"} and payload["roles"]


def test_whose_a_figure_is_asks_for_that_figure(chat):
    payload = chat.say("whose is 177,191", ActionFindRoles)
    assert [r["title"] for r in payload["roles"]] == ["Medical affairs director"]
    assert chips(chat.say("and 46/hr", ActionFindRoles)) == {"exactly $46 an hour"}


def test_fewer_filters_asks_which(chat):
    chat.say("remote roles for oncology", ActionFindRoles)
    payload = chat.say("fewer filters pls", ActionStartOver)
    assert payload["kind"] == "clarify" and chips(payload) == {"oncology", "remote"}


def test_who_is_well_again_is_taken_at_their_word(chat):
    chat.say("nobody would notice if i was gone", ActionDistress)
    assert chat.say("sorry that was dramatic, im ok", ActionStrain)["text"].startswith("I am glad to hear it")
    assert chat.say("i want to die", ActionDistress)["kind"] == "safety"


def test_a_bare_range_moves_the_bound(chat):
    chat.say("cards between 150 and 200k", ActionFindRoles)
    assert chips(chat.say("bit lower, 120 to 160", ActionFallback)) == {
        "cardiology", "from $120,000 to $160,000 a year"}


def test_which_is_higher_orders_what_is_shown_whatever_the_intent(chat):
    chat.say("legal roles for rheum", ActionFindRoles)
    payload = chat.say("which is higher", ActionExplainReliability)
    assert payload["kind"] == "roles" and payload["roles"][0]["title"] == "Medico-legal consultation"


def test_what_it_makes_is_its_pay(chat):
    chat.say("what is a chief medical officer", ActionDescribeRole)
    assert "$392,000" in chat.say("what does that make", ActionExplainReliability)["text"]


def test_pay_for_a_specialty_is_of_the_role_just_looked_at(chat):
    chat.say("how do I become an MSL", ActionAnswerQuestion)
    payload = chat.say("pay for onc", ActionFindRoles)
    assert [r["id"] for r in payload["roles"]] == ["sermo-oncology#medical-science-liaison"]


def test_which_ones_is_of_what_was_compared(chat):
    chat.say("drug safety or medical director for onc?", ActionCompareRoles)
    payload = chat.say("which ones remote", ActionFindRoles)
    named = [r["title"] for g in ("roles", "not_stated", "near_misses") for r in payload[g]]
    assert set(named) <= {"Drug safety physician", "Medical director (clinical development)"}


def test_the_second_one_and_what_it_involves_is_one_role(chat):
    chat.say("remote roles for oncology", ActionFindRoles)
    payload = chat.say("2nd one, what's it involve", ActionDescribeRole)
    assert len(payload["roles"]) == 1


def test_another_goes_on_and_a_place_beyond_the_list_is_said(chat):
    chat.say("best paid one for onc, only one", ActionFindRoles)
    assert chat.say("fine, another one", ActionDeny)["page"]["first"] > 1
    chat.say("cardiology roles without patients", ActionFindRoles)
    assert "The list has 1 entry" in chat.say("the 2nd, source?", ActionCiteSource)["text"]


def test_whether_a_thing_is_needed_narrows_no_list(chat):
    chat.say("oncology roles", ActionFindRoles)
    assert chat.say("do i need an mba", ActionFindRoles)["kind"] in ("passages", "none")


def test_chart_review_after_the_work_for_any_physician_needs_no_notice(chat):
    chat.say("jobs for any physician", ActionFindRoles)
    assert "What follows is from" not in chat.say("chart review, what is it", ActionDescribeRole)["text"]


def test_the_filters_in_force_are_listed_with_a_way_off(chat):
    chat.say("remote roles for cardiology over 100k", ActionFindRoles)
    listed = chat.say("what am I filtering by?", ActionFallback)
    assert chips(listed) == {"cardiology", "remote", "over $100,000 a year"}
    for offer in listed["suggestions"]:
        left = chips(chat.say(offer["message"], ActionFindRoles))
    assert left == set()


@pytest.mark.parametrize("asked", ["per hr or yr?", "is that hourly or annual", "wait, an hour or a year"])
def test_the_unit_of_what_was_shown_is_told_with_its_figures(chat, asked):
    chat.say("medico-legal consultation and MSL for rheum", ActionAskPay)
    payload = chat.say(asked, ActionAnswerQuestion)
    assert "an hour" in payload["text"] and "a year" in payload["text"]
    assert {r["title"] for r in payload["roles"]} == {"Medico-legal consultation", "Medical Science Liaison (MSL)"}


def test_a_unit_asked_of_a_list_is_told_of_what_it_showed(chat):
    listed = chat.say("what pays best for rheum", ActionFindRoles)
    payload = chat.say("per hr or yr?", ActionAnswerQuestion)
    assert {r["id"] for r in payload["roles"]} == {r["id"] for r in listed["roles"]}
    assert payload["text"].count("a year") >= len(listed["roles"]) and chips(payload) == {"rheumatology"}


def test_the_biggest_reason_is_told_by_the_polls_that_asked_for_it(chat):
    chat.say("why are docs leaving", ActionExplainReasons)
    payload = chat.say("whats the biggest reason", ActionExplainReasons)
    assert payload["kind"] == "polls"
    assert all(p["question"].startswith(("main reason", "top reasons")) for p in payload["polls"])
    medicine = "main reasons why physicians leave medicine"
    percents = [p["percent"] for p in payload["polls"] if p["question"] == medicine]
    assert percents == sorted(percents, reverse=True) and percents[0] == 26


def test_the_top_reason_of_a_specialty_is_told_by_the_polls_of_its_article(chat):
    payload = chat.say("top reason oncologists quit", ActionExplainReasons)
    percents = [p["percent"] for p in payload["polls"]]
    assert percents[0] == 26 and 18 in percents and percents == sorted(percents, reverse=True)
    assert "oncology" in payload["text"].split("\n")[0]


def test_reasons_of_two_specialties_are_not_set_against_each_other(chat):
    payload = chat.say("do oncologists burn out more than rheumatologists", ActionExplainReasons)
    assert "No article compares" in payload["text"]
    assert "No article compares" not in chat.say("why do oncologists leave", ActionExplainReasons)["text"]


@pytest.mark.parametrize("text", ["remote or part time for onc", "onc, from home or flexible hours"])
def test_either_of_two_wishes_is_read_as_both_and_says_so(chat, text):
    payload = chat.say(text, ActionFindRoles)
    assert "You said “or”" in payload["text"]
    assert any(s["message"] == "drop the work mode" for s in payload["suggestions"])
    assert "You said" not in chat.say("remote and part time for onc", ActionFindRoles)["text"]


def test_a_comparison_names_what_is_stated_and_sums_up_what_is_not(chat):
    payload = chat.say("medical writer vs MSL", ActionCompareRoles)
    assert len(payload["text"]) < 2400
    cells = [cell for row in payload["comparison"]["rows"] for cell in row["cells"]]
    assert len(cells) % len(payload["comparison"]["columns"]) == 0 and any(c["text"] == "not stated" for c in cells)
    assert "- not stated: the others" in payload["text"]


def test_a_notice_stands_once_for_several_roles(chat):
    payload = chat.say("expert witness or IME for ortho", ActionCompareRoles)
    assert payload["text"].count("No article is about orthopedic surgery") == 1


def test_the_top_reason_after_the_reasons_of_a_specialty_is_of_that_specialty_and_moves_on(chat):
    chat.say("why are oncologists leaving", ActionExplainReasons)
    payload = chat.say("whats the top reason", ActionExplainReasons)
    assert chips(payload) == {"oncology"} and {p["article_id"] for p in payload["polls"]} == {"sermo-oncology"}
    payload = chat.say("and for cards", ActionFindRoles)
    assert payload["kind"] == "reasons" and chips(payload) == {"cardiology"}


@pytest.mark.parametrize("text", ["can a psychiatrist do chart review", "could an oncologist be a medical director"])
def test_whether_a_specialty_can_do_a_role_shows_that_role(chat, text):
    payload = chat.say(text, ActionAnswerQuestion)
    assert payload["kind"] in ("role", "comparison") and payload["roles"]
