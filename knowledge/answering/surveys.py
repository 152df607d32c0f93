"""What the articles tell of the surveys behind some polls: how many, when, what was asked, whom."""

from __future__ import annotations

from typing import Sequence

from knowledge.answering.answer import Answer
from knowledge.answering.phrases import joined, survey_phrase
from knowledge.facts import KnowledgeBase, Poll
from knowledge.filters import Filter
from knowledge.language.survey import DATE, PEOPLE, QUESTION, SIZE

MOST_SURVEYS = 6
_GIVEN = {
    SIZE: "How many were asked", DATE: "When they were asked", QUESTION: "What was asked", PEOPLE: "Who was asked",
}
_MISSING = {SIZE: "how many people answered", DATE: "when that was asked"}


def answer_survey_details(
    knowledge: KnowledgeBase, polls: Sequence[Poll], aspects: Sequence[str], *, filters: Sequence[Filter] = ()
) -> Answer:
    """One line for each survey behind `polls`, and plainly what the articles do not tell of it.

    Args:
        knowledge: the snapshot.
        polls: those last shown; at least one.
        aspects: what is asked, of SIZE, DATE, QUESTION and PEOPLE.
        filters: those of the answer that showed them.
    """
    surveys: dict[str, list[Poll]] = {}
    for poll in polls:
        surveys.setdefault(f"{poll.article_id} {survey_phrase(poll)}", []).append(poll)
    # What is told stands first.
    shown = sorted(surveys.values(), key=lambda asked: -sum(_tells(asked[0], a) for a in aspects))[:MOST_SURVEYS]
    answer = Answer(kind="polls", filters=tuple(filters))
    answer.say("lead", _lead([asked[0] for asked in shown], aspects))
    answer.polls = [poll for asked in shown for poll in asked]
    answer.say("polls", "\n".join(_line(answer, asked, aspects) for asked in shown))
    answer.suggest("is that reliable?")
    return answer


def _lead(polls: Sequence[Poll], aspects: Sequence[str]) -> str:
    silent = [aspect for aspect in aspects if aspect in _MISSING and not any(_tells(p, aspect) for p in polls)]
    given = [_GIVEN[aspect] for aspect in aspects if aspect not in silent]
    unsaid = joined([_MISSING[a] for a in silent], "or")
    said = [f"No article says {unsaid}; this is what they do say:"] if silent else []
    if given:
        first, *rest = given
        said.append(f"{joined([first, *[r[0].lower() + r[1:] for r in rest]])}, as far as the articles tell:")
    return " ".join(said)


def _line(answer: Answer, polls: Sequence[Poll], aspects: Sequence[str]) -> str:
    missing = [_MISSING[a] for a in aspects if a in _MISSING and not _tells(polls[0], a)]
    silence = f"; not stated: {joined(missing, 'or')}" if missing else ""
    marks = answer.citations.mark(*dict.fromkeys(p.passage_id for p in polls))
    return f"- {survey_phrase(polls[0])}{silence} {marks}"


def _tells(poll: Poll, aspect: str) -> bool:
    return bool({SIZE: poll.sample, DATE: poll.year}.get(aspect))
