"""Which part of a page is its main text.

The page's own structure decides where it says something (nav, footer, article, names such as
"related-posts"); trafilatura decides where it says nothing. trafilatura's own text is not taken:
it joins lines, and now and then loses an aside, a caption or a row.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable

import trafilatura
from lxml import etree

from knowledge.importing.reading.boilerplate import part_named
from knowledge.importing.reading.characters import clean
from knowledge.importing.reading.html_flow import Found
from knowledge.importing.reading.html_tree import names_of

_NEVER_MAIN_TAGS = frozenset("nav button select option textarea dialog menu".split())
_NEVER_MAIN_ROLES = frozenset("navigation banner contentinfo search dialog alertdialog menu menubar toolbar".split())
_MAIN = ".//article | .//main | .//*[@role='main'] | .//*[@itemprop='articleBody']"
_MOST = 0.7  # of the text that trafilatura takes for main, to trust an element with it
_SOME = 0.3  # of all unlinked text: a part that holds more is not dropped on a doubtful name

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


class Masses:
    """How much text, and how much of it outside links, each element holds."""

    def __init__(self, body: etree._Element) -> None:
        self._mass: dict[etree._Element, int] = {}
        for element in reversed(list(body.iter(etree.Element))):
            own = len(clean(element.text or ""))
            inner = sum(self._mass.get(child, 0) + len(clean(child.tail or "")) for child in element)
            self._mass[element] = 0 if element.tag == "a" else own + inner

    def of(self, element: etree._Element) -> int:
        """Characters outside links."""
        return self._mass.get(element, 0)


def side_parts(body: etree._Element, masses: Masses) -> set[etree._Element]:
    """The elements that say of themselves that they are no main text."""
    whole = max(masses.of(body), 1)
    parts: set[etree._Element] = set()
    for element in body.iter(etree.Element):
        if element is body or element.getparent() in parts:
            continue
        sure = _says_side(element)
        if sure is None or _holds_the_text(element):
            continue
        if sure == "only" or masses.of(element) < whole * _SOME:
            parts.add(element)
    return parts


def main_root(body: etree._Element, found: list[Found], sides: set[etree._Element], source: str) -> etree._Element:
    """The element that holds the main text."""
    outside = [f for f in found if not within(f.element, sides)]
    chosen = _chosen(outside, source)
    total = sum(len(f.block.text) for f in chosen)
    if not total:
        return body
    share = _shares(chosen)
    likely = [e for e in body.xpath(_MAIN) if not within(e, sides) and share.get(e, 0) >= total * _MOST]
    # The innermost of those that hold nearly all; the last in document order is the innermost.
    if likely:
        return likely[-1]
    root = body
    while True:
        inner = [child for child in root if share.get(child, 0) >= total * 0.95]
        if not inner:
            return root
        root = inner[0]


def within(element: etree._Element, parts: Iterable[etree._Element]) -> bool:
    """Whether an element is one of the parts or inside one."""
    return element in parts or any(ancestor in parts for ancestor in element.iterancestors())


def _says_side(element: etree._Element) -> str | None:
    if element.tag in _NEVER_MAIN_TAGS or element.get("role", "").lower() in _NEVER_MAIN_ROLES:
        return "only"
    in_text = any(a.tag in ("article", "main") for a in element.iterancestors())
    if element.tag in ("header", "footer") and not in_text:
        return "only"
    named = part_named(names_of(element))
    if element.tag == "aside" and not in_text:
        return "only"
    if element.tag in ("form", "label") and named is None:
        return "also"
    return named


def _holds_the_text(element: etree._Element) -> bool:
    """Whether it wraps the text rather than stands beside it."""
    if element.tag in ("article", "main"):
        return True
    if element.tag == "nav":
        return False
    if element.find(".//main") is not None:
        return True
    return element.find(".//article") is not None and element.find(".//h1") is not None


def _chosen(found: list[Found], source: str) -> list[Found]:
    """The blocks that trafilatura takes for main text; all unlinked ones when it finds none."""
    unlinked = [f for f in found if f.linked * 2 < len(f.block.text)]
    try:
        text = trafilatura.extract(
            source, favor_recall=True, include_comments=False, include_tables=True, deduplicate=False
        )
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        text = None
    kept = _letters(text or "")
    agreed = [f for f in unlinked if len(f.block.text) >= 25 and _letters(f.block.text) in kept]
    return agreed or unlinked


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _shares(found: list[Found]) -> dict[etree._Element, int]:
    share: dict[etree._Element, int] = {}
    for one in found:
        for element in (one.element, *one.element.iterancestors()):
            share[element] = share.get(element, 0) + len(one.block.text)
    return share
