"""Which specialties the articles cover, and whose article serves one that has none of its own."""

from __future__ import annotations

from typing import Optional, Sequence

from knowledge.facts import KnowledgeBase
from knowledge.language.specialties import SPECIALTIES


def covered_specialties(knowledge: KnowledgeBase) -> list[str]:
    """Specialties with an article, in the knowledge base's order."""
    return list(dict.fromkeys(s for a in knowledge.articles.values() for s in a.specialties))


def serving_specialty(knowledge: KnowledgeBase, specialty: str) -> Optional[str]:
    """The specialty itself where it has an article, else the nearest wider one that has."""
    covered = covered_specialties(knowledge)
    known = SPECIALTIES.get(specialty)
    lineage = known.lineage() if known else [specialty]
    return next((s for s in lineage if s in covered), None)


def serving_specialties(knowledge: KnowledgeBase, specialties: Sequence[str]) -> list[str]:
    """The specialties whose articles serve those asked for; those without any are left out."""
    served = (serving_specialty(knowledge, s) for s in specialties)
    return list(dict.fromkeys(s for s in served if s))
