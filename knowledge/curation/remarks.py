"""What deserves a second look in files that are free of mistakes: all checks together.

A remark is no mistake: two articles may well give different figures. It says where to look, what
was seen and what to do; a pair that is right as it is can be acknowledged (`acknowledged.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Iterable, Iterator, List, Tuple

from knowledge.drafts import Draft, Drafts
from knowledge.problems import Problem

CONTRADICTION, POLLS, DUPLICATE, AGE, KINDS, LINK = (
    "contradiction", "polls-alike", "duplicate", "age", "kinds-alike", "dead-link")


@dataclass(frozen=True)
class Remark:
    """One thing to look at.

    Attributes:
        kind: Which check speaks.
        about: Ids of the facts that it is about, in order.
        seen: The values that it is about; another value is another remark.
        file, line: Where to look first.
        what: What was seen.
        instead: What to do.
    """

    kind: str
    about: Tuple[str, ...]
    seen: str
    file: Path
    line: int
    what: str
    instead: str

    def __str__(self) -> str:
        return str(Problem(self.file, self.line, self.what, self.instead))

    @property
    def key(self) -> Tuple[str, Tuple[str, ...], str]:
        """What an acknowledgement names."""
        return self.kind, self.about, self.seen


def remark(
    kind: str, draft: Draft, name: str, about: Iterable[str], seen: Iterable[str], what: str, instead: str
) -> Remark:
    """A remark at the line of a draft's field; `about` and `seen` are ordered so that both ways are one."""
    pairs = sorted(zip(about, seen))
    return Remark(
        kind, tuple(i for i, _ in pairs), " / ".join(s for _, s in pairs), draft.record.file, draft.line_of(name),
        what, instead,
    )


Check = Callable[[Drafts], Iterator[Remark]]


def remarks(drafts: Drafts, checks: Iterable[Check]) -> List[Remark]:
    """What the checks have to say, file by file and line by line."""
    found = [one for check in checks for one in check(drafts)]
    return sorted(dict.fromkeys(found), key=lambda r: (str(r.file), r.line, r.kind, r.about))
