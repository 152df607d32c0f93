"""Where each block of a source goes to in its draft."""

from __future__ import annotations

from knowledge.importing.document import SourceDocument
from knowledge.importing.drafts.sections import split
from knowledge.importing.extracted import ExtractedRole, Extraction
from tests.knowledge.importing.drafts import sources

# As Word has it: the title and the headings below it are of one level.
STATE = [
    ("heading", "Working for the state", 1),
    ("paragraph", "Government pays less, but the pension is real."),
    ("heading", "Coroner", 1),
    ("paragraph", "Coroners earn $88,000 a year."),
    ("table_row", "Office | Pay"),
    ("table_row", "Coroner | $88,000"),
    ("heading", "How to begin", 1),
    ("paragraph", "Ask the county."),
]


def state() -> tuple[SourceDocument, Extraction]:
    source = sources.document(STATE, title="Working for the state")
    blocks = list(source.blocks)
    rows = [n for n, block in enumerate(blocks) if block.kind == "table_row"]
    head = blocks[rows[0]]
    fields = {"start": head.start, "cells": head.cells, "table": 1}
    blocks[rows[0]] = type(head)("table_row", head.text, **fields)
    row = blocks[rows[1]]
    blocks[rows[1]] = type(row)("table_row", row.text, row.start, cells=row.cells, header=head.cells, table=1)
    source = sources.document(STATE, title="Working for the state", blocks=tuple(blocks))
    role = ExtractedRole("Coroner", None, sources.quote(source, "Coroner"), (2, 3, rows[1]))
    return source, Extraction((), (role,), (), ())


def test_the_title_is_one_section_with_what_stands_under_it_and_its_roles():
    parts = split(*state())
    assert [(part.title, part.blocks, [role.role.title for role in part.roles]) for part in parts] == [
        ("Working for the state", [1], ["Coroner"]),
        ("How to begin", [7], []),
    ]


def test_the_header_of_a_table_is_no_passage_of_its_own():
    source, found = state()
    placed = [n for part in split(source, found) for n in (*part.blocks, *(b for r in part.roles for b in r.blocks))]
    assert 4 not in placed and 5 in placed
    lone = sources.document([("table_row", "Coroner | $88,000")])
    assert [part.blocks for part in split(lone, Extraction((), (), (), ()))] == [[0]]
