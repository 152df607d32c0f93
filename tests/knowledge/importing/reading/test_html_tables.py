from __future__ import annotations

import pytest

from knowledge.importing.reading.html import read_html
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.reading import RawBlock, Unreadable


def read(table: str) -> list[RawBlock]:
    page = f"<html><body><article><p>Some words before it.</p>{table}</article></body></html>"
    return read_html(page, Limits()).blocks[1:]


def test_caption_header_and_spans():
    blocks = read(
        "<table><caption>Pay by role (2024)</caption><thead><tr><th>Role</th><th>Low</th><th>High</th></tr></thead>"
        '<tbody><tr><td rowspan="2">Expert witness</td><td>$400/hour</td><td>$600/hour</td></tr>'
        "<tr><td>$3,000/day</td><td>$5,000/day</td></tr>"
        '<tr><td colspan="2">Chart review</td><td>$120/hour</td></tr></tbody></table>'
    )

    header = ("Role", "Low", "High")
    assert blocks == [
        RawBlock("caption", "Pay by role (2024)", table=1),
        RawBlock("table_row", "Role | Low | High", cells=header, table=1),
        *(
            RawBlock("table_row", " | ".join(cells), cells=cells, header=header, table=1)
            for cells in (
                ("Expert witness", "$400/hour", "$600/hour"),
                ("Expert witness", "$3,000/day", "$5,000/day"),
                ("Chart review", "", "$120/hour"),
            )
        ),
    ]


def test_two_header_rows_are_one_name_a_column():
    blocks = read(
        '<table><tr><th rowspan="2">Role</th><th colspan="2">Pay</th></tr><tr><th>Low</th><th>High</th></tr>'
        "<tr><td>Coach</td><td>$90</td><td>$200</td></tr></table>"
    )

    assert blocks[-1].header == ("Role", "Pay Low", "Pay High")


@pytest.mark.parametrize(
    "rows, header",
    [
        (["Role|Pay|Unit", "Coach|$90|hour", "Writer|$1|word"], ("Role", "Pay", "Unit")),
        (["Specialty|Psychiatry", "Salary|$250,000"], ()),
        (["Coach|$90|hour", "Writer|$1|word"], ()),
    ],
)
def test_a_header_without_marks_is_guessed_with_care(rows, header):
    table = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row.split('|'))}</tr>" for row in rows)

    assert read(f"<table>{table}</table>")[-1].header == header


def test_a_table_for_layout_is_no_table():
    blocks = read("<table><tr><td><h2>Coach</h2><p>Pays $90.</p></td><td><p>Beside it.</p></td></tr></table>")

    assert [(b.kind, b.text) for b in blocks] == [
        ("heading", "Coach"), ("paragraph", "Pays $90."), ("paragraph", "Beside it."),
    ]  # fmt: skip


def test_cells_of_several_lines_are_one_line():
    blocks = read("<table><tr><td>Coach<br>part time</td><td><ul><li>$90</li><li>$200</li></ul></td></tr></table>")

    assert blocks[0].cells == ("Coach part time", "$90 $200")


def test_text_between_cells_is_not_lost():
    rows = "<tr><td>Coach</td> astray <td>$90</td></tr><p>between</p><tr><td>Writer</td><td>$60</td></tr>"
    blocks = read(f"<table>{rows}</table>")

    assert {"astray", "between"} <= {block.text for block in blocks if block.kind == "paragraph"}
    assert [block.cells for block in blocks if block.cells] == [("Coach", "$90"), ("Writer", "$60")]


def test_spans_without_end_are_bounded():
    rows = '<tr><td rowspan="99999" colspan="99999">x</td><td>y</td></tr>' + "<tr><td>a</td></tr>" * 400

    with pytest.raises(Unreadable, match="tables of more than 60,000 cells"):
        read(f"<table>{rows}</table>")
