from __future__ import annotations

import pytest

from knowledge.importing.reading.docx import read_docx
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.reading import Unreadable
from tests.knowledge.importing.reading.pages import margin_part, paragraph, word_file

CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"


def row(*cells: str, header: bool = False) -> str:
    properties = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    return f"<w:tr>{properties}{''.join(CELL.format(cell) for cell in cells)}</w:tr>"


BODY = (
    paragraph("Careers for psychiatrists", "Title")
    + paragraph("Medical director", "Heading1")
    + paragraph("Salary: $250,000 a year.")
    + paragraph("Coach", bold=True)
    + "<w:sdt><w:sdtContent>" + paragraph("In a content control: $90/hour.") + "</w:sdtContent></w:sdt>"
    + '<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>Inserted: $80.</w:t></w:r></w:ins>'
    + '<w:del w:id="2" w:author="x"><w:r><w:delText>Deleted: $70.</w:delText></w:r></w:del></w:p>'
    + "<w:tbl>" + row("Role", "Pay", header=True) + row("Coach", "$90") + "</w:tbl>"
)  # fmt: skip


def test_blocks_of_a_word_file():
    reading = read_docx(word_file(BODY), Limits())

    assert [(b.kind, b.level, b.text, b.header) for b in reading.blocks] == [
        ("heading", 1, "Careers for psychiatrists", ()),
        ("heading", 1, "Medical director", ()),
        ("paragraph", 0, "Salary: $250,000 a year.", ()),
        ("heading", 2, "Coach", ()),
        ("paragraph", 0, "In a content control: $90/hour.", ()),
        ("paragraph", 0, "Inserted: $80.", ()),
        ("table_row", 0, "Role | Pay", ()),
        ("table_row", 0, "Coach | $90", ("Role", "Pay")),
    ]
    assert reading.about.title == "Careers for psychiatrists"


def test_page_heads_and_feet_are_dropped_but_listed():
    parts = {"header1": margin_part("hdr", "The Bulletin"), "footer1": margin_part("ftr", "Page 1")}

    assert read_docx(word_file(BODY, **parts), Limits()).dropped == ["Page 1", "The Bulletin"]


LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>'


@pytest.mark.parametrize(
    "data, reason",
    [
        (word_file(paragraph("x") + " " * 70_000_000), "unpacks to far more than a text needs"),
        (word_file(paragraph("&c;"), before=LAUGHS), "defines entities"),
        (word_file(paragraph("x") * 100_000), "has 100,000 paragraphs"),
        (word_file(paragraph("x"))[:-40], "is damaged"),
        (word_file("<w:p>"), "is no sound Word file"),
    ],
    ids=["bomb", "entities", "paragraphs", "cut off", "not well-formed"],
)
def test_what_is_refused(data, reason):
    with pytest.raises(Unreadable, match=reason):
        read_docx(data, Limits())


def sized(text: str, half_points: int) -> str:
    return f'<w:p><w:r><w:rPr><w:b/><w:sz w:val="{half_points}"/></w:rPr><w:t>{text}</w:t></w:r></w:p>'


def test_what_is_set_larger_is_a_heading_and_the_largest_is_the_title():
    text = paragraph("Coaches earn $90 an hour, and they are free on most of the days of a week.")
    body = paragraph("THE WARD", bold=True) + paragraph("9 May 2025") + sized("Second acts", 40)
    body += text + sized("Coach", 30) + text

    reading = read_docx(word_file(body), Limits())

    assert [(b.level, b.text) for b in reading.blocks if b.kind == "heading" and b.text != "THE WARD"] == [
        (1, "Second acts"), (2, "Coach"),
    ]  # fmt: skip
    assert reading.about.title == "Second acts"
