"""Every medical specialty with its everyday names, and which of them are ordinary words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional, Tuple

from knowledge.language.specialty_table import Row, rows


@dataclass(frozen=True)
class Specialty:
    """A specialty; `parent` is the wider one whose articles also apply, None at the top."""

    id: str
    title: str  # "cardiology"
    physician: str  # "cardiologist"
    parent: Optional[str]
    names: Tuple[str, ...]  # wordings for lexicon.py, title and physician included

    def lineage(self) -> List[str]:
        """This specialty's id, then its parent's and so on upwards."""
        ids, current = [self.id], self.parent
        while current is not None:
            ids.append(current)
            current = SPECIALTIES[current].parent
        return ids


def _specialty(row: Row) -> Specialty:
    names = tuple(dict.fromkeys([row.title, row.physician, *row.names]))
    return Specialty(row.id, row.title, row.physician, row.parent or None, names)


SPECIALTIES: Dict[str, Specialty] = {row.id: _specialty(row) for row in rows()}

ANY_SPECIALTY = (
    "any specialty; any speciality; any specialties; (all|every) specialt(ies|y); "
    "regardless of specialty; specialty (doesn't|does not) matter; whatever specialty; "
    "no matter the specialty; any field of medicine; any (physician|doctor|doc|md); "
    "all (physicians|doctors|docs); any kind of (doctor|physician)"
)
