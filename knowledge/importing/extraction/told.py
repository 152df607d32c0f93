"""Work that is told by its verb and has no other name: "She coaches physicians", "Feld consults on hospital design"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.importing.extraction.amounts import find_amounts
from knowledge.importing.extraction.claims import Page
from knowledge.importing.extraction.evidence import judge
from knowledge.importing.extraction.grammar import parsed
from knowledge.importing.extraction.known import KnownWork, name_key
from knowledge.importing.extraction.role_names import RoleName
from knowledge.importing.extraction.role_words import JOB_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORKERS = frozenset(("i", "he", "she", "we"))
# Verbs whose doer is a job's name but who does them need not have it: "She leads a quiet life".
_COMMON = frozenset(
    "lead manage direct head guide own partner volunteer agent report use drive host hunt see found".split()
)
_OTHER_AGENTS = {"consult": "consultant", "ghostwrite": "ghostwriter", "investigate": "investigator"}
_STEMS = "|".join(
    sorted(
        {word[:-2] for word in JOB_NOUNS if word.endswith(("er", "or")) and len(word) > 5}
        | {*_OTHER_AGENTS, "coach", "tutor"}
    )
)
_VERB = re.compile(rf"\b(?:{_STEMS})e?s?\b")
_NAMED = re.compile(rf"[“\"]?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){{0,2}}[”\"]?(?:, \d\d,)? (?=(?:{_STEMS})e?s\b)")
_LABEL = re.compile(r"[^.:!?“\"]{3,60}:\s")
_SOMEBODY = re.compile(r"\b(?:I|[Hh]e|[Ss]he|[Ww]e)\b")
_BEGINS = re.compile(
    rf"(?:Dr\.? )?[“\"]?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){{0,2}}[”\"]?(?:, \d\d,)?(?: now| also)? (?:{_STEMS})e?s\b"
)
_LONGEST = 400  # characters of a sentence that tells it plainly
_SOON = 2  # sentences; anywhere in its paragraph where that begins with it
_THROUGH = frozenset(("on", "for", "about"))
_CLINICAL = frozenset("patient child family people person baby woman man kid student it".split())


def told_with_pay(page: Page, index: int) -> RoleName | None:
    """What a sentence tells as somebody's work, where pay follows soon and nothing in between names other work."""
    if not may_tell(page.sentences[index].text):
        return None
    last = page.by_block[page.sentences[index].block][-1] if page.sentences[index].first else index
    sentences = page.sentences[index : 1 + max(last, index + _SOON)]
    paid = next((n for n, one in enumerate(sentences) if _has_pay(one.text)), None)
    if paid is None or any(page.document.blocks[one.block].kind != "paragraph" for one in sentences[: paid + 1]):
        return None
    if _LABEL.match(page.document.blocks[sentences[0].block].text):
        return None  # the label says what it is, if anything does
    said = page.by_block[sentences[0].block][0]
    if any(page.known.mentions(one.text) for one in page.sentences[said : index + paid + 1]):
        return None
    return work_told(sentences[0].text, page.known)


def may_tell(text: str) -> bool:
    """Whether it is worth parsing: a verb of work, and a person who may be doing it."""
    return bool(_VERB.search(text) and len(text) < _LONGEST and (_SOMEBODY.search(text) or _BEGINS.match(text)))


def work_told(text: str, known: KnownWork) -> RoleName | None:
    """What somebody does for a living: a verb in the present whose doer has a job's name, with its object."""
    if not may_tell(text):
        return None
    named = _NAMED.match(text)  # a name before "coaches" is easily read as one with it
    said, shift = (f"She {text[named.end() :]}", named.end() - 4) if named else (text, 0)
    for token in parsed(said):
        agent = _agent(token.lemma_.lower()) if token.tag_ in ("VBZ", "VBP") else None
        if agent is None or not _is_of_somebody(token):
            continue
        thing = _object(token)
        if thing is None or thing.pos_ == "PRON" or thing.lemma_.lower() in _CLINICAL:
            continue
        if any(child.dep_ == "nummod" for child in thing.children):
            continue  # what is counted is a day's work
        start, end = token.idx + shift, thing.idx + len(thing) + shift
        modifiers = text[max(start, thing.left_edge.idx + shift) : end]
        words = [word for word in name_key(modifiers).split() if word not in ("the", "a", "an")]
        return RoleName(text[start:end], known.kind_of(" ".join([*words, agent])), start, end, 0.55)
    return None


def _has_pay(text: str) -> bool:
    return any(judge(text, amount, amount.unit, False, True, True).is_pay for amount in find_amounts(text))


def _agent(lemma: str) -> str | None:
    """What one who does it is called: "coach", "adviser", "editor", "consultant"."""
    if lemma in _COMMON:
        return None
    if lemma in _OTHER_AGENTS:
        return _OTHER_AGENTS[lemma]
    base = lemma[:-1] if lemma.endswith("e") else lemma
    return next((one for one in (lemma, base + "er", base + "or") if one in JOB_NOUNS), None)


def _is_of_somebody(verb: Token) -> bool:
    """Whether the doer is a person of the story: a pronoun, or a name."""
    subject = _subject(verb)
    while subject is None and verb.dep_ == "conj":
        verb = verb.head
        before = (child for child in verb.lefts if child.dep_ == "ccomp")  # "she goes there, hangs up her coat and"
        subject = _subject(verb) or next((found for child in before if (found := _subject(child))), None)
    if subject is None:
        return False
    return subject.lower_ in _WORKERS or (subject.pos_ == "PROPN" and subject.ent_type_ not in ("ORG", "GPE"))


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ == "nsubj"), None)


def _object(verb: Token) -> Token | None:
    for child in verb.rights:
        if child.dep_ == "dobj":
            return child
        if child.dep_ == "prep" and child.lower_ in _THROUGH:
            return next((one for one in child.children if one.dep_ == "pobj"), None)
    return None
