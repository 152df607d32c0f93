"""What is known before an article is read: the kinds of work with their names, and the specialties."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from knowledge.facts import RoleKind
from knowledge.importing.extraction.role_words import OTHER_NAMES
from knowledge.language.lexicon import expand
from knowledge.language.specialties import SPECIALTIES

_TOKEN = re.compile(r"[^\W_¹²³⁴-⁹]+(?:['’][^\W_¹²³⁴-⁹]+)*|&")  # without the numbers of footnotes
_ALIKE = {"adviser": "advisor", "centre": "center", "utilisation": "utilization", "&": "and", "paediatric": "pediatric"}
_CLOSE = 92  # of 100: one typing error in a name of two words, no other word
_LONGEST = 8  # words of a name


@dataclass(frozen=True)
class Mention:
    """A name of a known kind in a text, at `start` to `end`. `exact` is False for a variant spelling."""

    kind: str
    start: int
    end: int
    words: int
    exact: bool = True


def token_spans(text: str) -> list[tuple[str, int, int]]:
    """The words of a text as they are compared: lower case, singular, one spelling; with their places."""
    return [(_key(match.group()), match.start(), match.end()) for match in _TOKEN.finditer(text)]


def name_key(text: str) -> str:
    """A name as it is compared."""
    return " ".join(token for token, _, _ in token_spans(text))


def _key(word: str) -> str:
    low = word.lower().replace("’", "'")
    low = low[:-2] if low.endswith("'s") else low
    low = _ALIKE.get(low, low)
    if len(low) > 4 and low.endswith("ies"):
        low = low[:-3] + "y"
    elif len(low) > 4 and low.endswith(("sses", "ches", "shes", "xes")):
        low = low[:-2]
    elif len(low) > 2 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        low = low[:-1]
    return _ALIKE.get(low, low)


class KnownWork:
    """The known kinds of work by all their names. Build it once; it never changes."""

    def __init__(self, names: Iterable[tuple[str, str]], titles: dict[str, str]) -> None:
        self._kinds: dict[tuple[str, ...], str] = {}
        self._short: dict[tuple[str, ...], str] = {}
        for name, kind in names:
            key = tuple(name_key(name).split())
            if len(key) <= _LONGEST and key:
                self._kinds.setdefault(key, kind)
                if len(key) == 1 and len(name) <= 4:
                    self._short[key] = name
        self._firsts = {key[0] for key in self._kinds}
        self._phrases = [" ".join(key) for key in self._kinds if len(key) > 1]
        self.titles = titles

    @classmethod
    def of(cls, kinds: Iterable[RoleKind]) -> KnownWork:
        """From the kinds of a knowledge base (`knowledge/roles.yml`)."""
        listed = list(kinds)
        names = [(name, kind.id) for kind in listed for name in (kind.title, *kind.names)]
        ids = {kind.id for kind in listed}
        names += [
            (name, kind) for kind, wordings in OTHER_NAMES.items() if kind in ids
            for wording in wordings for name in expand(wording)
        ]  # fmt: skip
        return cls(names, {kind.id: kind.title for kind in listed})

    def kind_of(self, name: str) -> str | None:
        """The kind that a whole name stands for, one typing error forgiven."""
        key = name_key(name)
        exact = self._kinds.get(tuple(key.split()))
        if exact is None and key.startswith("tele") and key[4:] in tele_words() and "telemedicine" in self.titles:
            return "telemedicine"
        if exact or key.count(" ") == 0 or len(key) > 80:
            return exact
        close = process.extractOne(key, self._phrases, scorer=fuzz.ratio, score_cutoff=_CLOSE)
        if close is None or len(close[0].split()) != len(key.split()):
            return None
        return self._kinds[tuple(close[0].split())]

    def mentions(self, text: str) -> list[Mention]:
        """The names in a text, the longest at each place, in order. Short ones must be in capitals."""
        tokens = token_spans(text)
        found: list[Mention] = []
        at = 0
        while at < len(tokens):
            mention = self._mention_at(text, tokens, at)
            if mention is None:
                at += 1
                continue
            found.append(mention)
            at += mention.words
        return found

    def _mention_at(self, text: str, tokens: list[tuple[str, int, int]], at: int) -> Mention | None:
        if tokens[at][0] not in self._firsts:
            word, start, end = tokens[at]
            is_tele = "telemedicine" in self.titles and word.startswith("tele") and word[4:] in tele_words()
            return Mention("telemedicine", start, end, 1) if is_tele else None
        for count in range(min(_LONGEST, len(tokens) - at), 0, -1):
            key = tuple(token for token, _, _ in tokens[at : at + count])
            kind = self._kinds.get(key)
            if kind is None or not _unbroken(text, tokens, at, count):
                continue
            start, end = tokens[at][1], tokens[at + count - 1][2]
            if key in self._short and not text[start : start + 2].isupper() and not text[start:end].isupper():
                continue
            return Mention(kind, start, end, count)
        return None


def _unbroken(text: str, tokens: list[tuple[str, int, int]], at: int, count: int) -> bool:
    """Whether only blanks, hyphens and slashes stand between the words."""
    return all(set(text[tokens[i][2] : tokens[i + 1][1]]) <= set(" -–/‑&'’") for i in range(at, at + count - 1))


@cache
def tele_words() -> frozenset[str]:
    """What may follow "tele" in the name of medicine at a distance: "telehospitalist", "telenephrology"."""
    return frozenset(
        name for s in SPECIALTIES.values() for name in (name_key(s.title), name_key(s.physician)) if " " not in name
    )


@cache
def specialty_physicians() -> frozenset[str]:
    """Names of physicians by specialty, as they are compared: "anesthesiologist", "hospitalist"."""
    found = {name_key(s.physician) for s in SPECIALTIES.values()}
    for specialty in SPECIALTIES.values():
        for wording in specialty.names:
            for name in expand(wording):
                key = name_key(name)
                if key.endswith(("ist", "ian", "surgeon", "physician", "atrist")):
                    found.add(key)
    return frozenset(found)
