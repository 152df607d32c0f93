"""Who owns each sentence: puts headings, tables, labels and introductions together into claims with sentences."""

from __future__ import annotations

import re

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.claims import Claim, Page
from knowledge.importing.extraction.entries import entries_of
from knowledge.importing.extraction.headed import distinct_names, headed
from knowledge.importing.extraction.known import name_key
from knowledge.importing.extraction.labelled import labelled, run_ins
from knowledge.importing.extraction.noun_phrases import jobs_in
from knowledge.importing.extraction.outline import Section, sections_of
from knowledge.importing.extraction.pay_lines import entries_at_pay_lines
from knowledge.importing.extraction.role_names import RoleName, has_job_noun
from knowledge.importing.extraction.spoken_of import introduced
from knowledge.importing.extraction.table_parts import table_rows
from knowledge.importing.extraction.tables import Table

_COMPARES = re.compile(
    r"\b(?:than|unlike|compared|whereas|while|lower|higher|less|instead|versus|vs|as opposed)\b", re.IGNORECASE
)


def claims_of(
    page: Page, not_sources: frozenset[str]
) -> tuple[list[Claim], dict[int, Table], dict[int, Claim | None], dict[int, Section]]:
    """All claims; the table of each row; the claim of each row; the section of each block."""
    sections = sections_of(page.document, page.known)
    claims, owners = headed(page, sections)
    tables, row_claims = _tables(page, sections, owners, not_sources)
    claims += [claim for claim in row_claims.values() if claim is not None and claim.how == "row"]
    for number, section in enumerate(sections):
        blocks = [b for b in section.blocks if b not in tables]
        if number in owners:
            claims += _give(page, owners[number], blocks)
    seen = distinct_names(claims)
    entries = entries_of(page.document.blocks, page.known)
    for number, section in enumerate(sections):
        if number not in owners:
            blocks = [b for b in section.blocks if b not in tables]
            claims += _open(page, section, blocks, seen, entries)
    by_block = {block: section for section in sections for block in section.blocks}
    by_block |= {section.heading: section for section in sections if section.heading is not None}
    return claims, tables, row_claims, by_block


def _tables(page: Page, sections: list[Section], owners: dict[int, list[Claim]], not_sources: frozenset[str]):
    tables: dict[int, Table] = {}
    claims: dict[int, Claim | None] = {}
    for number in sorted({block.table for block in page.document.blocks if block.table}):
        rows = [row for row in table_rows(page, number) if page.by_block.get(row)]
        if not rows:
            continue
        place = next((i for i, section in enumerate(sections) if rows[0] in section.blocks), 0)
        heading = sections[place].heading
        owned = owners.get(place, [])
        table = Table(
            page,
            rows,
            number,
            page.document.blocks[heading].text if heading is not None else "",
            owned[0] if len(owned) == 1 else None,
            not_sources,
        )
        names = table.names()
        for row in rows:
            tables[row] = table
            claims[row] = owned[0] if len(owned) == 1 and not names else None
            if row in names:
                claims[row] = page.claim(names[row], page.sentences[page.by_block[row][0]], "row")
                claims[row].table = number
            if claims[row] is not None:
                claims[row].sentences += page.by_block[row]
        for index, block in enumerate(page.document.blocks):
            if block.table == number and index not in tables and block.kind == "table_row":
                tables[index] = table
    return tables, claims


def _give(page: Page, owners: list[Claim], blocks: list[int]) -> list[Claim]:
    """Sentences under a heading: all to its one role, or to the one that they name last.

    Returns:
        Claims of other jobs whose pay is told there: "Entry-level liaisons get $165,000".
    """
    if len(owners) == 1:
        listed = run_ins(page, blocks)
        found, taken = labelled(page, [block for block in blocks if block in listed], {})
        blocks = [block for block in blocks if block not in taken]
        for block in blocks:
            if (turned := _turned(page, block, owners[0])) is not None:
                found.append(turned)
        turned_to = {claim.block for claim in found}
        blocks = [block for block in blocks if block not in turned_to]
        others = {i: claim for i in page.indices(blocks) if (claim := _other_with_pay(page, i, owners[0]))}
        owners[0].sentences += [i for i in page.indices(blocks) if i not in owners[0].sentences and i not in others]
        return [*found, *others.values()]
    current: list[Claim] = []
    for block in blocks:
        for index in page.by_block.get(block, []):
            named = _named_in(page, index, owners)
            current = named or current
            for claim in current if current else owners:
                (claim.sentences if current else claim.shared).append(index)
    return []


def _turned(page: Page, block: int, owner: Claim) -> Claim | None:
    """The other known job that a paragraph with pay of its own begins with: "... volunteer as a grant reviewer"."""
    indices = page.by_block.get(block, [])
    if page.document.blocks[block].kind != "paragraph" or not find_amounts(page.document.blocks[block].text):
        return None
    if any(mention.kind == owner.kind for mention in page.known.mentions(page.document.blocks[block].text)):
        return None
    first = page.sentences[indices[0]]
    for job in jobs_in(first.text, page.known):
        if job.how == "verb" and job.name.kind and job.name.kind != owner.kind and has_job_noun(job.name.title):
            claim = page.claim(job.name, first, "verb")
            claim.sentences = list(indices)
            return claim
    return None


def _other_with_pay(page: Page, index: int, owner: Claim) -> Claim | None:
    """Another known job that is the subject of a sentence with pay, unless it is only compared with."""
    sentence = page.sentences[index]
    amounts = find_amounts(sentence.text)
    if not amounts or _COMPARES.search(sentence.text) or owner.kind is None:
        return None
    for job in jobs_in(sentence.text, page.known):
        if job.how != "subject" or job.name.kind in (None, owner.kind) or job.name.end > amounts[0].start:
            continue
        if has_job_noun(job.name.title):
            claim = page.claim(job.name, sentence, "subject", 0.7)
            claim.sentences = [index]
            return claim
    return None


def _named_in(page: Page, index: int, owners: list[Claim]) -> list[Claim]:
    """The owners that a sentence names: the first, and the others where it has pay for several."""
    text = page.sentences[index].text
    key = f" {name_key(text)} "
    found = [(key.find(f" {name_key(claim.title)} "), claim) for claim in owners]
    found = [(at, claim) for at, claim in found if at >= 0]
    if not found:
        kinds = {mention.kind: mention.start for mention in page.known.mentions(text)}
        found = [(kinds[claim.kind], claim) for claim in owners if claim.kind in kinds]
    ordered = [claim for _, claim in sorted(found, key=lambda pair: pair[0])]
    return ordered if len(find_amounts(text)) > 1 else ordered[:1]


def _open(
    page: Page, section: Section, blocks: list[int], seen: dict[str, Claim], entries: dict[int, RoleName]
) -> list[Claim]:
    """Roles under a heading that names none, or under no heading."""
    at_pay_lines, taken = entries_at_pay_lines(page, blocks)
    rest = [block for block in blocks if block not in taken]
    labels, taken_by_labels = labelled(page, rest, entries)
    rest = [block for block in rest if block not in taken_by_labels]
    return [*at_pay_lines, *labels, *introduced(page, section, rest, seen)]


def other_job(page: Page, text: str, claim_kinds: set[str], titles: tuple[str, ...]) -> bool:
    """Whether the words before an amount speak of another known job than the one they stand under."""
    keys = {name_key(title) for title in titles}
    for job in jobs_in(text, page.known):
        if (
            job.how == "subject"
            and job.name.kind
            and job.name.kind not in claim_kinds
            and name_key(job.name.title) not in keys
        ):
            return True
    return False
