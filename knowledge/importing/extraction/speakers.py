"""Who speaks: "TAMARISK: Then you call the drug companies." Names and times of a transcript are no words of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from knowledge.importing.document import SourceBlock

_NAME = r"(?P<name>[A-Z][A-Z.’'-]*(?:\s[A-Z][A-Z.’'-]*){0,2})"
_TURN = re.compile(rf"(?:[\[(]?\d{{1,2}}:\d\d(?::\d\d)?[\])]?\s+)?{_NAME}(?:\s\([^()]{{1,30}}\))?:\s+(?=\S)")
_HANDLE = re.compile(r"(?P<name>[a-z][\w.-]*)(?:\s\([^()]{1,30}\))?:\s+(?=\S)")
_TIME = re.compile(r"[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s+[–—-]?\s*(?=[A-Z“\"])")
_ASKING = frozenset(("Q", "A", "HOST", "GUEST", "INTERVIEWER", "MODERATOR", "REPORTER"))
_FEWEST = 3  # turns that make a speaker
_MOST = 20  # speakers of one text


def speech_starts(blocks: Sequence[SourceBlock]) -> list[int]:
    """Where the words of each block begin, behind the speaker's name and the time of a transcript; else 0.

    A name in capitals is a speaker's where several blocks begin with it and the text also writes it as a name.
    In a forum the names are in small letters: "mossy_creek: ...".
    """
    handles = [_HANDLE.match(block.text) for block in blocks]
    if sum(handle is not None for handle in handles) < _FEWEST:
        handles = [None] * len(handles)
    turns = [_TURN.match(block.text) for block in blocks]
    counts = Counter(turn["name"] for turn in turns if turn)
    text = "\n".join(block.text for block in blocks) if counts else ""
    speakers = {
        name for name, count in counts.most_common(_MOST)
        if name in _ASKING or (count >= _FEWEST and _is_named(name, text))
    }  # fmt: skip
    # Who first speaks under a full name, "DR. ANN LEE", is ANN from then on.
    named = speakers - _ASKING
    speakers |= {name for name in counts if not named.isdisjoint(name.split())}
    times = [_TIME.match(block.text) for block in blocks]
    timed = sum(time is not None for time in times) >= _FEWEST
    starts = []
    for handle, turn, time in zip(handles, turns, times):
        spoken = turn if turn and turn["name"] in speakers else None
        found = handle or spoken or (time if timed else None)
        starts.append(found.end() if found else 0)
    return starts


def _is_named(name: str, text: str) -> bool:
    """Whether a name stands in the midst of a line too: "Host: Priya Lanyon", "Courier staff"."""
    return re.search(rf"(?:[\w,:)]|\bDr\.) {re.escape(name.title())}\b", text) is not None
