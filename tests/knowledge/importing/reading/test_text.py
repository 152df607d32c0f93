from __future__ import annotations

import pytest

from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.reading import Reading
from knowledge.importing.reading.text import read_text
from tests.knowledge.importing.reading.pages import BANNER, MENU

SENTENCE = "She still slows down when she drives past the clinic, and the sign is gone. "


def read(text: str) -> Reading:
    return read_text(text, Limits())


def shown(text: str) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, block.text) for block in read(text).blocks]


PASTED = """Careers for psychiatrists
By Dana Poe · March 4, 2025

Psychiatrists have more exits than they think, and this guide names twelve of them.

Medical director

You run trials for a company, and you are paid well for it in most of the cases that we know.

$250,000–$350,000 a year

Coach

$200/hour
"""


def test_headings_are_lines_of_their_own_above_a_text():
    assert [block for block in shown(PASTED) if block[0] == "heading"] == [
        ("heading", 1, "Careers for psychiatrists"),
        ("heading", 2, "Medical director"),
        ("heading", 2, "Coach"),
    ]


def test_title_and_date_come_from_the_first_lines():
    about = read("https://crossroads.example/psychiatrists\n\n" + PASTED).about

    assert (about.title, about.published) == ("Careers for psychiatrists", "2025-03-04")
    assert about.url == "https://crossroads.example/psychiatrists"


@pytest.mark.parametrize("separator", ["\n", "\n\n", "\n* "])
def test_the_menu_above_is_dropped_and_the_title_stays(separator):
    reading = read(f"{BANNER}\n{separator.join(['', *MENU, *MENU])}\n{PASTED}")

    assert reading.blocks[0].text == "Careers for psychiatrists"
    assert [text for text in MENU if text not in reading.dropped] == []
    assert BANNER in reading.dropped


def test_short_lines_that_no_menu_has_are_kept():
    roles = "Chart review\nMedical writing\nExpert witness\nTelehealth\nCoaching\nConsulting\n\n"

    assert read(roles + PASTED).dropped == []


def test_related_posts_below_are_dropped():
    reading = read(PASTED + "\nRelated posts\n\nRadiologists earn $450,000 reading scans from home.\n")

    assert reading.dropped == ["Related posts", "Radiologists earn $450,000 reading scans from home."]


def test_wrapped_lines_are_joined_and_broken_words_mended():
    wrapped = (
        "A physician who leaves the ward for a desk will find that the pay is better than\n"
        "rumored: the median is $231,000, and those who stay for five years have a pros-\n"
        "pect of $300,000. The hours are regular, the work is full-time, and the com-\n"
        "mute is short. None of the reviewers whom we asked would go back to their old\n"
        "work.\n"
    )

    assert shown(wrapped) == [
        (
            "paragraph",
            0,
            "A physician who leaves the ward for a desk will find that the pay is better than rumored: the median is "
            "$231,000, and those who stay for five years have a prospect of $300,000. The hours are regular, the work "
            "is full-time, and the commute is short. None of the reviewers whom we asked would go back to their old "
            "work.",
        )
    ]


def test_lines_with_a_meaning_of_their_own_stay_apart():
    assert [b[2] for b in shown("Pay: $90/hour\nHours: 40 a week\nRemote: yes\n")] == [
        "Pay: $90/hour", "Hours: 40 a week", "Remote: yes",
    ]  # fmt: skip


def test_a_number_above_its_label_stays_a_line():
    assert shown("$250,000\nmedian salary\n\n$90/hour\nfor beginners\n") == [
        ("paragraph", 0, "$250,000"), ("paragraph", 0, "median salary"),
        ("paragraph", 0, "$90/hour"), ("paragraph", 0, "for beginners"),
    ]  # fmt: skip


def test_list_items_keep_their_depth_and_lose_their_bullets():
    assert shown("- Pay: $90\n    - nights: $120\n• Remote\n1. First\n2. Second\n") == [
        ("list_item", 1, "Pay: $90"),
        ("list_item", 3, "nights: $120"),
        ("list_item", 1, "Remote"),
        ("list_item", 1, "1. First"),
        ("list_item", 1, "2. Second"),
    ]


@pytest.mark.parametrize("separator", ["\t", " | "])
def test_rows_of_cells_are_a_table(separator):
    rows = [("Role", "Pay", "Unit"), ("Coach", "$90", "hour"), ("Writer", "$1", "word")]
    blocks = read("Some words first.\n\n" + "\n".join(separator.join(row) for row in rows)).blocks[1:]

    assert [block.cells for block in blocks] == rows
    assert [block.header for block in blocks] == [(), rows[0], rows[0]]


def test_underlined_lines_are_headings():
    assert shown("Careers\n=======\n\nText of it.\n\nCoach\n-----\n\nMore text.\n") == [
        ("heading", 1, "Careers"), ("paragraph", 0, "Text of it."),
        ("heading", 2, "Coach"), ("paragraph", 0, "More text."),
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["$250,000–$350,000 a year", "Salary:", "It pays well.", "68% of those asked"])
def test_what_is_no_heading(line):
    prose = "A sentence that goes on for quite a while, to be a paragraph of its own."
    blocks = shown(f"First words of a text.\n\n{line}\n\n{prose}\n")

    assert blocks[1] == ("paragraph", 0, line)


def test_the_title_stands_above_name_office_and_date():
    text = "THE LARCH HERALD\n\nHEALTH\n\n"
    text += "Why the last doctor of Elm Street closed her door and left us for insurers\n\n"
    text += "Jo Marlow\nHealth reporter\nPublished May 6, 2025\n\n" + SENTENCE * 3 + "\n"

    assert read_text(text, Limits()).about.title.startswith("Why the last doctor")


def test_the_head_of_a_mail_says_what_it_is_and_is_no_text():
    text = (
        "From: list@wards.example\nTo: <readers>\nDate: Fri, 07 Mar 2025 05:00:02 -0500\n"
        "Subject: [WardTalk] Digest no. 9\n\nDear all,\n\n" + SENTENCE * 3 + "\n"
    )
    reading = read_text(text, Limits())

    assert (reading.about.publisher, reading.about.published) == ("WardTalk", "2025-03-07")
    assert reading.blocks[0].text == "Dear all,"
    assert "To: <readers>" in reading.dropped
    for kept in ("From: me to you\n\n", "Subject: pay\nDate: 2025-03-07\n\n"):
        assert read_text(kept + SENTENCE, Limits()).blocks[0].text.startswith(kept[:7])


def test_lines_between_rules_are_headings():
    text = "====\nTHE DIGEST\n====\nIn this issue:\n\n"
    text += "-----\n1. Who pays - and who not\nasked by zed\n-----\n\n> Well?\n"

    assert shown(text) == [
        ("heading", 1, "THE DIGEST"), ("paragraph", 0, "In this issue:"),
        ("heading", 2, "1. Who pays - and who not"), ("paragraph", 0, "asked by zed"), ("paragraph", 0, "> Well?"),
    ]  # fmt: skip


def test_a_numbered_item_keeps_its_words():
    assert shown("1. Used to be - a surgeon\n2. Also to do\n")[0] == ("list_item", 1, "1. Used to be - a surgeon")


def test_the_text_goes_on_below_a_box_of_related_stories():
    box = "RELATED STORIES\nNocturnists at $365,000\nThe mistake in my contract\n\n"
    text = "Careers\n\n" + (SENTENCE * 4 + "\n\n") * 6 + box + "The bottom line\n\n" + SENTENCE * 4 + "\n\n"

    reading = read(text + "Comments (3)\n\nBob: I make $800,000. " + SENTENCE * 4)

    assert [b.text[:16] for b in reading.blocks] == [
        "Careers", *[SENTENCE[:16]] * 6, "The bottom line", SENTENCE[:16],
    ]  # fmt: skip
    assert any("365,000" in text for text in reading.dropped)


def test_the_name_above_the_number_of_an_issue_is_no_title():
    text = 'THE OPEN DOOR\nmonthly letter no. 9 -- Friday, May 2, 2025\n\n===\nTHIS MONTH: "Who pays for it?"\n===\n\n'

    assert read(text + SENTENCE * 3).about.title == "Who pays for it?"


TITLE = "Five quiet jobs for tired hospitalists"


@pytest.mark.parametrize(
    "row",
    [
        "Menu   Subscribe   Sign in   Today's paper",
        "Share   Save   Print   114 comments",
        "Listen  9 min read",
    ],
)
def test_a_row_of_buttons_is_no_text_and_no_heading(row):
    reading = read(f"{TITLE}\n\n{row}\n\n{SENTENCE * 3}\n\nTUTORING\n\n{SENTENCE * 3}\n")

    assert [b.text for b in reading.blocks if b.kind == "heading"] == [TITLE, "TUTORING"]
    assert list(reading.dropped) == [" ".join(row.split())]


@pytest.mark.parametrize("heading", ["Books and podcasts", "Remote jobs", "Careers in news", "Jobs, print and online"])
def test_a_heading_that_has_such_words_stays(heading):
    reading = read(f"{TITLE}\n\n{SENTENCE * 3}\n\n{heading}\n\n{SENTENCE * 3}\n")

    assert heading in [b.text for b in reading.blocks]


@pytest.mark.parametrize(
    "above",
    ["CAREERS\n\n", "NEWS FEATURE\n", "OPINION | CAREERS\n\n", "PHYSICIAN LIFE\n\n", "KEY POINTS\n\nPay differs.\n\n"],
)
def test_a_shouted_label_above_the_title_is_no_title(above):
    text = f"{above}{TITLE}\n\n{SENTENCE * 3}\n\nTUTORING\n\n{SENTENCE * 3}\n"

    assert read(text).about.title == TITLE


@pytest.mark.parametrize("deck", ["Where nine of them went, what the work pays, and what they miss?", SENTENCE])
def test_a_deck_may_stand_between_the_title_and_its_author(deck):
    head = f"ELM & ASH\n\nThe Weekend Magazine\n\nHEALTH & WORK\n\n{TITLE}\n\n{deck.strip()}\n\nBy Ada Thorn\n\n"
    text = f"{head}{SENTENCE * 3}\n"

    assert read(text).about.title == TITLE


def test_a_title_above_the_name_of_its_author_who_needs_no_by():
    for name in ("Dr. Mara Ingels", "Prof. Mara Ingels", "Mara Ingels, MD", "Mara J. Ingels, DO, MPH"):
        reading = read(f"{TITLE}\n{name}\n{SENTENCE * 3}\n\nTUTORING\n\n{SENTENCE * 3}\n")

        assert reading.about.title == TITLE
        assert [b.text for b in reading.blocks if b.kind == "heading"] == [TITLE, "TUTORING"]


@pytest.mark.parametrize(
    "text",
    [
        f"SIDE JOBS FOR DOCTORS\n\nKEY POINTS\n- Most are remote.\n\nTUTORING\n\n{SENTENCE * 3}\n",
        f"SIDE JOBS FOR DOCTORS\n\n{SENTENCE * 3}\n\nHow it began for most of us\n\n{SENTENCE * 3}\n",
        f"SIDE JOBS FOR DOCTORS\n\nCHART REVIEW\n\n{SENTENCE * 3}\n\nTUTORING\n\n{SENTENCE * 3}\n",
        f"SIDE JOBS FOR DOCTORS\n\nTutoring\n\n{SENTENCE * 3}\n\nChart review\n\n{SENTENCE * 3}\n",
    ],
)
def test_a_shouted_title_stays_the_title(text):
    assert read(text).about.title == "SIDE JOBS FOR DOCTORS"


def test_a_doctor_below_a_title_that_has_its_author_is_a_heading():
    text = f"{TITLE}\nBy Ada Thorn\n\n{SENTENCE * 3}\n\nDr. Mara Ingels\n\n{SENTENCE * 3}\n"

    assert [b.text for b in read(text).blocks if b.kind == "heading"] == [TITLE, "Dr. Mara Ingels"]
