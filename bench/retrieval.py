"""Retrieval alone: encoding the question and searching the index, with and without a filter."""

from __future__ import annotations

from bench.measures import Times
from bench.turns import repeat
from index.retriever import Retriever
from knowledge.facts import KnowledgeBase
from knowledge.filters import Filter
from knowledge.selection import select_roles
from knowledge.settings import Settings
from knowledge.store import load_knowledge

QUESTIONS = (
    "which work can be done from home without seeing patients",
    "how do chart reviewers move up to director roles",
    "who pays most for expertise in devices and imaging",
    "is medical writing hard to break into",
)
FILTERS = {
    "no filter": (),
    "one specialty": (Filter("specialty", "oncology"),),
    "specialty and remote": (Filter("specialty", "oncology"), Filter("work_mode", "remote")),
    "three roles left": (Filter("specialty", "cardiology"), Filter("source", "Glassdoor")),
}


def measure_retrieval(times: int) -> dict[str, Times]:
    """Milliseconds of a search by filter; each question is new to the encoder's memory.

    Args:
        times: Searches for each filter.

    Raises:
        KnowledgeError: The knowledge base is not built.
        PassageIndexError: The index is not built.
    """
    settings = Settings.from_environment()
    knowledge = load_knowledge(settings.database_url)
    retriever = Retriever.load(settings, knowledge)
    results = {}
    for name, filters in FILTERS.items():
        allowed = _passages(knowledge, filters)
        numbers = iter(range(times + 10))

        def search(name: str = name, allowed: set[str] | None = allowed) -> None:
            # The encoder remembers texts: a number makes each question one it has not seen.
            number = next(numbers)  # noqa: B023
            question = f"{QUESTIONS[number % len(QUESTIONS)]} ({name} {number})"
            retriever.search(question, allowed=allowed)

        repeat(10, search)
        results[name] = repeat(times, search)
    return results


def _passages(knowledge: KnowledgeBase, filters: tuple[Filter, ...]) -> set[str] | None:
    """What a filter leaves to search: the passages of the roles that match it."""
    if not filters:
        return None
    matches = select_roles(knowledge, filters).matches
    return {passage for judged in matches for passage in judged.role.passage_ids}
