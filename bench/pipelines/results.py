"""Results in docs/data/pipelines.json: one entry a pipeline and set, the newest kept."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.pipelines.intent_sets import HINT3
from bench.pipelines.runs import Run
from bench.pipelines.scores import Guesses, matthews_curve, scope_curve, scope_point

Entry = dict[str, Any]


def entry_of(pipeline: str, intent_set: str, guesses: Guesses, run: Run | None = None, note: str = "") -> Entry:
    """What is kept: the curve that belongs to the set, and what the run cost, if that was measured."""
    entry = {
        "pipeline": pipeline,
        "set": intent_set,
        "lines": len(guesses.wanted),
        "best_guess": round(accuracy(guesses), 4),
        "note": note,
        "curve": _curve(intent_set, guesses, run.settled if run else {}),
    }
    if run:
        parsing = {"p50_ms": run.parsing.p50, "p95_ms": run.parsing.p95}
        entry["training"] = rounded(asdict(run.training))
        entry["serving"] = rounded({"load_seconds": run.load_seconds, "memory_mb": run.memory_mb, **parsing})
    return entry


def _curve(intent_set: str, guesses: Guesses, settled: Mapping[float, Sequence[str]]) -> dict[str, dict[str, float]]:
    """Scores by threshold: MCC for HINT3, in-scope accuracy and recall for the others."""
    points: dict[float, dict[str, float]]
    if settled:
        points = {step: scope_point(guesses.wanted, final, guesses.outside) for step, final in settled.items()}
    elif intent_set in HINT3:
        points = {step: {"mcc": value} for step, value in matthews_curve(guesses).items()}
    else:
        points = scope_curve(guesses)
    return {f"{step:.2f}": rounded(point, 4) for step, point in points.items()}


def accuracy(guesses: Guesses) -> float:
    """Share of lines whose best guess is right, without any threshold."""
    return sum(w == g for w, g in zip(guesses.wanted, guesses.guessed)) / len(guesses.wanted)


def rounded(values: dict[str, float], digits: int = 2) -> dict[str, float]:
    """The same numbers with fewer digits, so that the file stays readable."""
    return {key: round(value, digits) for key, value in values.items()}


def read(path: Path) -> list[Entry]:
    """All entries; none where the file is missing."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def add(path: Path, entry: Entry) -> None:
    """Keep an entry in the place of an older one for the same pipeline and set."""
    key = (entry["pipeline"], entry["set"])
    kept = [old for old in read(path) if (old["pipeline"], old["set"]) != key]
    entries = sorted([*kept, entry], key=lambda one: (one["set"], one["pipeline"]))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(entries, indent=1) + "\n", encoding="utf-8")
