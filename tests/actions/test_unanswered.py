"""Which questions are noted as unanswered, and that noting never touches an answer."""

from __future__ import annotations

import threading
import time

import pytest

from actions import unanswered
from actions.answer_question import ActionAnswerQuestion
from actions.fallback import ActionFallback
from actions.find_roles import ActionFindRoles
from actions.goodbye import ActionGoodbye
from actions.shortlist.show_shortlist import ActionShowShortlist
from actions.shortlist.tell_offer import ActionTellOffer
from actions.show_more import ActionShowMore
from actions.unanswered import UnansweredWriter, note_with
from knowledge.language.names import Names
from knowledge.records.database import Records
from knowledge.records.unanswered import list_unanswered
from knowledge.settings import Settings
from tests.actions.chat import Chat


@pytest.fixture
def chat(snapshot):
    yield Chat(snapshot, Names.load(Settings.from_environment().names_file))
    note_with(None)


class Noted:
    """Takes notes as the writer does, without a database."""

    def __init__(self):
        self.notes = []

    def note(self, question, why, version):
        self.notes.append((question, why))


@pytest.fixture
def noted(chat):
    held = Noted()
    note_with(held)
    return held.notes


def test_one_s_own_empty_list_and_offers_are_no_gap_of_the_articles(chat, noted):
    chat.say("my shortlist", ActionShowShortlist)
    chat.say("export my shortlist", ActionShowShortlist)
    chat.say("my offers", ActionTellOffer)
    assert noted == []


def test_what_got_no_answer_is_noted_with_its_reason(chat, noted, snapshot):
    chat.say("typical sign-on bonuses", ActionAnswerQuestion)
    chat.say("remote jobs for dermatologists", ActionFindRoles)
    chat.say("flurbish the wombat quota", ActionFallback)
    assert noted == [
        ("typical sign-on bonuses", "not_covered"), ("remote jobs for dermatologists", "no_article"),
        ("flurbish the wombat quota", "not_understood"),
    ]


def test_answers_small_talk_and_ends_of_lists_are_not_noted(chat, noted):
    chat.say("remote jobs for cardiologists", ActionFindRoles)
    for _ in range(9):
        chat.say("more", ActionShowMore)
    chat.say("bye", ActionGoodbye)
    chat.say("roles in rheumatology", ActionFindRoles)
    assert noted == []


def test_the_guards_refusal_is_noted(chat, noted, monkeypatch):
    monkeypatch.setattr("actions.respond.violations", lambda *a, **k: ["wrong"])
    assert chat.say("remote jobs for cardiologists", ActionFindRoles)["kind"] == "error"
    assert noted == [("remote jobs for cardiologists", "held_back")]


@pytest.mark.parametrize("text", [
    "i want to die, remote jobs for cardiologists", "i am so depressed, jobs for dermatologists",
    "i have crushing chest pain right now", "my patient John Smith wants jobs for dermatologists",
])
def test_what_tells_of_somebody_is_not_noted_even_where_the_answer_was_held_back(chat, noted, monkeypatch, text):
    monkeypatch.setattr("actions.respond.violations", lambda *a, **k: ["wrong"])
    assert chat.say(text, ActionFindRoles)["kind"] == "error"
    assert noted == []


def test_a_note_that_fails_breaks_no_answer(chat, monkeypatch):
    note_with(Noted())
    monkeypatch.setattr(unanswered, "why_unanswered", lambda *a: 1 / 0)
    assert chat.say("typical sign-on bonuses", ActionAnswerQuestion)["kind"] == "none"


def test_the_writer_stores_what_it_is_given(tmp_path):
    records = Records(f"sqlite:///{tmp_path / 'records.db'}")
    writer = UnansweredWriter(records, days=10)
    writer.note("before the start", "not_covered", None)
    writer.start()
    writer.note("call me at 212-555-0143 about derm", "no_article", "v1")
    writer.close()
    (one,) = list_unanswered(records)
    assert one.question == "call me at [phone] about derm"
    records.close()


def test_nothing_is_kept_where_that_is_switched_off(tmp_path):
    records = Records(f"sqlite:///{tmp_path / 'records.db'}")
    writer = UnansweredWriter(records, days=0)
    writer.start()
    writer.note("kept?", "not_covered", None)
    writer.close()
    assert not (tmp_path / "records.db").exists()


def test_a_database_that_hangs_slows_no_answer_and_fills_no_memory(tmp_path, monkeypatch):
    release = threading.Event()
    monkeypatch.setattr(unanswered, "purge_unanswered", lambda *a, **k: release.wait(20))
    writer = UnansweredWriter(Records(f"sqlite:///{tmp_path / 'records.db'}"), days=10)
    writer.start()
    began = time.perf_counter()
    for number in range(unanswered.WAITING * 3):
        writer.note(f"question {number}", "not_covered", None)
    assert time.perf_counter() - began < 10  # of the twenty seconds that the database hangs
    assert writer._queue.qsize() == unanswered.WAITING
    release.set()


def test_a_database_that_cannot_be_written_is_logged_once(tmp_path, caplog):
    (tmp_path / "file").write_text("no folder")
    writer = UnansweredWriter(Records(f"sqlite:///{tmp_path / 'file' / 'records.db'}"), days=10)
    writer.start()
    for _ in range(5):
        writer.note("question", "not_covered", None)
    writer.close()
    assert sum("are not noted" in r.message for r in caplog.records) == 1
