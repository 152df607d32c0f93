"""A source text as it was read: its main text in blocks, each at a known place of one plain text.

Every quote that extraction makes is a slice of `SourceDocument.text`, so that a person can find it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list_item", "table_row", "caption"]


@dataclass(frozen=True)
class SourceBlock:
    """One heading, paragraph, list item or table row.

    Attributes:
        kind: What it is.
        text: Its words, white space made single; the cells of a table row are joined with " | ".
        start: Where `text` begins in the document's text, in characters.
        level: Of a heading 1 to 6; of a list item its depth from 1; else 0.
        cells: The cells of a table row, in their order.
        header: The header cells of that row's table, where it has a header; the header row itself
            is a table_row with empty `header`.
        table: Which table of the document a row belongs to, from 1; else 0.
    """

    kind: BlockKind
    text: str
    start: int
    level: int = 0
    cells: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    table: int = 0

    @property
    def end(self) -> int:
        """Where the text ends in the document's text."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class SourceDocument:
    """What was read of one file.

    Attributes:
        name: The file's name, without its folder.
        sha256: Of the file's bytes, in hexadecimal.
        format: Which reader read it.
        title: The page's title, if any.
        publisher: Who published it, if it says so.
        url: Its address (canonical link), if it says so.
        published: ISO date, if it says so.
        text: The blocks' texts, one a line: `text[block.start:block.end] == block.text`.
        blocks: The main text, in reading order.
        dropped: Texts that were left out as navigation or boilerplate, in their order.
        warnings: What the maintainer should know, such as characters that could not be read.
    """

    name: str
    sha256: str
    format: Literal["html", "pdf", "docx", "markdown", "text"]
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    text: str
    blocks: tuple[SourceBlock, ...]
    dropped: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
