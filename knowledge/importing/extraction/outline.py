"""The document's sections: which block stands under which headings."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re
from dataclasses import dataclass, field

from knowledge.importing.document import SourceBlock, SourceDocument
from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.entries import entries_of
from knowledge.importing.extraction.known import KnownWork
from knowledge.importing.extraction.labels import colon_label, is_finished, only_amount
from knowledge.importing.extraction.pay_labels import says_pay
from knowledge.importing.extraction.role_names import roles_named

_PSEUDO_LEVEL = 7
_FIELD = re.compile(
    r"(?:sources?|data|location|where|hours|schedule|employers?|employer type|travel|requirements?|notes?|type|setting|remote|time|commitment|remarks?|outlook|demand)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(\d{1,2})[.)]\s")
_PERSON = re.compile(
    r"(?:By:?\s)?(?:Dr\.?\s)?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3}(?:,?\s(?:MD|DO|M\.D\.|MBBS|PhD|RN))?"
)


@dataclass(eq=False)
class Section:
    """A heading and what stands directly under it.

    Attributes:
        heading: Index of its heading block; None for what stands before the first one.
        level: Of the heading, 1 to 6; 7 for a line that only looks like one; 0 for the document itself.
        blocks: Indices of the blocks under it, without those under deeper headings.
        parent: The section around it.
        children: Sections under deeper headings.
    """

    heading: int | None
    level: int
    blocks: list[int] = field(default_factory=list)
    parent: Section | None = None
    children: list[Section] = field(default_factory=list)

    @property
    def all_blocks(self) -> list[int]:
        """The blocks of this section and of those below it, in reading order."""
        found, waiting = [], [self]
        while waiting:
            section = waiting.pop()
            found += section.blocks
            waiting += section.children
        return sorted(found)


def sections_of(document: SourceDocument, known: KnownWork) -> list[Section]:
    """All sections in reading order; the first one is the document itself."""
    root = Section(None, 0)
    found, current = [root], root
    entries = set(entries_of(document.blocks, known))
    numbered = _numbered(document.blocks, known)
    for index in range(len(document.blocks)):
        level = _PSEUDO_LEVEL if index in numbered else _level(document.blocks, index, known)
        if not level:
            if current.parent is not None and _ends(document.blocks, current, index, entries):
                current = current.parent
            current.blocks.append(index)
            continue
        parent = current
        while parent.parent is not None and parent.level >= level:
            parent = parent.parent
        current = Section(index, level, parent=parent)
        parent.children.append(current)
        found.append(current)
    return found


def _numbered(blocks: tuple[SourceBlock, ...], known: KnownWork) -> frozenset[int]:
    """Items "1. ...", "2. ..." with text of their own below each, most of them roles: headings of a pasted page."""
    found: list[int] = []
    for index, block in enumerate(blocks):
        number = _NUMBER.match(block.text) if block.kind in ("list_item", "paragraph") else None
        if number is None or len(block.text) > 90 or is_finished(block.text):
            continue
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        if int(number[1]) == len(found) + 1 and below is not None and below.kind == "paragraph":
            found.append(index)
    roles = sum(bool(roles_named(blocks[index].text, known)) for index in found)
    return frozenset(found) if len(found) >= 3 and 2 * roles >= len(found) else frozenset()


def _ends(blocks: tuple[SourceBlock, ...], section: Section, index: int, entries: set[int]) -> bool:
    """Whether a line that only looks like a heading holds no longer: the next entry bears its own label."""
    if section.level < _PSEUDO_LEVEL or section.heading is None or _NUMBER.match(blocks[section.heading].text):
        return False
    if blocks[section.heading].kind == "list_item":
        return blocks[index].kind != "list_item" or blocks[index].level <= blocks[section.heading].level
    return index in entries


def _level(blocks: tuple[SourceBlock, ...], index: int, known: KnownWork) -> int:
    block = blocks[index]
    if block.kind == "heading" and not _is_entry(block.text):
        return max(1, block.level)
    return _PSEUDO_LEVEL if _looks_like_heading(blocks, index, known) else 0


def _is_entry(text: str) -> bool:
    """Whether a heading is none, but a line of an entry: "Source: Salary.com", "Pay: $90 an hour", "$400/hour"."""
    label = colon_label(text)
    if label and text[label.after :].strip() and (says_pay(label.text) or _FIELD.fullmatch(label.text)):
        return True
    return only_amount(text) is not None


def _labels_number_above(blocks: tuple[SourceBlock, ...], index: int) -> bool:
    """Whether a line stands below its number rather than above it: numbers come first in this run of lines."""
    at = index - 1
    if at < 0 or only_amount(blocks[at].text) is None:
        return False
    while at >= 2 and only_amount(blocks[at - 2].text) is not None and blocks[at - 1].kind == blocks[index].kind:
        at -= 2
    before = blocks[at - 1] if at else None
    return before is None or before.kind != blocks[index].kind or is_finished(before.text)


def _is_of_author(blocks: tuple[SourceBlock, ...], index: int) -> bool:
    """Whether a line says what the person of the line above is: "Colm Pellerin" / "Health reporter"."""
    before = blocks[index - 1] if index else None
    if before is None or before.kind != "paragraph" or not _PERSON.fullmatch(before.text):
        return False
    following = blocks[index + 1 : index + 3]
    return not any(find_amounts(block.text) and not is_finished(block.text) for block in following)


def _has_items_below(blocks: tuple[SourceBlock, ...], index: int) -> bool:
    """Whether a list item leads a list of its own, as the terms of a list of definitions do."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return following is not None and following.kind == "list_item" and following.level > blocks[index].level


def _looks_like_heading(blocks: tuple[SourceBlock, ...], index: int, known: KnownWork) -> bool:
    """A short line that is a role's name and has running text or pay below it."""
    block, text = blocks[index], blocks[index].text
    if block.kind == "list_item" and not _has_items_below(blocks, index):
        return False
    if (
        block.kind not in ("paragraph", "list_item")
        or len(text) > 70
        or len(text.split()) > 9
        or text.rstrip().endswith((".", "!", "?", ":", ";", ","))
    ):
        return False
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None or following.kind == "heading":
        return False
    if find_amounts(text) or _labels_number_above(blocks, index) or _is_of_author(blocks, index):
        return False
    names = roles_named(text, known)
    return bool(names) and names[0].confidence > 0.8 and text[:1].isupper()
