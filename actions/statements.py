"""The kinds of statement in which an answer may hold a number: a closed list.

A figure counts only as one whole rendering of one stored figure, in a line that names its
role and specialty and carries its citation; so two swapped figures, a changed field, a rounded
or a converted number are left unexplained.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterable, Sequence

from actions.payload import Payload
from knowledge.answering.pay_unit import readings
from knowledge.answering.phrases import (
    HOURS_CAVEAT,
    bound_phrase,
    pay_phrase,
    poll_phrase,
    role_label,
)
from knowledge.facts import Figure, KnowledgeBase
from knowledge.language.pay import PayBound

_ENUMERATION = re.compile(r"^(?:\d{1,3}\. |- )")
_MARKER = re.compile(r"\[\d+\]")
_COUNT = re.compile(
    r"\b(?:and )?(\d{1,4})(?= (?:more|other |role|roles|article|articles|entry|entries))"
)
_POSITIONS = re.compile(r"\bRoles \d{1,4} to \d{1,4} of \d{1,4}\b|\bNumber \d{1,3} by\b")
_LEFT = re.compile(
    r"[^\s]*\d[^\s]*|\b(?:percent|per cent|hundred|thousand|grand|million|half of|figures? salary"
    r"|(?:six|seven|five)[- ]figures?)\b",
    re.IGNORECASE,
)


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
    free: tuple[str, ...]

    @classmethod
    def of(
        cls, payload: Payload, knowledge: KnowledgeBase, *, fixed: Sequence[str] = ()
    ) -> "Statements":
        """Collects the statements that a payload's citations allow."""
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
            free=tuple(sorted(_free(payload, knowledge, fixed), key=len, reverse=True)),
        )

    def unexplained(self, text: str) -> list[str]:
        """The pieces of a text that hold a number no statement accounts for."""
        left: list[str] = []
        for line in self._without_free(text).split("\n"):
            left += _LEFT.findall(self._strip_line(line))
        return left

    def _without_free(self, text: str) -> str:
        for words in self.free:
            text = text.replace(words, " ")
        return text

    def _strip_line(self, line: str) -> str:
        for words, marker in self.cited:
            if words in line and marker in line:
                line = line.replace(words, " ", 1)
        label, colon, said = _ENUMERATION.sub("", line, count=1).partition(": ")
        for statement in self.figures:
            if colon and statement.label == label:
                said = _without_statement(said, statement.words)
        line = label + colon + said
        line = _POSITIONS.sub(" ", _MARKER.sub(" ", line))
        return _COUNT.sub(" ", line)


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
    for role in knowledge.roles.values():
        if role.pay_note and role.pay_note_passage_id in numbers:
            yield role.pay_note, f"[{numbers[role.pay_note_passage_id]}]"


def _free(payload: Payload, knowledge: KnowledgeBase, fixed: Sequence[str]) -> Iterable[str]:
    """Words that may hold numbers without being a figure: titles, addresses, own bounds."""
    yield from (text for text in fixed if text)
    for article in knowledge.articles.values():
        yield article.title
        if article.url:
            yield article.url
    yield from (s.title for s in knowledge.sections.values() if re.search(r"\d", s.title))
    yield from (r.title for r in knowledge.roles.values() if re.search(r"\d", r.title))
    yield HOURS_CAVEAT
    for item in payload["filters"]:
        if item["name"] == "pay":
            bound = PayBound(**item["value"])
            yield bound_phrase(bound)
            if bound.unit is None:
                yield from map(bound_phrase, readings(bound))
