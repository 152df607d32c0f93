"""What is seen around an amount."""

from __future__ import annotations

import pytest

from knowledge.importing.learned.examples import marked_document
from knowledge.importing.learned.windows import Window, Windows


def window(text: str, *, share: bool = False) -> Window:
    """The window of the mark [[1:...]] of a Markdown text."""
    document, marks = marked_document(text)
    return Windows(document).of(*marks[1], share=share)


def amount(window: Window) -> str:
    return window.text[window.start : window.end]


def test_heading_and_what_was_said_before_lead_up_to_the_amount() -> None:
    seen = window("# Jobs\n\n## Medical writing\n\nIt is quiet work.\n\nBeginners get [[1:$62,000]] a year.")

    assert amount(seen) == "$62,000"
    assert seen.text == "# Jobs [SEP] # Medical writing [SEP] It is quiet work. [SEP] Beginners get $62,000 a year."


def test_text_under_another_heading_is_not_seen() -> None:
    seen = window("## Law\n\nTrials pay $600.\n\n## Writing\n\nIt pays [[1:$70]].\n\n## Research\n\nLast words.")

    assert seen.text == "# Writing [SEP] It pays $70."


def test_cell_of_a_table_is_seen_with_its_headers_and_the_note_below() -> None:
    seen = window(
        "Base pay by region.\n\n| Role | Ohio | Maine |\n|---|---|---|\n| Writer | $90,000 | [[1:$81,000]] |\n"
        "| Liaison | $170,000 | $160,000 |\n\nSource: Harbor Survey."
    )

    assert amount(seen) == "$81,000"
    assert "Role: Writer | Ohio: $90,000 | Maine: $81,000" in seen.text
    assert seen.text.startswith("Base pay by region.")
    assert seen.text.endswith("Source: Harbor Survey.")
    assert "$160,000" not in seen.text


def test_lone_cell_above_a_row_is_seen() -> None:
    rows = "| Senior | | |\n| Writer | [[1:$120,000]] | 12 |\n"
    seen = window("| Role | Pay | Posts |\n|---|---|---|\n| Junior | | |\n| Writer | $90,000 | 40 |\n" + rows)

    assert "Senior" in seen.text


@pytest.mark.parametrize("far", ["before", "after"])
def test_survey_told_of_elsewhere_on_the_page_is_seen_with_a_share(far: str) -> None:
    told = "In March 2024 we wrote to 900 hospitalists and 412 of them answered."
    filler = "\n\n".join(["Much has been written about this. " * 8] * 3)
    share = "## Why\n\n[[1:41%]] named the nights."
    text = f"## How\n\n{told}\n\n## Else\n\n{filler}\n\n{share}"
    if far == "after":
        text = f"{share}\n\n## Else\n\n{filler}\n\n## How\n\n{told}"

    assert told in window(text, share=True).text
    assert told not in window(text.replace("41%", "$41"), share=False).text


def test_note_on_all_pay_of_the_page_is_seen_with_an_amount() -> None:
    note = "All figures on this page are in Canadian dollars."
    filler = "\n\n".join(["Much has been written about this. " * 8] * 3)

    assert note in window(f"## A\n\n{note}\n\n## B\n\n{filler}\n\n## C\n\nIt pays [[1:$70]] an hour.").text


def test_of_a_very_long_block_the_sentences_around_the_amount_are_seen() -> None:
    seen = window("Something else was said. " * 400 + "Reviewers get [[1:$120]] an hour. " + "And more. " * 400)

    assert amount(seen) == "$120"
    assert "Reviewers get $120 an hour." in seen.text
    assert len(seen.text) < 1500


def test_amount_in_a_heading_is_seen() -> None:
    seen = window("# Jobs\n\n## Medical writer: [[1:$92,000]]\n\nQuiet work.")

    assert seen.text.startswith("# Jobs [SEP] Medical writer: $92,000")


@pytest.mark.parametrize(
    "note",
    [
        "Base: 3,310 physicians, of whom 1,102 surgeons.",
        "Between 1 June and 15 July 2024 we put 31 questions to our readers.",
        "n = 340 examiners in the U.S., April 2024. Carried out by the Exchange.",
    ],
)
def test_note_on_a_survey_is_seen_whole_with_its_shares(note: str) -> None:
    filler = "\n\n".join(["Much has been written about this. " * 8] * 3)

    assert note in window(f"## Why\n\n[[1:41%]] named the nights.\n\n## More\n\n{filler}\n\n{note}", share=True).text


def test_abbreviation_ends_no_note() -> None:
    note = "All pay is in U.S. dollars unless noted."

    assert note in window(f"{note}\n\n## Writing\n\nIt is quiet.\n\nIt pays [[1:$70]] an hour.").text


def test_label_in_a_long_table_is_searched_near_its_rows_and_the_words_before_it_are_seen() -> None:
    rows = "".join(f"| Writer {number} | $9{number % 10},000 |\n" for number in range(300))
    seen = window(
        f"Base pay.\n\n| Role | Pay |\n|---|---|\n{rows}| Liaison | [[1:$170,000]] |\n\nSource: Harbor Survey."
    )

    assert seen.text.startswith("Base pay.")
    assert seen.text.endswith("Source: Harbor Survey.")
    assert "Role: Liaison | Pay: $170,000" in seen.text
