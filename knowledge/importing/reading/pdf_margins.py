"""Running heads, running feet and page numbers of a PDF."""

from __future__ import annotations

import re
from collections import Counter

from knowledge.importing.reading.pdf_lines import rows_on_page
from knowledge.importing.reading.pdf_segments import Segment

_NUMBER = re.compile(
    r"(?:page\s*)?[-–—|·\s]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|·\s]*", re.IGNORECASE
)
# What browsers print above and below a page.
_PRINTED = re.compile(
    r"(?:https?|file)://\S+.*\b\d{1,4}/\d{1,4}|\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d{2}(?:\s?[AP]M)?\b.*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,500}")
_ROWS = 3  # at the top and at the foot
_OF_PAGE = 0.14  # of the page's height: the margin


def without_margins(
    pages: list[list[Segment]], heights: list[float]
) -> tuple[list[list[Segment]], list[str], str | None]:
    """The pages without what repeats at their heads and feet.

    Returns:
        The pages, the dropped texts, and the address of the web page that a browser printed below.
    """
    margins = [_margin_rows(page, height) for page, height in zip(pages, heights)]
    counted = Counter(key for rows in margins for key in {_key(row) for row in rows})
    kept_pages: list[list[Segment]] = []
    dropped: list[str] = []
    address = None
    for page, rows in zip(pages, margins):
        gone: set[int] = set()
        for row in rows:
            text = _text(row)
            if _is_margin(text, counted[_key(row)], len(pages)):
                gone |= {id(segment) for segment in row}
                dropped.append(text)
                found = _ADDRESS.search(text) if _PRINTED.fullmatch(text) else None
                address = address or (found.group() if found else None)
        kept_pages.append([segment for segment in page if id(segment) not in gone])
    return kept_pages, dropped, address


def _is_margin(text: str, times: int, pages: int) -> bool:
    if _NUMBER.fullmatch(text) or _PRINTED.fullmatch(text):
        return True
    return times >= 2 and times >= pages * 0.35


def _margin_rows(page: list[Segment], height: float) -> list[list[Segment]]:
    rows = rows_on_page(page)
    top = [row for row in rows[:_ROWS] if row[0].bottom > height * (1 - _OF_PAGE)]
    foot = [row for row in rows[-_ROWS:] if row[0].top < height * _OF_PAGE]
    return [*top, *(row for row in foot if row not in top)]


def _text(row: list[Segment]) -> str:
    return " ".join(segment.text for segment in row)


def _key(row: list[Segment]) -> tuple[str, int]:
    """What repeats: the words with their numbers left open, and about where."""
    return re.sub(r"\d+", "#", _text(row)).lower(), round(row[0].bottom / 12)
