"""How importing, building, adding one article, loading and searching grow with the number of articles."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.bots import BenchError
from bench.growth import SHIPPED, Step
from bench.measures import ratio, table
from knowledge.settings import ROOT

SIZES = (10, 100, 1000)
QUICK_SIZES = (10, 100)
HEAD = (
    "articles", "passages", "import s", "peak MB", "s a page", "build s", "peak MB", "of it checking s", "add one s",
    "peak MB", "add / build", "load s", "held MB", "search p50 ms", "p95 ms", "p95 to shipped",
)


@dataclass(frozen=True)
class Growth:
    """Everything that was measured with one number of articles; 0 are those that are shipped."""

    size: int
    imported: Step
    build: Step
    add: Step
    search: Step


def measure_articles(
    sizes: Sequence[int], folder: Path, *, stand_in: bool, say: Callable[[str], None] = lambda text: None
) -> list[Growth]:
    """Measure the shipped articles and then each size, every step in a process of its own.

    Args:
        sizes: Numbers of made-up articles.
        folder: For their files; emptied before and after.
        stand_in: Leave the encoding out.
        say: Is told what is measured.

    Raises:
        BenchError: A step failed.
    """
    found = []
    for size in (SHIPPED, *sizes):
        say(f"{size or 'the shipped'} articles")
        steps = [_step(name, folder, size, stand_in) for name in ("import", "build", "add", "search")]
        found.append(Growth(size, *steps))
        shutil.rmtree(folder, ignore_errors=True)
    return found


def articles_table(found: Sequence[Growth]) -> str:
    """One row for each number of articles."""
    shipped = found[0].search.search_p95 or 0.0
    return table(HEAD, (_row(one, shipped) for one in found))


def _row(one: Growth, shipped_p95: float) -> tuple:
    imported, build, add, search = one.imported, one.build, one.add, one.search
    brought = (imported.seconds, imported.peak_mb, imported.seconds / one.size) if one.size else (None, None, None)
    return (
        str(one.size or "shipped"), build.passages, *brought, build.seconds, build.peak_mb, build.check_seconds,
        add.seconds, add.peak_mb, ratio(add.seconds, build.seconds), search.seconds, search.held_mb, search.search_p50,
        search.search_p95, ratio(search.search_p95 or 0.0, shipped_p95),
    )


def _step(name: str, folder: Path, size: int, stand_in: bool) -> Step:
    line = [sys.executable, "-m", "bench.growth", name, str(folder), str(size), *(["--stand-in"] if stand_in else [])]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchError(f"{name} of {size} articles failed: {(done.stderr.strip().splitlines() or ['?'])[-1]}")
    return Step(**json.loads(done.stdout.strip().splitlines()[-1]))
