"""Errors of the knowledge package.

KnowledgeError
├── ArticleFormatError     a file of knowledge/articles or knowledge/roles.yml is wrong
├── KnowledgeNotBuilt      the database is missing or empty
├── PayParseError          a canonical pay value cannot be read
└── UnreadableSource       a file to import cannot be read
"""

from __future__ import annotations


class KnowledgeError(Exception):
    """Base class: what our own code raises on purpose."""


class ArticleFormatError(KnowledgeError):
    """One or more problems in the knowledge files; `problems` lists them with file and line."""

    def __init__(self, problems: list) -> None:
        super().__init__("\n".join(str(p) for p in problems))
        self.problems = problems


class KnowledgeNotBuilt(KnowledgeError):
    """The database has no knowledge in it; `waypoint knowledge build` makes it."""


class PayParseError(KnowledgeError, ValueError):
    """A canonical pay value such as `>150000 USD/year` could not be read."""


class UnreadableSource(KnowledgeError):
    """A file to import cannot be read.

    Attributes:
        name: The file's name, without its folder.
        reason: Why, in words that follow the name.
        instead: What to do about it.
    """

    def __init__(self, name: str, reason: str, instead: str) -> None:
        super().__init__(f"{name} {reason}; {instead}")
        self.name = name
        self.reason = reason
        self.instead = instead
