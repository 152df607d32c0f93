"""Anchors that are unique within one draft."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.fields import slugify

_LONGEST = 48


class Anchors:
    """Hands out anchors: lower-case words with hyphens, each once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Begin with those that the article has."""
        self._taken = set(taken)

    def new(self, words: str) -> str:
        """An anchor for these words, with a number where they were had before."""
        base = slugify(words)
        if len(base) > _LONGEST:
            base = base[:_LONGEST].rsplit("-", 1)[0].strip("-")
        anchor, number = base, 2
        while anchor in self._taken:
            anchor, number = f"{base}-{number}", number + 1
        self._taken.add(anchor)
        return anchor
