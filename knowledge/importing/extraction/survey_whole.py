"""The survey that a whole document reports on, told of in one place for all: in a note, under "Methods", at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.importing.document import SourceBlock, SourceDocument
from knowledge.importing.extraction.answers_allowed import allowed_by_question
from knowledge.importing.extraction.sentences import Sentence
from knowledge.importing.extraction.survey_record import Survey
from knowledge.importing.extraction.survey_sources import SurveySources
from knowledge.importing.extraction.survey_words import SURVEY
from knowledge.importing.extraction.surveys import said_of_survey

# "All percentages in this release are from the Pulse", "unless we say otherwise, shares refer to these 874"
_FOR_ALL = re.compile(
    r"\b(?:(?:all|other) (?:\w+ )?(?:numbers|figures|statistics)|percentages|results|findings|shares|answers)\b"
    r"[^.;]{0,60}?"
    r"\b(?:are|come|comes|came|were|refer|relate|stem|taken|drawn|based|rest)\b[^.;]{0,30}?\b(?:from|to|on|of)\b",
    re.IGNORECASE,
)
_ABOUT = (
    r"about (?:the|this|our) (?:\w+ )?(?:survey|poll|study|data|research|numbers|census)"
    r"|(?:the )?(?:survey |study |research )?method(?:s|ology)?(?: and \w+)?|(?:survey|study) (?:design|details)"
    r"|how (?:we|this|the survey|the poll|it) (?:\w+ )?(?:asked|surveyed|polled|done|did it|did this|conducted|made)"
    r"|(?:a )?notes? on (?:the )?(?:methods?|methodology|survey|data|numbers|sample)"
    r"|who (?:we asked|took part|answered)"
    r"|the sample"
)
_ABOUT_IT = re.compile(rf"\W*(?:\d+\W+)?(?:{_ABOUT})\W*", re.IGNORECASE)
_RUN_IN = re.compile(rf"(?:{_ABOUT})\s?[.:–—]\s", re.IGNORECASE)  # "Methods. A questionnaire was sent to all members."
_PART_ONLY = re.compile(r"\b(?:this|the) (?:box|section|table|chart|sidebar|panel|graph|column|list)\b", re.IGNORECASE)
_IS_SURVEY = re.compile(
    rf"\b(?:{SURVEY}|respond\w*|replie[sd]|answered|surveyed|polled|questioned|interviewed|completed|pulse)\b",
    re.IGNORECASE,
)
_MOST = 60  # sentences that are read for it


@dataclass(frozen=True)
class WholeSurvey:
    """A survey and how far it reaches.

    Attributes:
        survey: What is told of it.
        told: The words in which it is told.
        allowed: How many answers each of its numbered questions allowed, as `Part.multi_select`.
        first: The first block that it holds for.
        last: The last one.
    """

    survey: Survey
    told: str
    allowed: dict[int, str]
    first: int
    last: int

    def covers(self, block: int) -> bool:
        """Whether shares in a block are its shares, if they do not say otherwise."""
        return self.first <= block <= self.last

    def is_meant(self, source: str | None) -> bool:
        """Whether a source is none other than this survey, or somebody who is named with it."""
        return source is None or source == self.survey.source or source in self.told


def whole_survey(
    document: SourceDocument, sentences: Sequence[Sentence], sources: SurveySources
) -> WholeSurvey | None:
    """The survey that a document tells of for all of its percentages, or for all of a section; None if there is none.

    Args:
        document: The text.
        sentences: Its sentences.
        sources: Knows the organisations of the document.
    """
    blocks, for_all = _telling(document, sentences)
    told = [one for one in sentences if one.block in blocks and document.blocks[one.block].kind != "heading"][:_MOST]
    text = " ".join(sentence.text for sentence in told)
    if not told or not _IS_SURVEY.search(text):
        return None
    survey = Survey(told[0].block)
    for sentence in told:
        said = said_of_survey(sentence.text, sentence.start, sources)
        survey.add(said)
    if survey.sample is None and survey.part.multi_select == "unknown":
        return None
    part = _PART_ONLY.search(for_all) if for_all else None
    first, last = _section(document, told[0].block) if part else (0, len(document.blocks) - 1)
    allowed = {number: how for one in told for number, how in allowed_by_question(one.text).items()}
    return WholeSurvey(survey, text, allowed, first, last)


def _telling(document: SourceDocument, sentences: Sequence[Sentence]) -> tuple[set[int], str]:
    """The blocks that tell of it, and the sentence that says it is for all."""
    blocks: set[int] = set()
    for_all, under = "", False
    run_ins = {one.block for one in sentences if _is_run_in(document.blocks[one.block])}
    if len(run_ins) > 1:
        run_ins = set()  # each of them tells of another survey, or of something else
    for sentence in sentences:
        block = document.blocks[sentence.block]
        if block.kind == "heading":
            under = bool(_ABOUT_IT.fullmatch(block.text))
        elif (under or sentence.block in run_ins) and len(blocks) < _MOST:
            blocks.add(sentence.block)
        elif not for_all and _FOR_ALL.search(sentence.text) and _IS_SURVEY.search(block.text):
            blocks.add(sentence.block)
            for_all = sentence.text
    return blocks, for_all


def _is_run_in(block: SourceBlock) -> bool:
    return block.kind == "paragraph" and bool(_RUN_IN.match(block.text))


def _section(document: SourceDocument, block: int) -> tuple[int, int]:
    heads = [index for index, one in enumerate(document.blocks) if one.kind == "heading"]
    first = max((index for index in heads if index <= block), default=0)
    last = min((index for index in heads if index > block), default=len(document.blocks)) - 1
    return first, last
