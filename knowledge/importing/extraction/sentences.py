"""The sentences of a document, each at its place; list items, rows and headings are cut the same way."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from knowledge.importing.document import SourceBlock, SourceDocument
from knowledge.importing.extracted import Quote
from knowledge.importing.extraction.speakers import speech_starts

_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+")
_ABBREVIATIONS = frozenset(
    "dr mr mrs ms prof st no vs approx ca e.g i.e eg ie inc ltd co corp jr sr fig vol p.a u.s u.k u.s.a a.m p.m dept est "
    "min max avg etc jan feb mar apr jun jul aug sep sept oct nov dec ph.d m.d gen gov rs fr univ assn".split()
)
_PICTURES = ("So", "Mn", "Cf")  # emoji, ticks and stars, with what joins and colours them
_LONGEST = 1200  # characters
_WORD_BEFORE = re.compile(r"[\w.&'’-]+$")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a block: `document.text[start:end] == text`.

    Attributes:
        text: Its words.
        start: Where it begins in the document.
        block: Index of its block.
        index: Its own index in the document.
        first: Whether it begins its block.
    """

    text: str
    start: int
    block: int
    index: int
    first: bool

    @property
    def end(self) -> int:
        """Where it ends in the document."""
        return self.start + len(self.text)

    @property
    def quote(self) -> Quote:
        """The whole sentence as a quote."""
        return Quote(self.text, self.start, self.end)


def sentences_of(document: SourceDocument) -> tuple[Sentence, ...]:
    """All sentences in reading order, without the names of those who speak; a heading or a table row is one."""
    found: list[Sentence] = []
    starts = speech_starts(document.blocks)
    for number, block in enumerate(document.blocks):
        for position, (start, end) in enumerate(_spans(block, starts[number])):
            text = block.text[start:end]
            found.append(Sentence(text, block.start + start, number, len(found), position == 0))
    return tuple(found)


def sentence_spans(text: str, begin: int = 0) -> list[tuple[int, int]]:
    """Where the sentences of running text stand in it, from `begin` on."""
    return [span for span in (_trimmed(text, *cut) for cut in _cut(text, begin)) if span[0] < span[1]]


def _spans(block: SourceBlock, begin: int) -> list[tuple[int, int]]:
    if block.kind in ("heading", "table_row"):
        return [_trimmed(block.text, begin, len(block.text))] if block.text.strip() else []
    return sentence_spans(block.text, begin)


def _cut(text: str, start: int) -> list[tuple[int, int]]:
    spans = []
    for match in _END.finditer(text, start):
        if _ends(text, match, start):
            spans.append((start, match.end()))
            start = match.end()
    spans.append((start, len(text)))
    return [part for span in spans for part in _parts(text, *span)]


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence, cut at blanks where it is longer than any sentence: the work on each one stays small."""
    parts = []
    while end - start > _LONGEST:
        cut = text.rfind(" ", start, start + _LONGEST)
        cut = start + _LONGEST if cut <= start else cut
        parts.append((start, cut))
        start = cut
    return [*parts, (start, end)]


def _ends(text: str, match: re.Match, start: int) -> bool:
    following = text[match.end() : match.end() + 1]
    if not following:
        return True
    mark = match.group().strip()
    word = _WORD_BEFORE.search(text, max(start, match.start() - 30), match.start())
    before = word.group().lower().strip("'’") if word else ""
    if mark.startswith(".") and not mark.startswith(".."):
        if len(before) == 1 and before.isalpha() and before != "i":  # initials
            return False
        if before in _ABBREVIATIONS:
            # "in the U.S. The next": an abbreviation may end a sentence too.
            return (
                before in ("u.s", "u.k", "u.s.a", "inc", "etc", "a.m", "p.m", "ph.d", "m.d", "p.a")
                and bool(re.match(r"(?:[A-Z][a-z]+)\s", text[match.end() : match.end() + 20]))
                and not re.match(
                    r"(?:Department|Government|Senate|Census|Bureau|News)", text[match.end() : match.end() + 12]
                )
            )
    if mark.startswith("…") or mark.startswith(".."):
        return following.isupper()
    if following.islower():
        # Written without capitals, as in a forum; "z.B. etwas" or "vs. others" are caught above.
        return "." not in before and (len(before) > 2 or mark[0] in "!?") and not mark.endswith(("”", '"', "’"))
    return True


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the white space around it and the pictures that stand before it as bullets do."""
    while start < end and (text[start].isspace() or unicodedata.category(text[start]) in _PICTURES):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
