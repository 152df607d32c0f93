"""What a reader of one format hands back: blocks without places, and why a file cannot be read.

Readers fill a `Blocks`; it keeps the limits. `assembled` gives each block its place in the one plain text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.importing.document import BlockKind, SourceBlock
from knowledge.importing.reading.limits import Limits


class Unreadable(Exception):
    """A reader gives up. It does not know the file's name: `read_document` adds it."""

    def __init__(self, reason: str, instead: str) -> None:
        super().__init__(reason, instead)
        self.reason = reason
        self.instead = instead


SAVE_LESS = "save the article alone and import that"


@dataclass(frozen=True)
class RawBlock:
    """A block as `SourceBlock` has it, before it has a place."""

    kind: BlockKind
    text: str
    level: int = 0
    cells: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    table: int = 0


@dataclass
class About:
    """What a file says of itself; each may be missing."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None


@dataclass
class Reading:
    """All that was read of one file."""

    format: str
    blocks: list[RawBlock]
    about: About = field(default_factory=About)
    dropped: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


class Tally:
    """Counts what was read so far, and stops the reading at a limit."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._blocks = 0
        self._cells = 0
        self._characters = 0

    def block(self, text: str) -> None:
        """Count one block."""
        self._blocks += 1
        self.characters(len(text))
        if self._blocks > self._limits.blocks:
            raise Unreadable(f"has more than {self._limits.blocks:,} paragraphs, list items and rows", SAVE_LESS)

    def cells(self, count: int) -> None:
        """Count cells of a table."""
        self._cells += count
        if self._cells > self._limits.cells:
            raise Unreadable(f"has tables of more than {self._limits.cells:,} cells", SAVE_LESS)

    def characters(self, count: int) -> None:
        """Count text."""
        self._characters += count
        if self._characters > self._limits.characters:
            raise Unreadable(f"holds more than {self._limits.characters:,} characters of text", SAVE_LESS)


def assembled(blocks: list[RawBlock]) -> tuple[str, tuple[SourceBlock, ...]]:
    """The plain text, one block a line, and the blocks with their places in it."""
    placed: list[SourceBlock] = []
    at = 0
    for block in blocks:
        placed.append(SourceBlock(block.kind, block.text, at, block.level, block.cells, block.header, block.table))
        at += len(block.text) + 1
    return "\n".join(block.text for block in blocks), tuple(placed)
