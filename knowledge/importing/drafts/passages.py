"""The passages of a draft: the source's sentences that its facts cite, and the text around them."""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge import written
from knowledge.importing.document import SourceDocument
from knowledge.importing.drafts.anchors import Anchors
from knowledge.importing.drafts.prose import sentences
from knowledge.importing.drafts.sections import block_at, row_text
from knowledge.importing.extracted import ExtractedFigure, ExtractedPoll, Quote

_LIST_LENGTH = 600  # characters of list items that are joined to one passage


@dataclass(frozen=True)
class Wanted:
    """Words that the checker looks for in a passage, in any of these forms.

    Attributes:
        forms: Such as `1212` and `1,212`.
        anywhere: Wherever in the source they stand, they are meant; else only what is near is.
    """

    forms: tuple[str, ...]
    anywhere: bool

    def within(self, text: str) -> bool:
        return any(written.occurs(form.lower(), text.lower()) for form in self.forms)


@dataclass
class PassageDraft:
    """A passage in the making."""

    anchor: str
    block: int
    quotes: list[Quote] = field(default_factory=list)
    amounts: set[float] = field(default_factory=set)
    percents: set[float] = field(default_factory=set)
    wanted: list[Wanted] = field(default_factory=list)
    text: str = ""

    def cite(self, quote: Quote) -> str:
        """Note a fact that rests on this passage; gives the passage's anchor."""
        self.quotes.append(quote)
        return self.anchor


class Passages:
    """The passages under one heading of the draft."""

    def __init__(
        self, document: SourceDocument, anchors: Anchors, heading: str, blocks: list[int], narrow: set[int]
    ) -> None:
        """One passage for each block.

        Args:
            document: The source.
            anchors: Hands out the anchors.
            heading: Anchor of the heading.
            blocks: Indices of the source's blocks.
            narrow: Those of which only the sentences that are cited belong here.
        """
        self._document, self._anchors, self._heading, self._narrow = document, anchors, heading, narrow
        self._all: dict[int, PassageDraft] = {}
        for block in blocks:
            self._add(block)

    def _add(self, block: int) -> PassageDraft:
        anchor = self._anchors.new(self._heading) if self._all else self._heading
        passage = PassageDraft(anchor, block)
        self._all[block] = passage
        return passage

    def cite(self, quote: Quote) -> str:
        """The anchor of the passage that has this quote; one is made where there is none."""
        block = block_at(self._document, quote.start)
        if block is None:
            block = 0
        if self._document.blocks[block].kind == "heading" and self._all:
            return next(iter(self._all.values())).anchor  # the draft's own heading says it
        if block not in self._all:
            self._narrow.add(block)
            self._add(block)
        return self._all[block].cite(quote)

    def cite_figure(self, figure: ExtractedFigure) -> str:
        """As `cite`, and see that the passage says what the checker wants of a figure's passage."""
        anchor = self.cite(figure.quote)
        passage = self._by_anchor(anchor)
        passage.amounts.update(written.amounts(figure.as_written))
        passage.percents.update(number for _, number in written.percents(figure.as_written))
        named = figure.statistic if figure.statistic in ("average", "median") else None
        if named:
            passage.wanted.append(Wanted((named, "mean") if named == "average" else (named,), anywhere=False))
        if figure.attributed_to:
            passage.wanted.append(Wanted((figure.attributed_to,), anywhere=True))
        return anchor

    def cite_poll(self, poll: ExtractedPoll) -> str:
        """As `cite`, for a percentage."""
        anchor = self.cite(poll.quote)
        passage = self._by_anchor(anchor)
        passage.percents.add(poll.percent)
        numbers = [number for number in (poll.sample, poll.year) if number is not None]
        passage.wanted += [Wanted((str(number), f"{number:,}"), anywhere=True) for number in numbers]
        return anchor

    def _by_anchor(self, anchor: str) -> PassageDraft:
        return next(p for p in self._all.values() if p.anchor == anchor)

    def finished(self, context: list[int]) -> list[PassageDraft]:
        """The passages with their text, in their order; those that would be empty are left out.

        Args:
            context: Blocks in which the words that a passage lacks may be found.
        """
        self._all = dict(sorted(self._all.items()))
        for passage in self._all.values():
            passage.text = self._text(passage)
            if passage.text:
                self._complete(passage, context)
        return [passage for passage in self._joined() if passage.text]

    def _text(self, passage: PassageDraft) -> str:
        block = self._document.blocks[passage.block]
        if block.kind in ("table_row", "heading"):
            return row_text(block) if passage.quotes or not _loose(block.text, passage) else ""
        spans = sentences(block.text)
        quoted = [(quote.start - block.start, quote.end - block.start) for quote in passage.quotes]
        cited = [(a, b) for a, b in spans if any(start < b and a < end for start, end in quoted)]
        wanted = cited if passage.block in self._narrow and cited else spans
        kept = [s for s in wanted if s in cited or not _loose(block.text[s[0] : s[1]], passage)]
        return " ".join(block.text[a:b] for a, b in kept)

    def _complete(self, passage: PassageDraft, context: list[int]) -> None:
        for wanted in passage.wanted:
            if wanted.within(passage.text):
                continue
            blocks = range(len(self._document.blocks)) if wanted.anywhere else context
            for index in sorted(blocks, key=lambda index: abs(index - passage.block)):
                found = self._sentence_with(wanted, index, passage)
                if found:
                    passage.text = _beside(found, passage.text, self._document.blocks[index].kind == "heading")
                    break

    def _sentence_with(self, wanted: Wanted, index: int, passage: PassageDraft) -> str | None:
        block = self._document.blocks[index]
        if block.kind == "table_row" or not wanted.within(block.text):
            return None
        for start, end in sentences(block.text):
            said = block.text[start:end]
            if wanted.within(said) and not _loose(said, passage):
                return said
        return None

    def _joined(self) -> list[PassageDraft]:
        """Short list items that state nothing of their own become one passage."""
        joined: list[PassageDraft] = []
        for passage in self._all.values():
            last = joined[-1] if joined else None
            if (
                last is not None
                and passage.text
                and all(self._document.blocks[p.block].kind == "list_item" and not p.quotes for p in (last, passage))
                and len(last.text) + len(passage.text) < _LIST_LENGTH
            ):
                last.text = f"{last.text.rstrip('.;,')}; {passage.text}"
            else:
                joined.append(passage)
        return joined


def _beside(found: str, text: str, is_heading: bool) -> str:
    """A passage with a sentence that completes it: a heading or the beginning of a list comes before it."""
    if is_heading or found.endswith(":"):
        return f"{found.rstrip(':')}: {text}"
    return f"{text}{'' if text[-1] in '.!?”)' else '.'} {found}"


def _loose(said: str, passage: PassageDraft) -> bool:
    """Whether a sentence states a number that no fact of its passage holds."""
    return any(amount not in passage.amounts for _, amount in written.money(said)) or any(
        percent not in passage.percents for _, percent in written.percents(said)
    )
