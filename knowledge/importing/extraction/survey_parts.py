"""Some of those who answered a survey, asked again: "Of those 312, 41 had left, and we rang them all"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.importing.extraction.counts import COUNT, count_of
from knowledge.importing.extraction.people import people_at

_ASK = (
    r"(?:rang|called|phoned|asked|interviewed|questioned|surveyed|polled|wrote to"
    r"|(?:spoke|talked) (?:to|with))"
)
_SOME = re.compile(
    rf"\b[Oo]f (?:the|these|those|our|all)?\s?{COUNT} (?P<who>[^,;.%\d]{{3,60}}), (?P<part>{COUNT})"
    rf" (?P<what>(?:were|are|had|have|did)\s[^,;.%\d]{{3,80}}),? (?:and|whom)\s(?:\w+\s){{1,4}}?{_ASK}\b"
)
# "The folks who said yes, we asked why."
_FRONTED = re.compile(
    rf"(?:^|\.\s)\W*(?:and |so |but |now |to )?(?=the |those )[^.;:%]{{4,80}}, (?:we|i) (?:then |also )?{_ASK}\b", re.I
)
_AGAIN = re.compile(r"\bfollow(?:ed|ing)?[- ]up (?:question|poll|survey)?|\basked (?:\w+ )?again\b", re.IGNORECASE)
_IS = re.compile(r"^(?:were|are)\s")


@dataclass(frozen=True)
class PartAsked:
    """Some of those who answered: what is said of them, and how many they are.

    `later` says that they were asked by themselves, at a time of which nothing is said.
    """

    population: str | None
    number: int | None
    later: bool = False


def part_asked(sentence: str) -> PartAsked | None:
    """The people of a survey who were asked once more, or None if a sentence tells of none."""
    if some := _SOME.search(sentence):
        what = some["what"] if not _IS.match(some["what"]) else _IS.sub("", some["what"])
        joint = " " if what != some["what"] else " who "
        return PartAsked(f"those{joint}{what}", count_of(some["part"]), later=True)
    if fronted := _FRONTED.search(sentence):
        begin = re.search(r"\b(?:the|those)\s", fronted.group(), re.IGNORECASE)
        people = people_at(sentence, fronted.start() + begin.start())
        clause = people.text.partition(" who ")[2] if people else ""
        return PartAsked(f"those who {clause}" if clause else None, None)
    return PartAsked(None, None) if _AGAIN.search(sentence) else None
