"""The guided questions: what a message answers, and what it lets go by."""

from __future__ import annotations

import pytest

from actions.guidance.form import REQUESTED, note_of, updates_of
from actions.guidance.wishes import wishes_of
from actions.names import SLOT_GUIDE_NOTE
from actions.query import Query, read_query
from knowledge.answering.guidance import GUIDE, GUIDE_SLOTS, answer_guide_question, answer_guide_stopped
from knowledge.filters import Filter
from knowledge.language.names import Names
from knowledge.language.understand import understand
from knowledge.settings import Settings

SPECIALTY, PULL, STAY, REMOTE, PATIENTS, PAY = GUIDE_SLOTS


@pytest.fixture(scope="module")
def names() -> Names:
    return Names.load(Settings.from_environment().names_file)


@pytest.fixture
def read(names, articles):
    def reader(text: str, *, intent: str = "nlu_fallback", **slots: str) -> Query:
        entities = [
            {"entity": m.kind, "value": m.value, "start": m.start, "end": m.end,
             **({"role": "excluded"} if m.excluded else {})}
            for m in understand(text, names)
        ]
        return read_query({"text": text, "intent": {"name": intent}, "entities": entities}, slots, articles)
    return reader


@pytest.mark.parametrize("requested, text, value", [
    (SPECIALTY, "cards", "cardiology"),
    (SPECIALTY, "im a rheum", "rheumatology"),
    (SPECIALTY, "another specialty", "any"),
    (SPECIALTY, "skip", "any"),
    (PULL, "money honestly", "income"),
    (PULL, "time and flexibility", "time"),
    (PULL, "more time w my kids", "time"),
    (PULL, "less stress", "stress"),
    (PULL, "i want to make a difference", "impact"),
    (PULL, "something intellectually interesting", "interest"),
    (PULL, "dunno", "any"),
    (STAY, "keep practising", "stay"),
    (STAY, "keep a foot in clinic, on the side", "stay"),
    (STAY, "i want out", "leave"),
    (STAY, "not sure", "any"),
    (REMOTE, "yes", "yes"),
    (REMOTE, "from home please", "yes"),
    (REMOTE, "no, either is fine", "any"),
    (REMOTE, "nope", "any"),
    (PATIENTS, "no patients", "none"),
    (PATIENTS, "yes, with patients", "direct"),
    (PATIENTS, "either", "any"),
    (PATIENTS, "nah", "none"),
    (PAY, "200k", ">=200000 USD/year"),
    (PAY, "at least 180", ">=180000 USD/year"),
    (PAY, "250", ">=250000 USD/year"),
    (PAY, "no limit", "any"),
    (PAY, "$100 an hour", ">=100 USD/hour"),
])
def test_an_answer_fills_the_slot_that_was_asked_for(read, requested, text, value):
    assert updates_of(read(text), requested)[requested] == value


@pytest.mark.parametrize("requested, text, value", [
    (PATIENTS, "no preference really", "any"),
    (PATIENTS, "n/a", "any"),
    (STAY, "i won't quit medicine", "stay"),
    (STAY, "not leaving", "stay"),
])
def test_a_denial_is_not_read_as_its_opposite(read, requested, text, value):
    assert updates_of(read(text), requested)[requested] == value


@pytest.mark.parametrize("requested, text", [
    (PULL, "not income"), (PULL, "anything but money"), (PULL, "no interest"),
    (PAY, "60 hrs a week"), (PAY, "under 200k"),
])
def test_what_names_no_answer_leaves_the_question_open(read, requested, text):
    assert requested not in updates_of(read(text), requested)


@pytest.mark.parametrize("text", [
    "what's an MSL?", "how much does utilization review pay", "why are oncologists leaving?",
    "MSL or medical director?", "remote roles for a cardiologist over $150k",
])
def test_a_question_in_between_is_let_go_by(read, text):
    assert updates_of(read(text, intent="ask_question"), PULL) == {}


def test_hopelessness_is_never_an_answer(read):
    assert updates_of(read("i dont want to be here anymore, i want to die", intent="express_distress"), STAY) == {}


def test_what_was_already_said_is_not_asked_again(read):
    found = updates_of(read("burnt out cardiologist, must be from home, what fits me?"), None)
    assert (found[SPECIALTY], found[REMOTE]) == ("cardiology", "yes")


def test_an_earlier_answer_is_corrected_in_passing(read):
    found = updates_of(read("actually im rheum"), PULL)
    assert found[SPECIALTY] == "rheumatology" and PULL not in found


def test_a_correction_in_passing_is_acknowledged(read):
    found = updates_of(read("actually im rheum", **{SPECIALTY: "cardiology"}), PULL)
    assert note_of(read("actually im rheum", **found)) == f"changed {SPECIALTY}"
    assert not updates_of(read("income"), PULL)[SLOT_GUIDE_NOTE]


@pytest.mark.parametrize("text", ["how many questions", "wait how many of these", "how many more?", "how long is this"])
def test_how_many_is_told_by_the_same_question(read, articles, text):
    found = updates_of(read(text), REMOTE)
    assert found[REQUESTED] == REMOTE and note_of(read(text, **{SLOT_GUIDE_NOTE: found[SLOT_GUIDE_NOTE]})) == "count"
    said = answer_guide_question(articles, REMOTE, note="count").blocks[0].text
    assert said == "Two more after this, at most. What you said already is not asked again."


def test_how_many_roles_is_no_question_about_the_guide(read):
    assert updates_of(read("how many roles are remote", intent="find_roles"), REMOTE).get(REQUESTED) is None


def test_stopping_says_how_long_the_answers_are_kept():
    answers = {SPECIALTY: "cardiology"}
    said = {lasts: answer_guide_stopped(answers, lasts=lasts).blocks[0].text for lasts in (True, False)}
    assert "for this conversation" in said[False] and "for this conversation" not in said[True]


def test_back_empties_the_last_answer_and_asks_for_it(read):
    found = updates_of(read("back", **{SPECIALTY: "cardiology", PULL: "income"}), STAY)
    assert found[PULL] is None and found[REQUESTED] == PULL
    assert updates_of(read("go back"), SPECIALTY)[REQUESTED] == SPECIALTY


def test_why_is_explained_once_and_by_the_same_question(read):
    query = read("why do you ask?")
    found = updates_of(query, PATIENTS)
    assert found[REQUESTED] == PATIENTS
    assert note_of(read("why do you ask?", **{SLOT_GUIDE_NOTE: found[SLOT_GUIDE_NOTE]})) == "why"
    assert note_of(read("no patients", **{SLOT_GUIDE_NOTE: found[SLOT_GUIDE_NOTE]})) == ""


def test_stop_ends_it_and_keeps_the_answers(read):
    found = updates_of(read("stop", **{SPECIALTY: "cardiology"}), PULL)
    assert found[REQUESTED] is None and SPECIALTY not in found


def test_it_goes_on_where_it_stopped_and_begins_anew_when_it_was_done(read):
    assert SPECIALTY not in updates_of(read("help me choose", **{SPECIALTY: "cardiology"}), None)
    done = dict.fromkeys(GUIDE_SLOTS, "any")
    assert updates_of(read("help me choose", **done), None)[SPECIALTY] is None


def test_what_is_taken_up_again_is_not_introduced_again(read, articles):
    slots = {SPECIALTY: "cardiology"}
    found = updates_of(read("help me choose", **slots), None)
    assert note_of(read("help me choose", **slots, **found)) == "resume"
    said = answer_guide_question(articles, PULL, note="resume").blocks[0].text
    assert "where we stopped" in said and "change my answers" in said
    anew = updates_of(read("change my answers", **slots), None)
    assert note_of(read("change my answers", **anew)) == "begin"


def test_wishes_are_filters_and_skipped_questions_are_none(read):
    guide = {SPECIALTY: "oncology", PULL: "impact", STAY: "stay", REMOTE: "yes", PATIENTS: "any",
             PAY: ">=150000 USD/year"}
    assert wishes_of(guide) == (
        Filter("work_mode", "remote"), Filter("commitment", "part_time"), Filter("commitment", "per_project"),
        Filter("pay", ">=150000 USD/year"),
    )


@pytest.mark.parametrize("question", GUIDE, ids=lambda q: q.slot)
def test_every_button_of_a_question_is_understood(read, question):
    for option in question.options:
        found = updates_of(read(option.message), question.slot)
        assert found.get(question.slot), option.message
