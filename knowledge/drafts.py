"""The knowledge files as facts that still know where they were written.

The reader's middle: `article_parts` takes a file apart, `article_drafts` makes drafts of the
parts, `checks` compares them, `article_file` hands their facts out. A draft may be wrong: a
field that could not be read is None in it, and a problem says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, Generic, List, Optional, Tuple, TypeVar

from knowledge import facts
from knowledge.article_parts import Heading, Paragraph
from knowledge.fields import Record

T = TypeVar("T")


@dataclass(frozen=True)
class Draft(Generic[T]):
    """A fact and where it was written."""

    fact: T
    record: Record
    paragraph: Optional[Paragraph] = None  # of a passage

    def line_of(self, name: str) -> int:
        return self.record.line_of(name)


@dataclass
class Drafts:
    """Everything read from the files, in their order."""

    articles: List[Draft[facts.Article]] = field(default_factory=list)
    sections: List[Draft[facts.Section]] = field(default_factory=list)
    passages: List[Draft[facts.Passage]] = field(default_factory=list)
    roles: List[Draft[facts.Role]] = field(default_factory=list)
    attributes: List[Draft[facts.Attribute]] = field(default_factory=list)
    figures: List[Draft[facts.Figure]] = field(default_factory=list)
    polls: List[Draft[facts.Poll]] = field(default_factory=list)
    drivers: List[Draft[facts.Driver]] = field(default_factory=list)
    kinds: List[Draft[facts.RoleKind]] = field(default_factory=list)
    headings: Dict[Path, Tuple[Heading, ...]] = field(default_factory=dict)
    version: str = ""
