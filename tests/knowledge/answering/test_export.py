"""Exports: whatever a person wrote stays text in each form, and every figure is a stored one."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from knowledge.answering.export import (
    CSV_COLUMNS,
    csv_cell,
    export_csv,
    export_html,
    export_markdown,
    markdown_text,
)
from knowledge.answering.phrases import pay_phrase
from knowledge.article_file import read_articles
from knowledge.facts import KnowledgeBase
from knowledge.records.personal_record import PersonalRecord, with_note, with_offer, with_role
from knowledge.settings import Settings

ON = date(2026, 1, 31)
patient = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
NASTY = st.one_of(st.text(max_size=200), st.sampled_from([
    "=HYPERLINK(\"http://x\",\"y\")", "+1+1", "-2", "@SUM(A1)", "\t=1", "  =cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "</li></ol><img src=x onerror=alert(1)>", "# heading", "[a](javascript:alert(1))", "![x](y)", "`code`",
    "1. one", "- - x",
    "a\n\n# b", "a\r\n=1", "&lt;b&gt;", "<b>", "~~x~~", "| a | b |", "* * *", "\\", "\u2028=1", "\uff1d1", "&#106;",
]))


@pytest.fixture(scope="module")
def articles() -> KnowledgeBase:
    settings_ = Settings.from_environment({})
    return read_articles(settings_.articles_dir, settings_.roles_file)


def record_with(articles: KnowledgeBase, note: str, title: str = "MSL") -> PersonalRecord:
    ids = list(articles.roles)
    record = PersonalRecord()
    figured = [i for i in ids if articles.roles[i].figures]
    for role_id in (ids[0], ids[5], figured[0], figured[-1]):
        record = with_role(record, role_id)
    record = with_note(record, ids[5], note)
    return with_offer(record, title=title, role_kind="medical-science-liaison", pay="=210000 USD/year",
        as_written=title)


@patient
@given(text=NASTY)
def test_no_cell_is_a_formula(text):
    cell = csv_cell(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "|", "%"))
    assert not any(ord(c) < 32 for c in cell)


@patient
@given(note=NASTY, title=NASTY)
def test_csv_reads_back_with_as_many_columns_in_every_row(articles, note, title):
    rows = list(csv.reader(io.StringIO(export_csv(articles, record_with(articles, note[:200], title[:100]), on=ON))))
    assert rows[0] == list(CSV_COLUMNS)
    assert len(rows) >= 6 and {len(row) for row in rows} == {len(CSV_COLUMNS)}
    for row in rows[1:]:
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.text += data


@patient
@given(note=NASTY, title=NASTY)
def test_a_page_has_the_same_tags_whatever_was_noted(articles, note, title):
    record = record_with(articles, note or "x", title)
    plain, page = Tags(), Tags()
    noted = any(role.note for role in record.saved)
    plain.feed(export_html(articles, record_with(articles, "x" if noted else "", "y"), on=ON))
    page.feed(export_html(articles, record, on=ON))
    assert page.tags == plain.tags
    assert page.attributes == plain.attributes == {"lang", "charset", "http-equiv", "content", "name", "class"}
    assert "script" not in page.tags
    for role in record.saved:
        assert (role.note or "") in page.text


@patient
@given(text=NASTY)
def test_markdown_shows_what_was_written_and_nothing_of_it_is_markup(text):
    made = MarkdownIt("commonmark",
        {"html": True}).enable("strikethrough").parse(f"- Your note: {markdown_text(text)}\n")
    kinds = {token.type for token in made} | {c.type for token in made for c in token.children or ()}
    assert kinds <= {"bullet_list_open", "list_item_open", "paragraph_open", "inline", "text", "text_special",
                     "paragraph_close", "list_item_close", "bullet_list_close"}
    shown = "".join(c.content for token in made for c in token.children or ())
    flat = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    assert shown.strip() == f"Your note: {flat}".strip()


@example("1234. x")  # was a list that begins at 1234
@example("123456789) x")
@patient
@given(text=NASTY)
def test_no_item_begins_a_block_of_its_own(text):
    made = MarkdownIt("commonmark").parse(f"- {markdown_text(text)}\n")
    assert {t.type for t in made if t.type.endswith("_open")} <= {"bullet_list_open", "list_item_open",
        "paragraph_open"}


def test_every_number_is_stored_or_the_person_s_own(articles):
    record = record_with(articles, "plain words")
    figures = [f for s in record.saved for f in articles.roles[s.role_id].figures]
    assert figures
    for made in (export_markdown(articles, record, on=ON), export_html(articles, record, on=ON),
                 export_csv(articles, record, on=ON)):
        for figure in figures:
            assert figure.attributed_to in made
        stored = {f"{a:,.0f}" for f in articles.figures.values() for a in (f.low, f.high, f.annual_low,
            f.annual_high) if a}
        stored |= {f"{f.low:,.2f}" for f in articles.figures.values() if f.low}
        for amount in re.findall(r"\$([\d,]+(?:\.\d\d)?)", made):
            assert amount in stored | {"210,000"}, amount


def test_each_form_has_figures_statistic_source_references_and_the_date(articles):
    record = record_with(articles, "ask about call")
    markdown, page = export_markdown(articles, record, on=ON), export_html(articles, record, on=ON)
    figure = next(f for s in record.saved for f in articles.roles[s.role_id].figures)
    for made in (markdown, page):
        assert pay_phrase(figure, yearly=True)[1:] in made
        assert "2026-01-31" in made and "ask about call" in made and "your own number" in made
        assert "References" in made and "https://www.sermo.com/" in made
    rows = list(csv.DictReader(io.StringIO(export_csv(articles, record, on=ON))))
    assert {row["exported on"] for row in rows} == {"2026-01-31"}
    assert [row["kind of row"] for row in rows][-1] == "your own offer"
    told = next(row for row in rows if row["statistic"])
    assert told["low"] and told["unit"] and told["source of the figure"] and told["address"].startswith("https://")


def test_a_role_that_left_the_articles_is_left_out(articles):
    record = with_role(PersonalRecord(), "gone#away")
    assert "gone" not in export_markdown(articles, record, on=ON)
    assert len(export_csv(articles, record, on=ON).splitlines()) == 1


def test_references_have_one_line_a_section(articles):
    markdown = export_markdown(articles, record_with(articles, ""), on=ON)
    lines = [line for line in markdown.partition("## References")[2].splitlines() if line]
    words = [re.sub(r"^(\[\d+\])+ ", "", line) for line in lines]
    assert len(set(words)) == len(words)


def test_what_left_the_articles_is_said_to_be_missing_and_its_note_is_not_lost(articles):
    there = next(iter(articles.roles))
    gone = "an-article#taken-out"
    record = with_note(with_role(with_role(PersonalRecord(), there), gone), gone, "mine")
    for made in (export_markdown(articles, record, on=ON), export_html(articles, record, on=ON)):
        assert "no longer in the articles" in made
    rows = list(csv.DictReader(io.StringIO(export_csv(articles, record, on=ON))))
    assert [row["note"] for row in rows if row["kind of row"] == "no longer in the articles"] == ["mine"]
    assert "no longer" not in export_markdown(articles, with_role(PersonalRecord(), there), on=ON)
