"""Which roles answer a set of filters: matches, near misses, and those that do not say.

The three groups never mix. A role without a figure is never a near miss of a pay bound,
and a role of another specialty is never offered as if it were of the one asked for.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Optional, Sequence

from knowledge.facts import KnowledgeBase, Role
from knowledge.filters import Criterion, Filter, Status, comparable_amounts, criteria
from knowledge.language.pay import PayBound

# A near miss must still be about the same people and work.
HARD_FILTERS = ("specialty", "role", "pay_given")
NEAREST = 4
_SAID_BY_FIGURES = {"pay", "pay_unit", "source"}  # a role without a figure cannot say these


@dataclass(frozen=True)
class Judged:
    """A role with its standing to every criterion."""

    role: Role
    criteria: tuple[Criterion, ...]

    def names(self, status: Status) -> tuple[str, ...]:
        return tuple(c.name for c in self.criteria if c.status is status)

    @property
    def roughly_paid(self) -> bool:
        """Whether a band in words ("high $200s") leaves open if the pay is what was asked for."""
        return any(c.name == "pay" and c.status is Status.NOT_STATED and c.actual for c in self.criteria)


@dataclass(frozen=True)
class Selection:
    """The groups of one search; `silent` counts roles left out only because a wish is not stated."""

    matches: tuple[Judged, ...]
    near_misses: tuple[Judged, ...] = ()
    not_stated: tuple[Judged, ...] = ()
    silent: Counter = field(default_factory=Counter)


def select_roles(
    knowledge: KnowledgeBase,
    filters: Sequence[Filter],
    *,
    order: Optional[str] = None,
    among: Sequence[str] = (),
) -> Selection:
    """Sorts all roles into the groups of a Selection.

    Args:
        knowledge: the snapshot to search.
        filters: every filter in force; they must hold together.
        order: "highest" or "lowest" pay first; without it the highest comes first, too.
        among: ids of the roles to choose from; empty for all.
    """
    hard = [f for f in filters if f.name in HARD_FILTERS]
    eligible = [
        Judged(role, tuple(criteria(role, filters)))
        for role in knowledge.roles.values()
        if (not among or role.id in among) and all(c.status is Status.MEETS for c in criteria(role, hard))
    ]
    matches = [j for j in eligible if not j.names(Status.FAILS) and not j.names(Status.NOT_STATED)]
    not_stated, silent = _unsaid(eligible)
    if not matches and not not_stated and silent and "other_pay_unit" not in silent:
        not_stated, silent = _silent_roles(eligible), Counter()
    return Selection(
        matches=tuple(_ordered(matches, order)),
        near_misses=tuple(_nearest(eligible, filters, bool(matches))),
        not_stated=tuple(_ordered(not_stated, order) if order else not_stated),
        silent=silent,
    )


def pay_order(role: Role, *, lowest: bool = False) -> tuple:
    """Sort key: yearly figures, then hourly, then others, then none; highest first by default."""
    if not role.figures:
        return (3, 0.0)
    units = {"year": 0, "hour": 1}
    figure = min(role.figures, key=lambda f: units.get(f.unit, 2))
    rough = figure.in_words or figure.high is None  # "six figures" is sorted by the least that it can mean
    amount = figure.low if rough else figure.high
    sign = 1 if lowest else -1
    return (units.get(figure.unit, 2), sign * (amount or 0.0))


def _unsaid(eligible: Sequence[Judged]) -> tuple[list[Judged], Counter]:
    """Roles that would match if only their pay were stated, and counts of other silences."""
    not_stated: list[Judged] = []
    silent: Counter = Counter()
    for judged in eligible:
        unsaid = judged.names(Status.NOT_STATED)
        if not unsaid or judged.names(Status.FAILS):
            continue
        if unsaid == ("pay",) and judged.role.figures and not judged.roughly_paid:
            silent["other_pay_unit"] += 1
        elif set(unsaid) <= _SAID_BY_FIGURES:
            not_stated.append(judged)
        elif len(unsaid) == 1:
            silent[unsaid[0]] += 1
    return not_stated, silent


def _silent_roles(eligible: Sequence[Judged]) -> list[Judged]:
    return [
        j for j in eligible if len(j.names(Status.NOT_STATED)) == 1 and not j.names(Status.FAILS)
    ]


def _nearest(eligible: Sequence[Judged], filters: Sequence[Filter], found: bool) -> list[Judged]:
    """Roles that fail one wish; with no match at all, those that fail fewest."""
    failing = [j for j in eligible if j.names(Status.FAILS) and not j.names(Status.NOT_STATED)
               and not _is_excluded(j)]
    single = [j for j in failing if len(j.names(Status.FAILS)) == 1]
    chosen = single if single or found else failing
    ranked = sorted(
        chosen,
        key=lambda j: (len(j.names(Status.FAILS)), *_distance(j.role, filters)),
    )
    return ranked[:NEAREST]


def _is_excluded(judged: Judged) -> bool:
    """Whether a role is just what was not wanted; it is no near miss then."""
    return any(
        c.status is Status.FAILS and all(f.negated for f in c.wanted) for c in judged.criteria
    )


def _distance(role: Role, filters: Sequence[Filter]) -> tuple:
    """How far a role's pay is from the bound: yearly figures first, then hourly ones."""
    bounds = [f.pay for f in filters if f.name == "pay" and not f.negated]
    if not bounds or not role.figures:
        return pay_order(role)
    figure = role.figures[0]
    gaps = [_gap(comparable_amounts(figure, bound), bound) for bound in bounds]
    same_unit = all(figure.unit == (bound.unit or "year") for bound in bounds)
    return (0 if same_unit else 1, max(gaps))


def _gap(amounts: Optional[tuple], bound: PayBound) -> float:
    """How far a figure lies outside a bound, on either side."""
    if amounts is None:
        return float("inf")
    low, high = amounts
    below = (bound.low or 0.0) - high if bound.low is not None and high is not None else 0.0
    above = low - bound.high if bound.high is not None and low is not None else 0.0
    return max(below, above, 0.0)


def _ordered(matches: list[Judged], order: Optional[str]) -> list[Judged]:
    return sorted(matches, key=lambda j: pay_order(j.role, lowest=order == "lowest"))
