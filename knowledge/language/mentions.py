"""What was recognised in a message: one Mention per name, number or wish.

A Mention travels through Rasa as an entity (kind -> entity, value -> value,
excluded -> role "excluded") and comes back to the actions unchanged.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mention:
    """A recognised stretch of text; `start` and `end` are character offsets, end exclusive."""

    kind: str
    value: str
    start: int
    end: int
    text: str
    excluded: bool = False  # "not remote", "anything but pharma"
    corrected: bool = False  # matched in spite of a typing error
