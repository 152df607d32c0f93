"""A role saved by its place in an order: "add the best paid rheum one", "save the lowest paying"."""

from __future__ import annotations

import re
from typing import Optional

from actions.names import TOPIC_ROLES
from actions.open_questions import Answered
from actions.query import Query
from actions.services import Snapshot
from actions.shortlist.changes import save
from knowledge.selection import select_roles

MOST_CHARACTERS = 80
_SAVES = re.compile(
    r"\W*(?:(?:ok|okay|please|pls|and|then|also|now|just|yes)\W+){0,3}(?:save|add|keep|bookmark|star|shortlist|pin)"
    r"(?: me)? (?:the )?"
    r"(?:(?P<second>(?:second|2nd)[ -](?:best|highest|top))|(?P<low>lowest|worst|cheapest)|top|best|highest)"
    r"(?:[ -](?:paid|paying))?(?: [\w-]+){0,2}? (?:one|role|job|gig|option)(?: (?:to|on|in) (?:my|the) (?:short)?list)?"
    r"(?: (?:please|pls|too|then))?\W*", re.IGNORECASE)


def saved_by_rank(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """Saves the role that stands first or second by pay, of the list in force or of the specialty named."""
    match = _SAVES.fullmatch(query.text) if len(query.text) <= MOST_CHARACTERS else None
    if match is None or query.kinds or (query.memory.topic != TOPIC_ROLES and not query.values("specialty")):
        return None
    filters = tuple(f for f in query.filters if f.name != "pay_given")
    found = select_roles(snapshot.knowledge, filters, order="lowest" if match["low"] else "highest").matches
    paid = [judged.role for judged in found if judged.role.figures]
    place = 1 if match["second"] else 0
    return save(query, paid[place : place + 1]) if len(paid) > place else None
