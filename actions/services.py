"""What the actions need to answer: the knowledge, the retriever, the settings. Loaded on first use.

One instance serves the process. The knowledge and the index are replaced together, between two
answers, when a newer version has been published.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from functools import lru_cache
from typing import Optional

from index.errors import PassageIndexError
from index.poll_index import PollIndex, known_poll_vectors
from index.publication import published_folder
from index.retriever import Retriever
from knowledge.curation.changes import knowledge_diff
from knowledge.facts import KnowledgeBase
from knowledge.language.names import Names
from knowledge.names_file import names_of
from knowledge.settings import Settings
from knowledge.store import load_knowledge, stored_version

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Snapshot:
    """Knowledge and the index built from that very version of it."""

    knowledge: KnowledgeBase
    retriever: Retriever
    polls: PollIndex
    names: Names


class Services:
    """Hands out the current snapshot; safe to use from several threads.

    Raises (from `current`):
        KnowledgeError: the database is missing, empty or cannot be read.
        PassageIndexError: the index is missing or belongs to another version.
    """

    def __init__(self, settings: Optional[Settings] = None) -> None:
        self.settings = settings or Settings.from_environment()
        self._snapshot: Optional[Snapshot] = None
        self._lock = threading.Lock()

    def current(self) -> Snapshot:
        """The snapshot of the stored version, loaded again only when that changed."""
        version = stored_version(self.settings.database_url)
        with self._lock:
            held = self._snapshot
            if (held is None or held.knowledge.version != version
                    or not held.retriever.is_current()):
                self._snapshot = self._newer(held)
            return self._snapshot

    def _newer(self, held: Optional[Snapshot]) -> Snapshot:
        """The stored version; the one held while the new knowledge has no index yet."""
        knowledge = load_knowledge(self.settings.database_url)
        try:
            return self._load(knowledge)
        except PassageIndexError as error:
            stored = load_knowledge(self.settings.database_url)
            if stored.version != knowledge.version:
                return self._load(stored)  # the next one was published while this one was loaded
            if held is None or _something_went(held.knowledge, stored):
                raise  # what was dropped or changed must not be answered, not even until the index follows
            logger.warning("keeping knowledge %s: %s", held.knowledge.version, error)
            return held

    def _load(self, knowledge: KnowledgeBase) -> Snapshot:
        retriever = Retriever.load(self.settings, knowledge)
        logger.info("knowledge %s loaded: %d roles, %d passages", knowledge.version,
                    len(knowledge.roles), len(knowledge.passages))
        folder = published_folder(self.settings, knowledge.version)
        polls = PollIndex(knowledge, retriever.encoder, known_poll_vectors(folder, retriever.encoder))
        # Made of this very knowledge; the file of the names may already be the next version's.
        return Snapshot(knowledge, retriever, polls, Names.from_content(names_of(knowledge)))


def _something_went(held: KnowledgeBase, stored: KnowledgeBase) -> bool:
    """Whether anything is there no more as it was; what was only added takes nothing back."""
    return any(change.before is not None for change in knowledge_diff(held, stored).changes)


@lru_cache(maxsize=1)
def services() -> Services:
    """The process's services."""
    return Services()
