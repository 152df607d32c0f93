"""Which extracted fact stands for which labelled one: one to one, and as well as it can be done.

A fact that was extracted twice finds one partner; the other one counts against precision.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

Wanted = TypeVar("Wanted")
Found = TypeVar("Found")


def best_pairs(
    wanted: Sequence[Wanted], found: Sequence[Found], worth: Callable[[Wanted, Found], float]
) -> list[tuple[int, int]]:
    """The pairing of the greatest total worth.

    Args:
        wanted: Labelled facts.
        found: Extracted facts.
        worth: What a pair is worth; 0 for two that must not be paired.

    Returns:
        Indices into both, each index at most once, in the order of `wanted`.
    """
    if not wanted or not found:
        return []
    table = np.array([[worth(one, other) for other in found] for one in wanted], dtype=float)
    rows, columns = linear_sum_assignment(table, maximize=True)
    return [(int(row), int(column)) for row, column in zip(rows, columns) if table[row, column] > 0]
