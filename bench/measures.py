"""Numbers of a measurement: percentiles, memory of process trees, and comparisons."""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1024 * 1024
PROC = Path("/proc")


@dataclass(frozen=True)
class Times:
    """Milliseconds of one kind of call, over all its repetitions."""

    milliseconds: tuple[float, ...]

    def percentile(self, percent: float) -> float:
        """The nearest-rank percentile, in milliseconds."""
        ordered = sorted(self.milliseconds)
        return ordered[max(0, math.ceil(percent / 100 * len(ordered)) - 1)]

    @property
    def p50(self) -> float:
        """The median, in milliseconds."""
        return self.percentile(50)

    @property
    def p95(self) -> float:
        """What 19 of 20 calls stay within, in milliseconds."""
        return self.percentile(95)

    @property
    def p99(self) -> float:
        """What 99 of 100 calls stay within, in milliseconds."""
        return self.percentile(99)

    def __add__(self, other: Times) -> Times:
        return Times(self.milliseconds + other.milliseconds)


@dataclass(frozen=True)
class Memory:
    """Resident and proportional memory of a process with its children, in bytes.

    `rss` counts shared pages in every process that maps them, `pss` divides them among
    those; `pss` is None where the system does not tell.
    """

    rss: int
    pss: int | None

    def __add__(self, other: Memory) -> Memory:
        pss = None if self.pss is None or other.pss is None else self.pss + other.pss
        return Memory(self.rss + other.rss, pss)


def memory_of(pid: int) -> Memory | None:
    """Memory of a process and all its descendants; None where there is no /proc."""
    if not (PROC / str(pid)).is_dir():
        return None
    total = Memory(0, 0)
    for one in process_tree(pid):
        total += _memory_of_one(one)
    return total


def process_tree(pid: int) -> list[int]:
    """The process and its descendants (Linux)."""
    children: dict[int, list[int]] = {}
    for stat in PROC.glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended meanwhile
        children.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    tree, waiting = [], [pid]
    while waiting:
        tree.append(waiting.pop())
        waiting.extend(children.get(tree[-1], ()))
    return tree


def _memory_of_one(pid: int) -> Memory:
    sizes = {"Rss": 0, "Pss": 0}
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return Memory(0, 0)
    for line in lines:
        name, _, rest = line.partition(":")
        if name in sizes:
            sizes[name] = int(rest.split()[0]) * 1024
    return Memory(sizes["Rss"], sizes["Pss"])


def ratio(ours: float, theirs: float) -> str:
    """`0.42 x`: how many times the other's number ours is."""
    return f"{ours / theirs:.2f} x" if theirs else "-"


def machine() -> str:
    """The machine in a few words, for the head of a report."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = os.getloadavg()[0]
    return f"{cores} cores, load {load:.1f} at the start"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table, aligned for reading in a terminal; numbers to the right."""
    cells = [[_cell(value) for value in row] for row in (head, *rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    lines = []
    for number, row in enumerate(cells):
        padded = [
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append(f"| {' | '.join(padded)} |")
        if number == 0:
            rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
            lines.append(f"| {' | '.join(rule)} |")
    return "\n".join(lines)


def _cell(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.1f}" if isinstance(value, float) else str(value)
