"""Offers that the person tells or lists. Theirs alone: no filter comes of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Optional, Sequence

from actions.answers import answer_query
from actions.names import ROLE_TOPICS, TOPIC_OFFERS, TOPIC_PAY, TOPIC_ROLES
from actions.open_questions import Answered
from actions.query import Query
from actions.services import Snapshot
from actions.shortlist.changes import remembered
from actions.shortlist.offer_removal import REMOVE_OFFER, ask_which_again, names_a_place, remove
from actions.statements import reads_as_number
from knowledge.answering.answer import Answer, Option, Question
from knowledge.answering.offers import answer_no_offers, answer_offers
from knowledge.answering.pay_unit import THOUSANDS_BELOW, readings
from knowledge.answering.shortlists import answer_change, kept_words
from knowledge.facts import KnowledgeBase
from knowledge.language.offers import LIST, REMOVE, ToldOffer, told_offers
from knowledge.language.pay_bound import PayBound
from knowledge.records.errors import InvalidRecord
from knowledge.records.personal_record import Offer, PersonalRecord, with_offer

OFFER_UNIT, OFFER_KIND = "offer unit", "offer kind"
MOST_WORDS = 8  # of a reply that names a unit
FULL = "There is no room for a further offer; remove one first."
_LEAST_YEARLY = 100  # "210" for work that is paid by the year means thousands; "95" may be by the hour
_HOURLY = re.compile(r"\b(?:hour(?:ly|s)?|hrs?|per hour|/ ?h(?:r)?)\b", re.IGNORECASE)
_YEARLY = re.compile(r"\b(?:year(?:ly|s)?|yr|annual(?:ly)?|salary|thousands?|k)\b", re.IGNORECASE)


def on_offers(query: Query, snapshot: Snapshot) -> Answered:
    """Whatever a message says of the person's offers."""
    wish = query.of_offers
    if wish is None:
        return _unread(query, snapshot)
    if wish.operation == LIST:
        return show(query, snapshot)
    if wish.operation == REMOVE:
        return remove(query)
    return keep_told(query, snapshot, wish.offers)


def _unread(query: Query, snapshot: Snapshot) -> Answered:
    """A word on offers that no rule reads: an exact amount is told, a name is asked for, else how to tell one."""
    exact = [m for m in query.mentions if m.kind == "pay" and PayBound.parse(m.value).op in ("=", "..")]
    if exact and not query.shape.is_question and not query.shape.has_head:
        told = told_offers(query.text, query.mentions)
        return keep_told(query, snapshot, told)
    if query.says_something:
        return answer_query(query, snapshot, topic=TOPIC_PAY if query.kinds else TOPIC_ROLES)
    return show(query, snapshot)


def show(query: Query, snapshot: Snapshot) -> Answered:
    """The offers beside the figures; those of the kind of work named, where one is."""
    record = query.own.record
    offers = [o for o in record.offers if o.role_kind in query.kinds] or list(record.offers)
    if not offers:
        return answer_no_offers(), query.memory
    answer = answer_offers(snapshot.knowledge, offers, specialties=_specialties(query),
                           kept=kept_words(query.own.lasts))
    answer.filters = query.memory.filters
    return answer, query.memory.after(answer, topic=TOPIC_OFFERS, kinds=())


Told = dict[str, Any]  # pay, as_written, kind, title: an offer on its way, as plain values for a slot


def _entry(told: ToldOffer, query: Query, knowledge: KnowledgeBase) -> Told:
    """An offer as told, with the kind of work that it is for as far as the talk says."""
    kind = told.kind or _kind_called(told.title, knowledge)
    if not kind and not told.title:
        subjects = [knowledge.roles[i] for i in query.role_ids or query.memory.subjects if i in knowledge.roles]
        if len(subjects) == 1 and (query.role_ids or query.memory.topic in ROLE_TOPICS):
            kind = subjects[0].kind
    title = told.title if told.title and not reads_as_number(told.title) else ""
    return {"pay": told.pay, "as_written": told.as_written[:100], "kind": kind,
            "title": title or (knowledge.kinds[kind].title if kind else "")}


def _kind_called(title: str, knowledge: KnowledgeBase) -> Optional[str]:
    """The kind of work that bears a name which the rules let pass ("ur", in small letters)."""
    wanted = title.lower()
    named = [k.id for k in knowledge.kinds.values() if wanted in {n.lower() for n in (k.title, *k.names)}]
    return named[0] if title and len(named) == 1 else None


def keep_told(query: Query, snapshot: Snapshot, told: Sequence[ToldOffer]) -> Answered:
    """Keeps offers as a message tells them."""
    return keep(query, snapshot, [_entry(offer, query, snapshot.knowledge) for offer in told])


def keep(query: Query, snapshot: Snapshot, told: Sequence[Told]) -> Answered:
    """Keeps offers and sets them beside the figures; asks first where a unit or the work is open."""
    read = [{**entry, "pay": _with_unit(entry, snapshot.knowledge) or entry["pay"]} for entry in told]
    for at, entry in enumerate(read):
        if not entry["title"]:  # the kind of work may say what the amount is of
            return _ask_kind(query, read, at, snapshot.knowledge)
        if PayBound.parse(entry["pay"]).unit is None:
            return _ask_unit(query, read, at)
    before = query.own.record
    record = before
    try:
        for entry in read:
            if not _is_known(entry, record):
                record = with_offer(record, title=entry["title"], role_kind=entry["kind"], pay=entry["pay"],
                                    as_written=entry["as_written"])
    except InvalidRecord:
        return answer_change(FULL, suggestions=("my offers",)), query.memory
    query.own.put(record)
    said = [next(o for o in record.offers if _same(entry, o)) for entry in read]
    lead = "Noted as your own; say “undo” to take it back." if record is not before else "You told me of it before."
    answer = answer_offers(snapshot.knowledge, said, specialties=_specialties(query), lead=lead,
                           kept=kept_words(query.own.lasts))
    answer.filters = query.memory.filters
    memory = query.memory.after(answer, topic=TOPIC_OFFERS, kinds=())
    return answer, remembered(memory, before, record)


def _same(entry: Told, offer: Offer) -> bool:
    return (offer.pay, offer.role_kind) == (entry["pay"], entry["kind"]) and (
        bool(offer.role_kind) or offer.title == entry["title"])


def _is_known(entry: Told, record: PersonalRecord) -> bool:
    return any(_same(entry, offer) for offer in record.offers)


def _with_unit(entry: Told, knowledge: KnowledgeBase) -> Optional[str]:
    """The amount with its unit where the figures of that kind of work leave no doubt; else None."""
    bound = PayBound.parse(entry["pay"])
    amount = bound.low if bound.low is not None else bound.high or 0.0
    if bound.unit is not None:
        return entry["pay"]
    yearly, hourly = readings(bound)
    if amount >= THOUSANDS_BELOW:
        return str(replace(bound, unit="year"))
    units = {f.unit for f in knowledge.figures.values() if knowledge.roles[f.role_id].kind == entry["kind"]}
    if units == {"hour"}:
        return str(hourly)
    titled = not entry["kind"] and entry["title"]
    return str(yearly) if amount >= _LEAST_YEARLY and (units == {"year"} or titled) else None


def in_unit_of(pay: str, earlier: str) -> Optional[str]:
    """An amount as a correction of an earlier one: in its unit, thousands where that one is of thousands."""
    told, before = PayBound.parse(pay), PayBound.parse(earlier)
    if told.unit is not None and told.unit != before.unit:
        return str(told)
    amounts = [a for a in (told.low, told.high) if a is not None]
    scale = 1000 if before.unit == "year" and all(a < THOUSANDS_BELOW for a in amounts) else 1
    if len(amounts) == 1:  # "they came up to 255" tells what is offered now, and no ceiling
        return str(PayBound.of("=", amounts[0] * scale, unit=before.unit, currency=told.currency))
    low, high = (None if a is None else a * scale for a in (told.low, told.high))
    return str(replace(told, low=low, high=high, unit=before.unit)) if amounts else None


def _ask_unit(query: Query, told: Sequence[Told], at: int) -> Answered:
    """Asks what an amount is of; the words of the buttons are understood as the reply."""
    options = tuple(Option(unit, f"by the {unit}", f"by the {unit}") for unit in ("year", "hour"))
    return _ask(query, Question("offer-unit", "Is that offer by the year or by the hour?", options, skippable=False),
                {"op": OFFER_UNIT, "told": list(told), "at": at})


def _ask_kind(query: Query, told: Sequence[Told], at: int, knowledge: KnowledgeBase) -> Answered:
    recent = [knowledge.roles[i].kind for i in query.memory.subjects if i in knowledge.roles]
    kinds = list(dict.fromkeys([*recent, *(r.kind for r in knowledge.roles.values() if r.figures)]))[:4]
    options = tuple(Option(kind, knowledge.kinds[kind].title, knowledge.kinds[kind].title) for kind in kinds)
    return _ask(query, Question("offer-kind", "For what kind of work is the offer?", options, skippable=False),
                {"op": OFFER_KIND, "told": list(told), "at": at})


def _ask(query: Query, question: Question, pending: dict[str, Any]) -> Answered:
    answer = Answer(kind="clarify", question=question)
    answer.say("question", f"{question.text} ({', or '.join(option.message for option in question.options)})")
    return answer, replace(query.memory, pending=pending, misses=0)


def offer_unit_told(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """The reply to "by the year or by the hour?"."""
    told, at = _told(query)
    if not told or len(query.text.split()) > MOST_WORDS:
        return None
    yearly, hourly = readings(PayBound.parse(told[at]["pay"]))
    if _HOURLY.search(query.text):
        told[at]["pay"] = str(hourly)
    elif _YEARLY.search(query.text):
        told[at]["pay"] = str(yearly)
    else:
        return None
    return keep(query, snapshot, told)


def offer_kind_told(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """The reply to "for what kind of work?": a name, or a few words of the person's own."""
    told, at = _told(query)
    kind = next(iter(query.kinds), None) or next((snapshot.knowledge.roles[i].kind for i in query.role_ids), None)
    words = [w for w in query.shape.leftover if w not in ("offer",)]
    own = " ".join(words) if len(words) <= 3 and not query.shape.is_question and not query.says_something else ""
    if not told or not (kind or own) or (kind and query.shape.is_question):
        return None
    told[at].update(kind=kind, title=snapshot.knowledge.kinds[kind].title if kind else own)
    return keep(query, snapshot, told) if not reads_as_number(told[at]["title"]) else None


def ask_offer_again(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """The question on an offer that was asked, once more."""
    if query.pending.get("op") == REMOVE_OFFER:
        return ask_which_again(query)
    told, _ = _told(query)
    return keep(query, snapshot, told) if told else None


def replies_on_offers(query: Query, snapshot: Snapshot) -> bool:
    """Whether a message replies to a question on offers; a name, a unit or a place is all that can."""
    operation = query.pending.get("op")
    if operation == OFFER_UNIT:
        return bool(_HOURLY.search(query.text) or _YEARLY.search(query.text)) and len(query.text.split()) <= MOST_WORDS
    if operation == OFFER_KIND:
        return bool(query.kinds) and not query.shape.is_question
    return names_a_place(query.text)


def _told(query: Query) -> tuple[list[Told], int]:
    """The offers that wait for a reply; none where the slot holds something else."""
    told, at = query.pending.get("told"), query.pending.get("at")
    if not isinstance(told, list) or not isinstance(at, int) or not 0 <= at < len(told):
        return [], 0
    return [dict(entry) for entry in told], at


def _specialties(query: Query) -> list[str]:
    """Whose entries to set beside an offer: those named, else those of the filters in force."""
    named = [m.value for m in query.mentions if m.kind == "specialty" and not m.excluded and m.value != "any"]
    return named or [f.value for f in query.memory.filters if f.name == "specialty" and not f.negated]
