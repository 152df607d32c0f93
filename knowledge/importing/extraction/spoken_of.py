"""Roles that no heading and no label names: jobs that sentences introduce."""

from __future__ import annotations

import re

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.claims import Claim, Page
from knowledge.importing.extraction.evidence import around, judge
from knowledge.importing.extraction.figures import stated_unit
from knowledge.importing.extraction.known import name_key
from knowledge.importing.extraction.noun_phrases import Introduced, jobs_in
from knowledge.importing.extraction.outline import Section
from knowledge.importing.extraction.pay_notes import pay_note
from knowledge.importing.extraction.told import told_with_pay

_FIELD = re.compile(r"\s(?:in|of|for)\s(?:\w+\s){0,2}")
_OTHER_PERSON = re.compile(r"(?:Mr|Ms|Mrs|Dr|Prof)\b\.?\s")
_TAKES_UP = re.compile(
    r"(?:and|but|plus|it|they|she|he|her|his|also)\b|(?:this|that|these|those)\s(?:is|was|are|were|pays?|paid|can|may|means|one)\b",
    re.IGNORECASE,
)
_GOES_ON_ABOUT = re.compile(
    r"(?:(?:the|its|their|his|her|my|typical|average|annual|starting|hourly)\s)?(?:\w+\s)?(?:pay|salar|compensation|rates?|fees?|income|earnings|hours|work|job|role|position|money|company)",
    re.IGNORECASE,
)
# A line with nobody but the author of what follows, as in a forum: "> tired_in_toledo", "@mary wrote:".
_AUTHOR = re.compile(r"(?:[>@]\s?|u/)[\w.-]+(?:\s(?:wrote|said|replied))?:?|\w+_\w+:?")
_OF_THE_SAME = re.compile(r"(?:she|he|her|his|its|their)\b", re.IGNORECASE)


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
            new = _new_claims(page, index, seen, claims, current)
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
    if _OF_THE_SAME.match(text):  # "Her next rung is ..." comes later in what goes on about her
        text = page.sentences[page.by_block[block][0]].text
    kinds = {mention.kind for mention in page.known.mentions(text)}
    return bool(kinds) and kinds.isdisjoint({claim.kind for claim in current})


def _new_claims(
    page: Page, index: int, seen: dict[str, Claim], claims: list[Claim], within: list[Claim]
) -> list[Claim]:
    """The claims that a sentence opens; `within` the text about roles, a passing mention opens none."""
    sentence = page.sentences[index]
    amounts = find_amounts(sentence.text)
    has_pay, first_amount = bool(amounts), amounts[0].start if amounts else 0
    pay_soon = has_pay or _pays_soon(page, index)
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
        if claim is None and any(_does_it(job, one) for one in within):
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


def _pays_soon(page: Page, index: int) -> bool:
    """Whether pay follows in the block: within two sentences, or wherever no other work comes between."""
    sentence = page.sentences[index]
    for later in page.by_block[sentence.block]:
        if later <= index:
            continue
        if _pays(page, later):
            return True
        if later > index + 1 and (not sentence.first or jobs_in(page.sentences[later].text, page.known)):
            return False
    return sentence.first and pay_note([page.sentences[later] for later in page.by_block[sentence.block]]) is not None


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


def _does_it(job: Introduced, claim: Claim) -> bool:
    """Whether a job of no known kind is only who does the work spoken of: "contract reviewers", of a review."""
    words, work = name_key(job.name.title).split(), name_key(claim.title).split()[-1]
    agent = words[-1].removesuffix("er").removesuffix("or")
    return job.name.kind is None and len(words) < 3 and agent != words[-1] and work.startswith(agent) and len(agent) > 3


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
