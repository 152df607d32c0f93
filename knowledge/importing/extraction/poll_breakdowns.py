"""How shares stand together: bars of a chart, and parts of those asked in brackets: "61% (women 67%, men 56%)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.importing.extraction.percentages import Percentage

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_SPLIT = re.compile(r"[,;/]\s*|\s(?:and|versus|vs\.?|against|but)\s")
_JOINTS = re.compile(
    r"^(?:(?:of|among|amongst|for|in|the|those|and|it was|only|just)\s)+|\s(?:at|was|were|is|are|with)$"
)
_AGED = re.compile(
    r"\b(?:under|over|below|above|aged|ages?|older than|younger than)\s\d\d(?:\s?(?:-|–|to|and)\s?\d\d)?\b"
)
_NO_GROUP = re.compile(
    r"\b(?:up|down|from|margin|error|compared|plus|minus|rounded|total|sum|last|previous|earlier|change|points?|rate"
    r"|growth|increase|n)\b|\d",
    re.IGNORECASE,
)
_MOST_WORDS = 6
_LONGEST_BAR = 120  # characters
_LETTERS = re.compile(r"[^\W\d_]{3}")


def groups_in_brackets(text: str, shares: Sequence[Percentage]) -> dict[int, str | None]:
    """Where a share stands that only adds to the one before its brackets, with the group that it is of.

    Args:
        text: The sentence.
        shares: Its shares.

    Returns:
        Place of each such share; None for one that names no group, such as that of another year.
    """
    found: dict[int, str | None] = {}
    for bracket in _BRACKETS.finditer(text):
        inside = [one for one in shares if bracket.start() < one.start and one.end <= bracket.end()]
        main = [one for one in shares if one.end <= bracket.start()]
        if not inside or not main or all(_is_alone(text, one, bracket) for one in inside):
            continue
        found |= {one.start: _group(text, one, bracket.start(1), bracket.end(1)) for one in inside}
    return found


def without_roundings(text: str, shares: Sequence[Percentage]) -> list[Percentage]:
    """The shares without those that the next one gives exactly: "one in four physicians (26.5%)"."""
    following = [*shares[1:], None]
    return [
        share for share, exact in zip(shares, following)
        if not (
            exact and share.form != "number" and exact.form == "number" and abs(share.percent - exact.percent) < 5
            and text[share.end : exact.start].endswith("(") and exact.start - share.end < 100
        )
    ]  # fmt: skip


def is_bar(text: str, share: Percentage, kind: str, *, first: bool) -> bool:
    """Whether it is a bar of a chart: "Burnout – 26%", "26%: burnout", as a line "Burnout ........ 26%".

    Args:
        text: The list item or line.
        share: Its only share outside of brackets.
        kind: Of its block.
        first: Whether it begins its block.
    """
    before = text[: share.start].rstrip()
    rest = _BRACKETS.sub("", text[share.end :]).strip(" .;,)")
    if len(text) > _LONGEST_BAR or (rest and before):
        return False
    return kind == "list_item" or (first and before.endswith((":", "..", "…", "–", "—", "|")))


def _is_alone(text: str, share: Percentage, bracket: re.Match) -> bool:
    """Whether brackets hold a share and no more: the exact one, or that of the answer before them."""
    return not text[bracket.start(1) : share.start].strip() and not text[share.end : bracket.end(1)].strip()


def _group(text: str, share: Percentage, start: int, end: int) -> str | None:
    left = max((match.end() for match in _SPLIT.finditer(text, start, share.start)), default=start)
    right = min((match.start() for match in _SPLIT.finditer(text, share.end, end)), default=end)
    words = f"{text[left : share.start].strip(' :–—-=')} {text[share.end : right].strip(' :–—-=')}".strip()
    while words != (shorter := _JOINTS.sub("", words).strip()):
        words = shorter
    named = _LETTERS.search(words) and len(words.split()) <= _MOST_WORDS
    return words if named and not _NO_GROUP.search(_AGED.sub("", words)) else None
