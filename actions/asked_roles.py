"""Which roles a question is about, and which of its wishes no article speaks of."""

from __future__ import annotations

import re
from itertools import pairwise

from actions.names import ROLE_TOPICS
from actions.query import Query
from actions.services import Snapshot
from actions.statements import reads_as_number
from knowledge.answering.phrases import joined
from knowledge.answering.role_details import roles_of_kind
from knowledge.coverage import covered_specialties
from knowledge.facts import KnowledgeBase, Role
from knowledge.filters import REMOVE_MESSAGES
from knowledge.language.leftovers import leftovers
from knowledge.language.specialties import SPECIALTIES

_WORDS = re.compile(r"[a-z]+")
_OR = re.compile(r"[\s,]*(?:or|/)(?: (?:else|maybe|just))?\s*", re.IGNORECASE)


def asked_roles(
    query: Query, snapshot: Snapshot
) -> tuple[list[Role], list[str], tuple[str, ...]]:
    """The roles a question is about, notices on them, and their kinds.

    Named kinds come first, then roles pointed at, then (for a fragment that names only a
    specialty) the kinds of the last answer.
    """
    knowledge = snapshot.knowledge
    kinds = query.kinds
    pointed = [knowledge.roles[i] for i in query.role_ids]
    if pointed and query.values("specialty"):  # "does oncology have that one too?"
        kinds, pointed = tuple(dict.fromkeys((*kinds, *(r.kind for r in pointed)))), []
    if not kinds and not pointed and query.refines:
        if query.memory.topic in ROLE_TOPICS and query.memory.kinds:
            kinds = query.memory.kinds
        elif query.values("specialty"):
            kinds = tuple(knowledge.roles[s].kind for s in query.memory.subjects[:1])
        else:
            pointed = [knowledge.roles[s] for s in query.memory.subjects[:1]]
    specialties = query.specialties if query.refines else [
        m.value for m in query.mentions if m.kind == "specialty" and not m.excluded
        and m.value != "any"
    ]
    specialties = specialties or specialties_inside(query, knowledge)
    roles, notices = roles_of_kind(knowledge, kinds, specialties)
    roles = [*(r for r in pointed if r not in roles), *roles]
    return roles, list(dict.fromkeys(notices)), tuple(dict.fromkeys([*(r.kind for r in pointed), *kinds]))


def specialties_inside(query: Query, knowledge: KnowledgeBase) -> list[str]:
    """Specialties that the name of a role carries: "tele-rheum" is of rheumatology.

    One that no article is about counts, too: another specialty's figures are not what was asked.
    """
    named = " ".join(m.text.lower() for m in query.mentions if m.kind == "role")
    words = {word for name in _WORDS.findall(named) for word in (name, name.removeprefix("tele"))} if named else set()
    covered = covered_specialties(knowledge)
    found = [s for s in SPECIALTIES if any(len(n) > 2 and n in words for n in SPECIALTIES[s].names)]
    return sorted(found, key=lambda s: (s not in covered, covered.index(s) if s in covered else 0))


def unstated_notices(query: Query) -> tuple[str, ...]:
    """Wishes that no article speaks of: said, never silently dropped."""
    if not query.wishes:
        return ()
    quoted = joined([f"“{w}”" for w in query.wishes])
    this = "this" if len(query.wishes) == 1 else "these"
    return (f"{quoted}: the entries do not state {this} role by role, so I do not filter by {this}.",)


def unit_notices(query: Query) -> tuple[str, ...]:
    """An hourly bound that went because pay by another unit was asked for: no filter goes in silence."""
    dropped = any(m.kind == "drop" and m.value == "pay" and not m.text for m in query.mentions)
    bounds = [f.pay for f in query.memory.filters if f.name == "pay" and f.pay.unit]
    if not dropped or not bounds:
        return ()
    return (f"I took your limit by the {bounds[0].unit} off: it does not hold for pay by another unit.",)


def either_notices(query: Query) -> tuple[str, ...]:
    """ "Remote or part time" asks for either; a list keeps to both, and says so."""
    if not wishes_joined_by_or(query):
        return ()
    return ("You said “or”: this list keeps to both wishes at once. Take one off to see the other alone.",)


def wishes_joined_by_or(query: Query) -> tuple[str, ...]:
    """The two kinds of wish that an "or" joins, where both became filters."""
    for one, other in pairwise(query.mentions):
        kinds = (one.kind, other.kind)
        joined_by_or = _OR.fullmatch(query.text[one.end : other.start])
        if joined_by_or and one.kind != other.kind and set(kinds) <= set(REMOVE_MESSAGES) - {"specialty", "role"}:
            return () if one.excluded or other.excluded else kinds  # "no call or nights" excludes both
    return ()


def place_notices(query: Query) -> tuple[str, ...]:
    """Places named beside a search: no entry names any, so they do not narrow it."""
    places = [m.value.replace("-", " ").title() for m in query.mentions if m.kind == "geography" and m.value != "us"]
    if not places:
        return ()
    return (f"No entry names a place such as {joined(places, 'or')}: the articles speak of the U.S. or of no "
            "country, so I do not filter by it.",)


def unread_notices(query: Query, snapshot: Snapshot) -> tuple[str, ...]:
    """Words of a search that nothing recognised: named, so that nobody thinks they counted."""
    found = leftovers(query.text, query.mentions, snapshot.names)
    unread = [words for words in found if not reads_as_number(words)]
    if not unread:
        return ()
    return (f"I did not use {joined([f'“{words}”' for words in unread], 'or')}: I do not know a filter for that.",)
