"""Segments of a PDF page to lines in reading order, column after column."""

from __future__ import annotations

import re
import statistics
from dataclasses import dataclass, replace

from knowledge.importing.reading.pdf_segments import Segment, Word

_MARK = re.compile(r"(?:[•●▪■◦‣∙·–—*\uf0b7\uf0a7o-]|\(?\d{1,2}[.)]|\(?[a-z][.)])")
_PROSE = 20  # characters a segment, on average, in a column of text
_LEAST = 4  # lines of a column


@dataclass(frozen=True)
class PageLine:
    """A line of one column.

    Attributes:
        segments: From left to right; more than one where there are wide gaps.
        page: From 0.
        column: Counted through the document: lines of one number stand below each other.
        edge: Where the column ends on the right.
        begin: Where it begins on the left.
    """

    segments: tuple[Segment, ...]
    page: int
    column: int
    begin: float
    edge: float

    @property
    def text(self) -> str:
        return " ".join(segment.text for segment in self.segments)

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for segment in self.segments for word in segment.words)

    @property
    def left(self) -> float:
        return self.segments[0].left

    @property
    def right(self) -> float:
        return self.segments[-1].right

    @property
    def bottom(self) -> float:
        return min(segment.bottom for segment in self.segments)

    @property
    def height(self) -> float:
        return max(self.segments, key=lambda s: len(s.text)).height

    @property
    def bold(self) -> bool:
        return all(segment.bold for segment in self.segments)


def rows_on_page(segments: list[Segment]) -> list[list[Segment]]:
    """The segments by base line, from the top, each row from left to right."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (-s.bottom, s.left)):
        for row in reversed(rows[-3:]):
            if _on_one_line(row[0], segment):
                row.append(segment)
                break
        else:
            rows.append([segment])
    return [sorted(row, key=lambda s: s.left) for row in rows]


def lines_of(segments: list[Segment], page: int, first_column: int) -> list[PageLine]:
    """The page's lines in reading order."""
    lines: list[PageLine] = []
    column = first_column
    for part in _columns(segments, 0):
        begin = min(segment.left for segment in part)
        edge = _edge(part)
        lines += [PageLine(tuple(_marks_joined(row)), page, column, begin, edge) for row in rows_on_page(part)]
        column += 1
    return lines


def _edge(part: list[Segment]) -> float:
    rights = sorted(segment.right for segment in part)
    return rights[min(len(rights) - 1, int(len(rights) * 0.95))]


def _on_one_line(one: Segment, other: Segment) -> bool:
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    return overlap > 0.55 * min(one.height, other.height)


def _marks_joined(row: list[Segment]) -> list[Segment]:
    """The row with the mark of a list item as part of its text."""
    if len(row) > 1 and _MARK.fullmatch(row[0].text) and row[1].left - row[0].right < row[1].height * 4:
        first, second = row[0], row[1]
        text = f"{first.text} {second.text}"
        merged = replace(second, text=text, left=first.left, words=first.words + second.words)
        return [merged, *row[2:]]
    return row


def _columns(segments: list[Segment], deep: int) -> list[list[Segment]]:
    """Parts of the page in reading order; segments across the gutter part it into bands."""
    gutter = _gutter(segments) if deep < 3 else None
    if gutter is None:
        return [segments] if segments else []
    across = sorted((s for s in segments if s.left < gutter < s.right), key=lambda s: -s.bottom)
    parts: list[list[Segment]] = []
    rest = [s for s in segments if not s.left < gutter < s.right]
    band: list[Segment] = []
    for bar in across:
        above = [s for s in rest if s.bottom > bar.bottom]
        rest = [s for s in rest if s.bottom <= bar.bottom]
        if above:
            parts += [band] if band else []
            parts += _halves(above, gutter, deep)
            band = []
        band.append(bar)
    parts += [band] if band else []
    return parts + _halves(rest, gutter, deep)


def _halves(segments: list[Segment], gutter: float, deep: int) -> list[list[Segment]]:
    left = [s for s in segments if s.right <= gutter]
    right = [s for s in segments if s.left >= gutter]
    return _columns(left, deep + 1) + _columns(right, deep + 1)


def _gutter(segments: list[Segment]) -> float | None:
    """Where the page is parted into two columns of text, if it is."""
    if len(segments) < 2 * _LEAST:
        return None
    low, high = min(s.left for s in segments), max(s.right for s in segments)
    best: tuple[int, float] | None = None
    for candidate in sorted({round(s.left) - 2.0 for s in segments}):
        if not low + (high - low) * 0.15 < candidate < low + (high - low) * 0.85:
            continue
        crossing = sum(1 for s in segments if s.left < candidate < s.right)
        if _parts_columns(segments, candidate, crossing) and (best is None or crossing < best[0]):
            best = (crossing, candidate)
    return best[1] if best else None


def _parts_columns(segments: list[Segment], at: float, crossing: int) -> bool:
    left = [s for s in segments if s.right <= at]
    right = [s for s in segments if s.left >= at]
    if len(left) < _LEAST or len(right) < _LEAST or crossing > len(segments) * 0.4:
        return False
    if not all(_is_prose(side) for side in (left, right)):
        return False
    shared = min(max(s.top for s in left), max(s.top for s in right)) - max(
        min(s.bottom for s in left), min(s.bottom for s in right)
    )
    shorter = min(max(s.top for s in side) - min(s.bottom for s in side) for side in (left, right))
    return shared > shorter * 0.4


def _is_prose(side: list[Segment]) -> bool:
    """Whether segments are lines that fill a column, and no cells of a table."""
    if statistics.fmean(len(s.text) for s in side) < _PROSE:
        return False
    width = _edge(side) - min(s.left for s in side)
    full = sum(len(s.text) for s in side if s.right - s.left >= width * 0.7)
    return full * 10 >= sum(len(s.text) for s in side) * 6
