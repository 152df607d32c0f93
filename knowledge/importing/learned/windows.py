"""The words that a reader sees around one amount: its block, what leads up to it, and the headings over it.

A window is one text, made of slices of the document in reading order, parted by `PART`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.importing.document import SourceBlock, SourceDocument
from knowledge.importing.extraction.sentences import sentence_spans

PART = " [SEP] "  # a token of its own to the encoder
_OWN, _OVER, _BEFORE, _AFTER = 560, 220, 420, 220  # characters; a window is about 250 tokens
_NOTES = {False: 320, True: 480}  # by whether the amount is a share
_LONG_BLOCK, _SHORT_BLOCK = 4000, 300
_ROW, _CELL, _HEADER = 1200, 200, 80
_ROWS = 40  # rows of a table that are looked through for a label above an amount
# What is said once of all shares, or of all pay, of a page: who asked whom and when; where the numbers come from.
_OF_SHARES = re.compile(
    r"\b(?:surveys?|surveyed|polls?|polled|questionnaires?|respondents?|responses?|replies|replied|answered"
    r"|answers|responded|took part|participants|census|n\s?=|wrote to|asked|told us|filled in|completed|returned"
    r"|invited|interviewed|carried out|conducted|fielded|sent)\b|\bbase:",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|[Ss]pring|[Ss]ummer"
    r"|[Aa]utumn|[Ff]all|[Ww]inter)(?:\sof)?\s(?:19|20)\d\d\b"
)
_SURVEY_NAME = re.compile(
    r"\b(?i:survey|poll|report|study|questionnaire)\s(?:by|of)\s(?:the\s)?[A-Z]"
    r"|[A-Z][\w’'-]+\s(?:Survey|Poll|Census|Study|Report|Barometer|Pulse|Index|Panel|Monitor)\b"
)
_OF_PAY = re.compile(
    r"\b(?:all|these|those|the|our|following|below|pay|salary|unless)\b[^.;]{0,40}\b(?:numbers?|figures?|salaries|averages|medians"
    r"|data|ranges|amounts|rates|pay|dollars|euros|pounds|sources?|noted|marked)\b|\bsources?:",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"[$€£]\s?\d|\b\d[\d,.]*\s?(?:%|percent|per cent|k\b|an hour|a year)")


@dataclass(frozen=True)
class Window:
    """What is seen of one amount.

    Attributes:
        text: The words; `text[start:end]` is the amount.
        start: Where the amount begins in them.
        end: Where it ends.
    """

    text: str
    start: int
    end: int


class Windows:
    """Makes the windows of one document."""

    def __init__(self, document: SourceDocument) -> None:
        self._blocks = document.blocks
        self._tables = _tables(document.blocks)
        self._notes: dict[bool, list[tuple[int, str]]] = {}

    def of(self, number: int, start: int, end: int, *, share: bool) -> Window:
        """The window of an amount.

        Args:
            number: Index of the amount's block.
            start: Where the amount begins in the block's text.
            end: Where it ends there.
            share: Whether it is a percentage and not an amount of money.
        """
        block = self._blocks[number]
        if block.kind == "table_row" and block.cells:
            own, start, end = _row(block, start, end)
        else:
            own, start, end = _around(block.text, start, end)
        before, first = _before(self._blocks, number, self._tables)
        after, last = _after(self._blocks, number, self._tables)
        above, below = self._noted(first, last, share)
        lead = "".join(part + PART for part in [*_over(self._blocks, number), *above, *before])
        tail = "".join(PART + part for part in [*after, *below])
        return Window(lead + own + tail, len(lead) + start, len(lead) + end)

    def _noted(self, first: int, last: int, share: bool) -> tuple[list[str], list[str]]:
        """The nearest notes before block `first` and after block `last`."""
        if share not in self._notes:
            self._notes[share] = _notes(self._blocks, share)
        notes, room = self._notes[share], _NOTES[share]
        above: list[str] = []
        below: list[str] = []
        for block, text in reversed(notes):
            if block < first and room >= len(text):
                above.insert(0, text)
                room -= len(text)
        for block, text in notes:
            if block > last and room >= len(text):
                below.append(text)
                room -= len(text)
        return above, below


def _notes(blocks: tuple[SourceBlock, ...], share: bool) -> list[tuple[int, str]]:
    """What speaks of all shares or of all pay of a page, with the blocks that it stands in.

    That is a sentence, or its whole block where that is short: "n = 340, April 2024. Carried out by the Exchange."
    """
    found = []
    for number, block in enumerate(blocks):
        if block.kind in ("heading", "table_row") or len(block.text) > _LONG_BLOCK:
            continue
        told = [
            text for text in (block.text[first:last] for first, last in sentence_spans(block.text)) if len(text) > 20
        ]
        told = [text for text in told if (_tells_of_shares(text) if share else _tells_of_pay(text))]
        if share and told and len(block.text) <= _SHORT_BLOCK:
            told = [block.text]
        found += [(number, text) for text in told if len(text) <= _NOTES[share]]
    return found


def _tells_of_shares(sentence: str) -> bool:
    if not _OF_SHARES.search(sentence):
        return bool(_WHEN.search(sentence))
    return bool(re.search(r"\d", sentence) or _SURVEY_NAME.search(sentence))


def _tells_of_pay(sentence: str) -> bool:
    return bool(_OF_PAY.search(sentence)) and not _AMOUNT.search(sentence)


def _around(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The sentences of a block around an amount, as many as there is room for."""
    if len(text) <= _OWN:
        return text, start, end
    cuts = [0, *(first for first, _ in sentence_spans(text)), len(text)]
    room = (_OWN - (end - start)) // 2
    first = next((cut for cut in cuts if start - room <= cut <= start), max(0, start - room))
    last = next((cut for cut in reversed(cuts) if end <= cut <= end + room), min(len(text), end + room))
    return text[first:last], start - first, end - first


def _row(block: SourceBlock, start: int, end: int) -> tuple[str, int, int]:
    """A table row with the header of each cell before it: "Role: Medical writer | Median: $92,000"."""
    written, at, found = "", 0, (0, 0)
    for number, cell in enumerate(block.cells):
        header = block.header[number] if number < len(block.header) else ""
        lead = (" | " if number else "") + (header[:_HEADER] + ": " if header else "")
        if at <= start < at + len(cell) + 3:
            begin = len(written) + len(lead) + min(start - at, len(cell[:_CELL]))
            found = (begin, min(begin + end - start, len(written) + len(lead) + len(cell[:_CELL])))
        written += lead + cell[:_CELL]
        at += len(cell) + 3
    return written[: max(_ROW, found[1])], *found


def _over(blocks: tuple[SourceBlock, ...], number: int) -> list[str]:
    """The headings over a block, from the page's title down."""
    found: list[str] = []
    own = blocks[number]
    level, room = own.level if own.kind == "heading" else 7, _OVER
    for block in reversed(blocks[:number]):
        if block.kind == "heading" and block.level < level:
            level = block.level
            found.insert(0, "# " + block.text[:room])
            room -= len(block.text)
            if room <= 20 or level <= 1:
                break
    return found


def _tables(blocks: tuple[SourceBlock, ...]) -> dict[int, tuple[int, int]]:
    """By the number of each table its first and its last block."""
    found: dict[int, tuple[int, int]] = {}
    for number, block in enumerate(blocks):
        if block.kind == "table_row":
            found[block.table] = (found.get(block.table, (number, 0))[0], number)
    return found


def _before(
    blocks: tuple[SourceBlock, ...], number: int, tables: Mapping[int, tuple[int, int]]
) -> tuple[list[str], int]:
    """What was said right before, back to the heading, as much as there is room for; and where that begins."""
    found: list[str] = []
    room, rows, index, own = _BEFORE, 0, number, blocks[number]
    while index > 0 and room > 40 and blocks[index - 1].kind != "heading":
        index -= 1
        block = blocks[index]
        if block.kind == "table_row" and own.kind == "table_row":
            rows += 1
            if rows > _ROWS:
                index = tables[block.table][0]
                continue
            if block.cells == own.header or (rows > 1 and len([cell for cell in block.cells if cell]) > 1):
                continue  # one row of a table shows what the others are like; a lone cell is a label of what follows
        text = block.text if len(block.text) <= room else _tail(block.text, room)
        found.insert(0, text)
        room -= len(text)
    return found, index


def _after(
    blocks: tuple[SourceBlock, ...], number: int, tables: Mapping[int, tuple[int, int]]
) -> tuple[list[str], int]:
    """What is said right after, of a table the note below it; and where that ends."""
    own = blocks[number]
    index = 1 + (tables[own.table][1] if own.kind == "table_row" else number)
    if index >= len(blocks) or blocks[index].kind in ("heading", "table_row"):
        return [], index - 1
    return [blocks[index].text[:_AFTER]], index


def _tail(text: str, room: int) -> str:
    """The last sentences of a text."""
    cut = next((first for first, _ in sentence_spans(text) if first >= len(text) - room), len(text) - room)
    return text[cut:]
