"""Tables of an HTML tree as rows: spans written out, header cells known, caption first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from knowledge.importing.reading.characters import clean
from knowledge.importing.reading.reading import RawBlock, Tally
from knowledge.importing.reading.rows import guess_header

_FLOW = frozenset("h1 h2 h3 h4 h5 h6 table article section blockquote".split())
# What may stand in a table and in a row; in its sections only rows do.
_PARTS = {"table": "caption colgroup col thead tbody tfoot tr".split(), "tr": ["td", "th"]}
_PROSE = 500  # characters: a cell that holds more is a column of a page, no cell of a table
_WIDEST = 200  # columns


@dataclass(frozen=True)
class _Cell:
    text: str
    linked: int
    head: bool
    again: bool = False  # the continuation of a cell that spans


def is_for_layout(table: etree._Element) -> bool:
    """Whether the table only sets parts of a page side by side (or below each other)."""
    if table.get("role") in ("presentation", "none"):
        return True
    rows = list(_own_rows(table))
    if not rows or max(len(_cells(row)) for row in rows) < 2:
        return True
    cells = [cell for row in rows for cell in _cells(row)]
    if any(e.tag in _FLOW for cell in cells for e in cell.iterdescendants(etree.Element)):
        return True
    return any(len(clean("".join(cell.itertext()))) > _PROSE and cell.find(".//p") is not None for cell in cells)


def rows_of(table: etree._Element, number: int, tally: Tally) -> Iterator[tuple[RawBlock, int]]:
    """The caption and the rows, each with the number of its characters that are links."""
    for text in _stray(table):
        yield RawBlock("paragraph", text), 0
    for caption in table.iterchildren("caption"):
        text = _text(caption)
        if text:
            yield RawBlock("caption", text, table=number), 0
    grid = _grid(table, tally)
    heads = _header_rows(grid, table)
    header: tuple[str, ...] = _header([grid[i] for i in range(heads)])
    if not heads:
        header = guess_header([_shown(row) for row in grid])
        heads = 1 if header else 0
    for index, row in enumerate(grid):
        cells = _shown(row)
        if not any(cells):
            continue
        linked = sum(cell.linked for cell in row)
        own = header if index >= heads else ()
        yield RawBlock("table_row", clean_join(cells), cells=cells, header=own, table=number), linked


def clean_join(cells: tuple[str, ...]) -> str:
    """A row as one line."""
    return " | ".join(cells)


def _own_rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _stray(table: etree._Element) -> Iterator[str]:
    """Texts that stand between rows or cells, in none of them; browsers show them above the table."""
    for part in (table, *table.iterchildren("thead", "tbody", "tfoot"), *_own_rows(table)):
        texts = [part.text or ""]
        for child in part:
            if child.tag not in _PARTS.get(part.tag, ("tr",)):
                texts.append(_text(child))
            texts.append(child.tail or "")
        yield from filter(None, map(clean, texts))


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _grid(table: etree._Element, tally: Tally) -> list[list[_Cell]]:
    """The cells where they are seen. A cell over several rows is repeated, one over several columns is not."""
    pending: dict[int, tuple[int, _Cell]] = {}
    grid: list[list[_Cell]] = []
    for tr in _own_rows(table):
        row: list[_Cell] = []
        for td in _cells(tr):
            _take_pending(row, pending)
            cell = _Cell(_text(td), _linked(td), td.tag == "th")
            for n in range(min(_span(td, "colspan"), _WIDEST)):
                part = _Cell(cell.text, 0, cell.head, again=True) if n else cell
                if len(row) < _WIDEST:
                    if _span(td, "rowspan") > 1:
                        pending[len(row)] = (_span(td, "rowspan") - 1, part)
                    row.append(part)
        _take_pending(row, pending)
        tally.cells(len(row))
        if row:
            grid.append(row)
    width = max((len(row) for row in grid), default=0)
    return [row + [_Cell("", 0, False)] * (width - len(row)) for row in grid if len(row)]


def _take_pending(row: list[_Cell], pending: dict[int, tuple[int, _Cell]]) -> None:
    while len(row) in pending:
        left, cell = pending.pop(len(row))
        if left > 1:
            pending[len(row)] = (left - 1, cell)
        row.append(cell)


def _span(cell: etree._Element, name: str) -> int:
    digits = re.match(r"\s*(\d{1,5})", cell.get(name, ""))
    return min(max(int(digits.group(1)), 1), 1000) if digits else 1


def _header_rows(grid: list[list[_Cell]], table: etree._Element) -> int:
    """How many rows at the top are header rows: those of thead, else those made of th alone."""
    thead = table.find("thead")
    said = len(list(thead.iterchildren("tr"))) if thead is not None else 0
    count = 0
    for row in grid:
        if count < said or (row and all(cell.head or not cell.text for cell in row) and any(c.head for c in row)):
            count += 1
        else:
            break
    return count if count < len(grid) else min(count, 1)


def _header(rows: list[list[_Cell]]) -> tuple[str, ...]:
    """One name a column; a title that spans the whole table above others is not part of it."""
    if len(rows) > 1:
        rows = [row for row in rows if len({cell.text for cell in row}) > 1] or rows
    names = []
    for column in zip(*rows):
        parts = list(dict.fromkeys(cell.text for cell in column if cell.text))
        names.append(" ".join(parts))
    return tuple(names)


def _shown(row: list[_Cell]) -> tuple[str, ...]:
    return tuple("" if cell.again else cell.text for cell in row)


def _text(element: etree._Element) -> str:
    parts = []
    for part in element.iter():
        if part.tag in ("br", "p", "li", "div") and part is not element:
            parts.append(" ")
        if isinstance(part.tag, str) and part.text and not _is_mark(part):
            parts.append(part.text)
        if part is not element and part.tail:
            parts.append(part.tail)
    return clean("".join(parts))


def _is_mark(element: etree._Element) -> bool:
    sup = element if element.tag == "sup" else element.getparent()
    return sup is not None and sup.tag == "sup" and bool(re.fullmatch(r"\[?(\d{1,2}|[a-z*†‡])\]?", element.text or ""))


def _linked(element: etree._Element) -> int:
    return sum(len(clean("".join(a.itertext()))) for a in element.iter("a"))
