"""What somebody spends rather than earns, by grammar: "my rider runs $1,150 a year", "a lawyer (about $300)"."""

from __future__ import annotations

import re

from knowledge.importing.extraction.amount import Amount
from knowledge.importing.extraction.grammar import parsed, phrases_in, subject_of

_THINGS = frozenset(
    "accountant airbnb allowance apartment app attorney bedroom bookkeeper budget camera car certificate "
    "certification childcare class computer course cover coverage daycare degree difference drug dues "
    "electricity equipment fine flat flight fuel gap hotel house indemnity insurance laptop lawyer licence "
    "license mba meal membership moc mortgage mph nanny operation overhead parking permit plan policy premium "
    "raise recertification registration rent rider room settlement software stamp subscription surgery tax "
    "therapy treatment tuition upkeep verdict visa website".split()
)  # fmt: skip
_WORD = re.compile(r"[a-z]+")
# What a thing does that costs so much. A policy may also pay, and a course earn its author something.
_COSTING = frozenset("be run cost come start begin add end set go average total amount range reach".split())
# Whoever pays for a service or is charged for it pays no salary.
_BUYERS = frozenset(
    "patient customer member subscriber consumer taxpayer guest passenger user viewer listener".split()
)
_OTHERS = frozenset("nurse resident fellow pharmacist paralegal technician coder midwife dentist".split())
_PAYING = frozenset("pay spend".split())
_EARNING = frozenset("earn make get receive command draw".split())
_PRONOUNS = frozenset(("it", "that", "this", "which", "they", "these", "those"))
_LABEL = re.compile(r"\W*(?P<label>[^:.;$€£]{3,60}):\s")
_COST_LABEL = re.compile(
    r"\brelocation\b|\b(?:insurance|coverage|indemnity|budget|allowance|licen[cs]e|registration|certification|tuition|membership"
    r"|subscription|dues|rent|overhead|premium|bonus|match)(?:e?s)?$", re.IGNORECASE,
)
_BEFORE_BRACKET = re.compile(r"(?:\b(?:price|cost|bill) of\s[^()$€£]{1,40}|\b(?P<noun>[a-z]+))\s?$", re.IGNORECASE)
SPENT = "what something costs"


def is_spent(text: str, amount: Amount) -> bool:
    """Whether an amount is what a thing costs whose name is the subject of its clause, or stands before its bracket."""
    label = _LABEL.match(text, 0, amount.start)
    if label and _COST_LABEL.search(label["label"]):
        return True
    words = _WORD.findall(text.lower())
    if not any(_is_thing(word) or _is_one_of(word, _BUYERS | _OTHERS) for word in words):
        return False
    opening = text.rfind("(", 0, amount.start)
    if opening >= 0 and text.find(")", opening) > amount.start:
        match = _BEFORE_BRACKET.search(text[max(0, opening - 60) : opening])
        if match and (match["noun"] is None or _is_thing(match["noun"].lower())):
            return True
    subject = subject_of(text, amount.start)
    if subject is None:
        return False
    verb = _verb(text, subject.start, subject.head)
    if verb in ("charge", "bill"):
        charged = (phrase for phrase in phrases_in(text) if subject.start < phrase.start < amount.start)
        return any(phrase.head in _BUYERS and phrase.governor == verb for phrase in charged)
    if (subject.head in _BUYERS and verb in _PAYING) or (subject.head in _OTHERS and verb in _EARNING):
        return True
    if verb not in _COSTING:
        return False
    if subject.head not in _PRONOUNS:
        return _is_thing(subject.head)
    before = [phrase for phrase in phrases_in(text) if phrase.start < subject.start and phrase.head not in _PRONOUNS]
    return bool(before) and _is_thing(before[-1].head)


def says_by_itself(text: str, amount: Amount, end: int) -> bool:
    """Whether an amount's clause has a subject of its own behind `end`: "You name your own price, I ask $500"."""
    if "," not in text[end : amount.start]:
        return False
    subject = subject_of(text, amount.start)
    return subject is not None and subject.start >= end and subject.head not in _PRONOUNS


def _is_thing(word: str) -> bool:
    return _is_one_of(word, _THINGS)


def _is_one_of(word: str, words: frozenset[str]) -> bool:
    return word in words or (word.endswith("s") and word[:-1] in words)


def _verb(text: str, start: int, head: str) -> str:
    """The base form of the verb that a subject belongs to."""
    for token in parsed(text):
        if token.idx >= start and token.lemma_.lower() == head:
            return token.head.lemma_.lower()
    return ""
