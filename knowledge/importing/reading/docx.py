"""Word files: checked for what they unpack to, converted by mammoth, then read as HTML."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from xml.etree.ElementTree import Element, ParseError, tostring

import mammoth
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from knowledge.importing.reading.characters import clean
from knowledge.importing.reading.dates import date_in
from knowledge.importing.reading.docx_sizes import with_large_headings
from knowledge.importing.reading.html import flowed
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.page_parts import without_page_parts
from knowledge.importing.reading.reading import SAVE_LESS, About, Reading, Unreadable

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='caption'] => figcaption:fresh
p[style-name='heading 7'] => h6:fresh
p[style-name='heading 8'] => h6:fresh
p[style-name='heading 9'] => h6:fresh
"""
_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RIGHT = "open it in Word or LibreOffice and save it again as DOCX"


def read_docx(data: bytes, limits: Limits) -> Reading:
    """A Word file in blocks; the texts of its page heads and feet in `dropped`.

    Raises:
        Unreadable: It is no sound Word file, or unpacks to more than the limits allow.
    """
    parts = _checked(data, limits)
    _count(parts, limits)
    markup = _converted(parts)
    reading = flowed(markup, limits)
    document, styles = (_xml(parts.get(f"word/{name}.xml", b"")) for name in ("document", "styles"))
    kept, dropped = without_page_parts(with_large_headings(reading.blocks, document, styles))
    headings = [b for b in kept[:6] if b.kind == "heading"] or [b for b in kept if b.kind == "heading"][:1]
    title = min(headings, key=lambda b: b.level).text if headings else _title(parts.get("docProps/core.xml"))
    about = About(title=title, published=date_in([b.text for b in kept[:12]]))
    return Reading("docx", kept, about, [*_margins(parts), *dropped, *reading.dropped], reading.warnings)


def _checked(data: bytes, limits: Limits) -> dict[str, bytes]:
    """The XML parts, each unpacked no further than the limits allow and free of entities."""
    parts: dict[str, bytes] = {}
    left = limits.unpacked_bytes
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > 5000:
                raise Unreadable("holds more parts than a text has", _RIGHT)
            for entry in entries:
                if not entry.filename.endswith((".xml", ".rels")) or entry.filename in parts:
                    continue
                if entry.flag_bits & 0x1:
                    raise Unreadable("is locked with a password", "save it without one and import that")
                with archive.open(entry) as part:
                    # What an archive says of its sizes need not be true: the reading itself is bounded.
                    content = part.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise Unreadable("unpacks to far more than a text needs", "save the text alone as a new DOCX file")
                parts[entry.filename] = _without_entities(content)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise Unreadable("is damaged", _RIGHT) from error
    return parts


def _count(parts: dict[str, bytes], limits: Limits) -> None:
    """Refuse more paragraphs than are read, before they are converted."""
    paragraphs = sum(len(re.findall(rb"<(?:\w+:)?p[ />]", part)) for name, part in parts.items() if "word/" in name)
    if paragraphs > limits.blocks + limits.cells:
        raise Unreadable(f"has {paragraphs:,} paragraphs", SAVE_LESS)


def _without_entities(content: bytes) -> bytes:
    # No part of a Word file has a document type; entities are only ever an attack.
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"<\x00!\x00D" in content or b"\x00<\x00!\x00D" in content:
        raise Unreadable("defines entities, which no Word file does", _RIGHT)
    return content


def _converted(parts: dict[str, bytes]) -> str:
    """HTML of the text; pictures are left out."""
    bare = io.BytesIO()
    with zipfile.ZipFile(bare, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, _names_of_styles(content) if name == "word/styles.xml" else content)
    bare.seek(0)
    try:
        nothing = mammoth.images.img_element(lambda image: {})
        return mammoth.convert_to_html(
            bare, style_map=_STYLES, convert_image=nothing, external_file_access=False
        ).value
    except (RecursionError, MemoryError):
        raise
    except Exception as error:
        # mammoth has no error of its own: a damaged part shows as whatever it stumbled over.
        raise Unreadable("is no sound Word file", _RIGHT) from error


def _names_of_styles(content: bytes) -> bytes:
    """The styles with nothing but their names and lists: their looks are most of many a file, and slow to read."""
    root = _xml(content)
    if root is None:
        return content
    for style in list(root):
        if style.tag != f"{_WORDS}style":
            root.remove(style)
            continue
        for part in list(style):
            lists = part.tag == f"{_WORDS}pPr" and part.find(f"{_WORDS}numPr") is not None
            if not lists and part.tag != f"{_WORDS}name":
                style.remove(part)
    return tostring(root)


def _margins(parts: dict[str, bytes]) -> list[str]:
    """The texts of page heads and feet."""
    texts: list[str] = []
    for name in sorted(parts):
        if re.fullmatch(r"word/(?:header|footer)\d*\.xml", name):
            root = _xml(parts[name])
            if root is not None:
                texts += [clean("".join(t.text or "" for t in p.iter(f"{_WORDS}t"))) for p in root.iter(f"{_WORDS}p")]
    return list(dict.fromkeys(text for text in texts if text))


def _title(part: bytes | None) -> str | None:
    """The title in the file's properties. Their dates are those of the file, or of its template: not taken."""
    root = _xml(part) if part else None
    said = root.findtext("{http://purl.org/dc/elements/1.1/}title") if root is not None else None
    return clean(said or "") or None


def _xml(content: bytes) -> Element | None:
    try:
        return fromstring(content)
    except (ParseError, DefusedXmlException, ValueError):
        return None
