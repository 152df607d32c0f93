"""The filters in force, said when they are asked for, or to be changed without a word on to what."""

from __future__ import annotations

from typing import Sequence

from knowledge.answering.answer import Answer, Option, Question
from knowledge.answering.filter_words import describe_filters, filter_words, remove_message
from knowledge.answering.phrases import joined
from knowledge.coverage import covered_specialties
from knowledge.facts import KnowledgeBase
from knowledge.filters import REMOVE_MESSAGES, Filter, specialty_title

ASKED = {
    "specialty": "Which specialty instead?",
    "pay": "What pay instead? Say it in your own words, by the year or by the hour.",
}


def answer_in_force(filters: Sequence[Filter]) -> Answer:
    """Which filters are set, each with a button that takes it off."""
    answer = Answer(kind="help", filters=tuple(filters))
    answer.say("lead", _in_force(filters))
    _suggest_removals(answer, filters)
    return answer


def answer_list_order(*, lowest: bool = False) -> Answer:
    """The rule by which a list of roles is ordered; that it says nothing of fit."""
    answer = Answer(kind="help")
    answer.say("lead", f"By pay as the articles state it, {'lowest' if lowest else 'highest'} first: yearly "
               "figures, then "
               "hourly rates, then roles without a figure. It is no judgement of what suits you.")
    answer.suggest("help me choose", *(() if lowest else ("lowest first",)))
    return answer


def answer_no_openings(title: str = "", *, filters: Sequence[Filter] = ()) -> Answer:
    """Says that no employer, opening or link to apply is known; `title` is the kind of work asked about."""
    answer = Answer(kind="none", filters=tuple(filters))
    answer.say("lead", "The articles name kinds of work and what they pay, but no employers, no open positions and "
               "nowhere to apply. They say a little on how physicians get in.")
    answer.suggest(f"how do I get into {title}?" if title else "how do I get into non-clinical work?")
    return answer


def answer_change(knowledge: KnowledgeBase, filters: Sequence[Filter], name: str) -> Answer:
    """Says what is in force and asks what it shall be instead.

    Args:
        knowledge: for the specialties that articles cover.
        filters: the filters in force.
        name: the filter to change, or "all".
    """
    question = Question(f"change-{name}", ASKED.get(name, "What shall I change?"), _options(knowledge, filters, name))
    answer = Answer(kind="clarify", filters=tuple(filters), question=question)
    answer.say("lead", _in_force(filters))
    titles = joined([option.title for option in question.options], "or")
    answer.say("question", f"{question.text} ({titles})" if titles else question.text)
    return answer


def _in_force(filters: Sequence[Filter]) -> str:
    return f"In force now: {describe_filters(filters)}." if filters else "No filter is set."


def _options(knowledge: KnowledgeBase, filters: Sequence[Filter], name: str) -> tuple[Option, ...]:
    if name == "specialty":
        held = {f.value for f in filters if f.name == name}
        others = [specialty_title(s) for s in covered_specialties(knowledge) if s not in held]
        return tuple(Option(t, t, t) for t in [*others, *([REMOVE_MESSAGES[name]] if held else [])])
    mine = [f for f in filters if name in ("all", f.name)]
    return tuple(Option(f.id, f"without {filter_words(f)}" if not f.negated else f"allow {filter_words(f)[4:]}",
                        remove_message(f, filters)) for f in mine)


def _suggest_removals(answer: Answer, filters: Sequence[Filter]) -> None:
    answer.suggest(*dict.fromkeys(remove_message(f, filters) for f in filters))
