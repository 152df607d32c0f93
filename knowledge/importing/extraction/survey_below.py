"""A survey that is told of only below its shares: "Source: Larch Panel, May 2023, n = 412" under a list."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from knowledge.importing.document import SourceBlock
from knowledge.importing.extraction.percentages import find_percentages
from knowledge.importing.extraction.sentences import Sentence
from knowledge.importing.extraction.survey_sources import SurveySources
from knowledge.importing.extraction.surveys import Said, said_of_survey

_RUNS = ("list_item", "table_row", "caption")
_LINE = 80  # characters: a line of a list that is not marked as one
_NOTE = 160  # characters
_FURTHEST = 3  # sentences of running text
_MOST = 12  # sentences of any kind that are looked at
_BASE = re.compile(r"\W*(?:source|base|sample|fieldwork|from|n\s?=|poll|survey)\b", re.IGNORECASE)


class SurveyBelow:
    """Looks ahead from a share that nothing before it explains."""

    def __init__(self, blocks: Sequence[SourceBlock], sentences: Sequence[Sentence], sources: SurveySources) -> None:
        self._blocks = blocks
        self._sentences = sentences
        self._sources = sources
        self._starts = [sentence.start for sentence in sentences]
        self._read: dict[int, Said | None] = {}

    def told_below(self, sentence: Sentence) -> Said | None:
        """What a sentence soon behind this one says of the survey: in the same paragraph, or under the same run."""
        here = bisect_right(self._starts, sentence.start)
        texts = 0
        for index in range(here, min(here + _MOST, len(self._sentences))):
            one = self._sentences[index]
            block = self._blocks[one.block]
            if block.kind == "heading" or (one.block != sentence.block and not self._is_run(sentence.block, one.block)):
                return None
            if found := self._note(index):
                return found
            texts += block.kind not in _RUNS and len(one.text) > _LINE
            if texts >= _FURTHEST:
                return None
        return None

    def _is_run(self, block: int, last: int) -> bool:
        """Whether all from a share's block to the one before the last are lines or items of one list."""
        between = self._blocks[block:last]
        return all(one.kind in _RUNS or len(one.text) <= _LINE for one in between)

    def _note(self, index: int) -> Said | None:
        """What a sentence says, if it tells of a survey and has no share of its own."""
        if index not in self._read:
            text = self._sentences[index].text
            said = None
            if not find_percentages(text):
                said = said_of_survey(text, self._sentences[index].start, self._sources)
                tells = said.sample and (said.opens or said.source or said.year or said.continues or _BASE.match(text))
                if not tells and len(text) <= _NOTE and not text.startswith("(") and self._sentences[index].first:
                    # A line under a list says what brackets would: "Side Work Inquiry 2024, 733 urologists".
                    said = said_of_survey(f"({text.strip(' .*_')})", self._sentences[index].start, self._sources)
                    tells = said.sample and said.source
                if not (tells or (said.source and (said.opens or _BASE.match(text)))):
                    said = None
            self._read[index] = said
        return self._read[index]
