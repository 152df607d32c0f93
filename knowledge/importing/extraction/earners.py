"""Who is paid an amount, or by whom, where that narrows it: "part-time reviewers", "hospitals with fewer than 100 beds".

Grammar names the subject of the amount's clause. Who earns narrows it, unless it is the role itself or
anybody; who pays narrows it only with a word of size or kind, since all pay is paid by somebody.
"""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re
from itertools import takewhile

from knowledge.importing.extraction.adjuncts import NO_DESCRIPTION, descriptions, narrows
from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.grammar import Phrase, parsed, phrases_in, subject_of
from knowledge.importing.extraction.known import name_key
from knowledge.importing.extraction.places import places_in
from knowledge.importing.extraction.qualifier_words import EMPLOYERS, GENERIC, INFORMANTS, NARROW_KINDS, PAY_NOUNS
from knowledge.importing.extraction.sources import SITES, sources_in

_PAYING = frozenset(
    "pay offer give advertise list post promise allow quote budget put set send start propose hand".split()
)
_NOBODY = frozenset(
    "i you he she it we they this that these those which who what one some each all both many most".split()
)
_SAYING = re.compile(r"\b(?:told|said|says|tells?|believes?)\b", re.IGNORECASE)
_ONE_PAID_ME = re.compile(
    r"(?:an?|another)\s[^,;.]{3,40}?\s(?:pays?|paid|offered|gave)\s(?:me|him|her|us)\b", re.IGNORECASE
)
_NOW = re.compile(r"\bnow\b[^,;]*$")
_STARTS = re.compile(r"\b(?:start|beg[aiu]n)", re.IGNORECASE)
_MONEY = re.compile(r"[$€£¥₹]")


def subject_narrows(text: str, start: int, titles: tuple[str, ...]) -> str | None:
    """The subject of the clause in which an amount begins at `start`, if it narrows the amount.

    Args:
        text: The sentence.
        start: Where the amount begins.
        titles: Names of the role; they narrow nothing.
    """
    for title in titles:
        if degree := re.search(
            rf"\b{re.escape(title.split()[-1])}(?:e?s)?\s(with an? [A-Z]{{2,5}})\s[a-z]", text[:start], re.IGNORECASE
        ):
            return degree[1]  # "liaisons with an MD start at" is read as an "MD start"
    phrase = subject_of(text, start) if text[:start].strip() else None
    if phrase is None or phrase.start >= start or _MONEY.search(phrase.words) or len(phrase.words.split()) > 12:
        return None
    words = _with_relative_clause(text, phrase, start)
    if phrase.head in PAY_NOUNS or (
        name_key(phrase.core).split()[-1:] and name_key(phrase.core).split()[-1] in PAY_NOUNS
    ):
        return _of_pay(phrase)
    if _SAYING.search(words) or SITES.search(words) or sources_in(words):
        return _who_is_paid(text, phrase, start, titles)
    words = _without_place(words)
    plain = re.sub(
        r"^(?:the|an?|its|their|our|my|most|many|some|several|few|two|three|average|typical)\s",
        "",
        words,
        flags=re.IGNORECASE,
    )
    root = next(token for token in parsed(text) if token.idx >= phrase.start and token.lemma_.lower() == phrase.head)
    if re.match(r"(?:the|an?)\s(?:average|typical)\s", words, re.IGNORECASE):
        return None
    if phrase.governor in _PAYING and (paid := _who_is_paid(text, phrase, start, titles)):
        return paid
    if (phrase.head in _NOBODY and words == phrase.core and not descriptions(root)) or (
        root.pos_ in ("PRON", "PROPN", "NUM") and words == phrase.core
    ):
        return None
    of_role = _beyond_title(plain, titles)
    if of_role is not None:
        return of_role or None
    if phrase.head in GENERIC or phrase.head in INFORMANTS or name_key(phrase.head) in GENERIC | INFORMANTS:
        if phrase.governor in ("say", "tell", "write", "mention") or is_own_name(plain, titles):
            return None
        told = {child.dep_ for child in root.children} & {"relcl", "acl"} and " who " not in words
        return plain if not told and descriptions(root) - GENERIC - NO_DESCRIPTION else None
    if phrase.head == "one":  # "the quick ones pay": the work itself
        return plain
    if (phrase.governor in _PAYING and root.dep_ != "nsubjpass") or phrase.head in EMPLOYERS:
        is_one = bool(_ONE_PAID_ME.match(text, phrase.start))
        return (
            plain
            if descriptions(root) & NARROW_KINDS or " with " in words or is_one or _is_contrast(text, phrase)
            else None
        )
    if is_own_name(plain, titles) or root.pos_ == "PROPN":
        return None
    return None if phrase.core.lower().startswith("the ") and _is_bare(root) and words == phrase.core else plain


def _who_is_paid(text: str, phrase: Phrase, start: int, titles: tuple[str, ...]) -> str | None:
    """ "The centers pay faculty physicians $1,200": whom they pay, if that is not the role or anybody."""
    for other in phrases_in(text):
        if (
            phrase.end <= other.start
            and other.end <= start
            and other.governor in _PAYING
            and other.role in ("dobj", "dative")
        ):
            root = next(
                token for token in parsed(text) if token.idx >= other.start and token.lemma_.lower() == other.head
            )
            told = descriptions(root) - NO_DESCRIPTION
            is_one = other.core.lower().startswith(("their ", "its ", "our ", "me", "us"))
            return other.core if told and not is_one and not is_own_name(other.core, titles) else None
    return None


def _is_contrast(text: str, phrase: Phrase) -> bool:
    """ "Journals pay $60; agencies pay $90": one payer beside another."""
    for amount in find_amounts(text):
        other = subject_of(text, amount.start)
        if other is None or other.governor not in _PAYING or other.start == phrase.start or other.end > amount.start:
            continue
        if other.head not in _NOBODY and other.head not in PAY_NOUNS:
            return True
    return False


def started(text: str, start: int) -> str | None:
    """ "They started me at $212,000": what somebody, and not the pay, starts at."""
    if not _STARTS.search(text):  # most cells and sentences: nothing to parse them for
        return None
    token = next((one for one in parsed(text) if one.idx <= start < one.idx + len(one.text_with_ws)), None)
    verb = next((one for one in token.ancestors if one.pos_ in ("VERB", "AUX")), None) if token is not None else None
    if verb is None or verb.lemma_ not in ("start", "begin") or _NOW.search(text[:start]):
        return None
    people = [one for one in verb.children if one.dep_ in ("nsubj", "dobj", "nsubjpass")]
    is_person = any(
        one.lower_ in ("i", "me", "she", "he", "her", "him", "we", "us") or one.pos_ == "PROPN" for one in people
    )
    if "," in text[verb.idx : start]:
        return None
    return verb.text if is_person else None


def _of_pay(phrase: Phrase) -> str | None:
    """ "Rates for former department chairs": what follows a word for pay."""
    rest = phrase.words[len(phrase.core) :].strip()
    return rest if rest.startswith(("for ", "at ", "to ", "among ")) and narrows(rest, right_after=True) else None


def _with_relative_clause(text: str, phrase: Phrase, start: int) -> str:
    """The phrase with "who keeps a half-time schedule" behind it, where the amount is not in that clause."""
    match = re.match(r"\s(?:who|that)\s", text[phrase.end :])
    if not match:
        return phrase.words
    root = next((one for one in parsed(text) if one.idx >= phrase.start and one.lemma_.lower() == phrase.head), None)
    clause = next((child for child in root.children if child.dep_ == "relcl"), None) if root is not None else None
    if clause is None:
        return phrase.words
    last = list(clause.subtree)[-1]
    end = last.idx + len(last)
    return text[phrase.start : end] if end <= start else phrase.words


def _beyond_title(words: str, titles: tuple[str, ...]) -> str | None:
    """What a phrase adds to the role's own name: "with an MD" of "Liaisons with an MD"; "" for nothing; None for others."""
    for title in titles:
        own = re.match(rf"{re.escape(title)}(?:e?s)?\s", words, re.IGNORECASE)
        if own:
            rest = words[own.end() :].strip()
            return rest if rest.startswith(("with ", "at ", "who ")) and not places_in(rest) else ""
    return None


def _without_place(words: str) -> str:
    """ "contract reviewers in Ohio" without its place."""
    for name, _, _ in places_in(words):
        words = re.sub(rf",?\s(?:in|across|from|of)\s(?:the\s)?{re.escape(name)}", "", words)
    return words


def _is_bare(root) -> bool:
    return not any(child.dep_ in ("amod", "compound", "prep", "relcl", "acl", "nummod") for child in root.children)


def is_own_name(words: str, titles: tuple[str, ...]) -> bool:
    """Whether words name the role itself or anybody, and so narrow nothing: "reviewers" of utilization review, "IMEs"."""
    key = set(name_key(words).split()) - {"in", "the", "a", "an", "of"}
    if len(words.split()) == 1 and words[:2].isupper():
        initials = ["".join(word[0] for word in title.split()).lower() for title in titles]
        own = name_key(words)
        if any(letters.startswith(own) or own.startswith(letters) for letters in initials if len(letters) > 1):
            return True
    return not key or key <= GENERIC or any(
        all(_is_like_one(word, (*name_key(title).split(), "role", "job", "work", "position", "physician")) for word in key)
        for title in titles
    )  # fmt: skip


def _is_like_one(word: str, others: tuple[str, ...]) -> bool:
    """Whether a word is one of others or of the same stem: "writer" and "writing"."""
    for other in others:
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other)))
        if word == other or (same >= 4 and same * 2 >= max(len(word), len(other))):
            return True
    return False
