"""Facts of a page that was edited a little, known again as those that the draft has, or had rejected.

A key tells of one fact in one sentence as it was. Where the sentence changed a little, the fact of a new import takes
over the key of the old one, and with it what a person decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge.importing.drafts.page import DraftFact, DraftPage, read_page
from knowledge.importing.drafts.rejected import Entry, says
from knowledge.importing.drafts.same_sentence import likeness, same_sentence
from knowledge.problems import Problems

_KEY = re.compile(r"^(\s*(?:- )?key: )(\S+)$")
_NAMING = ("statement", "question", "population", "qualifier", "geography", "attributed_to")


@dataclass(frozen=True)
class _Said:
    """What one fact says.

    Attributes:
        key: Its key.
        kind: "role", "figure", "attribute" or "poll".
        value: The amount, property or title.
        of: Title of its role.
        role: Key of its role, None where that is not known.
        quote: Its sentence.
        named: The fields that say who, where and what.
        begins: Of a rejected fact, whose `value` only begins with the amount.
    """

    key: str
    kind: str
    value: str
    of: str
    role: str | None
    quote: str
    named: str
    begins: bool = False


def known_again(theirs: DraftPage, mine: DraftPage | None, rejected: Mapping[str, Entry]) -> DraftPage:
    """A new import with the keys of the facts that were known before.

    Args:
        theirs: The draft that the new import alone would make.
        mine: The draft as it is; None where there is none any more.
        rejected: What was rejected, by key.

    Returns:
        `theirs`, in which a fact has an old one's key where both say the same of the same role in nearly the same
        sentence. Of two facts with one number, a sentence that did not change goes first, then the nearest one.
    """
    before = [*(_of_page(mine) if mine else ()), *_of_entries(rejected, mine)]
    after = list(_of_page(theirs))
    offered, known = {one.key for one in after}, {one.key for one in before}
    old = [one for one in before if one.key not in offered]
    fresh = [one for one in after if one.key not in known]
    taken: dict[str, str] = {}
    for kinds in (("role",), ("figure", "attribute", "poll")):  # roles first: facts belong to them
        pairs = [(_nearness(one, new, taken), one.key, new.key) for new in fresh if new.kind in kinds for one in old]
        for nearness, was, now in sorted(pairs, key=lambda pair: -pair[0]):
            if nearness and now not in taken and was not in taken.values():
                taken[now] = was
    return _with_keys(theirs, taken) if taken else theirs


def _of_page(page: DraftPage) -> Iterator[_Said]:
    roles = {fact.heading: fact for fact in page.facts if fact.kind == "role"}
    for fact in page.facts:
        if not fact.key or fact.kind not in ("role", "figure", "attribute", "poll"):
            continue
        role = roles.get(fact.heading) if fact.kind in ("figure", "attribute") else None
        of, key = (_plain(role.get("title")), role.key) if role else ("", None)
        named = " ".join(fact.get(name) or "" for name in _NAMING)
        yield _Said(fact.key, fact.kind, _value(fact), of, key, fact.get("quote") or "", named)


def _value(fact: DraftFact) -> str:
    return _plain(fact.get("as_written") if fact.kind in ("figure", "poll") else says(fact))


def _of_entries(rejected: Mapping[str, Entry], mine: DraftPage | None) -> Iterator[_Said]:
    """What was rejected and is in the draft no more."""
    present = {fact.key for fact in mine.facts} if mine else set()
    for key, entry in rejected.items():
        if key not in present:
            kind, said, quote = (entry.get(name) or "" for name in ("fact", "says", "quote"))
            begins = kind in ("figure", "poll")
            yield _Said(key, kind, _plain(said), _plain(entry.get("of")), None, quote, said, begins)


def _nearness(one: _Said, new: _Said, taken: Mapping[str, str]) -> float:
    """How near a new fact is to an old one, 0 where it is another."""
    if one.kind != new.kind or not (one.value == new.value or (one.begins and one.value.startswith(new.value))):
        return 0.0
    role = taken.get(new.role or "", new.role)
    if one.of != new.of and (role is None or one.role != role):
        return 0.0
    if not same_sentence(one.quote, new.quote, f"{one.named} {new.named}"):
        return 0.0
    return max(likeness(one.quote, new.quote), 0.01)


def _plain(words: str | None) -> str:
    return "".join((words or "").split()).casefold()


def _with_keys(page: DraftPage, taken: Mapping[str, str]) -> DraftPage:
    lines = []
    for line in page.lines:
        match = _KEY.match(line)
        lines.append(match[1] + taken.get(match[2], match[2]) if match else line)
    return read_page(page.file, "\n".join(lines) + "\n", Problems())
