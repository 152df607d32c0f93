"""What a message means because of the question before it, or of the list just shown, whatever its intent.

The classifier sees a message alone: "yes", "onc" and "remove MSL" mean the person's list only
after it was spoken of.
"""

from __future__ import annotations

import re
from typing import Optional

from actions.guidance.wishes import wishes_of
from actions.names import TOPIC_ROLES, TOPIC_SHORTLIST
from actions.open_questions import Answered
from actions.query import Query
from actions.services import Snapshot
from actions.shortlist.by_rank import saved_by_rank
from actions.shortlist.changes import apply, clear
from actions.shortlist.forgetting import forget
from actions.shortlist.offer_removal import REMOVE_OFFER, remove_among
from actions.shortlist.offer_talk import (
    corrected_offer,
    more_of_offers,
    offer_beside_another,
    offer_told_of_it,
)
from actions.shortlist.offers import (
    OFFER_KIND,
    OFFER_UNIT,
    offer_kind_told,
    offer_unit_told,
    replies_on_offers,
)
from actions.shortlist.pointing import among
from actions.shortlist.said_after import asked_again, list_seen, taken_off
from knowledge.answering.guidance import GUIDE_SLOTS, answer_order
from knowledge.answering.shortlists import answer_change
from knowledge.language.about_me import FORGET
from knowledge.language.keeping import CLEAR, NOTE, REMOVE, SAVE, UNDO, ListWish

_MANNERS = (
    r"(?:please|pls|do it|do that|go ahead|do|ok(?:ay)?|i am|i'm sure|sure|thanks|thank you|of course"
    r"|clear it|delete it|forget me|all of it)"
)
_YES = re.compile(
    rf"\W*(?:y|yes|yep|yeah|yup|ya|sure|ok(?:ay)?|absolutely|definitely|of course|do it|go ahead|please do"
    rf"|confirm(?:ed)?|👍\S?)"
    rf"(?:[ ,.!]+{_MANNERS})*\W*", re.IGNORECASE)
_NO = re.compile(
    r"\W*(?:n|no|nope|nah|never ?mind|cancel|stop|don'?t|do not|wait|not now|forget it|leave it|👎\S?)\b"
    r"(?:[ ,.!]+(?:please|thanks|thank you|keep|it|that|them|my|the|list|all|do|don'?t|i|changed|mind|do not"
    r"|want|to))*\W*|"
    r"\W*keep (?:it|them|that|everything|all|my list)\W*", re.IGNORECASE)
_OPENS_NO = re.compile(
    r"\W*(?:no|nope|nah)\b(?!.*\b(?:forget|delete|erase|clear|remove|wipe)\b).{0,60}$", re.IGNORECASE)

# Said of the list that is on the screen; elsewhere the same words take the filters off.
_CLEARS = re.compile(
    r"\W*(?:(?:ok(?:ay)?|please|pls|now|so|just|and|then|yes)\W+){0,3}(?:clear|empty|wipe|delete|remove|erase|trash)"
    r" (?:out )?(?:it|them|all|everything|the lot|the list|that list|this)(?: (?:all|out|of it|of them))?"
    r"(?: (?:please|pls|now))?\W*", re.IGNORECASE)

# Of the list that the guide ended in, whose rule is its own.
_ORDER = re.compile(
    r"\W*(?:(?:and|but|so|ok|hey)\W+)?(?:why (?:that|this|the|such an?) (?:order|ranking)"
    r"|why (?:is|are|was)(?: \w+){1,4} (?:first|last|on top|at the top|ranked)\b[^?]{0,20}"
    r"|how (?:did you|do you|is|are|was|were)(?: \w+){0,3} (?:rank|sort|order)(?:ed)?(?: \w+){0,3}"
    r"|what(?:'s| is|s) (?:the|that|this) (?:ranking|order|rank)(?: based on)?)\W*", re.IGNORECASE)


def take_over(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """The answer to a reply, or to "remove MSL" after the list was shown; None where the action should answer."""
    if query.pending and (answered := _reply(query, snapshot) or asked_again(query, snapshot)):
        return answered
    for rule in (list_seen, corrected_offer, offer_beside_another, more_of_offers, offer_told_of_it,
                 saved_by_rank):
        if answered := rule(query, snapshot):
            return answered
    of_list = query.memory.topic == TOPIC_SHORTLIST or query.memory.undo
    if of_list and _CLEARS.fullmatch(query.text) and query.own.record.saved:
        return clear(query, confirmed=False)
    if _ORDER.fullmatch(query.text) and _shows_the_guides_list(query):
        return answer_order(by_income=query.guide["guide_pull"] == "income"), query.memory
    return taken_off(query, snapshot)


def _shows_the_guides_list(query: Query) -> bool:
    """Whether the list on the screen is the one that the guide ended in, with no wish added or dropped since."""
    if query.memory.topic != TOPIC_ROLES or not all(map(query.guide.get, GUIDE_SLOTS)):
        return False
    return {f for f in query.memory.filters if f.name != "specialty"} == set(wishes_of(query.guide))


def concerns_own(query: Query, snapshot: Snapshot) -> bool:
    """Whether a message replies to such a question, or takes the last change back: the guide lets it go by."""
    operation = query.pending.get("op")
    if operation in (CLEAR, FORGET):
        return bool(_YES.fullmatch(query.text)) or _declines(query)
    if operation in (SAVE, REMOVE, NOTE):
        return bool(among(query.pending.get("among") or (), query, snapshot.knowledge))
    if operation in (OFFER_UNIT, OFFER_KIND, REMOVE_OFFER):
        return replies_on_offers(query, snapshot)
    return bool(query.memory.undo and query.of_list and query.of_list.operation == UNDO)


def _declines(query: Query) -> bool:
    """Whether a message says no, in whatever words, and asks for nothing else."""
    if _NO.fullmatch(query.text):
        return True
    return bool(_OPENS_NO.match(query.text)) and not query.says_something and not query.shape.is_question


def _reply(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    operation = query.pending.get("op")
    if operation in (CLEAR, FORGET):
        return _yes_or_no(query, operation)
    if operation in (SAVE, REMOVE, NOTE):
        roles = among(query.pending.get("among") or (), query, snapshot.knowledge)
        return apply(query, roles, ListWish(operation, note=str(query.pending.get("note") or ""))) if roles else None
    if operation == OFFER_UNIT:
        return offer_unit_told(query, snapshot)
    if operation == OFFER_KIND:
        return offer_kind_told(query, snapshot)
    if operation == REMOVE_OFFER:
        return remove_among(query)
    return None


def _yes_or_no(query: Query, operation: str) -> Optional[Answered]:
    if _YES.fullmatch(query.text):
        return clear(query, confirmed=True) if operation == CLEAR else forget(query)
    if _declines(query):
        kept = "Your list stays as it is." if operation == CLEAR else "Nothing was deleted."
        return answer_change(kept), query.memory
    return None
