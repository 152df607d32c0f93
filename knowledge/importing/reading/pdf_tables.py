"""Lines of a PDF whose words stand below each other in columns: rows of a table."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from knowledge.importing.reading.lines import is_bullet
from knowledge.importing.reading.pdf_lines import PageLine
from knowledge.importing.reading.pdf_segments import Segment
from knowledge.importing.reading.rows import guess_header


@dataclass(frozen=True)
class PageTable:
    """Rows of cells and how many lines they were made of; `header` is the first row where it is one."""

    rows: tuple[tuple[str, ...], ...]
    header: tuple[str, ...]
    lines: int


def table_at(lines: list[PageLine], start: int) -> PageTable | None:
    """The table that begins with this line, if one does."""
    end = start
    while end < len(lines) and _can_belong(lines, start, end):
        end += 1
    # Lines with one cell may belong to a table, but none ends or begins with them.
    while end > start and len(lines[end - 1].segments) < 2 and not _is_continuation(lines, start, end - 1):
        end -= 1
    run = lines[start:end]
    if sum(1 for line in run if len(line.segments) > 1) < 2:
        return None
    columns = _columns(run)
    if len(columns) < 2:
        return None
    merged = _merged(run, columns)
    if len(merged) < 2:
        return None
    rows = tuple(tuple(cells) for cells in merged)
    header = rows[0] if all(rows[0]) and _bolder(run) else guess_header(list(rows))
    return PageTable(rows, header, len(run))


def _can_belong(lines: list[PageLine], start: int, index: int) -> bool:
    line = lines[index]
    if line.column != lines[start].column or is_bullet(line.text):
        return False
    if index > start and lines[index - 1].bottom - line.bottom > line.height * 4:
        return False
    if len(line.segments) > 1:
        return True
    return index > start and _is_continuation(lines, start, index)


def _is_continuation(lines: list[PageLine], start: int, index: int) -> bool:
    """Whether a line with one piece goes on in a cell of the row above."""
    line = lines[index]
    if lines[index - 1].bottom - line.bottom > line.height * 1.9:
        return False
    own = line.segments[0]
    above = [s for row in lines[start:index] for s in row.segments]
    later = [s for s in above if s.left > lines[start].segments[0].right]
    inside_later = bool(later) and own.left >= min(s.left for s in later) - own.height
    first = lines[index - 1].segments[0]
    narrow = len(lines[index - 1].segments) > 1 and own.right < lines[index - 1].segments[1].left - own.height * 0.5
    return inside_later or (narrow and abs(own.left - first.left) < own.height and own.text[:1].islower())


def _columns(run: list[PageLine]) -> list[tuple[float, float]]:
    """Where the columns are: what all pieces cover, seen from above."""
    spans = sorted((s.left, s.right) for line in run for s in line.segments)
    columns: list[list[float]] = []
    for left, right in spans:
        if columns and left <= columns[-1][1]:
            columns[-1][1] = max(columns[-1][1], right)
        else:
            columns.append([left, right])
    return [(left, right) for left, right in columns]


def _merged(run: list[PageLine], columns: list[tuple[float, float]]) -> list[list[str]]:
    """The rows; lines closer to each other than rows are become one."""
    gaps = [above.bottom - below.bottom for above, below in pairwise(run)]
    widest = max(gaps, default=0.0)
    apart = widest > min(gaps, default=0.0) * 1.3
    rows: list[list[str]] = []
    for index, line in enumerate(run):
        cells = _cells(line.segments, columns)
        close = index > 0 and apart and gaps[index - 1] < widest * 0.8
        goes_on = index > 0 and len(line.segments) == 1 and gaps[index - 1] <= line.height * 1.9
        if rows and (goes_on or (close and not all(cells))):
            rows[-1] = [f"{a} {b}".strip() for a, b in zip(rows[-1], cells)]
        else:
            rows.append(cells)
    return rows


def _cells(segments: tuple[Segment, ...], columns: list[tuple[float, float]]) -> list[str]:
    cells = [""] * len(columns)
    for segment in segments:
        for n, (left, right) in enumerate(columns):
            if left - 0.5 <= segment.left and segment.right <= right + 0.5:
                cells[n] = f"{cells[n]} {segment.text}".strip()
                break
    return cells


def _bolder(run: list[PageLine]) -> bool:
    return run[0].bold and not all(line.bold for line in run[1:])
