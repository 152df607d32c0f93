"""What the bootstrap tells a person when it cannot go on."""

from __future__ import annotations


class Problem(Exception):
    """Something only the person can put right: what is wrong, and the way out."""

    def __init__(self, what: str, *ways_out: str) -> None:
        super().__init__("\n".join([what, *ways_out]))
