"""Folding and tokens: the first step of understanding, shared by everything after it.

Folding never changes the length of the text, so offsets into the folded text are offsets
into what the person typed.
"""

from __future__ import annotations

import re
from typing import List, NamedTuple

_FOLD = {
    0x2018: "'",
    0x2019: "'",
    0x02BC: "'",
    0x0060: "'",
    0x00B4: "'",
    0xFF07: "'",
    0x201C: '"',
    0x201D: '"',
    0x2010: "-",
    0x2011: "-",
    0x2012: "-",
    0x2013: "-",
    0x2014: "-",
    0x2015: "-",
    0x2212: "-",
    0x00A0: " ",
    0x2007: " ",
    0x2009: " ",
    0x202F: " ",
    0x3000: " ",
    0x0009: " ",
    0xFF04: "$",
    0xFE69: "$",
    0x2264: "≤",
    0x2265: "≥",
}
_FOLD.update(
    (ord(accented), plain)
    for plain, accented_all in {
        "a": "àáâãäåÀÁÂÃÄÅ",
        "c": "çÇ",
        "e": "èéêëÈÉÊË",
        "i": "ìíîïÌÍÎÏ",
        "n": "ñÑ",
        "o": "òóôõöÒÓÔÕÖ",
        "u": "ùúûüÙÚÛÜ",
        "y": "ýÿÝ",
    }.items()
    for accented in accented_all
)

# "u.s." and "p.a." are one token; "don't" is one token; "pm&r" is three.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"
    r"|[^\W_]+(?:'[^\W_]+)*"
    r"|&"
)


class Token(NamedTuple):
    """A word: `key` is what tables hold (folded, without apostrophes and dots)."""

    key: str
    start: int
    end: int
    after: str  # the raw text between this token and the next one


def fold(text: str) -> str:
    """Lower-cases, straightens quotes and dashes and drops accents; same length as `text`."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals grow when lowered ("İ")
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered.translate(_FOLD)


def tokenize(folded: str) -> List[Token]:
    """Words of a folded text in order; `&` counts as the word "and"."""
    matches = list(_TOKEN.finditer(folded))
    tokens = []
    for number, match in enumerate(matches):
        until = matches[number + 1].start() if number + 1 < len(matches) else len(folded)
        key = match.group()
        if key == "&":
            key = "and"
        elif "'" in key or "." in key:
            key = key.replace("'", "").replace(".", "")
        tokens.append(Token(key, match.start(), match.end(), folded[match.end() : until]))
    return tokens


def is_joined(gap: str) -> bool:
    """Whether words with `gap` between them can belong to one phrase ("on-site", "ob / gyn")."""
    return len(gap) <= 4 and not gap.strip(" -/'")
