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
    if not wide_gaps(lines[start]):
        return None
    run = _run(lines, start)
    while len(run) > 1 and not _are_columns(run, _columns(run)):
        run.pop()
    columns = _columns(run)
    if len(run) < 2:
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
    for index in range(start + 1, len(lines)):
        line = lines[index]
        if not _follows(run, line, lines[index + 1] if index + 1 < len(lines) else None):
            break
        columns = _columns([*run, line])
        # A line of prose covers the gaps.
        if len(columns) < max(free, 2):
            break
        run.append(line)
        free = len(columns) if len(run) > 2 else 2
    return run


def _follows(run: list[PageLine], line: PageLine, after: PageLine | None) -> bool:
    last = run[-1]
    distance = last.bottom - line.bottom
    if line.column != last.column or is_bullet(line.text) or not 0 < distance <= line.height * _APART:
        return False
    if abs(line.height - last.height) > last.height * 0.15:
        return False
    cells = _cells(line.words, _columns([*run, line]))
    if sum(map(bool, cells)) > 1:
        if wide_gaps(line):
            return True
        # Prose may have its spaces where columns part, by accident: hardly in a line that ends early, where three do.
        ends_early = line.edge - line.right > line.height * 3
        return ends_early and len(cells) > 2 and all(cells) and distance <= _pitch(run, line) * 1.25
    number = _only_column(_columns(run), line)
    if number is None:
        return False
    if distance <= line.height * _CLOSE and (number > 0 or line.text[:1].islower()):
        return True
    # The cells of a row may begin at different heights: one line, and close below it the others.
    if after is None or not wide_gaps(after):
        return False
    if sum(map(bool, _cells(after.words, _columns(run)))) < 2:
        return False
    return line.bottom - after.bottom <= min(line.height * 1.4, distance * 0.85)


def _pitch(run: list[PageLine], line: PageLine) -> float:
    """The distance of the rows so far."""
    return min((above.bottom - below.bottom for above, below in pairwise(run)), default=line.height * 1.1)


def _only_column(columns: list[Span], line: PageLine) -> int | None:
    """In which column all words of a line stand, if in one."""
    for number, (left, right) in enumerate(columns):
        if left - _ALIGNED <= line.left and line.right <= right + line.height:
            return number
    return None


def wide_gaps(line: PageLine) -> list[Span]:
    """The gaps of a line that are no spaces.

    In a justified line all spaces are wide, but about equally so.
    """
    gaps = [(before.right, after.left) for before, after in pairwise(line.words)]
    narrowest = min((right - left for left, right in gaps), default=0.0)
    return [
        (left, right)
        for left, right in gaps
        if right - left > line.height * _WIDE
        and (right - left > max(narrowest, line.height * 0.1) * 1.8 or right - left > line.height * 1.5)
    ]


def _columns(run: list[PageLine]) -> list[Span]:
    """Where the columns are.

    They are parted by gaps that no word covers. A wide gap of a line proves one of those that it
    contains, the one that most lines prove: a short cell beside a long one proves no column between.
    """
    free = _free_gaps(run)
    proofs = [gap for line in run for gap in wide_gaps(line)]
    parting: list[Span] = []
    while proofs:
        counted = [(sum(1 for proof in proofs if _contains(proof, gap)), gap[1] - gap[0], gap) for gap in free]
        best = max(counted, default=(0, 0.0, (0.0, 0.0)))
        if not best[0]:
            break
        parting.append(best[2])
        free.remove(best[2])
        proofs = [proof for proof in proofs if not _contains(proof, best[2])]
    edges = sorted(parting)
    lefts = [min(word.left for line in run for word in line.words), *(right for _, right in edges)]
    rights = [*(left for left, _ in edges), max(word.right for line in run for word in line.words)]
    return list(zip(lefts, rights))


def _free_gaps(run: list[PageLine]) -> list[Span]:
    gaps: list[Span] = []
    covered = float("-inf")
    for word in sorted((word for line in run for word in line.words), key=lambda w: w.left):
        if covered < word.left and covered != float("-inf"):
            gaps.append((covered, word.left))
        covered = max(covered, word.right)
    return gaps


def _contains(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] + 0.1 and inner[1] <= outer[1] + 0.1


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
    between = gaps[1:] or gaps  # The header often stands further off.
    apart = max(between) > min(between) * 1.3
    rows: list[list[str]] = []
    for index, line in enumerate(run):
        cells = _cells(line.words, columns)
        gap = gaps[index - 1] if index else 0.0
        close = apart and gap < max(between) * 0.8
        begins = index < len(gaps) and gaps[index] < gap * 0.8
        if rows and _is_same_row(rows[-1], cells, close, gap <= line.height * _CLOSE and not begins):
            rows[-1] = [f"{above} {below}".strip() for above, below in zip(rows[-1], cells)]
        else:
            rows.append(cells)
    return rows


def _is_same_row(row: list[str], cells: list[str], close: bool, near: bool) -> bool:
    if close:
        return not all(cells) or not all(row)
    # Rows as close as lines: a line with one cell alone goes on above.
    return near and sum(map(bool, cells)) == 1 and all(row)


def _cells(words: tuple[Word, ...], columns: list[Span]) -> list[str]:
    return [" ".join(word.text for word in _within(words, column)) for column in columns]


def _within(words: tuple[Word, ...], column: Span) -> list[Word]:
    return [word for word in words if column[0] - 0.1 <= word.left <= column[1]]


def _bolder(run: list[PageLine]) -> bool:
    return run[0].bold and not all(line.bold for line in run[1:])
