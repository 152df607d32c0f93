"""All that is found in one document: roles with their pay and properties, polls, and what found no place."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.importing.document import SourceDocument
from knowledge.importing.extracted import ExtractedFigure, ExtractedPoll, ExtractedRole, Extraction, Unplaced
from knowledge.importing.extraction.attributes import attributes_of
from knowledge.importing.extraction.claims import Claim, Page, names_of_headings, page_of
from knowledge.importing.extraction.grammar import reading_one_document
from knowledge.importing.extraction.known import KnownWork
from knowledge.importing.extraction.merging import RoleGroup, merged
from knowledge.importing.extraction.outline import Section
from knowledge.importing.extraction.owning import claims_of
from knowledge.importing.extraction.pay_notes import pay_note
from knowledge.importing.extraction.placing import Placing
from knowledge.importing.extraction.polls import find_polls
from knowledge.importing.extraction.role_names import is_organisation
from knowledge.importing.extraction.rules import rules_of
from knowledge.importing.extraction.sentences import Sentence, sentences_of
from knowledge.importing.extraction.specialties import specialties_of
from knowledge.importing.extraction.tables import Table


def extract(document: SourceDocument, known: KnownWork) -> Extraction:
    """Find the facts of a document. Nothing of it is decided: a person reviews every fact.

    Args:
        document: What was read of a file.
        known: The kinds of work that the knowledge base has.

    Returns:
        Facts in reading order, each with its sentence: `document.text[quote.start:quote.end] == quote.text`.
    """
    with reading_one_document():
        return _extract(document, known)


def _extract(document: SourceDocument, known: KnownWork) -> Extraction:
    page = page_of(document, sentences_of(document), known)
    not_sources = names_of_headings(page)
    claims, tables, row_claims, sections = claims_of(page, not_sources)
    groups = merged(claims)
    group_of = {id(claim): group for group in groups for claim in group.claims}
    headings = frozenset(claim.block for claim in claims if claim.how == "heading")
    rules = rules_of(page, sections, not_sources, headings)
    placing = Placing(page, claims, groups, not_sources, rules, sections)
    for sentence in page.sentences:
        block = document.blocks[sentence.block]
        if sentence.block in tables:
            table = tables[sentence.block]
            group = group_of.get(id(row_claims.get(sentence.block)))
            if group is None and not any(row_claims.get(row) for row in table.rows):
                group = _led_by(page, groups, table)
            _place_row(placing, group, table, sentence.block)
        elif block.kind != "caption":
            placing.place(sentence)
    roles = [_role(page, group, placing, sections) for group in groups]
    kept = [role for role in roles if role is not None]
    polls, left = _polls(document, placing)
    unplaced = sorted([*placing.unplaced, *left], key=lambda one: one.quote.start)
    return Extraction(
        specialties_of(document), tuple(sorted(kept, key=lambda r: r.quote.start)), polls, tuple(unplaced)
    )


def _led_by(page: Page, groups: list[RoleGroup], table: Table) -> RoleGroup | None:
    """The one role that is spoken of right over a table, where the rows are places or levels of it, and of no other."""
    first = table.columns.first("role")
    labels = [table.columns.label(column) for column in range(len(table.columns.header)) if column != first]
    if first is None or not table.columns.is_of_places(first) or any(map(_names_somebody, labels)):
        return None
    over = next(n for n in range(table.rows[0] - 1, -2, -1) if n < 0 or page.document.blocks[n].kind != "table_row")
    last = page.by_block.get(over, [])[-1:]
    leading = [group for group in groups if last and last[0] in group.sentences()]
    if not leading:
        told = f"{page.said(over) if last else ''}\n{table.heading}"
        named = {mention.kind for mention in page.known.mentions(told)}
        leading = [group for group in groups if group.kind in named]
    return leading[0] if len(leading) == 1 else None


def _names_somebody(label: str) -> bool:
    """Whether the header of a column says whose pay it is: "Average salary of nurses"."""
    return bool(re.search(r"\b(?:of|for)\s[a-z]", label))


def _place_row(placing: Placing, group: RoleGroup | None, table: Table, row: int) -> None:
    if row not in table.rows:
        return
    figures, left = table.figures(row, group.titles if group else ())
    figures = [placing.by_rule(one, row) for one in figures]
    if group is None:
        left = left + [Unplaced(one.as_written, "its row names no role", one.quote, one) for one in figures]
    else:
        placing.figures.setdefault(id(group), []).extend(figures)
    placing.unplaced += left


def _role(page: Page, group: RoleGroup, placing: Placing, sections: dict[int, Section]) -> ExtractedRole | None:
    figures = placing.figures.get(id(group), [])
    first = group.first
    own = [page.sentences[index] for index in group.sentences()]
    heads = [sentence for claim in group.claims if claim.how == "heading" for sentence in [_at(page, claim)]]
    shared = [page.sentences[index] for index in group.sentences(shared=True)]
    attributes = attributes_of([*heads, *own], shared, page.document, _employers(page, group, sections))
    note = None if figures else pay_note(own)
    told = (note and (first.how == "label" or _opens_block(page, first))) or (group.is_held and (note or attributes))
    if not group.is_certain and not figures and not told:
        return None
    if first.how == "row" and not figures and not attributes and not note:
        return None
    blocks = sorted({claim.block for claim in group.claims} | {sentence.block for sentence in own})
    return ExtractedRole(
        title=first.title, kind=group.kind, quote=first.quote, blocks=tuple(blocks),
        figures=tuple(_without_repeats(figures)),
        attributes=attributes, pay_note=note[0] if note else None, pay_note_quote=note[1] if note else None,
        confidence=round(first.confidence, 2),
    )  # fmt: skip


def _opens_block(page: Page, claim: Claim) -> bool:
    """Whether a paragraph begins with a role as its subject: "The operating partner sits with the fund"."""
    return claim.how == "subject" and page.sentences[page.by_block[claim.block][0]].quote == claim.quote


def _employers(page: Page, group: RoleGroup, sections: dict[int, Section]) -> list[Sentence]:
    """The headings above a role that name who employs: "Insurers and review companies"."""
    found = []
    own = {claim.block for claim in group.claims}
    for claim in group.claims:
        section = sections.get(claim.block)
        while section is not None and section.heading is not None:
            if section.heading not in own and section.level > 1 and is_organisation(page.said(section.heading)):
                found.append(page.sentences[page.by_block[section.heading][0]])
            section = section.parent
    return found


def _at(page: Page, claim: Claim):
    return page.sentences[page.by_block[claim.block][0]]


def _without_repeats(figures: list[ExtractedFigure]) -> list[ExtractedFigure]:
    """The same figure said twice is one, with what either saying adds to it."""
    kept: list[ExtractedFigure] = []
    for one in figures:
        same = next((number for number, other in enumerate(kept) if _are_one(one, other)), None)
        if same is None:
            kept.append(one)
            continue
        other = kept[same]
        kept[same] = replace(
            other,
            statistic=one.statistic if other.statistic == "unspecified" else other.statistic,
            attributed_to=other.attributed_to or one.attributed_to,
            qualifier=other.qualifier or one.qualifier,
            geography=other.geography or one.geography,
            unit_basis="stated" if "stated" in (one.unit_basis, other.unit_basis) else "inferred",
        )
    return kept


def _are_one(one: ExtractedFigure, other: ExtractedFigure) -> bool:
    if (one.low, one.high, one.currency, one.unit) != (other.low, other.high, other.currency, other.unit):
        return False
    pairs = [
        (one.attributed_to, other.attributed_to),
        (one.qualifier, other.qualifier),
        (one.geography, other.geography),
    ]
    return (
        all(a is None or b is None or a == b for a, b in pairs)
        and len({one.statistic, other.statistic} - {"unspecified"}) < 2
    )


def _polls(document: SourceDocument, placing: Placing) -> tuple[tuple[ExtractedPoll, ...], tuple[Unplaced, ...]]:
    spans = []
    for one in (figure for figures in placing.figures.values() for figure in figures):
        at = one.quote.text.find(one.as_written)
        spans.append((one.quote.start + max(at, 0), one.quote.start + max(at, 0) + len(one.as_written)))
    return find_polls(document, spans)
