"""Who says so: names that no list has, by what they do in their sentence. No sentence here is from an article."""

from __future__ import annotations

import pytest

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.sources import source_of
from tests.knowledge.importing.extraction.pages import figures


def source(sentence: str) -> str | None:
    first, *others = find_amounts(sentence)
    return source_of(sentence, first.start, first.end, [other.start for other in others], frozenset())


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The Ferry Lane directory says experts run from $140 to $260 an hour.", "Ferry Lane"),
        ("A Beacon Health survey found a median of $210,000 a year.", "Beacon Health"),
        ("Per the Advocate Fee Ledger, the median is $500 an hour.", "Advocate Fee Ledger"),
        ("The median was $310,000 a year in the latest Merrow Compensation Review.", "Merrow Compensation Review"),
        ("It is $142 an hour, if you trust the poll that Harbor Monthly ran in June.", "Harbor Monthly"),
        ("The tracker kept by Harbor Locums shows $1,900 a day.", "Harbor Locums"),
        ("A report by the consultancy Merrow Partners puts it at $310,000 a year.", "Merrow Partners"),
    ],
)
def test_whose_survey_or_list_it_is(sentence: str, wanted: str) -> None:
    assert source(sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The Coastal Guild of Writers puts full-time freelancers at $98,000 a year.", "Coastal Guild of Writers"),
        ("Merrow Partners, a consultancy, puts the median at $310,000 a year.", "Merrow Partners"),
        ("SpaDocs found an average of $1,600 a month.", "SpaDocs"),
        ("Dr. Lee Harbor puts the average at $310,000 a year.", None),
        ("Corvane Spine offers $200,000 a year.", None),
        ("Palmetto Mutual pays its reviewers $105 an hour.", None),
        ("The VA lists $220,000 a year for such posts.", None),
        ("We at Keystone pay $180 an hour.", None),
        ("The union's agreement says $92 an hour.", None),
        ("Our own survey found a median of $95 an hour.", None),
    ],
)  # fmt: skip
def test_who_reports_a_statistic_and_who_only_pays(sentence: str, wanted: str | None) -> None:
    assert source(sentence) == wanted


def sources(*lines: str) -> list[str | None]:
    return [one.attributed_to for one in figures(*lines)]


def test_a_survey_stands_for_its_section_by_whatever_unit() -> None:
    said = "Unless another source is named, pay in this section is what members reported in the Harbor Fee Survey."
    assert sources(
        "# Work", "## What it pays", said, "### Expert witness", "Testimony brings $4,000 a day.",
        "### Medical writer", "Members charge $1.20 per word.", "### Drug safety physician",
        "A recruiter quoted $210,000 a year.",
    ) == ["Harbor Fee Survey", "Harbor Fee Survey", None]  # fmt: skip


def test_who_says_it_of_itself_is_not_in_the_survey() -> None:
    said = "Pay in this section is what members reported in the Harbor Fee Survey."
    lines = ("# Work", "## What it pays", said, "### Coroner", "Two tariffs are public: Ohio pays $65 per case.")
    assert sources(*lines) == [None]


def test_a_survey_without_a_name() -> None:
    said = "Where we give pay, it comes from the office's graduate survey of 2023 unless another source is named."
    assert sources("# Work", said, "## Medical writer", "Graduates report $98,000 a year.") == ["graduate survey"]


def test_the_line_over_a_list_names_its_source() -> None:
    assert sources(
        "# Work", "## Expert witness", "Going rates, from a survey by the Academy of Jurists:",
        "- $425 per hour for record review", "- $600 per hour for mediation", "- $3,200 per day for trial",
    ) == ["Academy of Jurists"] * 3  # fmt: skip


def test_each_statistic_has_its_own() -> None:
    assert sources(
        "# Work", "## Pay at a glance", "Averages come from Payscale, ranges from the Harbor Pay Index.",
        "| Role | Average | Range", "| Medical writer | $98,000 | $80,000 - $120,000",
    ) == ["Payscale", "Harbor Pay Index"]  # fmt: skip


def test_a_site_that_does_not_say_it_is_no_source() -> None:
    assert source("Payscale does not break it out; I was told $95 an hour.") is None


def test_what_opens_a_sentence_governs_its_amounts() -> None:
    text = "According to the Coastal Guild of Writers, most earn $90,000 a year, and the best-paid get $140,000 a year."
    second = find_amounts(text)[1]
    first = find_amounts(text)[0]
    assert source_of(text, second.start, second.end, [first.start], frozenset()) == "Coastal Guild of Writers"


def test_the_same_list_and_what_comes_two_sentences_later() -> None:
    assert sources(
        "# Work", "## Medical writer", "The Harbor Pay Index has it at $98,000 a year.",
        "According to the same index, editors in the post get $88,000 a year.",
    ) == ["Harbor Pay Index"] * 2  # fmt: skip
    said = "It brings $500 an hour. Those are not my fees. They're from the Advocate Fee Ledger of 2023."
    assert sources("# Work", "## Expert witness", said) == ["Advocate Fee Ledger"]


def test_what_one_says_of_oneself_and_a_source_of_one_figure_alone() -> None:
    said = (
        "“I’m at $226,000 now,” she says. A medical writer makes $119,400 on average; the figure comes from Payscale."
    )
    assert sources("# Work", "## Medical writer", said, "An editor is paid $95,000 a year.") == [None, "Payscale", None]


def test_the_author_of_a_page_is_no_source() -> None:
    found = figures(
        "# Pay", "By Ann Petty, Partner | 5 November 2025 | Insights, Salary data", "## Medical writer",
        "Base pay averages $98,000 a year in our placements.",
    )  # fmt: skip
    assert [one.attributed_to for one in found] == [None]
