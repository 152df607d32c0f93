"""What is said of a table below it: whose numbers these are, for which place, and what a mark in a cell refers to."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.attribution import parts_by_statistic
from knowledge.importing.extraction.claims import Page
from knowledge.importing.extraction.columns import Columns
from knowledge.importing.extraction.places import places_in

_FIGURES = (
    r"(?:figures|numbers|amounts|salaries|averages?|medians?|means?|pay|rates|fees|ranges|data|estimates|compensation)"
)
_SAYS_OF_FIGURES = re.compile(
    rf"[†(\s]*(?:sources?\b|from\b|according to\b|(?:note:\s)?(?:[\w.’'-]+\s){{0,3}}?{_FIGURES}\b)", re.IGNORECASE
)
_MARK = re.compile(r"\*+|[†‡§¹²³⁴⁵]+|\[\d\]|\(\d\)$")
_SURVEY_IN_BRACKETS = re.compile(r"\((?P<words>[a-z]+(?: [a-z]+)? (?:survey|poll|inquiry|census|questionnaire))\)")
_NOTES = 4  # blocks below a table that may be notes
_FAR = 80  # blocks below a sentence in which its footnote may stand
_LONGEST = 220  # characters


def notes_below(page: Page, rows: list[int]) -> str:
    """The sentences right below a table that say whose or what its numbers are; "" where there are none."""
    blocks, found = page.document.blocks, []
    for below in range(rows[-1] + 1, min(len(blocks), rows[-1] + 1 + _NOTES)):
        if blocks[below].kind not in ("paragraph", "caption") or _MARK.match(blocks[below].text):
            break
        sentences = [page.sentences[index].text for index in page.by_block.get(below, [])]
        told = [
            text
            for text in sentences
            if _SAYS_OF_FIGURES.match(text) and len(text) < _LONGEST and not find_amounts(text)
        ]
        if not told:
            break
        found += told
    return " ".join(found)


def note_of(page: Page, text: str, block: int, is_row: bool) -> str:
    """The note that a mark in a text refers to: "Medical science liaison*" and "* Glassdoor, 2024" below.

    Args:
        page: The document.
        text: A cell, or what follows an amount.
        block: Where it stands.
        is_row: Whether that is a table's row, whose notes stand right below the table; list marks may have eaten theirs.
    """
    match = _MARK.search(text.strip())
    if match is None:
        return ""
    blocks = page.document.blocks
    below = block + 1
    while is_row and below < len(blocks) and blocks[below].kind == "table_row":
        below += 1
    for one in blocks[below : below + (_NOTES if is_row else _FAR)]:
        if one.text.startswith(match.group()) and len(one.text) < 2 * _LONGEST:
            return one.text[len(match.group()) :].strip()
        if is_row and match.group() == "*" and one.kind == "list_item" and len(one.text) < _LONGEST:
            return one.text
    return ""


def part_said_of(label: str, text: str) -> str:
    """What a caption or a note says of the statistic of a column's header: "Range" of "averages from A, ranges from B"."""
    parts = parts_by_statistic(text)
    return next((part for statistic, part in parts if statistic is None or statistic in label.lower()), "")


def nameless_survey(caption: str) -> str | None:
    """ "Base salary, 2024 (recruiter inquiry)": a survey without a name, in the brackets of a caption."""
    match = _SURVEY_IN_BRACKETS.search(caption)
    return match["words"] if match else None


def place_of_column(columns: Columns, column: int) -> str | None:
    """The header of a pay column among others that are places: "Prairies" beside "Ontario" and "Quebec"."""
    labels = [columns.label(number).strip() for number, use in enumerate(columns.uses) if use in ("pay", "low", "high")]
    named = sum(bool(found := places_in(label)) and found[0][2] - found[0][1] >= len(label) - 4 for label in labels)
    return columns.label(column).strip() or None if named >= 2 and named * 2 >= len(labels) else None


def variant_of(page: Page, rows: list[int], row: int, column: int | None) -> str | None:
    """ "deposition" of "Expert witness, deposition" in a table that also has "Expert witness, review"."""
    if column is None:
        return None
    own, _, rest = "".join(page.document.blocks[row].cells[column : column + 1]).partition(", ")
    if not rest:
        return None
    others = ("".join(page.document.blocks[one].cells[column : column + 1]) for one in rows if one != row)
    return rest if any(name.partition(", ")[0] == own for name in others) else None
