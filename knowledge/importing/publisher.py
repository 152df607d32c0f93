"""Who published a page that does not say so in its metadata.

Told by a copyright line, by the line beside the date, by a running head or foot, or by a masthead.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile

from knowledge.importing.document import SourceDocument

ORGANISATIONS = (
    "Trust Guild Bureau Fund"
    " Foundation Society Association Institute College Academy Council Federation Network Alliance Center Centre Group"
    " Journal Board Union Collaborative Consortium Company University Review Letter Bulletin"
).split()
_HOUSES = frozenset(
    "Careers Daily Gazette Health Jobs Magazine Media Medicine News Newsletter Office Partners Post Press Recruiting"
    " Recruitment Report School Search Staffing Times Today Weekly".split()
).union(ORGANISATIONS)
_WORD = r"[A-Z][\w&’'./-]*"
_NAME = re.compile(rf"{_WORD}(?:\s(?:(?:of|for|and|the|&)\s){{0,2}}{_WORD}|\s&\s{_WORD}){{0,7}}")
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter"
)
_DATE = re.compile(rf",?\s*\|?\s*(?:\d{{1,2}}\.? )?(?:{_MONTHS})\b")
_ISSUED = re.compile(r"^(?:Prepared|Published|Issued|Compiled|Produced) by (?:the )?", re.IGNORECASE)
_ISSUED_LATER = re.compile(r"[.|·–—]\s(?:Prepared|Published|Issued|Compiled|Produced) by (?:the )?")
_KINDS_OF_PAPER = "newsletter|bulletin|magazine|journal|blog|podcast|review|quarterly|weekly|gazette"
# "Slow Medicine Dispatch, a newsletter by ...", "The Gravid Times — newsletter of the society"
_DESCRIBED = re.compile(
    rf"(?P<name>{_NAME.pattern})(?:, (?:an?|the) |\s[–—-]\s(?:an? |the )?)(?:\w+ ){{0,2}}"
    rf"(?:{_KINDS_OF_PAPER})\b"
)
_BARS = re.compile(r"\s[|·•—–]\s")
_PART = re.compile(r"\b(?:Committee|Department|Desk|Team|Section|Staff|Working Group|Task Force|Secretariat)$")
_INSTITUTIONS = frozenset("University College Society Association Academy Institute Foundation Hospital".split())
_NO_NAME = re.compile(r"(?:By|No|Vol|Volume|Published|Posted|Updated|Page|Issue)\b")
_FURNITURE = re.compile(
    r",? (?:\d|Page\b|Volume\b|Vol\.|No\.|Spring|Summer|Autumn|Fall|Winter|Registered)|[|·]| – |, (?=[A-Z][a-z]+ and )"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bCopyright\b)\s?(?:©\s?)?(?:(?:19|20)\d\d\s?(?:[-–]\s?(?:19|20)?\d\d)?,?\s?)?(?:by\s)?"
)
_COMPANY = re.compile(r",? (?:LLC|Inc|Ltd|GmbH|PLC|Corp)\b.*$")
_RIGHTS = re.compile(r"(?:^|[\s.]+)(?:All|Terms|Privacy|Cookie|\d{4})\b.*$")
_SENTENCE_END = re.compile(r"(?<=[a-z]{3})\.\s")
# What stands between a magazine's name and its issue in a running head: "Lamplight | Spring 2025".
_ISSUE = re.compile(
    r",?\s(?:[|·–—]\s)?(?:(?:No\.|Vol\.|Volume|Issue)\s\d"
    rf"|(?:\d{{1,2}}\.?\s)?(?:{_MONTHS})\b[^|·]{{0,12}}20\d\d)"
)
_IS_ONE = re.compile(
    rf"(?P<name>{_NAME.pattern}) is (?:an?|the) (?:[\w-]+ ){{0,3}}(?:{_KINDS_OF_PAPER}|firm|company|agency)\b"
)
_OWNED = re.compile(
    rf"(?P<name>{_NAME.pattern}) is (?:an? )?(?:registered )?(?:trademark|publication|imprint|brand|service) of\b"
)
_ABOUT = re.compile(rf"(?i:about) (?:the )?(?P<name>{_NAME.pattern}):?")
_ADDRESS = re.compile(rf"(?P<name>{_NAME.pattern}), (?:P\.?O\.? Box \d|\d+ (?!(?:{_MONTHS})\b)[A-Z][a-z]+)")
_NO_HOUSE = frozenset("author authors us survey poll study report methods this our me".split())
_FOOT = 12  # blocks
_TOP, _END = 6, 4  # blocks
_LONGEST_NAME = 8  # words


def publisher_of(document: SourceDocument) -> str | None:
    """The publisher's name, or None where nothing tells it."""
    if document.publisher:
        return document.publisher
    ends = [block.text for block in document.blocks[-_END:]]
    return (
        _masthead(document) or _by_the_date(document) or _by_copyright((*document.dropped, *ends))
        or _running(document.dropped) or _at_the_end(document)
    )  # fmt: skip


def _by_the_date(document: SourceDocument) -> str | None:
    """ "Prepared by Hale Search, 19 May 2025", or "The Ward, May 2025", but not an author's name."""
    for block in document.blocks[:_TOP]:
        if block.kind == "heading" or len(block.text) > 120:
            continue
        issued = _ISSUED.match(block.text)
        begin = issued.end() if issued else 0
        date = _DATE.search(block.text, begin)
        name = block.text[begin : date.start()].strip(" ,|·–-*") if date else ""
        if found := _in_parts(block.text, bool(date), document, block.end):
            return found
        if _NAME.fullmatch(name) and not _NO_NAME.match(name) and (issued or _is_house(name, document, block.end)):
            return name
    return None


def _in_parts(text: str, dated: bool, document: SourceDocument, end: int) -> str | None:
    """A part of "By Dana Whitcomb | The Slit Lamp Review | June 3", or of a line that names an office alone."""
    if issued := _ISSUED_LATER.search(text):
        name = _NAME.match(text, issued.end())
        return name.group().strip(" .,") if name and not _PART.search(name.group().strip(" .,")) else None
    if described := _DESCRIBED.match(text.strip(" *_")) or _IS_ONE.match(text):
        return described["name"]
    parts = [part.strip(" *_") for part in _BARS.split(text)]
    if len(parts) > 1 and (dated or parts[0].startswith("By ")):
        named = [part for part in parts if _NAME.fullmatch(part) and not _NO_NAME.match(part)]
        return next((name for name in named if _is_house(name, document, end)), None)
    first = text.strip(" *_").partition(",")[0]
    alone = not text.rstrip(" *_").endswith((".", "!", "?", ":")) and not any(character.isdigit() for character in text)
    if alone and 1 < len(first.split()) < 7 and _NAME.fullmatch(first):
        return first if not _INSTITUTIONS.isdisjoint(first.split()) else None
    return None


def _is_house(name: str, document: SourceDocument, end: int) -> bool:
    """Whether a name is no person's: by its words, or because the page comes back to it."""
    words = name.split()
    if words[0] == "The" or "&" in words or not _HOUSES.isdisjoint(words):
        return True
    return name in document.text[end:] or any(name in text for text in document.dropped)


def _by_copyright(texts: tuple[str, ...]) -> str | None:
    for text in texts:
        match = _COPYRIGHT.search(text[:2000])
        name = _NAME.match(text, match.end()) if match else None
        if name:
            found = _COMPANY.sub("", _RIGHTS.sub("", _SENTENCE_END.split(name.group())[0])).strip(" .,")
            if found:
                return found
    return None


def _running(dropped: tuple[str, ...]) -> str | None:
    """The organisation of a running head or foot: it says what it is, or it stands on several pages."""
    names = Counter(_FURNITURE.split(text)[0].strip(" ,") for text in dropped if not text.isupper())
    named = [name for name in names if 1 < len(name.split()) < 9 and _NAME.fullmatch(name)]
    for name in named:
        if any(word in ORGANISATIONS for word in name.split()):
            return name
    for text in dropped:
        issue = _ISSUE.search(text)
        if issue and (name := _NAME.fullmatch(text[: issue.start()].strip(" ,"))):
            return name.group()
    return next((name for name in named if names[name] > 1), None)


def _at_the_end(document: SourceDocument) -> str | None:
    """ "About Hale & Moss" and what is said there, or a name above or before its address."""
    for text in (*document.dropped, *(block.text for block in document.blocks[-_FOOT:])):
        if owned := _OWNED.match(text):
            return owned["name"]
    for block in reversed(document.blocks[-_FOOT:]):
        about = _ABOUT.fullmatch(block.text) if len(block.text) < 80 else None
        if about and not _NO_HOUSE.intersection(about["name"].lower().split()):
            return about["name"]
        address = _ADDRESS.search(block.text)
        if address and not _PART.search(address["name"]) and _is_house(address["name"], document, block.end):
            return address["name"]
        described = _IS_ONE.match(block.text)
        if described and len(described["name"].split()) > 1:
            return described["name"]
    return None


def _masthead(document: SourceDocument) -> str | None:
    """A name above the page's own title that is an organisation's or a paper's, or comes back on the page."""
    title = document.title
    if not title:
        return None
    above = list(takewhile(lambda block: title not in block.text, document.blocks[:_TOP]))
    if len(above) == min(_TOP, len(document.blocks)):
        return None
    if not above and title.isupper() and _capitalized(title) in document.text:
        above = [document.blocks[0]]  # the page has no other title
    for block in above:
        first = _BARS.split(block.text)[0].strip(" *_")
        name = _capitalized(first) if first.isupper() else first
        fits = 1 < len(name.split()) <= _LONGEST_NAME and _NAME.fullmatch(name) and not _DATE.search(name)
        if fits and not _NO_NAME.match(name) and _is_house(name, document, block.end):
            return name
    return None


def _capitalized(shouted: str) -> str:
    """ "THE SOCIETY OF INTERNISTS" as a name is written."""
    words = shouted.title().replace("’S", "’s").replace("'S", "'s").split()
    return " ".join(w.lower() if n and w in ("Of", "For", "And", "The", "In") else w for n, w in enumerate(words))
