"""Interviews, podcasts and transcripts: the names and times before the words."""

from __future__ import annotations

from knowledge.importing.extraction.sentences import sentences_of
from tests.knowledge.importing.extraction.pages import page, roles


def texts(*lines):
    return [sentence.text for sentence in sentences_of(page(*lines))]


def test_speakers_in_capitals_are_no_part_of_their_sentences():
    found = texts(
        "Host: Mina Orlov. Guest: Ravi Sood.", "MINA: What now?", "RAVI: I read charts. It pays.", "MINA: And then?",
        "RAVI: I rest.", "MINA: Ha.", "RAVI: Yes.",
    )  # fmt: skip
    assert found[2:5] == ["What now?", "I read charts.", "It pays."]


def test_questions_and_answers():
    assert texts("Q: Is it well paid?", "A: It is.") == ["Is it well paid?", "It is."]


def test_times_of_a_transcript():
    assert texts("## [00:10] Chart review", "## [12:40] The court", "## [01:02:11] Goodbye") == [
        "Chart review", "The court", "Goodbye",
    ]  # fmt: skip


def test_labels_in_capitals_are_no_speakers():
    lines = ["PAY: $90 an hour", "PAY: $80 an hour", "PAY: $70 an hour"]
    assert texts(*lines) == lines


def test_what_a_speaker_says_of_a_job_is_found():
    by_title = roles(
        "# A talk with Mina Orlov", "MINA: I'm a toy safety adviser. It is $1,450 a day.", "RAVI: How so?",
        "MINA: They asked.", "MINA: Twice.",
    )  # fmt: skip
    assert [figure.low for figure in by_title["toy safety adviser"].figures] == [1450]


def test_a_speaker_who_is_first_named_in_full():
    found = texts(
        "ANN TELFER (host): Mei-Lin, you are in Canada?", "DR. MEI-LIN ORR: Toronto, yes.", "ANN: And?",
        "MEI-LIN: It pays.", "ANN: How much?", "MEI-LIN: Enough.",
        "ANN: With Mei-Lin and Ann, good night.", "MEI-LIN: Thanks.",
    )  # fmt: skip
    assert found[:3] == ["Mei-Lin, you are in Canada?", "Toronto, yes.", "And?"]


def test_a_letter_that_answers_makes_no_speaker_of_a_plan():
    assert texts("Q: Which one?", "A: The first.", "PLAN A: $200 a month.")[2] == "PLAN A: $200 a month."
