"""Scores of entities: values, not spans.

The rules are those that the labelled files give in their first lines: nine kinds count, and
only in messages about careers; a compound such as "telecardiology" is labelled as its role
alone, so a specialty, setting or work mode found inside a labelled role is no mistake.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cli.evaluation.pay import with_thousands
from cli.evaluation.scores import Counts

KINDS = (
    "specialty", "role", "pay", "work_mode", "commitment", "setting", "source",
    "patient_contact", "order",
)  # fmt: skip
CAREER_INTENTS = frozenset(
    {
        "find_roles", "ask_pay", "describe_role", "compare_roles", "ask_reasons", "ask_poll",
        "ask_question", "ask_source", "ask_reliability", "help_me_choose",
    }
)  # fmt: skip
INSIDE_ROLES = frozenset({"specialty", "work_mode", "setting"})

Entity = Mapping[str, Any]
Line = Mapping[str, Any]


class Thing(NamedTuple):
    """What an entity says, wherever it stands; the same thing said twice counts once."""

    kind: str
    value: str
    excluded: bool


def entity_scores(lines: Sequence[Line], *, thousands: bool) -> dict[str, Counts]:
    """Counts for each kind.

    Args:
        lines: With `intent`, the labelled `entities`, and those in `found`.
        thousands: Whether "over 200" may be read as 200,000 a year; see pay.py.
    """
    counts = dict.fromkeys(KINDS, Counts())
    for line in lines:
        if line["intent"] not in CAREER_INTENTS:
            continue
        wanted, found = compared(line, thousands=thousands)
        for kind in KINDS:
            counts[kind] += _counts(_of(kind, wanted), _of(kind, found))
    return counts


def compared(line: Line, *, thousands: bool) -> tuple[set[Thing], set[Thing]]:
    """What was labelled and what was found, in comparable form, less what does not count."""
    wanted = set(_things(line["entities"], thousands))
    counted = [
        entity
        for entity in line["found"]["entities"]
        if not _inside_a_role(entity, line["entities"])
    ]
    spared = set(_things(line["found"]["entities"], thousands)) & wanted
    return wanted, set(_things(counted, thousands)) | spared


def entity_misses(lines: Sequence[Line], *, thousands: bool) -> list[dict[str, Any]]:
    """Lines with a missed or invented entity, those with the most first."""
    misses = []
    for line in lines:
        if line["intent"] not in CAREER_INTENTS:
            continue
        wanted, found = compared(line, thousands=thousands)
        if wanted != found:
            misses.append(
                {
                    "text": line["text"],
                    "missed": sorted(map(_words, wanted - found)),
                    "extra": sorted(map(_words, found - wanted)),
                }
            )
    return sorted(misses, key=lambda miss: -len(miss["missed"]) - len(miss["extra"]))


def _things(entities: Sequence[Entity], thousands: bool) -> Iterator[Thing]:
    for entity in entities:
        if entity["kind"] in KINDS:
            value = entity["value"]
            if thousands and entity["kind"] == "pay":
                value = with_thousands(value)
            yield Thing(entity["kind"], value, entity["excluded"])


def _inside_a_role(entity: Entity, labelled: Sequence[Entity]) -> bool:
    return entity["kind"] in INSIDE_ROLES and any(
        role["kind"] == "role" and role["start"] <= entity["start"] and entity["end"] <= role["end"]
        for role in labelled
    )


def _of(kind: str, things: set[Thing]) -> set[Thing]:
    return {thing for thing in things if thing.kind == kind}


def _counts(wanted: set[Thing], found: set[Thing]) -> Counts:
    return Counts(len(wanted & found), len(found - wanted), len(wanted - found))


def _words(thing: Thing) -> str:
    return f"{thing.kind} {'not ' if thing.excluded else ''}{thing.value}"
