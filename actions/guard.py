"""The promise, kept by code: no number leaves that a cited passage does not contain.

The guard reads the finished payload as a stranger would and holds it against the stored
knowledge: structured facts must equal what is stored, citations must point to the passage
that states them, and every digit in every text must lie in one of a few kinds of statement.
It knows nothing of how the answer was made.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Iterable, Optional, Sequence

from actions.payload import (
    UNCITED_KINDS,
    Payload,
    citation_json,
    criteria_json,
    export_json,
    figure_json,
    offer_json,
    own_marks,
    passage_json,
    poll_json,
    reason_json,
    role_json,
)
from actions.statements import Statements
from knowledge import spoken
from knowledge import written as written_form
from knowledge.answering.answer import Citations
from knowledge.answering.export import MEDIA_TYPES, export_of
from knowledge.answering.offers import compared_offer
from knowledge.answering.phrases import role_label
from knowledge.facts import Figure, KnowledgeBase, Poll
from knowledge.filters import Filter, criteria
from knowledge.language.pay import PayBound
from knowledge.records.personal_record import PersonalRecord

_EXPORTED_ON = re.compile(r"shortlist-(\d{4}-\d{2}-\d{2})\.\w+")
_NUMBER = re.compile(r"\d[\d,. ]*\d|\d")
_MARKER = re.compile(r"\[(\d+)\]")


class _AsCited(Citations):
    """Looks numbers up in the payload's own citations instead of handing out new ones."""

    def __init__(self, citations: Iterable[Payload]) -> None:
        super().__init__()
        self._numbers = {c["passage_id"]: c["n"] for c in citations}

    def number(self, passage_id: str) -> int:
        return self._numbers.get(passage_id, 0)


def violations(
    payload: Payload, knowledge: KnowledgeBase, *, fixed: Sequence[str] = (), own: Optional[PersonalRecord] = None
) -> list[str]:
    """Says what is wrong with a payload; an empty list lets it pass.

    Args:
        payload: a whole answer in the form of the contract.
        knowledge: the stored facts to hold it against.
        fixed: texts without a source that may hold numbers (the safety texts).
        own: what is kept of the person: their notes and the amounts of their offers are theirs.
    """
    found = [*_wrong_citations(payload, knowledge)]
    if not found:
        cites = _AsCited(payload["citations"])
        found += _wrong_facts(payload, knowledge, cites, own)
        found += _wrong_own(payload, knowledge, cites, own or PersonalRecord())
        found += _wrong_texts(payload, knowledge, fixed, own or PersonalRecord()) if not found else []
    return found


def _wrong_citations(payload: Payload, knowledge: KnowledgeBase) -> Iterable[str]:
    if payload["citations"] and payload["kind"] in UNCITED_KINDS:
        # A search that finds nothing may still name the nearest; a refusal may not cite.
        yield f"an answer of kind {payload['kind']} cites sources"
    for position, citation in enumerate(payload["citations"], start=1):
        if citation["passage_id"] not in knowledge.passages:
            yield f"citation {position} points to no passage: {citation['passage_id']}"
        elif citation != citation_json(position, citation["passage_id"], knowledge):
            yield f"citation {position} differs from its passage {citation['passage_id']}"
    known = {c["n"] for c in payload["citations"]}
    for where, text in _texts(payload, knowledge):
        for number in _MARKER.findall(text):
            if int(number) not in known:
                yield f"marker [{number}] in {where} has no citation"


def _wrong_facts(
    payload: Payload, knowledge: KnowledgeBase, cites: Citations, own: Optional[PersonalRecord]
) -> list[str]:
    found: list[str] = []
    filters = _filters(payload)
    for role in payload["roles"]:
        found += _wrong_role(role, knowledge, cites, (), own)
    for role in [*payload["near_misses"], *payload["not_stated"]]:
        found += _wrong_role(role, knowledge, cites, filters, own)
    page = payload["page"]
    if page and max(page["total"], page["last"]) > len(knowledge.roles):
        found.append(f"the page counts {page['total']} roles, more than there are")
    for poll in payload["polls"]:
        stored = knowledge.polls.get(poll["id"])
        if stored is None or poll != poll_json(stored, cites) or not poll["citation"]:
            found.append(f"poll {poll['id']} differs from what is stored")
        elif not _polled(knowledge.passages[stored.passage_id].text, stored):
            found.append(f"poll {poll['id']}: its passage does not contain {stored.percent:g}")
    named = {r["driver"] for r in payload["reasons"]}
    reasons = [reason_json(d, cites) for d in knowledge.drivers.values() if d.name in named]
    found += [f"reason {r['driver']!r} is not stored" for r in payload["reasons"] if r not in reasons]
    cited = [knowledge.passages[c["passage_id"]] for c in payload["citations"]]
    passages = [passage_json(p, cites) for p in cited]
    found += ["a passage differs from what is stored" for p in payload["passages"]
              if p not in passages]
    return found


def _wrong_own(
    payload: Payload, knowledge: KnowledgeBase, cites: Citations, own: PersonalRecord
) -> Iterable[str]:
    """Offers that are not the person's, or stand elsewhere than said; an export that differs."""
    stored = {offer.id: offer for offer in own.offers}
    for shown in payload.get("offers", ()):
        offer = stored.get(shown["id"])
        # It may be set beside another kind of work than its own, where the person asks for that.
        every = compared_offer(knowledge, offer, kinds=tuple(knowledge.kinds), most=len(knowledge.figures)
                               ) if offer else None
        whole = offer_json(every, knowledge, cites) if every else {}
        if {**shown, "compared": None} != {**whole, "compared": None}:
            yield f"offer {shown['id']} is not the person's"
        elif any(c not in whole["compared"] or not c["citation"] for c in shown["compared"]):
            yield f"offer {shown['id']} stands elsewhere to the figures than said"
    if export := payload.get("export"):
        named = _EXPORTED_ON.fullmatch(export["filename"])
        if named is None or export["form"] not in MEDIA_TYPES or export != export_json(
                export_of(export["form"], knowledge, own, on=date.fromisoformat(named[1]))):
            yield "the export differs from what is stored"


def _filters(payload: Payload) -> tuple[Filter, ...]:
    """The filters of a payload as values again."""
    return tuple(
        Filter(f["name"], str(PayBound(**f["value"])) if f["name"] == "pay" else f["value"],
               f["negated"])
        for f in payload["filters"]
    )


def _wrong_role(
    role: Payload, knowledge: KnowledgeBase, cites: Citations, filters: tuple[Filter, ...],
    own: Optional[PersonalRecord],
) -> list[str]:
    stored = knowledge.roles.get(role["id"])
    if stored is None:
        return [f"role {role['id']} is not stored"]
    expected = role_json(stored, cites)
    if own is not None:
        expected.update(own_marks(stored.id, own))
    if "criteria" in role:
        expected["criteria"] = criteria_json(criteria(stored, filters))
    if set(role) != set(expected):
        return [f"role {role['id']} has other fields than stored ones"]
    found = [
        f"role {role['id']}: {key} differs from what is stored"
        for key, value in expected.items()
        if role.get(key) != value
    ]
    for figure in stored.figures:
        text = knowledge.passages[figure.passage_id].text
        if not figure_json(figure, cites)["citation"] or not _paid(text, figure):
            found.append(f"figure {figure.id} is not in its cited passage")
    return found


def _paid(text: str, figure: Figure) -> bool:
    """Whether a passage states a figure: its amounts, or the words of a band whose ends are those stored."""
    if figure.in_words:
        ends = spoken.band(figure.as_written, figure.unit)
        return _names(figure.as_written, text) and ends == (figure.low, figure.high)
    amounts = [a for a in (figure.low, figure.high) if a is not None]
    return _holds(text, amounts) or _says(figure.as_written, text, amounts)


def _polled(text: str, poll: Poll) -> bool:
    """Whether a passage states a share: its percentage, or the words that come to it."""
    if poll.in_words:
        return _names(poll.as_written, text) and spoken.is_share(poll.as_written, poll.percent)
    return _holds(text, [poll.percent])


def _names(words: str, text: str) -> bool:
    return written_form.occurs(words.lower(), text.lower())


def _holds(text: str, amounts: Sequence[float]) -> bool:
    """Whether every amount occurs among the numbers of a text, spaces and commas aside."""
    numbers = {_value(m.group()) for m in _NUMBER.finditer(text)}
    numbers |= {_value(m.group()) for m in re.finditer(r"\d+(?:\.\d+)?", text)}
    return all(float(a) in numbers for a in amounts)


def _says(as_written: str, text: str, amounts: Sequence[float]) -> bool:
    """Whether a text has the figure in the article's own short form, such as `$269K-425K`."""
    return written_form.occurs(as_written, text) and set(amounts) <= set(written_form.amounts(as_written))


def _value(written: str) -> float:
    try:
        return float(re.sub(r"[, ]", "", written).rstrip("."))
    except ValueError:
        return float("nan")


def _wrong_texts(
    payload: Payload, knowledge: KnowledgeBase, fixed: Sequence[str], own: PersonalRecord
) -> list[str]:
    checked = (payload["export"]["content"],) if "export" in payload else ()
    statements = Statements.of(payload, knowledge, fixed=(*fixed, *checked), own=own)
    return [
        f"number without a source in {where}: {left!r}"
        for where, text in _texts(payload, knowledge)
        for left in statements.unexplained(text)
    ]


def _texts(payload: Payload, knowledge: KnowledgeBase) -> Iterable[tuple[str, str]]:
    """Every string of the payload that a person may see, with its place."""
    yield "text", payload["text"]
    for position, block in enumerate(payload["blocks"]):
        if block["text"]:
            yield f"blocks[{position}]", block["text"]
    yield from _labels(payload)
    yield from _cells(payload, knowledge)


def _labels(payload: Payload) -> Iterable[tuple[str, str]]:
    question: Any = payload["question"] or {"text": "", "options": [], "why": None}
    yield "question", question["text"]
    yield "question.why", question["why"] or ""
    for option in [*question["options"], *payload["suggestions"]]:
        yield "button", option["title"]
        yield "button", option["message"]
    for item in payload["filters"]:
        yield "filter", item["label"]
        yield "filter", item["remove"]
    for row in (payload["comparison"] or {"rows": []})["rows"]:
        yield "comparison row", row["name"]
    for note in (payload["comparison"] or {"notes": []})["notes"]:
        yield "comparison.notes", note


def _cells(payload: Payload, knowledge: KnowledgeBase) -> Iterable[tuple[str, str]]:
    """The cells of a comparison, each in the form in which its line would stand in the text."""
    comparison = payload["comparison"] or {"columns": [], "rows": []}
    for row in comparison["rows"]:
        for column, cell in zip(comparison["columns"], row["cells"]):
            mark = f" [{cell['citation']}]" if cell["citation"] else ""
            role = knowledge.roles.get(column["id"])
            label = role_label(role) if role and role.title == column["title"] else "unknown"
            yield f"comparison cell of {column['id']}", f"{label}: {cell['text']}{mark}"
