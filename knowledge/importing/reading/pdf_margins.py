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
    margins = [_margins(page, height) for page, height in zip(pages, heights)]
    counted = Counter(key for margin in margins for key in {_key(row) for rows in margin for row in rows})
    kept_pages: list[list[Segment]] = []
    dropped: list[str] = []
    address = None
    for page, margin in zip(pages, margins):
        gone: set[int] = set()
        for row in (row for rows in margin for row in _outer(rows, counted, len(pages))):
            gone |= {id(segment) for segment in row}
            dropped.append(_text(row))
            found = _ADDRESS.search(dropped[-1]) if _PRINTED.fullmatch(dropped[-1]) else None
            address = address or (found.group() if found else None)
        kept_pages.append([segment for segment in page if id(segment) not in gone])
    return kept_pages, dropped, address


def _outer(rows: list[list[Segment]], counted: Counter, pages: int) -> list[list[Segment]]:
    """The rows of a margin, from the edge inwards, as far as they are none of the text."""
    outer: list[list[Segment]] = []
    for row in rows:
        if not _is_margin(_text(row), counted[_key(row)], pages):
            break
        outer.append(row)
    return outer


def _is_margin(text: str, times: int, pages: int) -> bool:
    if _NUMBER.fullmatch(text) or _PRINTED.fullmatch(text):
        return True
    if text[:1].islower() or re.search(r"[$€£¥₹]", text):
        return False  # The end of a sentence may stand at the foot of two pages.
    return times >= 2 and times >= pages * 0.35


def _margins(page: list[Segment], height: float) -> tuple[list[list[Segment]], list[list[Segment]]]:
    """The rows in the upper and the lower margin, each from the edge inwards."""
    rows = rows_on_page(page)
    upper = [row for row in rows[:_ROWS] if row[0].bottom > height * (1 - _OF_PAGE)]
    lower = [row for row in rows[: -_ROWS - 1 : -1] if row[0].top < height * _OF_PAGE and row not in upper]
    return upper, lower


def _text(row: list[Segment]) -> str:
    return " ".join(segment.text for segment in row)


def _key(row: list[Segment]) -> tuple[str, int]:
    """What repeats: the words with their numbers left open, and about where."""
    return re.sub(r"\d+", "#", _text(row)).lower(), round(row[0].bottom / 12)
