"""Lines that were one sentence: when to join them, and what becomes of a hyphen between them."""

from __future__ import annotations

import re

_ENDS = tuple(".!?:;…")
_BULLET = re.compile(r"(?:[•●▪■◦‣∙·o–—*+-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S")
_MID_SENTENCE = re.compile(r"(?:\b(?:a|an|and|or|of|the|to|in|for|with|at|by|from|as|than|that|which|is|are)|,)$")
_HALF_WORD = re.compile(r"(?P<before>[^\W\d_]+)-$")
# First halves that are written with a hyphen anyway.
_COMPOUNDS = frozenset(
    "self full part non well high low long short work year half on off in co ex pre post mid first second third one "
    "two three four five six seven eight nine ten per time day week hour month semi cross follow face multi".split()
)
_TAIL = 60  # characters at the end of a line that tell how it ends
LONG = 40  # characters: a shorter line may be a label that ends on purpose


def is_bullet(line: str) -> bool:
    """Whether a line begins with the mark of a list item."""
    return bool(_BULLET.match(line))


def belong_together(before: str, after: str) -> bool:
    """Whether a break between two lines cuts a sentence: for lines that may have been set on purpose."""
    if is_bullet(after) or before.endswith(_ENDS):
        return False
    goes_on = after[:1].islower()
    if cuts_sentence(before):
        return goes_on or len(before) >= LONG
    return goes_on and len(before) >= LONG


def cuts_sentence(line: str) -> bool:
    """Whether a line ends where no sentence does: on a comma, an article, a preposition."""
    return bool(_MID_SENTENCE.search(line[-_TAIL:]))


def joined(before: str, after: str, words: frozenset[str] = frozenset()) -> str:
    """Two lines of one sentence as one.

    Args:
        before: The first line.
        after: The second line.
        words: Words of the whole text in lower case, hyphens kept: they tell a divided word from a compound.
    """
    half = _HALF_WORD.search(before[-_TAIL:])
    if half and after[:1].islower():
        rest = re.match(r"[^\W\d_]+", after)
        first, second = half.group("before").lower(), rest.group().lower() if rest else ""
        if f"{first}-{second}" in words and first + second not in words:
            return before + after
        if first + second in words or first not in _COMPOUNDS:
            return before[:-1] + after
        return before + after
    if before.endswith(("-", "–", "/")) and not before.endswith((" -", " –", " /")) and after[:1].strip():
        return before + after
    return f"{before} {after}"


def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case, with the hyphens inside them."""
    return frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()))
