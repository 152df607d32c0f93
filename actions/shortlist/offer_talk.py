"""Talk of an offer just told: another amount for it, or another kind of work to set it beside."""

from __future__ import annotations

import re
from typing import Optional

from actions.names import TOPIC_OFFERS
from actions.open_questions import Answered
from actions.query import Query
from actions.services import Snapshot
from actions.shortlist.changes import remembered
from actions.shortlist.offers import in_unit_of
from knowledge.answering.offers import answer_offers
from knowledge.answering.shortlists import kept_words
from knowledge.language.offers import told_offers
from knowledge.records.errors import InvalidRecord
from knowledge.records.personal_record import Offer, PersonalRecord, with_offer, without_offer

MOST_CHARACTERS = 120  # of a correction
_SAID_OF_IT = (
    r"(?:(?:it|that|this|the offer|mine|they|she|he|the recruiter|hr)(?:'?s|'?re|'?d| is| was| has| have| just| would"
    r"| now| actually| only| should (?:be|have been)| came| come| went| go| bumped| raised| upped| lowered| moved| said"
    r"| offered| pays?| meant| it| that| up| down| back| to| at| with| be| like)*"
    r"|i mean(?:t)?(?: to say)?|(?:make|change) (?:it|that)(?: to)?|(?:is|was)(?: it)?|should (?:be|have been|say)"
    r"|up to|now(?: at)?|rather)"
)
_AMOUNT = r"\$?\d[\d,.]*(?: ?(?:k|grand|thousand))?(?: ?(?:/|per |an? )?(?:hr|hour|year|yr|annum))?"
_CORRECTS = re.compile(
    r"\W*(?:(?:no|nope|nah|sorry|actually|oops|wait|well|ok|okay|so|and|but|hold on|scratch that|correction|my bad|typo"
    rf"|oh)\W+){{0,4}}{_SAID_OF_IT}?\W*{_AMOUNT}(?:\W+(?:not|instead of|rather than) {_AMOUNT})?"
    r"(?:\W+(?:now|actually|sorry|not|instead|though|base|then))*\W*", re.IGNORECASE)
_COMPARES = re.compile(
    r"\b(?:compar\w+|beside|against|vs\.?|versus|next to|stack up|how (?:does|do|is|would))\b", re.IGNORECASE)


def corrected_offer(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Actually it was 235", after an offer: the same offer with that amount, and the old one gone."""
    of_offer = query.memory.topic == TOPIC_OFFERS and len(query.text) <= MOST_CHARACTERS
    if not of_offer or not _CORRECTS.fullmatch(query.text):
        return None
    record = query.own.record
    told = told_offers(query.text, query.mentions)[:1] or told_offers(f"it is {query.text.strip()}", ())[:1]
    offer = _last_told(query, record)
    pay = in_unit_of(told[0].pay, offer.pay) if told and offer else None
    if offer is None or pay is None or pay == offer.pay:
        return None
    try:
        new = with_offer(without_offer(record, offer.id), title=offer.title, role_kind=offer.role_kind, pay=pay,
                         as_written=told[0].as_written[:100])
    except InvalidRecord:
        return None
    query.own.put(new)
    answer = answer_offers(snapshot.knowledge, new.offers[-1:], specialties=_in_force(query),
                           lead="Changed; say “undo” to have the old amount back.", kept=kept_words(query.own.lasts))
    answer.filters = query.memory.filters
    return answer, remembered(query.memory.after(answer, topic=TOPIC_OFFERS, kinds=()), record, new)


def _last_told(query: Query, record: PersonalRecord) -> Optional[Offer]:
    """The offer that was told last, or the only one; None where several were told at once."""
    new = query.memory.undo.get("new_offers") or ()
    if len(new) > 1:
        return None
    return next((o for o in record.offers if o.id in new), record.offers[-1] if len(record.offers) == 1 else None)


def _in_force(query: Query) -> list[str]:
    return [f.value for f in query.memory.filters if f.name == "specialty" and not f.negated]


def offer_beside_another(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Compare my offer to medical director": the offer beside the figures of a kind of work that it is not for."""
    talks = query.memory.topic == TOPIC_OFFERS or re.search(r"\boffers?\b", query.text, re.IGNORECASE)
    if not query.kinds or not talks or not _COMPARES.search(query.text):
        return None
    if any(m.kind == "pay" for m in query.mentions) or (query.of_offers and query.of_offers.offers):
        return None  # an offer of its own
    record = query.own.record  # read only now: whoever reads it makes the answer one about the person
    others = [k for k in query.kinds if all(o.role_kind != k for o in record.offers)]
    if not record.offers or not others:
        return None
    specialties = query.values("specialty") or _in_force(query)
    answer = answer_offers(snapshot.knowledge, record.offers, specialties=specialties, kinds=others,
                           kept=kept_words(query.own.lasts))
    answer.filters = query.memory.filters
    return answer, query.memory.after(answer, topic=TOPIC_OFFERS, kinds=())
