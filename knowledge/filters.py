"""Filters: what a person asks of a role, and how one role answers each of them.

A filter is never dropped or loosened here. What an article does not say counts neither
as yes nor as no: it has a status of its own, NOT_STATED.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import Iterable, Optional

from knowledge.facts import Figure, Role
from knowledge.language.pay import PayBound
from knowledge.language.specialties import SPECIALTIES

ATTRIBUTE_LABELS = {
    ("work_mode", "remote"): "remote",
    ("work_mode", "on_site"): "on site",
    ("commitment", "full_time"): "full time",
    ("commitment", "part_time"): "part time",
    ("commitment", "per_project"): "by the project",
    ("patient_contact", "direct"): "with patient contact",
    ("patient_contact", "limited"): "with limited patient contact",
    ("patient_contact", "none"): "without patient contact",
    ("setting", "device"): "medical devices",
    ("setting", "insurer"): "insurance",
    ("setting", "technology"): "health technology",
    ("setting", "nonprofit"): "non-profit",
    ("schedule", "flexible"): "flexible hours",
    ("schedule", "predictable"): "predictable hours",
    ("travel", "required"): "with travel",
    ("travel", "none"): "without travel",
    ("growth", "ladder"): "with a career ladder",
    ("growth", "none"): "without a career ladder",
    ("pay_unit", "year"): "paid by the year",
    ("pay_unit", "hour"): "paid by the hour",
    ("pay_unit", "day"): "paid by the day",
    ("pay_unit", "week"): "paid by the week",
    ("pay_unit", "month"): "paid by the month",
    ("pay_unit", "project"): "paid by the project",
}
REMOVE_MESSAGES = {
    "specialty": "any specialty",
    "pay": "drop the pay limit",
    "work_mode": "drop the work mode",
    "role": "drop the role",
    "commitment": "drop the commitment",
    "patient_contact": "drop patient contact",
    "setting": "drop the setting",
    "schedule": "drop the schedule",
    "travel": "drop travel",
    "growth": "drop growth",
    "source": "drop the source",
    "pay_given": "drop without a figure",
    "pay_unit": "drop hourly",
}
FILTER_NAMES = tuple(REMOVE_MESSAGES)
ANY_PHYSICIAN = "any-physician"  # a specialty that is none: work that articles describe for all of them
APPROXIMATION = 0.1  # "around $200k" takes in a tenth either way, and the label says so


class Status(str, Enum):
    """How a role stands to one criterion."""

    MEETS = "meets"
    FAILS = "fails"
    NOT_STATED = "not_stated"


@dataclass(frozen=True)
class Filter:
    """One wish: `name` is one of FILTER_NAMES, `value` an id or a canonical pay value."""

    name: str
    value: str
    negated: bool = False

    @property
    def id(self) -> str:
        return f"{'not-' if self.negated else ''}{self.name}:{self.value}"

    @property
    def pay(self) -> PayBound:
        return _parsed(self.value)


@lru_cache(maxsize=256)
def _parsed(value: str) -> PayBound:
    return PayBound.parse(value)


@dataclass(frozen=True)
class Criterion:
    """A role's standing to all filters of one name; `actual` is what the article says."""

    name: str
    wanted: tuple[Filter, ...]
    status: Status
    actual: Optional[str] = None


def criteria(role: Role, filters: Iterable[Filter]) -> list[Criterion]:
    """Judges a role by every filter.

    Wanted values of one name are alternatives ("pharma or devices"); different names, all
    exclusions and all pay bounds must hold together.
    """
    return [_judge(role, name, wanted) for name, wanted in _by_name(tuple(filters))]


@lru_cache(maxsize=256)
def _by_name(filters: tuple[Filter, ...]) -> tuple[tuple[str, tuple[Filter, ...]], ...]:
    groups: dict[str, list[Filter]] = {}
    for item in filters:
        groups.setdefault(item.name, []).append(item)
    return tuple((name, tuple(items)) for name, items in groups.items())


def _judge(role: Role, name: str, wanted: tuple[Filter, ...]) -> Criterion:
    if name == "pay":
        return Criterion(name, wanted, *_judge_pay(role, wanted))
    judge = _JUDGES.get(name, _judge_attribute)
    asked = [judge(role, f) for f in wanted if not f.negated]
    refused = [_negate(judge(role, f)) for f in wanted if f.negated]
    statuses = [status for status, _ in refused]
    if asked:
        statuses.append(_best([status for status, _ in asked]))
    actual = next((said for _, said in [*asked, *refused] if said), None)
    return Criterion(name, wanted, _worst(statuses), actual)


def _best(statuses: list[Status]) -> Status:
    return next(s for s in (Status.MEETS, Status.NOT_STATED, Status.FAILS) if s in statuses)


def _worst(statuses: list[Status]) -> Status:
    return next(s for s in (Status.FAILS, Status.NOT_STATED, Status.MEETS) if s in statuses)


def _negate(judged: tuple[Status, Optional[str]]) -> tuple[Status, Optional[str]]:
    status, actual = judged
    flipped = {Status.MEETS: Status.FAILS, Status.FAILS: Status.MEETS}
    return flipped.get(status, status), actual


def _judge_attribute(role: Role, wanted: Filter) -> tuple[Status, Optional[str]]:
    stated = role.attributes_named(wanted.name)
    if not stated:
        return Status.NOT_STATED, None
    actual = ", ".join(attribute_label(a.name, a.value) for a in stated)
    met = any(a.value == wanted.value for a in stated)
    return (Status.MEETS if met else Status.FAILS), actual


def _judge_specialty(role: Role, wanted: Filter) -> tuple[Status, Optional[str]]:
    actual = ", ".join(specialty_title(s) for s in role.specialties) or "physicians in general"
    met = wanted.value in role.specialties or (wanted.value == ANY_PHYSICIAN and not role.specialties)
    return (Status.MEETS if met else Status.FAILS), actual


def _judge_kind(role: Role, wanted: Filter) -> tuple[Status, Optional[str]]:
    return (Status.MEETS if role.kind == wanted.value else Status.FAILS), role.title


def _judge_source(role: Role, wanted: Filter) -> tuple[Status, Optional[str]]:
    sites = [f.attributed_to for f in role.figures if f.attributed_to]
    if not sites:
        return Status.NOT_STATED, None
    return (Status.MEETS if wanted.value in sites else Status.FAILS), ", ".join(sites)


def _judge_pay_given(role: Role, wanted: Filter) -> tuple[Status, Optional[str]]:
    given = "yes" if role.figures else "no"
    return (Status.MEETS if given == wanted.value else Status.FAILS), None


def _judge_pay_unit(role: Role, wanted: Filter) -> tuple[Status, Optional[str]]:
    """Whether a figure of the role is stated by the hour, the year ...; nothing is converted."""
    units = list(dict.fromkeys(f.unit for f in role.figures))
    if not units:
        return Status.NOT_STATED, None
    actual = ", ".join(attribute_label("pay_unit", unit) for unit in units)
    return (Status.MEETS if wanted.value in units else Status.FAILS), actual


def _judge_pay(role: Role, wanted: tuple[Filter, ...]) -> tuple[Status, Optional[str]]:
    """One figure must meet all bounds at once: "over 150k but under 250k" is no alternative."""
    comparable = [
        f for f in role.figures if all(comparable_amounts(f, w.pay) is not None for w in wanted)
    ]
    if not comparable:
        return Status.NOT_STATED, None
    told = [f for f in comparable if all(_is_told(f, w.pay) for w in wanted)]
    met = any(all(figure_meets(f, w.pay) is not w.negated for w in wanted) for f in told)
    if met or len(told) == len(comparable):
        return (Status.MEETS if met else Status.FAILS), comparable[0].as_written
    return Status.NOT_STATED, next(f for f in comparable if f not in told).as_written


def comparable_amounts(figure: Figure, bound: PayBound) -> Optional[tuple]:
    """The figure's (low, high) in the bound's unit, or None where they cannot be compared.

    Hours become years at 2,080 hours; nothing else is converted, neither other units nor
    currencies. A bound without a unit counts as yearly; the actions ask what it means first.
    """
    if figure.currency != bound.currency:
        return None
    unit = bound.unit or "year"
    if unit == figure.unit:
        return figure.low, figure.high
    if unit == "year" and figure.unit == "hour":
        return figure.annual_low, figure.annual_high
    return None


def _is_told(figure: Figure, bound: PayBound) -> bool:
    """Whether a figure says if it meets a bound: a band in words does where all or nothing of it lies within."""
    amounts = comparable_amounts(figure, bound)
    if not figure.in_words or amounts is None or not figure_meets(figure, bound):
        return True
    ends = [replace(figure, low=end, high=end) for end in (figure.low, figure.high)]
    return all(figure_meets(end, bound) for end in ends)


def figure_meets(figure: Figure, bound: PayBound) -> bool:
    """Whether any part of the figure lies within the bound, strictness respected."""
    amounts = comparable_amounts(figure, bound)
    if amounts is None:
        return False
    low, high = amounts
    slack = APPROXIMATION if bound.approximate else 0.0
    if bound.low is not None and high is not None:
        lowest = bound.low * (1 - slack)
        if high < lowest or (high == lowest and not bound.low_inclusive):
            return False
    if bound.high is not None and low is not None:
        highest = bound.high * (1 + slack)
        if low > highest or (low == highest and not bound.high_inclusive):
            return False
    return True


_JUDGES = {
    "specialty": _judge_specialty,
    "role": _judge_kind,
    "source": _judge_source,
    "pay_given": _judge_pay_given,
    "pay_unit": _judge_pay_unit,
}


def attribute_label(name: str, value: str) -> str:
    """The words for an attribute's value: ("work_mode", "on_site") -> "on site"."""
    return ATTRIBUTE_LABELS.get((name, value), value.replace("_", " "))


def specialty_title(specialty: str) -> str:
    """The title of a specialty id; an id that the table does not know reads as itself."""
    known = SPECIALTIES.get(specialty)
    return known.title if known else specialty.replace("-", " ")
