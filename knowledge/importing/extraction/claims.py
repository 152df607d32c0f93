"""Which sentences speak of which role. Headings first, then rows and labels, then what sentences introduce.

A claim is one place that names a role, with the sentences that belong to it. The same role may be claimed
at several places; merging.py makes one of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from knowledge.importing.document import SourceDocument
from knowledge.importing.extracted import Quote
from knowledge.importing.extraction.currencies import PageMoney
from knowledge.importing.extraction.known import KnownWork, name_key
from knowledge.importing.extraction.role_names import RoleName
from knowledge.importing.extraction.sentences import Sentence


@dataclass
class Claim:
    """A role at one place of the text.

    Attributes:
        title: As written there.
        kind: Known kind, or None.
        quote: The heading, row or sentence that names it.
        how: "heading", "row", "label", "number" (pay on the line before), "verb", "subject", "mention", or
            "again" where a sentence takes up the name of a role that is known from elsewhere.
        confidence: 0 to 1.
        block: Where it is named.
        sentences: Indices of its own sentences.
        shared: Indices of sentences that speak of it together with others.
        listed: Whether it is an item of a list of roles.
        table: The table in which a row names it, from 1; else 0.
    """

    title: str
    kind: str | None
    quote: Quote
    how: str
    confidence: float
    block: int
    sentences: list[int] = field(default_factory=list)
    shared: list[int] = field(default_factory=list)
    listed: bool = False
    table: int = 0

    @property
    def key(self) -> str:
        """What it is merged by."""
        return self.kind or name_key(self.title)

    @property
    def is_certain(self) -> bool:
        """Whether it is a role even without any pay."""
        return self.how in ("heading", "row", "number") or self.listed


@dataclass
class Page:
    """A document with what was made of it, handed from step to step."""

    document: SourceDocument
    sentences: tuple[Sentence, ...]
    known: KnownWork
    by_block: dict[int, list[int]]

    @cached_property
    def money(self) -> PageMoney:
        """What its bare amounts are in."""
        return PageMoney(self.document.title or "", [sentence.text for sentence in self.sentences])

    def indices(self, blocks: list[int]) -> list[int]:
        """The sentences of some blocks."""
        return [index for block in blocks for index in self.by_block.get(block, [])]

    def said(self, block: int) -> str:
        """The text of a block, without the name of who says it."""
        source = self.document.blocks[block]
        first = self.by_block.get(block)
        return source.text[self.sentences[first[0]].start - source.start :] if first else source.text

    def claim(self, name: RoleName, sentence: Sentence, how: str, confidence: float | None = None) -> Claim:
        """A claim of a name in a sentence (places of the name are places in the sentence or its block)."""
        return Claim(name.title, name.kind, sentence.quote, how, confidence or name.confidence, sentence.block)


def page_of(document: SourceDocument, sentences: tuple[Sentence, ...], known: KnownWork) -> Page:
    """The document with its sentences by block."""
    by_block: dict[int, list[int]] = {}
    for sentence in sentences:
        by_block.setdefault(sentence.block, []).append(sentence.index)
    return Page(document, sentences, known, by_block)


def names_of_headings(page: Page) -> frozenset[str]:
    """Names that are no sources: what headings name, and the page's own publisher."""
    names = {block.text for block in page.document.blocks if block.kind == "heading"}
    names |= {page.document.publisher or "", page.document.title or ""}
    return frozenset(name for name in names if name) | frozenset(name_key(name) for name in names)
