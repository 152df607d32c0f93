"""How many people a text counts: "312", "1,204", and "1 204" with any blank between the thousands."""

from __future__ import annotations

import re

_BLANK = "[ \u00a0\u2009\u202f]"
_GROUPED = rf"\d{{1,3}}(?:,\d{{3}})+|(?<!\d)\d{{1,3}}(?:{_BLANK}\d{{3}})+(?!\d)"
# Of two digits and more: fewer are seldom asked.
COUNT = rf"(?:{_GROUPED}|\d{{2,6}})"
ANY_COUNT = rf"(?:{_GROUPED}|\d+)"


def count_of(written: str) -> int:
    """The number that a count is, written in one of these ways."""
    return int(re.sub(r"\D", "", written))
