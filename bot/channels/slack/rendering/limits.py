"""Slack's limits, as its Block Kit reference and chat.postMessage document them."""

from __future__ import annotations

SECTION_TEXT = 3000
SECTION_FIELDS = 10
FIELD_TEXT = 2000
HEADER_TEXT = 150
CONTEXT_TEXT = 2000  # not documented for context; a field's limit is safe
ACTIONS_ELEMENTS = 25
BUTTON_TEXT = 75
BUTTON_VALUE = 2000
SELECT_OPTIONS = 100
OPTION_TEXT = 75
OPTION_VALUE = 150
PLACEHOLDER_TEXT = 150
BLOCK_ID = 255
URL = 3000
TEXT = 4000  # `text` may hold 40,000; more than this is not recommended

# Ours: what a person reads without scrolling for long. Links count with their addresses.
PART_BLOCKS = 40  # Slack takes 50
PART_CHARACTERS = 12_000
PART_WORDS_CHARACTERS = 5_000  # as seen, without addresses


def length(text: str) -> int:
    """Return the length as Slack may count it: an emoji outside the first plane as two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def head(text: str, most: int) -> str:
    """Return the beginning of a text, as much as fits."""
    kept = text[:most]
    while length(kept) > most:
        kept = kept[:-1]
    return kept


def cut(text: str, most: int) -> str:
    """Return the text, or its beginning with "…" where it is too long; at a word if possible."""
    if length(text) <= most:
        return text
    kept = head(text, most - 1)
    words = kept.rpartition(" ")[0]
    return f"{(words if length(words) > most * 2 // 3 else kept).rstrip()}…"
