"""Characters of a PDF page to segments: runs of characters on one base line without a wide gap."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from knowledge.importing.reading.characters import clean
from knowledge.importing.reading.reading import Tally

_GAP = 1.0  # times the height of a line: a wider gap is none between words
_SPACE = 0.2  # times the height: a gap from which on there is a space, even if none is written
_NAME = 200  # bytes


@dataclass(frozen=True)
class Word:
    """A word of a segment and where it stands."""

    text: str
    left: float
    right: float


@dataclass(frozen=True)
class Segment:
    """A run of characters. Coordinates in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    bold: bool
    words: tuple[Word, ...]

    @property
    def height(self) -> float:
        """Of its line, ascent to descent."""
        return self.top - self.bottom


@dataclass
class _Run:
    text: list[str]
    left: float
    right: float
    bottom: float
    top: float
    first: int
    last: int
    spaced: bool  # whether there is white space before it
    words: list[list] = field(default_factory=list)  # of [characters, left, right]
    boxes: dict[tuple[float, float], int] = field(default_factory=dict)  # how many characters of which height


def segments_of(page: pdfium.PdfPage, tally: Tally) -> tuple[list[Segment], list[str]]:
    """The page's segments in the order of its content, and texts that run up or down its margin."""
    textpage = page.get_textpage()
    found: list[Segment] = []
    aslant: list[str] = []
    try:
        for run in _runs(textpage, tally):
            text = clean("".join(run.text))
            if not text:
                continue
            if _is_aslant(textpage, run.first):
                # Words that run up the page come letter by letter.
                aslant.append(f" {text}" if run.spaced else text)
                continue
            bold = _is_bold(textpage, run.first) and _is_bold(textpage, run.last)
            words = tuple(Word("".join(w[0]), w[1], w[2]) for w in run.words)
            found.append(Segment(text, run.left, run.right, run.bottom, run.top, bold, words))
    finally:
        textpage.close()
    beside = clean("".join(aslant))
    return _without_doubles(found), [beside] if beside else []


def _runs(textpage: pdfium.PdfTextPage, tally: Tally) -> Iterator[_Run]:
    count = textpage.count_chars()
    tally.characters(max(count, 0))
    box = raw.FS_RECTF()
    run: _Run | None = None
    space = False
    for index in range(count):
        character = chr(raw.FPDFText_GetUnicode(textpage, index) & 0x1FFFFF or 0x20)
        if character.isspace():
            space = True
            continue
        if character in "\x02\ufffe":
            character = "-"  # what pdfium writes for a hyphen at the end of a line
        if not raw.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(box)):
            continue
        left, right, bottom, top = box.left, box.right, box.bottom, box.top
        height = max(top - bottom, 1.0)
        if run is None or _breaks(run, left, bottom, top, height):
            if run is not None:
                yield run
            run = _Run([character], left, right, bottom, top, index, index, space, [[[character], left, right]])
        else:
            _append(run, character, (left, right, bottom, top), space or left - run.right > height * _SPACE)
            run.last = index
        space = False
    if run is not None:
        yield run


def _append(run: _Run, character: str, box: tuple[float, float, float, float], space: bool) -> None:
    left, right, bottom, top = box
    if space:
        run.text.append(" ")
        run.words.append([[], left, right])
    run.text.append(character)
    run.words[-1][0].append(character)
    run.right = run.words[-1][2] = max(run.right, right)
    key = (round(bottom, 1), round(top, 1))
    run.boxes[key] = run.boxes.get(key, 0) + 1
    # A bullet or a raised digit in another size does not make the line taller.
    if run.boxes[key] >= run.boxes.get((round(run.bottom, 1), round(run.top, 1)), 0):
        run.bottom, run.top = bottom, top


def _breaks(run: _Run, left: float, bottom: float, top: float, height: float) -> bool:
    tall = max(height, run.top - run.bottom)
    overlap = min(top, run.top) - max(bottom, run.bottom)
    if overlap < min(height, run.top - run.bottom) * 0.5:
        return True
    return left - run.right > tall * _GAP or left < run.left - tall * 0.5 or left < run.right - tall * 3


def _is_aslant(textpage: pdfium.PdfTextPage, index: int) -> bool:
    angle = raw.FPDFText_GetCharAngle(textpage, index)
    return angle > 0.2 and abs(angle - 2 * math.pi) > 0.2


def _is_bold(textpage: pdfium.PdfTextPage, index: int) -> bool:
    if raw.FPDFText_GetFontWeight(textpage, index) >= 600:
        return True
    name = ctypes.create_string_buffer(_NAME)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(textpage, index, name, _NAME, ctypes.byref(flags))
    lower = name.value.lower()
    return any(word in lower for word in (b"bold", b"black", b"heavy", b"-demi", b"semibd"))


def _without_doubles(segments: list[Segment]) -> list[Segment]:
    """Without shadows: the same words drawn twice at one place."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for segment in segments:
        key = (segment.text, round(segment.left / 3), round(segment.bottom / 3))
        if key not in seen:
            seen.add(key)
            kept.append(segment)
    return kept
