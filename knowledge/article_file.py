"""Reads the knowledge files into a KnowledgeBase, or refuses them with all their problems.

The files are the source of truth; the database and the index are made from what this
returns. CONTRIBUTING shows how to write an article.
"""

from __future__ import annotations

from pathlib import Path
from typing import Dict, Iterable, Optional, TypeVar

from knowledge.checks import read_checked
from knowledge.drafts import Draft, Drafts
from knowledge.errors import ArticleFormatError
from knowledge.facts import KnowledgeBase
from knowledge.knowledge_files import Changes

T = TypeVar("T")


def read_articles(
    folder: Path, roles_file: Path, changes: Optional[Changes] = None
) -> KnowledgeBase:
    """Read and check everything.

    Args:
        folder: Holds one `<id>.md` file for each article.
        roles_file: The kinds of work with their everyday names (YAML).
        changes: Files as they would be, for a look before they are written.

    Returns:
        All facts; every mapping is in the order of articles by file name, then of the document.
        `version` changes with the content of any file.

    Raises:
        ArticleFormatError: One or more files are wrong; it holds every problem.
    """
    drafts, problems = read_checked(folder, roles_file, changes)
    if problems:
        raise ArticleFormatError(problems)
    return knowledge_of(drafts)


def knowledge_of(drafts: Drafts) -> KnowledgeBase:
    """The facts of drafts that are free of problems."""
    return KnowledgeBase(
        version=drafts.version,
        articles=_by_id(drafts.articles),
        sections=_by_id(drafts.sections),
        passages=_by_id(drafts.passages),
        roles=_by_id(drafts.roles),
        polls=_by_id(drafts.polls),
        drivers=_by_id(drafts.drivers),
        kinds=_by_id(drafts.kinds),
        figures=_by_id(drafts.figures),
    )


def _by_id(drafts: Iterable[Draft[T]]) -> Dict[str, T]:
    return {draft.fact.id: draft.fact for draft in drafts}
