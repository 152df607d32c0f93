"""The place of a figure whose own sentence names none: a line of its entry, its section's heading, "the province"."""

from __future__ import annotations

import re

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.claims import Claim, Page
from knowledge.importing.extraction.outline import Section
from knowledge.importing.extraction.places import label_place, money_of, places_in
from knowledge.importing.extraction.sentences import Sentence

# What leads a line that says where: "📍 Minneapolis, on site", "Location: Boston", "Where: Oregon and Idaho".
_WHERE = re.compile(
    r"^\W*(?:📍|📌|🌍|🌎|🗺️?)\s*|^\W*(?:location|where|based in|place|city|state|country|region)\s?:\s*", re.IGNORECASE
)
_ANYWHERE = re.compile(
    r"\b(?:remote(?:ly)?|home|anywhere|worldwide|nationwide|all over|virtual|online)\b", re.IGNORECASE
)
_ADDS = re.compile(r"(?:that|this|it)(?:[’']s|\sis|\swas)\s", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|around|across)\s(?:the\s)?$")
_AND = re.compile(r"\s?(?:,|/|,?\s(?:and|or|&))\s?")
_POINTS_BACK = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his)\s(?:province|state|country|city|county|canton|emirate|region|island)\b"
    r"|\bthere\b(?![’']|\s(?:is|are|was|were|has|have|will|may|can|might|seem|no)\b)"
)
_HEADING_IN = re.compile(r"(?:^|[,:(–—-]\s?|(?<!not )(?<!NOT )\b(?:in|across)\s(?:the\s)?)$", re.IGNORECASE)


def place_around(
    page: Page, claim: Claim, sentence: Sentence, section: Section | None, currency: str, sourced: bool
) -> str | None:
    """The place that what stands around a sentence names for its figures.

    Where somebody works is no place of a figure that a site or a survey gives (`sourced`).
    """
    return (
        _place_before(page, sentence)
        or _place_behind(page, sentence)
        or (None if sourced else _place_of_entry(page, claim, section) or _place_of_title(claim))
        or _place_of_headings(page, section)
        or _place_of_money(page, claim, sentence, currency)
    )


def _place_before(page: Page, sentence: Sentence) -> str | None:
    """ "The province allows $475", "a coroner there gets $475": the last place that its paragraph named."""
    if not _POINTS_BACK.search(sentence.text):
        return None
    for index in reversed([i for i in page.by_block[sentence.block] if i < sentence.index]):
        if found := places_in(page.sentences[index].text):
            return found[-1][0].removeprefix("the ")
    return None


def _place_behind(page: Page, sentence: Sentence) -> str | None:
    """ "That's base, around Boston": what the next sentence adds."""
    following = page.sentences[sentence.index + 1 : sentence.index + 2]
    for one in following:
        if one.block == sentence.block and _ADDS.match(one.text) and not find_amounts(one.text):
            found = [name for name, at, _ in places_in(one.text) if _IN.search(one.text[:at])]
            return found[0].removeprefix("the ") if len(found) == 1 else None
    return None


def _place_of_entry(page: Page, claim: Claim, section: Section | None) -> str | None:
    """The line of an advertisement or a fact sheet that says where the work is, and nowhere else."""
    blocks = {page.sentences[index].block for index in claim.sentences}
    for block in sorted(blocks & set(section.all_blocks) if section is not None else blocks):
        text = page.document.blocks[block].text
        lead = _WHERE.match(text)
        if lead is None or _ANYWHERE.search(text):
            continue
        words = re.split(r"[;(.]\s?", text[lead.end() :])[0]
        return _places_at_start(words)
    return None


def _places_at_start(words: str) -> str | None:
    """ "Oregon and Idaho" of "Oregon and Idaho, on site"."""
    end = 0
    for _, at, after in places_in(words):
        if at == 0 or (end and _AND.fullmatch(words[end:at])):
            end = after
    return words[:end].removeprefix("the ") or None


def _place_of_title(claim: Claim) -> str | None:
    """ "AI consulting for a start-up in Bengaluru, I tell them": the place that the role's own words name."""
    at = claim.quote.text.find(claim.title)
    words = re.split(r"[,.;:](?:\s|$)", claim.quote.text[at:])[0] if at >= 0 else claim.title
    found = places_in(words)
    return found[0][0].removeprefix("the ") if len(found) == 1 and words[: found[0][1]].endswith(" in ") else None


def _place_of_headings(page: Page, section: Section | None) -> str | None:
    """A section about one country: "United Kingdom", "School health, Dubai"; not the title of the whole text."""
    title = next((index for index, block in enumerate(page.document.blocks) if block.kind == "heading"), None)
    while section is not None and section.heading is not None and section.heading != title:
        text = page.document.blocks[section.heading].text
        found = places_in(text)
        if len(found) == 1 and _HEADING_IN.search(text[: found[0][1]]) and not text[found[0][2] :].strip(" ):"):
            return label_place(text)
        section = section.parent
    return None


def _place_of_money(page: Page, claim: Claim, sentence: Sentence, currency: str) -> str | None:
    """The country of the money, where the role's text named it before."""
    if currency == "USD":
        return None
    for index in reversed([i for i in claim.sentences if i < sentence.index]):
        for name, _, _ in places_in(page.sentences[index].text):
            if money_of(currency, name):
                return name
    return None
