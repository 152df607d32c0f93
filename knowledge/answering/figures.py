"""What is said of figures already shown: no reason for their height, whom they cover, by another unit.

Nothing is worked out here: figures are never added, subtracted, divided or averaged. The one
conversion is the usual one, of an hourly rate at 2,080 hours a year.
"""

from __future__ import annotations

from typing import Sequence

from knowledge.answering.answer import Answer
from knowledge.answering.comparison import statistics_note
from knowledge.answering.phrases import joined
from knowledge.answering.role_lists import role_line
from knowledge.facts import Figure, KnowledgeBase, Role
from knowledge.filters import Filter, figure_meets
from knowledge.language.pay import PayBound

MOST_SHOWN = 4
THOUSAND = 1000
NO_REASON = "The articles give the figure and no reason for its height. All that stands with it:"
WHOSE = (
    "Whom a figure covers stands behind it where the article says so (“for …”); beyond that the articles do not say "
    "whose pay was counted, nor of how many people:"
)
NOT_RECKONED = (
    "I do not subtract or divide figures: they come from different sites and measures. Side by side:"
)
NO_OVERALL = (
    "No article gives one figure for all of this work, and I do not average figures. Role by role, the highest first:"
)
HOURS_UNSAID = "How many hours: no article says. What is stated:"
_NOT_BY_THE_HOUR = "Yearly pay is not turned into an hourly rate, because the articles do not give the hours."
_HOURS = "That counts a full working year; the articles do not say how many hours one gets."


def answer_figures(
    knowledge: KnowledgeBase, roles: Sequence[Role], lead: str, *, filters: Sequence[Filter] = (), yearly: bool = False,
) -> Answer:
    """The pay of roles, one line each, below what has to be said of it.

    Args:
        knowledge: the snapshot.
        roles: those whose pay was asked about; at least one.
        lead: what is said first; nothing where it is empty.
        filters: the filters in force.
        yearly: add what an hourly rate comes to at 2,080 hours a year.
    """
    answer = Answer(kind="role", filters=tuple(filters))
    if lead:
        answer.say("notice", lead)
    for role in roles[:MOST_SHOWN]:
        answer.roles.append(role)
        answer.say("lead", role_line(role, answer, yearly=yearly))
    if note := statistics_note(roles[:MOST_SHOWN]):
        answer.say("caveat", note)
    answer.subjects = [role.id for role in roles[:MOST_SHOWN]]
    answer.suggest("where is that from?", "is that reliable?")
    return answer


def answer_by_unit(
    knowledge: KnowledgeBase, roles: Sequence[Role], unit: str, *, filters: Sequence[Filter] = ()
) -> Answer:
    """The figures last shown by another unit, as far as that can be had: hours to a year, and not back."""
    units = {f.unit for role in roles for f in role.figures}
    lead = _NOT_BY_THE_HOUR if unit == "hour" and "year" in units else ""
    answer = answer_figures(knowledge, roles, lead, filters=filters, yearly=unit == "year")
    if unit == "year" and "hour" in units:
        answer.say("caveat", _HOURS)
    return answer


def answer_other_sources(knowledge: KnowledgeBase, named: Sequence[str]) -> Answer:
    """Says that a source is none of those that the articles cite, and which they do cite."""
    answer = Answer(kind="help")
    sites = sorted({f.attributed_to for f in knowledge.figures.values() if f.attributed_to})
    polls = sorted({p.attributed_to for p in knowledge.polls.values() if p.attributed_to})
    what = joined(list(named), "or") if named else "an independent or official source of pay"
    answer.say("lead", f"No article that I have cites {what}.")
    if sites:
        answer.say("notice", f"All pay figures in them are those of {joined(sites)}.")
    if polls:
        answer.say("notice", f"Their percentages are from: {joined(polls)}.")
    answer.suggest("which articles do you use?", "is that reliable?")
    return answer


def names_figure(figure: Figure, amount: PayBound) -> bool:
    """Whether an amount means a figure: the very one, or itself in thousands ("the 357k one")."""
    if figure.in_words:
        return False  # "273k" is nobody's "high $200s"
    if figure_meets(figure, amount):
        return True
    said = amount.low or 0.0
    return said >= THOUSAND and said % THOUSAND == 0 and amount.currency == figure.currency and any(
        round(end / THOUSAND) * THOUSAND == said or end // THOUSAND * THOUSAND == said
        for end in (figure.low, figure.high) if end is not None and figure.unit == (amount.unit or figure.unit)
    )


def not_there(title: str, specialty: str, *, related: bool) -> str:
    """Says that an article does not have a kind of work, before what it has instead."""
    what = "Related work there:" if related else "What it has:"
    return f"The article for {specialty} does not list {title}. {what}"
