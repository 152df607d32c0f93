"""Figures that say something else of the same: same work, specialty, statistic, unit, source, place."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import Dict, Iterator, List, Set, Tuple

from knowledge import facts
from knowledge.curation.remarks import CONTRADICTION, DUPLICATE, Remark, remark
from knowledge.drafts import Draft, Drafts
from knowledge.problems import shown_path

Figured = Tuple[Draft[facts.Figure], Draft[facts.Role]]


def contradictions(drafts: Drafts) -> Iterator[Remark]:
    """Pairs of figures of one subject with different amounts; the same amount twice in one article."""
    for figures in _by_subject(drafts).values():
        for (one, its_role), (other, other_role) in combinations(figures, 2):
            if not _same_people(its_role.fact, other_role.fact):
                continue
            if _amount(one.fact) != _amount(other.fact):
                yield _contradiction(one, other, its_role)
            elif its_role.fact.article_id == other_role.fact.article_id:
                yield _twice(one, other)


def _by_subject(drafts: Drafts) -> Dict[Tuple, List[Figured]]:
    roles = {draft.fact.id: draft for draft in drafts.roles}
    subjects: Dict[Tuple, List[Figured]] = defaultdict(list)
    for draft in drafts.figures:
        role = roles.get(draft.fact.role_id)
        if role is not None:
            subjects[(role.fact.kind, *_subject(draft.fact))].append((draft, role))
    return subjects


def _subject(figure: facts.Figure) -> Tuple:
    words = (figure.attributed_to, figure.qualifier, figure.geography)
    return (figure.statistic, figure.kind, figure.unit, figure.currency, *(_plain(w) for w in words))


def _plain(words: str | None) -> str:
    return " ".join((words or "").lower().split())


def _same_people(one: facts.Role, other: facts.Role) -> bool:
    first, second = _specialties(one), _specialties(other)
    return first == second or bool(first & second)


def _specialties(role: facts.Role) -> Set[str]:
    return set(role.specialties or ())


def _amount(figure: facts.Figure) -> Tuple:
    return figure.low, figure.high


def _contradiction(one: Draft[facts.Figure], other: Draft[facts.Figure], role: Draft[facts.Role]) -> Remark:
    source = one.fact.attributed_to or "an unnamed source"
    return remark(
        CONTRADICTION, one, "as_written", (one.fact.id, other.fact.id), (one.fact.as_written, other.fact.as_written),
        f'{one.fact.statistic} {one.fact.kind} of "{role.fact.title}" ({source}) is {one.fact.as_written} here and '
        f"{other.fact.as_written} in {_place(other, 'as_written')}",
        "see which the sources support; correct the other, or write what sets them apart (qualifier, geography)",
    )


def _twice(one: Draft[facts.Figure], other: Draft[facts.Figure]) -> Remark:
    return remark(
        DUPLICATE, one, "as_written", (one.fact.id, other.fact.id), (one.fact.as_written, other.fact.as_written),
        f"{one.fact.as_written} is given twice, again in {_place(other, 'as_written')}",
        "keep it under the role that it is said of",
    )


def _place(draft: Draft, name: str) -> str:
    return f"{shown_path(draft.record.file)}:{draft.line_of(name)}"
