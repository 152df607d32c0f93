"""Claims of one role become one: the same kind, or the same name, wherever the text speaks of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from knowledge.importing.extraction.claims import Claim
from knowledge.importing.extraction.known import name_key

_RANK = {"heading": 0, "row": 1, "number": 2, "label": 3, "verb": 4, "subject": 5, "mention": 6, "told": 7, "again": 8}
# "program officer, GS-13"
_GRADE = re.compile(r",\s(?:[A-Z]{1,3}|[Gg]rade|[Bb]and|[Ll]evel)[- ]?(?:\d{1,2}|[IVX]{1,4})$")
_RANKS = frozenset("chief senior associate assistant deputy vice lead junior head".split())


@dataclass
class RoleGroup:
    """All claims of one role, the best name first."""

    claims: list[Claim] = field(default_factory=list)

    @property
    def first(self) -> Claim:
        """The claim that names it: a heading rather than a sentence, the first of these."""
        return min(self.claims, key=lambda claim: (_RANK[claim.how], claim.quote.start))

    @property
    def kind(self) -> str | None:
        """Its known kind."""
        return next((claim.kind for claim in self.claims if claim.kind), None)

    @property
    def titles(self) -> tuple[str, ...]:
        """All names that the text gives it."""
        return tuple(dict.fromkeys(claim.title for claim in self.claims))

    @property
    def is_certain(self) -> bool:
        """Whether it is a role even without pay."""
        return any(claim.is_certain for claim in self.claims)

    @property
    def is_held(self) -> bool:
        """Whether somebody has this job, or is sought for it: a role if more is said of it."""
        return any(claim.how == "verb" for claim in self.claims)

    def sentences(self, shared: bool = False) -> list[int]:
        """Indices of its own sentences, or of those that it shares."""
        return sorted({index for claim in self.claims for index in (claim.shared if shared else claim.sentences)})


def merged(claims: list[Claim]) -> list[RoleGroup]:
    """Groups in the order of their first claim."""
    groups: list[RoleGroup] = []
    for claim in sorted(claims, key=lambda one: (one.quote.start, _RANK[one.how])):
        group = next((g for g in groups if any(_same(claim, o) for o in g.claims) and not _beside(claim, g)), None)
        if group is None:
            groups.append(group := RoleGroup())
        group.claims.append(claim)
    return groups


def _beside(claim: Claim, group: RoleGroup) -> bool:
    """Whether another row of its own table names a role of this kind by another name: the table tells them apart.

    So do headings with names of no known kind: "NIH: program officer", "Foundation program officer".
    """
    if claim.how == "heading" and claim.kind is None:
        headings = [other for other in group.claims if other.how == "heading" and other.kind is None]
        if any(_key(other.title) != _key(claim.title) for other in headings):
            return True
    beside = [other for other in group.claims if claim.table and other.table == claim.table]
    return any(_bare(other.title) != _bare(claim.title) for other in beside)


def _bare(title: str) -> str:
    """A name without what a comma adds to it: "Expert witness, deposition"."""
    return _key(title.split(", ")[0])


def _same(one: Claim, other: Claim) -> bool:
    if one.kind or other.kind:
        return one.kind == other.kind
    first, second = _words(one.title), _words(other.title)
    if first == second:
        return True
    if len(first) > len(second):
        first, second = second, first
    if (set(second) - set(first)) & _RANKS:
        return False
    return len(first) > 1 and set(first) <= set(second) and (first[-1] == second[-1] or first == second[: len(first)])


@lru_cache(maxsize=16_384)
def _words(title: str) -> tuple[str, ...]:
    """The words that names are compared by. Kept: in a long table each name is compared with all others."""
    return tuple(name_key(_GRADE.sub("", title)).split())


@lru_cache(maxsize=16_384)
def _key(title: str) -> str:
    return name_key(title)
