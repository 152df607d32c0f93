"""Who asked whom, when and how: surveys told of in many ways, in sentences invented for this file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.importing.extraction.answers_allowed import allowed_by_question, answers_allowed
from knowledge.importing.extraction.asking import asking_in
from knowledge.importing.extraction.polls import find_polls
from knowledge.importing.extraction.sentences import sentences_of
from knowledge.importing.extraction.survey_sources import SurveySources
from knowledge.importing.extraction.survey_trail import SurveyTrail
from tests.knowledge.importing.extraction.test_polls import heading, item, page, polls_of, row
from tests.timing import seconds_of


@pytest.mark.parametrize(
    ("sentence", "by", "people", "number"),
    [
        ("In May the Larch Institute for Work asked 640 urologists across the country about their plans.",
         "the Larch Institute for Work", "urologists across the country", 640),
        ("Another agency, Harrow Insight, went to trainees in surgery in the autumn of 2023.",
         "Another agency, Harrow Insight,", "trainees in surgery", None),
        ("The Migrant Nurses’ Union put one question to its members this spring.",
         "The Migrant Nurses’ Union", "members", None),
        ("Some 412 surgeons were interviewed by Larch Research in May.", "Larch Research", "surgeons", 412),
        ("It reached 540 family doctors in the four northern provinces.", None,
         "family doctors in the four northern provinces", 540),
        ("They had a third question for the 95 who had already left, with one answer each.", None,
         "those who had already left", 95),
        ("We interviewed 33 retired pathologists.", None, "retired pathologists", 33),
        ("This fall the Alder Fund, a charity in Leeds, asked 1,306 midwives in four counties about their hopes.",
         "the Alder Fund, a charity in Leeds,", "midwives in four counties", 1306),
    ],
)  # fmt: skip
def test_who_asked_whom(sentence, by, people, number):
    asking = asking_in(sentence)
    assert (asking.by, asking.people.text, asking.people.number) == (by, people, number)
    assert asking.ours == sentence.startswith("We")


@pytest.mark.parametrize(
    "sentence",
    ["He asked his boss for more.", "We went to Boston in May.", "The firm puts money into bonds.", "Nobody asked."],
)
def test_no_asking(sentence):
    assert asking_in(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "allowed"),
    [
        ("They were allowed one answer per question.", "no"), ("There was a single answer allowed.", "no"),
        ("One vote per member, please.", "no"), ("We asked for one main reason.", "no"),
        ("They were asked to pick the single worst part of it.", "no"), ("Choose the one statement that fits.", "no"),
        ("They asked 90 nurses, one answer each.", "no"),
        ("Questions could be answered with more than one choice.", "yes"),
        ("Free to name as many reasons as they liked, they answered:", "yes"), ("Tick all that apply.", "yes"),
        ("There you could choose as many answers as you wanted.", "yes"),
        ("Choose one or more.", "unknown"), ("As many as 300 came.", "unknown"),
        ("Question 1 took one answer only; for question 2 they could tick as many as applied.", "unknown"),
    ],
)  # fmt: skip
def test_how_many_answers_a_sentence_allows(sentence, allowed):
    assert answers_allowed(sentence) == allowed


@pytest.mark.parametrize(
    "note",
    [
        "All percentages in this release are from the Ward Pulse, which 1,204 nocturnists answered in 2025.",
        "The percentages that she mentions come from the 2025 Ward Pulse, which 1,204 nocturnists completed.",
        "Results are based on the 2025 Ward Pulse. In all, 1,204 nocturnists completed it.",
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_a_note_tells_of_the_survey_for_all(note, is_first):
    told = (heading("A note"), note)
    answers = (heading("Why they go"), "Thirty-one percent have applied elsewhere.", heading("Pay"), "It is low.")
    [poll] = polls_of(*((*told, *answers) if is_first else (*answers, *told)))
    assert (poll.percent, poll.attributed_to, poll.sample, poll.year) == (31, "Ward Pulse", 1204, 2025)
    assert poll.population == "nocturnists"


def test_a_section_about_the_survey_tells_of_it_for_all():
    polls = polls_of(
        heading("Why they go"), "Asked for their reasons, and free to name as many as they liked, midwives answered:",
        item("Nights: 61% (women 67%, men 56%)"), item("Pay: forty percent"),
        heading("Other things"), "The bonus is 20%, and half of the midwives work at night.",
        heading("About the survey"), "The Midwife Monitor is run by Larch & Lowe."
        " In June 2024, 901 midwives were surveyed.",
    )
    assert [(p.percent, p.population, p.sample) for p in polls] == [
        (61, "midwives", 901), (67, "women", None), (56, "men", None), (40, "midwives", 901),
    ]  # fmt: skip
    assert {(p.attributed_to, p.year, p.multi_select) for p in polls} == {("Midwife Monitor", 2024, "yes")}


def test_what_is_said_for_a_box_holds_for_its_section_only():
    polls = polls_of(
        heading("One life"), "He gives 45 percent to the state. Thirty percent said so.",
        heading("How many go?"), "All numbers in this box are from a survey that the Larch Center made in May 2024."
        " It went out to 3,000 midwives, and 1,105 replied.", "Forty-four percent had thought of it.",
    )  # fmt: skip
    assert [(p.percent, p.attributed_to, p.sample, p.population) for p in polls if p.sample] == [
        (44, "Larch Center", 1105, "midwives"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "group", "percent"),
    [
        ("Hours came first, at 38% (former paramedics: 51%).", "former paramedics", 51),
        ("One in four said yes (27% of women).", "women", 27),
        ("Pay was named by 40% (under 45: 52%).", "fellows under 45", 52),
    ],
)  # fmt: skip
def test_a_part_of_those_asked_in_brackets(text, group, percent):
    _, part = polls_of(f"We asked 300 fellows. {text}")
    assert (part.percent, part.population, part.sample) == (percent, group, None)


@pytest.mark.parametrize("text", ["Money came first with 40% (up from 31%).", "40% (2021: 31%) said money."])
def test_other_years_in_brackets_are_no_part(text):
    assert [poll.percent for poll in polls_of(f"We asked 300 fellows. {text}")] == [40]


def test_lines_of_a_chart_without_bullets():
    polls = polls_of(
        heading("Poll of the week"), "Last week we asked: what keeps you? (one vote per member, 1,038 votes)",
        "No time ............ 46%", "Contract / employer ..... 23%", "Fear: 19%", "Write to us for 20% off.",
    )
    assert [(p.percent, p.statement) for p in polls] == [
        (46, "of members named no time"), (23, "of members named contract / employer"), (19, "of members named fear"),
    ]  # fmt: skip
    assert {(p.sample, p.multi_select, p.population) for p in polls} == {(1038, "no", "members")}


def test_columns_say_how_many_they_are_of():
    head = ("Answer", "All (n = 874)", "Under 45 (n = 312)")
    polls = polls_of("A poll of midwives by Lumen asked this.", row(*head), row("Yes", "55%", "48%", header=head))
    assert [(p.percent, p.population, p.sample) for p in polls] == [
        (55, "midwives", 874), (48, "midwives under 45", 312),
    ]  # fmt: skip


def test_of_them_are_those_told_of_last():
    _, some, of_them = polls_of(
        "Larch asked 900 midwives. Thirty percent want out. Of those who want out, 54 percent blame the rota."
        " Only 12 percent of them blame pay."
    )
    assert (some.population, some.sample) == (of_them.population, of_them.sample) == ("midwives who want out", None)


def test_our_survey_comes_back_further_down():
    polls = polls_of(
        "The Night Shift reader survey got 384 answers from midwives in 2024; tick as many as you like."
        " 61% have a gig.",
        heading("Advice"), "Pick one.", "In our survey, just 9% of those with three gigs said they would do it again.",
        publisher="The Night Shift",
    )  # fmt: skip
    assert [(p.sample, p.year, p.population) for p in polls] == [
        (384, 2024, "midwives"), (None, 2024, "midwives with three gigs"),
    ]  # fmt: skip
    assert {poll.multi_select for poll in polls} == {"yes"}


@pytest.mark.parametrize(
    ("said", "full"),
    [
        ("Larch asked 310 midwives, and 19% said yes.", "Larch Institute for Work"),
        ("According to the Institute, 19% of midwives said yes.", "Larch Institute for Work"),
        ("The Larch people asked 310 midwives more. 19% said yes.", "Larch Institute for Work"),
    ],
)
def test_a_short_name_is_given_in_full(said, full):
    polls = polls_of("The Larch Institute for Work asked 640 midwives. 38% said no.", heading("Later"), said)
    assert polls[-1].attributed_to == full


@pytest.mark.parametrize(
    ("when", "year"),
    [("this spring", 2025), ("last autumn", 2024), ("last year", 2024), ("last week", 2025), ("last spring", None),
     ("in October", 2024), ("in August", 2025), ("in 2021", 2021)],
)  # fmt: skip
def test_when_it_was_by_the_day_of_the_page(when, year):
    document = replace(page(f"The Larch Guild asked 90 midwives {when}. 20% said no."), published="2025-09-18")
    [poll] = find_polls(document, ())[0]
    assert poll.year == year


@pytest.mark.parametrize(
    ("said", "year"),
    [("In March we sent a questionnaire to 90 midwives.", 2025), ("In November we polled 90 midwives.", 2024),
     ("90 of you answered my summer questionnaire.", 2025), ("Our autumn reader poll drew 90 answers.", 2025),
     ("Our winter poll drew 90 answers.", None), ("We asked 90 midwives who had left in May.", None),
     ("We asked 90 midwives in a May without rain.", None), ("This may surprise you: we asked 90 midwives.", None),
     ("We polled 90 midwives trained in March.", None)],
)  # fmt: skip
def test_a_month_without_a_year_is_the_last_one_that_was(said, year):
    document = replace(page(f"{said} 20% said no."), published="2025-09-18")
    [poll] = find_polls(document, ())[0]
    assert poll.year == year


@pytest.mark.parametrize("text", ["The cost of cover worried 29 percent.", "Night calls bother 29%, and pay does not."])
def test_what_does_something_to_a_share_is_its_answer(text):
    [poll] = polls_of(f"We asked 300 fellows. {text}")
    assert poll.percent == 29


def test_a_survey_without_an_author_is_called_what_it_was():
    [poll] = polls_of("In an alumni survey of 118 midwives, 84% were content.")
    assert poll.attributed_to == "alumni survey"
    [poll] = polls_of("In a new survey of 118 midwives, 84% were content.")
    assert poll.attributed_to is None


def test_how_many_answers_each_numbered_question_allowed():
    said = "Questions 1 and 3 allowed one answer only; for question 2 nurses could tick as many as applied."
    assert allowed_by_question(said) == {1: "no", 3: "no", 2: "yes"}
    assert allowed_by_question("Question 4 was a plain yes or no, while questions 5, 6 took several answers.") == {
        4: "no", 5: "yes", 6: "yes",
    }  # fmt: skip
    polls = polls_of(
        heading("Methods"), f"The Nurse Monitor was sent out in 2024 and 874 nurses completed it. {said}",
        heading("Question 1. Were you paid?"), "One in four said yes.", heading("Question 2. Why?"), item("Money: 44%"),
    )  # fmt: skip
    assert [(p.percent, p.multi_select, p.sample) for p in polls] == [(25, "no", 874), (44, "yes", 874)]


def test_a_line_far_below_a_survey_is_followed_as_fast_as_one_just_below():
    document = page("In May the Larch Institute surveyed 640 urologists.", *map(item, map(str, range(30_000))))
    sentences = sentences_of(document)
    sources = SurveySources(document)

    def seconds(first: int) -> float:
        def follow() -> None:
            trail = SurveyTrail(document, sentences, sources, None)
            for sentence in (sentences[0], *sentences[first : first + 200]):
                assert trail.follow(sentence, has_share=False)

        return seconds_of(follow, 0.2)

    assert seconds(29_000) < 3 * max(seconds(1), 0.05)
