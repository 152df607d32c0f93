"""Facts in an article's text: roles, pay figures, attributes, polls, each with the sentence it came from."""

from knowledge.importing.extraction.extracting import extract
from knowledge.importing.extraction.known import KnownWork

__all__ = ["KnownWork", "extract"]
