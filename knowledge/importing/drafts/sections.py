"""Which part of the draft each block of the source goes to: a section, or a role within one.

A heading of the source is a section unless a role claims it. A role stands in the section that its own
heading lies under, wherever in the text the rest of it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.importing.document import SourceBlock, SourceDocument
from knowledge.importing.extracted import ExtractedRole, Extraction

TOP = -1  # the section of what stands before the first heading


@dataclass
class RolePart:
    """A role and the blocks of the source that speak of it, in their order; no headings among them."""

    role: ExtractedRole
    blocks: list[int]
    shared: set[int]  # those that another role claims as well


@dataclass
class SectionPart:
    """A section with its own blocks and its roles."""

    title: str
    blocks: list[int] = field(default_factory=list)
    roles: list[RolePart] = field(default_factory=list)


def split(document: SourceDocument, extraction: Extraction) -> list[SectionPart]:
    """Give every block of the source a place, but for the header rows of tables.

    Returns:
        The sections in the order of the source, those that hold nothing left out.
    """
    claims = _claims(document, extraction)
    headings = _section_headings(document, claims)
    heads = _table_heads(document)
    parts = {TOP: SectionPart(document.title or "Introduction")}
    parts |= {index: SectionPart(document.blocks[index].text) for index in sorted(set(headings.values()) - {TOP})}
    for index, block in enumerate(document.blocks):
        if block.kind != "heading" and index not in claims and index not in heads:
            parts[headings[index]].blocks.append(index)
    for role in extraction.roles:
        own = block_at(document, role.quote.start)
        spoken = sorted({own, *role.blocks} if own is not None else set(role.blocks))
        blocks = [index for index in spoken if document.blocks[index].kind != "heading"]
        shared = {index for index in blocks if claims.get(index, 0) > 1}
        parts[headings[spoken[0]] if spoken else TOP].roles.append(RolePart(role, blocks, shared))
    return [part for part in parts.values() if part.blocks or part.roles]


def block_at(document: SourceDocument, position: int) -> int | None:
    """Which block holds this character of the text."""
    low, high = 0, len(document.blocks)
    while low < high:
        middle = (low + high) // 2
        if document.blocks[middle].end <= position:
            low = middle + 1
        else:
            high = middle
    return low if low < len(document.blocks) and document.blocks[low].start <= position else None


def _claims(document: SourceDocument, extraction: Extraction) -> dict[int, int]:
    """How many roles speak of each block that any role speaks of."""
    claims: dict[int, int] = {}
    for role in extraction.roles:
        own = block_at(document, role.quote.start)
        for index in {*role.blocks, *(() if own is None else (own,))}:
            claims[index] = claims.get(index, 0) + 1
    return claims


def _section_headings(document: SourceDocument, claims: dict[int, int]) -> dict[int, int]:
    """The section of each block, by the index of its heading."""
    sections: dict[int, int] = {}
    stack: list[tuple[int, int]] = []  # level and index of the section headings above
    for index, block in enumerate(document.blocks):
        if block.kind == "heading":
            while stack and stack[-1][0] >= block.level:
                stack.pop()
            if index not in claims:
                stack.append((block.level, index))
        sections[index] = stack[-1][1] if stack else TOP
    title = next((index for index in sections.values() if index != TOP), TOP)
    if title != TOP and document.blocks[title].text == document.title:  # its sisters' roles stand in it, too
        return {index: title if section == TOP else section for index, section in sections.items()}
    return sections


def _table_heads(document: SourceDocument) -> set[int]:
    """The header rows of tables: every row below names its columns anyway."""
    headers = {(block.table, block.header) for block in document.blocks if block.header}
    return {
        index for index, block in enumerate(document.blocks)
        if block.kind == "table_row" and not block.header and (block.table, block.cells) in headers
    }  # fmt: skip


def row_text(block: SourceBlock) -> str:
    """A block's words as a passage has them; a table's row names its columns."""
    if block.kind != "table_row" or not block.header or len(block.header) != len(block.cells):
        return block.text
    named = [f"{name}: {cell}" if name else cell for name, cell in zip(block.header, block.cells) if cell]
    return "; ".join(named)
