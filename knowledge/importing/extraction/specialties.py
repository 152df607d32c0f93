"""Which physicians an article is written for, from its title, its opening and how often they are named."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

from collections import Counter

from knowledge.importing.document import SourceDocument
from knowledge.importing.extraction.known import name_key
from knowledge.language.lexicon import expand
from knowledge.language.specialties import SPECIALTIES

_SHORTEST = 6  # letters: "path", "id" and "gas" are words of their own
_WORDS = 4000  # of the text that are looked at


def _names() -> dict[str, str]:
    table: dict[str, str] = {}
    for specialty in SPECIALTIES.values():
        for wording in (specialty.title, specialty.physician, *specialty.names):
            for name in expand(wording):
                key = name_key(name)
                if len(key) >= _SHORTEST:
                    table.setdefault(key, specialty.id)
    return table


_NAMES = _names()
_LONGEST = max(name.count(" ") for name in _NAMES) + 1
_GENERAL = frozenset(("surgery", "primary-care", "preventive-medicine", "internal-medicine"))
_NOT_BY_THEMSELVES = frozenset(
    "surgeon surgical surgery cancer primary cardiac vascular pediatric kidney psychiatric imaging infectious medicine palliative".split()
)


def specialties_of(document: SourceDocument) -> tuple[str, ...]:
    """Ids of the specialties that the title names, else of one that the text names far more often than others."""
    headings = [block.text for block in document.blocks if block.kind == "heading" and block.level <= 1][:3]
    title = " . ".join(filter(None, [document.title, *headings[:1]]))
    named = named_in(title)
    counts = named_in(" ".join(block.text for block in document.blocks)[: _WORDS * 7])
    if named:
        chosen = [s for s in named if named[s]]
        general = [s for s in chosen if s in _GENERAL]
        if general and counts:
            top = counts.most_common(1)[0]
            if (top[0] not in chosen and SPECIALTIES[top[0]].parent is not None) or (
                top[0].endswith(general[0]) and top[1] >= 2
            ):
                return (top[0],)
        return tuple(dict.fromkeys(chosen))[:3]
    ranked = [(s, n) for s, n in counts.most_common(3) if s not in _GENERAL or n >= 4]
    if ranked and ranked[0][1] >= 3 and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        return (ranked[0][0],)
    return ()


def named_in(text: str) -> Counter[str]:
    """How often each specialty is named, the longest name at each place."""
    words = name_key(text).split()
    counts: Counter[str] = Counter()
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            name = " ".join(words[at : at + length])
            if name in _NAMES and name not in _NOT_BY_THEMSELVES:
                counts[_NAMES[name]] += 1
                at += length - 1
                break
        at += 1
    if any(word in ("surgeon", "surgeon's") for word in words):
        counts["surgery"] += 1
    return counts
