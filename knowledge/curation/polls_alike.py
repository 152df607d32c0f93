"""Polls that people could take for each other: shown with the population that sets them apart."""

from __future__ import annotations

import re
from typing import Iterator, List, Tuple

from rapidfuzz import fuzz, process, utils

from knowledge import facts
from knowledge.curation.remarks import POLLS, Remark, remark
from knowledge.drafts import Draft, Drafts
from knowledge.problems import shown_path

# Of 100, without the words that all polls share; what one says beyond the other is left out.
NEAR_STATEMENT, SAME_STATEMENT = 55.0, 80.0
NEAR_QUESTION, SAME_QUESTION = 75.0, 85.0
_SHARED = re.compile(
    r"\b(?:of|the|a|an|that|was|were|said|say|named|gave|main|top|primary|reasons?|physicians?|doctors?|members?|"
    r"polled|surveyed|respondents?|as|to|they|their|it|in|for|leave|leaving|medicine)\b", re.IGNORECASE)
Poll = Draft[facts.Poll]


def polls_alike(drafts: Drafts) -> Iterator[Remark]:
    """Pairs of polls with the same percentage of near statements, or the same answer with another one."""
    polls = [poll for poll in drafts.polls if poll.fact.id and poll.fact.statement and poll.fact.question]
    for first, second, nearness in _near_statements(polls):
        one, other = polls[first], polls[second]
        question = fuzz.token_set_ratio(one.fact.question, other.fact.question, processor=utils.default_process)
        if one.fact.percent == other.fact.percent and question >= NEAR_QUESTION:
            yield _alike(one, other, "the same percentage, and much the same statement,")
        elif nearness >= SAME_STATEMENT and question >= SAME_QUESTION and one.fact.percent != other.fact.percent:
            yield _alike(one, other, "the same answer to the same question, with another percentage,")


def _near_statements(polls: List[Poll]) -> Iterator[Tuple[int, int, float]]:
    """Positions of all pairs whose statements are near each other, and how near, 0 to 100."""
    told = [utils.default_process(_SHARED.sub(" ", poll.fact.statement)) for poll in polls]
    for n, words in enumerate(told):
        later = told[n + 1 :]
        found = process.extract(words, later, scorer=fuzz.token_set_ratio, score_cutoff=NEAR_STATEMENT, limit=None)
        yield from sorted((n, n + 1 + at, score) for _, score, at in found)


def _alike(one: Poll, other: Poll, what: str) -> Remark:
    return remark(
        POLLS, one, "percent", (one.fact.id, other.fact.id), (_seen(one.fact), _seen(other.fact)),
        f'{what} stands in {shown_path(other.record.file)}:{other.line_of("percent")}: {one.fact.as_written} of '
        f'"{one.fact.population}" here, {other.fact.as_written} of "{other.fact.population}" there',
        "see that population, question and year tell them apart, or keep one",
    )


def _seen(poll: facts.Poll) -> str:
    return f"{poll.as_written} of {poll.population}"
