"""Phrase tables: many everyday wordings for one value, found in one pass over the tokens.

A wording may hold alternatives in brackets: `work(ing|) from (my|) home` stands for four
phrases. An empty alternative leaves the word out.
"""

from __future__ import annotations

import re
from typing import Dict, Generic, Iterable, Iterator, List, Sequence, Tuple, TypeVar

from knowledge.language.text import Token, fold, is_joined, tokenize

T = TypeVar("T")
_GROUP = re.compile(r"\(([^()]*)\)")


def expand(wording: str) -> Iterator[str]:
    """Every plain phrase of a wording with bracketed alternatives (innermost brackets first)."""
    group = _GROUP.search(wording)
    if group is None:
        yield " ".join(wording.split())
        return
    for choice in group.group(1).split("|"):
        yield from expand(wording[: group.start()] + choice + wording[group.end() :])


def keys_of(phrase: str) -> Tuple[str, ...]:
    """The token keys of a phrase, as `Lexicon` compares them."""
    return tuple(token.key for token in tokenize(fold(phrase)))


class Lexicon(Generic[T]):
    """Phrases of words with a payload each, indexed by their first word."""

    def __init__(self, entries: Iterable[Tuple[str, T]] = ()) -> None:
        self._by_first: Dict[str, Dict[Tuple[str, ...], T]] = {}
        self._longest: Dict[str, int] = {}
        for wording, payload in entries:
            for phrase in expand(wording):
                self.add(phrase, payload)

    def add(self, phrase: str, payload: T) -> None:
        """Adds one plain phrase; a phrase that is already there keeps its first payload."""
        self.add_keys(keys_of(phrase), payload)

    def add_keys(self, keys: Tuple[str, ...], payload: T) -> None:
        """Adds a phrase that is already cut into token keys."""
        if keys:
            self._by_first.setdefault(keys[0], {}).setdefault(keys, payload)
            self._longest[keys[0]] = max(self._longest.get(keys[0], 0), len(keys))

    def entries(self) -> Iterator[Tuple[Tuple[str, ...], T]]:
        """Every phrase, as keys, with its payload."""
        for phrases in self._by_first.values():
            yield from phrases.items()

    def words(self) -> Iterator[str]:
        """Every word that occurs in a phrase (with repeats)."""
        for phrases in self._by_first.values():
            for keys in phrases:
                yield from keys

    def match_at(self, tokens: Sequence[Token], at: int) -> "Tuple[int, T] | None":
        """The longest phrase that starts at token `at`: (number of tokens, payload)."""
        phrases = self._by_first.get(tokens[at].key)
        if phrases is None:
            return None
        last = min(len(tokens), at + self._longest[tokens[at].key])
        keys: List[str] = [tokens[at].key]
        for index in range(at, last - 1):
            if not is_joined(tokens[index].after):
                break
            keys.append(tokens[index + 1].key)
        while keys:
            payload = phrases.get(tuple(keys))
            if payload is not None:
                return len(keys), payload
            keys.pop()
        return None
