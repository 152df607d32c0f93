"""Roles that no heading and no label names: numbers with their label below, jobs that sentences introduce."""

from __future__ import annotations

import re

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.claims import Claim, Page
from knowledge.importing.extraction.evidence import around, judge
from knowledge.importing.extraction.figures import stated_unit
from knowledge.importing.extraction.known import name_key
from knowledge.importing.extraction.labels import is_finished, labels_of, only_amount, role_label, says_no_amount
from knowledge.importing.extraction.noun_phrases import Introduced, jobs_in
from knowledge.importing.extraction.outline import Section
from knowledge.importing.extraction.role_names import plain_name
from knowledge.importing.extraction.told import told_with_pay

_FIELD = re.compile(r"\s(?:in|of|for)\s(?:\w+\s){0,2}")
_OTHER_PERSON = re.compile(r"(?:Mr|Ms|Mrs|Dr|Prof)\b\.?\s")
_TAKES_UP = re.compile(
    r"(?:and|but|plus|it|they|she|he|also)\b|(?:this|that|these|those)\s(?:is|was|are|were|pays?|paid|can|may|means|one)\b",
    re.IGNORECASE,
)
_GOES_ON_ABOUT = re.compile(
    r"(?:(?:the|its|their|his|her|my|typical|average|annual|starting|hourly)\s)?(?:\w+\s)?(?:pay|salar|compensation|rates?|fees?|income|earnings|hours|work|job|role|position|money|company)",
    re.IGNORECASE,
)
# A line with nobody but the author of what follows, as in a forum: "> tired_in_toledo", "@mary wrote:".
_AUTHOR = re.compile(r"(?:[>@]\s?|u/)[\w.-]+(?:\s(?:wrote|said|replied))?:?|\w+_\w+:?")
_GOES_ON = re.compile(r"(?:and|but|or|plus|it|they|that|this|she|he|also|i)\b", re.IGNORECASE)


def numbered_entries(page: Page, blocks: list[int]) -> tuple[list[Claim], set[int]]:
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


def introduced(page: Page, section: Section, blocks: list[int], seen: dict[str, Claim]) -> list[Claim]:
    """Jobs that the running text introduces; what follows a job's sentence belongs to it.

    Args:
        page: The document.
        section: Where the blocks stand; under a heading a job goes on over paragraphs.
        blocks: Blocks that no label claims.
        seen: Claims so far, by key and by name: a sentence that begins with their name is theirs.
    """
    claims: list[Claim] = []
    current: list[Claim] = []
    before: list[int] = []  # what the section says before it comes to the first job holds for all of them
    first = next((index for index, block in enumerate(page.document.blocks) if block.kind == "heading"), None)
    is_title = section.heading is not None and section.heading == first and section.level == 1
    for block in blocks:
        if page.document.blocks[block].kind in ("table_row", "caption"):
            continue
        if _OTHER_PERSON.match(page.document.blocks[block].text) or _AUTHOR.fullmatch(page.document.blocks[block].text):
            current = []
        if section.heading is None or any(claim.how == "again" for claim in current):
            current = []
        if current and (_turns(page, block, current) or (is_title and not _goes_on(page.document.blocks[block].text))):
            current = []
        for index in page.by_block.get(block, []):
            new = _new_claims(page, index, seen, claims, bool(current))
            if new:
                current = new
                claims += [claim for claim in new if claim not in claims]
            if not current and not claims:
                before.append(index)
            for claim in current:
                if index not in claim.sentences:
                    claim.sentences.append(index)
    if section.heading is not None and not is_title:
        for claim in claims:
            claim.shared += before
    return claims


def _goes_on(text: str) -> bool:
    """Whether a paragraph takes up what the one before spoke of: "She is paid ...", "The pay is ..."."""
    return bool(_TAKES_UP.match(text) or _GOES_ON_ABOUT.match(text))


def _turns(page: Page, block: int, current: list[Claim]) -> bool:
    """Whether a paragraph turns to other work than the text was about: it names another kind and not this one."""
    text = page.document.blocks[block].text
    kinds = {mention.kind for mention in page.known.mentions(text)}
    return bool(kinds) and kinds.isdisjoint({claim.kind for claim in current})


def _new_claims(page: Page, index: int, seen: dict[str, Claim], claims: list[Claim], within: bool) -> list[Claim]:
    """The claims that a sentence opens; `within` the text about a role, a passing mention opens none."""
    sentence = page.sentences[index]
    amounts = find_amounts(sentence.text)
    has_pay, first_amount = bool(amounts), amounts[0].start if amounts else 0
    pay_soon = has_pay or any(
        _pays(page, later) for later in range(index + 1, index + 3) if _same_block(page, index, later)
    )
    alone = (
        sentence.first and len({m.kind for m in page.known.mentions(page.document.blocks[sentence.block].text)}) == 1
    )
    chosen: list[Claim] = []
    if (again := _begins_with_name(sentence.text, seen)) is not None:
        own = next((claim for claim in claims if claim.key == again.key), None)
        chosen.append(own or Claim(again.title, again.kind, sentence.quote, "again", again.confidence, sentence.block))
    jobs = jobs_in(sentence.text, page.known)
    for job in jobs:
        claim = _known_claim(job, claims)
        known_before = _known_claim(job, list(seen.values()))
        if claim is None and not _introduces(job, has_pay, pay_soon, known_before is not None, first_amount, alone):
            continue
        if job.how == "mention" and (within if claim is None else not has_pay):
            continue
        if job.how == "mention" and _narrows(sentence.text, job, jobs):
            continue
        claim = claim or page.claim(job.name, sentence, "again" if known_before and job.how != "verb" else job.how)
        if claim not in chosen and not any(one.key == claim.key for one in chosen):
            chosen.append(claim)
    if not chosen and not within and (told := told_with_pay(page, index)):
        chosen.append(page.claim(told, sentence, "told"))
    return chosen


def _narrows(text: str, job: Introduced, jobs: tuple[Introduced, ...]) -> bool:
    """ "Medical directors in drug development": the field that the job before it is in."""
    return any(
        other.how == "subject" and _FIELD.fullmatch(text[other.name.end : job.name.start])
        for other in jobs
    )


def _same_block(page: Page, index: int, later: int) -> bool:
    return later < len(page.sentences) and page.sentences[later].block == page.sentences[index].block


def _pays(page: Page, index: int) -> bool:
    text = page.sentences[index].text
    return any(
        judge(text, amount, stated_unit(around(text, amount), amount), False, False, True).is_pay
        for amount in find_amounts(text)
    )


def _begins_with_name(text: str, seen: dict[str, Claim]) -> Claim | None:
    """ "Patent searches paid much less": the sentence begins with a name that a row or a heading gave."""
    words = name_key(text[:120]).split()
    words = words[1:] if words[:1] in (["the"], ["a"], ["an"], ["our"], ["most"], ["many"]) else words
    for name, claim in seen.items():
        key = name.split()
        lead = key[: 2 if len(key) > 2 else len(key)]
        if " " in name and words[: len(lead)] == lead and (len(key) == len(lead) or not claim.kind):
            return claim
    return None


def _known_claim(job: Introduced, claims: list[Claim]) -> Claim | None:
    key = job.name.kind or name_key(job.name.title)
    for claim in claims:
        if claim.key == key or (claim.kind is None and _same_work(name_key(claim.title), name_key(job.name.title))):
            return claim
    return None


def _same_work(one: str, other: str) -> bool:
    """ "cosmetics claims scientist" and "cosmetics scientist": all words of the shorter, same last word."""
    first, second = one.split(), other.split()
    if len(first) > len(second):
        first, second = second, first
    return len(first) > 1 and first[-1] == second[-1] and set(first) <= set(second)


def _introduces(
    job: Introduced, has_pay: bool, pay_soon: bool, claimed_elsewhere: bool, first_amount: int, alone: bool
) -> bool:
    if job.how == "verb":
        return True
    if job.how == "subject":
        return bool(job.name.kind) or pay_soon or claimed_elsewhere
    if has_pay:
        return bool(job.name.kind) and job.name.start < first_amount
    return bool(job.name.kind) and alone and pay_soon
