"""A diff for people: one line a change, grouped, old and new side by side."""

from __future__ import annotations

from collections import Counter
from typing import Iterator

from knowledge.curation.changes import PARTS, Change, KnowledgeDiff
from knowledge.curation.words import counted

LONGEST = 160  # characters of a passage or summary that are shown
_MARKS = {"added": "+", "removed": "-", "changed": "~"}
_MANY = {"kind of work": "kinds of work"}


def diff_lines(diff: KnowledgeDiff) -> Iterator[str]:
    """The lines, with a summary first; one sentence where nothing changes."""
    if not diff.changes:
        yield "Nothing would change for the people who ask."
        return
    yield f"What changes for the people who ask: {summary(diff)}."
    for part in PARTS:
        changes = diff.of(part)
        if changes:
            yield f"\n{_MANY.get(part, f'{part}s').capitalize()}"
            yield from (_line(change) for change in changes)


def summary(diff: KnowledgeDiff) -> str:
    """`1 article added, 3 roles added, 1 figure changed`."""
    counts = Counter((change.part, change.verb) for change in diff.changes)
    return ", ".join(
        f"{counted(counts[part, verb], part, _MANY.get(part))} {verb}"
        for part in PARTS for verb in _MARKS if counts[part, verb]
    )


def _line(change: Change) -> str:
    before, after = (_short(words) for words in (change.before, change.after))
    told = f"{before} -> {after}" if change.verb == "changed" else before or after
    return f"  {_MARKS[change.verb]} {change.title}: {told}  [{change.id}]"


def _short(words: str | None) -> str:
    plain = " ".join((words or "").split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 3].rstrip()}..."
