"""The table of expectations: what a turn of a conversation file may ask of its answer.

Each expectation is one function that returns what is wrong, in sentences that show the
wanted beside the received. The modules expect_*.py fill the table when they are imported
(see `expectations.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cli.conversations.filters import filter_problem
from cli.conversations.invariants import Answer

Check = Callable[[Any, Answer], Iterator[str]]


@dataclass(frozen=True)
class Expectation:
    """A check and the shapes of value that it reads."""

    check: Check
    shapes: tuple[type, ...]


EXPECTATIONS: dict[str, Expectation] = {}


def shape_problem(name: str, value: Any) -> str | None:
    """Why a value in a file cannot be used for the expectation, or None."""
    shapes = EXPECTATIONS[name].shapes
    if isinstance(value, bool) and bool not in shapes:
        return f"expected {_shape_names(shapes)}, not {value}"
    if not isinstance(value, shapes):
        return f"expected {_shape_names(shapes)}, not {value!r}"
    if name in ("text_matches", "text_lacks_match"):
        return _pattern_problem(value)
    if name.startswith("filters"):
        return next((p for p in map(filter_problem, value) if p), None)
    if name.endswith("_count") or name == "total":
        return _count_problem(value)
    return None


def _shape_names(shapes: Iterable[type]) -> str:
    names = {
        str: "a text",
        list: "a list",
        dict: "a mapping",
        int: "a number",
        float: "a number",
        bool: "true or false",
    }
    return " or ".join(dict.fromkeys(names[shape] for shape in shapes))


def expectation(name: str, *shapes: type) -> Callable[[Check], Check]:
    """Enters a check into the table under the name that it has in files."""

    def register(check: Check) -> Check:
        EXPECTATIONS[name] = Expectation(check, shapes)
        return check

    return register


def listed(value: Any) -> list[Any]:
    """The value as a list; one that is none becomes a list of one."""
    return value if isinstance(value, list) else [value]


def _pattern_problem(value: Any) -> str | None:
    for pattern in listed(value):
        try:
            re.compile(pattern)
        except re.error as error:
            return f"{pattern!r} is not a regular expression: {error}"
    return None


def compare_count(name: str, wanted: Any, found: int) -> Iterator[str]:
    """Says so when a number is not as wanted; `wanted` is 3, ">= 3" or "<= 3"."""
    sign, number = _count(wanted)
    holds = {"=": found == number, ">=": found >= number, "<=": found <= number}[sign]
    if not holds:
        yield f"{name}: {found}, expected {wanted}"


def _count(wanted: Any) -> tuple[str, int]:
    matched = re.fullmatch(r"\s*(>=|<=|=)?\s*(\d+)\s*", str(wanted))
    if not matched:
        raise ValueError(f"{wanted!r} is not a count; write 3, '>= 3' or '<= 3'")
    return matched.group(1) or "=", int(matched.group(2))


def _count_problem(value: Any) -> str | None:
    try:
        _count(value)
    except ValueError as error:
        return str(error)
    return None
