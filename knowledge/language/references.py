"""When "it", "that" and "only" point at the conversation rather than at the sentence."""

from __future__ import annotations

from typing import Sequence

from knowledge.language.names import Entry
from knowledge.language.text import Token

_IDIOM_BEFORE_IT = frozenset(
    "worth cut get got hate love over with end take handle do make call doing done lose losing "
    "leave leaving quitting quit had about find".split()
) - frozenset(("with", "about", "over"))
_IDIOM_AFTER_IT = frozenset(
    "possible hard worth true too ok okay normal realistic better easy difficult common wrong "
    "bad "
    "crazy late industry seems sucks all depends would feasible safe legal smart job jobs up "
    "anymore "
    "consulting company off".split()
)
_POINTS_AT = frozenset(
    "is was does did about for of with to compare explain why from than like between vs versus "
    "and "
    "do has involve say says what's whats would where wheres how hows show what".split()
)
_RELATIVE_VERBS = frozenset(
    "pay pays paying is are i we you dont don't do does doesn't can have has need needs let "
    "lets "
    "require requires involve involves who a an the my they there was were will would could "
    "don't isn't isnt aren't arent fit fits offer offers allow "
    "allows uses use makes make not".split()
)
_WEAK_OPENERS = frozenset(
    "no not ok okay so if then hmm sorry wait nothing now non without".split()
)
_POLITE = frozenset(
    "thanks thank thx really way idea problem sure worries one yet bad now i im that thats its "
    "it is cool great good curious".split()
)
_HEADS = frozenset(
    "job jobs role roles gig gigs work career careers position positions options".split()
)
_NOT_OURS = frozenset(
    "work killing sucks anymore hospital clinic specialty "
    "field year week month time country".split()
)


def is_reference(entry: Entry, tokens: Sequence[Token], first: int, after: int) -> bool:
    """Whether a reference or cue at tokens `first` to `after` really is one."""
    before = tokens[first - 1].key if first else ""
    following = tokens[after].key if after < len(tokens) else ""
    if entry.kind == "cue":
        return _is_cue(entry, tokens, first, after)
    word = tokens[first].key
    if word in ("it", "its"):
        return not (before in _IDIOM_BEFORE_IT or following in _IDIOM_AFTER_IT)
    if following in _NOT_OURS or (
        after < len(tokens) and after - first == 1 and following == "said"
    ):
        return False
    if after - first > 1 or word in ("thats",):
        return True
    if word in ("that", "this"):
        if first == 0:
            return following not in ("i", "being", "said")
        if before in (
            "about",
            "for",
            "of",
            "with",
            "than",
            "like",
            "compare",
            "from",
            "vs",
            "versus",
        ):
            return not _continues(tokens, first, following)
        return before in _POINTS_AT and not (
            before in ("and", "to", "from", "say", "says", "like") and following
        )
    if word in ("those", "these"):
        return following not in ("who", "that") and not _continues(tokens, first, following)
    if word == "both" and after - first == 1:  # "both cards and rheum" names them itself
        return following != "worlds" and "and" not in [token.key for token in tokens[after : after + 4]]
    if word in ("they", "their", "them", "both"):
        return True
    return True


def _continues(tokens: Sequence[Token], at: int, following: str) -> bool:
    """ "those that pay", "about that job I had": the word opens a clause of its own."""
    return bool(following) and not tokens[at].after.strip() and following in _RELATIVE_VERBS and (
        following not in ("pay", "pays", "is", "are", "do", "does", "have", "has", "require",
                          "requires", "involve", "involves", "need", "needs")
    )  # fmt: skip


def _is_cue(entry: Entry, tokens: Sequence[Token], first: int, after: int) -> bool:
    word = tokens[first].key
    following = tokens[after].key if after < len(tokens) else ""
    if word == "back" and first and tokens[first - 1].key in ("scale", "cut", "dial", "scaled", "cutting", "scaling"):
        return False
    if entry.opening:
        if word in _WEAK_OPENERS and after - first == 1:
            return bool(following) and not _is_politeness(following) and _is_fragment(tokens)
        if word == "more":
            return following in (
                "",
                "please",
                "pls",
                "of",
                "options",
                "roles",
                "jobs",
                "like",
                "remote",
                "results",
            )
        if word in ("and", "but", "plus", "add", "just", "same"):
            return bool(following) and following not in _POLITE
        return True
    if word == "only":
        before = tokens[first - 1].key if first else ""
        return before not in (
            "i",
            "the",
            "an",
            "not",
            "if",
            "is",
            "my",
            "im",
            "am",
        ) and following not in ("a", "the", "one", "if", "because")
    return True


def _is_politeness(following: str) -> bool:
    return following in _POLITE


def _is_fragment(tokens: Sequence[Token]) -> bool:
    """Short and without naming what it looks for: "not pharma", but not "no pharma jobs"."""
    return len(tokens) <= 8 and not any(token.key in _HEADS for token in tokens)
