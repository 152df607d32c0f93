from __future__ import annotations

import io

import pytest
from PIL import Image as Picture
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import letter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Table

from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.pdf import read_pdf
from knowledge.importing.reading.reading import Reading, Unreadable

STYLES = getSampleStyleSheet()
TEXT = ParagraphStyle("text", parent=STYLES["BodyText"], fontSize=10, leading=12.5)
FILLED = ParagraphStyle("filled", parent=TEXT, alignment=TA_JUSTIFY)
SENTENCES = (
    "Reviewers number {0} earn a median of $231,000 a year, says a survey of 412 members who answered in spring. "
    "The work is done from home and on a fixed schedule, and few of those who take it up go back to night shifts."
)
ONE_COLUMN = [Frame(60, 60, 490, 680)]
TWO_COLUMNS = [Frame(50, 50, 245, 690), Frame(317, 50, 245, 690)]


def pdf(story: list[Flowable], frames: list[Frame], heads: bool = False, title: str = "(anonymous)") -> bytes:
    """A PDF of these paragraphs; with `heads`, each page has a running head and a number."""

    def decorate(canvas: Canvas, document: BaseDocTemplate) -> None:
        if heads:
            canvas.drawString(60, 765, "The Bulletin of Physicians")
            canvas.drawRightString(560, 765, "Spring 2025")
            canvas.drawCentredString(306, 30, str(document.page))

    written = io.BytesIO()
    document = BaseDocTemplate(written, pagesize=letter, invariant=1, title=title)
    document.addPageTemplates([PageTemplate("page", frames, onPage=decorate)])
    document.build(story)
    return written.getvalue()


def drawn(*lines: tuple[float, float, str], size: int = 10, **options) -> bytes:
    """A PDF of one page with words at places, in points from the lower left corner."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=letter, **options)
    canvas.setFont("Helvetica", size)
    for left, bottom, text in lines:
        canvas.drawString(left, bottom, text)
    canvas.showPage()
    canvas.save()
    return written.getvalue()


def read(data: bytes) -> Reading:
    return read_pdf(data, Limits())


def shown(reading: Reading) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, block.text) for block in reading.blocks]


def article(parts: int, style: ParagraphStyle) -> list[Flowable]:
    story: list[Flowable] = [Paragraph("Where physicians go next", STYLES["Title"])]
    for n in range(parts):
        story += [Paragraph(f"Role number {n}", STYLES["Heading2"]), Paragraph(SENTENCES.format(n), style)]
    return story


def expected(parts: int) -> list[tuple[str, int, str]]:
    blocks = [("heading", 1, "Where physicians go next")]
    for n in range(parts):
        blocks += [("heading", 2, f"Role number {n}"), ("paragraph", 0, SENTENCES.format(n))]
    return blocks


@pytest.mark.parametrize("style", [TEXT, FILLED], ids=["ragged", "justified"])
@pytest.mark.parametrize("frames", [ONE_COLUMN, TWO_COLUMNS], ids=["one column", "two columns"])
def test_lines_are_joined_column_after_column_and_page_after_page(frames, style):
    reading = read(pdf(article(24, style), frames, heads=True))

    assert shown(reading) == expected(24)
    assert reading.about.title == "Where physicians go next"
    assert set(reading.dropped) >= {"The Bulletin of Physicians Spring 2025", "1", "2"}


def test_words_divided_at_the_end_of_a_line_are_whole_again():
    lines = [
        "Some of the members whom we asked said that they had a pros-",
        "pect of $300,000, if they worked full-",
        "time. None of the hospitals would say what it pays its physi-",
        "cians for the work; it is a prospect only.",
    ]
    data = drawn(*((60, 700 - 12 * n, line) for n, line in enumerate(lines)))

    assert [text for _, _, text in shown(read(data))] == [
        "Some of the members whom we asked said that they had a prospect of $300,000, if they worked full-time. "
        "None of the hospitals would say what it pays its physicians for the work; it is a prospect only."
    ]


ROWS = [["Role", "Employer", "Pay"], ["Chart review", "Insurers", "$100-$150/hour"], ["Coach", "Nobody", "$90/hour"]]


@pytest.mark.parametrize("widths", [None, [200, 150, 100]], ids=["narrow", "wide"])
def test_a_table_is_rows_of_cells(widths):
    story = [Paragraph(SENTENCES, FILLED), Paragraph("Table 1. Pay by role", TEXT), Table(ROWS, colWidths=widths)]
    blocks = read(pdf([*story, Paragraph(SENTENCES, FILLED)], ONE_COLUMN)).blocks

    assert [b.kind for b in blocks] == ["paragraph", "caption", "table_row", "table_row", "table_row", "paragraph"]
    assert [list(b.cells) for b in blocks if b.cells] == ROWS
    assert [b.header for b in blocks if b.cells] == [(), tuple(ROWS[0]), tuple(ROWS[0])]


def test_cells_of_several_lines_are_one_cell():
    rows = [["Role", "Employer", "Pay"],
            [Paragraph("Utilization review physician, adult medicine", TEXT),
             Paragraph("Hospitals and health plans, mostly those with more than five states", TEXT), "$231,000"],
            ["Chart review", "Insurers", "$100-$150/hour"],
            [Paragraph("Expert witness work in court", TEXT), "Law firms", "$500/hour"]]  # fmt: skip
    blocks = read(pdf([Table(rows, colWidths=[130, 190, 100])], ONE_COLUMN)).blocks

    assert [b.cells for b in blocks] == [
        ("Role", "Employer", "Pay"),
        ("Utilization review physician, adult medicine",
         "Hospitals and health plans, mostly those with more than five states", "$231,000"),
        ("Chart review", "Insurers", "$100-$150/hour"),
        ("Expert witness work in court", "Law firms", "$500/hour"),
    ]  # fmt: skip


def test_list_items_go_on_over_lines():
    lines = [
        (60, 700, "•"),
        (75, 700, "Pay is $90 an hour, for those who have done the work for"),
        (75, 688, "five years."),
        (60, 672, "•"),
        (75, 672, "Nights pay more."),
    ]
    blocks = shown(read(drawn(*lines)))

    assert blocks == [
        ("list_item", 1, "Pay is $90 an hour, for those who have done the work for five years."),
        ("list_item", 1, "Nights pay more."),
    ]


def test_lines_that_end_early_on_purpose_stay_apart():
    wide = "Some words that are as wide as the column of the page is, to show how wide it is."
    lines = ["Pay: $90/hour", "Hours: 40 a week", wide, "Remote: yes"]
    data = drawn(*((60, 700 - 12 * n, line) for n, line in enumerate(lines)))

    assert [text for _, _, text in shown(read(data))] == lines


def test_the_margins_that_a_browser_prints_are_dropped_and_give_the_address():
    head = [(20, 775, "3/4/25, 10:11 AM"), (250, 775, "Careers for psychiatrists")]
    foot = [(20, 15, "https://crossroads.example/psychiatrists"), (580, 15, "1/1")]
    reading = read(drawn(*head, (60, 700, "It pays $90 an hour, they say."), *foot))

    assert shown(reading) == [("paragraph", 0, "It pays $90 an hour, they say.")]
    assert reading.about.url == "https://crossroads.example/psychiatrists"
    assert len(reading.dropped) == 2


def test_text_that_runs_up_the_margin_is_dropped():
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=letter)
    canvas.drawString(60, 700, "It pays $90 an hour, they say.")
    canvas.rotate(90)
    canvas.drawString(200, -30, "Downloaded from somewhere")
    canvas.save()

    assert read(written.getvalue()).dropped == ["Downloaded from somewhere"]


def picture_page(text: str = "") -> bytes:
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=letter)
    if text:
        canvas.drawString(60, 700, text)
        canvas.showPage()
    canvas.drawImage(ImageReader(Picture.new("RGB", (40, 40))), 100, 100, 300, 300)
    canvas.showPage()
    canvas.save()
    return written.getvalue()


def test_a_scan_says_that_it_is_one():
    with pytest.raises(Unreadable, match="holds pictures of text, but no text"):
        read(picture_page())


def test_a_page_that_is_a_picture_is_named():
    reading = read(picture_page("It pays $90 an hour, and the rest is a picture."))

    assert reading.warnings == ["No text could be read on page 2: pictures are not read."]


def test_a_locked_file_says_so():
    with pytest.raises(Unreadable, match="is locked with a password"):
        read(drawn((60, 700, "It pays."), encrypt=StandardEncryption("secret")))


def test_too_many_pages():
    written = io.BytesIO()
    canvas = Canvas(written)
    for _ in range(12):
        canvas.drawString(60, 700, "It pays $90 an hour.")
        canvas.showPage()
    canvas.save()

    with pytest.raises(Unreadable, match="has 12 pages"):
        read_pdf(written.getvalue(), Limits(pages=10))


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
def test_a_file_that_was_cut_off_is_read_or_refused(cut):
    data = pdf(article(6, TEXT), ONE_COLUMN)
    try:
        blocks = read(data[: int(len(data) * cut)]).blocks
    except Unreadable:
        blocks = []

    assert shown(Reading("pdf", blocks)) == expected(6)[: len(blocks)]


@pytest.mark.parametrize(
    "first, second, one",
    [
        ("I gave away my pager. Then I started", "over, nine times", True),
        ("Beyond the Ward: What Doctors Do,", "Outside of It", True),
        ("Why I left.", "Why I came back", False),
    ],
)
def test_a_heading_goes_on_in_the_next_line(first, second, one):
    story = [Paragraph(f"{first}<br/>{second}", STYLES["Title"]), Paragraph(SENTENCES.format(1) * 3, TEXT)]

    headings = [text for kind, _, text in shown(read(pdf(story, ONE_COLUMN))) if kind == "heading"]

    assert headings == ([f"{first} {second}"] if one else [first, second])


@pytest.mark.parametrize("said", ["Where physicians go next", "Where physicians go", "Where physicians go next | Ward"])
def test_the_title_is_the_heading_that_the_file_means(said):
    data = pdf(article(3, TEXT), ONE_COLUMN, title=said)

    assert read(data).about.title == "Where physicians go next"
