"""article.md of a draft, taken apart: its passages and facts, each with the lines it stands in.

The layout is that of the knowledge files and read by the same code; what a draft adds to a fact is read
here. Lines count from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from knowledge.article_parts import ArticleParts, Heading, Paragraph, read_parts
from knowledge.facts import ATTRIBUTES
from knowledge.importing.drafts.kept import span_of, unsure_of
from knowledge.located_yaml import Located
from knowledge.problems import Problems

_MARK = re.compile(r"\s*<!--\s*rewrite\b.*?-->\s*")


@dataclass(frozen=True)
class DraftPassage:
    """A paragraph.

    Attributes:
        path: "p/<number>".
        anchor: Its name within the article.
        text: As a reader sees it.
        heading: Number of its heading.
        first: Its first line.
        last: Its last line.
        mark: The line of the mark above it, None where there is none.
        rewrite: It still has the words of a source whose words may not stay.
    """

    path: str
    anchor: str
    text: str
    heading: int
    first: int
    last: int
    mark: int | None
    rewrite: bool


@dataclass(frozen=True)
class DraftFact:
    """A role, figure, attribute, poll or driver as the draft has it.

    Attributes:
        kind: Which of them.
        path: "b/<block>" or, within a role, "b/<block>/figures/<number>": an address in this very text.
        block: Number of its fenced block.
        body: Its keys and values.
        heading: Number of the heading that it stands under.
    """

    kind: str
    path: str
    block: int
    body: Located
    heading: int

    @property
    def line(self) -> int:
        return self.body.line

    @property
    def review(self) -> str:
        """What was decided; a fact that a person wrote by hand needs no decision."""
        return self.get("review") or "accepted"

    @property
    def key(self) -> str | None:
        return self.get("key")

    @property
    def span(self) -> tuple[int, int] | None:
        """Where its quote stands in source.txt."""
        return span_of(self.body)

    @property
    def unsure(self) -> tuple[str, ...]:
        """The fields to look at twice; none once a person has decided."""
        return unsure_of(self.kind, self.body) if self.review == "proposed" else ()

    def get(self, name: str) -> str | None:
        """The words of one key, None where it has none."""
        entry = self.body.value.get(name) if isinstance(self.body.value, dict) else None
        return entry.value if entry is not None and isinstance(entry.value, str) else None

    def line_of(self, name: str) -> int:
        return self.body.key_lines.get(name, self.body.line)


@dataclass(frozen=True)
class DraftBlock:
    """A fenced block, from the line of its opening fence to that of its closing one."""

    name: str
    body: Located
    heading: int
    first: int
    last: int


@dataclass(frozen=True)
class DraftPage:
    """article.md, taken apart in its own order."""

    file: Path
    lines: tuple[str, ...]
    parts: ArticleParts
    headings: tuple[Heading, ...]
    passages: tuple[DraftPassage, ...]
    blocks: tuple[DraftBlock, ...]
    facts: tuple[DraftFact, ...]
    front: dict[str, str | None] = field(default_factory=dict)
    body_start: int = 1  # the first line below the front matter

    @property
    def rights(self) -> str | None:
        return self.front.get("rights")

    def passage(self, anchor: str) -> DraftPassage | None:
        return next((p for p in self.passages if p.anchor == anchor), None)

    def under(self, heading: int) -> list[DraftPassage]:
        """The passages of a heading."""
        return self._by_heading.get(heading, [])

    @cached_property
    def _by_heading(self) -> dict[int, list[DraftPassage]]:
        found: dict[int, list[DraftPassage]] = {}
        for passage in self.passages:
            found.setdefault(passage.heading, []).append(passage)
        return found

    @cached_property
    def citing(self) -> dict[str, list[DraftFact]]:
        """The facts that were not rejected, by the anchor of the passage that each cites."""
        found: dict[str, list[DraftFact]] = {}
        for fact in self.facts:
            if fact.review != "rejected":
                found.setdefault(self.cited(fact) or "", []).append(fact)
        return found

    def cited(self, fact: DraftFact) -> str | None:
        """The anchor of the passage that a fact cites: its own, or its heading's first."""
        own = fact.get("passage")
        first = self.under(fact.heading)
        return own or (first[0].anchor if first and fact.kind != "role" else None)

    def role_of(self, heading: int) -> DraftFact | None:
        return next((f for f in self.facts if f.kind == "role" and f.heading == heading), None)

    def end_of(self, heading: int) -> int:
        """The last line of what stands under a heading."""
        later = [h.line for h in self.headings[heading + 1 :]]
        return (later[0] - 1) if later else len(self.lines)


def read_page(file: Path, text: str, problems: Problems) -> DraftPage:
    """Take a draft's article apart.

    Args:
        file: Where it stands, for the problems.
        text: The whole of it.
        problems: Gets what cannot be read, as the article reader words it.
    """
    parts = read_parts(file, text, problems)
    lines = tuple(text.splitlines())
    front = _front(parts)
    passages = tuple(_passages(parts, lines, own=front.get("rights") in ("own", "licensed")))
    blocks = tuple(_blocks(parts, lines))
    facts = tuple(fact for number, block in enumerate(blocks) for fact in _facts(number, block))
    return DraftPage(file, lines, parts, parts.headings, passages, blocks, facts, front, _body_start(lines))


def _front(parts: ArticleParts) -> dict[str, str | None]:
    body = parts.front.value if parts.front else None
    if not isinstance(body, dict):
        return {}
    return {key: entry.value for key, entry in body.items() if entry.value is None or isinstance(entry.value, str)}


def _body_start(lines: tuple[str, ...]) -> int:
    fences = [number for number, line in enumerate(lines, start=1) if line.strip() == "---"]
    return fences[1] + 1 if len(fences) > 1 else 1


def _passages(parts: ArticleParts, lines: tuple[str, ...], *, own: bool) -> Iterator[DraftPassage]:
    number = 0
    for place, heading in enumerate(parts.headings):
        for paragraph in heading.paragraphs:
            yield _passage(f"p/{number}", paragraph, place, lines, own)
            number += 1


def _passage(path: str, paragraph: Paragraph, heading: int, lines: tuple[str, ...], own: bool) -> DraftPassage:
    last = paragraph.line + paragraph.raw.count("\n")
    marked = paragraph.line > 1 and _MARK.fullmatch(lines[paragraph.line - 2]) is not None
    mark = paragraph.line - 1 if marked else None
    return DraftPassage(path, paragraph.anchor, paragraph.text, heading, paragraph.line, last, mark, marked and not own)


def _blocks(parts: ArticleParts, lines: tuple[str, ...]) -> Iterator[DraftBlock]:
    for place, heading in enumerate(parts.headings):
        for block in heading.blocks:
            fence = re.match(r"\s*(`{3,}|~{3,})", lines[block.line - 1])
            mark = fence[1] if fence else "```"
            last = block.line + 1
            while last < len(lines) and not re.fullmatch(rf"\s*{mark[0]}{{{len(mark)},}}\s*", lines[last - 1]):
                last += 1
            yield DraftBlock(block.kind, block.body, place, block.line, last)


def _facts(number: int, block: DraftBlock) -> Iterator[DraftFact]:
    if block.name == "section" or not isinstance(block.body.value, dict):
        return
    path = f"b/{number}"
    yield DraftFact(block.name, path, number, block.body, block.heading)
    if block.name != "role":
        return
    for name, kind in (("figures", "figure"), ("attributes", "attribute")):
        entry = block.body.value.get(name)
        items = entry.value if entry is not None and isinstance(entry.value, list) else []
        for place, item in enumerate(items):
            if isinstance(item.value, dict):
                yield DraftFact(kind, f"{path}/{name}/{place}", number, item, block.heading)


def attribute_name(fact: DraftFact) -> str | None:
    """Which property an attribute gives."""
    return next((name for name in ATTRIBUTES if name in (fact.body.value or {})), None)
