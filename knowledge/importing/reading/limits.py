"""How much one file may cost. Whatever is beyond is refused, with its name: nothing is cut off in silence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds of one file.

    Attributes:
        file_bytes: Size of the file.
        unpacked_bytes: Size of what a DOCX file unpacks to.
        characters: Length of its text.
        blocks: Headings, paragraphs, list items and table rows, navigation included.
        cells: Table cells, spans written out.
        elements: Of an HTML page.
        depth: How deep elements may nest.
        pages: Of a PDF.
        seconds: Until it is given up.
        memory_bytes: Address space of the process that reads it, libraries included.
    """

    file_bytes: int = 30 * 1024 * 1024
    unpacked_bytes: int = 60 * 1024 * 1024
    characters: int = 3_000_000
    blocks: int = 30_000
    cells: int = 60_000
    elements: int = 60_000
    depth: int = 400
    pages: int = 400
    seconds: float = 30.0
    memory_bytes: int = 1536 * 1024 * 1024
