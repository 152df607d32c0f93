"""Whether two sentences are one that was edited a little, or tell of different things."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)?")
_CONTRACTED = re.compile(r"[’'](?:s|d|ve|re|ll|m)$")
_LONG = 8  # words of weight from which one of them may change
# Words that come and go without another meaning: of grammar, of how something is told, of time and degree.
_LIGHT = frozenset(
    """a an the this that these those it its they them their there here we us our you your i me my he she his her
    some any such own of to in on at by for with as than and or but so also too still now then today just even
    ever often already currently again recently generally usually typically indeed overall well quite rather
    very really however meanwhile though although while when where which who whom whose what how if is are was
    were be been being am do does did has have had can could may might will would shall should about around
    roughly approximately nearly almost some circa say said tell told report reported find found show showed
    reveal revealed note noted answer answered respond responded put give gave get got earn earned make made pay
    paid bring brought take took offer offered charge charged survey surveyed poll polled questionnaire study
    ask asked among after all recent latest""".split()
)
# One of these more, less or changed, and the sentence tells of other people, another amount, or the opposite.
_TELLING = frozenset(
    """not no never nor without neither none only unless except less more fewer over under above below up most
    least half third quarter per hourly daily weekly monthly yearly annually hour day week month year shift case
    project average median mean typical minimum maximum starting base total top bottom range bonus before woman
    women man men female male young younger old older senior junior resident attending fellow retired former
    full part time night morning evening weekend remote onsite rural urban domestic international""".split()
)


def same_sentence(before: str, after: str, named: str = "") -> bool:
    """Whether one sentence is the other, edited a little.

    Commas, capitals, plurals and light words ("also", "about", "told") never matter. Of a long sentence one further
    word may change. Another number never passes, nor a word that tells who, how much, how often, or the opposite.

    Args:
        before: A sentence as it was.
        after: As it is now.
        named: What the fact of either sentence says, field by field; no word of it may change.
    """
    old, new = _weighty(before), _weighty(after)
    if old == new:
        return True
    if min(len(old), len(new)) < _LONG:
        return False
    fixed = {*_TELLING, *_weighty(named), *_names(before), *_names(after)}
    changes = [c for c in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if c[0] != "equal"]
    if len(changes) > 1 or any(max(b - a, d - c) > 1 for _, a, b, c, d in changes):
        return False
    changed = {word for _, a, b, c, d in changes for word in (*old[a:b], *new[c:d])}
    return not any(word in fixed or word[0].isdigit() for word in changed)


def likeness(one: str, other: str) -> float:
    """How many words two sentences share in their order, 0 to 1."""
    return SequenceMatcher(None, _words(one), _words(other), autojunk=False).ratio()


def _weighty(text: str) -> list[str]:
    """The words that carry what a sentence says."""
    return [word for word in _words(text) if word not in _LIGHT and not _is_adverb(word)]


def _words(text: str) -> list[str]:
    found: list[str] = []
    for token in _TOKEN.findall(text):
        low = token.casefold().replace("’", "'")
        if low.endswith("n't"):
            found += [low[:-3], "not"]
        else:
            found.append(_plain(_CONTRACTED.sub("", low)))
    return found


def _plain(word: str) -> str:
    """A number without its commas, a word in the singular."""
    if word[0].isdigit():
        return word.replace(",", "")
    if word in _LIGHT or word in _TELLING or len(word) < 4:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 5 and word not in _TELLING


def _names(text: str) -> set[str]:
    """Words that begin with a capital within a sentence: people, places, organisations."""
    return {word for match in re.findall(r"(?<=[\w,;:] )[A-Z][\w’']+", text) for word in _words(match)}
