"""What is paid for clinical work, or was paid before: the pay of others, however close to a role it stands."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re
from itertools import pairwise

from knowledge.importing.extraction import evidence_words as words
from knowledge.importing.extraction.known import specialty_physicians, token_spans

_CLINICAL = re.compile(words.CLINICAL, re.IGNORECASE)
_FORMER = re.compile(words.FORMER, re.IGNORECASE)
_AVERAGE_PHYSICIAN = re.compile(
    r"\b(?:average|typical|median|ordinary|practicing|full-time)\s(?P<who>[a-z.-]+(?:\s[a-z-]+){0,2}?)\s(?:(?:that\s)?(?:we|you|i)\s(?:know|meet|(?:speak|talk) (?:to|with))\s)?(?:earn(?:s|ed)?|makes?|made|gets?|got|bills?|billed|takes? home|took home|is paid|was paid)\b",
    re.IGNORECASE,
)
# "An orthopedic surgeon makes $570,000": of a yearly amount only; "a radiologist gets $450 an hour" for the work.
_A_PHYSICIAN = re.compile(
    r"(?:^|[.,;:]\s|\b(?:while|but|and|whereas)\s)\s*(?:an?|your|every)\s(?P<who>[a-z-]+(?:\s[a-z-]+){0,2}?)\s(?:earns?|makes?|gets?|at)\s(?:about\s|around\s|some\s)?$", re.IGNORECASE
)
_ANY_PHYSICIAN = re.compile(
    r"(?:(?:u\.?s\.?|american|british|canadian|australian|clinical|practicing|practising|full-time|typical)\s)*(?:physician|doctor|clinician|gp)", re.IGNORECASE
)
_CONDITION = re.compile(
    r"^\s*(?:where|if|when|although|though|while|because|since|unless|for those)\b[^,$€£]*,\s", re.IGNORECASE
)
_FRESH = re.compile(
    r"\b(?:straight|fresh|right|directly|new|just)\s(?:from|out of|after)\s(?:\w+\s)?(?:fellowship|residency|training|practice)", re.IGNORECASE
)
_THAN_FORMER = re.compile(
    r"\b(?:of|than|as|what|to|as much as)\s(?:what\s)?(?:i|you|he|she|they|we)\s(?:used to|had|was|were)\s?(?:been\s)?(?:make|making|earn|earned|earning|made)\b",
    re.IGNORECASE,
)


def speaks_of_practice(line: str) -> bool:
    """Whether a line is about clinical work or an earlier job: "And what did you earn on the wards?"."""
    return bool(_CLINICAL.search(line) or _FORMER.search(line))


def is_former(clause: str, text: str, in_role: bool) -> bool:
    """Whether a clause, or where no role is spoken of its sentence, tells what somebody earned before."""
    return bool(_FORMER.search(_THAN_FORMER.sub(" ", clause)) or (not in_role and _FORMER.search(text)))


def is_clinical(tells_of: str, clause: str, before: str, in_role: bool, yearly: bool) -> bool:
    """Whether an amount is what clinical work pays.

    Args:
        tells_of: What the clause tells more of ("..., which paid $310,000").
        clause: The amount's clause.
        before: What stands before the amount in it.
        in_role: Whether the text speaks of one role there.
        yearly: Whether the amount is by the year, or by nothing that is said.
    """
    if _CLINICAL.search(_FRESH.sub("", f"{tells_of} {_CONDITION.sub('', clause)}")):
        return True
    earner = before[-90:]
    if in_role:  # there only "the average psychiatrist earns" is somebody else's pay
        one = _A_PHYSICIAN.search(earner) if yearly else None
        if one is not None and _is_physician(one["who"].lower()):
            return True
        match = _AVERAGE_PHYSICIAN.search(earner)
        return match is not None and (
            bool(_ANY_PHYSICIAN.fullmatch(match["who"])) or any(_is_physician(name) for name in _pairs(match["who"]))
        )
    return any(_is_physician(name) for name in _pairs(earner))


def _pairs(text: str) -> list[str]:
    tokens = [token for token, _, _ in token_spans(text)]
    return tokens + [f"{first} {second}" for first, second in pairwise(tokens)]


def _is_physician(name: str) -> bool:
    return name in specialty_physicians()
