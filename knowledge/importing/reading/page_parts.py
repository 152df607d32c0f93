"""Page parts in text that has lost its structure: pasted from a browser, or a page printed as PDF.

Only what is surely no main text is dropped: a menu at the top, set phrases, and what follows
"Related posts" or "3 comments" in the second half.
"""

from __future__ import annotations

import re

from knowledge.importing.reading.boilerplate import (
    heads_contents,
    heads_links,
    heads_something_else,
    is_navigation,
    is_row_of_labels,
    is_set_phrase,
)
from knowledge.importing.reading.reading import RawBlock

_AMOUNT = re.compile(r"[$€£¥₹%]|\d")
_ENDS = tuple(".!?:;,…")
_LEAST = 5  # entries of a menu
_LONGEST = 40  # characters of an entry
_PROSE = 200  # characters that no title has


def without_page_parts(blocks: list[RawBlock]) -> tuple[list[RawBlock], list[str]]:
    """The main text, and the texts that were dropped, both in order."""
    keep = [not _is_phrase(block) for block in blocks]
    _drop_menu(blocks, keep)
    _drop_tail(blocks, keep)
    kept = [block for block, kept_ in zip(blocks, keep) if kept_]
    return kept, [block.text for block, kept_ in zip(blocks, keep) if not kept_]


def _is_phrase(block: RawBlock) -> bool:
    text = block.text
    if "all rights reserved" in text.lower() or re.match(r"(?:©|copyright \d{4})", text, re.IGNORECASE):
        return len(text) < 200
    return is_set_phrase(text) or (block.kind != "table_row" and is_row_of_labels(text))


def _drop_menu(blocks: list[RawBlock], keep: list[bool]) -> None:
    """Drop the menu that the text begins with.

    Its entries are short, have no figures and no full stop; at least two of them are entries that menus
    of many sites have. The last short lines before the first sentence are the title and the byline: they
    stay, unless menus have them.
    """
    end = 0
    while end < len(blocks) and (not keep[end] or _can_be_entry(blocks[end]) or _is_odd_entry(blocks, end)):
        end += 1
    if end == len(blocks):
        return
    entries = [i for i in range(end) if keep[i]]
    known = [i for i in entries if is_navigation(blocks[i].text)]
    if len(entries) < _LEAST or len(known) < 2:
        return
    last = _end_of_menu(blocks, entries, known)
    for index in entries:
        if index <= last:
            keep[index] = False


def _end_of_menu(blocks: list[RawBlock], entries: list[int], known: list[int]) -> int:
    """The last entry: menus go on past the last known entry in lines as short as theirs, of one kind."""
    last = known[-1]
    for index in reversed(entries):
        block = blocks[index]
        if index <= last:
            break
        if block.kind == "list_item" and len(entries) > _LEAST * 2:
            return index
    return last


def _is_odd_entry(blocks: list[RawBlock], index: int) -> bool:
    """Whether a short line with a figure stands between entries: "Loans from 5.2%"."""
    around = blocks[max(index - 3, 0) : index] + blocks[index + 1 : index + 4]
    short = len(blocks[index].text) <= _LONGEST and not blocks[index].text.endswith(_ENDS)
    return short and index > 2 and len(around) == 6 and all(_can_be_entry(block) for block in around)


def _can_be_entry(block: RawBlock) -> bool:
    text = block.text
    return (
        block.kind in ("paragraph", "list_item", "heading")
        and len(text) <= _LONGEST
        and not text.endswith(_ENDS)
        and not _AMOUNT.search(text)
    )


def _drop_tail(blocks: list[RawBlock], keep: list[bool]) -> None:
    """Drop what stands under headings of page parts."""
    for index, block in enumerate(blocks):
        if not keep[index] or block.kind not in ("heading", "paragraph"):
            continue
        if not heads_something_else(block.text):
            continue
        end = _end_of_links(blocks, index)
        if end == index + 1:
            continue
        keep[index] = False
        if index * 2 >= len(blocks):
            keep[index:end] = [False] * (end - index)
            if end == len(blocks):
                return
        if heads_contents(block.text):
            _drop_contents(blocks, keep, index + 1)


def _end_of_links(blocks: list[RawBlock], index: int) -> int:
    """Where the titles under "Related stories" end and the text goes on; of other page parts the end of all."""
    if not heads_links(blocks[index].text):
        return len(blocks)
    for after in range(index + 1, len(blocks)):
        if heads_something_else(blocks[after].text) and not heads_links(blocks[after].text):
            return len(blocks)
        if len(blocks[after].text) >= _PROSE:
            headed = after - 1 > index and len(blocks[after - 1].text) <= _LONGEST * 2
            return after - 1 if headed and (blocks[after - 1].kind == "heading") else after
    return len(blocks)


def _drop_contents(blocks: list[RawBlock], keep: list[bool], start: int) -> None:
    """Drop the entries of a table of contents: lines that come again further down."""
    later = [block.text.lower() for block in blocks]
    for index in range(start, len(blocks)):
        if blocks[index].text.lower() not in later[index + 1 :]:
            return
        keep[index] = False
