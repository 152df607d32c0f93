"""The answer contract, `answer/1`: what crosses from the actions to every channel.

Standard library only and valid on Python 3.10, because both environments read it. The JSON
Schema beside it, answer.schema.json, is its authority; the golden files under
tests/data/payloads show it filled in.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List, Optional

if TYPE_CHECKING:  # the types live in the other environment
    from knowledge.answering.answer import Answer, Citations, ComparedOffer, Comparison, Export, Question
    from knowledge.facts import Article, Figure, KnowledgeBase, Poll, Role
    from knowledge.filters import Filter
    from knowledge.records.personal_record import PersonalRecord
    from knowledge.selection import Judged

SCHEMA = "answer/1"
SCHEMA_FILE = Path(__file__).with_name("answer.schema.json")
KINDS = (
    "roles", "role", "comparison", "polls", "reasons", "passages", "guidance", "shortlist",
    "clarify", "none", "out_of_scope", "smalltalk", "safety", "help", "error",
)
UNCITED_KINDS = ("out_of_scope", "none", "smalltalk", "safety", "help", "error", "clarify")

Payload = Dict[str, Any]


def load_schema() -> Payload:
    """The JSON Schema of the contract."""
    return json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))


def plain_payload(kind: str, text: str) -> Payload:
    """A complete answer that holds nothing but a text: for errors and limits said by a channel."""
    return {
        "schema": SCHEMA, "answer_id": "", "knowledge_version": "", "kind": kind, "text": text,
        "blocks": [{"type": "lead", "text": text}], "filters": [], "roles": [], "not_stated": [],
        "near_misses": [], "polls": [], "reasons": [], "passages": [], "comparison": None,
        "question": None, "citations": [], "page": None, "suggestions": [],
    }


def build_payload(
    answer: "Answer", knowledge: "KnowledgeBase", *, answer_id: str, own: "Optional[PersonalRecord]" = None
) -> Payload:
    """Turns an answer into the contract; the order of citations is that of their first use.

    Args:
        answer: the answer in parts.
        knowledge: the snapshot that it was made from.
        answer_id: a random id.
        own: what is kept of the person, to mark saved roles; None leaves the marks out.
    """
    from knowledge.answering.filter_words import filter_words, remove_message

    cites = answer.citations
    # The text lists only the sources that it cites itself; the parts below may cite further ones.
    text = answer.text(knowledge)
    roles = [role_json(r, cites) for r in answer.roles]
    near = [_judged_json(j, cites) for j in answer.near_misses]
    silent = [_judged_json(j, cites) for j in answer.not_stated]
    polls = [poll_json(p, cites) for p in answer.polls]
    reasons = [reason_json(d, cites) for d in answer.reasons]
    passages = [passage_json(p, cites) for p in answer.passages]
    comparison = _comparison_json(answer.comparison, cites) if answer.comparison else None
    payload = plain_payload(answer.kind, text)
    payload.update(
        answer_id=answer_id,
        knowledge_version=knowledge.version,
        blocks=[{"type": b.type, "text": b.text} for b in answer.blocks],
        filters=[_filter_json(f, filter_words(f), remove_message(f, answer.filters)) for f in answer.filters],
        roles=roles, near_misses=near, not_stated=silent, polls=polls, reasons=reasons,
        passages=passages, comparison=comparison,
        question=_question_json(answer.question) if answer.question else None,
        page=_page_json(answer),
        suggestions=[{"id": s.id, "title": s.title, "message": s.message}
                     for s in answer.suggestions],
    )
    if own is not None:
        for role in [*roles, *near, *silent]:
            role.update(own_marks(role["id"], own))
    if answer.offers:
        payload["offers"] = [offer_json(o, knowledge, cites) for o in answer.offers]
    if answer.forgotten:
        payload["forgotten"] = True
    if answer.export:
        payload["export"] = export_json(answer.export)
    payload["citations"] = [citation_json(n, p, knowledge)
                            for n, p in enumerate(cites.passage_ids, start=1)]
    return payload


def role_json(role: "Role", cites: "Citations") -> Payload:
    """One role with all that its article says of it."""
    figures = [figure_json(f, cites) for f in role.figures]
    attributes = _attributes_json(role, cites)
    cited = {f["citation"] for f in figures}
    cited |= {a["citation"] for a in attributes.values() if a["citation"]}
    if not figures:
        cited.add(cites.number(role.pay_note_passage_id or role.passage_ids[0]))
    return {
        "id": role.id, "title": role.title, "kind": role.kind,
        "specialties": list(role.specialties), "article_id": role.article_id,
        "summary": role.summary, "pay_note": role.pay_note, "attributes": attributes,
        "figures": figures, "citations": sorted(cited),
    }


def _attributes_json(role: "Role", cites: "Citations") -> Payload:
    """Every attribute name, "not_stated" where the article is silent; further values under `also`."""
    from knowledge.answering.phrases import basis_phrase

    result: Payload = {}
    for name in ("work_mode", "commitment", "patient_contact", "setting", "schedule", "travel",
                 "growth"):
        values = [{"value": a.value, "basis": a.basis, "display": basis_phrase(a),
                   "citation": cites.number(a.passage_id)}
                  for a in role.attributes_named(name)]
        silent = {"value": "not_stated", "basis": "not_stated", "display": "not stated", "citation": None}
        result[name] = {**(values[0] if values else silent), "also": values[1:]}
    return result


def own_marks(role_id: str, own: "PersonalRecord") -> Payload:
    """Whether a person saved a role, and what they noted of it."""
    saved = next((s for s in own.saved if s.role_id == role_id), None)
    return {"saved": saved is not None, "note": saved.note if saved else None}


def offer_json(compared: "ComparedOffer", knowledge: "KnowledgeBase", cites: "Citations") -> Payload:
    """One of the person's own offers, and where it stands to each cited figure of that kind of work."""
    from knowledge.answering.phrases import own_pay_phrase, pay_phrase, role_label
    from knowledge.language.pay_bound import PayBound

    offer = compared.offer
    bound = PayBound.parse(offer.pay)
    beside = [
        {"figure": c.figure.id, "role_id": c.figure.role_id, "title": role_label(knowledge.roles[c.figure.role_id]),
         "display": pay_phrase(c.figure, yearly=True), "position": c.position,
         "citation": cites.number(c.figure.passage_id)}
        for c in compared.figures
    ]
    return {
        "id": offer.id, "title": offer.title, "role_kind": offer.role_kind, "as_written": offer.as_written,
        "low": bound.low, "high": bound.high, "currency": bound.currency, "unit": bound.unit,
        "display": own_pay_phrase(bound, yearly=True), "compared": beside,
    }


def export_json(export: "Export") -> Payload:
    """A shortlist as a file."""
    return {
        "form": export.form, "filename": export.filename, "media_type": export.media_type,
        "content": export.content,
    }


def figure_json(figure: "Figure", cites: "Citations") -> Payload:
    """One figure; amounts are numbers in `currency` per `unit`, `display` is how the text says it.

    A band that the article gives in words has no numbers, only `as_written`.
    """
    from knowledge.answering.phrases import pay_phrase

    ends = ("low", "high", "annual_low", "annual_high", "hours_per_year")
    numbers = {name: None if figure.in_words else getattr(figure, name) for name in ends}
    return {
        "id": figure.id, "kind": figure.kind, "statistic": figure.statistic, "low": numbers["low"],
        "high": numbers["high"], "currency": figure.currency, "unit": figure.unit,
        "unit_basis": figure.unit_basis, "as_written": figure.as_written,
        "attributed_to": figure.attributed_to, "qualifier": figure.qualifier,
        "geography": figure.geography, "annual_low": numbers["annual_low"],
        "annual_high": numbers["annual_high"], "hours_per_year": numbers["hours_per_year"],
        "display": pay_phrase(figure, yearly=True), "citation": cites.number(figure.passage_id),
    }


def poll_json(poll: "Poll", cites: "Citations") -> Payload:
    """One percentage with the question and population it belongs to.

    A share that the article gives in words has them as `as_written`, and no percentage.
    """
    from knowledge.answering.phrases import poll_phrase

    worded = {"percent": None, "as_written": poll.as_written} if poll.in_words else {"percent": poll.percent}
    return {
        "id": poll.id, **worded, "statement": poll.statement,
        "question": poll.question, "population": poll.population,
        "multi_select": poll.multi_select, "sample": poll.sample, "year": poll.year,
        "attributed_to": poll.attributed_to, "article_id": poll.article_id,
        "display": poll_phrase(poll), "citation": cites.number(poll.passage_id),
    }


def reason_json(driver: Any, cites: "Citations") -> Payload:
    """One reason for leaving practice."""
    return {
        "driver": driver.name, "specialties": list(driver.specialties), "summary": driver.summary,
        "citations": [cites.number(p) for p in driver.passage_ids],
    }


def passage_json(passage: Any, cites: "Citations") -> Payload:
    """One passage as it stands in the knowledge files."""
    return {
        "text": passage.text, "article_id": passage.article_id, "section": passage.section_id,
        "citation": cites.number(passage.id),
    }


def citation_json(number: int, passage_id: str, knowledge: "KnowledgeBase") -> Payload:
    """Where a marker points: article, section and the passage itself as excerpt."""
    passage = knowledge.passages[passage_id]
    article = knowledge.articles[passage.article_id]
    return {
        "n": number, "article": _article_json(article),
        "section": knowledge.sections[passage.section_id].title, "passage_id": passage_id,
        "excerpt": passage.text,
        "excerpt_kind": "summary" if article.rights == "paraphrased" else "verbatim",
    }


def _article_json(article: "Article") -> Payload:
    return {
        "id": article.id, "title": article.title, "publisher": article.publisher,
        "url": article.url, "published": article.published, "accessed": article.accessed,
    }


def _judged_json(judged: "Judged", cites: "Citations") -> Payload:
    """A role beside the matches, with each criterion that it fails or says nothing about."""
    return {**role_json(judged.role, cites), "criteria": criteria_json(judged.criteria)}


def criteria_json(criteria: Any) -> List[Payload]:
    """The criteria that a role fails or says nothing about."""
    from knowledge.answering.filter_words import filter_words

    return [
        {"filter": c.name, "wanted": ", ".join(filter_words(f) for f in c.wanted),
         "actual": c.actual, "status": c.status.value}
        for c in criteria
        if c.status.value != "meets"
    ]


def _filter_json(item: "Filter", label: str, remove: str) -> Payload:
    value: Any = item.value
    if item.name == "pay":
        pay = item.pay
        value = {
            "low": pay.low, "high": pay.high, "low_inclusive": pay.low_inclusive,
            "high_inclusive": pay.high_inclusive, "unit": pay.unit,
            "currency": pay.currency, "approximate": pay.approximate,
        }
    return {"id": item.id, "name": item.name, "operator": "within" if item.name == "pay" else "is",
            "value": value, "negated": item.negated, "label": label, "remove": remove}


def _comparison_json(comparison: "Comparison", cites: "Citations") -> Payload:
    rows: List[Payload] = []
    for row in comparison.rows:
        cells = [
            {"text": cell.text,
             "citation": cites.number(cell.passage_id) if cell.passage_id else None}
            for cell in row.cells
        ]
        rows.append({"name": row.name, "cells": cells, "differs": row.differs})
    columns = [{"id": role.id, "title": role.title} for role in comparison.columns]
    return {"columns": columns, "rows": rows, "notes": list(comparison.notes)}


def _question_json(question: "Question") -> Payload:
    return {
        "id": question.id, "text": question.text,
        "options": [{"title": o.title, "message": o.message} for o in question.options],
        "step": question.step, "steps": question.steps, "skippable": question.skippable, "why": question.why,
    }


def _page_json(answer: "Answer") -> Optional[Payload]:
    page = answer.page
    if page is None:
        return None
    return {
        "total": page.total, "first": page.first, "last": page.last,
        "next": "show more" if page.last < page.total else None,
        "previous": "previous page" if page.first > 1 else None,
    }
