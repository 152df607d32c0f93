"""What the rules found in a document, put right by what the page reader sees around each amount."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from knowledge.importing.document import SourceDocument
from knowledge.importing.extracted import ExtractedFigure, ExtractedPoll, Extraction
from knowledge.importing.extraction.known import KnownWork
from knowledge.importing.learned.adopting import adopted, given_back
from knowledge.importing.learned.reader import PageReader, Value, WindowReading
from knowledge.importing.learned.windows import Window, Windows
from knowledge.importing.learned.wording import count_of, is_named, people_of, place_of, source_of, year_of

MOST = 600  # amounts of one document that are read
_NEVER = 2.0
_SOURCES = ("source", "poll_source")
_ALLOWED = 0.85  # how sure the reader must be of how many answers were allowed
_LOOK = 0.15  # where the reader sees a field differently and is at least so sure, a person is asked to look twice


@dataclass(frozen=True)
class Trust:
    """How sure the reader must be to say something where the rules found nothing, something else, or nothing."""

    add: float = _NEVER
    change: float = _NEVER
    drop: float = _NEVER


# Chosen on fragments by two authors that the reader had not learned from, and on the labelled articles 41 to 48 before
# any rule was changed for them. At the place the rules are better; there the reader only tells its doubts.
TRUST = {
    "qualifier": Trust(0.7, drop=0.8),
    "place": Trust(),
    "source": Trust(0.7, 0.8),
    "population": Trust(0.3, 0.4),
    "sample": Trust(0.5, 0.8),
    "year": Trust(0.5, 0.5),
    "poll_source": Trust(0.3, 0.4),
}


def refined(document: SourceDocument, extraction: Extraction, known: KnownWork, reader: PageReader) -> Extraction:
    """The same facts, with what the reader is surer of than the rules.

    Args:
        document: The page.
        extraction: What the rules found on it.
        known: The kinds of work of the knowledge base.
        reader: Who looks at each amount, at no more than `MOST`; the others stay as the rules have them.
    """
    figures = [one for role in extraction.roles for one in role.figures]
    loose = [(one, one.figure) for one in extraction.unplaced if one.figure is not None]
    most = max(MOST - len(extraction.polls), MOST // 2)
    polls = extraction.polls[: MOST - min(most, len(figures))]
    loose = loose[: max(0, MOST - len(figures) - len(polls))]
    places = _Places(document)
    wanted = [places.window(figure, share=False) for figure in figures[:most]]
    wanted += [places.window(poll, share=True) for poll in polls]
    wanted += [places.window(figure, share=False) for _, figure in loose]
    readings = iter(reader.read(wanted))
    seen = [(_figure(figure, reading), reading) for figure, reading in zip(figures[:most], readings)]
    better = iter([*(figure for figure, _ in seen), *figures[most:]])
    shares = tuple(map(_poll, polls, readings))
    left = [(one, _figure(figure, reading), reading) for (one, figure), reading in zip(loose, readings)]
    roles = tuple(replace(role, figures=tuple(next(better) for _ in role.figures)) for role in extraction.roles)
    found = replace(extraction, roles=roles, polls=shares + extraction.polls[len(polls) :])
    found = given_back(document, found, {id(figure): reading for figure, reading in seen}, known)
    return adopted(document, found, left, known)


class _Places:
    """Where the amounts of a document stand, and what is seen there."""

    def __init__(self, document: SourceDocument) -> None:
        self._windows = Windows(document)
        self._starts = [block.start for block in document.blocks]
        self._said: Counter[tuple[int, str]] = Counter()

    def window(self, fact: ExtractedFigure | ExtractedPoll, *, share: bool) -> Window:
        """The window of a fact; of facts that are written alike in one sentence, in their order."""
        self._said[fact.quote.start, fact.as_written] += 1
        which = self._said[fact.quote.start, fact.as_written]
        at = fact.quote.start + _place(fact.as_written, fact.quote.text, which)
        number = max(0, bisect_right(self._starts, at) - 1)
        inside = at - self._starts[number]
        return self._windows.of(number, inside, inside + len(fact.as_written), share=share)


def _figure(figure: ExtractedFigure, reading: WindowReading) -> ExtractedFigure:
    fields = {
        "qualifier": _Choice("qualifier", figure.qualifier, reading.values["qualifier"]),
        "geography": _Choice("place", figure.geography, place_of(reading.values["place"])),
        "attributed_to": _Choice("source", figure.attributed_to, source_of(reading.values["source"])),
    }
    return replace(
        figure,
        qualifier=fields["qualifier"].kept,
        geography=fields["geography"].kept,
        attributed_to=fields["attributed_to"].kept,
        unsure=_unsure(fields),
    )


def _poll(poll: ExtractedPoll, reading: WindowReading) -> ExtractedPoll:
    fields = {
        "population": _Choice("population", poll.population, people_of(reading.values["population"])),
        "attributed_to": _Choice("poll_source", poll.attributed_to, source_of(reading.values["poll_source"])),
        "sample": _Choice("sample", _text(poll.sample), count_of(reading.values["sample"])),
        "year": _Choice("year", _text(poll.year), year_of(reading.values["year"])),
    }
    return replace(
        poll,
        population=fields["population"].kept,
        attributed_to=fields["attributed_to"].kept,
        sample=_number(fields["sample"].kept),
        year=_number(fields["year"].kept),
        multi_select=poll.multi_select if poll.multi_select != "unknown" else _allowed(reading),
        unsure=_unsure(fields),
    )


def _allowed(reading: WindowReading) -> str:
    """How many answers a survey allowed, where no rule saw it said."""
    sure = (how for how in ("yes", "no") if reading.allowed[how] >= _ALLOWED)
    return next(sure, "unknown")


def _unsure(fields: Mapping[str, _Choice]) -> tuple[str, ...]:
    return tuple(name for name, one in fields.items() if one.doubtful)


@dataclass(frozen=True)
class _Choice:
    """One field as the rules and as the reader see it."""

    field: str
    ruled: str | None
    learned: Value

    @property
    def kept(self) -> str | None:
        """The rules' value or the reader's."""
        trust = TRUST[self.field]
        if self.ruled and self.field in _SOURCES and self.learned.words and not is_named(self.learned.words):
            return self.ruled  # "my summer questionnaire" says no more than whose it is
        needed = trust.add if self.ruled is None else trust.drop if self.learned.words is None else trust.change
        return self.ruled if self._alike or self.learned.probability < needed else self.learned.words

    @property
    def doubtful(self) -> bool:
        """Whether the two differ, and the reader is not just guessing."""
        return not self._alike and self.learned.probability >= _LOOK

    @property
    def _alike(self) -> bool:
        ruled, learned = self.ruled, self.learned.words
        return ruled is learned is None or (ruled is not None and learned is not None and _same(ruled, learned))


def _same(one: str, other: str) -> bool:
    mine, theirs = (set(re.findall(r"\w+", text.lower())) for text in (one, other))
    return bool(mine & theirs) and 2 * len(mine & theirs) >= min(len(mine), len(theirs))


def _place(written: str, text: str, which: int) -> int:
    """Where an amount stands in its quote, the `which`-th time that it does; not within a longer number."""
    found = [match.start() for match in re.finditer(rf"(?<![\d.,]){re.escape(written)}(?!\d)", text)]
    return found[min(which, len(found)) - 1] if found else max(text.find(written), 0)


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
