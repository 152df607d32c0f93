"""Windows as tokens, and spans of tokens as words again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from knowledge.importing.learned.windows import Window

LONGEST = 320  # tokens of a window; more are cut off around the amount
_LEADING = 0.65  # of the room is for what stands before the amount


@dataclass(frozen=True)
class Tokens:
    """A window as the encoder sees it.

    Attributes:
        ids: Token ids; the first is that of the whole text.
        places: Of each token, where it stands in the window's text.
        marked: Whether it belongs to the amount.
        parts: Whether it is no word: the whole text, its end, or `PART`.
    """

    ids: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    marked: tuple[bool, ...]
    parts: tuple[bool, ...]

    def covering(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and the last token of a place in the window's text; None where it was cut off."""
        inside = [n for n, (a, b) in enumerate(self.places) if n and b > a and a < end and b > start]
        return (inside[0], inside[-1]) if inside else None


class Tokenization:
    """The encoder's own way to cut words."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._no_words = {self._tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]")}

    def tokens(self, window: Window) -> Tokens:
        """The tokens of a window, at most `LONGEST` around its amount."""
        encoded = self._tokenizer.encode(window.text)
        ids, places = encoded.ids, encoded.offsets
        marked = [a < window.end and b > window.start and b > a for a, b in places]
        if len(ids) > LONGEST:
            amount = marked.index(True) if True in marked else 0
            first = max(1, min(amount - int(LONGEST * _LEADING), len(ids) - LONGEST + 1))
            kept = [0, *range(first, first + LONGEST - 1)]
            ids, places, marked = [ids[n] for n in kept], [places[n] for n in kept], [marked[n] for n in kept]
        parts = tuple(one in self._no_words for one in ids)
        return Tokens(tuple(ids), tuple(places), tuple(marked), parts)


def batch_of(items: Sequence[Tokens]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, mask and marks of some windows, each of shape (windows, tokens of the longest)."""
    shape = (len(items), max(len(one.ids) for one in items))
    ids, mask, marked = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    for number, one in enumerate(items):
        size = len(one.ids)
        ids[number, :size] = torch.tensor(one.ids)
        mask[number, :size] = 1
        marked[number, :size] = torch.tensor(one.marked, dtype=torch.long)
    return ids, mask, marked
