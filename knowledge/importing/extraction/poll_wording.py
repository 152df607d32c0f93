"""The statement of a poll: the words that complete "<percent> % ...", made of the sentence's own."""

from __future__ import annotations

import re

_LONGEST = 300
_JOINTS = re.compile(
    r"(?:[\s,;:–—-]|\b(?:and|while|whereas|but|with|followed by|compared (?:with|to)|versus|vs\.?|or|then"
    r"|another|(?:a )?further|(?:the|that|this) (?:figure|share|number|proportion|rate) (?:was|is|were|stood)"
    r"|only|just|an additional|additional|about|around|nearly|almost|roughly|over|under|at|by|the|as much as"
    r"|more than|less than"
    r"|fewer than|up to|as many as|in|among|than|against|the rest|of (?:those|these|them|whom)"
    r"|a (?:\w+ )?(?:portion|share|minority|majority"
    r"|group|number))\b)+$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",\s(?:according to|says?|said|as|per|(?:our|the|a|an|its)\s[^,]{0,60}\b(?:shows?|showed|found|finds|says"
    r"|said|reports?|reported"
    r"|suggests?)$)\b[^,]{0,120}$",
    re.IGNORECASE,
)
_SOURCE_TAIL = re.compile(r",\s(?:according to|as reported by|per)\s.*$", re.IGNORECASE)
_OPENERS = re.compile(r"^(?:[\s,;:–—)\]-]|\b(?:and|but|while|whereas|or|then|of these|of those|of them"
    r"|followed by|by)\b)+", re.IGNORECASE)
_VERB_BEHIND = re.compile(
    r"\s*\b(?:(?:came|ranked|was|were|is|are|stood|took|placed|followed|got|received|drew|had)\b.{0,80}"
    r"|(?:was|were|is|are|been|being)?\s?(?:named|cited|chosen|mentioned|given|listed|picked|selected|ticked"
    r"|reported|shared"
    r"|identified|indicated|noted|raised|voiced|felt)\b.{0,60})$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:In|From|According to|For|Among|Of)\b[^,]{0,120},\s)?(?:[^,;:]{0,80}\b(?:said|reported|found|showed"
    r"|answered|felt)"
    r"\s(?:that\s)?)?",
    re.IGNORECASE,
)
_TOP = re.compile(
    r"^(?:the|a|another|their) (?:most|second|third|next|leading|top|main|biggest|commonest|least|chief"
    r"|first)\b[^,;:]{0,50}"
    r"\b(?:was|were|is|are|being)\s",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:the|this|that) (?:share|figure|number|proportion|percentage|rate)\b[^,;.]{0,30}$"
    r"|\b(?:it|this|that)\s(?:was|is|were|stood at)\W*$",
    re.IGNORECASE,
)
_END_MARKS = " \t,;:.!?–—-"


def clause_behind(text: str, start: int, stop: int) -> str:
    """What is said behind a percentage.

    Args:
        text: The sentence.
        start: Where it begins, such as behind "26%".
        stop: Where the next percentage of the sentence begins, or the end.
    """
    said = text[start : min(stop, start + 2 * _LONGEST)]
    said = _JOINTS.sub("", said.rstrip("([ ")) if stop < len(text) else said.rstrip(_END_MARKS)
    return _SOURCE_TAIL.sub("", _TAIL.sub("", _closed(_OPENERS.sub("", said)))[:_LONGEST]).strip()


def answer_before(text: str, start: int, stop: int) -> str:
    """The answer that a percentage stands behind: "long hours" of "followed by long hours (21%)".

    Args:
        text: The sentence.
        start: Where the percentage before it ends, or 0.
        stop: Where the percentage begins.
    """
    said = _OPENERS.sub("", _JOINTS.sub("", text[max(start, stop - _LONGEST) : stop].rstrip("([ ")))
    if not start:
        said = _LEAD.sub("", said.rpartition(": ")[2].rpartition("; ")[2])
    answer = _VERB_BEHIND.sub("", _TOP.sub("", said))
    answer = re.sub(r",\s(?:said|answered|replied|say)$", "", answer)
    return answer.strip(_END_MARKS + "•*\"“”")[:_LONGEST]


def is_about_share(before: str) -> bool:
    """Whether "the share was" stands before a percentage, so that the answer given before is meant."""
    return bool(_SHARE.search(before.rpartition(";")[2].rpartition(",")[2]))


def of_people(population: str | None, said: str) -> str:
    """A statement about people, from what they do."""
    return f"of {population or 'those asked'} {said}".strip()


def naming(population: str | None, answer: str) -> str:
    """A statement about people, from the answer they gave."""
    said = "answered" if answer.lower().strip("“”\"'") in ("yes", "no", "maybe", "neither") else "named"
    return of_people(population, f"{said} {_lowered(answer)}")


def _lowered(answer: str) -> str:
    """An answer within a sentence; a name or an abbreviation keeps its capital."""
    first, _, rest = answer.partition(" ")
    keeps = len(first) > 1 and (any(letter.isupper() for letter in first[1:]) or rest[:1].isupper())
    return answer if keeps or not answer else answer[0].lower() + answer[1:]


def _closed(said: str) -> str:
    """Without a bracket that is opened or closed only once."""
    for left, right in ("()", "[]", "“”"):
        if said.count(left) != said.count(right):
            at_end = said.rstrip().endswith(left)
            said = said.rstrip(left + " ") if at_end else said.replace(left, "").replace(right, "")
    return said
