"""The guided questions, and the shortlist that they end in: every wish met is cited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping, Optional, Sequence

from knowledge.answering.answer import Answer, Option, Question
from knowledge.answering.filter_words import describe_filters, filter_words
from knowledge.answering.phrases import basis_phrase, counted, joined, role_label
from knowledge.answering.role_lists import role_line, wants_yearly
from knowledge.coverage import covered_specialties
from knowledge.facts import KnowledgeBase
from knowledge.filters import Criterion, Filter, specialty_title
from knowledge.shortlisting import INCOME_RULE, RULE, Ranked, Shortlist, Trade

ANY = "any"  # what a skipped question is answered with
MOST_GAINED = 3  # roles named that a wish would gain
PRIVACY = "Please give no names and nothing that identifies you or a patient; I do not need it."


@dataclass(frozen=True)
class GuideQuestion:
    """One question of the guide: the slot it fills, why it is asked, and its buttons."""

    slot: str
    text: str
    why: str
    options: tuple[Option, ...]


GUIDE = (
    GuideQuestion("guide_specialty", "Which specialty are you in?",
                  "The articles are written for one specialty each, and pay differs between them.", ()),
    GuideQuestion("guide_pull", "What pulls you most?",
                  "Income and time can be matched with what the articles state. On impact, interest and "
                  "stress they state nothing of single roles, and I will say so.",
                  (Option("income", "income", "income"), Option("time", "time and flexibility", "time and flexibility"),
                   Option("impact", "impact", "impact"),
                   Option("interest", "intellectual interest", "intellectual interest"),
                   Option("stress", "less stress", "less stress"))),
    GuideQuestion("guide_stay", "Leave clinical practice, or keep practising on the side?",
                  "Part-time and by-the-project work leaves room for practice; most full careers do not.",
                  (Option("stay", "keep practising", "keep practising"), Option("leave", "leave", "leave practice"))),
    GuideQuestion("guide_remote", "Does it have to be from home?",
                  "Only some entries say where the work is done.",
                  (Option("yes", "yes, from home", "yes, from home"),
                   Option("no", "no, either", "no, either is fine"))),
    GuideQuestion("guide_patients", "Do you want contact with patients?",
                  "Some of this work still is patient care, some has none.",
                  (Option("direct", "yes", "yes, with patients"), Option("none", "no patients", "no patients"),
                   Option("either", "either", "either is fine"))),
    GuideQuestion("guide_pay", "What is the least pay you would accept?",
                  "Roles below it are marked, not hidden, and roles without a figure are said to have none.",
                  (Option("none", "no limit", "no limit"),)),
)
# How many come after one; ordinals would read as shares ("a third"), which the guard holds back.
_LEFT = ("This is the last one.", "One more after this, at most.", "Two more after this, at most.",
         "Three more after this, at most.", "Four more after this, at most.", "Five more after this, at most.")
GUIDE_SLOTS = tuple(question.slot for question in GUIDE)
PULLS_STATED = ("income", "time")  # what entries state something about
PULL_WORDS = {"income": "income", "time": "time and flexibility", "impact": "impact",
              "interest": "intellectual interest", "stress": "less stress"}


def answer_guide_question(knowledge: KnowledgeBase, slot: str, *, note: str = "") -> Answer:
    """Asks one question of the guide.

    Args:
        knowledge: for the specialties that articles cover.
        slot: the slot asked for, one of GUIDE_SLOTS.
        note: "begin" to explain the guide, "resume" where it was broken off, "why" to say what the
            question is for, "count" how many are left, "unclear" where the last answer was not read.
    """
    asked = next(q for q in GUIDE if q.slot == slot)
    step = GUIDE_SLOTS.index(slot) + 1
    options = asked.options or _specialty_options(knowledge)
    question = Question(slot, asked.text, options, why=asked.why, step=step, steps=len(GUIDE))
    answer = Answer(kind="guidance", question=question)
    if note == "why":
        answer.say("notice", asked.why)
    elif note == "unclear":
        answer.say("notice", "I did not get that; pick one, use your own words, or say “skip”.")
    elif note == "count":
        answer.say("notice", f"{_LEFT[len(GUIDE) - step]} What you said already is not asked again.")
    elif note == "resume":
        answer.say("notice", "We go on where we stopped; say “change my answers” to begin anew.")
    elif note == "begin":
        answer.say("lead", "Let us find what fits. A few questions, each can be skipped; say “back”, “why?” or "
                   f"“stop” at any time. {PRIVACY}")
    choices = joined([option.title for option in options], "or")
    answer.say("question", f"{asked.text} ({choices})")
    return answer


def _specialty_options(knowledge: KnowledgeBase) -> tuple[Option, ...]:
    options = [Option(s, specialty_title(s), specialty_title(s)) for s in covered_specialties(knowledge)]
    return (*options, Option("other", "another specialty", "another specialty"))


def answer_order(*, by_income: bool) -> Answer:
    """The rule by which the guide's list is ranked."""
    answer = Answer(kind="help")
    answer.say("lead", f"How this is ranked: {RULE}{' ' + INCOME_RULE if by_income else ''}")
    answer.suggest("compare the first two", "change my answers")
    return answer


def answer_guide_stopped(answers: Mapping[str, str], *, lasts: bool = False) -> Answer:
    """Stops asking; what was answered stays until it is forgotten, `lasts` says whether beyond the conversation."""
    answer = Answer(kind="smalltalk")
    kept = any(answers.get(slot) for slot in GUIDE_SLOTS)
    answer.say("lead", "All right, no more questions." + (
        f" I keep your answers{'' if lasts else ' for this conversation'}: say “help me choose” to go on where you "
        "stopped." if kept else ""))
    answer.suggest("help me choose")
    return answer


def answer_shortlist(
    found: Shortlist, filters: Sequence[Filter], *, pull: Optional[str] = None, notice: str = ""
) -> Answer:
    """The roles of a shortlist: what each meets, misses or does not state, and the rule.

    Args:
        found: the ranked roles.
        filters: the specialty and the wishes, as chips.
        pull: what the person said pulls them most; one of PULL_WORDS.
        notice: what to say of the specialty first.
    """
    answer = Answer(kind="shortlist", filters=tuple(filters))
    wishes = any(f.name != "specialty" for f in filters)
    answer.say("lead", f"What fits best {_by(filters)}:" if wishes else
               "You named no wish that roles could be sorted by; these stand first in the articles:")
    if notice:
        answer.say("notice", notice)
    if pull and pull not in PULLS_STATED:
        answer.say("notice", f"You named {PULL_WORDS[pull]}: no entry states that of a role, so it does not "
                   "count here.")
    lines = [_entry(number, ranked, answer) for number, ranked in enumerate(found.ranked, start=1)]
    answer.say("roles", "\n".join(lines))
    for trade in found.trades[:2]:
        answer.say("notice", _trade_words(trade))
    answer.say("caveat", f"How this is ranked: {RULE}{' ' + INCOME_RULE if pull == 'income' else ''}")
    answer.subjects = [r.role.id for r in found.ranked]
    answer.listed = list(answer.subjects)
    answer.suggest("compare the first two", "save the first one", "change my answers")
    return answer


def _by(filters: Sequence[Filter]) -> str:
    words = describe_filters(filters)
    return words if words.startswith("for ") else f"for {words}"


def _entry(number: int, ranked: Ranked, answer: Answer) -> str:
    answer.roles.append(ranked.role)
    filters = [f for c in (*ranked.met, *ranked.missed, *ranked.not_stated) for f in c.wanted]
    parts = [f"{number}. {role_line(ranked.role, answer, yearly=wants_yearly(filters))}"]
    if ranked.met:
        parts.append(f"Meets: {joined([_met_words(c, ranked, answer) for c in ranked.met])}.")
    if ranked.missed:
        parts.append(f"Misses: {_wishes(ranked.missed)}.")
    if ranked.not_stated:
        parts.append(f"Not stated: {_wishes(ranked.not_stated)}.")
    return " ".join(parts)


def _met_words(criterion: Criterion, ranked: Ranked, answer: Answer) -> str:
    """A wish met, with the passage that supports it; a figure carries its own citation already."""
    wanted = {f.value for f in criterion.wanted}
    support = [a for a in ranked.role.attributes_named(criterion.name) if a.value in wanted]
    if not support:
        return _wishes([criterion])
    return f"{basis_phrase(support[0]).lower()} {answer.citations.mark(support[0].passage_id)}"


def _wishes(criteria: Sequence[Criterion]) -> str:
    """Wishes in words; a pay limit without its number, which could be taken for what the role pays."""
    return joined([
        "your pay limit" if c.name == "pay" else joined([filter_words(f) for f in c.wanted], "or")
        for c in criteria
    ])


def _trade_words(trade: Trade) -> str:
    """What letting a wish go gains: `Without “remote”, 2 roles meet all the rest: A and B`."""
    verb = "meets" if len(trade.roles) == 1 else "meet"
    given_up = " and ".join(f"“{_wishes([wish])}”" for wish in (trade.wish, trade.also) if wish)
    named = [role_label(role) for role in trade.roles[:MOST_GAINED]]
    others = "; among them " if len(trade.roles) > len(named) else ": "
    return f"Without {given_up}, {counted(len(trade.roles), 'role')} {verb} all the rest{others}{joined(named)}."
