"""Rows of cells that came without a mark which of them is the header."""

from __future__ import annotations

import re

_DIGIT = re.compile(r"\d")
_LONGEST = 60  # characters of a header cell


def guess_header(rows: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The first row if it can only be a header, else nothing.

    It is one when it has no digits, none of its cells is empty or long, and a later column is figures
    in most of the rows below. Two columns may be labels and values; they need three rows to tell.
    """
    if len(rows) < 2 or len(rows[0]) < 2:
        return ()
    first, below = rows[0], rows[1:]
    if any(not cell or len(cell) > _LONGEST or _DIGIT.search(cell) for cell in first[1:]):
        return ()
    if len(first[0]) > _LONGEST or _DIGIT.search(first[0]) or not any(cell.strip() for cell in first):
        return ()
    if len(first) == 2 and len(below) < 2:
        return ()
    for column in range(1, len(first)):
        figures = sum(1 for row in below if len(row) > column and _DIGIT.search(row[column]))
        if figures * 4 >= len(below) * 3:
            return first
    return ()
