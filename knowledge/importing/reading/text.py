"""Plain text: pasted from a browser, or written by hand."""

from __future__ import annotations

import re
from itertools import pairwise

from knowledge.importing.reading.characters import seen
from knowledge.importing.reading.dates import date_in
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.page_parts import without_page_parts
from knowledge.importing.reading.reading import About, RawBlock, Reading, Tally
from knowledge.importing.reading.rows import guess_header
from knowledge.importing.reading.text_lines import Paragraph, paragraphs

_ADDRESS = re.compile(r"(?:(?:source|url|from|link|retrieved from|original)\s*:?\s*)?<?(https?://\S{4,500}?)>?", re.I)
_UNDERLINE = re.compile(r"=+|-{3,}")
_RULE = re.compile(r"[-=_*~#\s]{3,}")
_CURRENCY = re.compile(r"[$€£¥₹%]|\b\d{2,3},\d{3}\b")
_ENDS = tuple(".,;:!?…")
_LONGEST_HEADING = 80
_BULLET = re.compile(r"(?:[•●▪■◦‣∙·–—*+-]|o)\s+")


def read_text(text: str, limits: Limits) -> Reading:
    """A plain text in blocks; menus and page ends in `dropped`."""
    tally = Tally(limits)
    tally.characters(len(text))
    blocks, address = _blocks(paragraphs(seen(text)), tally)
    kept, dropped = without_page_parts(blocks)
    about = About(title=_title(kept), url=address, published=date_in([b.text for b in kept[:12]]))
    return Reading("text", kept, about, dropped)


def _title(blocks: list[RawBlock]) -> str | None:
    """The heading above the byline; else the first heading, or a short first line.

    The name of a newsletter often stands above the title of its article.
    """
    for block, after in pairwise(blocks[:11]):
        if block.kind == "heading" and re.match(r"(?i)by\s+[A-Z]", after.text) and len(after.text) < 160:
            return block.text
    heading = next((b.text for b in blocks if b.kind == "heading"), None)
    if heading is None and blocks and len(blocks[0].text) <= 150:
        return blocks[0].text
    return heading


def _blocks(parts: list[Paragraph], tally: Tally) -> tuple[list[RawBlock], str | None]:
    blocks: list[RawBlock] = []
    address: str | None = None
    tables = 0
    for index, part in enumerate(parts):
        if part.cells:
            tables += 1
            new = _table(part, tables, tally)
        else:
            found = _ADDRESS.fullmatch(part.text)
            address = address or (found.group(1) if found and index < 6 else None)
            new = [_block(part, parts, index, blocks)]
        for block in new:
            tally.block(block.text)
        blocks += new
    return blocks, address


def _block(part: Paragraph, parts: list[Paragraph], index: int, before: list[RawBlock]) -> RawBlock:
    if part.level:
        return RawBlock("heading", part.text, part.level)
    after = parts[index + 1] if index + 1 < len(parts) else None
    numbered = bool(re.match(r"\d{1,2}[.)]\s", part.text))
    marked = part.bullet and not (numbered and part.alone and after is not None and not after.bullet)
    if not marked and _can_head(part) and after is not None and _is_headed(part, after):
        return RawBlock("heading", part.text, 2 if any(b.kind == "heading" for b in before) else 1)
    if part.bullet:
        text = part.text if numbered else _BULLET.sub("", part.text, count=1)
        return RawBlock("list_item", text or part.text, part.depth)
    return RawBlock("paragraph", part.text)


def _can_head(part: Paragraph) -> bool:
    text = part.text
    if part.lines != 1 or len(text) > _LONGEST_HEADING or len(text.split()) > 12:
        return False
    if text.endswith(_ENDS) or _CURRENCY.search(text) or "http" in text or "|" in text:
        return False
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 3 and (text[0].isupper() or text[0].isdigit())


def _is_headed(part: Paragraph, after: Paragraph) -> bool:
    """Whether what follows is a text rather than one more line of the same kind."""
    if after.cells:
        return True
    if part.text.isupper() and len(part.text) > 3:
        return True
    if after.bullet:
        return part.alone
    whole_sentences = len(after.text) >= 60 or after.text.endswith((".", "!", "?"))
    figures = bool(_CURRENCY.search(after.text))
    return (part.alone and (whole_sentences or figures)) or (not part.alone and len(after.text) >= 90)


def _table(part: Paragraph, number: int, tally: Tally) -> list[RawBlock]:
    rows = [tuple(cells) for cells in part.cells]
    tally.cells(sum(len(row) for row in rows))
    header = guess_header(rows)
    return [
        RawBlock("table_row", " | ".join(row), cells=row, header=header if header and i else (), table=number)
        for i, row in enumerate(rows)
    ]
