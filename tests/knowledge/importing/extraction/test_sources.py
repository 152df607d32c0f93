"""Who says so: names that no list has, by what they do in their sentence. No sentence here is from an article."""

from __future__ import annotations

import pytest

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.sources import source_of


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
