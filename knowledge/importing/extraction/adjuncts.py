"""What narrows an amount beside it in its clause: "to read the records", "at trial", "from public bodies".

The words right after the amount, or those that open its sentence, are read part by part. A part narrows
when grammar makes it a condition, a purpose, an addition, or a preposition with a noun that means more than
"on average" or "at best".
"""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.grammar import names_in, parsed, subject_of
from knowledge.importing.extraction.places import places_in
from knowledge.importing.extraction.qualifier_words import GENERIC, NARROW_KINDS, PAY_NOUNS
from knowledge.importing.extraction.sources import SITES, sources_in

if TYPE_CHECKING:
    from spacy.tokens import Token

_ADDED = re.compile(
    r"(?:plus|including|excluding|not (?:counting|including)|before(?!\s(?:I|you|we|they|it|he|she)\b)|without|on top of|exclusive of|inclusive of|most of it|half of it"
    r"|base|in base|all[- ]in\b|in cash|total comp|after tax|tax[- ]free$|at first\b|at the start\b|in the beginning\b|depending|(?:full|part)[- ]time$)\b",
    re.IGNORECASE,
)  # fmt: skip
_CONDITION = re.compile(
    r"(?:once|if|when|until|unless|after|while)\s(?!(?:that|this|it|which|all|you (?:believe|trust|ask|count|want|like|can))\b)",
    re.IGNORECASE,
)
_INCLUDED = re.compile(r"(?:[\w’'-]+\s){1,4}(?:included|excluded|extra|on top|not included)$", re.IGNORECASE)
_MONTHS = re.compile(r"(?:from )?[A-Z]\w+ (?:through|to|until) [A-Z]\w+$")
_PREPOSITIONS = frozenset("in at on of from for as with without during to under within among".split())
_ONLY_RIGHT_AFTER = frozenset(("of", "to"))
_NO_NOUNS = frozenset(
    """average best least most worst first last once home email mail phone advance return addition total fact general practice mind part
    place dollar currency euro franc pound moment present end side way course example comparison contrast rule guide start
    basis top fashion hand line internet condition paper occasion while thing it that this them contract time
    spare life living fun beginning lot bit percent money cash case area state experience opinion view market""".split()
)  # fmt: skip
# These tell nothing by themselves, but with another word: "on game days", "for longer pieces".
_OPEN_NOUNS = GENERIC | frozenset("title year month week day piece file kind sort one".split())
NO_DESCRIPTION = frozenset(
    "last past next recent same many few several other whole entire such typical usual average advertised posted".split()
)
_QUANTIFIERS = frozenset("that this these those same some most many all any such".split())
_MAX_WORDS = 14
_CLIMBS = re.compile(r"\b(?:climb|go|rise|grow|move|increase)(?:s|es)?\b")
_CUT = re.compile(
    r"[;:()“”\"]|\.(?!\d)|\s(?:until|because|since|although|though|but|whereas|while)\s|\swho work\s|\sand (?:it|they|he|she|I|the|nobody|no|a|for|in)\s"
    r"|\s[–—]\s"
)
_TAIL = re.compile(
    r"(?:[\s,]+(?:and|or|but|about|around|up|to|an?|the|median|average|of|at|from|some|roughly|nearly|with))*[\s,]*$"
)
_ANOTHER = re.compile(r"\s*(?:,|;|(?:,\s)?(?:and|or|but|while))\s+(?P<words>\S.*?)\s*$")
_UNIT_NOUN = re.compile(
    r"^[\s-]?(?:incomes?|salar(?:y|ies)|pay|compensation|earnings|packages?|contracts?|sums?)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\s*\bin (?:19|20)\d\d\b")


def after_amount(text: str, start: int, end: int) -> list[str]:
    """The narrowing parts that follow an amount at `start` to `end`, up to the next amount or clause."""
    if _CLIMBS.search(text[start:end]):  # "from $85 and climbs to $130 once they trust you" narrows the upper end alone
        return []
    following = [other.start for other in find_amounts(text) if other.start >= end]
    beyond = text[end : following[0]] if following else text[end:]
    if following and (at := max(beyond.rfind(mark) for mark in (" and ", " or ", ", "))) >= 0:
        beyond = beyond[:at] if len(beyond[at:].split()) < 5 else beyond
    beyond = _YEAR.sub("", _UNIT_NOUN.sub("", beyond, count=1), count=1)
    opened = beyond.lstrip(" \t").startswith("(")
    beyond = beyond.lstrip(" (") if opened else beyond
    stop = _CUT.search(beyond)
    parts = (beyond[: stop.start()] if stop else beyond).split(", ")
    found: list[str] = []
    for number, part in enumerate(parts):
        words = _TAIL.sub("", part).strip(" ,*")
        inner = words.partition(" for ")[2] if words.startswith("as ") else ""
        if narrows(words, right_after=number == 0):
            found.append(words)
        elif inner and narrows(f"for {inner}", right_after=False):
            found.append(f"for {inner}")
        elif number and words:
            break
    return found


def before_amount(text: str, start: int) -> str | None:
    """The narrowing part that opens a sentence: "At trial, the fee is", "Once the series A is in the bank, offers"."""
    opening, comma, _ = text[:start].partition(", ")
    if not comma:
        subject = subject_of(text, start) if opening else None
        opening = text[: subject.start] if subject is not None and subject.start < start else ""
    opening = re.sub(r"^(?:and|but|so|then)\s", "", opening.strip(), flags=re.IGNORECASE)
    return opening if opening and narrows(opening, right_after=False) else None


def between_amounts(text: str, start: int) -> str | None:
    """What stands for itself between two amounts: "$60 an hour, journals $75", "$210,000 and at sponsors $260,000"."""
    ends = [other.end for other in find_amounts(text) if other.end <= start]
    match = _ANOTHER.match(text[ends[-1] : start]) if ends else None
    words = _TAIL.sub("", " " + match["words"]).strip() if match else ""
    if (
        not words
        or len(words.split()) > 6
        or places_in(words)
        or any(one.pos_ in ("VERB", "AUX", "PRON") for one in parsed(words))
    ):
        return None
    if parsed(words)[0].lower_ in _PREPOSITIONS:
        return words if narrows(words, right_after=False) else None
    noun = next(token for token in parsed(words) if token.head.i == token.i)
    return words if noun.pos_ == "NOUN" and noun.lemma_.lower() not in PAY_NOUNS else None


def narrows(words: str, right_after: bool) -> bool:
    """Whether a part of a sentence narrows what an amount is for."""
    count = len(words.split())
    if not words or count > _MAX_WORDS or SITES.search(words) or sources_in(words):
        return False
    if _ADDED.match(words) and not find_amounts(words):
        return True
    if _CONDITION.match(words):
        return count > 1
    if _INCLUDED.match(words) or _MONTHS.match(words):
        return True
    doc = parsed(words)
    if doc[0].lower_ == "to" and len(doc) > 1 and doc[1].tag_ == "VB":
        return doc[1].lemma_ not in ("be", "have", "say")
    if doc[0].lower_ not in _PREPOSITIONS or (doc[0].lower_ in _ONLY_RIGHT_AFTER and not right_after):
        return False
    noun = next((child for child in doc[0].children if child.dep_ in ("pobj", "pcomp")), None)
    return noun is not None and _means_more(words, doc[0].lower_, noun)


def _means_more(words: str, preposition: str, noun: Token) -> bool:
    """Whether a preposition's noun tells for what, and not where, when, how much or by whose word."""
    described = descriptions(noun)
    if noun.lemma_.lower() in _NO_NOUNS and not described & NARROW_KINDS:
        return False
    if noun.lemma_.lower() in _OPEN_NOUNS and not described - NO_DESCRIPTION:
        return False
    counted = any(child.dep_ == "nummod" and child.lower_ != "one" for child in noun.children)
    if counted and preposition != "with" and not any(child.lower_ == "the" for child in noun.children):
        return False
    if any(child.lower_ in _QUANTIFIERS for child in noun.children):
        return False
    if any(child.dep_ == "poss" for child in noun.children) and not described:
        return False
    if preposition == "from" and not described & NARROW_KINDS:
        return False
    named = any(
        one.start <= noun.idx < one.end and one.kind != "people" and (one.kind != "date" or noun.pos_ == "PROPN")
        for one in names_in(words)
    )
    is_form = noun.text[:1].isdigit() and any(child.dep_ == "det" for child in noun.children)  # "as a 1099"
    named = named and not (
        noun.pos_ == "NOUN" or any(child.dep_ == "amod" and child.is_lower for child in noun.children)
    )
    return is_form or (not named and not noun.text[:1].isdigit() and not places_in(words))


def descriptions(noun: Token) -> set[str]:
    """What describes a noun: adjectives, compounds, "with ...", "who ..."; of hyphenated words the whole ("full-time")."""
    found = set()
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod", "acl", "relcl") or (child.dep_ == "prep" and _is_telling(child)):
            words = "".join(one.lower_ for one in child.subtree) if child.i < noun.i else child.lower_
            found |= (
                {words, "smaller"} if child.tag_ in ("JJR", "JJS") and child.lower_ not in ("more", "most") else {words}
            )
    return found


def _is_telling(preposition: Token) -> bool:
    """Whether "in private practice" is meant rather than "in these roles" or "of some"."""
    nouns = [child for child in preposition.children if child.dep_ == "pobj"]
    return preposition.lower_ != "of" and not any(
        noun.ent_type_ in ("GPE", "LOC")
        or any(one.lower_ in _QUANTIFIERS or one.dep_ == "poss" for one in noun.children)
        for noun in nouns
    )
