"""A shortlist to take away: Markdown, CSV, and a page made for printing.

Every figure is a stored one in the words of phrases.py, with its reference; notes and offers are
the person's own and marked so. What a person wrote is escaped for each form: it can neither run
in a page, nor count as a formula in a spreadsheet, nor turn into headings and links.
"""

from __future__ import annotations

import csv
import html
import io
import re
from dataclasses import dataclass
from datetime import date
from typing import Callable, Optional, Sequence

from knowledge.answering.answer import Answer, Citations, Export
from knowledge.answering.comparison import ATTRIBUTE_ROWS, statistics_note
from knowledge.answering.offers import compared_offer
from knowledge.answering.phrases import basis_phrase, own_pay_phrase, pay_phrase, role_label
from knowledge.answering.shortlists import GONE, saved_roles
from knowledge.facts import Figure, KnowledgeBase, Role
from knowledge.language.pay_bound import PayBound
from knowledge.records.personal_record import Offer, PersonalRecord, SavedRole

TITLE = "My shortlist"
ORIGIN = (
    "Made with Waypoint. Every figure is as its article gives it, in our own words; notes and offers are your own."
)
MEDIA_TYPES = {"md": "text/markdown", "csv": "text/csv", "html": "text/html"}
CSV_COLUMNS = (
    "kind of row", "role", "specialty", "pay", "low", "high", "currency", "unit", "statistic", "source of the figure",
    "as written", "qualifier", "details", "note", "article", "publisher", "address", "accessed", "exported on",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&])")  # signs that mean something anywhere in a line
_OPENING = re.compile(r"^(\d{1,9}(?=[.)])|(?=[#+=-]))")  # and at its start


@dataclass(frozen=True)
class _Entry:
    """A saved role as lines of plain text, each with the passages that support it."""

    role: Role
    saved: SavedRole
    pay: tuple[tuple[str, str], ...]  # (words, passage id)
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class _Document:
    entries: tuple[_Entry, ...]
    offers: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]  # (the offer, figures beside it)
    caveat: Optional[str]


def export_markdown(
    knowledge: KnowledgeBase, record: PersonalRecord, *, on: Optional[date] = None,
    citations: Optional[Citations] = None,
) -> str:
    """The shortlist as Markdown with a list of references.

    Args:
        knowledge: the stored facts.
        record: what is kept of the person.
        on: the date to write; today by default.
        citations: numbers the references; given where an answer shows the same text.
    """
    cites = citations if citations is not None else Citations()
    document = _document(knowledge, record)
    plain = markdown_text
    lines = [f"# {TITLE}", "", f"{_day(on)}. {ORIGIN}", ""]
    for number, entry in enumerate(document.entries, start=1):
        lines += [f"## {number}. {plain(role_label(entry.role))}", ""]
        lines += [f"- {plain(words)} {cites.mark(passage)}" for words, passage in (*entry.pay, *entry.facts)]
        lines += [f"- Your note: {plain(entry.saved.note)}"] if entry.saved.note else []
        lines.append("")
    if document.offers:
        lines += ["## Your own offers", ""]
        for said, beside in document.offers:
            lines.append(f"- {plain(said)}")
            lines += [f"  - {plain(words)} {cites.mark(passage)}" for words, passage in beside]
        lines.append("")
    lines += [plain(document.caveat), ""] if document.caveat else []
    references = [f"{mark} {plain(words)}" for mark, words in _references(knowledge, cites)]
    lines += ["## References", "", *[line for ref in references for line in (ref, "")]] if references else []
    return "\n".join(lines).rstrip("\n") + "\n"


def export_csv(knowledge: KnowledgeBase, record: PersonalRecord, *, on: Optional[date] = None) -> str:
    """The shortlist as CSV (RFC 4180): one row a figure, one for a role without any, one an offer."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    for row in _rows(knowledge, record, _day(on)):
        writer.writerow([csv_cell(row.get(column, "")) for column in CSV_COLUMNS])
    return made.getvalue()


def export_html(knowledge: KnowledgeBase, record: PersonalRecord, *, on: Optional[date] = None) -> str:
    """The shortlist as one page for printing: no script, no outside file, every text escaped."""
    document, cites, text = _document(knowledge, record), Citations(), html.escape
    parts = [f"<h1>{TITLE}</h1>", f"<p>{_day(on)}. {text(ORIGIN)}</p>", "<ol>"]
    for entry in document.entries:
        items = [f"<li>{text(w)} {cites.mark(p)}</li>" for w, p in (*entry.pay, *entry.facts)]
        items += [f"<li class=\"own\">Your note: {text(entry.saved.note)}</li>"] if entry.saved.note else []
        parts.append(f"<li><h2>{text(role_label(entry.role))}</h2><ul>{''.join(items)}</ul></li>")
    parts.append("</ol>")
    if document.offers:
        parts.append("<h2>Your own offers</h2><ul>")
        for said, beside in document.offers:
            figures = "".join(f"<li>{text(w)} {cites.mark(p)}</li>" for w, p in beside)
            parts.append(f"<li class=\"own\">{text(said)}{f'<ul>{figures}</ul>' if figures else ''}</li>")
        parts.append("</ul>")
    parts += [f"<p>{text(document.caveat)}</p>"] if document.caveat else []
    if cites.passage_ids:
        parts += ["<h2>References</h2>", "<ul class=\"references\">"]
        parts += [f"<li>{mark} {text(words)}</li>" for mark, words in _references(knowledge, cites)]
        parts.append("</ul>")
    return _PAGE.format(title=TITLE, body="\n".join(parts))


def export_of(
    form: str, knowledge: KnowledgeBase, record: PersonalRecord, *, on: Optional[date] = None,
    citations: Optional[Citations] = None,
) -> Export:
    """The shortlist as a file of one of MEDIA_TYPES."""
    if form == "md":
        content = export_markdown(knowledge, record, on=on, citations=citations)
    else:
        makers: dict[str, Callable[..., str]] = {"csv": export_csv, "html": export_html}
        content = makers[form](knowledge, record, on=on)
    return Export(form, f"shortlist-{_day(on)}.{form}", MEDIA_TYPES[form], content)


def answer_export(form: str, knowledge: KnowledgeBase, record: PersonalRecord, *, on: Optional[date] = None) -> Answer:
    """The file, and its text for whoever reads Markdown; the other forms travel beside a short line."""
    answer = Answer(kind="shortlist")
    answer.export = export_of(form, knowledge, record, on=on, citations=answer.citations)
    answer.roles = [role for role, _ in saved_roles(knowledge, record)]
    answer.subjects = [role.id for role in answer.roles]
    answer.listed = list(answer.subjects)
    if form == "md":
        answer.say("roles", answer.export.content)
    else:
        name = {"csv": "a table (CSV)", "html": "a page made for printing"}[form]
        answer.say("lead", f"Here is your shortlist as {name}. Where this channel shows no file, a program finds it in "
                   "the field “export” of this answer; “export my shortlist” gives it as text.")
    answer.suggest("my shortlist")
    return answer


def csv_cell(value: str) -> str:
    """A cell that no spreadsheet takes for a formula, also where white space comes first."""
    flat = "".join(c if c.isprintable() else " " for c in str(value))
    return f"'{flat}" if flat.lstrip().startswith(_FORMULA) or flat.startswith("'") else flat


def markdown_text(text: str) -> str:
    """Text on one line whose signs are no Markdown and no HTML."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return _OPENING.sub(r"\1\\", _MARKDOWN.sub(r"\\\1", flat), count=1)


def _document(knowledge: KnowledgeBase, record: PersonalRecord) -> _Document:
    entries = tuple(_entry(role, saved) for role, saved in saved_roles(knowledge, record))
    offers = tuple(_offer(knowledge, offer) for offer in record.offers)
    said = [statistics_note([entry.role for entry in entries]), GONE if len(entries) < len(record.saved) else None]
    return _Document(entries, offers, " ".join(words for words in said if words) or None)


def _entry(role: Role, saved: SavedRole) -> _Entry:
    pay = tuple((_sentence(pay_phrase(f, yearly=True)), f.passage_id) for f in role.figures)
    if not pay:
        said = f"; the article says: {role.pay_note}" if role.pay_note else ""
        pay = ((f"No figure given{said}", role.pay_note_passage_id or role.passage_ids[0]),)
    facts = tuple((f"{ATTRIBUTE_ROWS[a.name]}: {basis_phrase(a)}", a.passage_id) for a in role.attributes)
    return _Entry(role, saved, pay, facts)


def _offer(knowledge: KnowledgeBase, offer: Offer) -> tuple[str, tuple[tuple[str, str], ...]]:
    compared = compared_offer(knowledge, offer)
    said = f"{_sentence(offer.title) or 'Offer'}: {own_pay_phrase(PayBound.parse(offer.pay), yearly=True)}"
    beside = tuple(
        (f"{role_label(knowledge.roles[c.figure.role_id])}: {pay_phrase(c.figure, yearly=True)}; "
         f"your offer: {c.position}", c.figure.passage_id) for c in compared.figures
    )
    return said, beside


def _rows(knowledge: KnowledgeBase, record: PersonalRecord, day: str) -> Sequence[dict[str, str]]:
    rows = []
    for role, saved in saved_roles(knowledge, record):
        shared = {"kind of row": "role", "role": role.title, "specialty": ", ".join(role.specialties) or "any",
                  "note": saved.note or "", "exported on": day,
                  "details": "; ".join(f"{ATTRIBUTE_ROWS[a.name]}: {basis_phrase(a)}" for a in role.attributes)}
        for figure in role.figures:
            rows.append({**shared, **_figure_cells(figure), **_article_cells(knowledge, figure.passage_id)})
        if not role.figures:
            said = role.pay_note_passage_id or role.passage_ids[0]
            words = f"no figure given; the article says: {role.pay_note}" if role.pay_note else "no figure given"
            rows.append({**shared, "pay": words, **_article_cells(knowledge, said)})
    for saved in record.saved:
        if saved.role_id not in knowledge.roles and saved.note:  # the note is the person's own
            rows.append({"kind of row": "no longer in the articles", "note": saved.note, "exported on": day})
    for offer in record.offers:
        bound = PayBound.parse(offer.pay)
        rows.append({"kind of row": "your own offer", "role": offer.title, "pay": own_pay_phrase(bound),
                     "low": _number(bound.low), "high": _number(bound.high), "currency": bound.currency,
                     "unit": bound.unit or "", "as written": offer.as_written, "exported on": day})
    return rows


def _figure_cells(figure: Figure) -> dict[str, str]:
    low, high = (None, None) if figure.in_words else (figure.low, figure.high)  # no number that the words do not name
    return {"pay": pay_phrase(figure, yearly=True), "low": _number(low), "high": _number(high),
            "currency": figure.currency, "unit": figure.unit, "statistic": figure.statistic,
            "source of the figure": figure.attributed_to or "", "as written": figure.as_written,
            "qualifier": figure.qualifier or ""}


def _article_cells(knowledge: KnowledgeBase, passage_id: str) -> dict[str, str]:
    article = knowledge.articles[knowledge.passages[passage_id].article_id]
    return {"article": article.title, "publisher": article.publisher, "address": article.url or "",
            "accessed": article.accessed}


def _references(knowledge: KnowledgeBase, cites: Citations) -> list[tuple[str, str]]:
    """One reference for each section cited, with the markers of its passages."""
    marks: dict[str, str] = {}
    for passage_id in cites.passage_ids:
        words = _reference(knowledge, passage_id)
        marks[words] = marks.get(words, "") + cites.mark(passage_id)
    return [(mark, words) for words, mark in marks.items()]


def _reference(knowledge: KnowledgeBase, passage_id: str) -> str:
    passage = knowledge.passages[passage_id]
    article = knowledge.articles[passage.article_id]
    address = f", {article.url}" if article.url else ""
    section = knowledge.sections[passage.section_id].title
    return f"{article.title} ({article.publisher}{address}), section “{section}”, accessed {article.accessed}"


def _number(amount: Optional[float]) -> str:
    return "" if amount is None else f"{amount:.2f}".rstrip("0").rstrip(".")


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _day(on: Optional[date]) -> str:
    return (on or date.today()).isoformat()


_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 11pt/1.45 Georgia, serif; max-width: 42em; margin: 2em auto; padding: 0 1em; }}
html {{ color: #111; background: #fff; }}
h1 {{ font-size: 18pt; }} h2 {{ font-size: 13pt; margin: 1em 0 .3em; break-after: avoid; }}
li {{ margin: .2em 0; overflow-wrap: anywhere; }} ol > li {{ break-inside: avoid; }}
.own {{ font-style: italic; }} .references {{ list-style: none; padding: 0; font-size: 9.5pt; }}
@page {{ margin: 2cm; }} @media print {{ body {{ margin: 0; max-width: none; }} }}
</style>
</head>
<body>
{body}
</body>
</html>
"""
