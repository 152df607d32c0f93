# ruff: noqa: E501 (a pattern is easier to read in one line)
"""What a text says once of many figures: "Salaries below are yearly U.S. averages from Payscale"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.importing.extraction.amounts import Amount, find_amounts
from knowledge.importing.extraction.attribution import NO_ANSWER, OTHER_VOICE, parts_by_statistic
from knowledge.importing.extraction.claims import Page
from knowledge.importing.extraction.evidence import around
from knowledge.importing.extraction.figures import statistic_of
from knowledge.importing.extraction.grammar import names_in, parsed, phrases_in, subject_of
from knowledge.importing.extraction.outline import Section
from knowledge.importing.extraction.places import adjective_places, money_of, places_in
from knowledge.importing.extraction.sources import SITES, source_in
from knowledge.importing.extraction.units import unit_in_words

_FIGURES = r"(?:figures?|numbers?|salary|salaries|averages?|medians?|amounts?|rates?|pay|ranges?|data|fees?|estimates?|compensation)"
_GENERAL = re.compile(
    rf"\b(?:all|unless|(?:the|these) {_FIGURES} (?:below|here|in this|that follow|are|come|were)|below|following|what follows|in this (?:article|list|guide|section|table|post)|for each|throughout|listed here|with (?:average|median|typical) (?:salaries|pay|rates)|(?:salary|pay) (?:figures|data|numbers|estimates|ranges))\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    rf"^(?:sources?|data):\s|^(?:\w+ ){{0,2}}(?:figures|numbers|amounts|salaries|averages|medians) (?:for|in|from) [^.]{{3,60}}\.?$|^(?:the |our |these |all |most |where (?:i|we) give pay,? )?(?:\w+ ){{0,2}}{_FIGURES}\b[^.]{{0,40}}?\b(?:are|is|come|comes|were|was|taken|from)\b",
    re.IGNORECASE,
)
# "Yearly base salaries, rounded.", "All of it is before tax and per year."
_OF_ALL = re.compile(
    rf"^(?:annual|yearly|monthly|hourly|weekly|daily)\s(?:[\w-]+\s){{0,2}}{_FIGURES}\b|^(?:all|everything|each)(?:\sof\s(?:it|them|these|this|that))?\s(?:is|are)\b[^.]*\b(?:per|an?)\s(?:year|month|week|day|hour)\b",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"\b(?:are|is|means?|mean)\s(?:[\w-]+\s){0,4}?base\s(?:pay|salar(?:y|ies)|compensation)\b", re.IGNORECASE
)
_SEVERAL = re.compile(r"\b(?:all|figures|numbers|salaries|averages|medians|amounts|ranges|rates)\b", re.IGNORECASE)
_SURVEYS = frozenset("survey poll inquiry enquiry census questionnaire".split())
_STATISTIC = re.compile(r"\b(?P<w>average|median)s?\b", re.IGNORECASE)
_TIMES = ("year", "month", "hour")
PIECES = ("project", "evaluation", "case", "word", "survey")
_SPEAKS = re.compile(rf"\b{_FIGURES}\b", re.IGNORECASE)
# "Core labs pay by the study": the amounts that follow in the section are for one.
_PAID_BY = re.compile(
    r"\b(?:pays?|paid|bill(?:ed|s)?|charge[sd]?)\s(?:\w+\s){0,3}?(?:by the|per)\s[a-z]+", re.IGNORECASE
)
_FOR_PLACE = re.compile(
    r"(?:\bin|\bacross|\bfor|\bthroughout|^)\s(?:the\s)?$|\baverages?\sin\s(?:the\s)?$|\b(?:are|is|as|national|annual|yearly)\s(?:the\s)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Rule:
    """What holds for the figures of a section and those below it, unless they say otherwise.

    Attributes:
        section: Where it was said; None for the whole document.
        followers: Ids of sections about roles that follow it on its own level.
        source: Who says so.
        unit: By what one is paid.
        place: Where.
        statistic: What the figures are.
        source_of: Of which statistic it is the source: "Averages come from Payscale, ranges from job ads".
        base: "base" where the figures are base pay.
    """

    section: Section | None
    followers: frozenset[int]
    source: str | None
    unit: str | None
    place: str | None
    statistic: str | None = None
    source_of: str | None = None
    base: str | None = None


def rules_of(
    page: Page, sections: dict[int, Section], not_sources: frozenset[str], role_headings: frozenset[int]
) -> list[Rule]:
    """The rules of a document, those of the whole document last.

    Args:
        page: The document.
        sections: The section of each block.
        not_sources: Names that are no sources.
        role_headings: Blocks of headings that name roles.
    """
    found: list[Rule] = []
    for sentence in page.sentences:
        block = page.document.blocks[sentence.block]
        if block.kind in ("table_row", "caption"):
            continue
        text = _without_amounts(sentence.text)
        by_piece = bool(_PAID_BY.search(text)) and not _is_title(page, sections[sentence.block])
        of_all = bool(_OF_ALL.search(text)) and block.kind != "heading"
        if not (of_all or _SPEAKS.search(text) or _OPENING.match(text)) or not (
            of_all or by_piece or _OPENING.search(text) or (_GENERAL.search(text) and len(text) < 220)
        ):
            continue
        section = sections.get(sentence.block)
        if text != sentence.text and not _SEVERAL.search(text):
            continue  # "...; the figure comes from Payscale" is said of the one before
        for statistic, part in parts_by_statistic(text):
            source = None if adjective_places(text) else source_in(part, not_sources) or _nameless(part)
            rule = Rule(
                None if section is None or section.parent is None or _is_title(page, section) else section,
                _followers(section, role_headings),
                source[0] if source else None,
                unit_in_words(text),
                _place(text),
                _statistic(text),
                statistic,
                "base" if _BASE.search(text) else None,
            )
            if rule.source or rule.unit or rule.place or rule.base:
                found.append(rule)
    return sorted(found, key=lambda rule: rule.section is None)


def source_by_rule(
    rules: list[Rule], section: Section | None, unit: str, statistic: str | None, text: str, start: int
) -> str | None:
    """The source that a rule names for the amount at `start` of a sentence, if nobody else speaks there.

    Sites tell what jobs pay by time, not what a project brings; a survey may ask about either, and its
    members are its voice.
    """
    fitting = [rule for rule in rules if not rule.source_of or not statistic or rule.source_of == statistic]
    rule = _nearest(fitting, section, "source")
    if rule is None:
        return None
    if SITES.fullmatch(str(rule.source)):
        return rule.source if unit in _TIMES and not OTHER_VOICE.search(text) else None
    return None if NO_ANSWER.search(text) or _is_told_by_name(text, start) else rule.source


def _is_told_by_name(text: str, start: int) -> bool:
    """ "Nebraska pays $65 per case": a place or a firm says it of itself."""
    subject = subject_of(text, start)
    return subject is not None and any(
        one.kind in ("place", "organisation") and one.start <= subject.start + len(subject.core) <= one.end + 1
        for one in names_in(text)
    )


def place_by_rule(rules: list[Rule], section: Section | None, currency: str) -> str | None:
    """The place that a rule names, unless the money is that of another country."""
    place = rule_for(rules, section, "place")
    return place if place and (currency == "USD" or money_of(currency, place)) else None


def statistic_by_rule(rules: list[Rule], section: Section | None, text: str, amount: Amount, unit: str) -> str | None:
    """The statistic that a rule names, where the sentence names none and the amount is a plain one."""
    if amount.band or amount.low is None or amount.high is None or unit not in _TIMES:
        return None
    if rule_for(rules, section, "unit") not in (None, unit):
        return None
    return (
        rule_for(rules, section, "statistic") if statistic_of(around(text, amount), amount) == "unspecified" else None
    )


def _without_amounts(text: str) -> str:
    """What a sentence says behind its last semicolon, where the amounts stand before it; "" where amounts are left."""
    last = re.split(r";\s", text)[-1]
    return "" if find_amounts(last) else last


def _nameless(text: str) -> tuple[str, int] | None:
    """ "Where we give pay, it comes from the office's alumni survey": a survey that has no name of its own."""
    for phrase in phrases_in(text):
        if phrase.role == "pobj" and phrase.governor in ("from", "in", "by") and phrase.head in _SURVEYS:
            words = [
                one.text for one in parsed(text)
                if phrase.start <= one.idx < phrase.start + len(phrase.core)
                and one.dep_ in ("compound", "amod", "pobj") and one.lower_ not in ("own", "latest", "recent", "same")
            ]  # fmt: skip
            return (" ".join(words), phrase.start) if len(words) > 1 else None
    return None


def _statistic(text: str) -> str | None:
    """What the figures are: averages or medians, where only one of them is named."""
    found = {match["w"].lower() for match in _STATISTIC.finditer(text)}
    return found.pop() if len(found) == 1 else None


def rule_for(rules: list[Rule], section: Section | None, wanted: str) -> str | None:
    """What the nearest rule says of `wanted` ("source", "unit", "place", "statistic" or "base") in a section."""
    rule = _nearest(rules, section, wanted)
    return getattr(rule, wanted) if rule else None


def _nearest(rules: list[Rule], section: Section | None, wanted: str) -> Rule | None:
    around = set()
    while section is not None:
        around.add(id(section))
        section = section.parent
    for rule in rules:
        if getattr(rule, wanted) and (rule.section is None or id(rule.section) in around or rule.followers & around):
            return rule
    return None


def _followers(section: Section | None, role_headings: frozenset[int]) -> frozenset[int]:
    """In a flat outline the roles follow the chapter that introduces them, up to the next chapter."""
    if section is None or section.parent is None or section.heading in role_headings or section.children:
        return frozenset()
    found = []
    siblings = section.parent.children
    for sibling in siblings[siblings.index(section) + 1 :]:
        if sibling.heading not in role_headings:
            break
        found.append(id(sibling))
    return frozenset(found)


def _is_title(page: Page, section: Section) -> bool:
    return section.heading == next((i for i, block in enumerate(page.document.blocks) if block.kind == "heading"), None)


def _place(text: str) -> str | None:
    named = [
        (name, at, end)
        for name, at, end in places_in(text)
        if _FOR_PLACE.search(text[max(0, at - 30) : at])
        or text[end:].lower().lstrip().startswith(("average", "median", "figure", "number", "salar"))
    ]
    return named[0][0].removeprefix("the ") if len(named) == 1 else None
