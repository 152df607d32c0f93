"""Roles that labels name: paragraphs and list items that begin with a role's name and have its pay."""

from __future__ import annotations

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.claims import Claim, Page
from knowledge.importing.extraction.labels import colon_label, labels_of, role_label
from knowledge.importing.extraction.role_names import RoleName

_MARKS = (":", "–", "—", "-")


def labelled(page: Page, blocks: list[int], entries: dict[int, RoleName]) -> tuple[list[Claim], set[int]]:
    """Blocks that begin with a role's name and have its pay: "Chart review: $85 an hour"."""
    claims: list[Claim] = []
    lists = _lists_of_roles(page, blocks) | run_ins(page, blocks)
    for block in blocks:
        source = page.document.blocks[block]
        if source.kind not in ("paragraph", "list_item") or block not in page.by_block:
            continue
        name = role_label(page.said(block), page.known) or entries.get(block)
        if name is None or not (name.kind or find_amounts(source.text) or block in lists):
            continue
        if source.kind == "paragraph" and not find_amounts(source.text) and not _stands_apart(page.said(block), name):
            continue
        claim = page.claim(name, page.sentences[page.by_block[block][0]], "label")
        claim.listed = block in lists
        claim.sentences = list(page.by_block[block])
        claims += [claim, *_within(page, claim)]
    return claims, {claim.block for claim in claims}


def _within(page: Page, first: Claim) -> list[Claim]:
    """Further roles of a paragraph, each at the beginning of a sentence with its pay: "Item writing: $600 a set".

    Their sentences are taken from the first one.
    """
    found: list[Claim] = []
    for index in first.sentences[1:]:
        sentence = page.sentences[index]
        name = role_label(sentence.text, page.known)
        label = colon_label(sentence.text)
        if name and label and label.mark == ":" and label.end >= name.end and find_amounts(sentence.text):
            found.append(page.claim(name, sentence, "label"))
    for claim, following in zip(found, [*found[1:], None]):
        until = following.quote.start if following else None
        claim.sentences = [
            index for index in first.sentences
            if page.sentences[index].start >= claim.quote.start
            and (until is None or page.sentences[index].start < until)
        ]  # fmt: skip
    if found:
        first.sentences = [index for index in first.sentences if page.sentences[index].start < found[0].quote.start]
    return found


def _lists_of_roles(page: Page, blocks: list[int]) -> set[int]:
    """Items of lists in which most items begin with a role's name, and two or more have pay."""
    found: set[int] = set()
    run: list[int] = []
    for block in [*blocks, -1]:
        if block >= 0 and page.document.blocks[block].kind == "list_item" and (not run or block == run[-1] + 1):
            run.append(block)
            continue
        texts = [page.document.blocks[item].text for item in run]
        named = sum(role_label(text, page.known) is not None for text in texts)
        if named >= 3 and 2 * named > len(run) and sum(bool(find_amounts(text)) for text in texts) >= 2:
            found.update(run)
        run = [block] if block >= 0 and page.document.blocks[block].kind == "list_item" else []
    return found


def run_ins(page: Page, blocks: list[int]) -> set[int]:
    """Paragraphs and items that begin with a role's name and a full stop, where most of their section do."""
    found, others = set(), 0
    for block in blocks:
        if page.document.blocks[block].kind not in ("paragraph", "list_item"):
            continue
        name, labels = role_label(page.said(block), page.known), labels_of(page.said(block))
        if name and name.confidence > 0.8 and any(one.mark in (".", "(") and one.end >= name.end for one in labels):
            found.add(block)
        else:
            others += 1
    return found if len(found) > 1 and len(found) >= others else set()


def _stands_apart(text: str, name: RoleName) -> bool:
    label = next((label for label in labels_of(text) if label.end >= name.end), None)
    return label is not None and label.mark in (*_MARKS, ".")
