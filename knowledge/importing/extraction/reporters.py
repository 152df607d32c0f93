"""Who reports a figure, by grammar: a named organisation or survey that says, lists, finds or is asked.

Lists know the salary sites; this knows "the poll that Harbor Monthly ran" and "the Ferry Lane directory says".
Whoever only pays or offers is no reporter, and neither is a person.
"""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from knowledge.importing.extraction.grammar import parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORKS = "survey report directory guide ledger index census study poll review database registry tracker calculator benchmark barometer almanac monitor yearbook list listing figure number datum data estimate analysis".split()
_WORK = re.compile(rf"\b(?:{'|'.join(_WORKS)}|surveys|reports|figures|numbers|estimates|polls|lists)\b", re.IGNORECASE)
_NAMED_WORK = re.compile(
    r"(?<![\w.])(?:[A-Z][\w’'-]+\s(?:(?:of|for|and|&)\s)?){1,6}(?:Survey|Report|Guide|Directory|Ledger|Index|Census|Study|Poll|Benchmark|Barometer|Tracker|Database|Registry|Almanac|Yearbook|Monitor|Review|List)\b(?!\s[A-Z])"
)
_FINDING = frozenset(
    "report find estimate peg put reckon calculate survey count suggest recommend poll gauge pin".split()
)
_SAYING = frozenset("say list give quote show have see cite note publish record place state indicate return".split())
_STATISTIC = re.compile(
    r"\b(?:averages?|avg|medians?|means?|ranges?|percentile|typical|norm|benchmark)\b", re.IGNORECASE
)
_ITS_WORK = re.compile(r"\bits\s(?:\S+\s){0,3}?(?:survey|report|guide|poll|index|study)\b")
_PEOPLE = frozenset("member user reader subscriber respondent client".split())
_NAME = re.compile(
    r"[A-Z0-9][\w’'-]*(?:\.(?:com|org|net|fyi|io))?(?:\s(?:&|of|for|and)(?:\sthe)?(?=\s[A-Z])|\s[A-Z][\w’'-]*)*"
)
_PERSONAL = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof)\.?\s$|\b(?:MD|DO|M\.D|PhD|RN)\b")


def reporters_in(text: str) -> list[tuple[str, int, int]]:
    """The names of those who report, with their places; not yet cleaned of articles and years."""
    if not re.search(r"(?<!^)[A-Z][a-z]|^(?:The\s|An?\s)?[A-Z]\w*[A-Z]|^[A-Z]", text):
        return []
    found = [(match.group(), match.start(), match.end()) for match in _NAMED_WORK.finditer(text)]
    if not _WORK.search(text) and not any(token.lemma_ in _FINDING | _SAYING for token in parsed(text)):
        return found
    for token in parsed(text):
        for name in _names_of(token, text):
            span = _span(text, name)
            if span and not any(start < span[2] and span[1] < end for _, start, end in found):
                found.append(span)
    return found


def _names_of(token: Token, text: str) -> Iterator[Token]:
    """Proper nouns that report by this word: it is a survey of theirs, or the verb that they say it with."""
    lemma = token.lemma_.lower()
    if lemma in _WORKS and token.pos_ in ("NOUN", "PROPN"):
        yield from _owners(token)
    if token.pos_ not in ("VERB", "AUX") or lemma not in _FINDING | _SAYING:
        return
    for subject in token.children:
        if subject.dep_ not in ("nsubj", "agent"):
            continue
        if subject.lemma_.lower() in _PEOPLE:
            yield from (child for child in subject.children if child.dep_ == "poss" and child.pos_ == "PROPN")
        if subject.pos_ == "PROPN" and subject.ent_type_ != "PERSON" and _tells(token, lemma, text):
            yield subject


def _tells(verb: Token, lemma: str, text: str) -> bool:
    """Whether a verb tells of a statistic or a survey, rather than of the speaker's own pay."""
    words = " ".join(one.text for one in verb.subtree)
    return bool(_STATISTIC.search(words) or _ITS_WORK.search(text)) or (lemma == "put" and " at " in words)


def _owners(work: Token) -> Iterator[Token]:
    """Proper nouns that a survey belongs to: before it, "by", "of", "known as" or "that ... ran" behind it."""
    for child in work.children:
        if child.pos_ == "PROPN" and child.dep_ in ("compound", "nmod", "poss", "appos"):
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("by", "from", "of", "at"):
            yield from _objects(child)
        elif child.dep_ in ("relcl", "acl"):
            yield from (one for one in child.children if one.dep_ == "nsubj" and one.pos_ == "PROPN")
            for preposition in child.children:
                if preposition.dep_ in ("agent", "prep") and preposition.lower_ in ("by", "as"):
                    yield from _objects(preposition)


def _objects(preposition: Token) -> Iterator[Token]:
    for noun in preposition.children:
        if noun.dep_ == "pobj" and noun.pos_ == "PROPN":
            yield noun
        yield from (one for one in noun.children if one.dep_ == "appos" and one.pos_ == "PROPN")


def _span(text: str, token: Token) -> tuple[str, int, int] | None:
    """The whole name around one of its words; None for a person, a place or a nationality."""
    is_of_work = token.dep_ in ("compound", "nmod")  # "the Ferry Lane directory" is nobody's
    if token.ent_type_ in ("GPE", "LOC", "NORP", "DATE", "MONEY") or (token.ent_type_ == "PERSON" and not is_of_work):
        return None
    match = next((one for one in _NAME.finditer(text) if one.start() <= token.idx < one.end()), None)
    if (
        match is None
        or _PERSONAL.search(text[max(0, match.start() - 6) : match.start()])
        or _PERSONAL.search(match.group())
    ):
        return None
    return match.group(), match.start(), match.end()
