"""What can be wrong with a draft as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.errors import KnowledgeError
from knowledge.problems import Problem


class DraftError(KnowledgeError):
    """Base class; `problems` says what is wrong, as FILE:LINE."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


class BrokenDraft(DraftError):
    """A file of the draft is missing or cannot be read."""


class DraftNotReady(DraftError):
    """Something is not decided, not in own words, or wrong: the draft cannot be published yet."""


class EditRefused(KnowledgeError):
    """An edit that cannot be made; the text says why and what to do."""


class DraftChanged(KnowledgeError):
    """The draft's files are not as the person saw them: another program wrote them."""
