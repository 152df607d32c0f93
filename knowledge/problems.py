"""What is wrong in a knowledge file, where, and what to write instead.

Every reader and check below appends to one `Problems` list and goes on, so that a person
sees everything that is wrong at once.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import Iterable, List


@dataclass(frozen=True)
class Problem:
    """One mistake. `line` counts from 1; `instead` tells the writer what to do about it."""

    file: Path
    line: int
    what: str
    instead: str

    def __str__(self) -> str:
        return f"{shown_path(self.file)}:{self.line}: {self.what}; {self.instead}"


class Problems(List[Problem]):
    """The problems found so far, in the order of finding."""

    def add(self, file: Path, line: int, what: str, instead: str) -> None:
        """Note one problem; the same one is noted once."""
        problem = Problem(file, line, what, instead)
        if problem not in self:
            self.append(problem)

    def in_order(self) -> List[Problem]:
        """All problems, file by file and line by line."""
        return sorted(self, key=lambda p: (str(p.file), p.line))


def shown_path(path: Path) -> str:
    """The path from the current folder when it lies below it: what an editor can open."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def one_of(choices: Iterable[str]) -> str:
    """`a, b or c`."""
    *most, last = list(choices)
    return f"{', '.join(most)} or {last}" if most else last


def suggestion(written: str, choices: Iterable[str], also: str = "write one of ") -> str:
    """What to write instead of `written`: the one it resembles, or else all choices.

    Args:
        written: What stands in the file.
        choices: What may stand there, in the order to show.
        also: Words before the list of choices.
    """
    allowed = list(choices)
    near = difflib.get_close_matches(str(written).lower(), allowed, n=1, cutoff=0.7)
    if near:
        return f"did you mean {near[0]}?"
    if len(allowed) < 2:
        return f"write {allowed[0]}" if allowed else "take it out"
    return f"{also}{one_of(allowed)}"
