"""A draft as the review page shows it: source, headings, facts, passages, and what is left to do."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from knowledge.importing.document import SourceBlock
from knowledge.importing.drafts import Draft, DraftCheck, check_draft
from knowledge.importing.drafts.checks import undecided_facts
from knowledge.importing.drafts.clean import clean
from knowledge.importing.drafts.page import DraftFact, DraftPage, DraftPassage, attribute_name
from knowledge.importing.drafts.prose import sentences
from knowledge.importing.drafts.rejected import says
from knowledge.importing.drafts.yaml_text import plain
from knowledge.located_yaml import Located
from knowledge.problems import Problem

Json = dict[str, Any]


def draft_summary(draft: Draft) -> Json:
    """One line of the list of drafts."""
    facts = draft.page.facts
    return {
        "id": draft.folder.name,
        "title": draft.page.front.get("title") or draft.folder.name,
        "publisher": draft.page.front.get("publisher"),
        "file": draft.document.name,
        "facts": len(facts),
        "undecided": len(undecided_facts(draft)),
    }


def draft_state(draft: Draft, roles_file: Path) -> Json:
    """Everything that the page shows of one draft.

    Args:
        draft: As loaded.
        roles_file: The published kinds of work.
    """
    checked = check_draft(draft, roles_file)
    left_out = clean(draft.page, proposed=True).left_out
    return {
        **draft_summary(draft),
        "version": draft.version,
        "rights": draft.page.rights,
        "front": _front(draft.page),
        "source": _source(draft),
        "headings": [_heading(draft, number, left_out) for number in range(len(draft.page.headings))],
        "kinds": {k.id: {"title": k.title, "names": list(k.names)} for k in draft.kinds.values()},
        "problems": _problems(draft, checked),
        "unplaced": [
            {
                "as_written": u.as_written,
                "why": u.why,
                "quote": u.quote.text,
                "start": u.quote.start,
                "end": u.quote.end,
            }
            for u in draft.kept.unplaced
        ],
        "ready": checked.ready,
        "folder": str(draft.folder),
    }


def _front(page: DraftPage) -> Json:
    values = plain(page.parts.front) if page.parts.front is not None else {}
    return values if isinstance(values, dict) else {}


def _source(draft: Draft) -> Json:
    document = draft.document
    return {
        "name": document.name,
        "title": document.title,
        "url": document.url,
        "warnings": list(document.warnings),
        "dropped": len(document.dropped),
        "blocks": [_block(block) for block in document.blocks],
    }


def _block(block: SourceBlock) -> Json:
    spans = sentences(block.text) if block.kind in ("paragraph", "list_item", "caption") else [(0, len(block.text))]
    return {
        "kind": block.kind,
        "level": block.level,
        "start": block.start,
        "text": block.text,
        "sentences": [[block.start + a, block.start + b] for a, b in spans],
    }


def _heading(draft: Draft, number: int, left_out: tuple[DraftPassage, ...]) -> Json:
    page = draft.page
    heading = page.headings[number]
    return {
        "number": number,
        "level": heading.level,
        "title": heading.title,
        "facts": [_fact(fact, page) for fact in page.facts if fact.heading == number],
        "passages": [_passage(passage, draft, passage in left_out) for passage in page.under(number)],
    }


def _fact(fact: DraftFact, page: DraftPage) -> Json:
    span = fact.span
    values = {key: _shown(entry) for key, entry in fact.body.value.items() if key not in ("figures", "attributes")}
    name = attribute_name(fact) if fact.kind == "attribute" else None
    if name is not None:
        values["property"] = f"{name}={fact.get(name)}"
    return {
        "path": fact.path,
        "kind": fact.kind,
        "review": fact.review,
        "extracted": fact.get("review") is not None,
        "says": says(fact),
        "quote": fact.get("quote"),
        "start": span[0] if span else None,
        "end": span[1] if span else None,
        "confidence": float(fact.get("confidence") or 1),
        "unsure": list(fact.unsure),
        "changed": fact.get("changed"),
        "passage": page.cited(fact),
        "values": values,
    }


def _shown(entry: Located) -> Any:
    value = plain(entry)
    return ", ".join(map(str, value)) if isinstance(value, list) else value


def _passage(passage: DraftPassage, draft: Draft, left_out: bool) -> Json:
    citing = draft.page.citing.get(passage.anchor, [])
    start = draft.document.text.find(passage.text)
    spans = [fact.span for fact in citing if fact.span]
    place = (start, start + len(passage.text)) if start >= 0 else (spans[0] if spans else None)
    return {
        "path": passage.path,
        "anchor": passage.anchor,
        "text": passage.text,
        "rewrite": passage.rewrite,
        "left_out": left_out,
        "start": place[0] if place else None,
        "end": place[1] if place else None,
        "must_say": list(dict.fromkeys(word for fact in citing for word in _must_say(fact))),
    }


def _must_say(fact: DraftFact) -> Iterable[str]:
    """Words that the checker wants in the passage which a fact cites."""
    if fact.kind not in ("figure", "poll"):
        return
    if fact.get("as_written"):
        yield fact.get("as_written") or ""
    if fact.kind == "figure":
        if fact.get("statistic") in ("average", "median"):
            yield fact.get("statistic") or ""
        if fact.get("attributed_to"):
            yield fact.get("attributed_to") or ""
    else:
        sample = fact.get("sample") or ""
        yield from filter(None, (f"{int(sample):,}" if sample.isdecimal() else sample, fact.get("year")))


def _problems(draft: Draft, checked: DraftCheck) -> list[Json]:
    return [
        {
            "file": problem.file.name,
            "line": problem.line,
            "what": problem.what,
            "instead": problem.instead,
            "target": _target(problem, draft.page) if problem.file == draft.page.file else None,
        }
        for problem in checked.problems
    ]


def _target(problem: Problem, page: DraftPage) -> str | None:
    """The fact or passage that a problem's line belongs to."""
    for passage in page.passages:
        if (passage.mark or passage.first) <= problem.line <= passage.last:
            return passage.path
    for block in page.blocks:
        if block.first <= problem.line <= block.last:
            facts = [fact for fact in page.facts if page.blocks[fact.block] is block]
            before = [fact for fact in facts if fact.line <= problem.line]
            return max(before, key=lambda fact: fact.line).path if before else (facts[0].path if facts else None)
    return "front" if problem.line < page.body_start else None
