"""Unanswered questions, grouped by meaning and told by what they ask for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Dict, Iterable, List, Optional, Sequence, Tuple

from index.encoder import Encoder
from index.grouping import groups_of
from knowledge.coverage import serving_specialty
from knowledge.facts import KnowledgeBase
from knowledge.language.names import Names
from knowledge.language.specialties import SPECIALTIES
from knowledge.language.understand import understand
from knowledge.records.feedback import StoredFeedback
from knowledge.records.unanswered import NO_ARTICLE, WHY, Unanswered, impersonal

MOST_DISTINCT = 3_000  # newest first; grouping compares each with each
EXAMPLES = 3
LONGEST = 80  # characters of a question in a heading
THUMBS_DOWN = "thumbs_down"
REASONS = {**WHY, THUMBS_DOWN: "thumbs down"}
_TELLING = 0.34  # share of a group that must name a thing for the group to be about it


@dataclass(frozen=True)
class Asked:
    """One question in one wording, with how often and why it stayed open."""

    text: str
    count: int
    why: Counter
    last: datetime


@dataclass(frozen=True)
class Gap:
    """A group of questions of one meaning.

    Attributes:
        count: How often it was asked.
        why: How often for which reason (keys of REASONS).
        examples: Some wordings, the most typical first.
        specialties: Ids of what most of it names, most named first.
        roles: Ids of kinds of work, likewise.
        last: When it was asked last.
    """

    count: int
    why: Dict[str, int]
    examples: Tuple[str, ...]
    specialties: Tuple[str, ...]
    roles: Tuple[str, ...]
    last: datetime
    wordings: int = field(default=1)


def asked_questions(unanswered: Iterable[Unanswered], disliked: Iterable[StoredFeedback]) -> List[Asked]:
    """Each wording once, newest first; feedback counts where its question is known."""
    found: Dict[str, Tuple[str, Counter, datetime]] = {}
    entries = [(one.question, one.why, one.day) for one in unanswered]
    entries += [(impersonal(one.question), THUMBS_DOWN, one.time) for one in disliked if one.question]
    for text, why, moment in sorted(entries, key=lambda entry: entry[2], reverse=True):
        _, reasons, _ = found.setdefault(" ".join(text.lower().split(" ")).strip(" ?.!"), (text, Counter(), moment))
        reasons[why] += 1
    distinct = [Asked(text, sum(why.values()), why, moment) for text, why, moment in found.values() if text.strip()]
    return distinct[:MOST_DISTINCT]


def find_gaps(asked: Sequence[Asked], encoder: Encoder, names: Names, knowledge: KnowledgeBase) -> List[Gap]:
    """The groups, the most asked first."""
    if not asked:
        return []
    named = [_named(one.text, names) for one in asked]
    still = [n for n, one in enumerate(asked) if not _has_an_article_since(one, named[n], knowledge)]
    asked, named = [asked[n] for n in still], [named[n] for n in still]
    if not asked:
        return []
    plain = [_written_out(one.text, names, knowledge) for one in asked]
    groups = groups_of(encoder.encode(plain), [one.count for one in asked])
    return [_gap([asked[row] for row in rows], [named[row] for row in rows], knowledge) for rows in groups]


def what_to_write(gap: Gap, knowledge: KnowledgeBase) -> str:
    """Which article would answer a group, in a sentence."""
    open_ones = [s for s in gap.specialties if serving_specialty(knowledge, s) is None]
    kinds = " and ".join(knowledge.kinds[k].title for k in gap.roles if k in knowledge.kinds)
    if open_ones:
        return f"an article for {_people(open_ones)} (there is none){f', {kinds} above all' if kinds else ''}"
    asked = f"“{shortened(gap.examples[0])}”"
    if not kinds:
        return f"an answer to {asked}"
    people = f" for {_people(gap.specialties)}" if gap.specialties else ""
    return f"more on {kinds}{people}, to answer {asked}"


def shortened(question: str) -> str:
    """A question short enough for a heading."""
    if len(question) <= LONGEST:
        return question
    return f"{question[:LONGEST].rsplit(' ', 1)[0]} ..."


def _gap(asked: Sequence[Asked], named: Sequence[List[Tuple[str, str]]], knowledge: KnowledgeBase) -> Gap:
    count = sum(one.count for one in asked)
    why: Counter = sum((one.why for one in asked), Counter())
    things: Counter = Counter()
    for one, found in zip(asked, named, strict=True):
        things.update(dict.fromkeys(set(found), one.count))
    told = [thing for thing, times in things.most_common() if times >= count * _TELLING]
    return Gap(
        count=count, why=dict(why.most_common()), examples=tuple(one.text for one in asked[:EXAMPLES]),
        specialties=tuple(value for kind, value in told if kind == "specialty"),
        roles=tuple(value for kind, value in told if kind == "role" and value in knowledge.kinds),
        last=max(one.last for one in asked), wordings=len(asked),
    )


def _has_an_article_since(one: Asked, named: Sequence[Tuple[str, str]], knowledge: KnowledgeBase) -> bool:
    """Whether all that was missing was an article for a specialty that has one by now."""
    specialties = [value for kind, value in named if kind == "specialty"]
    return set(one.why) == {NO_ARTICLE} and bool(specialties) and all(
        serving_specialty(knowledge, s) is not None for s in specialties)


def _named(text: str, names: Names) -> List[Tuple[str, str]]:
    return [(m.kind, m.value) for m in understand(text, names) if m.kind in ("specialty", "role")
            and (m.kind == "role" or m.value in SPECIALTIES)]


def _written_out(text: str, names: Names, knowledge: KnowledgeBase) -> str:
    """The question with short names written out, so that "derm" and "dermatologist" lie together."""
    pieces, at = [], 0
    for mention in sorted(understand(text, names), key=lambda m: m.start):
        full: Optional[str] = None
        if mention.kind == "specialty" and mention.value in SPECIALTIES:
            full = SPECIALTIES[mention.value].title
        elif mention.kind == "role" and mention.value in knowledge.kinds:
            full = knowledge.kinds[mention.value].title
        if full and mention.start >= at:
            pieces += [text[at : mention.start], full]
            at = mention.end
    return "".join([*pieces, text[at:]])


def _people(specialties: Sequence[str]) -> str:
    return " and ".join(f"{SPECIALTIES[s].physician}s" if s in SPECIALTIES else s for s in specialties)
