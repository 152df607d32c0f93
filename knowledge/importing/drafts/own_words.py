"""Whether a passage is in the maintainer's own words or repeats its source.

The shipped articles are held to the same measure: no more than seven words in a row, which names and
titles may well have.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.importing.drafts.prose import sentences

LONGEST_RUN = 7  # words in a row that a passage may share with its source
SHORTEST_SENTENCE = 5  # a whole sentence of at least so many words is a repetition, however short
_WORD = re.compile(r"[$€£]?\d[\d.,]*\d|[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Repetition:
    """Words of a passage that stand in the source as well.

    Attributes:
        words: As the passage has them.
        start: Where they begin in the passage, in characters.
        end: Where they end.
        source_start: Where they begin in the source.
        source_end: Where they end there.
    """

    words: str
    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True)
class _Source:
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    runs: dict[tuple[str, ...], int]  # of LONGEST_RUN + 1 words: the first of them
    sentences: dict[tuple[str, ...], int]  # short ones, whole


def repetitions(passage: str, source: str) -> list[Repetition]:
    """Where a passage repeats its source: eight words in a row, or a whole short sentence.

    Case, punctuation and white space make no difference; a number counts as one word.
    """
    known = _read(source)
    words, spans = _words(passage)
    found: list[Repetition] = []
    position, size = 0, LONGEST_RUN + 1
    while position + size <= len(words):
        at = known.runs.get(tuple(words[position : position + size]))
        if at is None:
            position += 1
            continue
        length = size
        while words[position + length : position + length + 1] == list(known.words[at + length : at + length + 1]) and (
            position + length < len(words)
        ):
            length += 1
        found.append(_repetition(passage, spans, known, position, at, length))
        position += length
    return sorted(found + _whole_sentences(passage, words, spans, known, found), key=lambda one: one.start)


def _whole_sentences(
    passage: str, words: list[str], spans: list[tuple[int, int]], known: _Source, found: list[Repetition]
) -> list[Repetition]:
    more = []
    for start, end in sentences(passage):
        inside = [i for i, (a, b) in enumerate(spans) if a >= start and b <= end]
        if not inside or any(one.start < end and start < one.end for one in found):
            continue
        at = known.sentences.get(tuple(words[inside[0] : inside[-1] + 1]))
        if at is not None:
            more.append(_repetition(passage, spans, known, inside[0], at, len(inside)))
    return more


def _repetition(
    passage: str, spans: list[tuple[int, int]], known: _Source, position: int, at: int, length: int
) -> Repetition:
    start, end = spans[position][0], spans[position + length - 1][1]
    return Repetition(passage[start:end], start, end, known.spans[at][0], known.spans[at + length - 1][1])


@lru_cache(maxsize=8)
def _read(source: str) -> _Source:
    words, spans = _words(source)
    runs: dict[tuple[str, ...], int] = {}
    for position in range(len(words) - LONGEST_RUN):
        runs.setdefault(tuple(words[position : position + LONGEST_RUN + 1]), position)
    return _Source(tuple(words), tuple(spans), runs, _short_sentences(source, words, spans))


def _short_sentences(source: str, words: list[str], spans: list[tuple[int, int]]) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    position, offset = 0, 0
    for line in source.split("\n"):
        for _, end in sentences(line):
            first = position
            while position < len(spans) and spans[position][1] <= offset + end:
                position += 1
            said = tuple(words[first:position])
            if sum(not word[-1].isdigit() for word in said) >= SHORTEST_SENTENCE:
                found.setdefault(said, first)
        offset += len(line) + 1
    return found


def _words(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    matches = list(_WORD.finditer(text))
    return [m[0].casefold().replace("’", "'") for m in matches], [m.span() for m in matches]
