from __future__ import annotations

from datetime import datetime, timezone

import pytest
from click.testing import CliRunner

from cli.gap_groups import asked_questions, find_gaps, what_to_write
from cli.gap_report import counts
from cli.main import main
from index.errors import PassageIndexError
from index.onnx_encoder import OnnxEncoder
from knowledge.language.names import Names
from knowledge.names_file import names_of
from knowledge.records.database import Records
from knowledge.records.feedback import Feedback, add_feedback
from knowledge.records.unanswered import Unanswered, add_unanswered
from knowledge.settings import Settings

DAY = datetime(2026, 11, 20, tzinfo=timezone.utc)
# Each line is one thing that people want to know, in several wordings.
MEANINGS = [
    ["remote work for a dermatologist", "jobs for dermatologists outside the clinic", "derm side gigs",
     "non-clinical careers in dermatology"],
    ["how much does MSL work pay in Canada", "medical science liaison salary canada", "MSL pay in toronto"],
    ["what is the sign on bonus for pharma jobs", "typical signing bonuses in industry",
     "do pharma companies pay sign-on bonuses"],
    ["do I need an MBA for hospital administration", "is an MBA worth it for physician executives"],
    ["malpractice insurance for expert witnesses", "do expert witnesses need liability insurance"],
    ["can I keep my license if I stop seeing patients", "keeping medical license while in industry"],
    ["what does a psychiatrist make in telehealth", "psychiatry remote jobs"],
]


@pytest.fixture(scope="module")
def encoder():
    try:
        return OnnxEncoder(Settings.from_environment().encoder_dir)
    except PassageIndexError as error:
        pytest.skip(f"not built yet, `make build` does: {error}")


@pytest.fixture(scope="module")
def gaps_of(knowledge, encoder):
    names = Names.from_content(names_of(knowledge))

    def found(*questions, why="not_covered"):
        entries = [Unanswered(q, why, DAY) for q in questions]
        return find_gaps(asked_questions(entries, []), encoder, names, knowledge)

    return found


def test_questions_of_one_meaning_come_together_and_others_stay_apart(gaps_of):
    where = {q: n for n, questions in enumerate(MEANINGS) for q in questions}
    groups = gaps_of(*where)
    # All examples are shown of groups of three or fewer: enough to see who is with whom.
    assert all(len({where[q] for q in gap.examples}) == 1 for gap in groups), "two meanings in one group"
    assert sum(gap.count for gap in groups) == len(where)
    assert len(groups) <= len(MEANINGS) + 1, "meanings torn apart"


def test_a_question_counts_as_often_as_it_was_asked_and_the_most_asked_comes_first(gaps_of):
    toronto = ("MSL pay in Toronto", "msl pay in toronto?", "MSL pay in toronto")
    first, second = gaps_of("typical signing bonuses?", *toronto)
    assert (first.count, first.wordings, first.examples) == (3, 1, ("MSL pay in Toronto",))
    assert second.count == 1


def test_the_report_says_which_article_is_missing(gaps_of, knowledge):
    (derm,) = gaps_of(*MEANINGS[0], why="no_article")
    assert derm.specialties == ("dermatology",) and derm.why == {"no_article": 4}
    assert what_to_write(derm, knowledge).startswith("an article for dermatologists (there is none)")
    (canada, *_) = gaps_of(*MEANINGS[1])
    assert canada.roles == ("medical-science-liaison",)
    assert what_to_write(canada, knowledge).startswith("more on Medical science liaison")
    (bonus,) = gaps_of("sign-on bonuses in pharma", "sign-on bonuses at all")
    assert "bonuses" in what_to_write(bonus, knowledge)


def test_headings_are_sentences_and_no_lists_of_words(gaps_of, knowledge):
    """They read "something on pharma, sign, bonuses" and "more on Medical science liaison (MSL): msl"."""
    def headings(*questions):
        return [what_to_write(gap, knowledge) for gap in gaps_of(*questions)]

    assert headings(MEANINGS[5][0]) == ["an answer to “can I keep my license if I stop seeing patients”"]
    assert headings("MSL pay in toronto") == ["more on Medical science liaison (MSL), to answer “MSL pay in toronto”"]
    assert headings("paid vacation of an MSL in cardiology?") == [
        "more on Medical science liaison (MSL) for cardiologists, to answer “paid vacation of an MSL in cardiology?”"]
    assert headings("psychiatrist telehealth pay") == [
        "an article for psychiatrists (there is none), Telemedicine above all"]
    long = "why " + "so " * 60 + "many"
    assert headings(long)[0].endswith("so ...”") and len(headings(long)[0]) < 120


def test_one_reason_needs_no_number(gaps_of):
    assert counts(gaps_of(MEANINGS[5][0])[0]) == "asked 1 time, last on 2026-11-20: the articles say nothing of it"


def test_what_has_an_article_by_now_is_no_gap_any_more(gaps_of):
    assert gaps_of("jobs for cardiologists", why="no_article") == []
    assert [gap.count for gap in gaps_of("pension plans for cardiologists")] == [1]


def test_words_of_any_question_are_no_topic(gaps_of, knowledge):
    (gap,) = gaps_of("roles for dermatologists", "jobs for dermatologists", why="no_article")
    assert what_to_write(gap, knowledge) == "an article for dermatologists (there is none)"


def test_nothing_asked_is_no_gap(gaps_of):
    assert gaps_of() == []


@pytest.fixture
def waypoint(tmp_path, monkeypatch, encoder):
    url = f"sqlite:///{tmp_path / 'records.db'}"
    monkeypatch.setenv("WAYPOINT_RECORDS_URL", url)
    records = Records(url)
    add_unanswered(records, [(q, "no_article", None) for q in MEANINGS[0]], DAY)
    add_unanswered(records, [("is <b>this</b> in the *articles*", "not_covered", None)], DAY)
    disliked = "what about derm jobs, mail me at jane@clinic.example"
    add_feedback(records, Feedback("a1", "down", "web", question=disliked), DAY)
    add_feedback(records, Feedback("a2", "up", "web", question="liked"), DAY)
    records.close()
    return lambda *arguments: CliRunner().invoke(main, ["knowledge", "gaps", *arguments])


def test_thumbs_down_join_the_questions_without_answer(waypoint):
    shown = waypoint()
    assert shown.exit_code == 0, shown.output
    assert "6 questions without a good answer" in shown.output
    assert "1. Write an article for dermatologists (there is none)" in shown.output
    assert "asked 5 times in 5 wordings, last on 2026-11-20:" in shown.output
    assert "4 no article for the specialty, 1 thumbs down" in shown.output
    assert "jane@clinic" not in shown.output and "liked" not in shown.output


def test_rare_groups_can_be_left_out(waypoint):
    shown = waypoint("--least", "2").output
    assert "5 questions" in shown and "1 smaller group left out" in shown and "<b>" not in shown


@pytest.mark.parametrize("name, escaped", [("gaps.html", "is &lt;b&gt;this&lt;/b&gt;"), ("gaps.md", "is \\<b\\>this")])
def test_what_people_wrote_cannot_become_markup(waypoint, tmp_path, name, escaped):
    file = tmp_path / name
    assert waypoint("--output", str(file)).exit_code == 0
    text = file.read_text(encoding="utf-8")
    assert escaped in text and "<b>" not in text and "What to write next" in text


def test_old_questions_are_left_out_and_all_can_be_deleted(waypoint):
    assert "No question stayed without an answer" in waypoint("--days", "1").output
    assert waypoint("--purge").output == "5 noted questions deleted.\n"
    assert "1 question without a good answer" in waypoint().output  # the feedback has a purge of its own
