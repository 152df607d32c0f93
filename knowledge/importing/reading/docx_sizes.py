"""Headings of a Word file that are only set larger than the text: many people never use a style."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from xml.etree.ElementTree import Element

from knowledge.importing.reading.characters import clean
from knowledge.importing.reading.reading import RawBlock

_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_USUAL = 22  # half points, where neither the text nor its styles say
_LARGER = 1.2  # times the size of the text: a heading
_LONGEST = 160  # characters


def with_large_headings(blocks: list[RawBlock], document: Element | None, styles: Element | None) -> list[RawBlock]:
    """The blocks, those set larger than the text as headings: the largest are of level 1.

    Args:
        blocks: As they were converted, by their styles alone.
        document: The part word/document.xml.
        styles: The part word/styles.xml.
    """
    sizes = _large(document, _default(styles)) if document is not None else {}
    ranks = sorted(set(sizes.values()), reverse=True)
    return [
        replace(block, kind="heading", level=min(ranks.index(sizes[block.text]) + 1, 6))
        if block.kind in ("paragraph", "heading") and block.text in sizes else block
        for block in blocks
    ]  # fmt: skip


def _large(document: Element, default: int) -> dict[str, int]:
    """Size of each paragraph, in half points, that is short and in one size larger than the most common."""
    found: dict[str, int] = {}
    counted: Counter[int] = Counter()
    for paragraph in document.iter(f"{_WORDS}p"):
        text, sizes = _read(paragraph, default)
        counted.update(sizes)
        if len(sizes) == 1 and 3 < len(text) <= _LONGEST:
            found[text] = min(sizes)
    usual = counted.most_common(1)[0][0] if counted else default
    return {text: size for text, size in found.items() if size >= usual * _LARGER}


def _read(paragraph: Element, default: int) -> tuple[str, Counter[int]]:
    """The text of a paragraph, and how many of its characters are set in each size."""
    texts: list[str] = []
    sizes: Counter[int] = Counter()
    for run in paragraph.iter(f"{_WORDS}r"):
        text = "".join(part.text or "" for part in run.iter(f"{_WORDS}t"))
        texts.append(text)
        if text.strip():
            sizes[_size(run.find(f"{_WORDS}rPr")) or default] += len(text)
    return clean("".join(texts)), sizes


def _default(styles: Element | None) -> int:
    if styles is None:
        return _USUAL
    normal = next((s for s in styles.iter(f"{_WORDS}style") if s.get(f"{_WORDS}styleId") == "Normal"), None)
    given = normal.find(f"{_WORDS}rPr") if normal is not None else None
    return _size(given) or _size(styles.find(f"{_WORDS}docDefaults/{_WORDS}rPrDefault/{_WORDS}rPr")) or _USUAL


def _size(properties: Element | None) -> int | None:
    size = properties.find(f"{_WORDS}sz") if properties is not None else None
    value = size.get(f"{_WORDS}val", "") if size is not None else ""
    return int(value) if value.isdigit() and len(value) < 5 else None
