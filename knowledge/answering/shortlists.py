"""A person's own shortlist in words: shown, changed by one short line, asked about before it is cleared."""

from __future__ import annotations

from typing import Sequence

from knowledge.answering.answer import Answer, Option, Question
from knowledge.answering.offers import offer_name
from knowledge.answering.phrases import joined, note_phrase, own_pay_phrase, role_label
from knowledge.answering.role_lists import role_line
from knowledge.facts import KnowledgeBase, Role
from knowledge.language.pay_bound import PayBound
from knowledge.records.personal_record import PersonalRecord, SavedRole

MOST_IN_FULL = 10  # further ones are named; all are in the export
PLACES = ("number one", "number two", "number three", "number four", "number five")  # what buttons say
FOR_CONVERSATION = "Kept for this conversation."
GONE = "Something you saved is no longer in the articles and is not shown."
LASTING = "Kept until you remove it or say “forget me”."


def kept_words(lasts: bool) -> str:
    """For how long a list is kept, said honestly."""
    return LASTING if lasts else FOR_CONVERSATION


def saved_roles(knowledge: KnowledgeBase, record: PersonalRecord) -> list[tuple[Role, SavedRole]]:
    """The saved roles that are still in the articles, in the order in which they were saved."""
    return [(knowledge.roles[s.role_id], s) for s in record.saved if s.role_id in knowledge.roles]


def answer_my_shortlist(knowledge: KnowledgeBase, record: PersonalRecord, *, lasts: bool, lead: str = "") -> Answer:
    """The shortlist with each role's cited pay and the person's note; then their offers, by name.

    Args:
        knowledge: the stored facts.
        record: what is kept of the person.
        lasts: whether it outlives the conversation.
        lead: what to say first in place of the heading.
    """
    kept = saved_roles(knowledge, record)
    if not kept and not record.offers:
        return answer_empty_shortlist(gone=bool(record.saved))
    answer = Answer(kind="shortlist")
    answer.say("lead", lead or ("Your shortlist:" if kept else "Your shortlist is empty."))
    lines = [_entry(number, role, saved, answer) for number, (role, saved) in enumerate(kept, start=1)]
    if lines:
        answer.say("roles", "\n".join(lines))
    if len(kept) < len(record.saved):
        answer.say("notice", GONE)
    if record.offers:
        named = [f"- {offer_name(o)}: {own_pay_phrase(PayBound.parse(o.pay))}." for o in record.offers]
        heading = "Your own offers (say “compare my offers” to see them beside the cited figures):"
        answer.say("notice", "\n".join([heading, *named]))
    answer.say("notice", kept_words(lasts))
    answer.subjects = [role.id for role, _ in kept]
    answer.listed = list(answer.subjects)
    if kept:
        answer.suggest(*(["compare the first two"] if len(kept) > 1 else []), "export my shortlist", "clear my list")
    return answer


def _entry(number: int, role: Role, saved: SavedRole, answer: Answer) -> str:
    if number > MOST_IN_FULL:
        return f"{number}. {role_label(role)}"
    answer.roles.append(role)
    note = f" {note_phrase(saved.note)}" if saved.note else ""
    return f"{number}. {role_line(role, answer)}{note}"


def answer_empty_shortlist(*, gone: bool = False) -> Answer:
    """Where nothing is saved: how to."""
    answer = Answer(kind="none")
    answer.say("lead", "What you saved is no longer in the articles." if gone else "Your shortlist is empty.")
    answer.say("notice", "Say “save the second one” after a list, or name a role: “save drug safety for oncology”.")
    answer.suggest("which roles pay most?", "help me choose")
    return answer


def answer_change(line: str, *, suggestions: Sequence[str] = ("my shortlist",), notice: str = "") -> Answer:
    """One short line that says what was changed."""
    answer = Answer(kind="smalltalk")
    answer.say("lead", line)
    if notice:
        answer.say("notice", notice)
    answer.suggest(*suggestions)
    return answer


def saved_words(new: Sequence[Role], known: Sequence[Role], *, lasts: bool) -> str:
    """The line after saving: `Saved Telecardiology (cardiology). Kept for this conversation`."""
    said = [f"Saved {titles(new)}."] if new else []
    if known:
        said.append(f"{titles(known)} {'was' if len(known) == 1 else 'were'} on your list already.")
    return " ".join([*said, *([kept_words(lasts)] if new else [])])


def titles(roles: Sequence[Role]) -> str:
    """Roles by title and specialty: `MSL (oncology) and Telecardiology (cardiology)`."""
    return joined([role_label(role) for role in roles])


def ask_which(candidates: Sequence[Role], verb: str) -> Answer:
    """Which of several entries of one kind is meant, a button for each and one for all.

    Args:
        candidates: the entries.
        verb: what is to be done with it: "save", "remove" ...
    """
    options = [Option(f"w{n}", role_label(role), place)
               for n, (place, role) in enumerate(zip(PLACES, candidates))]
    options.append(Option("all", "all of them", "all of them"))
    text = f"Which one shall I {verb}?"
    answer = Answer(kind="clarify", question=Question("which-entry", text, tuple(options), why=(
        "Several articles describe that kind of work, with figures of their own.")))
    answer.say("question", "\n".join([text, *(f"{n}. {role_label(r)}" for n, r in enumerate(candidates, start=1))]))
    answer.subjects = [role.id for role in candidates]
    answer.listed = list(answer.subjects)
    return answer


def ask_clear(record: PersonalRecord) -> Answer:
    """Clearing loses notes as well, so it is asked once."""
    notes = " and your notes on them" if any(role.note for role in record.saved) else ""
    text = f"Shall I take all roles off your shortlist{notes}?"
    return ask_yes_no("clear-list", text, "yes, clear my list", "no, keep my list")


def ask_yes_no(id_: str, text: str, yes: str, no: str) -> Answer:
    """A question whose buttons say in full what they do."""
    options = (Option("yes", yes, yes), Option("no", no, no))
    answer = Answer(kind="clarify", question=Question(id_, text, options, skippable=False))
    answer.say("question", f"{text} ({yes}, or {no})")
    return answer
