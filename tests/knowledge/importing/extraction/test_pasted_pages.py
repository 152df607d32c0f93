# ruff: noqa: E501 (one sentence of an article in one line)
"""Pages pasted as text, forums and chapters: numbered lines as headings, names of members, headings that only gather."""

from __future__ import annotations

from knowledge.importing.extraction.labels import role_label
from knowledge.importing.extraction.sentences import sentences_of
from tests.knowledge.importing.extraction.pages import known_work, page, roles


def lows(role):
    return [figure.low for figure in role.figures]


def test_numbered_items_with_text_below_are_headings():
    by_title = roles(
        "# 3 jobs", "- 1. Medical science liaison", "You drive.", "Average salary: $172,000",
        "- 2. Hospice medical director", "You sign.", "Average salary: $241,000",
        "- 3. Venture partner", "Funds call you.", "Average salary: $190,000",
    )  # fmt: skip
    assert {title: lows(role) for title, role in by_title.items()} == {
        "Medical science liaison": [172000], "Hospice medical director": [241000], "Venture partner": [190000],
    }  # fmt: skip


def test_a_numbered_list_without_text_is_a_list():
    by_title = roles("# Title", "- 1. Chart review: $60 an hour", "- 2. Expert witness: $450 an hour", "- 3. Telemedicine: $130 an hour")
    assert {title: lows(role) for title, role in by_title.items()} == {
        "Chart review": [60], "Expert witness": [450], "Telemedicine": [130],
    }  # fmt: skip


def test_members_of_a_forum_are_no_part_of_what_they_say():
    lines = ["mossy_creek: I read charts.", "tallgrass (Ohio): Chart review pays $80 an hour.", "oldbones: Same here."]
    assert [sentence.text for sentence in sentences_of(page(*lines))] == [
        "I read charts.", "Chart review pays $80 an hour.", "Same here.",
    ]  # fmt: skip


def test_a_heading_that_only_gathers_is_no_role():
    by_title = roles(
        "# Title", "## PAPER WORK FOR INSURERS", "Utilization review from my sofa for a national plan. It pays $224,000 a year.",
        "Chart review on the side for two firms. $80 an hour.",
    )  # fmt: skip
    assert {title: lows(role) for title, role in by_title.items()} == {"Utilization review": [224000], "Chart review": [80]}


def test_a_heading_takes_the_kind_of_the_one_entry_below_it():
    assert roles("# Title", "## WRITING", "Medical writer, freelance. I make $61,000 a year.")["WRITING"].kind == "medical-writing"


def test_whom_one_does_it_for_is_not_what_it_is_called():
    titles = [
        role_label(text, known_work()).title
        for text in (
            "Telemedicine for a group in Oman, 2,000 a month", "AI consulting for our neighbours, at night",
            "Medical editing on the side. It pays.", "Peer review for insurers, from home",
        )
    ]  # fmt: skip
    assert titles == ["Telemedicine", "AI consulting", "Medical editing", "Peer review for insurers"]


def test_rows_of_one_table_are_several_roles_even_of_one_kind():
    by_title = roles(
        "# Title", "| Job | Pay", "| Prior authorization reviewer | $125 per hour", "| Appeals reviewer | $90 per case",
        "| Expert witness, reading | $400 per hour", "| Expert witness, deposition | $550 per hour",
    )  # fmt: skip
    assert {title: lows(role) for title, role in by_title.items()} == {
        "Prior authorization reviewer": [125], "Appeals reviewer": [90], "Expert witness, reading": [400, 550],
    }  # fmt: skip


def test_paragraphs_that_begin_with_their_roles_name_are_roles_without_pay_too():
    by_title = roles(
        "# Title", "## Odd offices", "Coroner, on call. They go to the scene. It pays $475 per case.",
        "Reef expedition planner. Two members do it by the project.", "## A word of thanks", "Proud planner. So am I.", "Bye.", "Now.",
    )  # fmt: skip
    assert list(by_title) == ["Coroner", "Reef expedition planner"]
