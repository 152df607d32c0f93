"""The kinds of statement in which an answer may hold a number: a closed list.

A figure counts only as one whole rendering of one stored figure, in a line that names its
role and specialty and carries its citation; so two swapped figures, a changed field, a rounded
or a converted number are left unexplained.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterable, Optional, Sequence

from actions.payload import Payload
from knowledge.answering.pay_unit import readings
from knowledge.answering.phrases import (
    HOURS_CAVEAT,
    bound_phrase,
    note_phrase,
    own_pay_phrase,
    pay_phrase,
    poll_heading,
    poll_phrase,
    poll_share,
    role_label,
    survey_phrase,
)
from knowledge.errors import PayParseError
from knowledge.facts import Figure, KnowledgeBase
from knowledge.language.pay import PayBound
from knowledge.records.personal_record import PersonalRecord

_ENUMERATION = re.compile(r"^(?:(\d{1,3})\. |- )")
_MARKER = re.compile(r"\[\d+\]")
# Computed counts, in the very sentences that say them; none can exceed the number of roles.
_COUNTS = re.compile(
    r"^(?:Roles (\d+) to (\d+) of (\d+)|Number (\d+) (?:of (\d+)|by)|There are only (\d+) roles?"
    r"|The list has (\d+) entr(?:y|ies)|(\d+) roles?(?= for|,| from)"
    r"|(\d+) other roles? (?:would fit otherwise|gives? (?:its|their) pay)"
    r"|(\d+) more entr(?:y|ies) not shown)"
    r"|(?<=”, )(\d+) roles? meets? all the rest"
    r"|(?<=given|.tell)(?: \(and (\d+) more\))|(?<=stated: )[a-z ,]+ \(and (\d+) more\)"
)
_NAME = re.compile(r"[^\W\d]{2}")
_NAME_NUMBER = re.compile(r"(?<![\d.,$€£%])(?:(?:19|20)\d\d|\d{1,2})(?![.,]?\d|\s?[%$€£]|[kKmM]\b)")
_WORDS = (
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|mil|grands?|"
    r"dozens?|percent|per cent|thirds?|quarters?|half of|double|twice|triple|tens|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten) (?:in|of|out of) "
    r"(?:two|three|four|five|six|seven|eight|nine|ten)|(?:five|six|seven)[- ]figures?|figures? salary"
)
_LEFT = re.compile(rf"(?<!\S)\S*[\d%]\S*|\b(?:{_WORDS})\b", re.IGNORECASE)


def reads_as_number(text: str) -> bool:
    """Whether a text would have to be explained as a number; a person's own words can hold one."""
    return bool(_LEFT.search(text)) or any(c.isnumeric() and not c.isascii() for c in text)


@dataclass(frozen=True)
class _FigureStatement:
    """One rendering of a figure with its marker, and the label its line must begin with."""

    words: str
    label: str


@dataclass(frozen=True)
class Statements:
    """What may be said in one answer: figures by the line, other texts anywhere."""

    figures: tuple[_FigureStatement, ...]
    cited: tuple[tuple[str, str], ...]  # (text, marker that must follow it in its line)
    shares: frozenset[tuple[str, str]]  # (heading of a survey, whole line that may stand below it)
    free: tuple[str, ...]
    bounds: tuple[str, ...]  # the person's own pay bounds: free, but never as what a role pays
    labels: frozenset[str]
    most: int  # no computed count can be higher

    @classmethod
    def of(
        cls, payload: Payload, knowledge: KnowledgeBase, *, fixed: Sequence[str] = (),
        own: Optional[PersonalRecord] = None,
    ) -> "Statements":
        """Collects the statements that a payload's citations and the person's own record allow."""
        own = own or PersonalRecord()
        numbers = {c["passage_id"]: c["n"] for c in payload["citations"]}
        specialties = [f["value"] for f in payload["filters"]
                       if f["name"] == "specialty" and not f["negated"]]
        figures = [
            statement
            for figure in knowledge.figures.values()
            if figure.passage_id in numbers
            for statement in _renderings(
                figure, knowledge, numbers[figure.passage_id], specialties
            )
        ]
        return cls(
            figures=tuple(sorted(figures, key=lambda s: -len(s.words))),
            cited=tuple(sorted(_cited(knowledge, numbers), key=lambda pair: -len(pair[0]))),
            shares=frozenset(_shares(knowledge, numbers)),
            free=tuple(sorted((*_free(knowledge, fixed), *_notes(own)), key=len, reverse=True)),
            bounds=tuple(sorted((*_bounds(payload), *_own_amounts(own)), key=len, reverse=True)),
            labels=frozenset(
                label for role in knowledge.roles.values()
                for label in (role_label(role), role_label(role, specialties))
            ),
            most=len(knowledge.roles),
        )

    def unexplained(self, text: str) -> list[str]:
        """The pieces of a text that hold a number no statement accounts for."""
        left: list[str] = []
        headings, heading = {above for above, _ in self.shares}, ""
        free = [words for words in self.free if words in text]
        for line in _without([words for words in free if "\n" in words], text).split("\n"):
            if line in headings:
                heading = line
            if line == heading or (heading, line) in self.shares:
                continue
            heading = ""
            # Statements first: a name with a number in it is a part of some of them.
            rest = _without(free, self._strip_line(line))
            left += _LEFT.findall(rest)
            left += [c for c in rest if c.isnumeric() and not c.isascii()]
        return left

    def _strip_line(self, line: str) -> str:
        for words, marker in self.cited:
            if words in line and marker in line:
                line = line.replace(words, " ", 1)
        number = _ENUMERATION.match(line)
        body = line[number.end():] if number and self._counts(number[1]) else line
        label, colon, said = body.partition(": ")
        about_role = bool(colon) and label in self.labels
        for statement in self.figures:
            if about_role and statement.label == label:
                said = _without_statement(said, statement.words)
        rest = _MARKER.sub(" ", label + colon + said)
        for words in self.bounds:
            rest = rest.replace(f"not {words}" if about_role else words, " ")
        return _COUNTS.sub(lambda m: " " if self._counts(*m.groups()) else m.group(), rest)

    def _counts(self, *digits: str | None) -> bool:
        return all(int(d) <= self.most for d in digits if d)


def _without(pieces: Iterable[str], text: str) -> str:
    for words in pieces:
        text = text.replace(words, " ")
    return text


def _without_statement(said: str, words: str) -> str:
    """Takes one whole statement out: it opens what is said or follows another one's marker."""
    if said.startswith(words):
        return said[len(words):]
    return said.replace(f"; {words}", "; ", 1)


def _renderings(
    figure: Figure, knowledge: KnowledgeBase, number: int, specialties: Sequence[str]
) -> Iterable[_FigureStatement]:
    role = knowledge.roles[figure.role_id]
    label, shorter = role_label(role), role_label(role, specialties)
    for yearly in (False, True):
        words = f"{pay_phrase(figure, yearly=yearly)} [{number}]"
        yield _FigureStatement(words, label)
        if shorter != label:
            yield _FigureStatement(words, shorter)


def _cited(knowledge: KnowledgeBase, numbers: dict[str, int]) -> Iterable[tuple[str, str]]:
    for passage_id, number in numbers.items():
        yield knowledge.passages[passage_id].text, f"[{number}]"
    for poll in knowledge.polls.values():
        if poll.passage_id in numbers:
            yield poll_phrase(poll), f"[{numbers[poll.passage_id]}]"
            yield survey_phrase(poll), f"[{numbers[poll.passage_id]}]"
    for role in knowledge.roles.values():
        if role.pay_note and role.pay_note_passage_id in numbers:
            yield role.pay_note, f"[{numbers[role.pay_note_passage_id]}]"


def _shares(knowledge: KnowledgeBase, numbers: dict[str, int]) -> Iterable[tuple[str, str]]:
    for poll in knowledge.polls.values():
        if poll.passage_id in numbers:
            yield poll_heading(poll), f"- {poll_share(poll)} [{numbers[poll.passage_id]}]"


def may_name_freely(name: str) -> bool:
    """Whether a name holds numbers as names do, "2025 Lab Jobs Survey", and none that could be a fact of its own.

    Years and one or two digits are a name's; "a survey of 250,000 physicians" only passes with its citation.
    """
    rest = _NAME_NUMBER.sub("", name)
    return rest != name and not any(character.isnumeric() for character in rest) and bool(_NAME.search(rest))


def _free(knowledge: KnowledgeBase, fixed: Sequence[str]) -> Iterable[str]:
    """Words that may hold numbers without being a figure: titles, names, dates, addresses, fixed texts."""
    yield from (text for text in fixed if text)
    for article in knowledge.articles.values():
        yield article.title
        if article.published:
            yield f'"{article.title}", dated {article.published}'
        if article.url:
            yield article.url
    names = {a.publisher for a in knowledge.articles.values()} | {p.attributed_to for p in knowledge.polls.values()}
    names |= {f.attributed_to for f in knowledge.figures.values() if f.attributed_to}
    yield from (name for name in names if may_name_freely(name))
    yield from (s.title for s in knowledge.sections.values() if re.search(r"\d", s.title))
    yield from (r.title for r in knowledge.roles.values() if re.search(r"\d", r.title))
    yield HOURS_CAVEAT


def _bounds(payload: Payload) -> Iterable[str]:
    """The person's own pay bounds, in each reading where the unit is still open."""
    for item in payload["filters"]:
        if item["name"] == "pay":
            bound = PayBound(**item["value"])
            yield bound_phrase(bound)
            if bound.unit is None:
                yield from map(bound_phrase, readings(bound))


def _notes(own: PersonalRecord) -> Iterable[str]:
    """The person's notes as they are shown; whatever stands in them is theirs."""
    yield from (note_phrase(role.note) for role in own.saved if role.note)


def _own_amounts(own: PersonalRecord) -> Iterable[str]:
    """Amounts of the person's own, each marked as theirs: of offers, and the least that they would accept."""
    for value in [*(offer.pay for offer in own.offers), own.guide.get("guide_pay", "")]:
        yield from _own_phrases(value)


def _own_phrases(value: str) -> Iterable[str]:
    try:
        bound = PayBound.parse(value)
    except PayParseError:
        return
    yield own_pay_phrase(bound)
    yield own_pay_phrase(bound, yearly=True)
