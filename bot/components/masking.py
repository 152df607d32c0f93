"""Replaces names in a message by words for their kind, for the intent classifier.

"onc UR pay?" and "cards CMO pay?" are one sentence to it, "doctor this job pay ?", so it
learns from fewer lines, and a role that is added later needs no new ones. Typing errors in
recognised words are put right on the way.
"""

from __future__ import annotations

import re
from typing import Iterable, List, Optional

from knowledge.language.mentions import Mention

# Everyday words, so that the sentence encoder knows them. The other kinds (work mode, order
# and so on) say by their own words what is wanted; only their typing errors are corrected.
WORD_FOR = {
    "role": "this job",
    "specialty": "doctor",
    "source": "that website",
    "pay": "200k",
    "geography": "overseas",
    "ordinal": "number two",
}
MAX_CHARACTERS = 400  # the rest of a long message adds time, not meaning

_REPEATED = re.compile(r"(.)\1{2,}")
_SPACE = re.compile(r"\s+")
_APOSTROPHE = re.compile("[\u2018\u2019\u02bc`´]")


def mask(text: str, mentions: Iterable[Mention]) -> str:
    """Return the lower-cased text with recognised names replaced.

    Args:
        text: What the person wrote.
        mentions: What was recognised in it, with character offsets into `text`.
    """
    pieces: List[str] = []
    position = 0
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        word = _word_for(mention)
        if word is None or mention.start < position:
            continue
        pieces += [text[position : mention.start], " ", word, " "]
        position = mention.end
    pieces.append(text[position:])
    return _plain("".join(pieces))[:MAX_CHARACTERS]


def _word_for(mention: Mention) -> Optional[str]:
    if mention.kind == "specialty" and mention.value == "any":
        return "any specialty"
    if mention.kind in WORD_FOR:
        return WORD_FOR[mention.kind]
    if mention.corrected:
        return mention.value.replace("_", " ")
    return None


def _plain(text: str) -> str:
    text = _APOSTROPHE.sub("'", text.lower()).replace("'", "")
    text = _REPEATED.sub(r"\1\1", text)  # "sooooo" and "???" have as many forms as thumbs
    return _SPACE.sub(" ", text).strip()
