"""Tables of thousands of rows: what one row costs."""

from __future__ import annotations

import pytest

from knowledge.importing.extracted import Quote
from knowledge.importing.extraction import grammar
from knowledge.importing.extraction.claims import Claim
from knowledge.importing.extraction.merging import merged
from tests.knowledge.importing.extraction.pages import figures
from tests.timing import seconds_of


def test_no_grammar_is_asked_for_a_cell_with_an_amount_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would count against the sentences of a document that are parsed at all."""
    parse, texts = grammar._parse, []
    monkeypatch.setattr(grammar, "_parse", lambda text: texts.append(text) or parse(text))
    cells = [f"${number}1,000" for number in range(10, 15)]
    found = figures("# Pay", "| Role | Salary", *(f"| Trial pathologist {cell[1:3]} | {cell}" for cell in cells))
    assert [figure.as_written for figure in found] == cells
    assert not set(texts) & set(cells)


def test_a_thousand_names_are_told_apart_in_seconds() -> None:
    claims = [Claim(f"Trial pathologist {n}", None, Quote("", n, n), "row", 0.9, n, table=1) for n in range(1200)]
    assert len(merged(claims)) == len(claims)
    assert seconds_of(lambda: merged(claims), 5) < 5
