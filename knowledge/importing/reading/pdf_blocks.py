"""Lines of a PDF to headings, paragraphs, list items and rows."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from knowledge.importing.reading.characters import clean
from knowledge.importing.reading.lines import cuts_sentence, is_bullet, joined, words_of
from knowledge.importing.reading.pdf_lines import PageLine
from knowledge.importing.reading.pdf_tables import table_at
from knowledge.importing.reading.reading import RawBlock, Tally

_ENDS = tuple(".!?:;…")
_AMOUNT = re.compile(r"[$€£¥₹%]|\d[\d,.]*\d{2}")
_BULLET = re.compile(r"^(?:[•●▪■◦‣∙·–—*+\uf0b7\uf0a7-]|o)\s+")
_CAPTION = re.compile(r"(?:table|figure|exhibit|chart)\s+\d", re.IGNORECASE)
_LABEL = re.compile(r"[A-Z][\w/() -]{1,28}: ")
_LARGER = 1.12  # times the height of the text: a heading
_CLOSE = 1.3  # times its height: the lines of one heading, and no further
_LONGEST_HEADING = 160


@dataclass
class _Group:
    """Lines of one block in the making."""

    lines: list[PageLine]
    kind: str = "paragraph"
    level: int = 0
    text: str = ""


@dataclass
class Composer:
    """Composes blocks of the lines of a document."""

    lines: list[PageLine]
    tally: Tally
    _blocks: list[RawBlock] = field(default_factory=list)
    _tables: int = 0

    def blocks(self) -> list[RawBlock]:
        """The blocks in reading order."""
        self._words = words_of(" ".join(line.text for line in self.lines))
        self._height = _usual_height(self.lines)
        self._pitch = _usual_pitch(self.lines, self._height)
        self._ranks = _heading_heights(self.lines, self._height)
        group: _Group | None = None
        index = 0
        while index < len(self.lines):
            table = table_at(self.lines, index)
            if table is not None:
                self._close(group)
                group = None
                self._add_table(table)
                index += table.lines
                continue
            line = self.lines[index]
            if group is not None and self._goes_on(group, line):
                group.lines.append(line)
                group.text = joined(group.text, line.text, self._words)
            else:
                self._close(group)
                group = self._opened(line)
            index += 1
        self._close(group)
        return self._blocks

    def _add_table(self, table) -> None:
        self._tables += 1
        self.tally.cells(sum(len(row) for row in table.rows))
        for n, row in enumerate(table.rows):
            header = table.header if n else ()
            self._put(RawBlock("table_row", " | ".join(row), cells=row, header=header, table=self._tables))

    def _opened(self, line: PageLine) -> _Group:
        text = line.text
        if is_bullet(text) and line.height < self._height * _LARGER and not (line.bold and text[:1].isdigit()):
            return _Group([line], "list_item", 1, text)
        rank = self._rank(line)
        return _Group([line], "heading" if rank else "paragraph", rank, text)

    def _is_large(self, line: PageLine) -> bool:
        return line.height >= self._height * _LARGER

    def _rank(self, line: PageLine) -> int:
        """The level of the heading that a line looks like, or 0."""
        if self._is_large(line):
            nearest = min(range(len(self._ranks)), key=lambda n: abs(self._ranks[n] - line.height))
            return min(nearest + 1, 6)
        text = line.text
        if line.bold and len(text) <= 110 and not text.endswith((".", ",", ":", ";")) and not _AMOUNT.search(text):
            return min(len(self._ranks) + 1, 6)
        return 0

    def _goes_on(self, group: _Group, line: PageLine) -> bool:
        last = group.lines[-1]
        if is_bullet(line.text) and not _is_wrapped_number(line.text, last):
            return False
        if abs(line.height - last.height) > last.height * 0.08 or (last.bold != line.bold and group.kind == "heading"):
            return False
        if group.kind == "paragraph" and self._rank(line) and not last.bold:
            return False
        if group.kind == "heading" and self._is_large(line) and _is_cut(last, line):
            return True
        if line.column != last.column:
            return group.kind != "heading" and not group.text.endswith(_ENDS) and line.text[:1].islower()
        if not 0 < last.bottom - line.bottom <= self._pitch * line.height * 1.22:
            return False
        if group.kind == "list_item":
            hangs = line.left > group.lines[0].left + line.height * 0.35
            return hangs or (line.text[:1].islower() and not _would_have_fitted(last, line))
        if cuts_sentence(last.text):
            return True
        if last.text.endswith(_ENDS) and _LABEL.match(line.text):
            return False
        indented = line.left > last.left + line.height * 0.6 and line.left > line.begin + line.height * 0.6
        return not indented and not _would_have_fitted(last, line)

    def _close(self, group: _Group | None) -> None:
        if group is None or not clean(group.text):
            return
        text, kind, level = clean(group.text), group.kind, group.level
        if kind == "list_item":
            level = 1 + min(int(max(group.lines[0].left - group.lines[0].begin, 0) / (self._height * 2.2)), 5)
            text = _BULLET.sub("", text, count=1) or text
        if kind == "heading" and (len(text) > _LONGEST_HEADING or not any(c.isalnum() for c in text)):
            kind, level = "paragraph", 0
        if kind != "list_item" and _CAPTION.match(text) and len(text) < 200:
            kind, level = "caption", 0
        self._put(RawBlock(kind, text, level))

    def _put(self, block: RawBlock) -> None:
        self.tally.block(block.text)
        self._blocks.append(block)


def _is_cut(last: PageLine, line: PageLine) -> bool:
    """Whether a heading goes on in the next line, wherever whoever set it chose to break it."""
    close = 0 < last.bottom - line.bottom <= _CLOSE * line.height and line.page == last.page
    aligned = abs(line.left - last.left) < line.height
    centred = abs(line.left + line.right - last.left - last.right) < line.height
    return close and (aligned or centred) and (line.text[:1].islower() or not last.text.endswith((*_ENDS, ")")))


def _is_wrapped_number(text: str, last: PageLine) -> bool:
    """Whether a line begins with a dash or a number only because the line above broke there."""
    return text[:1] in "–—-" and not last.text.endswith(_ENDS) and text[2:3].islower()


def _would_have_fitted(last: PageLine, line: PageLine) -> bool:
    """Whether the first word of a line had room at the end of the one above: then the break was meant."""
    if last.text.endswith("-"):
        return False
    word = line.text.split(" ", 1)[0]
    per_character = max(line.right - line.left, 1.0) / max(len(line.text), 1)
    room = last.edge - last.right
    slack = last.height * (1.2 if last.text.endswith(_ENDS) else 2.5)
    return room > per_character * (len(word) + 1) + slack


def _usual_height(lines: list[PageLine]) -> float:
    """The height in which most characters are set."""
    counted: Counter[float] = Counter()
    for line in lines:
        counted[round(line.height * 2) / 2] += len(line.text)
    return counted.most_common(1)[0][0] if counted else 10.0


def _usual_pitch(lines: list[PageLine], height: float) -> float:
    """The distance of lines of a paragraph, in heights."""
    ratios = [
        (above.bottom - below.bottom) / below.height
        for above, below in pairwise(lines)
        if above.column == below.column and abs(above.height - height) < 0.6 and abs(below.height - height) < 0.6
        and 0.7 < (above.bottom - below.bottom) / below.height < 2.4
    ]
    if not ratios:
        return 1.25
    low = sorted(ratios)[: max(len(ratios) * 2 // 3, 1)]
    return statistics.median(low)


def _heading_heights(lines: list[PageLine], height: float) -> list[float]:
    """The heights of headings from the largest, those of about one height as one."""
    heights: list[float] = []
    for one in sorted({line.height for line in lines if line.height >= height * _LARGER}, reverse=True):
        if not heights or heights[-1] - one > heights[-1] * 0.06:
            heights.append(one)
    return heights
