"""Percentages of people in a survey, each with its own answer; all other percentages with what they are instead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.importing.document import SourceBlock, SourceDocument
from knowledge.importing.extracted import ExtractedPoll, Quote, Unplaced
from knowledge.importing.extraction.percentages import Percentage, find_percentages
from knowledge.importing.extraction.poll_breakdowns import groups_in_brackets, is_bar, without_roundings
from knowledge.importing.extraction.poll_people import counted_beside, led, named_in_full, people_of
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
from knowledge.importing.extraction.survey_record import Part, Survey
from knowledge.importing.extraction.survey_sources import SurveySources
from knowledge.importing.extraction.survey_trail import SurveyTrail
from knowledge.importing.extraction.survey_waves import year_of_share
from knowledge.importing.extraction.survey_whole import WholeSurvey, whole_survey

_APPROXIMATE = re.compile(
    r"(?:nearly|almost|about|around|roughly|over|under|approximately|(?:more|less|fewer) than|close to|up to"
    r"|at least)\s$",
    re.IGNORECASE,
)


# "Of those who left, 71% would do it again. Only 23% ..." still speaks of them.
_ONLY = re.compile(r"\W*(?:only|just|another|a further|and|but|still)\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\s(?:of|among) (?:them|these|those)\b", re.IGNORECASE)


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
    year: int | None = None  # of its own, where another year's share stands beside it


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
    sentences = sentences_of(document)
    finder = _Finder(document, placed, sentences)
    for sentence in sentences:
        finder.read(sentence)
    drafts = sorted(finder.drafts, key=lambda one: (one.quote.start, one.share.start))
    return tuple(map(finder.finished, drafts)), tuple(finder.unplaced)


class _Finder:
    """Reads sentence by sentence; keeps what it found."""

    def __init__(
        self, document: SourceDocument, placed: Sequence[tuple[int, int]], sentences: Sequence[Sentence]
    ) -> None:
        self._blocks = document.blocks
        self._begins = [block.start for block in document.blocks]
        self._placed = sorted(placed)
        self._starts = [start for start, _ in self._placed]
        self._sources = SurveySources(document)
        self._whole = whole_survey(document, sentences, self._sources)
        self._trail = SurveyTrail(document, sentences, self._sources, self._whole)
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
        groups = groups_in_brackets(sentence.text, shares)
        mains = without_roundings(sentence.text, [one for one in shares if one.start not in groups])
        for share in mains:
            verdict = judge(sentence.text, share, in_survey=survey is not None, after_poll=bool(polls))
            alone = survey is not None and len(mains) == 1
            may_be_bar = verdict.form is None and alone and (survey.used or not verdict.is_other)
            if may_be_bar and is_bar(sentence.text, share, block.kind, first=sentence.first):
                verdict = Verdict("behind" if share.start else "more", end=share.end)
            if verdict.form and self._trail.only_whole and share.form == "fraction":
                verdict = Verdict(None, "it is not clear whether it is of the survey")
            if verdict.form is None:
                self._leave(sentence, share, verdict.why)
                continue
            survey = survey or self._trail.anonymous(sentence.block)
            polls.append((share, verdict))
        drafts = [self._drafted(sentence, polls, index, survey) for index in range(len(polls))]
        _share_predicate(drafts)
        for share in shares:
            if share.start in groups:
                self._add_group(sentence, share, groups[share.start], drafts)

    def _add_group(self, sentence: Sentence, share: Percentage, group: str | None, drafts: list[_Draft]) -> None:
        """A share in brackets: the same answer, of a part of those asked."""
        main = next((one for one in reversed(drafts) if one.share.end <= share.start), None)
        if main is None or group is None:
            self._leave(sentence, share, "it adds to another percentage, and it is not clear what it is of")
            return
        written = sentence.text[share.start : share.end]
        part = replace(main, share=share, written=written, people=group, number=None, narrower=True, confidence=0.75)
        self.drafts.append(part)

    def finished(self, draft: _Draft) -> ExtractedPoll:
        """The poll, now that all is known of its survey."""
        survey, multi_select = draft.survey, draft.part.multi_select
        whole = self._whole
        ours = survey.sample is None and survey.source == self._sources.publisher
        if whole and whole.covers(self._block_of(draft)) and (ours or self._is_meant(whole, survey)):
            survey = survey.completed_by(whole.survey)
            multi_select = multi_select if multi_select != "unknown" else whole.survey.part.multi_select
        population = survey.population or survey.group or (survey.before.population if survey.before else None)
        if draft.people:
            population = named_in_full(draft.people, population)
        own_year = draft.year is not None and draft.year != survey.year
        sample = draft.number or (None if draft.narrower or own_year else survey.sample)
        certain = draft.confidence - 0.1 * (survey.source is None) - 0.1 * (population is None)
        return ExtractedPoll(
            percent=draft.share.percent,
            as_written=draft.written,
            statement=naming(population, draft.said) if draft.is_answer else of_people(population, draft.said),
            question=draft.part.question,
            population=population,
            multi_select="unknown" if own_year else multi_select,
            sample=sample,
            year=draft.year or survey.year,
            attributed_to=survey.source or survey.described,
            quote=draft.quote,
            confidence=round(max(certain, 0.1), 2),
        )

    def _is_meant(self, whole: WholeSurvey, survey: Survey) -> bool:
        """Whether what is told of the survey of the whole document is told of this one."""
        return whole.is_meant(survey.source) or (whole.survey.source is None and self._trail.is_only(survey))

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
                _Draft(one.share, written, sentence.quote, survey, survey.part, one.answer, True, one.people,
                       one.number, one.people is not None, 0.8)
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
        last = self.drafts[-1] if self.drafts and self._is_near(self.drafts[-1], sentence) else None
        of_them = index or _OF_THEM.match(text[share.end :]) or (last and _ONLY.match(text) and led(last.quote.text))
        if last and last.narrower and people is None and of_them:
            people, narrower = last.people, True
            number = number or last.number
        number = number or counted_beside(text, share.end)
        survey.used = survey.part.used = True
        sure = {"people": 0.9, "verb": 0.85}.get(verdict.form, 0.75)
        loose = bool(_APPROXIMATE.search(text[max(0, share.start - 20) : share.start]))
        draft = _Draft(
            share, text[share.start : share.end], sentence.quote, survey, survey.part, said, is_answer, people, number,
            narrower, sure - 0.15 * loose, year_of_share(text, share, survey.year),
        )  # fmt: skip
        self.drafts.append(draft)
        return draft

    def _block_of(self, draft: _Draft) -> int:
        return bisect_right(self._begins, draft.quote.start) - 1

    def _is_near(self, draft: _Draft, sentence: Sentence) -> bool:
        block = self._blocks[sentence.block]
        return block.start <= draft.quote.start < block.end

    def _leave(self, sentence: Sentence, share: Percentage, why: str) -> None:
        if share.form == "number" or share.vague:
            self.unplaced.append(Unplaced(sentence.text[share.start : share.end], why, sentence.quote))

    def _is_placed(self, start: int) -> bool:
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and start < self._placed[index][1]


def _share_predicate(drafts: list[_Draft]) -> None:
    """Give both of "48% of women and 31% of men wanted it" what is said once."""
    for draft, following in reversed(list(pairwise(drafts))):
        if not draft.said and not following.is_answer:
            draft.said = following.said
        if not following.said and not draft.is_answer:
            following.said = draft.said
