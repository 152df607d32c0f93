"""Filters as conversation files write them: `work_mode=remote`, `pay>150000/year`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from cli.conversations.answer import plain

_PAY = re.compile(r"pay\s*(>=|<=|>|<|=|~)\s*(\d+(?:\.\d+)?)(?:/(\w+))?")
_PAY_RANGE = re.compile(r"pay\s*=?\s*(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)(?:/(\w+))?")
_NAMED = re.compile(r"(not\s+)?([a-z_]+)\s*=\s*(.+)")

# How an answer may order or cut its list is not something it filters by.
NOT_FILTERS = ("order", "rank", "limit", "count")


def filter_problem(spec: Any) -> str | None:
    """Why a filter in a conversation file cannot be read, or None."""
    if isinstance(spec, dict):
        return None
    if not isinstance(spec, str):
        return f"{spec!r} is not a filter; write work_mode=remote, not setting=pharma, pay>150000"
    return None


def is_filter(spec: Any, shown: Mapping[str, Any]) -> bool:
    """Whether a filter of the payload is the one that the file names.

    Args:
        spec: `name=value`, `not name=value`, `pay>150000/year` (the unit may be left out),
            `pay=150000..250000`, a mapping of keys to compare, or words of the label.
        shown: One entry of the payload's `filters`.
    """
    if isinstance(spec, dict):
        return all(_same(value, shown.get(key)) for key, value in spec.items())
    for pattern, matches in ((_PAY_RANGE, _is_range), (_PAY, _is_bound), (_NAMED, _is_named)):
        found = pattern.fullmatch(spec.strip())
        if found:
            return matches(found, shown)
    return plain(spec) in plain(shown.get("label"))


def shown_filters(payload: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The filters in force, without what only orders or cuts the list."""
    return [f for f in payload.get("filters") or () if f.get("name") not in NOT_FILTERS]


def _same(wanted: Any, value: Any) -> bool:
    if isinstance(wanted, dict) and isinstance(value, dict):
        return all(_same(item, value.get(key)) for key, item in wanted.items())
    if isinstance(wanted, str) and isinstance(value, str):
        return plain(wanted) == plain(value)
    if isinstance(value, list) and not isinstance(wanted, list):
        return len(value) == 1 and _same(wanted, value[0])
    return wanted == value


def _is_named(found: re.Match[str], shown: Mapping[str, Any]) -> bool:
    excluded, name, value = found.groups()
    return (
        shown.get("name") == name
        and bool(shown.get("negated")) == bool(excluded)
        and _same(value.strip(), shown.get("value"))
    )


def _is_bound(found: re.Match[str], shown: Mapping[str, Any]) -> bool:
    sign, amount, unit = found.groups()
    value = shown.get("value")
    if shown.get("name") != "pay" or not isinstance(value, dict):
        return False
    if unit and value.get("unit") != unit:
        return False
    number = float(amount)
    if sign in (">", ">="):
        return (value.get("low"), value.get("high")) == (number, None) and (
            bool(value.get("low_inclusive")) == (sign == ">=")
        )
    if sign in ("<", "<="):
        return (value.get("low"), value.get("high")) == (None, number) and (
            bool(value.get("high_inclusive")) == (sign == "<=")
        )
    low, high = value.get("low"), value.get("high")
    return low is not None and high is not None and low <= number <= high


def _is_range(found: re.Match[str], shown: Mapping[str, Any]) -> bool:
    low, high, unit = found.groups()
    value = shown.get("value")
    if shown.get("name") != "pay" or not isinstance(value, dict):
        return False
    return (value.get("low"), value.get("high")) == (float(low), float(high)) and (
        not unit or value.get("unit") == unit
    )
