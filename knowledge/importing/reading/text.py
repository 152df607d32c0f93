"""Plain text: pasted from a browser, or written by hand."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.importing.reading.characters import seen
from knowledge.importing.reading.dates import date_in
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.mail import without_mail_head
from knowledge.importing.reading.page_parts import without_page_parts
from knowledge.importing.reading.reading import About, RawBlock, Reading, Tally
from knowledge.importing.reading.rows import guess_header
from knowledge.importing.reading.text_headings import heading_level, is_issue, title_above_byline, title_below_label
from knowledge.importing.reading.text_lines import Paragraph, paragraphs

_ADDRESS = re.compile(r"(?:(?:source|url|from|link|retrieved from|original)\s*:?\s*)?<?(https?://\S{4,500}?)>?", re.I)
_QUOTED = re.compile(r"[^\"“”]{2,40}: [\"“](.+)[\"”]")
_BULLET = re.compile(r"^(?:[•●▪■◦‣∙·–—*+-]|o)\s+")


def read_text(text: str, limits: Limits) -> Reading:
    """A plain text in blocks; menus and page ends in `dropped`."""
    tally = Tally(limits)
    tally.characters(len(text))
    rest, mail, head = without_mail_head(seen(text))
    blocks, address = _blocks(paragraphs(rest), tally)
    kept, dropped = without_page_parts(blocks)
    first = [(b.text, b.kind == "heading") for b in kept[:12]]
    above = title_above_byline(first)
    if above is None and not _is_of_issue(kept):
        above = title_below_label(first)
    if above is not None:
        kept[above] = replace(kept[above], kind="heading", level=1)
    title = kept[above].text if above is not None else _title(kept) or mail.get("title")
    published = mail.get("published") or date_in([b.text for b in kept[:12]])
    return Reading("text", kept, About(title, mail.get("publisher"), address, published), [*head, *dropped])


def _title(blocks: list[RawBlock]) -> str | None:
    """The first heading below the name of a periodical, or a short first line."""
    named = _is_of_issue(blocks)
    heading = next((b.text for b in blocks[2:12] if b.kind == "heading" and named), None)
    if heading is not None:
        quoted = _QUOTED.fullmatch(heading)
        return quoted.group(1) if quoted else heading
    heading = next((b.text for b in blocks if b.kind == "heading"), None)
    if heading is None and blocks and len(blocks[0].text) <= 150:
        return blocks[0].text
    return heading


def _is_of_issue(blocks: list[RawBlock]) -> bool:
    """Whether a text begins with the name of a periodical and the number of its issue."""
    return [block.kind for block in blocks[:2]] == ["heading", "paragraph"] and is_issue(blocks[1].text)


def _blocks(parts: list[Paragraph], tally: Tally) -> tuple[list[RawBlock], str | None]:
    blocks: list[RawBlock] = []
    address: str | None = None
    tables = 0
    titled = False
    for index, part in enumerate(parts):
        if part.cells:
            tables += 1
            new = _table(part, tables, tally)
        else:
            found = _ADDRESS.fullmatch(part.text)
            address = address or (found.group(1) if found and index < 6 else None)
            new = [_block(parts, index, titled)]
            titled = titled or new[0].kind == "heading"
        for block in new:
            tally.block(block.text)
        blocks += new
    return blocks, address


def _block(parts: list[Paragraph], index: int, titled: bool) -> RawBlock:
    part = parts[index]
    level = heading_level(parts, index, titled)
    if level:
        return RawBlock("heading", part.text, level)
    if part.bullet:
        # The number of a list item is part of what it says; a bullet is not.
        return RawBlock("list_item", _BULLET.sub("", part.text, count=1) or part.text, part.depth)
    return RawBlock("paragraph", part.text)


def _table(part: Paragraph, number: int, tally: Tally) -> list[RawBlock]:
    rows = [tuple(cells) for cells in part.cells]
    tally.cells(sum(len(row) for row in rows))
    header = guess_header(rows)
    return [
        RawBlock("table_row", " | ".join(row), cells=row, header=header if header and i else (), table=number)
        for i, row in enumerate(rows)
    ]
