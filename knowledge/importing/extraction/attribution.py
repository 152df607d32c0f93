"""The source of a figure that its own sentence does not name: up to two sentences away, or once for a section."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.claims import Claim, Page
from knowledge.importing.extraction.places import adjective_places
from knowledge.importing.extraction.sources import SITES, source_in

OTHER_VOICE = re.compile(
    r"\b(?:recruiters?|colleagues?|friends?|readers?|members?|i|my|me|she|he|we spoke)\b[^.;]*?"
    r"\b(?:quoted|told|said|says|offered|charge[sd]?|gets?|got|makes?|made|earns?|earned)\b"
    r"|\b(?:I|she|he|we)(?:[’']m|[’']s|[’']re|\sam|\swas|\sis|\swere|\sare)\s(?:now\s)?(?:at|on)\b|\bmy\s(?:base|pay|salary|rate|fee)\b"
    r"|^[“\"]\s?(?:I|We|It|They)\b|\baccording to (?:an?|one|two|three|four|some|several|my|our|people|those)\s",
    re.IGNORECASE,
)
# Who did not answer the survey that all other figures are from.
NO_ANSWER = re.compile(
    r"\b(?:recruiters?|friends?|i|my|me|she|he|ads?|postings?|advertis\w+)\b[^.;]*?"
    r"\b(?:quoted|told|said|says|offer(?:ed|s)?|charge[sd]?|gets?|got|makes?|made|earns?|earned|pays?)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:both|these|those|the|all|its|that|this|such)\s?(?:\w+\s){0,2}?(?:numbers?|figures?|amounts?|salaries|averages?|medians?|ranges?|rates?|percentiles|data|values|estimates?|is|are|was|were|comes?|come)\b",
    re.IGNORECASE,
)
_BACK_START = re.compile(
    r"^(?:both|these|those|that|this|the (?:figures?|numbers?|averages?|medians?|data|ranges?|amounts?|salaries|rates?)|all|so says?|source|data|(?:they|it|those|these)(?:[’']re|[’']s|\sare|\sis|\scame|\scome) (?:all )?from)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:averages|medians|ranges)\b", re.IGNORECASE)
_ITEMS = 15  # items of a list that its first line may speak for
_LINK = re.compile(
    r"\b(?:the same (?:site|source|survey|report|page|database|study|poll|data|list|ledger|census|directory|guide|index)|it (?:also|has|shows|puts|gives|lists|was|says|reports)|they (?:also|put|list|report|give)|there,? too|its (?:median|average|range))\b|^(?:it|there)\b",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"\b(?:(?:swiss|german|british|american|u\.s\.|all|the|these|our|following|below|pay|salary)\s)?(?:numbers?|figures?|salaries|averages|medians|data|ranges|amounts|rates|pay)\b(?:\s[\w’'-]+){0,6}?\s(?:are|is|come|comes|were|was|stem|taken|drawn|from|those)\b",
    re.IGNORECASE,
)
_ABOUT_DATA = re.compile(
    r"\b(?:sample|numbers|figures|data|salar|pay\b|page|listing|breaks|looked|checked|survey|report|consult)",
    re.IGNORECASE,
)


def distant_source(page: Page, claim: Claim, index: int, not_sources: frozenset[str], place: str | None) -> str | None:
    """The source of a figure in sentence `index`, when that sentence names none.

    Looks two sentences back, one or two ahead, and at what the section says of all its figures.
    """
    own = claim.sentences
    if announced := _lead_in(page, index, not_sources):
        return announced
    if index not in own:
        return None
    position = own.index(index)
    ahead = _ahead(page, own[position + 1 : position + 3], not_sources)
    return (
        ahead
        or _behind(page, index, own[max(0, position - 2) : position], not_sources)
        or _rule(page, own, index, not_sources, place)
    )


def _lead_in(page: Page, index: int, not_sources: frozenset[str]) -> str | None:
    """ "The going rates, from a survey by the Academy:" above the list that a sentence is an item of."""
    blocks, block = page.document.blocks, page.sentences[index].block
    if blocks[block].kind != "list_item":
        return None
    above = next((i for i in range(block - 1, max(-1, block - _ITEMS), -1) if blocks[i].kind != "list_item"), None)
    if above is None or blocks[above].kind != "paragraph" or not page.by_block.get(above):
        return None
    lead = page.sentences[page.by_block[above][-1]].text
    found = source_in(lead, not_sources) if lead.rstrip().endswith(":") else None
    return found[0] if found else None


def _ahead(page: Page, following: list[int], not_sources: frozenset[str]) -> str | None:
    """ "Both numbers were taken from ZipRecruiter": a later sentence without an amount that points back."""
    for number in following:
        text = page.sentences[number].text
        if find_amounts(text):
            return None
        if _BACK_START.match(text) or (_BACK.search(text[:50]) and SITES.search(text)):
            found = source_in(text, not_sources)
            if found:
                return found[0]
    return None


def _behind(page: Page, index: int, before: list[int], not_sources: frozenset[str]) -> str | None:
    """A sentence before it that names a source and no amount of its own; or "the same site shows"."""
    text = page.sentences[index].text
    linked = bool(_LINK.search(text))
    for number in reversed(before):
        earlier = page.sentences[number].text
        found = source_in(earlier, not_sources)
        if found is None:
            continue
        if find_amounts(earlier):
            return found[0] if linked or continues(text) else None
        if SITES.search(earlier) or (linked and _ABOUT_DATA.search(earlier)):
            return found[0]
        return None
    return None


def continues(text: str) -> bool:
    """Whether a sentence such as "For testimony in court it was" takes up what the one before said."""
    return bool(
        re.match(
            r"(?:and\s)?for\s[^,.]{3,60}?\s(?:it|they|that|the (?:figure|median|average))\s(?:was|is|were|are)\b",
            text,
            re.IGNORECASE,
        )
    )


def _rule(page: Page, own: list[int], index: int, not_sources: frozenset[str], place: str | None) -> str | None:
    """ "The Swiss numbers are those of the Lohmann salary survey": once for the section, perhaps for one place."""
    for number in own:
        text = page.sentences[number].text
        if number == index or find_amounts(text) or not _RULE.search(text):
            continue
        found = source_in(text, not_sources)
        if found is None:
            continue
        of_place = adjective_places(text[: found[1]])
        if not of_place or place in of_place:
            return found[0]
    return None


def parts_by_statistic(text: str) -> list[tuple[str | None, str]]:
    """ "Averages come from Payscale, ranges from job ads": what is said of each statistic; of all, where one or none is named."""
    named = list(_EACH.finditer(text))
    if len({one.group().lower() for one in named}) < 2:
        return [(None, text)]
    ends = [*(one.start() for one in named[1:]), len(text)]
    return [(one.group().lower().rstrip("s"), text[one.start() : end]) for one, end in zip(named, ends)]
