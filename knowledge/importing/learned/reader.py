"""The page reader: says of an amount for whom, where and according to whom it is, as far as its window tells.

What it learned lies beside this file in weights.safetensors, 2 MB; the encoder is the one that reads questions word
by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.importing.learned.examples import FIELDS, KINDS, MULTI
from knowledge.importing.learned.windows import Window

if TYPE_CHECKING:
    from torch import Tensor

    from knowledge.importing.learned.tokens import Tokens

WEIGHTS = Path(__file__).with_name("weights.safetensors")
_BATCH = 16
_LONGEST = 20  # tokens of a value
_WORD = re.compile(r"\d+(?:[,.]\d+)*|\w+")


@dataclass(frozen=True)
class Value:
    """What a window says of a field.

    Attributes:
        words: A slice of the window's text; None where it says nothing.
        probability: How sure that is, 0 to 1.
    """

    words: str | None
    probability: float


@dataclass(frozen=True)
class WindowReading:
    """What was read in one window.

    Attributes:
        values: By field of `FIELDS`.
        kinds: Probability that the amount is each of `KINDS`.
        allowed: Of a share, probability that the survey is said to have allowed each of `MULTI`.
    """

    values: dict[str, Value]
    kinds: dict[str, float]
    allowed: dict[str, float]


class PageReader:
    """Reads windows. Takes a second or two to load; not safe for several threads."""

    def __init__(self, encoder: Path, weights: Path = WEIGHTS) -> None:
        """Load it.

        Args:
            encoder: Folder with model.onnx and tokenizer.json of the encoder that it was learned with.
            weights: What was learned (`waypoint train-reader`).
        """
        from knowledge.importing.learned.network import network_of  # torch takes seconds: only who imports waits
        from knowledge.importing.learned.tokens import Tokenization

        self._network = network_of(encoder / "model.onnx", weights)
        self._tokenization = Tokenization(encoder)

    def read(self, windows: Sequence[Window]) -> list[WindowReading]:
        """What each window says, in their order."""
        import torch

        tokens = [self._tokenization.tokens(window) for window in windows]
        found: dict[int, WindowReading] = {}
        with torch.inference_mode():
            for numbers in _by_length(tokens):
                found |= self._batch(numbers, [tokens[n] for n in numbers], [windows[n] for n in numbers])
        return [found[number] for number in range(len(windows))]

    def _batch(
        self, numbers: Sequence[int], tokens: Sequence[Tokens], windows: Sequence[Window]
    ) -> dict[int, WindowReading]:
        from knowledge.importing.learned.tokens import batch_of

        ids, mask, marked = batch_of(tokens)
        scores, (kinds, allowed) = self._network(self._network.seen(ids, mask), mask, marked)
        ends = scores.log_softmax(-1)
        return {
            number: WindowReading(
                {name: _value(ends[row, :, place], tokens[row], windows[row]) for place, name in enumerate(FIELDS)},
                dict(zip(KINDS, kinds[row].softmax(-1).tolist())),
                dict(zip(MULTI, allowed[row].softmax(-1).tolist())),
            )
            for row, number in enumerate(numbers)
        }


def _by_length(tokens: Sequence[Tokens]) -> Iterator[list[int]]:
    """Windows of like length together, so that little is computed for nothing."""
    order = sorted(range(len(tokens)), key=lambda number: len(tokens[number].ids))
    for first in range(0, len(order), _BATCH):
        yield order[first : first + _BATCH]


def _value(ends: Tensor, tokens: Tokens, window: Window) -> Value:
    """The likeliest span of words within a part of the window, or none.

    What is no word looks much alike to the encoder: that the pointers rest on any of it means that nothing is said.

    Args:
        ends: Log probability of first and last token, shape (2, length of the longest window).
        tokens: The window's tokens.
        window: The window.
    """
    import torch

    size = len(tokens.ids)
    parts = torch.tensor(tokens.parts)
    nothing = float(ends[:, :size].exp()[:, parts].sum(1).prod())
    part = parts.long().cumsum(0)
    allowed = (part[:, None] == part[None, :]) & ~parts[:, None] & ~parts[None, :]
    allowed = allowed.triu().tril(_LONGEST - 1)  # the last token is not before the first
    pairs = (ends[0, :size, None] + ends[1, None, :size]).masked_fill(~allowed, -1e9)
    first, last = divmod(int(pairs.argmax()), size)
    likely = float(pairs[first, last].exp())
    if nothing >= likely:
        return Value(None, nothing)
    return Value(whole_words(window.text, tokens.places[first][0], tokens.places[last][1]), likely)


def whole_words(text: str, start: int, end: int) -> str:
    """A slice, widened to whole words and numbers: a token may be the "920" of "5,920"."""
    words = [match.span() for match in _WORD.finditer(text)]
    start = next((first for first, last in words if first < start < last), start)
    end = next((last for first, last in words if first < end < last), end)
    return text[start:end]
