"""Percentages of people in a survey, each with its own answer; all other percentages with what they are instead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.importing.document import SourceBlock, SourceDocument
from knowledge.importing.extracted import ExtractedPoll, Quote, Unplaced
from knowledge.importing.extraction.percentages import Percentage, find_percentages
from knowledge.importing.extraction.poll_people import people_of
from knowledge.importing.extraction.poll_tables import shares_of_row
from knowledge.importing.extraction.poll_verdicts import Verdict, judge
from knowledge.importing.extraction.poll_wording import (
    answer_before,
    clause_behind,
    is_about_share,
    naming,
    of_people,
)
from knowledge.importing.extraction.sentences import Sentence, sentences_of
from knowledge.importing.extraction.survey_sources import SurveySources
from knowledge.importing.extraction.survey_trail import SurveyTrail
from knowledge.importing.extraction.surveys import Part, Survey

_APPROXIMATE = re.compile(
    r"(?:nearly|almost|about|around|roughly|over|under|approximately|(?:more|less|fewer) than|close to|up to"
    r"|at least)\s$",
    re.IGNORECASE,
)


@dataclass
class _Draft:
    """A poll whose survey may still be told of further on."""

    share: Percentage
    written: str
    quote: Quote
    survey: Survey
    part: Part
    said: str  # what follows "of physicians", or the answer alone
    is_answer: bool
    people: str | None  # those this one is a share of, if it says so itself
    number: int | None
    narrower: bool  # they are only some of those asked
    confidence: float


def find_polls(
    document: SourceDocument, placed: Sequence[tuple[int, int]]
) -> tuple[tuple[ExtractedPoll, ...], tuple[Unplaced, ...]]:
    """The polls of a document, and the percentages that are none.

    Args:
        document: The text.
        placed: Spans of its text that pay figures have used; percentages in them are left alone.

    Returns:
        Both in reading order.
    """
    finder = _Finder(document, placed)
    for sentence in sentences_of(document):
        finder.read(sentence)
    return tuple(map(finder.finished, finder.drafts)), tuple(finder.unplaced)


class _Finder:
    """Reads sentence by sentence; keeps what it found."""

    def __init__(self, document: SourceDocument, placed: Sequence[tuple[int, int]]) -> None:
        self._blocks = document.blocks
        self._placed = sorted(placed)
        self._starts = [start for start, _ in self._placed]
        self._sources = SurveySources(document)
        self._trail = SurveyTrail(document, self._sources)
        self.drafts: list[_Draft] = []
        self.unplaced: list[Unplaced] = []

    def read(self, sentence: Sentence) -> None:
        """Find the percentages of one sentence, list item or table row."""
        block = self._blocks[sentence.block]
        if block.kind == "table_row":
            self._read_row(sentence, block)
            return
        shares = [one for one in find_percentages(sentence.text) if not self._is_placed(sentence.start + one.start)]
        survey = self._trail.follow(sentence, has_share=bool(shares))
        polls: list[tuple[Percentage, Verdict]] = []
        for share in _without_roundings(sentence.text, shares):
            verdict = judge(sentence.text, share, in_survey=survey is not None, after_poll=bool(polls))
            is_bar = block.kind == "list_item" and survey is not None and len(shares) == 1
            if verdict.form is None and is_bar and _is_label(sentence, share):
                verdict = Verdict("behind" if share.start else "more", end=share.end)
            if verdict.form is None:
                self._leave(sentence, share, verdict.why)
                continue
            survey = survey or self._trail.anonymous(sentence.block)
            polls.append((share, verdict))
        drafts = [self._drafted(sentence, polls, index, survey) for index in range(len(polls))]
        _share_predicate(drafts)

    def finished(self, draft: _Draft) -> ExtractedPoll:
        """The poll, now that all is known of its survey."""
        survey = draft.survey
        population = draft.people or survey.population or survey.group
        sample = draft.number or (None if draft.narrower else survey.sample)
        certain = draft.confidence - 0.1 * (survey.source is None) - 0.1 * (population is None)
        return ExtractedPoll(
            percent=draft.share.percent,
            as_written=draft.written,
            statement=naming(population, draft.said) if draft.is_answer else of_people(population, draft.said),
            question=draft.part.question,
            population=population,
            multi_select=draft.part.multi_select,
            sample=sample,
            year=survey.year,
            attributed_to=survey.source,
            quote=draft.quote,
            confidence=round(max(certain, 0.1), 2),
        )

    def _read_row(self, sentence: Sentence, block: SourceBlock) -> None:
        shares = find_percentages(sentence.text)
        survey = self._trail.follow(sentence, has_share=bool(shares))
        polls, others = shares_of_row(block, in_survey=survey is not None)
        for one in polls:
            if self._is_placed(sentence.start + one.share.start):
                continue
            survey = survey or self._trail.anonymous(sentence.block)
            written = sentence.text[one.share.start : one.share.end]
            self.drafts.append(
                _Draft(one.share, written, sentence.quote, survey, survey.part, one.answer, True, one.people, None,
                       one.people is not None, 0.8)
            )  # fmt: skip
        for share, why in others:
            if not self._is_placed(sentence.start + share.start):
                self._leave(sentence, share, why)

    def _drafted(
        self, sentence: Sentence, polls: Sequence[tuple[Percentage, Verdict]], index: int, survey: Survey
    ) -> _Draft:
        """One of the polls of a sentence; its words end where the next one begins."""
        (share, verdict), text = polls[index], sentence.text
        stop = polls[index + 1][0].start if index + 1 < len(polls) else len(text)
        since = polls[index - 1][0].end if index else 0
        is_answer, said = verdict.form in ("aside", "behind"), ""
        if not is_answer:
            said = clause_behind(text, verdict.end, stop)
            is_answer = verdict.form == "more"
        else:
            said = answer_before(text, since, share.start)
            before = self.drafts[-1] if self.drafts and self._is_near(self.drafts[-1], sentence) else None
            if before is not None and (not said or is_about_share(text[since : share.start])):
                said, is_answer = before.said, before.is_answer
        people, number, narrower = people_of(text, verdict, survey)
        survey.used = survey.part.used = True
        sure = {"people": 0.9, "verb": 0.85}.get(verdict.form, 0.75)
        loose = bool(_APPROXIMATE.search(text[max(0, share.start - 20) : share.start]))
        draft = _Draft(
            share, text[share.start : share.end], sentence.quote, survey, survey.part, said, is_answer, people, number,
            narrower, sure - 0.15 * loose,
        )  # fmt: skip
        self.drafts.append(draft)
        return draft

    def _is_near(self, draft: _Draft, sentence: Sentence) -> bool:
        block = self._blocks[sentence.block]
        return block.start <= draft.quote.start < block.end

    def _leave(self, sentence: Sentence, share: Percentage, why: str) -> None:
        if share.form == "number" or share.vague:
            self.unplaced.append(Unplaced(sentence.text[share.start : share.end], why, sentence.quote))

    def _is_placed(self, start: int) -> bool:
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and start < self._placed[index][1]


def _without_roundings(text: str, shares: Sequence[Percentage]) -> list[Percentage]:
    """The shares without those that the next one gives exactly: "one in four physicians (26.5%)"."""
    following = [*shares[1:], None]
    return [
        share for share, exact in zip(shares, following)
        if not (
            exact and share.form != "number" and exact.form == "number" and abs(share.percent - exact.percent) < 5
            and text[share.end : exact.start].endswith("(") and exact.start - share.end < 100
        )
    ]  # fmt: skip


def _share_predicate(drafts: list[_Draft]) -> None:
    """Give both of "48% of women and 31% of men wanted it" what is said once."""
    for draft, following in reversed(list(pairwise(drafts))):
        if not draft.said and not following.is_answer:
            draft.said = following.said
        if not following.said and not draft.is_answer:
            following.said = draft.said


def _is_label(sentence: Sentence, share: Percentage) -> bool:
    """Whether a list item is a bar of a chart: "Burnout – 26%", "26%: burnout"."""
    text = sentence.text
    return len(text) < 120 and (share.start == 0 or not text[share.end :].strip(" .;,)"))
