"""Who asked whom, by the grammar of the sentence: "the Larch Institute put one question to 310 members"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from knowledge.importing.extraction.grammar import parsed
from knowledge.importing.extraction.people import PeoplePhrase, people_at
from knowledge.importing.extraction.survey_words import PRONOUNS, is_people

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs whose object are the people asked, and those that reach them by a preposition.
_ASK = frozenset("ask poll survey question interview reach canvass query quiz contact".split())
_ASK_BY = {
    "go": ("to",), "put": ("to",), "send": ("to",), "mail": ("to",), "pose": ("to",), "write": ("to",),
    "hear": ("from",), "talk": ("to", "with"), "speak": ("to", "with"), "collect": ("from",), "gather": ("from",),
    "get": ("from",), "receive": ("from",), "draw": ("from",), "have": ("for",), "return": ("to",),
}  # fmt: skip
_NARROWS = ("prep", "relcl", "acl")
_PLACING = frozenset("across in of from at with without under over throughout within outside between aged".split())
_NEEDS = re.compile(r"\b(?:question|survey|poll|census|form|answer|repl|response|it$)", re.IGNORECASE)
_MAKE = frozenset(
    "conduct carry run do field commission publish evaluate organise organize make mount launch repeat compile"
    " pay ask poll survey question interview hear collect gather put".split()
)
_MADE_WORD = re.compile(
    r"\b(?:conducted|carried|ran|run|did|done|fielded|commissioned|published|evaluated|organi[sz]ed|made|mounted|launched"
    r"|repeated|compiled|paid|asked|polled|surveyed|questioned|interviewed|heard|collected|gathered|put)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r",? (?:which|who|whom|that)\b")
_MAY_ASK = re.compile(
    r"\b(?:ask|poll|survey|question|interview|reach|canvass|contact|went|go|put|sent|send|mail|pose|heard|talk|sp[eo]ke"
    r"|ha(?:d|s|ve)\b.{0,40}question|collect|gather|got|receiv|drew|returned)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Asking:
    """One asking in a sentence.

    Attributes:
        by: The words that name who asks, as they stand in the sentence; None in the passive without "by".
        ours: Whether the writers ask.
        invited: Whether these were only reached ("it went to 3,000 members"), so that their number is no sample.
        people: Those who were asked, with their number if it is given.
    """

    by: str | None
    ours: bool
    invited: bool
    people: PeoplePhrase


def asking_in(sentence: str) -> Asking | None:
    """The first asking of people in a sentence, in the active or the passive voice."""
    if not _MAY_ASK.search(sentence):
        return None
    for token in parsed(sentence):
        if token.pos_ not in ("VERB", "AUX") or token.lemma_.lower() not in (*_ASK, *_ASK_BY):
            continue
        found = _read(token, sentence)
        if found is not None:
            return found
    return None


def _read(verb: Token, sentence: str) -> Asking | None:
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and subject.dep_ == "nsubj":
        subject = _antecedent(subject, verb)
    if subject is None or any(child.dep_ == "neg" for child in verb.children):
        return None
    if subject.dep_ == "nsubjpass":
        agent = next((child for one in verb.children if one.dep_ == "agent" for child in one.children), None)
        people = _people(subject, sentence) if verb.lemma_.lower() in _ASK else None
        if people is not None:
            return _made(verb, agent, people, sentence) if people.number or agent else None
    for target in _targets(verb):
        people = _people(target, sentence)
        if people is not None:
            return _made(verb, subject, people, sentence)
    return None


def asker_in(sentence: str) -> str | None:
    """The words that name who made a survey: "a poll which the Larch Institute carried out", "asked by Larch"."""
    if not _MADE_WORD.search(sentence):
        return None
    for token in parsed(sentence):
        if token.pos_ not in ("VERB", "AUX") or token.lemma_.lower() not in _MAKE:
            continue
        by = next((child for child in token.children if child.dep_ == "nsubj"), None)
        by = by or next((child for one in token.children if one.dep_ == "agent" for child in one.children), None)
        by = _antecedent(by, token)
        if by is None or by.pos_ != "PROPN" or not _is_of_survey(token):
            continue
        return _name_of(by, sentence)
    return None


def _is_of_survey(verb: Token) -> bool:
    """Whether what a verb makes is a survey, or it asks people in a clause about them."""
    if verb.dep_ in ("relcl", "acl") and (is_people(verb.head.lower_) or _NEEDS.search(verb.head.text)):
        return True
    if any(child.dep_ in ("dobj", "nsubjpass") and _NEEDS.search(child.text) for child in verb.children):
        return True
    return verb.dep_ == "relcl" and verb.lemma_.lower() not in _ASK and bool(_NEEDS.search(verb.sent.text))


def _antecedent(noun: Token | None, verb: Token) -> Token | None:
    """What "which" and "who" stand for."""
    relative = noun is not None and noun.lower_ in ("which", "who", "that") and verb.dep_ == "relcl"
    return verb.head if relative else noun


def _name_of(noun: Token, sentence: str) -> str:
    """A name with what stands beside it, without the clauses that hang on it."""
    words = [one for one in noun.subtree if not any(above.dep_ in ("relcl", "acl") for above in _between(one, noun))]
    return _CLAUSE.split(sentence[words[0].idx : words[-1].idx + len(words[-1])])[0]


def _targets(verb: Token) -> Iterator[Token]:
    """The nouns that can be the people asked."""
    if verb.lemma_.lower() in _ASK:
        yield from (child for child in verb.children if child.dep_ in ("dobj", "dative"))
        return
    marks = _ASK_BY[verb.lemma_.lower()]
    said = verb.doc[verb.left_edge.i : verb.right_edge.i + 1].text
    if verb.lemma_.lower() not in ("hear", "talk", "speak", "go") and not _NEEDS.search(said):
        return
    for one in verb.subtree:
        if one.dep_ in ("prep", "dative") and one.lower_ in marks and one.i > verb.i:
            yield from (child for child in one.children if child.dep_ == "pobj")


def _people(noun: Token, sentence: str) -> PeoplePhrase | None:
    """The people that a noun heads: from its left edge, so that their number is read with them."""
    if any(child.lower_ in ("every", "each") for child in noun.children) and is_people(f"{noun.lower_}s"):
        return PeoplePhrase(f"{noun.lower_}s", f"{noun.lower_}s", None, noun.idx, noun.idx + len(noun))
    people = people_at(sentence, noun.left_edge.idx)
    if noun.like_num:  # "5,916 of its members"
        of = (child for one in noun.children if one.lower_ == "of" for child in one.children if child.dep_ == "pobj")
        noun = next(of, noun)
    if people is None or people.head.lower() in PRONOUNS or not people.start <= noun.idx + len(noun) + 1:
        return None
    end = max(_end(noun), noun.idx + len(noun))
    return replace(people, text=sentence[people.start : end], end=end) if people.text[:5] != "those" else people


def _end(noun: Token) -> int:
    """Where the people end: with the clause or the place that narrows them, before any time."""
    doc, last = noun.doc, noun.i
    while last + 1 < len(doc):
        after = doc[last + 1]
        phrase = next((one for one in doc[last + 1 :] if one.left_edge.i == after.i and one.dep_ in _NARROWS), None)
        if phrase is None or (phrase.dep_ == "prep" and phrase.lower_ not in _PLACING):
            break
        if any(one.ent_type_ == "DATE" for one in phrase.children) or phrase.right_edge.i <= last:
            break
        last = phrase.right_edge.i if phrase.dep_ != "prep" else _end_of_place(phrase)
    return doc[last].idx + len(doc[last])


def _end_of_place(phrase: Token) -> int:
    """The last word of "in five states", to which a parser may have hung "about their plans"."""
    further = (one for one in phrase.subtree if one.i > phrase.i and one.dep_ == "prep")
    about = next((one for one in further if one.lower_ not in _PLACING), None)
    return about.i - 1 if about is not None else phrase.right_edge.i


def _made(verb: Token, by: Token | None, people: PeoplePhrase, sentence: str) -> Asking:
    invited = verb.lemma_.lower() in ("go", "send", "mail", "write")
    if by is None:
        return Asking(None, False, invited, people)
    ours = by.lower_ in ("we", "i", "us")
    is_name = by.pos_ != "PRON" and any(one.pos_ == "PROPN" for one in by.subtree)
    return Asking(_name_of(by, sentence) if is_name else None, ours, invited, people)


def _between(token: Token, top: Token) -> Iterator[Token]:
    while token.i != top.i:
        yield token
        token = token.head
