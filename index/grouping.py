"""Texts of like meaning, in groups: average linkage over their vectors, cut at a set nearness."""

from __future__ import annotations

from typing import Dict, List, Sequence

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage

NEAR = 0.45  # mean cosine within a group, with names written out; see the tests for what that holds together


def groups_of(vectors: np.ndarray, weights: Sequence[int], near: float = NEAR) -> List[List[int]]:
    """Group rows by nearness.

    Args:
        vectors: float32 of shape (texts, dimension), each row of length one.
        weights: How often each text was asked.
        near: Mean cosine that holds a group together.

    Returns:
        Row numbers, the heaviest group first; in each the row nearest to its middle first.
    """
    if len(vectors) == 0:
        return []
    labels = [1]
    if len(vectors) > 1:
        distances = 1.0 - np.clip(vectors @ vectors.T, -1.0, 1.0)
        condensed = distances[np.triu_indices(len(vectors), k=1)]
        labels = fcluster(linkage(condensed, method="average"), t=1.0 - near, criterion="distance").tolist()
    members: Dict[int, List[int]] = {}
    for row, label in enumerate(labels):
        members.setdefault(label, []).append(row)
    groups = [_from_the_middle(rows, vectors, weights) for rows in members.values()]
    return sorted(groups, key=lambda rows: (-sum(weights[r] for r in rows), rows[0]))


def _from_the_middle(rows: List[int], vectors: np.ndarray, weights: Sequence[int]) -> List[int]:
    middle = np.average(vectors[rows], axis=0, weights=[weights[r] for r in rows])
    return sorted(rows, key=lambda row: (-round(float(vectors[row] @ middle), 6), row))
