"""What is kept of a person, shown to them, and being forgotten."""

from __future__ import annotations

from typing import Mapping

from knowledge.answering.answer import Answer
from knowledge.answering.guidance import ANY, GUIDE_SLOTS, PRIVACY, PULL_WORDS
from knowledge.answering.offers import offer_name
from knowledge.answering.phrases import note_phrase, own_pay_phrase, role_label
from knowledge.answering.shortlists import ask_yes_no, saved_roles
from knowledge.facts import KnowledgeBase
from knowledge.filters import specialty_title
from knowledge.language.pay_bound import PayBound, PayParseError
from knowledge.records.personal_record import PersonalRecord

NO_NAME = "I do not ask for your name, your contact data or anything about a patient, and I do not need them."
PRIVATE = (
    "What you save and type is shown to nobody else, except that in a shared Slack channel everybody reads what you "
    "ask there. Whoever runs this service can reach the machine that it lies on (and in Slack, your workspace keeps "
    "what is typed), so leave out what identifies you or a patient."
)
IDENTIFIES = (
    "Please leave out names, contact data and whatever belongs to a patient: I do not need it, and I ask for nothing "
    "that identifies anyone."
)
_ANSWERS = {
    "guide_stay": {"stay": "keep practising on the side", "leave": "leave practice"},
    "guide_remote": {"yes": "from home"},
    "guide_patients": {"direct": "with patients", "none": "no patients"},
}
_ASKED = dict(zip(GUIDE_SLOTS, ("Specialty", "What pulls you most", "Clinical practice", "Place of work", "Patients",
                                "Least pay")))


def answer_what_is_known(knowledge: KnowledgeBase, record: PersonalRecord, *, lasts: bool) -> Answer:
    """Everything that is kept of the person, and for how long; that no name is among it."""
    answer = Answer(kind="help")
    lines = guide_lines(record.guide)
    if lines:
        answer.say("notice", "\n".join(["Your answers to the guided questions:", *lines]))
    saved = saved_roles(knowledge, record)
    if saved:
        listed = [f"- {role_label(role)}{f'. {note_phrase(s.note)}' if s.note else ''}" for role, s in saved]
        answer.say("notice", "\n".join(["Your shortlist:", *listed]))
    if record.offers:
        offers = [f"- {offer_name(o)}: {own_pay_phrase(PayBound.parse(o.pay))}" for o in record.offers]
        answer.say("notice", "\n".join(["Your own offers:", *offers]))
    known = bool(answer.blocks)
    where = ("It is stored under a random id for as long as you use it from here"
             if lasts else "It is kept for this conversation only")
    answer.say("caveat", f"{where if known else 'I keep nothing about you so far'}. {NO_NAME}")
    answer.suggest(*(["forget me", "my shortlist"] if known else ["help me choose"]))
    return answer


def guide_lines(guide: Mapping[str, str]) -> list[str]:
    """The answers to the guided questions in words; a skipped one is said to be skipped."""
    return [f"- {_ASKED[slot]}: {_answer_words(slot, guide[slot])}" for slot in GUIDE_SLOTS if guide.get(slot)]


def _answer_words(slot: str, value: str) -> str:
    if value == ANY:
        return "no preference"
    if slot == "guide_specialty":
        return specialty_title(value)
    if slot == "guide_pull":
        return PULL_WORDS.get(value, "something else")
    if slot == "guide_pay":
        try:
            return own_pay_phrase(PayBound.parse(value))
        except PayParseError:
            return "something else"
    return _ANSWERS.get(slot, {}).get(value, "something else")


def ask_forget() -> Answer:
    """Forgetting cannot be taken back, so it is asked once."""
    return ask_yes_no(
        "forget-me", "This deletes your shortlist, notes, offers and answers, and what I remember of this "
        "conversation. It cannot be undone. Shall I?", "yes, forget me", "no, keep it")


def answer_forgotten(*, lasted: bool) -> Answer:
    """Confirms that everything is gone."""
    answer = Answer(kind="smalltalk", forgotten=True)
    rest = "Nothing about you is stored any more." if lasted else "Nothing of it was stored beyond this conversation."
    answer.say("lead", "Done: your shortlist, notes, offers and answers are deleted, and this conversation starts "
               f"anew. {rest}")
    answer.say("notice", PRIVACY)
    answer.suggest("help me choose", "which roles pay most?")
    return answer
