"""Web pages: HTML, saved by any browser."""

from __future__ import annotations

import re
from itertools import takewhile

from lxml import etree

from knowledge.importing.reading.boilerplate import heads_comments, heads_something_else, is_set_phrase
from knowledge.importing.reading.html_about import about_page, complete
from knowledge.importing.reading.html_flow import Flow, Found
from knowledge.importing.reading.html_region import Masses, main_root, side_parts, within
from knowledge.importing.reading.html_tree import parsed, words_only
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.reading import Reading, Tally

_AMOUNT = re.compile(r"[$€£¥₹%]|\d{2}")


def read_html(text: str, limits: Limits) -> Reading:
    """A page: its main text in blocks, everything else in `dropped`."""
    root = parsed(text, limits)
    about = about_page(root)
    body, hidden = words_only(root)
    flow = Flow(Tally(limits))
    found = flow.walk(body)
    sides = side_parts(body, Masses(body))
    main = main_root(body, found, sides, text)
    kept, dropped = _parted(found, main, sides, about.title)
    blocks = [f.block for f in kept]
    return Reading("html", blocks, complete(about, blocks), [*dropped, *hidden, *flow.marks])


def flowed(markup: str, limits: Limits) -> Reading:
    """Markup that is main text throughout, such as a converted Word or Markdown file."""
    body, hidden = words_only(parsed(f"<html><body>{markup}</body></html>", limits))
    flow = Flow(Tally(limits))
    blocks = [f.block for f in flow.walk(body)]
    return Reading("html", blocks, dropped=[*hidden, *flow.marks])


def _parted(found: list[Found], main: etree._Element, sides: set, title: str | None) -> tuple[list[Found], list[str]]:
    """What is kept, and the texts that are dropped, both in reading order."""
    inside = [not within(f.element, sides) and within(f.element, {main}) for f in found]
    _reach_back_to_title(found, inside, sides, title)
    _drop_sections(found, inside)
    _drop_link_lists(found, inside)
    for index, one in enumerate(found):
        if is_set_phrase(one.block.text):
            inside[index] = False
    kept = [f for f, keep in zip(found, inside) if keep]
    return kept, [f.block.text for f, keep in zip(found, inside) if not keep]


def _reach_back_to_title(found: list[Found], inside: list[bool], sides: set, title: str | None) -> None:
    """The title, and what stands between it and the main text, often lies outside the main element."""
    first = next((i for i, keep in enumerate(inside) if keep), None)
    if first is None or not title:
        return
    for index in range(first - 1, -1, -1):
        block = found[index].block
        if block.kind == "heading" and block.level == 1 and block.text.lower() in title.lower():
            inside[index] = True
            for between in range(index + 1, first):
                one = found[between]
                inside[between] = not within(one.element, sides) and one.linked * 2 < len(one.block.text)
            return


def _drop_sections(found: list[Found], inside: list[bool]) -> None:
    """Drop "Related posts" and their kind, from their heading to the next one of its rank."""
    until: int | None = None
    for index, one in enumerate(found):
        if not inside[index]:
            continue
        block = one.block
        if block.kind == "heading" and until is not None and block.level <= until:
            until = None
        if until is None and _heads_a_side(one, found, index):
            until = 0 if heads_comments(block.text) else max(block.level, 1)
        if until is not None:
            inside[index] = False


def _heads_a_side(one: Found, found: list[Found], index: int) -> bool:
    if one.block.kind not in ("heading", "paragraph") or not heads_something_else(one.block.text):
        return False
    if one.block.kind == "heading":
        return True
    following = list(takewhile(lambda f: f.block.kind != "heading", found[index + 1 : index + 4]))
    return bool(following) and all(f.linked * 2 > len(f.block.text) for f in following)


def _drop_link_lists(found: list[Found], inside: list[bool]) -> None:
    """Drop runs of items that are links and nothing else: contents, menus, tags, buttons."""
    index = 0
    while index < len(found):
        end = index
        while end < len(found) and inside[end] and _is_link(found[end]):
            end += 1
        run = found[index:end]
        if _is_menu(run):
            inside[index:end] = [False] * len(run)
        index = max(end, index + 1)


def _is_menu(run: list[Found]) -> bool:
    """Whether links in a row lead about the site or the page; a few with amounts may be the text itself."""
    if run and all(one.anchors for one in run):
        return True
    return len(run) >= 5 or (len(run) >= 3 and not any(_AMOUNT.search(one.block.text) for one in run))


def _is_link(one: Found) -> bool:
    if one.block.kind not in ("list_item", "paragraph"):
        return False
    return one.linked > 0 and one.linked >= len(one.block.text) * 0.8
