"""Phrases that name people: "the 1,212 anesthesiologists who answered", "those under 50", "U.S. members"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.importing.extraction.counts import ANY_COUNT, count_of
from knowledge.importing.extraction.survey_words import AUXILIARIES, PARTICIPLES, REPORT, SURVEY, is_people, is_verb

_TOKEN = re.compile(r"[^\s,;:()]+|[,;:()]")
_DETERMINER = re.compile(
    r"\s*(?:(?:all|some|about|around|nearly|almost|roughly|over|more than|fewer than|the|our|its|their|these|my"
    r"|of|other"
    rf"|just)\s|(?P<number>{ANY_COUNT})\s)",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(r"\s(?:in|of|during)\s(?:early |late |the )?(?:19|20)\d\d$")
_MOST_DETERMINERS = 5
_IN_SURVEY = re.compile(rf"\s(?:in|of)\s(?:an?|the|our|that|this)\s(?:[\w’'.&-]+\s){{0,4}}{SURVEY}$")
_HEAD_WITHIN = 7  # words from the beginning of the phrase to the noun that names people
_LONGEST = 18  # words
_STOPS = frozenset(
    "and but while whereas because although though if when as or than versus vs what how why whether which where for"
    " about by last earlier recently once".split()
)
# Behind other words than the people themselves these are nouns: "who had left shift work".
_NOUNS_TOO = frozenset(
    "work call use need plan change cut report answer list name hope experience value fear doubt dread support"
    " favor vote"
    " start move switch return run turn drop feeling planning thought".split()
)
_BETWEEN = frozenset("already also ever just never not only recently since still".split())  # "had already left"
_CLOSERS = frozenset(", ; : ( )".split())
_NO_HEAD = frozenset("of in on at by for with from to a an".split())


@dataclass(frozen=True)
class PeoplePhrase:
    """People in a text.

    Attributes:
        text: Without determiners and number: "anesthesiologists who answered".
        head: The noun: "anesthesiologists".
        number: How many, if a number stands before them.
        start: Where `text` begins.
        end: Where it ends.
    """

    text: str
    head: str
    number: int | None
    start: int
    end: int


def people_at(text: str, position: int) -> PeoplePhrase | None:
    """The phrase that begins at a position, or None if what begins there are no people."""
    number, position = _after_determiners(text, position)
    tokens = _tokens(text, position)
    if number and tokens and tokens[0].group().lower() in ("who", "whom"):
        end = tokens[_last(tokens, 0, clause=0)].end()
        return PeoplePhrase(f"those {text[position:end].rstrip('.?!')}", "those", number, position, end)
    head = _head(tokens)
    if head is None:
        return None
    end = tokens[_last(tokens, head)].end()
    found = _IN_YEAR.sub("", text[position:end].rstrip(".?!\"”’'"))
    found = _IN_SURVEY.sub("", found)
    if not found:
        return None
    noun = tokens[head].group().strip(".?!\"”’'")
    return PeoplePhrase(found, noun, number, position, position + len(found))


def _after_determiners(text: str, position: int) -> tuple[int | None, int]:
    number = None
    for _ in range(_MOST_DETERMINERS):
        match = _DETERMINER.match(text, position)
        if match is None:
            break
        if match["number"]:
            number = count_of(match["number"])
        position = match.end()
    while position < len(text) and text[position].isspace():
        position += 1
    return number, position


def _tokens(text: str, position: int) -> list[re.Match]:
    found = []
    for match in _TOKEN.finditer(text, position):
        found.append(match)
        if len(found) > _LONGEST:
            break
    return found


def _head(tokens: list[re.Match]) -> int | None:
    """The last of the nouns in a row that names people ("physician participants"), before any verb."""
    for index, token in enumerate(tokens[:_HEAD_WITHIN]):
        word = token.group()
        bare = word.strip(".?!\"”’'“")
        if word in _CLOSERS or bare.lower() in _NO_HEAD or re.search(r"s[’']$|[’']s$", word):
            return None
        if is_people(bare):
            if _is_modifier(bare, tokens[index + 1].group() if index + 1 < len(tokens) else ""):
                continue
            follows = tokens[index + 1].group() if bare.lower() == "those" and index + 1 < len(tokens) else ""
            return index + 1 if is_people(follows) else index
        if index and is_verb(bare) and not bare.endswith("ed"):
            return None
    return None


def _is_modifier(word: str, follows: str) -> bool:
    """Whether the people only describe a thing: "Alumni Outcomes Survey", "the staff survey"."""
    if follows[:1].isupper():
        return word[0].isupper() or bool(re.match(rf"(?:{SURVEY}|{REPORT})\b", follows))
    return not word.endswith("s") and bool(re.match(rf"{SURVEY}\b", follows))


def _last(tokens: list[re.Match], head: int, clause: int | None = None) -> int:
    """The last token of what narrows the people: a relative clause, or "under 50", "with a side gig"."""
    last, auxiliary = head, False
    for index in range(head + 1, len(tokens)):
        word = tokens[index].group()
        bare = word.strip(".?!\"”’'").lower()
        if word in _CLOSERS or bare in _STOPS or "%" in word or bare in ("percent",):
            break
        if bare in ("whom", "that") and not _does(tokens, index + 1):
            break  # "midwives that the Larch Institute asked"
        if bare in ("who", "whom", "whose", "that", "we", "they") and clause is None:
            clause = index
        elif clause is not None and bare in _BETWEEN:
            continue
        elif bare in PARTICIPLES and index + 1 < len(tokens) and tokens[index + 1].group() in ("by", "in", "for"):
            break
        elif is_verb(bare) and bare not in PARTICIPLES and (bare not in _NOUNS_TOO or index == head + 1):
            # The relative clause has one verb; the next one says what the share of people does.
            if clause is None or (index > clause + 1 and not auxiliary):
                break
            auxiliary = bare in AUXILIARIES
            last = index
            continue
        elif bare.endswith("ing") and clause is None:
            break
        auxiliary = False
        last = index
        if word[-1] in ".?!":
            break
    return last


def _does(tokens: list[re.Match], index: int) -> bool:
    """Whether what follows "that" is what the people do, not who does something to them."""
    word = tokens[index].group().lower() if index < len(tokens) else ""
    return is_verb(word) or word in _BETWEEN
