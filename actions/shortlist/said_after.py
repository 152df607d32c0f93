"""Short words that only the turn before explains, of the person's own list: "which?", "list it", "drop UR".

Said after a question back they ask for it again; after a change they ask to see the list; and a
name that is on no list is not taken off in silence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Optional

from actions.names import TOPIC_ROLES, TOPIC_SHORTLIST
from actions.open_questions import Answered
from actions.query import Query
from actions.services import Snapshot
from actions.shortlist.changes import ask_again, change_list
from actions.shortlist.offer_removal import REMOVE_OFFER
from actions.shortlist.offers import OFFER_KIND, OFFER_UNIT, ask_offer_again
from actions.shortlist.pointing import named_kinds
from actions.shortlist.shown import show_list
from knowledge.answering.phrases import joined
from knowledge.answering.shortlists import answer_change
from knowledge.language.keeping import NOTE, REMOVE, SAVE

MOST_CHARACTERS = 80  # of words that say no more than "list it"
_ASKS_AGAIN = re.compile(
    r"\W*(?:(?:um|uh|hm+|wait|sorry|ok|so|and|but|well)\W+){0,2}(?:which(?: ones?)?(?: (?:are|is|do) (?:they|there|it|"
    r"you (?:have|mean)|those))?|what(?: are (?:they|those|the (?:options|choices)|my (?:options|choices)))?|"
    r"which what|huh|say (?:that )?again|come again|repeat(?: that| it)?|(?:the )?(?:options|choices)|what do you mean|"
    r"remind me|again)\W*", re.IGNORECASE)
_SEEN = (r"(?:it|them|that|all|everything|mine|there|(?:the|my) (?:list|rest|lot)|what(?:'?s| is) (?:left|on it|there)"
         r"(?: now)?)")
_SHOWS = re.compile(
    r"\W*(?:(?:ok|okay|now|so|and|please|pls|cool|good|great|thanks|then)\W+){0,3}(?:(?:can i|let me) )?(?:"
    rf"(?:list|show|see|read|view|display|open|check)(?: me| us)?(?: back)?(?: {_SEEN})?"
    r"(?: (?:again|now|then|please|pls|all|out|back))*"
    rf"|what(?:'?s| is|s| do i have)(?: still)?(?: left| saved)?(?: (?:on|in))?(?: (?:it|there|{_SEEN}))?"
    r"(?: now| so far| then| at the moment)*|what did i save(?: so far)?|(?:the |my )?list(?: again| now| please| pls)?"
    r"|how(?: does| do) (?:it|my list|the list) look(?: now| like)*|what(?: does| do) (?:it|my list|the list) look like"
    r"(?: now)?)\W*", re.IGNORECASE)
_BARE_WHAT = re.compile(r"\W*(?:what'?s?|whats|what is)\W*", re.IGNORECASE)
_OF_ROLES = (SAVE, REMOVE, NOTE)


def asked_again(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Which?" after a question back: the question once more, still open."""
    if len(query.text) > MOST_CHARACTERS or not _ASKS_AGAIN.fullmatch(query.text):
        return None
    operation = query.pending.get("op")
    if operation in _OF_ROLES:
        return ask_again(query, snapshot)
    return ask_offer_again(query, snapshot) if operation in (OFFER_UNIT, OFFER_KIND, REMOVE_OFFER) else None


def list_seen(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "List it" after the list was changed, shown or asked about: the person's own, not the search."""
    of_list = query.memory.undo or query.memory.topic == TOPIC_SHORTLIST or query.pending.get("op") in _OF_ROLES
    if not of_list or len(query.text) > MOST_CHARACTERS or _BARE_WHAT.fullmatch(query.text):
        return None
    if not _SHOWS.fullmatch(query.text):
        return None
    return show_list(replace(query, of_list=None), snapshot)


def taken_off(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Drop UR": off the person's list where that is meant; a search leaves it out; never nothing in silence."""
    wish = query.of_list
    if wish is None or wish.operation != REMOVE or wish.names_list:
        return None
    knowledge, memory = snapshot.knowledge, query.memory
    if (memory.topic == TOPIC_SHORTLIST or memory.undo) and (changed := change_list(query, snapshot, wish)):
        return changed
    kinds = named_kinds(query)
    filtered = {f.value for f in memory.filters if f.name == "role" and not f.negated}
    if not kinds or set(kinds) & filtered or query.shape.has_head:
        return None
    saved = {r.role_id for r in query.own.record.saved}
    named = {r.id for r in knowledge.roles.values() if r.kind in kinds}
    listed = {i for i in memory.listed if i in named} if memory.topic == TOPIC_ROLES else set()
    if saved & named and (not listed or saved & listed):
        return change_list(query, snapshot, wish)
    if memory.topic == TOPIC_ROLES and (memory.filters or memory.listed):
        return None  # the search leaves it out
    titles = joined([knowledge.kinds[kind].title for kind in kinds])
    return answer_change(f"{titles}: not on your shortlist, so nothing was taken off."), replace(memory, misses=0)
