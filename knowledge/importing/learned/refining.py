"""What the rules found in a document, put right by what the page reader sees around each amount."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from knowledge.importing.document import SourceDocument
from knowledge.importing.extracted import ExtractedFigure, ExtractedPoll, Extraction
from knowledge.importing.extraction.places import plain_place
from knowledge.importing.learned.reader import PageReader, Value, WindowReading
from knowledge.importing.learned.windows import Window, Windows

MOST = 600  # amounts of one document that are read, at about 20 ms each
_ONE_NUMBER = re.compile(r"[^\d%]*?(\d{1,3}(?:[,\s]\d{3})+|\d{2,7})(?![\d.,])(?!\s?(?:million|thousand|k\b))[^\d%]*")
_NEVER = 2.0
_LOOK = 0.15  # where the reader sees a field differently and is at least so sure, a person is asked to look twice


@dataclass(frozen=True)
class Trust:
    """How sure the reader must be to say something where the rules found nothing, or to say something else."""

    add: float = _NEVER
    change: float = _NEVER


# Chosen on eight articles that neither the rules nor the reader had seen. On articles of yet other authors the rules
# do better than the reader at qualifier, place and source, of which it only tells its doubts, and at how many answers
# were allowed, where its doubts are no better than chance and are not told.
TRUST = {"population": Trust(0.4, 0.65), "sample": Trust(0.4), "year": Trust(0.5)}


def refined(document: SourceDocument, extraction: Extraction, reader: PageReader) -> Extraction:
    """The same facts, with the fields that the reader is surer of than the rules."""
    windows = Windows(document)
    starts = [block.start for block in document.blocks]

    said: Counter[tuple[int, str]] = Counter()

    def seen(fact: ExtractedFigure | ExtractedPoll, share: bool) -> Window:
        said[fact.quote.start, fact.as_written] += 1
        at = fact.quote.start + _place(fact.as_written, fact.quote.text, said[fact.quote.start, fact.as_written])
        number = max(0, bisect_right(starts, at) - 1)
        inside = at - starts[number]
        return windows.of(number, inside, inside + len(fact.as_written), share=share)

    figures = [figure for role in extraction.roles for figure in role.figures][:MOST]
    polls = extraction.polls[: max(0, MOST - len(figures))]
    wanted = [seen(figure, False) for figure in figures] + [seen(poll, True) for poll in polls]
    readings = reader.read(wanted)
    better = dict(zip(map(id, figures), map(_figure, figures, readings)))
    roles = tuple(
        replace(role, figures=tuple(better.get(id(figure), figure) for figure in role.figures))
        for role in extraction.roles
    )
    shares = tuple(map(_poll, polls, readings[len(figures) :])) + extraction.polls[len(polls) :]
    return replace(extraction, roles=roles, polls=shares)


def _figure(figure: ExtractedFigure, reading: WindowReading) -> ExtractedFigure:
    place = reading.values["place"]
    if place.words:
        place = replace(place, words=plain_place(place.words))
    fields = {
        "qualifier": _Choice("qualifier", figure.qualifier, reading.values["qualifier"]),
        "geography": _Choice("place", figure.geography, place),
        "attributed_to": _Choice("source", figure.attributed_to, reading.values["source"]),
    }
    return replace(figure, unsure=_unsure(fields))


def _poll(poll: ExtractedPoll, reading: WindowReading) -> ExtractedPoll:
    fields = {
        "population": _Choice("population", poll.population, reading.values["population"]),
        "attributed_to": _Choice("poll_source", poll.attributed_to, reading.values["poll_source"]),
        "sample": _Choice("sample", _text(poll.sample), _counted(reading.values["sample"])),
        "year": _Choice("year", _text(poll.year), _dated(reading.values["year"])),
    }
    return replace(
        poll,
        population=fields["population"].kept,
        sample=_number(fields["sample"].kept),
        year=_number(fields["year"].kept),
        unsure=_unsure(fields),
    )


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
        trust = TRUST.get(self.field, Trust())
        needed = trust.add if self.ruled is None else trust.change
        if self._alike or self.learned.words is None or self.learned.probability < needed:
            return self.ruled
        return self.learned.words

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


def _counted(value: Value) -> Value:
    """The reader's words as a count of people; nothing where they are not one number: "312 of 1,204"."""
    found = _ONE_NUMBER.fullmatch(value.words or "")
    if value.words and not found:
        return Value(None, 0.0)
    return replace(value, words=re.sub(r"\D", "", found[1])) if found else value


def _dated(value: Value) -> Value:
    """The same as a year."""
    found = _counted(value)
    if found.words and not 1950 <= int(found.words) <= 2100:
        return Value(None, 0.0)
    return found


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
