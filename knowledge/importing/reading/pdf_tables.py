"""Lines of a PDF whose words stand below each other in columns: rows of a table."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from knowledge.importing.reading.lines import is_bullet
from knowledge.importing.reading.pdf_lines import PageLine
from knowledge.importing.reading.pdf_segments import Word
from knowledge.importing.reading.rows import guess_header

_APART = 4.0  # times the height of a line: the widest distance of two rows
_CLOSE = 1.9  # times the height: the widest distance of two lines of one cell
_WIDE = 0.5  # times the height: a gap that is no space
_SURE = 0.9  # times the height: columns nearer to each other need more proof
_ALIGNED = 2.5  # points

Span = tuple[float, float]


@dataclass(frozen=True)
class PageTable:
    """Rows of cells and how many lines they were made of; `header` is the first row where it is one."""

    rows: tuple[tuple[str, ...], ...]
    header: tuple[str, ...]
    lines: int


def table_at(lines: list[PageLine], start: int) -> PageTable | None:
    """The table that begins with this line, if one does."""
    if not _has_gap(lines[start]):
        return None
    run = _run(lines, start)
    columns = _without_sparse(run, _columns(run))
    if not _are_columns(run, columns):
        return None
    rows = tuple(tuple(cells) for cells in _merged(run, columns))
    if len(rows) < 2:
        return None
    header = rows[0] if all(rows[0][1:]) and _bolder(run) else guess_header(list(rows))
    return PageTable(rows, header, len(run))


def _run(lines: list[PageLine], start: int) -> list[PageLine]:
    """The lines from here on that leave the same gaps free."""
    run = [lines[start]]
    free = 0
    for line in lines[start + 1 :]:
        if not _follows(run, line):
            break
        columns = _columns([*run, line])
        # A line of prose covers the gaps.
        if len(columns) < max(free, 2):
            break
        run.append(line)
        free = len(columns) if len(run) > 2 else 2
    return run


def _follows(run: list[PageLine], line: PageLine) -> bool:
    last = run[-1]
    distance = last.bottom - line.bottom
    if line.column != last.column or is_bullet(line.text) or not 0 < distance <= line.height * _APART:
        return False
    if abs(line.height - last.height) > last.height * 0.15:
        return False
    cells = _cells(line.words, _columns([*run, line]))
    if sum(map(bool, cells)) > 1:
        # A line of prose may have its spaces where columns part, by accident; hardly where three do.
        return _has_gap(line) or (len(cells) > 2 and all(cells) and distance <= _pitch(run, line) * 1.25)
    columns = _columns(run)
    return distance <= line.height * _CLOSE and _continues_cell(columns, line)


def _pitch(run: list[PageLine], line: PageLine) -> float:
    """The distance of the rows so far."""
    return min((above.bottom - below.bottom for above, below in pairwise(run)), default=line.height * 1.1)


def _continues_cell(columns: list[Span], line: PageLine) -> bool:
    """Whether a line with words in one column only goes on in the cell above."""
    for n, (left, right) in enumerate(columns):
        if left - _ALIGNED <= line.left and line.right <= right + line.height:
            # In the first column it may as well be the text below the table.
            return n > 0 or line.text[:1].islower()
    return False


def _has_gap(line: PageLine) -> bool:
    return any(after.left - before.right > line.height * _WIDE for before, after in pairwise(line.words))


def _columns(run: list[PageLine]) -> list[Span]:
    """Where the columns are: parted by gaps that no word covers, and that a third of the lines leave wide."""
    columns: list[list[float]] = []
    for word in sorted((word for line in run for word in line.words), key=lambda w: w.left):
        if columns and (word.left <= columns[-1][1] or not _is_wide_gap(run, columns[-1][1], word.left)):
            columns[-1][1] = max(columns[-1][1], word.right)
        else:
            columns.append([word.left, word.right])
    return [(left, right) for left, right in columns]


def _without_sparse(run: list[PageLine], columns: list[Span]) -> list[Span]:
    """Columns that few rows fill, and not the first, are the ends of long cells: as part of their neighbour."""
    columns = list(columns)
    while len(columns) > 2:
        filled = [[line for line in run if _within(line.words, column)] for column in columns]
        sparse = [n for n, lines in enumerate(filled) if len(lines) * 2 < len(run) and run[0] not in lines]
        if not sparse:
            break
        n = sparse[0]
        before = columns[n][0] - columns[n - 1][1] if n else float("inf")
        after = columns[n + 1][0] - columns[n][1] if n + 1 < len(columns) else float("inf")
        first = n - 1 if before <= after else n
        columns[first : first + 2] = [(columns[first][0], columns[first + 1][1])]
    return columns


def _is_wide_gap(run: list[PageLine], left: float, right: float) -> bool:
    """Whether enough of the lines that have words on both sides leave more than a space there."""
    wide = crossing = 0
    for number, line in enumerate(run):
        before = [word.right for word in line.words if word.right <= left + 0.1]
        after = [word.left for word in line.words if word.left >= right - 0.1]
        if before and after:
            crossing += 1
            is_wide = min(after) - max(before) > line.height * _WIDE
            if is_wide and number == 0:
                return True  # The header parts the columns, however full the cells below are.
            wide += is_wide
    return crossing > 0 and wide * 3 >= crossing


def _are_columns(run: list[PageLine], columns: list[Span]) -> bool:
    """Whether they are no accident: far apart, or aligned in three rows and more."""
    if len(columns) < 2:
        return False
    filled = [line for line in run if sum(1 for cell in _cells(line.words, columns) if cell) > 1]
    if len(filled) < 2:
        return False
    narrowest = min(after[0] - before[1] for before, after in pairwise(columns))
    if narrowest >= run[0].height * _SURE:
        return True
    return len(filled) >= 3 and all(_is_aligned(filled, column) for column in columns[1:])


def _is_aligned(rows: list[PageLine], column: Span) -> bool:
    cells: list[Span] = []
    for line in rows:
        words = _within(line.words, column)
        if words:
            cells.append((words[0].left, words[-1].right))
    edges: tuple[Callable[[Span], float], ...] = (
        lambda span: span[0],
        lambda span: span[1],
        lambda span: (span[0] + span[1]) / 2,
    )
    for edge in edges:
        middle = statistics.median(edge(span) for span in cells)
        if sum(1 for span in cells if abs(edge(span) - middle) <= _ALIGNED) * 3 >= len(cells) * 2:
            return True
    return False


def _merged(run: list[PageLine], columns: list[Span]) -> list[list[str]]:
    """The rows; lines closer to each other than rows are become one."""
    gaps = [above.bottom - below.bottom for above, below in pairwise(run)]
    widest = max(gaps, default=0.0)
    apart = widest > min(gaps, default=0.0) * 1.3
    rows: list[list[str]] = []
    for index, line in enumerate(run):
        cells = _cells(line.words, columns)
        close = index > 0 and apart and gaps[index - 1] < widest * 0.8
        goes_on = index > 0 and sum(map(bool, cells)) == 1 and gaps[index - 1] <= line.height * _CLOSE
        if rows and (goes_on or (close and not all(cells))):
            rows[-1] = [f"{above} {below}".strip() for above, below in zip(rows[-1], cells)]
        else:
            rows.append(cells)
    return rows


def _cells(words: tuple[Word, ...], columns: list[Span]) -> list[str]:
    return [" ".join(word.text for word in _within(words, column)) for column in columns]


def _within(words: tuple[Word, ...], column: Span) -> list[Word]:
    return [word for word in words if column[0] - 0.1 <= word.left <= column[1]]


def _bolder(run: list[PageLine]) -> bool:
    return run[0].bold and not all(line.bold for line in run[1:])
