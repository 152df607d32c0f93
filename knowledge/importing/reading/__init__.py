"""Reads a web page, PDF, Word, Markdown or text file into a `SourceDocument`.

The file is opened here and read in a process of its own (`isolation`, `worker`), whose readers hand
back blocks; their places in the text are set here.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from knowledge.errors import UnreadableSource
from knowledge.importing.document import SourceDocument
from knowledge.importing.publisher import publisher_of
from knowledge.importing.reading.characters import clean
from knowledge.importing.reading.files import content_of, source_files
from knowledge.importing.reading.isolation import Worker
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.reading import Reading, Unreadable, assembled

__all__ = ["Limits", "UnreadableSource", "read_document", "source_files"]

_WORKER = Worker()
_LONGEST_TITLE = 300
_USUAL = Limits()


def read_document(path: Path, limits: Limits = _USUAL) -> SourceDocument:
    """Read one file; its format is told by what it holds.

    Args:
        path: The file. A link is refused.
        limits: What it may cost.

    Raises:
        UnreadableSource: It cannot be read; says why and what to do.
    """
    path = Path(path)
    data = content_of(path, limits)
    try:
        reading = _WORKER.read(data, path.suffix.lower(), limits)
    except Unreadable as error:
        raise UnreadableSource(path.name, error.reason, error.instead) from error
    return _document(path.name, data, reading)


def _document(name: str, data: bytes, reading: Reading) -> SourceDocument:
    text, blocks = assembled(reading.blocks)
    about = reading.about
    document = SourceDocument(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format=reading.format,
        title=clean(about.title or "")[:_LONGEST_TITLE] or None,
        publisher=clean(about.publisher or "")[:_LONGEST_TITLE] or None,
        url=about.url,
        published=about.published,
        text=text,
        blocks=blocks,
        dropped=tuple(reading.dropped),
        warnings=tuple(reading.warnings),
    )
    return replace(document, publisher=publisher_of(document))
