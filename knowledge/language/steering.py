"""Messages about the filters themselves: "change specialty" without a new one, "what am I filtering by".

They name no value, so no mention can stand for them; whoever answers says what is in force.
"""

from __future__ import annotations

import re
from typing import Dict, FrozenSet, Optional, Sequence

from knowledge.language.mentions import Mention
from knowledge.language.shape import FUNCTION_WORDS, HEADS
from knowledge.language.text import fold, tokenize

ALL = "all"
MOST_WORDS = 12  # a longer message tells of something else

_CHANGING: FrozenSet[str] = frozenset(
    "change changing switch switching swap swapping edit editing update updating modify adjust adjusting pick choose "
    "set reset correct fix wrong mistaken different alter replace refine fewer loosen".split()
)
_NAMED: Dict[str, str] = {
    **dict.fromkeys("specialty speciality specialties specialities field".split(), "specialty"),
    **dict.fromkeys("pay salary salaries money amount income limit floor range minimum".split(), "pay"),
    **dict.fromkeys("location place mode".split(), "work_mode"),
    **dict.fromkeys("commitment time".split(), "commitment"),
    **dict.fromkeys("setting industry employer sector".split(), "setting"),
    **dict.fromkeys("schedule hours".split(), "schedule"),
    **dict.fromkeys("source sources".split(), "source"),
    **dict.fromkeys("filter filters criteria criterion search conditions preferences wishes settings".split(), ALL),
}
_BESIDE: FrozenSet[str] = frozenset("mistake oops part click clicked entered put wanted button tap typed".split())
_IN_FORCE = re.compile(
    r"\b(?:what|which|show|list|see|current|active)\b.{0,40}\b(?:filters?|criteria|conditions?|constraints?|limits?)\b"
    r"|\bwhat (?:am|are|do|did) (?:i|you|we)(?: currently| still| now)? (?:filter|search|sort)\w*(?: (?:by|for|on))?\b"
    r"|\b(?:what(?:'?s| is| was)|remind me of|repeat) my (?:special(?:i)?ty|search|last (?:search|question)|question)\b"
    r"|\bwhat (?:did|have|had|was) i (?:just )?(?:ask|asked|say|said|type|typed|search|searched|tell|told|looking)\b"
    r"|\bremind me what (?:i|we) (?:ask|said|say|search|want|look|was|were)"
    r"|\bwhat(?:'?s| is| was) (?:set|in force|applied|on) ?(?:now|still|at the moment)?\W*$"
)


def change_asked(text: str, mentions: Sequence[Mention]) -> Optional[str]:
    """The filter that a person wants to change without saying to what; ALL for filters in general.

    Args:
        text: What the person typed.
        mentions: What `understand` found in it; a value among them is a change of its own.
    """
    tokens = tokenize(fold(text))
    if len(tokens) > MOST_WORDS or any(m.kind not in ("cue", "reference", "travel") for m in mentions):
        return None
    keys = [token.key for token in tokens]
    known = FUNCTION_WORDS | _CHANGING | _BESIDE | frozenset(_NAMED)
    if not set(keys) & _CHANGING or any(key not in known for key in keys):
        return None
    return next((_NAMED[key] for key in keys if key in _NAMED), None)


def asks_what_is_in_force(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether a message asks which filters are set: "what am I filtering by"."""
    tokens = tokenize(fold(text))
    of_work = any(token.key in HEADS for token in tokens)
    if len(tokens) > MOST_WORDS or of_work or any(m.kind not in ("cue", "reference") for m in mentions):
        return False
    return _IN_FORCE.search(fold(text)) is not None
