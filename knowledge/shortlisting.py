"""Which roles fit someone's wishes: a rule that is written down, shown, and has no hidden score.

The rule: a role that meets more wishes stands first; of two that meet as many, the one that
misses fewer; then the one written for the person's specialty; then, where income was named,
the one whose figure is higher; then the order of the articles. A wish counts only through a
stored, cited attribute or figure. What an article does not say counts neither way, so adding a
wish that a role meets can never lower it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Optional, Sequence

from knowledge.facts import KnowledgeBase, Role
from knowledge.filters import Criterion, Filter, Status, criteria
from knowledge.selection import pay_order

MOST_ROLES = 5
FEWEST_ROLES = 3
RULE = (
    "Roles that meet more of your wishes come first; of two that meet as many, the one that misses "
    "fewer, then the one written for your specialty. What an article does not say counts neither way."
)
INCOME_RULE = "Then the higher figure comes first, as you named income."


@dataclass(frozen=True)
class Ranked:
    """A role with its standing to each wish; the three groups keep the order of the wishes."""

    role: Role
    met: tuple[Criterion, ...]
    missed: tuple[Criterion, ...]
    not_stated: tuple[Criterion, ...]


@dataclass(frozen=True)
class Trade:
    """What letting a wish go would gain: `roles` would then meet all the others.

    Where no single wish stands in the way, two have to go: the other one is `also`.
    """

    wish: Criterion
    roles: tuple[Role, ...]
    also: Optional[Criterion] = None


@dataclass(frozen=True)
class Shortlist:
    """The best roles, best first, and what each wish that none can combine costs."""

    ranked: tuple[Ranked, ...]
    trades: tuple[Trade, ...]  # empty where a role meets every wish


def shortlist(
    knowledge: KnowledgeBase,
    specialty: Optional[str],
    wishes: Sequence[Filter],
    *,
    by_income: bool = False,
) -> Shortlist:
    """Ranks the roles of a specialty, and those for any physician, by the rule above.

    Args:
        knowledge: the snapshot to search.
        specialty: an id; None for every specialty.
        wishes: what the person asked for; wishes of one name are alternatives.
        by_income: whether a higher figure settles what the wishes leave open.
    """
    roles = [r for r in knowledge.roles.values() if not specialty or not r.specialties or specialty in r.specialties]
    ranked = sorted((_judged(role, wishes) for role in roles), key=lambda r: _standing(r, by_income, specialty))
    best = ranked[:MOST_ROLES]
    worth = [r for r in best if r.met]
    complete = any(not r.missed and not r.not_stated for r in best)
    return Shortlist(
        tuple(worth if len(worth) >= FEWEST_ROLES else best[:FEWEST_ROLES]),
        () if complete else tuple(_trades(ranked)),
    )


def _judged(role: Role, wishes: Sequence[Filter]) -> Ranked:
    found = criteria(role, wishes)

    def having(status: Status) -> tuple[Criterion, ...]:
        return tuple(c for c in found if c.status is status)

    return Ranked(role, having(Status.MEETS), having(Status.FAILS), having(Status.NOT_STATED))


def _standing(ranked: Ranked, by_income: bool, specialty: Optional[str] = None) -> tuple:
    """The sort key of the rule; sorting is stable, so the articles' order settles the rest."""
    elsewhere = bool(specialty) and specialty not in ranked.role.specialties
    amount = pay_order(ranked.role) if by_income else ()
    return (-len(ranked.met), len(ranked.missed), elsewhere, *amount)


def _trades(ranked: Sequence[Ranked]) -> list[Trade]:
    """For each wish, or else for each two, the roles that meet all others; most gained first."""
    for letting_go in (1, 2):
        gained: dict[tuple[str, ...], list[Role]] = {}
        given_up: dict[tuple[str, ...], list[Criterion]] = {}
        for entry in ranked:
            lacking = [*entry.missed, *entry.not_stated]
            if len(lacking) == letting_go and entry.met:
                names = tuple(sorted(c.name for c in lacking))
                gained.setdefault(names, []).append(entry.role)
                given_up.setdefault(names, sorted(lacking, key=lambda c: c.name))
        if gained:
            most = Counter({names: len(roles) for names, roles in gained.items()})
            return [Trade(given_up[n][0], tuple(gained[n]), *given_up[n][1:]) for n, _ in most.most_common()]
    return []
