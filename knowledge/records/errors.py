"""What can go wrong with records.

RecordsError
├── InvalidRecord        what was sent is not what a table holds
└── RecordsUnavailable   the database cannot be reached, read or written
"""

from __future__ import annotations


class RecordsError(Exception):
    """Something with the records; the text says what, and never what a person wrote."""


class InvalidRecord(RecordsError):
    """What was sent is not what a table holds."""


class RecordsUnavailable(RecordsError):
    """The database cannot be reached, read or written."""
