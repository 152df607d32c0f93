"""What the index knows of one passage: its text, and the words that say what it is about.

A paragraph often leaves out the role or the specialty that its heading names, so both the
vector and the word search see the passage together with its context.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Dict, List

from knowledge.facts import KnowledgeBase, Passage


@dataclass(frozen=True)
class IndexedPassage:
    """One passage as it is indexed. `content_hash` covers everything that is embedded."""

    id: str
    context: str  # title of its role, driver or section, and the specialties
    names: str  # everyday names of its role's kind ("MSL, liaison"); for the word search only
    text: str

    @property
    def embedded_text(self) -> str:
        return f"{self.context}: {self.text}"

    @property
    def content_hash(self) -> str:
        parts = "\x1f".join((self.id, self.context, self.names, self.text))
        return hashlib.sha256(parts.encode("utf-8")).hexdigest()


def indexed_passages(knowledge: KnowledgeBase) -> List[IndexedPassage]:
    """Return every passage with its context, in order of id."""
    drivers = _driver_names(knowledge)
    return [
        IndexedPassage(
            id=passage.id,
            context=_context(knowledge, passage, drivers),
            names=_names(knowledge, passage),
            text=passage.text,
        )
        for passage in sorted(knowledge.passages.values(), key=lambda passage: passage.id)
    ]


def _driver_names(knowledge: KnowledgeBase) -> Dict[str, str]:
    return {
        passage_id: driver.name
        for driver in knowledge.drivers.values()
        for passage_id in driver.passage_ids
    }


def _context(knowledge: KnowledgeBase, passage: Passage, drivers: Dict[str, str]) -> str:
    role = knowledge.roles.get(passage.role_id) if passage.role_id else None
    if role:
        title, specialties = role.title, role.specialties
    else:
        title = drivers.get(passage.id) or knowledge.sections[passage.section_id].title
        specialties = knowledge.articles[passage.article_id].specialties
    missing = [s for s in specialties if s.lower() not in title.lower()]
    return ", ".join([title, *(s.replace("-", " ") for s in missing)])


def _names(knowledge: KnowledgeBase, passage: Passage) -> str:
    role = knowledge.roles.get(passage.role_id) if passage.role_id else None
    kind = knowledge.kinds.get(role.kind) if role else None
    return ", ".join((kind.title, *kind.names)) if kind else ""
