"""Where a table's parts stand: its rows, its caption, its cells."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.importing.document import SourceBlock
from knowledge.importing.extraction.amount import Amount
from knowledge.importing.extraction.claims import Page

_THOUSANDS = re.compile(
    r"[$€£]\s?[kK]\b|\(\s?[kK]\s?\)|\b(?:USD|EUR|GBP|CHF|CAD|AUD)\s?[kK]\b|\bin thousands\b"
    r"|\(thousands\)|(?<![\d,.])[$€£]?['’]?000s?\b|\bk[$€£]|T€"
)
_RANK = re.compile(
    r"\b(?:senior|junior|entry|mid|early|late|associate|assistant|principal|lead|staff|experienced|beginner|new|part|full)\b",
    re.IGNORECASE,
)
_CAPTION = 200  # characters, of a line that is not marked as one
_SOURCED = re.compile(r"\bsources?: ", re.IGNORECASE)
_LEAST_WHOLE = 5000  # from here on a number in such a column was written out
_LEVEL = re.compile(
    r"(?:associate|assistant|senior|junior|principal|entry|mid|early|late|lead|staff|executive|experienced|beginner|new|head|chief|level|grade|year|years|yrs|first|second|third"
    r"|part|full|over|under|more|less|than|to|and|or|of|career|experience|time|level|director|manager|vp|i{1,3}|iv|v|small|large|mid-size|big|\d+\+?)",
    re.IGNORECASE,
)


def is_level(cell: str) -> bool:
    """Whether a cell is a rank or a length of experience rather than a job: "Associate", "3 to 5 years"."""
    return all(_LEVEL.fullmatch(word) for word in re.findall(r"[\w+-]+", cell.replace("–", " ").replace("-", " ")))


def names_rank(label: str) -> bool:
    """Whether a header names a rank of people: "Entry level", "Senior"; not "2024" or "Per year"."""
    return is_level(label) and bool(_RANK.search(label))


def says_thousands(words: str) -> bool:
    """Whether a header or caption says that its numbers are thousands: "Salary ($K)", "in thousands of euros"."""
    return bool(_THOUSANDS.search(words))


def in_thousands(amounts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Amounts of a column of thousands: "190" is 190,000, and "190,000" is that, too."""
    return tuple(
        amount
        if amount.scale > 1 or amount.unit not in (None, "year") or amount.largest >= _LEAST_WHOLE
        else replace(amount, low=amount.low and amount.low * 1e3, high=amount.high and amount.high * 1e3, scale=1e3)
        for amount in amounts
    )


def table_rows(page: Page, table: int) -> list[int]:
    """The blocks of a table's rows, its header row left out."""
    blocks = page.document.blocks
    rows = [i for i, block in enumerate(blocks) if block.kind == "table_row" and block.table == table]
    headers = {block.header for block in blocks if block.table == table and block.header}
    return [i for i in rows if not (not blocks[i].header and blocks[i].cells in headers)]


def is_caption(block: SourceBlock) -> bool:
    """Whether a block beside a table is its caption, also where it is not marked as one: "Base pay. Source: Larch"."""
    short = block.kind == "paragraph" and len(block.text) <= _CAPTION
    return block.kind == "caption" or (short and bool(_SOURCED.search(block.text)))


def caption_of(page: Page, rows: list[int], table: int) -> tuple[str, int | None]:
    """The table's caption, else the sentence that leads to it; and its block."""
    blocks = page.document.blocks
    for index, block in enumerate(blocks):
        if block.kind == "caption" and block.table == table:
            return block.text, index
    before = rows[0] - 1
    while before >= 0 and blocks[before].kind == "table_row" and blocks[before].table == table:
        before -= 1
    if before >= 0 and blocks[before].kind in ("paragraph", "caption", "list_item") and page.by_block.get(before):
        if is_caption(blocks[before]):
            return blocks[before].text, before
        return page.sentences[page.by_block[before][-1]].text, before
    return "", None


def cells_with_places(block: SourceBlock) -> list[tuple[str, int]]:
    """The cells with where they begin in the row's text."""
    found, at = [], 0
    for cell in block.cells:
        start = block.text.find(cell, at) if cell else at
        start = at if start < 0 else start
        found.append((cell if block.text[start : start + len(cell)] == cell else "", start))
        at = start + len(cell)
    return found
