"""Many wordings of one question, so that nothing is measured out of a memory.

The encoder remembers the texts that it has seen. People do not repeat each other word for
word, so a benchmark that does would measure a bot nobody meets.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

# Words without a number, a name or a wish in them.
_ENDINGS = (
    "please", "thanks", "if you can", "if possible", "I wonder", "just curious", "by the way",
    "briefly", "in short", "roughly", "actually curious", "thank you", "whenever",
)  # fmt: skip


def phrasings(question: str, *, vary: bool = True) -> Iterator[str]:
    """The question with up to three polite endings in every order, endlessly.

    Args:
        question: What is asked.
        vary: False gives the bare question each time.
    """
    if not vary:
        yield from itertools.repeat(question)
    orders = (itertools.permutations(_ENDINGS, length) for length in range(4))
    for words in itertools.cycle(itertools.chain.from_iterable(orders)):
        yield " ".join((question, *words))
