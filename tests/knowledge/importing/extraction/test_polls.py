"""Percentages of people in surveys, in wordings invented for this file; and percentages that are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.importing.document import SourceBlock, SourceDocument
from knowledge.importing.extracted import ExtractedPoll, Unplaced
from knowledge.importing.extraction.percentages import find_percentages
from knowledge.importing.extraction.polls import find_polls
from tests.timing import seconds_of


def page(*blocks, publisher: str | None = None, dropped: tuple[str, ...] = ()) -> SourceDocument:
    """A document of paragraphs (text alone) and of other blocks (kind, text, further fields)."""
    made, start = [], 0
    for block in blocks:
        kind, text, more = block if isinstance(block, tuple) else ("paragraph", block, {})
        made.append(SourceBlock(kind, text, start, **more))
        start += len(text) + 1
    text = "\n".join(block.text for block in made)
    return SourceDocument("p.html", "0", "html", "A page", publisher, None, None, text, tuple(made), dropped)


def item(text: str):
    return ("list_item", text, {"level": 1})


def heading(text: str):
    return ("heading", text, {"level": 2})


def row(*cells: str, header: tuple[str, ...] = ()):
    return ("table_row", " | ".join(cells), {"cells": cells, "header": header, "table": 1})


def polls_of(*blocks, **more) -> tuple[ExtractedPoll, ...]:
    document = page(*blocks, **more)
    polls, unplaced = find_polls(document, ())
    for fact in (*polls, *unplaced):
        assert document.text[fact.quote.start : fact.quote.end] == fact.quote.text
        assert fact.as_written in fact.quote.text
    return polls


def left_of(*blocks, **more) -> tuple[Unplaced, ...]:
    polls, unplaced = find_polls(page(*blocks, **more), ())
    assert polls == ()
    return unplaced


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("26%", [(26, "26%")]), ("26 percent", [(26, "26 percent")]), ("7 per cent", [(7, "7 per cent")]),
        ("9.5 %", [(9.5, "9.5 %")]), ("Forty-two percent", [(42, "Forty-two percent")]), ("100%", [(100, "100%")]),
        ("one in three", [(33, "one in three")]), ("three out of four", [(75, "three out of four")]),
        ("2 in every 5", [(40, "2 in every 5")]), ("nine of ten", [(90, "nine of ten")]),
        ("two-thirds of them", [(67, "two-thirds")]), ("a third of them", [(33, "a third")]),
        ("64% and 28%", [(64, "64%"), (28, "28%")]), ("of 58, and 26%", [(26, "26%")]),
        ("150%", []), ("$5 in 20", []), ("one in 2024", []), ("three of the two", []), ("half a dozen", []),
        ("a quarter ahead", []), ("five in four", []),
    ],
)  # fmt: skip
def test_percentages(text, found):
    assert [(one.percent, text[one.start : one.end]) for one in find_percentages(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "The table gives the median, and the middle half of the answers.",
        "The top quarter of the reviewers earns more.",
        "In the first third of the year little was paid.",
    ],
)
def test_piece_of_a_distribution_is_no_share(text):
    assert find_percentages(text) == ()


@pytest.mark.parametrize("text", ["15% to 25%", "20-25%", "between 64% and 70%", "five to ten percent", "0.5%–2%"])
def test_ranges_are_one_thing(text):
    [share] = find_percentages(text)
    assert share.is_range


def test_a_survey_in_one_sentence():
    [one, other] = polls_of(
        "A 2023 MedCareers survey of 2,310 hospitalists found that 34% were thinking of leaving within two years."
        " Almost one in five had already interviewed elsewhere."
    )
    assert (one.percent, one.as_written, one.sample, one.year) == (34, "34%", 2310, 2023)
    assert one.attributed_to == "MedCareers"
    assert one.population == "hospitalists"
    assert one.statement == "of hospitalists were thinking of leaving within two years"
    assert one.multi_select == "unknown"
    assert (other.percent, other.sample, other.year, other.attributed_to) == (20, 2310, 2023, "MedCareers")
    assert other.statement == "of hospitalists had already interviewed elsewhere"
    assert other.quote.text == "Almost one in five had already interviewed elsewhere."
    assert other.confidence < one.confidence


def test_several_in_one_sentence_have_answers_of_their_own():
    named = polls_of(
        "In a Lumen poll, surgeons said that nights were the top reason to leave (26%), followed by long hours (21%)"
        " and poor pay (19%)."
    )
    assert [one.statement.rpartition("named ")[2] for one in named] == ["nights", "long hours", "poor pay"]
    did = polls_of("While 57% of physicians polled by Lumen said no, 20% are looking and another 6% are undecided.")
    assert [one.statement for one in did] == [
        "of physicians polled by Lumen said no", "of physicians are looking", "of physicians are undecided",
    ]  # fmt: skip
    short = polls_of("Asked what they missed most, 52% named patients, 18% their colleagues and 6% the income.")
    assert [one.statement for one in short][1:] == [
        "of those asked named their colleagues", "of those asked named the income",
    ]  # fmt: skip


def test_what_is_said_once_of_two_groups():
    women, men = polls_of("In the survey by Locum Times, 48% of women and 31% of men wanted part-time work.")
    assert (women.population, women.statement) == ("women", "of women wanted part-time work")
    assert (men.population, men.statement) == ("men", "of men wanted part-time work")


def test_source_sample_and_answers_allowed_may_follow():
    [poll] = polls_of(
        "According to the Physicians Foundation, 61% of residents report burnout. The survey had 1,501 respondents,"
        " who could select all that apply."
    )
    assert (poll.attributed_to, poll.sample, poll.multi_select) == ("Physicians Foundation", 1501, "yes")
    later = polls_of("Asked what they missed most, 52% named patients. The poll was run by DocMatter in 2021.")
    assert (later[0].attributed_to, later[0].year) == ("DocMatter", 2021)
    assert later[0].question == "what they missed most"


@pytest.mark.parametrize(
    ("said", "multi_select"),
    [
        ("Respondents could give up to three answers.", "yes"), ("They were free to tick several boxes.", "yes"),
        ("Multiple answers were possible.", "yes"), ("They could choose as many as they liked.", "yes"),
        ("Each could name only one reason.", "no"), ("One answer per person.", "no"),
        ("It was a yes or no question.", "no"),
        ("Everybody could pick one.", "no"), ("The answers surprised us.", "unknown"),
    ],
)  # fmt: skip
def test_how_many_answers_were_allowed(said, multi_select):
    [poll] = polls_of(f"We polled 300 fellows about their plans. {said} 40% would stay.", publisher="The Ward")
    assert poll.multi_select == multi_select
    [poll] = polls_of(f"We polled 300 fellows about their plans. 40% would stay. {said}", publisher="The Ward")
    assert poll.multi_select == multi_select


def test_a_further_question_does_not_change_what_the_first_one_allowed():
    first, second = polls_of(
        "In our 2024 reader survey, 38% of the 1,212 dermatologists who answered said they had looked around. We also"
        " asked them why, and let them tick as many boxes as they liked. Paperwork was named by 31%.",
        publisher="Skin Deep",
    )
    assert (first.multi_select, second.multi_select) == ("unknown", "yes")
    assert (first.question, second.question) == (None, "why")
    assert (second.sample, second.year, second.attributed_to) == (1212, 2024, "Skin Deep")
    assert second.population == "dermatologists who answered"
    assert second.statement.endswith("named paperwork")


def test_those_who_were_only_invited_are_no_sample():
    [poll] = polls_of("The questionnaire went to 2,900 members of the guild; 811 sent it back. 42% want out.")
    assert poll.sample == 811
    [poll] = polls_of("Of the 5,000 physicians we invited, 804 responded. Sixty percent had a side job.")
    assert poll.sample == 804


@pytest.mark.parametrize(
    ("text", "sample", "year", "source"),
    [
        ("38% name the rota. (Exit interviews, 2024, 145 physicians; one reason each.)", 145, 2024, "The Ward"),
        ("Our poll is in: 70% say yes. (1,204 votes)", 1204, None, "The Ward"),
        ("Medscape (2024, n=9,226) has 49% of physicians burned out.", 9226, 2024, "Medscape"),
        ("A survey of 740 neurologists by the Penfield Society says: 41% have applied.", 740, None, "Penfield Society"),
        ("In the Kessler Sentiment Index, which drew 2,044 replies, 46% of surgeons felt low.", 2044, None,
         "Kessler Sentiment Index"),
        ("Medscape's 2024 lifestyle report says 49% of doctors are tired.", None, 2024, "Medscape"),
        ("More than 55% of internists told the American Board of Skin that they may leave.", None, None,
         "American Board of Skin"),
        ("Nine in ten would do it again, says a survey among members of the Guild of Coaches.", None, None,
         "Guild of Coaches"),
    ],
)  # fmt: skip
def test_where_sample_year_and_source_may_stand(text, sample, year, source):
    polls = polls_of(f"We asked our readers. {text}" if source == "The Ward" else text, publisher="The Ward")
    assert (polls[0].sample, polls[0].year, polls[0].attributed_to) == (sample, year, source)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Money, said 39%.", "of fellows named money"), ("Nothing: 36%.", "of fellows named nothing"),
        ("No: 31%.", "of fellows answered no"), ("61% no.", "of fellows answered no"),
        ("8% teach.", "of fellows teach"),
        ("The most common wish was more sleep (63 %).", "of fellows named more sleep"),
        ("Paperwork was chosen by 12%.", "of fellows named paperwork"),
        ("Calls came first with 57%.", "of fellows named calls"),
        ("1 in 10 regrets it.", "of fellows regrets it"), ("The rest (38%) would not say.", "of fellows would not say"),
        ("Just 8 percent would stay, our poll shows.", "of fellows would stay"),
        ("More than one in four (26.5%) plan to leave.", "of fellows plan to leave"),
        ("They work 51 hours; 36% on call every third night.", "of fellows on call every third night"),
    ],
)  # fmt: skip
def test_orders_of_answer_and_share(text, statement):
    [poll] = polls_of(f"We asked 300 fellows. {text}")
    assert poll.statement == statement


def test_a_part_of_those_asked_has_its_own_name_and_no_sample():
    whole, part = polls_of(
        "Of the 512 surgeons who took part in the Arbor Foundation's 2025 study, 29% had cut back."
        " Among those under 50, the share was 17%."
    )
    assert (whole.sample, whole.attributed_to, whole.year) == (512, "Arbor Foundation", 2025)
    assert (part.population, part.sample, part.year) == ("surgeons under 50", None, 2025)
    assert part.statement == "of surgeons under 50 had cut back"


def test_another_survey_brings_its_own_numbers():
    ours, theirs = polls_of(
        "i ran a poll in the group (n = 437, all physicians, you could only pick one). 52% say they're happier."
        " Then there's that Medscape report in which 23% of doctors had a side gig."
    )
    assert (ours.sample, ours.multi_select, ours.attributed_to, ours.population) == (437, "no", None, "physicians")
    assert (theirs.sample, theirs.multi_select, theirs.attributed_to) == (None, "unknown", "Medscape")


def test_a_short_name_stands_for_the_full_one():
    polls = polls_of(
        "The Arbor Foundation asked 512 surgeons, and 29% had cut back.",
        "In a poll of 96 spouses that the Foundation ran on the side, eighty-one percent were glad.",
    )
    assert [one.attributed_to for one in polls] == ["Arbor Foundation", "Arbor Foundation"]
    assert [one.sample for one in polls] == [512, 96]


@pytest.mark.parametrize(
    ("page_of", "publisher"),
    [
        ({"publisher": "The Ward"}, "The Ward"),
        ({"dropped": ("Elm Society of Internists, 12 Main St Page 1", "Elm Society of Internists, 12 Main St Page 2")},
         "Elm Society of Internists"),
        ({}, None),
    ],
)  # fmt: skip
def test_our_survey_is_the_publishers(page_of, publisher):
    [poll] = polls_of("In our winter survey, 12% of the members said they will retire.", **page_of)
    assert poll.attributed_to == publisher


@pytest.mark.parametrize("line", ["Prepared by Hale & Moss Search, 19 May 2025", "Hale & Moss Search, 19 May 2025"])
def test_the_publisher_stands_beside_the_date(line):
    [poll] = polls_of(line, "We asked everybody we placed how it went. 76% would do it again.")
    assert poll.attributed_to == "Hale & Moss Search"


def test_a_chart_as_a_list():
    polls = polls_of(
        heading("What readers said"), "Last spring we polled 412 readers. They could select all that apply.",
        item("Burnout – 58%"), item("Call schedule: 41%"), item("12% – pay"), item("Pay cut – 3%"),
    )  # fmt: skip
    assert [(one.percent, one.statement) for one in polls] == [
        (58, "of readers named burnout"), (41, "of readers named call schedule"), (12, "of readers named pay"),
        (3, "of readers named pay cut"),
    ]  # fmt: skip
    assert {(one.sample, one.multi_select) for one in polls} == {(412, "yes")}
    assert polls[0].quote.text == "Burnout – 58%"


def test_tables_of_answers():
    head = ("Reason", "Women", "Men")
    polls = polls_of(
        "A poll by Lumen asked surgeons why they left.", row(*head), row("Nights", "21%", "14%", header=head),
    )  # fmt: skip
    assert [(one.percent, one.population, one.statement) for one in polls] == [
        (21, "women", "of women named nights"), (14, "men", "of men named nights"),
    ]  # fmt: skip
    bare = ("Reason", "Percent")
    polls = polls_of(
        heading("Reasons (Physician Pulse 2024, n = 767, up to three answers)"), row(*bare),
        row("Paperwork", "54", header=bare),
    )  # fmt: skip
    assert [(one.percent, one.as_written, one.sample, one.multi_select) for one in polls] == [(54, "54", 767, "yes")]


def test_other_tables_hold_no_polls():
    head = ("Grade", "Base", "Bonus")
    left = left_of("Here is what they pay.", row(*head), row("Director", "$250,000", "20%", header=head))
    assert [one.as_written for one in left] == ["20%"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The base comes with a 20% bonus.", "money"),
        ("Bonuses are 15% to 25% at director level.", "money"),
        ("Royalties are 8% to 10%.", "money"), ("Equity of 0.5% is usual.", "money"),
        ("Put 30% aside for taxes.", "money"),
        ("Nights carry a premium of 15%.", "money"), ("The bonus may reach 30% of base.", "money"),
        ("Recruiters charge 25% of the first-year salary.", "money"),
        ("You get a 10% discount on the course.", "money"),
        ("The market grew by 8.9% a year.", "growth"), ("Demand rose 12 percent.", "growth"),
        ("There are 18% fewer pathologists than in 2007.", "growth"), ("Your pay may drop by 15%.", "growth"),
        ("Sales fell 4%.", "growth"), ("A growth rate of 31 percent a year is forecast.", "rate"),
        ("Expect 30% travel.", "time"), ("She works at 60% FTE.", "time"),
        ("She spends 25% of her time teaching.", "time"),
        ("About 90% of the cases settle.", "people"), ("Telehealth makes up 17% of visits.", "people"),
        ("About 60% of physicians are employed by hospitals.", "survey"),
        ("90% of these want experience.", "who"),
    ],
)
def test_other_percentages_are_left_with_what_they_are(text, why):
    [left] = left_of(text)
    assert why in left.why
    assert left.quote.text == text


def test_near_a_survey_they_are_none_either():
    polls = polls_of("The firm surveyed 150 medical directors. Their median bonus was 18% of base. 72% were content.")
    assert [one.percent for one in polls] == [72]
    polls = polls_of(
        heading("Survey results"), item("71% of respondents work from home"), item("4% earn a bonus of 30%")
    )  # fmt: skip
    assert [one.percent for one in polls] == [71, 4]
    assert polls[1].statement == "of those asked earn a bonus of 30%"


@pytest.mark.parametrize("text", ["Nearly half of the respondents said no.", "More than a third of members said yes."])
def test_no_exact_percentage_is_no_poll(text):
    [left] = left_of(text)
    assert "exact" in left.why


def test_the_next_section_is_no_part_of_the_survey():
    polls = polls_of(
        heading("Survey"), "We asked 300 fellows. 40% would stay.", heading("Pay"), "Some 20% is common. 5% is not.",
    )  # fmt: skip
    assert [one.percent for one in polls] == [40]


def test_what_pay_has_used_is_left_alone():
    text = "In a survey of 200 reviewers, 12% said yes."
    start = text.index("12%")
    assert find_polls(page(text), [(start, start + 3)]) == ((), ())


WORDS = (
    "26% 1,204 2024 one in three half of , . ( ) “ ” – | : ; survey respondents “respondents” physicians’ who Sermo"
    " Medscape's the our a by among those said named bonus % percent twenty-nine and (n = 12) asked"
    " why? women 100% \u00a0"
).split(" ")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=25), max_size=4))
def test_any_text_is_read_without_an_error_and_every_quote_is_found(lines):
    texts = [" ".join(line) for line in lines]
    polls_of(*texts, *map(item, texts), *(row(*text.split(" | "), header=("26%", "respondents")) for text in texts))


@pytest.mark.parametrize(
    "piece",
    ["In a survey of 1,000 physicians by the ", "of ", "asked ", "26% of ", "A B C ", "n = ", "(12%) ", ", and "],
)
def test_time_grows_with_the_text_and_no_faster(piece):
    def seconds(length: int) -> float:
        text = (piece * length)[:length] + " 26% said so."
        return seconds_of(lambda: find_polls(page(text), ()), 0.2)

    seconds(1_000)
    assert seconds(24_000) < 16 * max(seconds(4_000), 0.02)


def test_table_with_a_row_for_each_group():
    head = ("Group", "Respondents", "Would leave")
    survey = "In 2024 the Harbor Survey asked 1,146 pulmonologists."
    rows = (("Women", "455", "31%"), ("Under 45", "1 388", "19%"), ("Anesthesiologists", "204", "43%"))
    rows = (*rows, ("60 and over", "310", "24%"))
    polls = polls_of(survey, row(*head), *(row(*cells, header=head) for cells in rows))

    assert [(one.percent, one.population, one.sample, one.year) for one in polls] == [
        (31, "women", 455, 2024), (19, "pulmonologists under 45", 1388, 2024),
        (43, "anesthesiologists", 204, 2024), (24, "pulmonologists 60 and over", 310, 2024),
    ]  # fmt: skip
