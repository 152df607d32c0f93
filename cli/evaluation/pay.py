"""Scores of the pay grammar on phrases, and the one convention that two readers may differ in.

Whoever labels a phrase reads "over 200" as written: 200 dollars of an unsaid unit (`?`). A
grammar may read it as a physician mostly means it: 200,000 a year. So everything about pay is
scored twice, strictly, and with the thousands convention, under which both readings are one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from cli.evaluation.part import NotMeasured
from knowledge.errors import PayParseError
from knowledge.language.pay import find_pay
from knowledge.language.pay_bound import PayBound

THOUSANDS = range(40, 1000)  # bare numbers that may stand for thousands a year
MEASURED = ("test", "heldout", "held_out")  # the lists of a phrase file that were not tuned on


def with_thousands(value: str) -> str:
    """The canonical value with an amount of an unsaid unit read as thousands a year."""
    try:
        bound = PayBound.parse(value)
    except PayParseError:
        return value
    ends = [end for end in (bound.low, bound.high) if end is not None]
    if bound.unit is not None or not all(THOUSANDS[0] <= end <= THOUSANDS[-1] for end in ends):
        return value
    low, high = (None if end is None else end * 1000 for end in (bound.low, bound.high))
    return str(replace(bound, low=low, high=high, unit="year"))


def read_phrases(path: Path) -> list[Mapping[str, Any]]:
    """The phrases of a file that nothing was tuned on, each with `text` and `expect`.

    Raises:
        NotMeasured: The file is absent or has none.
    """
    if not path.is_file():
        raise NotMeasured(f"{path.name} is not there.")
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    phrases = [phrase for name in MEASURED for phrase in content.get(name) or ()]
    if not phrases:
        raise NotMeasured(f"{path.name} has none of the lists {', '.join(MEASURED)}.")
    return phrases


def score_phrases(phrases: Sequence[Mapping[str, Any]]) -> tuple[dict[str, float], list[dict]]:
    """How many phrases are read fully right, and the others.

    Args:
        phrases: With `text`, and the canonical values to `expect` in any order.

    Returns:
        The shares `strict` and `thousands` (from 0 to 1), and the phrases that were misread
        under either.
    """
    right = {"strict": 0, "thousands": 0}
    misses = []
    for phrase in phrases:
        found = [mention.value for mention in find_pay(phrase["text"]) if mention.kind == "pay"]
        strict = sorted(found) == sorted(phrase["expect"])
        loose = _thousands(found) == _thousands(phrase["expect"])
        right["strict"] += strict
        right["thousands"] += loose
        if not strict:
            misses.append(
                {
                    "text": phrase["text"],
                    "wanted": phrase["expect"],
                    "found": found,
                    "right_with_thousands": loose,
                }
            )
    shares = {name: count / len(phrases) for name, count in right.items()}
    return shares, sorted(misses, key=lambda miss: miss["right_with_thousands"])


def _thousands(values: Sequence[str]) -> list[str]:
    return sorted(map(with_thousands, values))
