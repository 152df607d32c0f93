"""How a sentence presents work: its subject, what somebody does or goes into, what there is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.grammar import parsed
from knowledge.importing.extraction.role_words import WORK_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 400  # characters of a sentence that says it plainly
_NAMES_OF_WORK = frozenset("work job role position gig career post".split())
_DOES = frozenset(
    "do perform conduct carry take offer write choose add start begin provide run pick discover find try handle".split()
)
_SITS = frozenset("sit serve".split())
_GOES = frozenset("go move turn switch drift get come shift slide step break land gravitate venture".split())
_WORKS = frozenset("work retrain hire employ moonlight freelance engage".split())
_SEEKS = frozenset("want need hire seek recruit engage retain employ".split())  # "want physicians for chart review"
_EARNS = frozenset("earn make get receive start charge bill ask pay command draw average see collect".split())
_BRINGS = _EARNS | {"bring", "fetch", "yield"}
_SOMEBODY = frozenset("i he she we they you many some most other others several few number majority half third".split())
_OPENS = frozenset("thing one first second third fourth fifth last option idea answer choice favorite".split())
_THERE = re.compile(r"\bthere(?:’s|'s| is)\b", re.IGNORECASE)
_AS = re.compile(r"\bas\s")


def presented(text: str, start: int, end: int) -> str | None:
    """Whether a sentence presents the work that it names at `start` to `end`, rather than mentions it.

    Returns:
        "verb" for what somebody does, goes into or is wanted for, and for what there is; "subject" for the subject of
        the main clause, whatever stands before it; None for a mention.
    """
    word = _head(text, start, end)
    if word is None:
        return None
    governor = word.head
    if any(child.dep_ == "neg" for one in (governor, governor.head) for child in one.children):
        return None
    if word.dep_ in ("nsubj", "nsubjpass"):
        return "subject" if governor.dep_ == "ROOT" else None
    if word.dep_ == "attr":
        return "verb" if _opens(governor) else None
    if word.dep_ == "dobj":
        return "verb" if governor.lemma_.lower() in _DOES and _is_done(governor) else None
    verb = governor.head if word.dep_ == "pobj" else None
    if verb is None:
        return None
    goes = governor.lower_ in ("into", "to") and verb.lemma_.lower() in _GOES and _is_done(verb)
    return "verb" if goes or (governor.lower_ == "for" and _is_sought(verb)) else None


def earns(text: str, start: int, end: int) -> bool:
    """Whether those named at `start` to `end` earn something: "told us that benefits clerks make $40,000"."""
    word = _head(text, start, end)
    if word is None:
        return False
    verbs = [child for child in word.rights if child.dep_ == "relcl"]  # "investigators, who get $150 an hour"
    verbs += [word.head] if word.dep_ in ("nsubj", "nsubjpass") else []
    return any(verb.lemma_.lower() in _EARNS and _has_money(verb) for verb in verbs)


def earners(text: str) -> list[tuple[int, int]]:
    """Where the subjects of clauses with money stand, each with what narrows it, without what is in brackets."""
    found = []
    for word in _words(text):
        if word.dep_ != "nsubj" or word.tag_ not in ("NN", "NNS") or word.head.lemma_.lower() not in _BRINGS:
            continue
        if word.ent_type_ or not _has_money(word.head) or any(child.dep_ in ("poss", "nummod") for child in word.lefts):
            continue
        last = next((child for child in word.rights if child.dep_ == "prep" and child.lower_ == "of"), None)
        noun = next((child for child in last.children if child.dep_ == "pobj"), word) if last is not None else word
        first = word.left_edge
        first = first.nbor() if first.dep_ == "det" else first
        found.append((first.idx, noun.idx + len(noun)))
    return found


def works_done(text: str) -> list[tuple[int, int]]:
    """Where work stands that somebody does, or what they sit on: "they sit on trial safety boards"."""
    found = []
    for word in _words(text):
        on = word.dep_ == "pobj" and word.head.lower_ == "on"
        verb, verbs = (word.head.head, _SITS) if on else (word.head, _DOES)
        if not (on or word.dep_ == "dobj") or verb.lemma_.lower() not in verbs or not _is_done(verb):
            continue
        first = next((child for child in word.lefts if child.dep_ == "compound"), None)
        if first is not None and {word.lower_, word.lemma_.lower()} & WORK_NOUNS:
            found.append((first.left_edge.idx, word.idx + len(word)))
    return found


def there_is(text: str) -> tuple[int, int] | None:
    """Where work stands that there is, said in one word: "And then there is ghostwriting: a memoir goes for"."""
    for word in _words(text) if _THERE.search(text) else ():
        if word.dep_ == "attr" and word.lower_.endswith("ing") and word.pos_ in ("NOUN", "VERB") and _opens(word.head):
            return (word.idx, word.idx + len(word)) if not list(word.lefts) else None
    return None


def works_as(text: str) -> tuple[int, int] | None:
    """Where the name of the work stands that somebody does "as": "retrained as hospital chaplains".

    It has two words or more, as only the name of a job has there: "works as a flight nurse", not "as a team".
    """
    for word in _words(text) if _AS.search(text) else ():
        governor = word.head
        if word.dep_ != "pobj" or governor.lower_ != "as" or governor.head.lemma_.lower() not in _WORKS:
            continue
        first = next((child for child in word.lefts if child.dep_ == "compound"), None)
        if first is not None and word.tag_ in ("NN", "NNS") and word.i == first.i + 1:
            return first.left_edge.idx, word.idx + len(word)
    return None


def _words(text: str) -> Iterable[Token]:
    """The words of a sentence that is short enough to say it plainly, with their grammar; else none."""
    return parsed(text) if len(text) < _LONGEST else ()


def _head(text: str, start: int, end: int) -> Token | None:
    """The word of a name on which its others depend, "work" of "utilization review work"; None in a long sentence."""
    doc = parsed(text) if len(text) < _LONGEST else None
    span = doc.char_span(start, end, alignment_mode="expand") if doc and doc.has_annotation("DEP") else None
    if span is None:
        return None
    word = span.root
    if word.dep_ == "compound" and word.head.lemma_.lower() in _NAMES_OF_WORK:
        word = word.head
    while word.dep_ == "conj" and word.head.pos_ == "NOUN":
        word = word.head
    return word


def _opens(verb: Token) -> bool:
    """Whether a form of "be" brings something up: "there are ...", "the first was ...", "what they like is ..."."""
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "expl", "csubj")), None)
    if subject is None:
        return False
    return subject.dep_ in ("expl", "csubj") or subject.lemma_.lower() in _OPENS


def _has_money(verb: Token) -> bool:
    amounts = find_amounts(verb.doc.text)
    return any(amount.start <= one.idx < amount.end for one in verb.subtree for amount in amounts)


def _is_sought(word: Token) -> bool:
    """Whether "for" tells what somebody is wanted for, said of the verb or of whom it wants."""
    verb = word.head if word.dep_ == "dobj" else word
    return verb.lemma_.lower() in _SEEKS and any(child.dep_ == "dobj" for child in verb.children)


def _is_done(verb: Token) -> bool:
    """Whether people do it in the main clause: "she performs", "many go", "Dr. Orlov runs"."""
    while verb.dep_ in ("conj", "xcomp"):
        verb = verb.head
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if verb.dep_ not in ("ROOT", "ccomp") or subject is None:
        return False
    return subject.lemma_.lower() in _SOMEBODY or subject.tag_ == "CD" or subject.ent_type_ == "PERSON"
