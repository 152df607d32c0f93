"""Text that cannot be read: mashed keys, punctuation alone, other scripts."""

from __future__ import annotations

import re
import unicodedata
from typing import FrozenSet

from knowledge.language.text import fold

MAX_CHARACTERS = 6_000  # enough for any message that a person types

_VOWELS = frozenset("aeiouy")
_LETTERS = re.compile(r"[^\W\d_]+")
_MASHED = re.compile(
    r"(?:asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|erty|uiop|zxcv|xcvb|cvbn|jkl;|aoeu)"
)


def looks_like_gibberish(text: str) -> bool:
    """Whether nothing in the text can be a word: punctuation, emoji, mashed keys."""
    folded = fold(text[:MAX_CHARACTERS]).strip()
    words = _LETTERS.findall(folded)
    if not words:
        return not any(char.isdigit() for char in folded)
    latin = [word for word in words if word.isascii()]
    if not latin:
        return False
    latin = [word for word in latin if len(word) > 1] or latin
    odd = sum(_is_odd(word) for word in latin)
    return odd * 2 > len(latin)


# Short words without vowels that physicians type.
_CONSONANTS: FrozenSet[str] = frozenset(
    "msl md do mds dr drs hr hrs k tv wfh pt pts pls plz thx ty np nps pm pmr gp er fm ft vs yr "
    "yrs "
    "mph phd jd rn pcp crc cro cros cmo cmos dm dms hmm mm mmm shh brb tbh idk btw lmk msg msgs "
    "rx dx tx hx "
    "sx pcps rvu rvus nyc dc sf ny nj nc nd sd tn tx vt hmo mco ssn llc ltd cv cvs sql vc vcs "
    "hs "
    "fp fps "
    "gyn obgyn sgy nsgy nsx pccm ccm mfm nrmp lcme fda cdc nih cme cms irb ml mls ppt pdf hm "
    "zzz "
    "lmfm srs "
    "wtf smh kms kys ngl rn bc crs ctb ppl gtg nvm ttyl ur um sr jr st nd rd th vp svp fmg img "
    "msls s m t d b c".split()
)


# Runs of keys that are too short for the rules below and no word or abbreviation.
_KEY_RUNS: FrozenSet[str] = frozenset(
    "asd sdf dfg fgh ghj hjk jkl lkj kjh jhg hgf gfd fds dsa qwe ewq wsx qaz rty tyui yui poiu zxc xcv cvb "
    "vbn bnm mnb nbv vcx cxz wasd fjd dfjk jkjk dkfj".split()
)


def _is_odd(word: str) -> bool:
    if word in _CONSONANTS or len(word) == 1:
        return False
    if word in _KEY_RUNS:
        return True
    if _MASHED.search(word):
        return True
    if len(word) >= 4 and len(set(word)) == 1:
        return True
    vowels = sum(char in _VOWELS for char in word)
    if vowels == 0:
        return len(word) >= 4
    if len(word) > 28:
        return True
    return len(word) >= 7 and (
        vowels / len(word) < 0.15 or re.search(r"[^aeiouy]{6,}", word) is not None
    )


def is_mostly_non_latin(text: str) -> bool:
    """Whether most letters belong to another script (Cyrillic, Arabic, Chinese ...)."""
    letters = [char for char in text[:MAX_CHARACTERS] if char.isalpha()]
    if not letters:
        return False
    other = sum("LATIN" not in unicodedata.name(char, "") for char in letters[:400])
    return other * 2 > min(len(letters), 400)
