"""A source text and what extraction would find in it, made by hand."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from knowledge.importing.document import SourceBlock, SourceDocument
from knowledge.importing.extracted import (
    ExtractedAttribute,
    ExtractedFigure,
    ExtractedPoll,
    ExtractedRole,
    Extraction,
    Quote,
    Unplaced,
)

MARKET = "The market is worth $4.5 billion."
TABLE = ("Role", "Pay")
PAGE = [
    ("heading", "Careers beyond the clinic", 1),
    (
        "paragraph",
        "Physicians who leave the clinic find more doors open than they expect. The market is worth $4.5 billion.",
    ),
    ("paragraph", "In our 2025 survey of 400 members, 62% said they had thought about leaving."),
    ("heading", "Utilization review", 2),
    ("paragraph", "Utilization reviewers work from home for insurers. They decide whether care is covered."),
    ("paragraph", "Glassdoor reports an average salary of $191,000 a year. Evening shifts pay $95/hour."),
    ("heading", "Why people leave", 2),
    ("list_item", "Less call", 1),
    ("list_item", "More time with family", 1),
    ("heading", "Medical pun writer", 2),
    ("paragraph", "Somebody has to write the jokes in <b>medical</b> cards & it isn't you_yet. Pay varies widely."),
    ("table_row", "Joke | $20-30 per project"),
]


def document(page: list[tuple] | None = None, **changes: Any) -> SourceDocument:
    """A source of these blocks: (kind, text) or (kind, text, level)."""
    blocks, start = [], 0
    for kind, text, *level in page or PAGE:
        cells = {"cells": tuple(text.split(" | ")), "header": TABLE, "table": 1} if kind == "table_row" else {}
        blocks.append(SourceBlock(kind, text, start, *level, **cells))
        start += len(text) + 1
    text = "\n".join(block.text for block in blocks)
    values = {
        "name": "beyond.html",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "format": "html",
        "title": "Careers beyond the clinic",
        "publisher": "The Wayside Review",
        "url": "https://wayside.example/beyond",
        "published": "2025-03-01",
        "text": text,
        "blocks": tuple(blocks),
    }
    return SourceDocument(**{**values, **changes})


def quote(source: SourceDocument, words: str) -> Quote:
    """The place of these words."""
    start = source.text.index(words)
    return Quote(words, start, start + len(words))


def figure(source: SourceDocument, words: str, as_written: str, low: float | None, high: float | None, **more: Any):
    """A figure with everyday values."""
    values = {
        "statistic": "unspecified",
        "kind": "salary",
        "currency": "USD",
        "unit": "year",
        "unit_basis": "stated",
        "attributed_to": None,
        "qualifier": None,
        "geography": None,
        "confidence": 0.9,
    }
    return ExtractedFigure(low=low, high=high, as_written=as_written, quote=quote(source, words), **{**values, **more})


def extraction(source: SourceDocument | None = None) -> Extraction:
    """What there is to find in PAGE."""
    source = source or document()
    pay = "Glassdoor reports an average salary of $191,000 a year."
    review = ExtractedRole(
        "Utilization review",
        "utilization-review",
        quote(source, "Utilization review"),
        (3, 4, 5),
        (
            figure(source, pay, "$191,000", 191000, 191000, statistic="average", attributed_to="Glassdoor"),
            figure(
                source,
                "Evening shifts pay $95/hour.",
                "$95/hour",
                95,
                95,
                kind="rate",
                unit="hour",
                qualifier="evening shifts",
            ),
        ),
        (
            ExtractedAttribute(
                "work_mode",
                "remote",
                "stated",
                quote(source, "Utilization reviewers work from home for insurers."),
                0.97,
            ),
        ),
        confidence=0.98,
    )
    jokes = ExtractedRole(
        "Medical pun writer",
        None,
        quote(source, "Medical pun writer"),
        (9, 10, 11),
        (
            figure(
                source,
                "Joke | $20-30 per project",
                "$20-30 per project",
                20,
                30,
                statistic="range",
                kind="fee",
                unit="project",
            ),
        ),
        pay_note="varies widely",
        pay_note_quote=quote(source, "Pay varies widely."),
        confidence=0.6,
    )
    poll = ExtractedPoll(
        62,
        "62%",
        "of members said they had thought about leaving",
        "whether they thought about leaving",
        "members of The Wayside Review",
        "unknown",
        400,
        2025,
        "The Wayside Review",
        quote(source, "In our 2025 survey of 400 members, 62% said they had thought about leaving."),
        0.8,
    )
    unplaced = Unplaced("$4.5 billion", "the size of a market", quote(source, "The market is worth $4.5 billion."))
    return Extraction((), (review, jokes), (poll,), (unplaced,))


def unsure_extraction(source: SourceDocument | None = None) -> Extraction:
    """The same with fields to look at twice: of the figure "$95/hour" and of the poll."""
    found = extraction(source)
    review, *others = found.roles
    average, evening = review.figures
    evening = replace(evening, unsure=("qualifier", "geography"))
    poll = replace(found.polls[0], unsure=("population", "sample", "multi_select"))
    return replace(found, roles=(replace(review, figures=(average, evening)), *others), polls=(poll,))
