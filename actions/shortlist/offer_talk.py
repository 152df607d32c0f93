"""Talk of an offer just told: another amount for it, or another kind of work to set it beside."""

from __future__ import annotations

import re
from typing import Optional

from actions.names import ROLE_TOPICS, TOPIC_NEXT_STEPS, TOPIC_OFFERS, TOPIC_QUESTION
from actions.open_questions import Answered
from actions.query import Query
from actions.services import Snapshot
from actions.shortlist.changes import remembered
from actions.shortlist.offer_removal import remove
from actions.shortlist.offers import in_unit_of, keep_told
from knowledge.answering.offers import answer_offers
from knowledge.answering.shortlists import kept_words
from knowledge.language.offers import told_offers
from knowledge.records.errors import InvalidRecord
from knowledge.records.personal_record import Offer, PersonalRecord, with_offer, without_offer

MOST_CHARACTERS = 120  # of a correction
MOST_WORDS_POINTED = 5  # of "forget the last one"
_SAID_OF_IT = (
    r"(?:(?:it|that|this|the offer|mine|they|she|he|the recruiter|hr)(?:'?s|'?re|'?d| is| was| has| have| just| would"
    r"| now| actually| only| should (?:be|have been)| came| come| went| go| bumped| raised| upped| lowered| moved| said"
    r"| offered| pays?| meant| it| that| up| down| back| to| at| with| be| like)*"
    r"|i mean(?:t)?(?: to say)?|(?:make|change) (?:it|that)(?: to)?|(?:is|was)(?: it)?|should (?:be|have been|say)"
    r"|up to|now(?: at)?|rather)"
)
_AMOUNT = r"\$?\d[\d,.]*(?: ?(?:k|grand|thousand))?(?: ?(?:/|per |an? )?(?:hr|hour|year|yr|annum))?"
_CORRECTS = re.compile(
    r"\W*(?:(?:what if|and if|suppose|say|what about|how about|no|nope|nah|sorry|actually|oops|wait|well|ok|okay|so|"
    r"and|but|hold on|scratch that|correction|my bad|typo"
    rf"|oh)\W+){{0,4}}{_SAID_OF_IT}?\W*{_AMOUNT}(?:\W+(?:not|instead of|rather than) {_AMOUNT})?"
    r"(?:\W+(?:now|actually|sorry|not|instead|though|base|then|(?:no|without|w/?o|with|plus|and no) (?:the )?\w+))*\W*",
    re.IGNORECASE)
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
                           lead="Set to that; say “undo” to have the old amount back.",
                           kept=kept_words(query.own.lasts))
    answer.filters = query.memory.filters
    return answer, remembered(query.memory.after(answer, topic=TOPIC_OFFERS, kinds=()), record, new)


_ADDS = re.compile(
    r"\W*(?:(?:and|also|plus|oh|ok|okay|then|wait|well)\W+){0,3}(?:add|plus|and|another|one more|a (?:second|third"
    r"|new)|there'?s|also|now|got|i (?:also )?(?:have|got))\b", re.IGNORECASE)
_TAKES_OFF = re.compile(
    r"\W*(?:(?:and|ok|okay|actually|please|pls|now|then|well|no)\W+){0,3}(?:forget|drop|remove|delete|scratch|lose"
    r"|cancel|nix|take off|take out|scrap|ditch|erase)(?: about)?(?: (?:the|that|this|my|it|last|latest|first|second"
    r"|third|one|both|all|them|those)\b)*", re.IGNORECASE)
_WHICH_IS_BETTER = re.compile(
    r"\W*(?:(?:so|ok|and|but|hmm?|well)\W+){0,2}(?:(?:which|what)(?: one| offer| of (?:them|those|the two"
    r"|these))?(?:'?s| is| would be| looks| seems| pays| should i| would you| do you)?(?: (?:better|best|higher"
    r"|highest|more|the (?:better|best) (?:one|offer|deal)|take|pick|choose|accept|go for|recommend|i take|i pick"
    r"|i go (?:with|for)))+|should i (?:counter|negotiate|push back|ask for more)|should i (?:take|accept"
    r"|go for) (?:it|that|this|one|which|either|the \w+ one)|(?:is|are) (?:it|that|this|they|those|either(?: of them)?"
    r"|these)(?: \w+)? (?:good|fair|low|high|enough|decent|ok(?:ay)?|reasonable|normal|competitive|below market"
    r"|above market)|what (?:would|do) you (?:do|think)|better|which(?: one)?)\W*",
    re.IGNORECASE)
_THEY_SAID = re.compile(
    r"\W*(?:(?:and|so|ok|well|but)\W+){0,2}(?:they|he|she|hr|the (?:recruiter|company|hiring manager))"
    r"(?:'?re|'?d|'?ve| are| have| would| just| only)* (?:said|say|quoted|offer(?:ed|ing)?|came (?:back|in) (?:with|at)"
    rf"|mentioned|proposed|want to pay|pay(?:ing)? me|at) (?:me )?(?:about |around |like )?{_AMOUNT}"
    r"(?: (?:for it|for that|base|plus bonus|to start))?\W*", re.IGNORECASE)
GIVES_NO_VERDICT = "I weigh no offers: that is yours to judge. Beside the cited figures:"


TEACHES_NO_NEGOTIATING = "The articles say nothing on negotiating. Your offer beside the cited figures:"
_NEGOTIATES = re.compile(
    r"\b(?:negotiat\w+|counter ?-?offer\w*|counter|haggl\w+|push back|leverage|budge|bargain\w*|"
    r"(?:ask|asking|push|hold out) for|move on (?:the )?(?:base|pay|salary))\b", re.IGNORECASE)


def more_of_offers(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "Add one more, 180 UR", "forget the UR one", "which is better", said while offers are talked of."""
    if query.memory.topic != TOPIC_OFFERS or len(query.text) > MOST_CHARACTERS or query.shape.has_head:
        return None
    if _WHICH_IS_BETTER.fullmatch(query.text) and query.own.record.offers:
        answer = answer_offers(snapshot.knowledge, query.own.record.offers, specialties=_in_force(query),
                               lead=GIVES_NO_VERDICT, kept=kept_words(query.own.lasts))
        answer.filters = query.memory.filters
        return answer, query.memory.after(answer, topic=TOPIC_OFFERS, kinds=())
    if _NEGOTIATES.search(query.text) and not told_offers(query.text, query.mentions) and query.own.record.offers:
        answer = answer_offers(snapshot.knowledge, query.own.record.offers, specialties=_in_force(query),
                               lead=TEACHES_NO_NEGOTIATING, kept=kept_words(query.own.lasts))
        answer.filters = query.memory.filters
        return answer, query.memory.after(answer, topic=TOPIC_OFFERS, kinds=())
    if _takes_one_off(query):
        return remove(query) if query.own.record.offers else None
    told = told_offers(query.text, query.mentions)
    if _ADDS.match(query.text) and not query.shape.is_question and len(told) == 1 and (told[0].kind or told[0].title):
        return keep_told(query, snapshot, told)
    return None


def offer_told_of_it(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """ "They said 190", after a look at a role: an offer for that work."""
    looked = query.memory.topic in (*ROLE_TOPICS, TOPIC_QUESTION, TOPIC_NEXT_STEPS) and query.memory.subjects
    if not looked or len(query.text) > MOST_CHARACTERS or not _THEY_SAID.fullmatch(query.text):
        return None
    told = told_offers(query.text, query.mentions)[:1]
    kinds = {snapshot.knowledge.roles[i].kind for i in query.memory.subjects if i in snapshot.knowledge.roles}
    if not told or len(kinds) != 1:
        return None
    return keep_told(query, snapshot, [told[0]._replace(kind=told[0].kind or kinds.pop(), title=told[0].title)])


def _takes_one_off(query: Query) -> bool:
    """Whether a message takes an offer off: by the work that it is for, by its place, or by pointing."""
    verb = _TAKES_OFF.match(query.text)
    if verb is None or any(m.kind == "drop" and not m.value.startswith("role=") for m in query.mentions):
        return False
    named = any(m.kind == "role" or m.kind == "drop" for m in query.mentions)
    pointed = re.search(r"\b(?:it|that|this|one|first|second|third|last|latest|both|all|them|"
                        r"those)\b", query.text.lower())
    return bool(named or (pointed and len(query.text.split()) <= MOST_WORDS_POINTED))


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
