"""Roles that headings name: which sections are about one role, several, or none."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re
from dataclasses import replace

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.claims import Claim, Page
from knowledge.importing.extraction.evidence import judge
from knowledge.importing.extraction.known import name_key
from knowledge.importing.extraction.labels import role_label
from knowledge.importing.extraction.noun_phrases import jobs_in
from knowledge.importing.extraction.outline import Section
from knowledge.importing.extraction.pay_labels import is_pay_label
from knowledge.importing.extraction.role_names import RoleName, has_job_noun, plain_name, roles_named
from knowledge.importing.extraction.role_words import WORK_NOUNS

_NUMBERED = re.compile(
    r"\s*(?:#?\d{1,3}\s*[.):–-]|(?:role|job|career|option|path|gig|side gig)\s*#?\d+)", re.IGNORECASE
)
_ASPECT = re.compile(
    r"(?:the |its |typical |average |expected |what )?(?:pay|salary|salaries|compensation|earnings|income|pay range|salary range"
    r"|what it pays|it pays|you (?:do|need|will do|earn)|requirements|qualifications|responsibilities|duties|pros(?: and cons)?|cons"
    r"|how to (?:start|get started|get in|break in)|getting (?:started|in)|schedule|hours|lifestyle|the (?:work|job|money|catch)|the upside|the downside"
    r"|overview|job description|outlook|travel|a typical day|day to day|day-to-day|education|training|skills|who it suits|at a glance)\W*",
    re.IGNORECASE,
)


def headed(page: Page, sections: list[Section]) -> tuple[list[Claim], dict[int, list[Claim]]]:
    """The claims of headings, and for each section (by position in `sections`) the claims that own it."""
    names = [_names(page, section) for section in sections]
    _as_siblings(page, sections, names)
    _without_parents(page, sections, names)
    owners: dict[int, list[Claim]] = {}
    claims: list[Claim] = []
    position = {id(section): number for number, section in enumerate(sections)}
    for number, section in enumerate(sections):
        if names[number]:
            sentence = page.sentences[page.by_block[section.heading][0]]
            owners[number] = [page.claim(name, sentence, "heading") for name in names[number]]
            if find_amounts(sentence.text):
                owners[number][0].sentences.append(sentence.index)
            claims += owners[number]
        elif section.parent is not None and section.heading is not None:
            above = owners.get(position[id(section.parent)])
            before = owners.get(number - 1) if _is_aspect(page, section) else None
            if above or before:
                owners[number] = above or before or []
    return claims, owners


def _names(page: Page, section: Section) -> list[RoleName]:
    if section.heading is None or section.heading not in page.by_block:
        return []
    following = page.document.blocks[section.heading + 1 : section.heading + 2]
    is_first = section.heading == _first_heading(page) or section.heading == 0
    if is_first and (section.level == 1 or not any(find_amounts(block.text) for block in following)):
        return []  # the article's own title, or that of what it appeared in
    return roles_named(page.said(section.heading), page.known)


def _first_heading(page: Page) -> int:
    blocks = page.document.blocks
    return next((i for i, block in enumerate(blocks) if block.kind == "heading"), -1)


def _is_aspect(page: Page, section: Section) -> bool:
    return bool(_ASPECT.fullmatch(page.document.blocks[section.heading].text.strip()))


def _as_siblings(page: Page, sections: list[Section], names: list[list[RoleName]]) -> None:
    """A heading of no known form is a role where its sisters are, and where its own pay stands below it."""
    position = {id(section): number for number, section in enumerate(sections)}
    for parent in sections:
        children = [position[id(child)] for child in parent.children]
        roles = [n for n in children if names[n]]
        for number in children:
            section = sections[number]
            if names[number] or section.heading is None or _is_aspect(page, section):
                continue
            text = page.said(section.heading)
            name = plain_name(text, page.known)
            if name is None:
                continue
            numbered = bool(_NUMBERED.match(text)) and len(roles) >= 2
            labelled = _has_pay_label(page, section) and not _introduces(page, section)
            most = len(roles) >= 2 and 2 * len(roles) >= len(children)
            gerund = " " not in name.title and name.title.lower() in WORK_NOUNS and name.title.lower().endswith("ing")
            if (
                labelled
                or (gerund and _has_pay(page, section))
                or (most and (numbered or _has_pay(page, section)) and not _introduces(page, section))
            ):
                names[number] = [name]


def _has_pay(page: Page, section: Section) -> bool:
    """Whether an amount under a heading is pay by itself."""
    for index in page.indices(section.blocks):
        text = page.sentences[index].text
        for amount in find_amounts(text):
            if judge(text, amount, amount.unit, False, False, True).is_pay:
                return True
    return False


def _has_pay_label(page: Page, section: Section) -> bool:
    """Whether a line of its own says what it pays."""
    return any(
        is_pay_label(page.document.blocks[block].text) and find_amounts(page.document.blocks[block].text)
        for block in section.blocks if page.document.blocks[block].kind in ("paragraph", "list_item")
    )  # fmt: skip


def _introduces(page: Page, section: Section) -> bool:
    """Whether sentences under an employer's name speak of the jobs there."""
    return any(
        job.how == "verb" and (job.name.kind or job.name.confidence > 0.6)
        for index in page.indices(section.blocks) for job in jobs_in(page.sentences[index].text, page.known)
    )  # fmt: skip


def _without_parents(page: Page, sections: list[Section], names: list[list[RoleName]]) -> None:
    """A chapter whose sections are roles is none itself, unless it has pay of its own."""
    position = {id(section): number for number, section in enumerate(sections)}
    for number in range(len(sections) - 1, -1, -1):
        section = sections[number]
        children = [position[id(child)] for child in section.children if names[position[id(child)]]]
        has_pay = any(find_amounts(page.document.blocks[block].text) for block in section.blocks)
        own = _kinds_below(page, section) if names[number] and not any(name.kind for name in names[number]) else set()
        vague = names[number] and names[number][0].confidence < 0.8 and not names[number][0].kind
        if (children and not has_pay) or len(own) > 1 or (vague and len(_kinds_presented(page, section)) > 1):
            names[number] = []  # it only gathers entries that name their own work: "CHART WORK" over two posts
        elif len(own) == len(names[number]) == 1 and not has_job_noun(names[number][0].title):
            names[number] = [replace(names[number][0], kind=own.pop())]
        own_words = sum(len(page.document.blocks[block].text) for block in section.all_blocks)
        if names[number] and own_words == 0:
            names[number] = []


def _kinds_below(page: Page, section: Section) -> set[str]:
    """The known kinds of work with which blocks under a heading begin."""
    labels = (role_label(page.said(block), page.known) for block in section.blocks)
    return {label.kind for label in labels if label and label.kind}


def _kinds_presented(page: Page, section: Section) -> set[str]:
    """The known kinds of work that sentences under a heading present: "Quieter medicine", over three jobs."""
    return {
        job.name.kind
        for index in page.indices(section.blocks) for job in jobs_in(page.sentences[index].text, page.known)
        if job.name.kind and job.how != "mention"
    }  # fmt: skip


def distinct_names(claims: list[Claim]) -> dict[str, Claim]:
    """Claims by what they are merged by, the first of each."""
    found: dict[str, Claim] = {}
    for claim in claims:
        found.setdefault(claim.key, claim)
        found.setdefault(name_key(claim.title), claim)
    return found
