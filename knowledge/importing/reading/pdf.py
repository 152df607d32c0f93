"""PDF files: characters with their places from PDFium, the layout worked out from these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from knowledge.importing.reading.characters import clean
from knowledge.importing.reading.dates import date_in
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.page_parts import without_page_parts
from knowledge.importing.reading.pdf_blocks import Composer
from knowledge.importing.reading.pdf_lines import PageLine, lines_of
from knowledge.importing.reading.pdf_margins import without_margins
from knowledge.importing.reading.pdf_segments import Segment, segments_of
from knowledge.importing.reading.reading import SAVE_LESS, About, RawBlock, Reading, Tally, Unreadable

_NO_TITLE = re.compile(
    r"\(\w+\)|microsoft word\b.*|untitled.*|.*\.(?:docx?|pdf|indd|html?|tex|pages)|about:blank|https?://.*",
    re.IGNORECASE,
)
_LEAST = 30  # characters: a document with fewer is pictures of text


def read_pdf(data: bytes, limits: Limits) -> Reading:
    """A PDF in blocks; running heads, page numbers and page parts in `dropped`.

    Raises:
        Unreadable: It is damaged, locked, or has pictures of text only.
    """
    tally = Tally(limits)
    with _opened(data) as document:
        if len(document) > limits.pages:
            raise Unreadable(f"has {len(document):,} pages", f"{SAVE_LESS} (up to {limits.pages} pages)")
        pages, heights, aslant, pictures = _pages(document, tally)
        said = document.get_metadata_dict(skip_empty=True)
    count = sum(len(segment.text) for page in pages for segment in page)
    if count < _LEAST:
        raise Unreadable("holds pictures of text, but no text", "run text recognition (OCR) on it, or paste its text")
    pages, margins, address = without_margins(pages, heights)
    blocks = Composer(_lines(pages), Tally(limits)).blocks()
    kept, dropped = without_page_parts(blocks)
    about = About(_title(said.get("Title", ""), kept), None, address, date_in([b.text for b in kept[:12]]))
    return Reading("pdf", kept, about, [*margins, *aslant, *dropped], _warnings(kept, pictures))


@contextmanager
def _opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise Unreadable("is locked with a password", "save it without one and import that") from error
        raise Unreadable("is a damaged PDF", "open it and print it to a new PDF, or paste its text") from error
    try:
        yield document
    finally:
        document.close()


def _pages(
    document: pdfium.PdfDocument, tally: Tally
) -> tuple[list[list[Segment]], list[float], list[str], list[int]]:
    """Segments and height of each page, texts aslant, and the numbers of pages that are pictures."""
    pages, heights, aslant, pictures = [], [], [], []
    for number in range(len(document)):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            pictures.append(number + 1)
            continue
        segments, beside = segments_of(page, tally)
        pages.append(segments)
        heights.append(page.get_height())
        aslant += beside
        if not segments and next(iter(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2)), None):
            pictures.append(number + 1)
        page.close()
    return pages, heights, aslant, pictures


def _lines(pages: list[list[Segment]]) -> list[PageLine]:
    lines: list[PageLine] = []
    for number, segments in enumerate(pages):
        lines += lines_of(segments, number, lines[-1].column + 1 if lines else 0)
    return _evened(lines)


def _evened(lines: list[PageLine]) -> list[PageLine]:
    """Columns of whole pages are as wide as the widest of them, also where a page has short lines only."""
    columns: dict[int, set[int]] = {}
    for line in lines:
        columns.setdefault(line.page, set()).add(line.column)
    whole = [line for line in lines if len(columns[line.page]) == 1]
    edge = max((line.edge for line in whole), default=0.0)
    return [replace(line, edge=edge) if len(columns[line.page]) == 1 else line for line in lines]


def _title(said: str, blocks: list[RawBlock]) -> str | None:
    said = clean(said)
    headings = [b for b in blocks if b.kind == "heading"]
    for heading in headings[:5]:
        # What the file says may lack the second half of the title, or have the name of the paper behind it.
        if said and (heading.text.lower() in said.lower() or heading.text.lower().startswith(said.lower())):
            return heading.text
    if said and not _NO_TITLE.fullmatch(said):
        return said
    return min(headings[:5], key=lambda b: b.level).text if headings else None


def _warnings(blocks: list[RawBlock], pictures: list[int]) -> list[str]:
    warnings = []
    if pictures:
        shown = ", ".join(str(n) for n in pictures[:10]) + (" and more" if len(pictures) > 10 else "")
        warnings.append(f"No text could be read on page {shown}: pictures are not read.")
    text = "".join(block.text for block in blocks)
    strange = sum(1 for c in text if c == "\ufffd" or "\ue000" <= c <= "\uf8ff")
    if strange > 3:
        warnings.append(f"{strange} characters could not be read; compare the text with the PDF.")
    return warnings
