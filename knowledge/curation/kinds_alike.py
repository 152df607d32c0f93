"""Kinds of work that may be one kind under two names, and roles filed under the wrong one."""

from __future__ import annotations

import re
from typing import Dict, Iterator, List, Tuple

from rapidfuzz import fuzz, process

from knowledge import facts
from knowledge.curation.remarks import KINDS, Remark, remark
from knowledge.drafts import Draft, Drafts

ALIKE = 88.0  # of 100, word order apart
_PARENTHESES = re.compile(r"\s*\([^)]*\)")
# Different words for the same thing in the names of work; what is left after them must still differ.
_SAME = {
    "doctor": "physician", "doctors": "physician", "physicians": "physician", "md": "physician",
    "consultant": "consulting", "consultancy": "consulting", "consultation": "consulting",
    "adviser": "advisor", "advisory": "advisor", "writer": "writing", "reviewer": "review", "reviews": "review",
    "teacher": "teaching", "educator": "teaching", "education": "teaching", "pharmaceutical": "pharma",
    "manager": "management", "director": "director", "directors": "director", "liaisons": "liaison",
}
_FILLERS = frozenset("a an the of for in and or to work role job jobs position medical clinical".split())


def kinds_alike(drafts: Drafts) -> Iterator[Remark]:
    """Names of two kinds that are near each other; titles of roles that are another kind's name."""
    names = [(_key(name), kind, name) for kind in drafts.kinds for name in _names(kind.fact)]
    names = [entry for entry in names if len(entry[0]) > 3]
    yield from _near_kinds(names)
    yield from _misfiled(drafts, {key: kind.fact for key, kind, _ in names})


def _near_kinds(names: List[Tuple[str, Draft[facts.RoleKind], str]]) -> Iterator[Remark]:
    keys = [key for key, _, _ in names]
    seen = set()
    for at, (key, kind, name) in enumerate(names):
        for _, _, later in process.extract(
            key, keys[at + 1 :], scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, limit=None
        ):
            _, other, other_name = names[at + 1 + later]
            pair = tuple(sorted((kind.fact.id, other.fact.id)))
            if kind.fact.id == other.fact.id or pair in seen:
                continue
            seen.add(pair)
            yield remark(
                KINDS, other, "names", (kind.fact.id, other.fact.id), (name, other_name),
                f'"{other_name}" of {other.fact.id} is much like "{name}" of {kind.fact.id}',
                "join the two kinds, or see that their names are never typed for each other",
            )


def _misfiled(drafts: Drafts, owners: Dict[str, facts.RoleKind]) -> Iterator[Remark]:
    for role in drafts.roles:
        owner = owners.get(_key(role.fact.title or ""))
        if owner is not None and role.fact.kind and owner.id != role.fact.kind:
            yield remark(
                KINDS, role, "kind", (role.fact.id, owner.id), (role.fact.kind, role.fact.title),
                f'"{role.fact.title}" is filed under {role.fact.kind}, but is a name of {owner.id}',
                f"write kind: {owner.id}, or give the role a title of its own",
            )


def _names(kind: facts.RoleKind) -> List[str]:
    return [name for name in (kind.title, *(kind.names or ())) if name]


def _key(name: str) -> str:
    """The words that tell a kind of work, in one form and order; all of them where none is left."""
    words = "".join(c.lower() if c.isalnum() else " " for c in _PARENTHESES.sub("", name)).split()
    told = [_SAME.get(word, word) for word in words if word not in _FILLERS]
    return " ".join(sorted(told or words))
