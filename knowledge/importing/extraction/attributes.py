"""Properties of a role, each from a sentence that says so of this role; what is denied does not count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.importing.document import SourceDocument
from knowledge.importing.extracted import ExtractedAttribute
from knowledge.importing.extraction.attribute_fields import fields_in
from knowledge.importing.extraction.attribute_words import NEGATED, PARTLY, PATTERNS
from knowledge.importing.extraction.grammar import parsed
from knowledge.importing.extraction.sentences import Sentence
from knowledge.importing.extraction.time_shares import share_of

_PATTERNS = [(name, value, basis, re.compile(pattern, re.IGNORECASE)) for name, value, basis, pattern in PATTERNS]
_PARTLY = re.compile(PARTLY, re.IGNORECASE)
_NEGATED = re.compile(NEGATED, re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:.!?]\s|\s(?:but|and|although|while)\s", re.IGNORECASE)
_TO_THEM = re.compile(r"\b(?:to|with|out of)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_SERVES = re.compile(r"\b(?:that|which)\s(?:serves?|supplies|supply|visits?)\s(?:\w+\s){0,2}$", re.IGNORECASE)
# "International travel is rare", "remote posts are the exception": what follows makes little of it.
_BELITTLED = re.compile(
    r"(?:\s[\w-]+){0,2}\s(?:is|are|was|were|remains?)\s(?:very\s|quite\s|still\s|extremely\s|rather\s)?"
    r"(?:rare|uncommon|unusual|minimal|scarce|infrequent|the exception|unheard of|exceptional)\b",
    re.IGNORECASE,
)
_NEGATIVE_VALUES = {("patient_contact", "none"), ("travel", "none"), ("growth", "none"), ("patient_contact", "limited")}


def attributes_of(
    sentences: list[Sentence], shared: list[Sentence], document: SourceDocument, employers: Sequence[Sentence] = ()
) -> tuple[ExtractedAttribute, ...]:
    """The properties that a role's sentences state.

    Args:
        sentences: Those that speak of this role, its heading first.
        shared: Those that speak of it and others: they tell the setting only.
        document: For the cells of table rows.
        employers: Headings above it that name who employs: they imply the setting.
    """
    found: dict[tuple[str, str], ExtractedAttribute] = {}
    for sentence in sentences:
        block = document.blocks[sentence.block]
        fields = fields_in(block.text, block.cells, block.header)
        for name, value, basis in fields:
            found.setdefault((name, value), ExtractedAttribute(name, value, basis, sentence.quote, 0.85))
        for attribute in _of_sentence(sentence):
            if attribute.name not in {name for name, _, _ in fields}:
                found.setdefault((attribute.name, attribute.value), attribute)
    for sentence in shared:
        for attribute in _of_sentence(sentence):
            if attribute.name == "setting":
                found.setdefault((attribute.name, attribute.value), attribute)
    if not any(name == "setting" for name, _ in found):
        for attribute in (one for sentence in employers for one in _of_sentence(sentence) if one.name == "setting"):
            found.setdefault(("setting", attribute.value), replace(attribute, basis="implied", confidence=0.65))
    return tuple(_consistent(found))


def _of_sentence(sentence: Sentence) -> list[ExtractedAttribute]:
    text = sentence.text
    found: dict[tuple[str, str], ExtractedAttribute] = {}
    for name, value, basis, pattern in _PATTERNS:
        match = pattern.search(text)
        if match is None or (name, value) in found:
            continue
        if (name, value) not in _NEGATIVE_VALUES and _denied(text, match):
            continue
        if name == "setting" and _is_elsewhere(text, match):
            continue
        clause = _clause(text, match)
        if name in ("work_mode", "commitment") and basis == "stated" and _PARTLY.search(clause):
            basis = "partly"
        found[name, value] = ExtractedAttribute(name, value, basis, sentence.quote, 0.8 if basis == "stated" else 0.65)
    if share := share_of(text):
        found.setdefault(
            ("commitment", share), ExtractedAttribute("commitment", share, "implied", sentence.quote, 0.65)
        )
    if ("patient_contact", "none") in found or ("patient_contact", "limited") in found:
        found.pop(("patient_contact", "direct"), None)
    if ("growth", "none") in found:
        found.pop(("growth", "ladder"), None)
    if ("travel", "none") in found:
        found.pop(("travel", "required"), None)
    return list(found.values())


def _is_elsewhere(text: str, match: re.Match) -> bool:
    """Whether one goes, speaks or sells to them, or is out of them: they are not where the work is done."""
    before = text[max(0, match.start() - 40) : match.start()]
    if _SERVES.search(before):
        return True
    if not _TO_THEM.search(before):
        return False
    named = (token for token in parsed(text) if match.start() <= token.idx < match.end() and token.dep_ == "pobj")
    return any(
        one.head.lower_ == "with" or (one.head.lower_ in ("to", "of") and one.head.head.pos_ in ("VERB", "ADP"))
        for one in named
    )


def _clause(text: str, match: re.Match) -> str:
    start = 0
    for separator in _CLAUSE.finditer(text, 0, match.start()):
        start = separator.end()
    end = _CLAUSE.search(text, match.end())
    return text[start : end.start() if end else len(text)]


def _denied(text: str, match: re.Match) -> bool:
    start = 0
    for separator in _CLAUSE.finditer(text, 0, match.start()):
        start = separator.end()
    before = _NEGATED.search(text, max(start, match.start() - 40), match.start())
    return bool(before or _BELITTLED.match(text, match.end()))


def _consistent(found: dict[tuple[str, str], ExtractedAttribute]) -> list[ExtractedAttribute]:
    """Of contrary values the one that is stated stays; both may be partly true."""
    kept = dict(found)
    for name, one, other in (
        ("travel", "none", "required"),
        ("growth", "none", "ladder"),
        ("patient_contact", "none", "direct"),
        ("patient_contact", "limited", "direct"),
    ):
        if (name, one) in kept and (name, other) in kept:
            kept.pop(
                (name, other)
                if kept[name, one].quote.start <= kept[name, other].quote.start or name == "patient_contact"
                else (name, one)
            )
    return list(kept.values())
