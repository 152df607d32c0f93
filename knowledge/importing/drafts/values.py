"""Extracted facts as the keys and values of a draft's blocks, with what a draft keeps about each.

Beside the keys of a knowledge file, each fact carries `quote` (the sentence it came from), `at` (where
that stands in source.txt), `confidence`, `review` and `key`, which knows it again on the next import; where
there are any, `unsure` names the fields that a person should look at twice.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

from knowledge import spoken
from knowledge.importing.drafts.titles import proposed_title
from knowledge.importing.extracted import ExtractedAttribute, ExtractedFigure, ExtractedPoll, ExtractedRole, Quote

REVIEWS = ("proposed", "accepted", "rejected")
# Keys that a draft adds to a fact; none of them reaches the knowledge file.
KEPT_ASIDE = ("quote", "at", "confidence", "unsure", "review", "key", "changed", "pay_note_quote", "pay_note_at")
# Keys that go when a person has decided on a fact as it is.
UNTIL_DECIDED = ("changed", "unsure")

Body = dict[str, Any]


def number(value: float) -> str:
    """Digits as the knowledge files have them: `250000`, `67.49`."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def place(start: int, end: int) -> str:
    """The value of `at`."""
    return f"{start}-{end}"


def fact_key(kind: str, quote: str, *values: Any) -> str:
    """What a fact is known by on the next import of its page.

    The key has the whole sentence in it, for the same number often stands for two things on one page: it tells of this
    fact alone. A sentence that was edited a little gives another key, therefore; `known_again` finds the fact that it
    had, by amount, role and nearly the same sentence, and the old key stays in force. So what was rejected stays
    rejected, and a page on which another fact takes the place of a rejected one has it proposed.

    Args:
        kind: "role", "figure", "attribute" or "poll".
        quote: Its sentence; only its words count, so that a page saved anew gives the same key.
        values: What it says.
    """
    words = " ".join(re.findall(r"\w+", quote.casefold()))
    said = "\0".join([kind, words, *("" if value is None else str(value).casefold() for value in values)])
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def role_body(role: ExtractedRole, kind: str, anchors: dict[str, str]) -> Body:
    """A role without its figures and attributes.

    Args:
        role: As extracted.
        kind: Id of its kind of work, a known or a proposed one.
        anchors: "pay_note": the anchor of the passage that has the pay note.
    """
    body: Body = {"kind": kind, "title": proposed_title(role.title), "summary": None}
    if role.pay_note:
        body["pay_note"] = role.pay_note
        body["pay_note_passage"] = anchors.get("pay_note")
        if role.pay_note_quote:
            body["pay_note_quote"] = role.pay_note_quote.text
            body["pay_note_at"] = place(role.pay_note_quote.start, role.pay_note_quote.end)
    return body | kept(role.quote, role.confidence, role_key(role))


def figure_body(figure: ExtractedFigure, role: ExtractedRole, passage: str) -> Body:
    """A pay figure; one number is an amount, an open bound is left out.

    A band in words has the ends of the widest that it can mean: people are shown the words.
    """
    body: Body = {"statistic": figure.statistic, "kind": figure.kind}
    if band := spoken.band(figure.as_written, figure.unit):
        body |= {"low": number(band[0]), "high": number(band[1])}
    elif figure.low is not None and figure.low == figure.high and figure.statistic != "range":
        body["amount"] = number(figure.low)
    else:
        ends = (("low", figure.low), ("high", figure.high))
        body |= {name: number(value) for name, value in ends if value is not None}
    if figure.currency != "USD":
        body["currency"] = figure.currency
    body |= {"unit": figure.unit, "unit_basis": figure.unit_basis, "as_written": figure.as_written}
    body |= {name: getattr(figure, name) for name in ("attributed_to", "qualifier", "geography")}
    aside = kept(figure.quote, figure.confidence, figure_key(figure, role), figure.unsure)
    return body | {"passage": passage} | aside


def attribute_body(attribute: ExtractedAttribute, role: ExtractedRole, passage: str) -> Body:
    """A property of a role."""
    body: Body = {attribute.name: attribute.value, "basis": attribute.basis, "passage": passage}
    return body | kept(attribute.quote, attribute.confidence, attribute_key(attribute, role))


def poll_body(poll: ExtractedPoll, poll_id: str, passage: str) -> Body:
    """A percentage of a survey; what the text does not say is null, for a person to fill in."""
    body: Body = {"id": poll_id, "percent": number(poll.percent)}
    body |= {name: getattr(poll, name) for name in ("statement", "question", "population", "multi_select")}
    body |= {name: _whole(getattr(poll, name)) for name in ("sample", "year")}
    body |= {"attributed_to": poll.attributed_to, "as_written": poll.as_written, "passage": passage}
    return body | kept(poll.quote, poll.confidence, poll_key(poll), poll.unsure)


def kept(quote: Quote, confidence: float, key: str, unsure: tuple[str, ...] = ()) -> Body:
    """What the draft keeps beside a fact."""
    return {
        "quote": " ".join(quote.text.split()),
        "at": place(quote.start, quote.end),
        "confidence": number(round(confidence, 2)),
        **({"unsure": list(unsure)} if unsure else {}),
        "review": "proposed",
        "key": key,
    }


def role_key(role: ExtractedRole) -> str:
    """The key of a role: its name in its heading, list item or sentence."""
    return fact_key("role", role.quote.text, role.title)


def figure_key(figure: ExtractedFigure, role: ExtractedRole) -> str:
    """The key of a figure: the same amount for another role is another figure."""
    ends = tuple(None if end is None else number(end) for end in (figure.low, figure.high))
    values = (*ends, figure.currency, figure.unit, figure.statistic, figure.attributed_to)
    return fact_key("figure", figure.quote.text, role.title, figure.as_written, *values)


def attribute_key(attribute: ExtractedAttribute, role: ExtractedRole) -> str:
    """The key of an attribute."""
    return fact_key("attribute", attribute.quote.text, role.title, attribute.name, attribute.value)


def poll_key(poll: ExtractedPoll) -> str:
    """The key of a poll."""
    return fact_key("poll", poll.quote.text, number(poll.percent), poll.statement)


def _whole(value: int | None) -> str | None:
    return None if value is None else str(value)
