"""Who published a page, where the reader could not tell: by the line beside the date, or by the running foot."""

from __future__ import annotations

import re
from collections import Counter

from knowledge.importing.document import SourceDocument

ORGANISATIONS = (
    "Foundation Society Association Institute College Academy Council Federation Network Alliance Center Centre Group"
    " Journal Board Union Collaborative Consortium Company University Review Letter Bulletin"
).split()
_WORD = r"[A-Z][\w&’'.-]*"
_NAME = re.compile(rf"{_WORD}(?:\s(?:(?:of|for|and|the|&)\s){{0,2}}{_WORD}|\s&\s{_WORD}){{0,7}}")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf",?\s*\|?\s*(?:\d{{1,2}}\.? )?(?:{_MONTHS})\b")
_ISSUED = re.compile(r"^(?:Prepared|Published|Issued|Compiled|Produced) by ", re.IGNORECASE)
_NO_NAME = re.compile(r"(?:By|No|Vol|Volume|Published|Posted|Updated|Page)\b")
_FURNITURE = re.compile(
    r",? (?:\d|Page\b|Volume\b|Vol\.|No\.|Spring|Summer|Autumn|Fall|Winter|Registered)|[|·]| – |, (?=[A-Z][a-z]+ and )"
)
_TOP = 6  # blocks


def publisher_of(document: SourceDocument) -> str | None:
    """The publisher's name, or None where nothing tells it."""
    if document.publisher:
        return document.publisher
    for block in document.blocks[:_TOP]:
        name = _by_the_date(block.text) if block.kind != "heading" else None
        if name:
            return name
    return _running(document.dropped) or _masthead(document)


def _by_the_date(text: str) -> str | None:
    issued = _ISSUED.match(text)
    begin = issued.end() if issued else 0
    date = _DATE.search(text, begin, begin + 100)
    if date is None or len(text) > 120:
        return None
    name = text[begin : date.start()].strip(" ,|·–-*")
    return name if _NAME.fullmatch(name) and not _NO_NAME.match(name) else None


def _running(dropped: tuple[str, ...]) -> str | None:
    """The organisation of a running head or foot: it says what it is, or it stands on several pages."""
    names = Counter(_FURNITURE.split(text)[0].strip(" ,") for text in dropped)
    named = [name for name in names if 1 < len(name.split()) < 9 and _NAME.fullmatch(name)]
    for name in named:
        if any(word in ORGANISATIONS for word in name.split()):
            return name
    return next((name for name in named if names[name] > 1), None)


def _masthead(document: SourceDocument) -> str | None:
    """A first line that stands above the page's own title and comes back in its text."""
    if not document.blocks or not document.title:
        return None
    first = document.blocks[0].text
    name = first.title() if first.isupper() else first
    if name.casefold() in document.title.casefold() or len(name.split()) > 6:
        return None
    return name if _NAME.fullmatch(name) and name in document.text[len(first) :] else None
