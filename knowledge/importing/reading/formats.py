"""One file's bytes to what was read of it, by its format."""

from __future__ import annotations

from knowledge.importing.reading.detection import binary_format, text_format
from knowledge.importing.reading.encodings import decoded
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.reading import Reading, Unreadable

_BINARY = {".pdf": "PDF", ".docx": "Word"}
# Readers are imported when they are needed: a text file shall not wait for a PDF library.


def read_bytes(data: bytes, suffix: str, limits: Limits) -> Reading:
    """Read a file of any format.

    Args:
        data: The file.
        suffix: Of its name, in lower case; it only tells Markdown and pieces of HTML from plain text.
        limits: What it may cost.

    Raises:
        Unreadable: Nothing can be read.
    """
    reading = _read(data, suffix, limits)
    if not reading.blocks and not reading.dropped:
        raise Unreadable("holds no text", "save the page or document again")
    if not reading.blocks:
        reading.warnings.append("All of its text was taken for navigation and left out.")
    return reading


def _read(data: bytes, suffix: str, limits: Limits) -> Reading:
    kind = binary_format(data)
    if kind is not None:
        return _read_binary(kind, data, limits)
    text, warnings = decoded(data, declares=True)
    kind = text_format(text, suffix)
    if kind == "text" and suffix in _BINARY:
        raise Unreadable(f"is no {_BINARY[suffix]} file, or a damaged one", "save it again, or paste its text")
    reading = _read_text(kind, text, limits)
    reading.warnings[:0] = warnings
    return reading


def _read_binary(kind: str, data: bytes, limits: Limits) -> Reading:
    if kind == "pdf":
        from knowledge.importing.reading.pdf import read_pdf

        return read_pdf(data, limits)
    if kind == "docx":
        from knowledge.importing.reading.docx import read_docx

        return read_docx(data, limits)
    from knowledge.importing.reading.saved_pages import read_mhtml, read_webarchive

    return (read_mhtml if kind == "mhtml" else read_webarchive)(data, limits)


def _read_text(kind: str, text: str, limits: Limits) -> Reading:
    if kind == "html":
        from knowledge.importing.reading.html import read_html

        return read_html(text, limits)
    if kind == "markdown":
        from knowledge.importing.reading.markdown import read_markdown

        return read_markdown(text, limits)
    from knowledge.importing.reading.text import read_text

    return read_text(text, limits)
