"""An HTML tree to its blocks in reading order, each with the element it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from knowledge.importing.reading.characters import clean
from knowledge.importing.reading.html_tables import is_for_layout, rows_of
from knowledge.importing.reading.html_tree import names_of
from knowledge.importing.reading.lines import belong_together
from knowledge.importing.reading.reading import RawBlock, Tally

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small "
    "span strike strong sub sup time tt u var wbr nobr img input picture".split()
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BOLD = frozenset("b strong".split())
_AMOUNT = re.compile(r"[$€£¥₹]|\d[\d,.]*\s?%|\b(?:USD|EUR|GBP|CHF|CAD|AUD|JPY|AED|INR)\b")
_FOOTNOTE = re.compile(r"\[?(?:\d{1,3}|[a-z]|[*†‡§¶]+)\]?")
_TITLES = frozenset("title heading headline".split())
LONGEST_HEADING = 110


@dataclass
class Found:
    """A block and where it comes from.

    Attributes:
        block: The block.
        element: The element that holds it.
        linked: How many of its characters are links.
        anchors: Whether all its links lead to places of the same page.
    """

    block: RawBlock
    element: etree._Element
    linked: int = 0
    anchors: bool = False


@dataclass
class _Piece:
    text: str
    link: str | None
    bold: bool


@dataclass(frozen=True)
class _Within:
    """What the walk is in: kind and level of its text, its link, whether it is bold, inside a list."""

    kind: str = "paragraph"
    level: int = 0
    link: str | None = None
    bold: bool = False
    depth: int = 0


@dataclass
class Flow:
    """Walks a tree; `found` grows. `marks` are footnote marks that were left out."""

    tally: Tally
    found: list[Found] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    _pieces: list[_Piece] = field(default_factory=list)
    _tables: int = 0
    _last_heading: int = 1

    def walk(self, body: etree._Element) -> list[Found]:
        """The blocks of the tree."""
        self._children(body, _Within())
        self._flush(body, _Within())
        return self.found

    def _children(self, element: etree._Element, within: _Within) -> None:
        self._say(element.text, within)
        for child in element:
            self._element(child, element, within)
            self._say(child.tail, within)

    def _say(self, text: str | None, within: _Within) -> None:
        if text:
            self._pieces.append(_Piece(text, within.link, within.bold))

    def _element(self, child: etree._Element, parent: etree._Element, within: _Within) -> None:
        tag = child.tag
        if tag == "br":
            self._pieces.append(_Piece("\n", None, True))
        elif tag in _INLINE and not self._holds_blocks(child):
            self._inline(child, within)
        else:
            self._flush(parent, within)
            self._block(child, within)

    def _holds_blocks(self, element: etree._Element) -> bool:
        return any(e.tag not in _INLINE and e.tag != "br" for e in element.iterdescendants(etree.Element))

    def _inline(self, child: etree._Element, within: _Within) -> None:
        if child.tag == "sup" and self._is_mark(child):
            self.marks.append(clean("".join(child.itertext())))
            return
        link = child.get("href") if child.tag == "a" else within.link
        bold = within.bold or child.tag in _BOLD
        if self._pieces and _run_together(self._pieces[-1].text, "".join(child.itertext()), child):
            self._pieces.append(_Piece(" ", None, True))
        self._children(child, _Within(within.kind, within.level, link, bold, within.depth))

    def _is_mark(self, element: etree._Element) -> bool:
        """Whether it is the mark of a footnote: "$250,000¹" must not become "$250,0001"."""
        text = clean("".join(element.itertext()))
        if not _FOOTNOTE.fullmatch(text):
            return False
        before = self._pieces[-1].text.rstrip()[-1:] if self._pieces else ""
        return element.find(".//a") is not None or not before.isalpha() or text in "*†‡§¶"

    def _block(self, child: etree._Element, within: _Within) -> None:
        tag = child.tag
        if tag == "table" and not is_for_layout(child):
            self._table(child)
            return
        inner = _inside(child, within, self._last_heading)
        self._children(child, inner)
        self._flush(child, inner)

    def _table(self, table: etree._Element) -> None:
        self._tables += 1
        for block, linked in rows_of(table, self._tables, self.tally):
            self.tally.block(block.text)
            self.found.append(Found(block, table, linked))

    def _flush(self, element: etree._Element, within: _Within) -> None:
        pieces, self._pieces = self._pieces, []
        for line in _lines(pieces):
            text = clean("".join(piece.text for piece in line))
            if not text:
                continue
            kind, level = within.kind, within.level
            if kind == "heading":
                self._last_heading = level
            elif kind == "paragraph" and _reads_as_heading(text, line, within):
                kind, level = "heading", min(self._last_heading + 1, 6)
            links = [piece for piece in line if piece.link and clean(piece.text)]
            linked = sum(len(clean(piece.text)) for piece in links)
            self.tally.block(text)
            anchors = bool(links) and all(piece.link.startswith("#") for piece in links)
            self.found.append(Found(RawBlock(kind, text, level), element, linked, anchors))


def _inside(child: etree._Element, within: _Within, last_heading: int) -> _Within:
    """What the text inside a block element is."""
    tag = child.tag
    if tag in _HEADINGS:
        return _Within("heading", _HEADINGS[tag])
    if child.get("role") == "heading":
        said = child.get("aria-level", "")
        return _Within("heading", int(said) if said in "123456" and said else 2)
    if tag in ("ul", "ol", "dl", "menu"):
        return _Within("paragraph", 0, within.link, within.bold, within.depth + 1)
    if tag in ("li", "dt", "dd"):
        level = max(within.depth, 1) + (1 if tag == "dd" else 0)
        return _Within("list_item", level, within.link, within.bold, level)
    if tag in ("figcaption", "caption"):
        return _Within("caption")
    if within.kind == "list_item":
        return within
    if tag != "p" and _names_a_title(child) and not within.depth:
        return _Within("heading", min(last_heading + 1, 6))
    return _Within(within.kind if within.kind != "heading" else "paragraph", 0, within.link, within.bold, within.depth)


def _names_a_title(element: etree._Element) -> bool:
    """Whether a class says that this is a title, and it can be one: short, without parts."""
    if not any(_TITLES & set(re.split(r"[-_]+", name)[-1:]) for name in names_of(element)):
        return False
    text = clean("".join(element.itertext()))
    parts = any(e.tag not in _INLINE for e in element.iterdescendants(etree.Element))
    return not parts and 0 < len(text) <= LONGEST_HEADING and not _AMOUNT.search(text) and text[-1] not in ".:;,"


def _reads_as_heading(text: str, line: list[_Piece], within: _Within) -> bool:
    """Whether a paragraph all in bold stands for a heading; a bold amount or label does not."""
    if within.depth or len(text) > LONGEST_HEADING or text[-1] in ".,:;!" or _AMOUNT.search(text):
        return False
    if not re.match(r"(?:\d{1,2}[.)]\s+)?[^\W\d_]", text) or text[:1].islower():
        return False
    return all(piece.bold for piece in line if clean(piece.text))


def _lines(pieces: list[_Piece]) -> list[list[_Piece]]:
    """The pieces between line breaks; a break inside a sentence is none."""
    lines: list[list[_Piece]] = [[]]
    for piece in pieces:
        if piece.text == "\n" and piece.bold and piece.link is None:
            lines.append([])
        else:
            lines[-1].append(piece)
    joined: list[list[_Piece]] = []
    for line in lines:
        text = clean("".join(piece.text for piece in line))
        before = clean("".join(piece.text for piece in joined[-1])) if joined else ""
        if text and before and belong_together(before, text):
            joined[-1] += [_Piece(" ", None, True), *line]
        elif text:
            joined.append(line)
    return joined


def _run_together(before: str, text: str, child: etree._Element) -> bool:
    """Whether two elements side by side would run into one word that nobody wrote.

    `<span>$100,000</span><span>per year</span>` are two words on the page (styles set them apart);
    `<span>psych</span><span>iatrist</span>` is one.
    """
    previous = child.getprevious()
    if previous is None or (previous.tail or "") or previous.tag not in _INLINE or not before or not text:
        return False
    last, first = before[-1], text[0]
    if last.isspace() or first.isspace():
        return False
    word = re.match(r"[^\W\d_]+", text)
    if last.isdigit() or last in "%+":
        return bool(word) and len(word.group()) > 2
    return (last.islower() and (first.isupper() or first in "$€£¥₹" or first.isdigit())) or (
        last in ".:;!?)" and (first.isalnum() or first in "$€£¥₹") and not last == first == "."
        and not (last == "." and first.isdigit())
    )
