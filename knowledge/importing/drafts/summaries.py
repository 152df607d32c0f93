"""A first summary of a role: made of its attributes alone, or where the words may stay, a sentence of the text."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge import written
from knowledge.checks import SUMMARY_LENGTH
from knowledge.importing.drafts.prose import sentences
from knowledge.importing.extracted import ExtractedAttribute

_BEFORE = {
    ("work_mode", "remote"): "remote",
    ("work_mode", "on_site"): "on-site",
    ("schedule", "flexible"): "flexible",
    ("schedule", "predictable"): "predictable",
    ("commitment", "full_time"): "full-time",
    ("commitment", "part_time"): "part-time",
    ("commitment", "per_project"): "project-based",
}
_SETTINGS = {
    "pharma": "in the drug industry",
    "biotech": "in biotech",
    "device": "in medical devices",
    "insurer": "for insurers",
    "legal": "in legal matters",
    "hospital": "in hospitals",
    "education": "in education",
    "media": "in media",
    "technology": "in technology",
    "government": "in government",
    "nonprofit": "for nonprofits",
    "research": "in research",
}
_AFTER = {
    ("patient_contact", "none"): "without patient contact",
    ("patient_contact", "limited"): "with little patient contact",
    ("travel", "required"): "with travel",
}


def proposed_summary(attributes: Iterable[ExtractedAttribute]) -> str | None:
    """`remote, part-time work for insurers`; None where there is too little to say.

    Args:
        attributes: Of one role; those that hold only partly are left out.
    """
    pairs = list(dict.fromkeys((a.name, a.value) for a in attributes if a.basis != "partly"))
    names = [name for name, _ in pairs]
    settled = [pair for pair in pairs if names.count(pair[0]) == 1]  # two of a kind: too much for a clause
    before = ", ".join(words for pair, words in _BEFORE.items() if pair in settled)
    where = next((_SETTINGS.get(value) for name, value in settled if name == "setting"), None)
    after = next((words for pair, words in _AFTER.items() if pair in settled), None)
    if not before and not where:
        return None
    return " ".join(words for words in (before, "work", where, after) if words)


def first_clause(texts: Iterable[str]) -> str | None:
    """The first sentence that can be a summary: neither long nor with a number; None if there is none.

    Args:
        texts: Passages whose words may stay.
    """
    for text in texts:
        for start, end in sentences(text):
            said = text[start:end].rstrip(".")
            if 20 <= len(said) <= SUMMARY_LENGTH and not written.numbers(said):
                return said
    return None
