"""Small pages for the tests: a document from a few lines, and what is found in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from knowledge.facts import RoleKind
from knowledge.importing.document import SourceBlock, SourceDocument
from knowledge.importing.extracted import ExtractedFigure, ExtractedRole, Extraction
from knowledge.importing.extraction import KnownWork, extract

ROLES_FILE = Path(__file__).parents[4] / "knowledge" / "roles.yml"


@cache
def known_work() -> KnownWork:
    """The kinds of knowledge/roles.yml."""
    kinds = yaml.safe_load(ROLES_FILE.read_text(encoding="utf-8"))
    return KnownWork.of(RoleKind(kind["id"], kind["title"], tuple(kind["names"])) for kind in kinds)


def page(*lines: str) -> SourceDocument:
    """A document of lines: "# " and "## " begin headings, "- " list items, "| " rows (the first one the header)."""
    blocks: list[SourceBlock] = []
    at, table, header = 0, 0, ()
    for line in lines:
        block, table, header = _block(line, at, table, header, bool(blocks) and blocks[-1].kind == "table_row")
        blocks.append(block)
        at = block.end + 1
    text = "\n".join(block.text for block in blocks)
    return SourceDocument("page.md", "0" * 64, "markdown", None, None, None, None, text, tuple(blocks))


def _block(line, at, table, header, in_table):
    if line.startswith("| "):
        cells = tuple(cell.strip() for cell in line.strip("| ").split(" | "))
        table, header = (table, header) if in_table else (table + 1, ())
        block = SourceBlock("table_row", " | ".join(cells), at, cells=cells, header=header, table=table)
        return block, table, header or cells
    marks, _, rest = line.partition(" ")
    if marks and set(marks) == {"#"}:
        return SourceBlock("heading", rest, at, level=len(marks)), table, ()
    if marks == "-":
        return SourceBlock("list_item", rest, at, level=1), table, ()
    return SourceBlock("paragraph", line, at), table, ()


def found(*lines: str) -> Extraction:
    """What is found on such a page."""
    return extract(page(*lines), known_work())


def roles(*lines: str) -> dict[str, ExtractedRole]:
    """The roles by their titles."""
    return {role.title: role for role in found(*lines).roles}


def figures(*lines: str) -> list[ExtractedFigure]:
    """All figures of all roles."""
    return [figure for role in found(*lines).roles for figure in role.figures]
