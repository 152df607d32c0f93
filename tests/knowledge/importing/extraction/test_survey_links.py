"""How the facts of a survey reach its percentages, and no others: sentences invented for this file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.importing.extraction.answers_allowed import answers_allowed
from knowledge.importing.extraction.asking import asker_in, asking_in
from knowledge.importing.extraction.polls import find_polls
from knowledge.importing.extraction.sentences import sentences_of
from knowledge.importing.extraction.survey_sources import SurveySources
from knowledge.importing.extraction.survey_whole import whole_survey
from knowledge.importing.extraction.survey_words import is_people
from tests.knowledge.importing.extraction.test_polls import heading, item, page, polls_of, row


@pytest.mark.parametrize(
    ("sentence", "allowed"),
    [
        ("They could mark every worry that applied to them.", "yes"),
        ("Pick whichever reasons apply.", "yes"),
        ("Several of these could be ticked.", "yes"),
        ("Any number of them may be chosen.", "yes"),
        ("One tap, one answer.", "no"), ("The poll (one reply) ran in May.", "no"),
        ("They had to name the worst part, one only.", "no"), ("One click per member.", "no"),
        ("Asked yes or no, most said no.", "no"),
        ("You could pick yes, no or not sure, just one.", "no"), ("Everybody is counted once.", "no"),
        ("It pays one dollar per survey.", "unknown"), ("One call per night is usual there.", "unknown"),
        ("She has one reply for all who ask.", "unknown"),
    ],
)  # fmt: skip
def test_how_many_answers_a_sentence_allows(sentence, allowed):
    assert answers_allowed(sentence) == allowed


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("The answers come from 88 forms which the Larch Society evaluated.", "the Larch Society"),
        ("Of the midwives whom the Northern Hill Alliance polled in May, few said no.", "the Northern Hill Alliance"),
        ("Harrow Insight, which ran the poll, sells software.", "Harrow Insight"),
        ("The clinic that Harrow Insight runs has 40 beds.", None),
    ],
)
def test_who_made_a_survey(sentence, by):
    assert asker_in(sentence) == by


def test_who_heard_from_how_many():
    asking = asking_in("The Larch Union, which heard from 4,120 of its members in May, has the numbers.")
    assert (asking.by, asking.people.text, asking.people.number) == ("The Larch Union", "members", 4120)


@pytest.mark.parametrize(
    "said",
    [
        "In a poll of 310 midwives that the Larch Institute, a think tank in Ohio, carried out, 19% said no.",
        "In a poll of 310 midwives which Larch Institute researchers ran, 19% said no.",
        "The Larch Institute, which heard from 310 midwives, has bad news. 19% said no.",
    ],
)
def test_who_asked_stands_behind_those_who_were_asked(said):
    [poll] = polls_of(said)
    assert (poll.attributed_to, poll.population, poll.sample) == ("Larch Institute", "midwives", 310)


@pytest.mark.parametrize(
    "said",
    [
        "We asked everybody on our list to fill in a form, and 412 surgeons did.",
        "We put a poll in the letter, and 412 surgeons clicked.",
        "We asked anyone who had written to us, and 412 surgeons wrote back.",
    ],
)
def test_those_who_did_answer_are_counted(said):
    [poll] = polls_of(said, "Thirty percent would do it again.")[-1:]
    assert (poll.population, poll.sample) == ("surgeons", 412)


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("29% would go, up from 21% the year before.", (2024, 2023)),
        ("29% would go, against 21% in 2019.", (2024, 2019)),
        ("29% would go; in 2021 it was 21%.", (2024, 2021)),
        ("29% would go, compared with 21% three years ago.", (2024, 2021)),
        ("29% would go within a year, and 21% had tried before.", (2024, 2024)),
    ],
)
def test_a_share_of_another_year_is_of_other_people(said, years):
    polls = polls_of("In 2024 the Larch Guild asked 300 midwives.", said)
    assert tuple(poll.year for poll in polls) == years
    assert [poll.sample for poll in polls] == [300 if year == 2024 else None for year in years]


@pytest.mark.parametrize(
    ("when", "year"),
    [("on May 12", 2025), ("by the 3rd of June", 2025), ("over the summer", 2025), ("over the autumn", None),
     ("on November 30", None), ("in May", 2025)],
)  # fmt: skip
def test_a_day_without_a_year_is_of_this_year(when, year):
    document = replace(page(f"The Larch Guild asked 90 midwives {when}. 20% said no."), published="2025-09-18")
    [poll] = find_polls(document, ())[0]
    assert poll.year == year


def test_the_year_of_a_plan_is_not_that_of_the_survey():
    [poll] = polls_of("The Larch Guild asked 90 midwives. 20% of those polled expect to leave before 2035.")
    assert poll.year is None


@pytest.mark.parametrize(
    ("said", "people", "number"),
    [
        ("Among women, 204 in all, 31% agreed.", "women", 204),
        ("Of those who had left, 61 of them, 31% agreed.", "midwives who had left", 61),
        ("Agreement is common; among nurses the figure was 31%.", "nurses", None),
        ("They agree less often, and for residents it stood at 31%.", "residents", None),
    ],
)
def test_whom_one_share_is_of(said, people, number):
    poll = polls_of("The Larch Guild asked 900 midwives in 2024. 52% agreed.", said)[-1]
    assert (poll.population, poll.sample, poll.year) == (people, number, 2024)


def test_those_who_begin_a_sentence_reach_into_the_next():
    polls = polls_of(
        "The Larch Guild asked 900 midwives. 52% agreed. Of those who had left, 70 in all, 31% agreed."
        " Only 12% would return."
    )
    assert [(poll.population, poll.sample) for poll in polls] == [
        ("midwives", 900), ("midwives who had left", 70), ("midwives who had left", 70),
    ]  # fmt: skip


def test_members_are_called_what_they_are():
    polls = polls_of("The Larch Union asked 900 members. 52% of doctors agreed. 31% of residents did.")
    assert [(poll.population, poll.sample) for poll in polls] == [("doctors", 900), ("residents", None)]


@pytest.mark.parametrize(
    "said",
    [
        "Of those 312 readers, 41 had already left, and we rang them all. 83% would do it again.",
        "Of the 312 who wrote, 41 were out of practice, and so we called each. 83% would do it again.",
    ],
)
def test_some_were_asked_again(said):
    polls = polls_of("The Larch Guild asked 312 readers in 2024. 52% agreed.", said)
    assert (polls[-1].attributed_to, polls[-1].sample, polls[-1].year) == ("Larch Guild", 41, None)
    assert "left" in polls[-1].population or "out of practice" in polls[-1].population


@pytest.mark.parametrize("title", ["POLL", "The results", "Reader survey"])
def test_a_heading_that_says_no_more_than_poll_goes_on(title):
    polls = polls_of(
        "The Larch Guild asked 540 midwives in 2024, one answer each.", heading(title), item("Money: 43%"),
        item("Rest: 31%"),
    )  # fmt: skip
    assert [(poll.sample, poll.year, poll.multi_select) for poll in polls] == [(540, 2024, "no")] * 2


@pytest.mark.parametrize("head", ["Share of contracts", "% of visits", "Percentage of all placements"])
def test_shares_of_things_in_a_table_are_no_polls(head):
    assert not polls_of("The Larch Guild asked 540 midwives.", row("Research", "34%", header=("Work", head)))


@pytest.mark.parametrize(
    "said",
    ["The rest (7%) are not shown.", "Bonuses add some 15%.", "Other answers (6%) were left out.",
     "Equity adds another 20%."],
)  # fmt: skip
def test_what_is_no_answer(said):
    assert [poll.percent for poll in polls_of("The Larch Guild asked 540 midwives, and 30% agreed.", said)] == [30]


@pytest.mark.parametrize("word", ["advisers", "examiners", "card-fillers", "night-shifters", "editors", "sponsors"])
def test_who_works_is_people(word):
    assert is_people(word)


@pytest.mark.parametrize("word", ["offers", "papers", "factors", "hours", "numbers", "best"])
def test_what_is_no_people(word):
    assert not is_people(word)


@pytest.mark.parametrize("kind", ["Pulse", "Poll", "Study", "Cohort", "Audit", "Inquiry", "Index"])
def test_a_short_name_is_the_one_told_in_full_and_no_more(kind):
    """The heading is a block of its own, and no part of the name that begins the next one."""
    polls = polls_of(
        heading("Leaving"),
        f"The Larch {kind} 2024 asked 512 surgeons about their plans. 41% said they would leave within two years.",
        f"More of it: 12% said that they had applied, according to the {kind}.",
    )
    assert [(poll.percent, poll.attributed_to) for poll in polls] == [(41, f"Larch {kind}"), (12, f"Larch {kind}")]


def test_some_of_those_who_answered_are_of_the_same_survey():
    polls = polls_of(
        "In June 2025 Larch surveyed 1,000 midwives, who could name more than one reason.", item("46% would go"),
        "Among the 390 midwives under 45, 61% would. In our 2023 survey, of all ages, it was 39%.",
        heading("And then?"), "Of the 610 members who are older, 12% said never.", publisher="Larch",
    )  # fmt: skip
    told = [(p.attributed_to, p.sample, p.year, p.multi_select) for p in polls]
    assert told == [
        ("Larch", 1000, 2025, "yes"), ("Larch", 390, 2025, "yes"), ("Larch", None, 2023, "unknown"),
        ("Larch", 610, 2025, "yes"),
    ]  # fmt: skip
    assert [poll.population for poll in polls[:3]] == ["midwives", "midwives under 45", "midwives"]


def test_people_who_are_told_with_their_number_are_those_of_the_share():
    polls = polls_of("The Larch Guild asked 300 midwives. 46% would go. Of the 2,000 nurses in town, 61% would stay.")
    assert [(poll.attributed_to, poll.sample) for poll in polls] == [("Larch Guild", 300), ("Larch Guild", 2000)]
    assert polls[1].population == "nurses in town"


@pytest.mark.parametrize(
    "earlier",
    ["Two years earlier it had been 21%.", "In the 2023 survey of all members, it was 21%.",
     "The share was 21% in our first survey in 2023.", "It was 21% in the 2023 round."],
)  # fmt: skip
def test_an_earlier_survey_has_its_own_year(earlier):
    polls = polls_of(f"The Larch Guild asked 300 midwives in 2025; tick one box. 46% would go. {earlier}")
    assert [(poll.year, poll.sample, poll.multi_select) for poll in polls] == [
        (2025, 300, "no"), (2023, None, "unknown"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "note",
    ["Methods. An online form was sent to all members. One answer per question was allowed in the survey.",
     "About this survey: members could choose only one answer in the questionnaire."],
)  # fmt: skip
def test_methods_told_in_a_paragraph_of_their_own_are_of_all_shares(note):
    polls = polls_of("In 2025 the Larch Guild asked 300 midwives. 46% would go.", heading("Pay"), "Little.", note)
    assert [poll.multi_select for poll in polls] == ["no"]


def test_methods_are_not_those_of_another_survey():
    polls = polls_of(
        "The Larch Guild asked 300 midwives. 46% would go.", "The Elm Union asked 90 nurses. 12% would.",
        heading("Note"), "Methods. The survey allowed one answer per question.",
    )  # fmt: skip
    assert {poll.multi_select for poll in polls} == {"unknown"}


def test_fewer_of_other_people_are_not_of_the_survey():
    polls = polls_of("The Larch Guild asked 300 midwives in 2024. 46% would go.", heading("Ohio"),
                     "Of the 120 nurses in Ohio, 61% would stay.")  # fmt: skip
    assert polls[0].year == 2024
    assert [poll.year for poll in polls[1:]] in ([], [None])


def test_a_report_that_is_only_mentioned_is_not_when_they_were_asked():
    polls = polls_of("The Larch Guild asked 300 midwives in 2025. In our 2023 report we warned of it; 46% would go.")
    assert [poll.year for poll in polls] == [2025]


@pytest.mark.parametrize(
    ("further", "is_told"), [("Nothing more.", True), ("Methods. Elm's form went to nurses.", False)]
)
def test_methods_of_two_surveys_are_of_no_whole_document(further, is_told):
    document = page("46% would go.", heading("Note"), "Methods. The survey allowed one answer per question.", further)
    found = whole_survey(document, sentences_of(document), SurveySources(document))
    assert (found is not None) == is_told
