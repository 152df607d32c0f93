"""Source text as a paragraph of a knowledge file, and text taken apart into sentences."""

from __future__ import annotations

import re

_ALWAYS = re.compile(r"[\\`*\[\]<>]")
_WORD_EDGE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")  # every one of a run: "__0__"
_ENTITY = re.compile(r"&(?=#?\w{1,32};)")
# What begins a heading, a list, a quotation, a rule or a fence at the beginning of a line.
_OPENING = re.compile(r"(?:#{1,6}(?=\s|$)|[-+=~]|\d{1,9}(?=[.)](?:\s|$)))")
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]|Dr|Mr|Mrs|Ms|St|vs|approx|avg|etc|No|Inc|Ltd|Jr|Sr|e\.g|i\.e)\.)$")
_SPACE = re.compile(r"\s*")
_LONGEST_ABBREVIATION = 12  # characters, with the one before it
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"”’)\]]*(?=\s+[\"“‘(\[]?[A-Z0-9$€£])")


def as_paragraph(text: str) -> str:
    """Text on one line, so that Markdown shows it as it is.

    The words come back unchanged from the article reader, but for white space made single.
    """
    words = " ".join(text.split())
    escaped = _ALWAYS.sub(lambda m: "\\" + m[0], words)
    escaped = _WORD_EDGE.sub(r"\\_", escaped)
    escaped = _ENTITY.sub(r"\\&", escaped)
    opening = _OPENING.match(escaped)
    if opening is None:
        return escaped
    if opening[0].isdigit():  # "1. First" would be a list
        return f"{opening[0]}\\{escaped[opening.end() :]}"
    return f"\\{escaped}"


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of a paragraph begins and ends, in characters, without white space."""
    found, start = [], 0
    for match in _END.finditer(text):
        end = match.end()
        if _ABBREVIATION.search(text[max(start, end - _LONGEST_ABBREVIATION) : end]):
            continue
        found.append((start, end))
        start = _SPACE.match(text, end).end()
    if text[start:].strip():
        found.append((start, len(text.rstrip())))
    return found
