"""Offers that the person takes away: which one is meant, and the question where several could be."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Optional, Sequence

from actions.open_questions import Answered
from actions.query import Query
from actions.shortlist.changes import remembered
from knowledge.answering.answer import Answer, Option, Question
from knowledge.answering.offers import answer_no_offers, offer_name, removed_words
from knowledge.answering.phrases import own_pay_phrase
from knowledge.answering.shortlists import PLACES, answer_change
from knowledge.language.pay_bound import PayBound
from knowledge.records.personal_record import Offer, without_offer

REMOVE_OFFER = "remove offer"
_ALL = re.compile(r"\b(?:all|both|every|each)\b", re.IGNORECASE)
_PLACES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
           "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_PLACE = re.compile(
    r"\b(?:(first|second|third|fourth|1st|2nd|3rd|4th|last|latest)"
    r"|(?:number|no\.?) ?(\d{1,2}|one|two|three|four|five))\b|#(\d{1,2})\b", re.IGNORECASE)


def names_a_place(text: str) -> bool:
    """Whether a message names one of several offers by its place, or all of them."""
    return bool(_PLACE.search(text) or _ALL.search(text))


def ask_which_again(query: Query) -> Optional[Answered]:
    """The question which offer is to go, once more."""
    offers = [o for o in query.own.record.offers if o.id in (query.pending.get("offers") or ())]
    return _ask_which(query, offers) if offers else None


def remove(query: Query) -> Answered:
    """Removes the offer that is meant; asks where several could be."""
    record = query.own.record
    if not record.offers:
        return answer_no_offers(), query.memory
    meant = _meant(query, record.offers)
    if len(meant) > 1 and not _ALL.search(query.text):
        return _ask_which(query, meant)
    return _removed(query, meant)


def remove_among(query: Query) -> Optional[Answered]:
    """The reply to "which offer?"."""
    ids = query.pending.get("offers") or ()
    offers = [o for o in query.own.record.offers if o.id in ids]
    if not offers:
        return None
    if _ALL.search(query.text) and len(query.text.split()) <= 6:
        return _removed(query, offers)
    meant = _meant(query, offers)
    return _removed(query, meant) if len(meant) < len(offers) else None


def _removed(query: Query, offers: Sequence[Offer]) -> Answered:
    before = query.own.record
    record = before
    for offer in offers:
        record = without_offer(record, offer.id)
    query.own.put(record)
    answer = answer_change(removed_words(offers), suggestions=("undo", "my offers"))
    return answer, remembered(query.memory, before, record)


def _meant(query: Query, offers: Sequence[Offer]) -> list[Offer]:
    """The offers that a message names by place, by kind of work or by amount; all where by none."""
    if place := _PLACE.search(query.text):
        said = (place[1] or place[2] or place[3]).lower()
        number = len(offers) if said in ("last", "latest") else _PLACES.get(said) or int(said)
        if 1 <= number <= len(offers):
            return [offers[number - 1]]
    excluded = [m.value for m in query.mentions if m.kind == "role"]
    dropped = [m.value.removeprefix("role=") for m in query.mentions if m.kind == "drop"]
    if by_kind := [o for o in offers if o.role_kind in {*query.kinds, *excluded, *dropped}]:
        return by_kind
    said = query.text.lower()
    if by_words := [o for o in offers if o.as_written.lower() in said or (o.title and o.title.lower() in said)]:
        return by_words
    return list(offers)


def _ask_which(query: Query, offers: Sequence[Offer]) -> Answered:
    options = [Option(f"o{n}", f"{offer_name(o)}: {own_pay_phrase(PayBound.parse(o.pay))}", place)
               for n, (place, o) in enumerate(zip(PLACES, offers))]
    options.append(Option("all", "all of them", "all of them"))
    answer = Answer(kind="clarify", question=Question("which-offer", "Which offer shall I remove?", tuple(options)))
    lines = [f"{n}. {option.title}" for n, option in enumerate(options[:-1], start=1)]
    answer.say("question", "\n".join(["Which offer shall I remove?", *lines]))
    return answer, replace(query.memory, pending={"op": REMOVE_OFFER, "offers": [o.id for o in offers]}, misses=0)
