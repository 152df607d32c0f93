"""Who says to be no physician: the articles are about physicians' work and pay."""

from __future__ import annotations

import re

_OTHER = re.compile(
    r"\b(?:i'?m|i am|im|me,|as)(?: (?:just|only|actually|not a doctor but))* an? (?:(?:\w+ ){0,2})??"
    r"(?:pa|np|crna|aprn|rn|nurse(?: practitioner)?|physician(?:'?s)? (?:assistant|associate)|pharmacist|dentist"
    r"|podiatrist|psychologist|chiropractor|optometrist|veterinarian|vet|(?:med|medical) student|m[1-4])\b(?!-)",
    re.IGNORECASE,
)


def is_of_another_profession(text: str) -> bool:
    """Whether somebody says to be a PA, a nurse, a student: "I'm an NP, would this help me?"."""
    return _OTHER.search(text) is not None
