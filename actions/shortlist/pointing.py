"""Which roles a message about the person's list means: by name, by place, or by pointing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Optional, Sequence

from actions.asked_roles import specialties_inside
from actions.names import TOPIC_SHORTLIST
from actions.query import Query
from knowledge.coverage import serving_specialties
from knowledge.facts import KnowledgeBase, Role
from knowledge.language.keeping import REMOVE
from knowledge.language.text import fold

_PLURAL = re.compile(r"\b(?:these|those|them|both|all|everything)\b", re.IGNORECASE)
_POINTS = re.compile(r"\b(?:it|this|that|these|those|them|both|all|everything|ones?)\b", re.IGNORECASE)
_SINGULAR = frozenset(("it", "this", "that"))


@dataclass(frozen=True)
class Meant:
    """The roles that are meant for sure; `either` where one of several has to be chosen."""

    roles: list[Role] = field(default_factory=list)
    either: list[Role] = field(default_factory=list)
    beyond: bool = False  # a place was named that the list does not have


def roles_meant(query: Query, knowledge: KnowledgeBase) -> Meant:
    """The roles that a message wants saved, removed or noted.

    Places count the list last shown; those of "from my list" count that list. A name with several
    entries is settled by a specialty, by the filters in force, or by what was just shown.
    """
    saved = [r.role_id for r in query.own.record.saved if r.role_id in knowledge.roles]
    of_saved = query.of_list is not None and query.of_list.operation == REMOVE and (
        query.of_list.names_list or query.memory.topic == TOPIC_SHORTLIST)
    listed = saved if of_saved and saved else list(query.memory.listed)
    placed, beyond = _placed(query, listed)
    sure = [knowledge.roles[i] for i in placed]
    either: list[Role] = []
    for kind in named_kinds(query):
        entries = _entries(kind, query, knowledge, saved)
        if len(entries) == 1 or len(_named_specialties(query)) > 1:
            sure += [r for r in entries if r not in sure]
        elif not either:
            either = entries
    if not sure and not either and not beyond:
        titled = _titled(query, knowledge, saved)
        return Meant(titled) if titled else _pointed(query, knowledge)
    return Meant(sure, either, beyond)


def names_a_role(query: Query) -> bool:
    """Whether a message says which role it means, by name, place or pointing."""
    places = query.of_list.places if query.of_list else ()
    return bool(named_kinds(query) or places or query.values("ordinal") or query.values("reference"))


def named_kinds(query: Query) -> list[str]:
    """Kinds of work named; "take off utilization review" names one by what it drops."""
    drops = [m.value for m in query.mentions if m.kind == "drop"]
    dropped = [value.removeprefix("role=") for value in drops if value.startswith("role=")]
    excluded = [m.value for m in query.mentions if m.kind == "role" and m.excluded]
    return list(dict.fromkeys([*query.kinds, *dropped, *excluded]))


def _titled(query: Query, knowledge: KnowledgeBase, saved: Sequence[str]) -> list[Role]:
    """Roles whose title is written out, though no name was recognised: "Remote reads" begins with a filter.

    The longest titles count; of the same title in several articles, the specialty written beside it, then what is
    saved.
    """
    written = fold(query.text)
    found = [r for r in knowledge.roles.values() if fold(r.title) in written]
    longest = max((len(r.title) for r in found), default=0)
    found = [r for r in found if len(r.title) == longest]
    served = set(serving_specialties(knowledge, _named_specialties(query)))
    fitting = [r for r in found if served & set(r.specialties)] or found
    return [r for r in fitting if r.id in saved] or fitting


def _placed(query: Query, listed: Sequence[str]) -> tuple[list[str], bool]:
    """The roles at the places named, and whether a place lies beyond the list."""
    places: list[int] = []
    for value in query.values("ordinal"):
        places.append(len(listed) if value == "last" else int(value))
    places += [p or len(listed) for p in query.of_list.places] if query.of_list else []  # LAST is its end
    there = [p for p in dict.fromkeys(places) if 1 <= p <= len(listed) and listed[p - 1]]  # "" was taken out
    return [listed[p - 1] for p in there], len(there) < len(set(places))


def _named_specialties(query: Query) -> list[str]:
    return [m.value for m in query.mentions if m.kind == "specialty" and not m.excluded and m.value != "any"]


def _entries(kind: str, query: Query, knowledge: KnowledgeBase, saved: Sequence[str]) -> list[Role]:
    """The entries of a kind of work that can be meant, as few as the talk allows."""
    entries = [r for r in knowledge.roles.values() if r.kind == kind]
    if query.of_list and query.of_list.operation == REMOVE:
        entries = [r for r in entries if r.id in saved] or entries
    in_force = [f.value for f in query.memory.filters if f.name == "specialty" and not f.negated]
    for specialties in (_named_specialties(query), specialties_inside(query, knowledge), in_force):
        served = set(serving_specialties(knowledge, specialties))
        if fitting := [r for r in entries if served & set(r.specialties)]:
            return fitting
    if len(shown := [r for r in entries if r.id in query.memory.subjects]) == 1:
        return shown
    return entries


def _pointed(query: Query, knowledge: KnowledgeBase) -> Meant:
    """What "it" and "those" mean: what was last spoken of; nothing where some other words stand for the role."""
    wish = query.of_list
    if wish and wish.operation == REMOVE and wish.names_list and not _POINTS.search(query.text):
        return Meant()  # "drop radiology reads from my list" must not take off whatever was spoken of
    subjects = [knowledge.roles[i] for i in query.memory.subjects if i in knowledge.roles]
    served = set(serving_specialties(knowledge, _named_specialties(query)))  # "save that one for cardiology"
    subjects = [role for role in subjects if served & set(role.specialties)] or subjects
    plural = _PLURAL.search(query.text) or set(query.values("reference")) - _SINGULAR - {"list"}
    if plural or len(subjects) == 1:
        return Meant(subjects)
    return Meant(either=subjects)


def among(candidates: Sequence[str], query: Query, knowledge: KnowledgeBase) -> Optional[list[Role]]:
    """The candidates that the reply to "which one?" chooses; None where it is about something else."""
    roles = [knowledge.roles[i] for i in candidates if i in knowledge.roles]
    if _PLURAL.search(query.text) and len(query.text.split()) <= 5:
        return roles
    placed, beyond = _placed(query, [r.id for r in roles])
    if placed and not beyond:
        return [knowledge.roles[i] for i in placed]
    specialties = _named_specialties(query)
    if specialties and not query.shape.leftover and not query.shape.has_head:
        served = set(serving_specialties(knowledge, specialties))
        return [r for r in roles if served & set(r.specialties)] or None
    return None
