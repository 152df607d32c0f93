"""Roles whose pay stands on a line of its own, before the words that say what it is for."""

from __future__ import annotations

import re

from knowledge.importing.extraction.claims import Claim, Page
from knowledge.importing.extraction.evidence import judge
from knowledge.importing.extraction.labels import is_finished, labels_of, only_amount, role_label, says_no_amount
from knowledge.importing.extraction.noun_phrases import jobs_in
from knowledge.importing.extraction.role_names import plain_name

_GOES_ON = re.compile(r"(?:and|but|or|plus|it|they|that|this|she|he|also|i)\b", re.IGNORECASE)


def entries_at_pay_lines(page: Page, blocks: list[int]) -> tuple[list[Claim], set[int]]:
    """Entries whose pay stands on a line of its own before their text; also which blocks they take up."""
    claims: list[Claim] = []
    taken: set[int] = set()
    stands = [position for position, block in enumerate(blocks) if _is_pay(page.document.blocks[block].text)]
    for position, block in enumerate(blocks):
        text = page.document.blocks[block].text
        if position not in stands and not (len(stands) > 1 and says_no_amount(text)):
            continue
        before = blocks[position - 1] if position else None
        if before is not None and before not in taken and not is_finished(page.document.blocks[before].text):
            claim = _from_unfinished(page, before, block)
            following = blocks[position + 1] if position + 1 < len(blocks) else None
            if claim:
                if following is not None and _GOES_ON.match(page.document.blocks[following].text):
                    claim.sentences += page.indices([following])
                    taken.add(following)
                claims.append(claim)
                taken |= {before, block}
                continue
        if position + 1 < len(blocks) and position + 1 not in stands:
            claim = _from_following(page, block, blocks[position + 1])
            if claim:
                claims.append(claim)
                taken |= {block, blocks[position + 1]}
    return claims, taken


def _is_pay(text: str) -> bool:
    """Whether a line is an amount that somebody may be paid."""
    amount = only_amount(text)
    return amount is not None and judge(text, amount, amount.unit, False, True, True).is_pay


def _from_unfinished(page: Page, before: int, block: int) -> Claim | None:
    """ "... and says she's never below" / "$700 per evaluation"."""
    indices = page.by_block.get(before, [])
    if not indices:
        return None
    last = page.sentences[indices[-1]]
    jobs = jobs_in(last.text, page.known)
    if not jobs:
        return None
    claim = page.claim(jobs[0].name, last, "number", 0.8)
    claim.sentences = [last.index, *page.by_block.get(block, [])]
    return claim


def _from_following(page: Page, block: int, following: int) -> Claim | None:
    text = page.document.blocks[following].text
    indices = page.by_block.get(following, [])
    if not indices or page.document.blocks[following].kind == "heading":
        return None
    first = page.sentences[indices[0]]
    name = role_label(text, page.known)
    if name is None:
        jobs = [job.name for job in jobs_in(first.text, page.known)]
        name = jobs[0] if jobs else None
    if name is None:
        label = next(iter(labels_of(text)), None)
        name = plain_name(label.text, page.known) if label else None
    if name is None:
        return None
    claim = page.claim(name, first, "number", max(name.confidence, 0.7))
    claim.sentences = [*page.by_block.get(block, []), *indices]
    return claim
