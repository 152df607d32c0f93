"""The person's own list, offers and data through the real actions, with and without a known person."""

from __future__ import annotations

import logging

import jsonschema
import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.affirm import ActionAffirm
from actions.answer_question import ActionAnswerQuestion
from actions.compare_roles import ActionCompareRoles
from actions.describe_role import ActionDescribeRole
from actions.explain_reasons import ActionExplainReasons
from actions.find_roles import ActionFindRoles
from actions.guidance import ask
from actions.guidance.form import ValidateGuidanceForm
from actions.guidance.suggest import ActionSuggestRoles
from actions.payload import load_schema
from actions.person import sign_person
from actions.record_routes import SECRET_VARIABLE
from actions.shortlist import own_record
from actions.shortlist.about_me import ActionAboutMe
from actions.shortlist.change_shortlist import ActionChangeShortlist
from actions.shortlist.forget_me import ActionForgetMe
from actions.shortlist.keep_role import ActionKeepRole
from actions.shortlist.show_shortlist import ActionShowShortlist
from actions.shortlist.tell_offer import ActionTellOffer
from actions.start_over import ActionStartOver
from knowledge.answering.guidance import GUIDE_SLOTS
from knowledge.language.names import Names
from knowledge.language.understand import understand
from knowledge.records.database import Records
from knowledge.records.errors import RecordsUnavailable
from knowledge.records.people import personal_record
from knowledge.settings import Settings
from knowledge.shortlisting import INCOME_RULE, RULE
from tests.actions.chat import Chat

PERSON = "a-person-known-by-an-opaque-id"
SCHEMA = load_schema()


@pytest.fixture(scope="module")
def names() -> Names:
    return Names.load(Settings.from_environment().names_file)


@pytest.fixture
def records(tmp_path, monkeypatch) -> Records:
    kept = Records(f"sqlite:///{tmp_path / 'records.db'}")
    monkeypatch.setattr(own_record.OwnRecord.__init__, "__defaults__", (None, None, lambda: kept))
    monkeypatch.setenv(SECRET_VARIABLE, "a secret of the test")
    yield kept
    kept.close()


@pytest.fixture
def chat(snapshot, names, records) -> Chat:
    return Chat(snapshot, names)


@pytest.fixture
def known(snapshot, names, records) -> Chat:
    return Chat(snapshot, names, PERSON)


def lead(payload: dict) -> str:
    jsonschema.validate(payload, SCHEMA)
    assert payload["kind"] != "error", payload["text"]
    return payload["text"]


def kept(chat: Chat) -> list[str]:
    return [role["title"] for role in chat.say("my shortlist", ActionShowShortlist)["roles"]]


def test_a_known_person_finds_the_list_in_another_conversation(snapshot, names, known, records):
    known.say("save MSL for onc", ActionKeepRole)
    known.say("note on MSL for onc: ask about travel", ActionChangeShortlist)
    known.say("they offered me 205k as MSL", ActionTellOffer)
    assert known.slots.get("kept") is None  # nothing of it lies in the conversation
    other = Chat(snapshot, names, PERSON)
    shown = other.say("my shortlist", ActionShowShortlist)
    assert [(r["title"], r["note"]) for r in shown["roles"]] == [("Medical Science Liaison (MSL)", "ask about travel")]
    assert "$205,000 a year (your own number)" in lead(shown) and "Kept until you remove it" in lead(shown)
    assert kept(Chat(snapshot, names, "somebody-else-altogether")) == []
    assert kept(Chat(snapshot, names)) == []


def test_somebody_who_is_not_known_keeps_it_for_the_conversation(snapshot, names, chat):
    assert "Kept for this conversation." in lead(chat.say("save MSL for onc", ActionKeepRole))
    assert len(kept(chat)) == 1
    assert kept(Chat(snapshot, names)) == []


def test_a_forged_person_is_nobody(snapshot, names, known, records):
    known.say("save MSL for onc", ActionKeepRole)
    forged = {"text": "my shortlist", "entities": [], "intent": {"name": ""},
              "metadata": {"person": {"id": PERSON, "signature": "0" * 64}}}
    dispatcher = CollectingDispatcher()
    tracker = Tracker("x", {}, forged, [], False, None, {}, "action_listen")
    ActionShowShortlist(known.services).run(dispatcher, tracker, {})
    assert dispatcher.messages[0]["custom"]["kind"] == "none"


def test_roles_of_any_answer_say_whether_they_are_saved(known):
    known.say("save MSL for onc", ActionKeepRole)
    listed = known.say("oncology roles over 150k", ActionFindRoles)
    assert {r["title"] for r in listed["roles"] if r["saved"]} == {"Medical Science Liaison (MSL)"}


def test_nothing_is_told_kept_that_was_not(known, records, monkeypatch, caplog):
    def broken(*_, **__):
        raise RecordsUnavailable("the disk is full")

    monkeypatch.setattr(own_record.people, "save_role", broken)
    with caplog.at_level(logging.ERROR):
        said = known.say("save MSL for onc", ActionKeepRole)
    assert said["kind"] == "error" and "nothing was changed" in said["text"]
    monkeypatch.setattr(own_record.people, "personal_record", broken)
    assert known.say("my shortlist", ActionShowShortlist)["kind"] == "error"
    assert known.say("oncology roles over 150k", ActionFindRoles)["kind"] == "roles"  # the rest works on


def test_forgetting_deletes_the_record_and_the_conversation(known, records):
    known.say("save MSL for onc", ActionKeepRole)
    known.say("remote roles for cardiology", ActionFindRoles)
    asked = known.say("forget me", ActionForgetMe)
    assert asked["question"]["id"] == "forget-me" and len(personal_record(records, PERSON).saved) == 1
    done = known.say("yes", ActionAffirm)
    assert done["forgotten"] is True and "deleted" in lead(done)
    assert personal_record(records, PERSON).is_empty and known.slots == {}


def test_a_yes_is_heard_only_right_after_the_question(known, records):
    known.say("save MSL for onc", ActionKeepRole)
    known.say("forget me", ActionForgetMe)
    known.say("does MSL involve travel?", ActionAnswerQuestion)
    known.say("yes", ActionAffirm)
    assert not personal_record(records, PERSON).is_empty


@pytest.mark.parametrize("reply, left", [("onc", ["oncology"]), ("number three", ["rheumatology"]),
                                         ("all of them", ["cardiology", "oncology", "rheumatology"])])
def test_a_name_with_several_entries_is_settled_by_the_reply(chat, reply, left):
    asked = chat.say("save MSL", ActionKeepRole)
    assert asked["kind"] == "clarify" and len(asked["question"]["options"]) == 4
    chat.say(reply, ActionFindRoles)  # whatever the classifier takes it for
    shown = chat.say("my shortlist", ActionShowShortlist)
    assert [s for r in shown["roles"] for s in r["specialties"]] == left


def test_what_was_looked_at_settles_a_name(chat):
    chat.say("what is an MSL in onc", ActionDescribeRole)
    assert "oncology" in lead(chat.say("save it", ActionKeepRole))


def test_undo_gives_back_the_very_same_list(chat):
    for text in ("save MSL for onc", "save drug safety for onc", "save UR for onc",
        "note on MSL for onc: first choice"):
        chat.say(text, ActionKeepRole if text.startswith("save") else ActionChangeShortlist)
    before = chat.say("my shortlist", ActionShowShortlist)["text"]
    for text in ("take MSL off my list", "yes, clear my list", "remove the note on the first",
        "note on the second: no"):
        chat.say(text, ActionChangeShortlist)
        assert chat.say("undo", ActionChangeShortlist)["kind"] == "smalltalk"
        assert chat.say("my shortlist", ActionShowShortlist)["text"] == before, text


def test_undo_does_not_reach_past_another_answer(chat):
    chat.say("save MSL for onc", ActionKeepRole)
    chat.say("remote roles for cardiology", ActionFindRoles)
    chat.say("undo", ActionChangeShortlist)
    assert len(kept(chat)) == 1


def test_a_filter_is_still_taken_off_by_the_same_words(chat):
    chat.say("save MSL for onc", ActionKeepRole)
    chat.say("remote roles for cardiology, not UR", ActionFindRoles)
    payload = chat.say("remove UR", ActionChangeShortlist)
    assert len(kept(chat)) == 1 and payload["kind"] != "error"


def test_saving_and_noting_leave_the_search_in_force(chat):
    chat.say("remote roles for cardiology", ActionFindRoles)
    chat.say("save the second one", ActionKeepRole)
    refined = chat.say("over 200", ActionFindRoles)
    assert {f["label"] for f in refined["filters"]} == {"cardiology", "remote", "over $200,000 a year"}


def test_an_offer_is_no_filter_whatever_the_classifier_says(chat):
    chat.say("remote roles for oncology", ActionFindRoles)
    for action in (ActionTellOffer, ActionFindRoles, ActionCompareRoles):
        payload = chat.say("they offered me 190k as MSL", action)
        assert all(f["name"] != "pay" for f in payload["filters"])
    chat.say("remote roles for oncology", ActionFindRoles)
    chat.say("they offered me 190k as MSL", ActionTellOffer)
    assert {f["label"] for f in chat.say("and for cards?", ActionFindRoles)["filters"]} == {"cardiology", "remote"}


def test_an_offer_stands_to_each_figure_as_it_does(chat):
    payload = chat.say("they offered me 200k as MSL", ActionTellOffer)
    (offer,) = payload["offers"]
    assert {c["title"].split("(")[-1]: c["position"] for c in offer["compared"]} == {
        "cardiology)": "below", "oncology)": "above", "rheumatology)": "below"}
    assert "no verdict" in lead(payload) and "Averages and medians" not in payload["text"]


def test_the_kind_of_work_is_asked_and_then_the_unit_is_known(chat):
    assert chat.say("my offer is 230", ActionTellOffer)["question"]["id"] == "offer-kind"
    payload = chat.say("medical director", ActionDescribeRole)
    assert payload["offers"][0]["low"] == 230_000 and payload["offers"][0]["role_kind"] == "medical-director"


def test_an_hourly_rate_is_set_against_the_year_and_said_to_be(chat):
    assert chat.say("they offered me 95 for telecardiology", ActionTellOffer)["question"]["id"] == "offer-unit"
    payload = chat.say("hourly", ActionFindRoles)
    assert "about $197,600 a year at 2,080 hours" in lead(payload)
    assert {c["position"] for c in payload["offers"][0]["compared"]} == {"below"}


def test_of_several_offers_one_is_removed_by_name_place_or_amount(chat):
    chat.say("MSL at 210 or director at 240?", ActionTellOffer)
    chat.say("they offered me 90/hr for UR", ActionTellOffer)
    chat.say("remove the director offer", ActionTellOffer)
    assert chat.say("remove my offer", ActionTellOffer)["question"]["id"] == "which-offer"
    chat.say("number two", ActionFindRoles)
    left = chat.say("my offers", ActionTellOffer)["offers"]
    assert [o["title"] for o in left] == ["MSL"]


def test_too_much_is_said_in_words(known, records):
    for _ in range(2):
        for number in range(11):
            known.say(f"they offered me {150 + number}k as MSL", ActionTellOffer)
            known.say(f"they offered me {150 + number}k as medical director", ActionTellOffer)
    assert "no room" in lead(known.say("they offered me 301k as CMO", ActionTellOffer))
    known.say("save MSL for onc", ActionKeepRole)
    assert "too long" in lead(known.say("note on MSL for onc: " + "a" * 600, ActionChangeShortlist))


def test_what_is_known_is_shown_with_the_answers_of_this_conversation(chat):
    assert "nothing about you" in lead(chat.say("what do you know about me", ActionAboutMe))
    chat.slots.update(guide_specialty="oncology", guide_pay=">=180000 USD/year", guide_pull="any")
    text = lead(chat.say("what do you know about me", ActionAboutMe))
    assert "Specialty: oncology" in text and "at least $180,000 a year (your own number)" in text
    assert "What pulls you most: no preference" in text and "your name" in text


def test_answers_of_the_guide_outlive_the_conversation_of_a_known_person(known, records):
    known.slots.update(guide_specialty="oncology", guide_note="stop|stop")
    known.say("stop", ActionSuggestRoles)
    assert personal_record(records, PERSON).guide == {"guide_specialty": "oncology"}
    known.say("start over", ActionStartOver)
    assert personal_record(records, PERSON).guide == {}


def test_personal_data_is_not_wanted(chat):
    for text in ("my name is Jane Miller, remote jobs for cards?",
        "mail me remote roles for cards to jane@example.org"):
        payload = chat.say(text, ActionFindRoles)
        assert "leave out names" in payload["blocks"][0]["text"] and payload["roles"]
    assert "leave out names" not in chat.say("remote jobs for cards", ActionFindRoles)["text"]


def test_next_steps_come_from_the_sources_or_are_said_to_be_missing(chat):
    payload = chat.say("how do i get started with chart review", ActionAnswerQuestion)
    assert "No article describes step by step" in lead(payload) and payload["passages"]
    assert all(p["citation"] for p in payload["passages"])
    assert chat.say("can i come back to practice", ActionAnswerQuestion)["citations"] == []


def test_one_role_across_specialties_says_what_differs(chat):
    payload = chat.say("MSL across specialties", ActionCompareRoles)
    assert len(payload["comparison"]["columns"]) == 3
    assert any(note.startswith("Different: pay") for note in payload["comparison"]["notes"])


def test_nothing_is_kept_by_a_question_that_was_misread(chat):
    chat.say("oncology roles over 150k", ActionFindRoles)
    chat.say("which one beats the second", ActionKeepRole)
    assert kept(chat) == []


@pytest.mark.parametrize("text", ["no", "nope, keep everything", "no, better not", "never mind"])
def test_a_no_in_any_words_keeps_the_list(chat, text):
    chat.say("save MSL for onc", ActionKeepRole)
    chat.say("clear my list", ActionChangeShortlist)
    assert "stays as it is" in lead(chat.say(text, ActionDescribeRole))


class InTheGuide:
    """The form's own reading of messages, between the actions that ask."""

    def __init__(self, chat: Chat, requested: str) -> None:
        self.chat, self.requested = chat, requested

    def takes(self, text: str) -> bool:
        """Whether the guide takes a message for an answer of its own."""
        message = {"text": text, "intent": {"name": "affirm"}, "entities": [
            {"entity": m.kind, "value": m.value, "start": m.start, "end": m.end} for m in understand(text,
                self.chat.names)]}
        slots = {**self.chat.slots, "requested_slot": self.requested}
        tracker = Tracker("test", slots, message, [], False, None, {}, "action_listen")
        return bool(ValidateGuidanceForm(self.chat.services).run(CollectingDispatcher(), tracker, {}))


def test_a_question_back_stands_before_the_guide_s(chat):
    chat.say("save MSL for onc", ActionKeepRole)
    assert InTheGuide(chat, "guide_remote").takes("yes")
    chat.say("clear my list", ActionChangeShortlist)
    assert not InTheGuide(chat, "guide_remote").takes("yes")
    assert InTheGuide(chat, "guide_pull").takes("income")
    chat.say("yes", ActionAffirm)
    assert not InTheGuide(chat, "guide_remote").takes("undo")  # and no step back
    chat.say("undo", ActionChangeShortlist)
    assert InTheGuide(chat, "guide_remote").takes("undo")


def test_which_entry_is_meant_is_told_in_the_guide(chat):
    chat.say("save MSL", ActionKeepRole)
    assert not InTheGuide(chat, "guide_pull").takes("onc")
    assert InTheGuide(chat, "guide_pull").takes("income")


def test_a_guide_broken_off_is_taken_up_in_another_conversation(known, snapshot, names, records):
    known.slots.update(guide_specialty="oncology", guide_pull="time", guide_note="stop|stop")
    known.say("stop", ActionSuggestRoles)
    other = Chat(snapshot, names, PERSON)
    message = {"text": "help me choose", "intent": {"name": "help_me_choose"}, "entities": [],
               "metadata": {"person": {"id": PERSON, "signature": sign_person(PERSON, "a secret of the test")}}}
    tracker = Tracker("test", other.slots, message, [], False, None, {}, "action_listen")
    events = ValidateGuidanceForm(other.services).run(CollectingDispatcher(), tracker, {})
    assert {"guide_specialty": "oncology",
        "guide_pull": "time"}.items() <= {e["name"]: e["value"] for e in events}.items()


def test_a_title_that_begins_with_a_filter_is_taken_off_by_its_button(chat):
    chat.say("save UR for onc", ActionKeepRole)
    chat.say("remote roles for cardiology", ActionFindRoles)
    chat.say("save the second one", ActionKeepRole)
    assert len(titles := kept(chat)) == 2 and "Remote reads for cardiac imaging" in titles
    said = chat.say("remove Remote reads for cardiac imaging (cardiology) from my shortlist", ActionChangeShortlist)
    assert "Removed Remote reads for cardiac imaging (cardiology)" in lead(said)
    said = chat.say("remove Remote reads for cardiac imaging (cardiology) from my shortlist", ActionChangeShortlist)
    assert "not on your shortlist" in lead(said)


@pytest.mark.parametrize("words", ["clear it", "delete everything", "ok wipe it all", "clear all", "empty it please"])
def test_clearing_what_is_shown_means_the_list_and_is_asked_about(chat, words):
    chat.say("save UR for onc", ActionKeepRole)
    chat.say("my shortlist", ActionShowShortlist)
    asked = chat.say(words, ActionStartOver)
    assert asked["kind"] == "clarify" and len(kept(chat)) == 1
    chat.say(words, ActionStartOver)
    assert "Your shortlist is empty now" in lead(chat.say("yes", ActionAffirm))
    chat.say("remote roles for cardiology", ActionFindRoles)
    assert chat.say("clear all", ActionStartOver)["kind"] == "smalltalk"  # filters, where roles are looked at


def test_an_unknown_name_takes_nothing_else_off(chat):
    chat.say("save MSL for onc", ActionKeepRole)
    said = chat.say("remove robot surgery from my shortlist", ActionChangeShortlist)
    assert "Which role do you mean?" in lead(said) and len(kept(chat)) == 1
    chat.say("save MSL for onc", ActionKeepRole)
    assert "Removed" in lead(chat.say("take that one off my list", ActionChangeShortlist))


@pytest.mark.parametrize("question", ask.AskAction.__subclasses__(), ids=lambda q: q.slot)
def test_how_many_questions_are_left_passes_the_guard(chat, question):
    chat.slots["guide_note"] = "count|how many more"
    assert "not asked again" in lead(chat.say("how many more", question))
    chat.slots.update({"guide_note": "changed guide_pay|at least 180", "guide_pay": ">=180000 USD/year"})
    assert "$180,000" in lead(chat.say("at least 180", question))


@pytest.mark.parametrize("text", ["why that order", "why is the first one first?", "how did you rank these",
                                  "how is this sorted", "whats the ranking based on"])
def test_the_order_of_the_guide_s_list_is_explained_by_its_rule(chat, text):
    chat.slots.update(dict.fromkeys(GUIDE_SLOTS, "any") | {"guide_specialty": "oncology", "guide_pull": "income"})
    assert chat.say("no limit", ActionSuggestRoles)["kind"] == "shortlist"
    assert RULE in lead(chat.say(text, ActionExplainReasons))
    assert INCOME_RULE in lead(chat.say(text, ActionFindRoles))
    chat.say("remote roles for cardiology", ActionFindRoles)
    assert RULE not in chat.say(text, ActionExplainReasons)["text"]  # another list, sorted otherwise
