"""A title that a page shouts, or writes all in small letters, as a person would write it: a proposal to correct."""

from __future__ import annotations

import re

# Short names that stay capitals. Words that are also English ("US", "IT", "DO", "WHO") are kept where they were typed.
_SHORT = frozenset(
    "AI AMA APP CDC CEO CME CMO CNO COO CPT CRO CTO CV EHR EMR ENT ER FAQ FDA GI GP HHS HIPAA ICD ICU IME IRB KOL LLC "
    "MBA MD MPH MSL NEJM NHS NICU NIH OB/GYN OBGYN PA PCP PI PM&R PTO PV Q&A R&D RN RVU UK UM UR USA VA VC".split()
)
_NOT_IN_SMALL = frozenset("APP PA PI PV UM UR VA VC CV ER GI GP".split())  # too short to be told in small letters
_NAMES = {
    name.lower(): name
    for name in "Medicare Medicaid American America Canada Canadian European Europe British Australia January February "
    "March April June July August September October November December PhD I".split()
}
_JOINT = re.compile(r"(\s*[:|?!]\s+|\s+[–—-]\s+)")
_WORD = re.compile(r"[A-Za-z][A-Za-z/&'’.]*[A-Za-z.]|[A-Za-z]")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
_LONGEST_NAME = 5  # letters of a single word in capitals that may be somebody's name


def proposed_title(title: str) -> str:
    """The title in sentence case, part by part, where a part is all capitals, or all of it is small.

    A part is what colons, dashes and bars separate. Letters that somebody chose one by one stay.
    """
    if title[:1].isalpha() and title == title.lower():
        return _begun(_WORD.sub(lambda word: _small(word[0]), title))
    pieces = _JOINT.split(title)
    return "".join(_begun(_lowered(piece)) if _is_shouted(piece) else piece for piece in pieces)


def _is_shouted(part: str) -> bool:
    words = _WORD.findall(part)
    if not words or part != part.upper():
        return False
    if len(words) == 1:
        return len(words[0]) > _LONGEST_NAME and words[0] not in _SHORT
    return any(word not in _SHORT for word in words if len(word) > 2)


def _lowered(part: str) -> str:
    return _WORD.sub(lambda word: _quiet(word[0]), part)


def _quiet(word: str) -> str:
    """A word in capitals as it stands in a sentence."""
    if _INITIALS.fullmatch(word) or word.rstrip(".") in _SHORT:
        return word
    return _NAMES.get(word.lower(), word.lower())


def _small(word: str) -> str:
    """A word in small letters as it stands in a sentence; `may` and `who` are English first."""
    if word.upper() in _SHORT - _NOT_IN_SMALL:
        return word.upper()
    return _NAMES.get(word, word)


def _begun(part: str) -> str:
    first = next((place for place, character in enumerate(part) if character.isalnum()), len(part))
    return part[:first] + part[first : first + 1].upper() + part[first + 1 :]
