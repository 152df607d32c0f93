"""What a message means because of the question before it, or of the list just shown, whatever its intent.

The classifier sees a message alone: "yes", "onc" and "remove MSL" mean the person's list only
after it was spoken of.
"""

from __future__ import annotations

import re
from typing import Optional

from actions.names import TOPIC_SHORTLIST
from actions.open_questions import Answered
from actions.query import Query
from actions.services import Snapshot
from actions.shortlist.changes import apply, change_list, clear
from actions.shortlist.forgetting import forget
from actions.shortlist.offers import (
    OFFER_KIND,
    OFFER_UNIT,
    REMOVE_OFFER,
    offer_kind_told,
    offer_unit_told,
    remove_among,
)
from actions.shortlist.pointing import among
from knowledge.answering.shortlists import answer_change
from knowledge.language.about_me import FORGET
from knowledge.language.keeping import CLEAR, NOTE, REMOVE, SAVE, ListWish

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


def take_over(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """The answer to a reply, or to "remove MSL" after the list was shown; None where the action should answer."""
    if query.pending and (answered := _reply(query, snapshot)):
        return answered
    wish = query.of_list
    if wish and wish.operation == REMOVE and not wish.names_list and (
            query.memory.topic == TOPIC_SHORTLIST or query.memory.undo):
        return change_list(query, snapshot, wish)
    return None


def waits_for(query: Query) -> bool:
    """Whether a message replies to a question that was just asked, so that the guide lets it go by."""
    operation = query.pending.get("op")
    if operation in (CLEAR, FORGET):
        return bool(_YES.fullmatch(query.text) or _NO.fullmatch(query.text))
    return operation in (SAVE, REMOVE, NOTE, OFFER_UNIT, OFFER_KIND, REMOVE_OFFER)


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
    if _NO.fullmatch(query.text):
        kept = "Your list stays as it is." if operation == CLEAR else "Nothing was deleted."
        return answer_change(kept), query.memory
    return None
