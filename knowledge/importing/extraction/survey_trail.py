"""Which survey a sentence speaks of: the surveys of a document as they are told of, one after the other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from knowledge.importing.document import SourceDocument
from knowledge.importing.extraction.answers_allowed import question_number
from knowledge.importing.extraction.poll_people import head_of
from knowledge.importing.extraction.sentences import Sentence
from knowledge.importing.extraction.survey_below import SurveyBelow
from knowledge.importing.extraction.survey_record import Part, Survey
from knowledge.importing.extraction.survey_sources import SurveySources
from knowledge.importing.extraction.survey_whole import WholeSurvey
from knowledge.importing.extraction.surveys import Said, said_of_survey

_FURTHEST = 12  # blocks, for "the same survey"
_IN_HEADING = re.compile(r"\b(?:survey|poll|questionnaire)\b(?! pay)(?! jobs)", re.IGNORECASE)
# A heading that only says that there are results: those of the survey told of above it.
_ONLY_SURVEY = re.compile(
    r"\W*(?:the |our |your |reader |readers['’] |survey |poll |full )*"
    r"(?:poll|survey|results?|answers|votes|responses|numbers)\W*",
    re.IGNORECASE,
)
_IS_QUESTION = re.compile(r"[?(\[]")
_JUST_TOLD = 3  # blocks
_INTERJECTION = 40  # characters: what an interviewer throws in
_ANY_MEMBERS = ("members", "readers", "physicians", "doctors")  # what those who answered may be called further on
_RUNS = ("list_item", "table_row", "caption")
# A sentence that only stands near a survey says nothing of it but its answers.
_NOTHING = Said(False, False, False, False, False, False, None, None, None, None, None, None, None, "unknown")


class SurveyTrail:
    """Follows the text and knows at each sentence the survey that is spoken of, if any."""

    def __init__(
        self, document: SourceDocument, sentences: Sequence[Sentence], sources: SurveySources, whole: WholeSurvey | None
    ) -> None:
        self._blocks = document.blocks
        self._headings = [index for index, one in enumerate(document.blocks) if one.kind == "heading"]
        self._texts = [index for index, one in enumerate(document.blocks) if one.kind not in _RUNS]
        self._sources = sources
        self._whole = whole
        self._below = SurveyBelow(document.blocks, sentences, sources)
        self._told: list[Survey] = []
        self._allowed = "unknown"  # how many answers the question of this section allowed
        self._survey: Survey | None = None
        self._said = _NOTHING
        self.only_whole = False  # nothing but the survey of the whole document says that this is one
        self._headed = False  # the survey was named by the heading of this section

    def follow(self, sentence: Sentence, *, has_share: bool) -> Survey | None:
        """Take in the next sentence.

        Args:
            sentence: It.
            has_share: Whether it holds a percentage.

        Returns:
            The survey that its percentages belong to, or None.
        """
        block = self._blocks[sentence.block]
        said = self._said = said_of_survey(sentence.text, sentence.start, self._sources)
        if block.kind == "heading":
            return self._enter(sentence, said)
        reached = self._survey is not None and self._reaches(sentence.block, said)
        if not reached and (before := self._told_before(said)):
            if before.part.multi_select == "no" and self._is_headed_since(before.block, sentence.block):
                before.parts.append(Part())  # one answer was allowed to that question; this is another one
            self._survey, reached = before, True
        if said.opens or (has_share and (said.source or (said.same and not reached))):
            if not reached or self._is_other(said, has_share=has_share):
                self._begin(sentence.block, said)
            else:
                self._go_on(said, has_share=has_share)
        elif reached:
            self._go_on(said if self._may_add(said) else _NOTHING, has_share=has_share)
        elif self._whole is not None and self._whole.covers(sentence.block) and (has_share or self._may_add(said)):
            self._begin(sentence.block, said)
            self.only_whole = True
        elif has_share and (below := self._below.told_below(sentence)):
            self._begin(sentence.block, below)
            self._survey.add(said)
        else:
            if said.multi_select != "unknown" and (said.continues or said.sample):
                self._allowed = said.multi_select  # "Respondents could tick up to three answers."
            return None
        if said.opens or has_share or said.continues:
            self._survey.block = sentence.block
        return self._survey

    def is_only(self, survey: Survey) -> bool:
        """Whether all surveys whose shares were given are of one source, that of this one."""
        return {one.source for one in self._told if one.used} <= {survey.source}

    def anonymous(self, block: int) -> Survey:
        """A survey that nothing but the shares of the last sentence tells of."""
        self._headed = False
        self._begin(block, self._said)
        return self._survey

    def _enter(self, sentence: Sentence, said: Said) -> Survey | None:
        """A heading ends the reach of what was told before, and may name a survey itself, or one of its questions."""
        if _ONLY_SURVEY.fullmatch(sentence.text) and self._survey and sentence.block - self._survey.block < _JUST_TOLD:
            self._survey.block, self._headed = sentence.block, True
            return self._survey
        number = question_number(sentence.text)
        self._allowed = self._whole.allowed.get(number, "unknown") if self._whole and number else "unknown"
        if self._allowed == "unknown" and _IS_QUESTION.search(sentence.text):
            self._allowed = said.multi_select  # "Why did you leave? (choose one)"
        self._headed = said.opens or bool(_IN_HEADING.search(sentence.text))
        if self._headed:
            self._begin(sentence.block, said)
            return self._survey
        return None

    def _begin(self, block: int, said: Said) -> None:
        self.only_whole = False
        self._survey = Survey(block)
        self._survey.add(said)
        if said.ours and not self._survey.group:
            self._survey.group = next((one.group for one in reversed(self._told) if one.group), None)
        if self._survey.part.multi_select == "unknown":
            self._survey.part.multi_select = self._allowed
        self._inherit(self._survey, said)
        covered = self._whole is not None and self._whole.covers(block) and said.sample is None
        if covered and (said.ours or self._whole.is_meant(said.source)):
            self._survey = self._survey.completed_by(self._whole.survey)
        self._told.append(self._survey)

    def _inherit(self, survey: Survey, said: Said) -> None:
        """What some of those who answered another survey have from it: who asked, when, and what they are called."""
        again = self._told[-1] if said.part and self._told and self._told[-1].used else None
        if again is not None:
            survey.source, survey.described = survey.source or again.source, survey.described or again.described
            survey.year = survey.year or (None if said.part.later else again.year)
        if said.source:
            known = (one for one in reversed(self._told) if one.population and _are_one(one.source, said.source))
            survey.before = next(known, None)
        of = [one for one in self._told if one.population and (one is again or _are_one(one.source, said.source))]
        if of and said.population and said.population.startswith("those "):
            survey.population = f"{head_of(of[-1].population)}{said.population.removeprefix('those')}"
        used = [one for one in self._told if one.used] or self._told
        only = used[0] if len(used) == 1 and again is None else None
        if only is not None and said.sample and not said.source and _is_part(said.population, only):
            survey.source, survey.year, survey.described = only.source, only.year, only.described

    def _told_before(self, said: Said) -> Survey | None:
        """The survey that "our survey" and "the Larch survey" come back to, at any distance."""
        if said.some and not said.new:
            used = [one for one in self._told if one.used]
            return used[-1] if _is_some_of(said, used[-1:]) and len({one.source for one in used}) == 1 else None
        if said.new or said.sample or not (said.source or said.same):
            return None
        known = [one for one in self._told if one.sample and _are_one(one.source, said.source)]
        if not said.source:
            known = [one for one in self._told if one.used]
            return known[0] if len(known) == 1 and known[0].sample else None
        return known[-1] if known else None

    def _is_headed_since(self, block: int, now: int) -> bool:
        return _stands_between(self._headings, block, now)

    def _go_on(self, said: Said, *, has_share: bool) -> None:
        """Take over what is said; a further question may allow another number of answers."""
        other = has_share and said.multi_select not in ("unknown", self._survey.part.multi_select)
        if (said.question or other) and self._survey.part.used:
            self._survey.parts.append(Part(multi_select=self._survey.part.multi_select))
        self._survey.add(said)

    def _is_other(self, said: Said, *, has_share: bool) -> bool:
        """Whether a sentence contradicts what is known of the survey, so that it speaks of another one."""
        survey = self._survey
        if survey.used and _is_some_of(said, [survey]):
            return False
        if survey.used and (said.new or (has_share and said.source and survey.source is None and not said.same)):
            return True
        if (survey.sample or (said.asks and survey.asked)) and not said.same:
            before, now = _first(survey.population), _first(said.population)
            if before != now not in ("", "those") and (survey.sample or before):
                return True
        # Who writes "we asked" in the middle of it goes on about it, under whatever name it was told of.
        source = None if said.ours and said.source == self._sources.publisher and not said.sample else said.source
        sample = None if said.beside_share and has_share and not said.source else said.sample
        known = ((survey.source, source), (survey.sample, sample))
        return any(mine and theirs and mine != theirs for mine, theirs in known)

    def _may_add(self, said: Said) -> bool:
        return said.continues or said.multi_select != "unknown" or said.source is not None or said.question is not None

    def _reaches(self, block: int, said: Said) -> bool:
        """Whether the survey told of last is still spoken of."""
        last = self._survey.block
        if block == last:
            return True
        if not self._is_headed_since(last, block):
            near = block - last <= 3 and all(len(one.text) < _INTERJECTION for one in self._blocks[last + 1 : block])
            near = near or not _stands_between(self._texts, last, block)
            return near or self._headed or (said.same and block - last <= _FURTHEST)
        return said.same and not said.opens and block - last <= _FURTHEST and self._headed


def _stands_between(places: Sequence[int], before: int, last: int) -> bool:
    """Whether one of some places, in order, stands behind `before` and not behind `last`."""
    following = bisect_right(places, before)
    return following < len(places) and places[following] <= last


def _is_some_of(said: Said, surveys: Sequence[Survey]) -> bool:
    """Whether a sentence begins with a part of those who answered the last of some surveys."""
    if not (surveys and said.some and surveys[-1].sample and said.some < surveys[-1].sample):
        return False
    same = (_first(surveys[-1].population), surveys[-1].group, "", "those", "respondents", *_ANY_MEMBERS)
    return _first(said.population) in same


def _are_one(mine: str | None, theirs: str | None) -> bool:
    return mine is not None and theirs is not None and mine.removeprefix("The ") == theirs.removeprefix("The ")


def _is_part(population: str | None, survey: Survey) -> bool:
    """Whether these are some of those who answered a survey: "readers who had left", of a reader survey."""
    first = _first(population)
    return first != "" and " who " in f"{population} " and first in (_first(survey.population), survey.group, "those")


def _first(population: str | None) -> str:
    """The word that names the people, as a rule: "members" of "members who replied"."""
    return population.split()[0].lower() if population else ""
