"""What a file is, by what it holds: names lie."""

from __future__ import annotations

import io
import re
import zipfile

from knowledge.importing.reading.reading import Unreadable

_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "is an old Office file or a locked one", "save it as DOCX without a password"),
    (b"{\\rtf", "is an RTF file", "open it in a word processor and save it as DOCX"),
    (b"\x1f\x8b", "is a packed file", "unpack it and import what is in it"),
    (b"7z\xbc\xaf", "is a packed file", "unpack it and import what is in it"),
    (b"Rar!", "is a packed file", "unpack it and import what is in it"),
    (b"\x89PNG", "is a picture", "run text recognition (OCR) on it, or type its text"),
    (b"\xff\xd8\xff", "is a picture", "run text recognition (OCR) on it, or type its text"),
    (b"GIF8", "is a picture", "run text recognition (OCR) on it, or type its text"),
    (b"II*\x00", "is a picture", "run text recognition (OCR) on it, or type its text"),
    (b"MM\x00*", "is a picture", "run text recognition (OCR) on it, or type its text"),
    (b"\x7fELF", "is a program", "import a web page, PDF, Word, Markdown or text file"),
    (b"MZ\x90", "is a program", "import a web page, PDF, Word, Markdown or text file"),
    (b"%!PS", "is a PostScript file", "convert it to PDF"),
    (b"SQLite format 3", "is a database", "import a web page, PDF, Word, Markdown or text file"),
)
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,5000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<(?:p|div|span|h[1-6]|ul|ol|li|table|tr|td|article|section|br|a\s[^>]*)\s*/?[^<>]{0,300}>", re.I)
_ANY_TAG = re.compile(r"<[a-z][a-z0-9]{0,20}[\s/>]|<!--", re.IGNORECASE)
_CLOSING = re.compile(r"</(?:p|div|h[1-6]|ul|ol|li|table|article|section|a)\s*>", re.I)
_MARKDOWN = (
    re.compile(r"(?m)^#{1,6} \S"),
    re.compile(r"(?m)^\|?\s*:?-{3,}:?\s*\|[\s:|-]*$"),
    re.compile(r"(?m)\*\*\S[^*\n]{0,200}\*\*"),
    re.compile(r"\[[^\]\n]{1,200}\]\(https?://[^)\s]{1,500}\)"),
)


def binary_format(data: bytes) -> str | None:
    """`pdf`, `docx`, `mhtml` or `webarchive`; None for what may be text.

    Raises:
        Unreadable: It is something that cannot be imported.
    """
    head = data[:1024]
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"PK"):
        return _of_archive(data)
    if head.startswith(b"bplist00"):
        return "webarchive"
    for mark, what, instead in _OTHERS:
        if head.startswith(mark):
            raise Unreadable(what, instead)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        raise Unreadable("is a picture", "run text recognition (OCR) on it, or type its text")
    if re.match(rb"(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,20}", head) and re.search(
        rb"(?im)^content-type:\s*multipart/", data[:4096]
    ):
        return "mhtml"
    return None


def text_format(text: str, suffix: str) -> str:
    """`html`, `markdown` or `text`."""
    head = text[:20000]
    if _HTML_START.match(head):
        return "html"
    tags, closings = len(_TAG.findall(head)), len(_CLOSING.findall(head))
    if suffix in (".md", ".markdown"):
        return "markdown"
    if suffix in (".html", ".htm", ".xhtml") and _ANY_TAG.search(head):
        return "html"
    if tags >= 3 and closings >= 2 and (head.lstrip().startswith("<") or tags * 80 > len(head)):
        return "html"
    headings = len(_MARKDOWN[0].findall(head))
    signs = sum(1 for pattern in _MARKDOWN if pattern.search(head))
    return "markdown" if headings >= 2 or signs >= 2 else "text"


def _of_archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise Unreadable("is damaged", "save it again and import that") from error
    if any(re.fullmatch(r"word/document\d*\.xml", name) for name in names):
        return "docx"
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        raise Unreadable("is a spreadsheet or a slide show", "save it as PDF")
    if "mimetype" in names:
        raise Unreadable("is an OpenDocument file or a book", "save it as DOCX or PDF")
    raise Unreadable("is a packed file", "unpack it and import what is in it")
