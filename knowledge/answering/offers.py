"""A person's own offers beside the cited figures of that kind of work: above, below or within.

An offer is theirs and no fact: it is marked as such, filters nothing and gets no verdict. Equal
units are set against each other, hours against years at 2,080 hours; nothing else is converted.
"""

from __future__ import annotations

from typing import Optional, Sequence

from knowledge.answering.answer import Answer, ComparedFigure, ComparedOffer
from knowledge.answering.comparison import statistics_note
from knowledge.answering.phrases import own_pay_phrase, pay_phrase, role_label
from knowledge.facts import HOURS_PER_YEAR, Figure, KnowledgeBase, Role
from knowledge.language.pay_bound import PayBound
from knowledge.records.personal_record import Offer

ABOVE, BELOW, WITHIN, NOT_COMPARABLE = "above", "below", "within", "not comparable"
POSITIONS = (ABOVE, BELOW, WITHIN, NOT_COMPARABLE)
MOST_FIGURES = 6
NO_VERDICT = (
    "This is no verdict: the figures are those of salary sites, and the articles do not say whom they counted. "
    "Your offer is kept apart from them and filters nothing."
)


def position_of(bound: PayBound, figure: Figure) -> str:
    """Where an offer stands to a figure; an open end may leave it untold."""
    amounts = _amounts(bound, figure)
    if amounts is None:
        return NOT_COMPARABLE
    (low, high), (least, most) = amounts
    if low is not None and most is not None and low > most:
        return ABOVE
    if high is not None and least is not None and high < least:
        return BELOW
    if figure.in_words:
        return NOT_COMPARABLE  # its ends are only the widest that the words can mean
    inside = low is not None and high is not None and (least is None or low >= least) and (most is None or high <= most)
    return WITHIN if inside else NOT_COMPARABLE


Ends = tuple[Optional[float], Optional[float]]


def _amounts(bound: PayBound, figure: Figure) -> Optional[tuple[Ends, Ends]]:
    """Both as (low, high) in one unit; None where the units or currencies differ for good."""
    if bound.currency != figure.currency:
        return None
    if bound.unit == figure.unit:
        return (bound.low, bound.high), (figure.low, figure.high)
    if {bound.unit, figure.unit} != {"hour", "year"}:
        return None
    low, high = ((a if a is None or bound.unit == "year" else a * HOURS_PER_YEAR) for a in (bound.low, bound.high))
    return (low, high), (figure.annual_low, figure.annual_high)


def roles_for_offer(
    knowledge: KnowledgeBase, offer: Offer, specialties: Sequence[str] = (), kinds: Sequence[str] = ()
) -> list[Role]:
    """The entries of an offer's kind of work, or of `kinds`; of the specialties asked for, where they have one.

    Where no kind was recognised, those whose name holds every word of the offer's title ("director").
    """
    if kinds:
        roles = [r for r in knowledge.roles.values() if r.kind in kinds]
    elif offer.role_kind:
        roles = [r for r in knowledge.roles.values() if r.kind == offer.role_kind]
    else:
        roles = [r for r in knowledge.roles.values() if _is_called(knowledge, r, offer.title)]
    fitting = [r for r in roles if set(r.specialties) & set(specialties)]
    return fitting or roles


def _is_called(knowledge: KnowledgeBase, role: Role, title: str) -> bool:
    words = set(title.lower().split())
    kind = knowledge.kinds[role.kind]
    return bool(words) and any(words <= set(name.lower().split()) for name in (role.title, kind.title, *kind.names))


def compared_offer(
    knowledge: KnowledgeBase, offer: Offer, specialties: Sequence[str] = (), *, most: int = MOST_FIGURES,
    kinds: Sequence[str] = (),
) -> ComparedOffer:
    """An offer with its position to each figure of its kind of work (or of `kinds`), to `most` of them."""
    bound = PayBound.parse(offer.pay)
    figures = [f for r in roles_for_offer(knowledge, offer, specialties, kinds) for f in r.figures]
    return ComparedOffer(offer, tuple(ComparedFigure(f, position_of(bound, f)) for f in figures[:most]))


def answer_offers(
    knowledge: KnowledgeBase, offers: Sequence[Offer], *, specialties: Sequence[str] = (), lead: str = "",
    kept: str = "", kinds: Sequence[str] = (),
) -> Answer:
    """The person's offers, each beside the cited figures of that kind of work.

    Args:
        knowledge: the stored figures.
        offers: those to show.
        specialties: whose entries to prefer.
        lead: what to say first.
        kept: for how long offers are kept, said at the end.
        kinds: kinds of work to set them beside, instead of the one that each is for.
    """
    answer = Answer(kind="shortlist" if offers else "none")
    if lead:
        answer.say("lead", lead)
    for offer in offers:
        compared = compared_offer(knowledge, offer, specialties, kinds=kinds)
        answer.offers.append(compared)
        answer.say("comparison", "\n".join([_heading(compared), *_lines(knowledge, compared, answer)]))
    shown = [knowledge.roles[c.figure.role_id] for o in answer.offers for c in o.figures]
    if note := statistics_note(shown):
        answer.say("caveat", note)
    if shown:
        answer.say("caveat", NO_VERDICT)
    if kept:
        answer.say("notice", kept)
    answer.subjects = list(dict.fromkeys(role.id for role in shown))
    if offers:
        answer.suggest("my offers", "remove my offer" if len(offers) == 1 else "remove the last offer")
    return answer


def offer_name(offer: Offer) -> str:
    """How an offer is called: `Your offer, medical director`."""
    return f"Your offer, {offer.title}" if offer.title else "Your offer"


def _heading(compared: ComparedOffer) -> str:
    bound = PayBound.parse(compared.offer.pay)
    converted = any(c.figure.unit == "year" for c in compared.figures)
    return f"{offer_name(compared.offer)}: {own_pay_phrase(bound, yearly=converted)}."


def _lines(knowledge: KnowledgeBase, compared: ComparedOffer, answer: Answer) -> list[str]:
    yearly = PayBound.parse(compared.offer.pay).unit == "year"
    lines = [
        f"- {role_label(knowledge.roles[c.figure.role_id])}: {pay_phrase(c.figure, yearly=yearly)} "
        f"{answer.citations.mark(c.figure.passage_id)}. {_said(c)}"
        for c in compared.figures
    ]
    return lines or ["No article gives a figure for that kind of work, so there is nothing to set beside it."]


def _said(compared: ComparedFigure) -> str:
    if compared.position == NOT_COMPARABLE and compared.figure.in_words:
        return "The article gives no exact number, so I do not set your offer against it."
    if compared.position == NOT_COMPARABLE:
        return "I do not set your offer against it: the units, or an open end, do not allow it."
    if compared.position == WITHIN:
        single = compared.figure.low == compared.figure.high
        return "Your offer is the same." if single else "Your offer lies within it."
    return f"Your offer is {compared.position} it."


def answer_no_offers() -> Answer:
    """Where there is none to show or to remove."""
    answer = Answer(kind="none")
    answer.say("lead", "You have not told me of an offer. Say, for example, “I have an offer as an MSL”, with its pay.")
    return answer


def removed_words(offers: Sequence[Offer]) -> str:
    """The short line after offers were removed."""
    titles = ", ".join(offer.title for offer in offers if offer.title)
    one = f" ({titles})" if titles else ""
    what, back = ("your offer", "it") if len(offers) == 1 else ("those offers", "them")
    return f"Removed {what}{one}; say “undo” to have {back} back."


