"""The one question about pay: what an amount without a unit is meant by."""

from __future__ import annotations

from dataclasses import replace
from typing import Sequence

from knowledge.answering.answer import Answer, Option, Question
from knowledge.answering.phrases import bound_phrase
from knowledge.filters import Filter
from knowledge.language.pay import PayBound

THOUSANDS_BELOW = 1000  # nobody is paid $150 a year; "over $150" is $150,000 or an hourly rate


def readings(bound: PayBound) -> tuple[PayBound, PayBound]:
    """A bound without a unit as yearly pay and as an hourly rate."""
    amounts = [a for a in (bound.low, bound.high) if a is not None]
    factor = 1000 if max(amounts) < THOUSANDS_BELOW else 1
    yearly = replace(
        bound, unit="year",
        low=None if bound.low is None else bound.low * factor,
        high=None if bound.high is None else bound.high * factor,
    )
    return yearly, replace(bound, unit="hour")


def answer_which_pay_unit(unclear: Filter, filters: Sequence[Filter]) -> Answer:
    """Asks which reading is meant, with a button for each; the other filters stay in force."""
    phrases = [bound_phrase(reading) for reading in readings(unclear.pay)]
    options = tuple(Option(f"u{n}", words, words) for n, words in enumerate(phrases, start=1))
    question = Question(
        "pay-unit", "Is that by the year or by the hour?", options, skippable=False,
        why="The articles give yearly and hourly figures, and I do not guess.",
    )
    answer = Answer(kind="clarify", filters=tuple(filters), question=question)
    answer.say("question", f"{question.text} {phrases[0]}, or {phrases[1]}?")
    return answer
