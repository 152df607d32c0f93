"""Misspellings of the words that the pay grammar turns on ("ovre 150k", "hunderd thosand").

Made from the words themselves: two letters swapped, one doubled, one left out. Forms that
are words of their own ("blow", "lest") are left alone.
"""

from __future__ import annotations

from typing import Dict, Iterator

_WORDS = (
    "over above under below least minimum maximum between around about exactly approximately "
    "thousand hundred million quarter grand dollars figures annually yearly hourly hour year "
    "month "
    "north upwards salary paying starting".split()
)
_WORDS_OF_THEIR_OWN = frozenset(
    "blow bellow abut bout yea yer year your hour ear lest last east moth nort yearly startling "
    "staring stating salty grad grant brand quarter figure figures dollar pain praying playing "
    "our "
    "oven overt cover mill billion sating souls unders bow hur hor".split()
)


def _misspellings(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[: at + 1] + word[at:]
        if at:
            yield word[:at] + word[at + 1 :]
        if at and at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


MISSPELT: Dict[str, str] = {
    form: word
    for word in _WORDS
    for form in _misspellings(word)
    if form not in _WORDS and form not in _WORDS_OF_THEIR_OWN and len(form) >= 3
}
MISSPELT.update(
    thosand="thousand",
    thousan="thousand",
    hunderd="hundred",
    hundered="hundred",
    atleast="atleast",
    minumum="minimum",
    minimun="minimum",
    aprox="approx",
)
