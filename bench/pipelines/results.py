"""Results in docs/data/pipelines.json: one entry a pipeline and set, the newest kept."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.pipelines.intent_sets import CLINC150, OWN
from bench.pipelines.runs import Run
from bench.pipelines.scores import Guesses, matthews_curve, scope_curve, scope_point

Entry = dict[str, Any]


def entry_of(pipeline: str, intent_set: str, run: Run, note: str = "") -> Entry:
    """What is kept of a run: the curve that belongs to the set, and the costs."""
    return {
        "pipeline": pipeline,
        "set": intent_set,
        "lines": len(run.guesses.wanted),
        "note": note,
        "curve": _curve(intent_set, run),
        "training": rounded(asdict(run.training)),
        "serving": rounded(
            {
                "load_seconds": run.load_seconds,
                "memory_mb": run.memory_mb,
                "p50_ms": run.parsing.p50,
                "p95_ms": run.parsing.p95,
            }
        ),
    }


def _curve(intent_set: str, run: Run) -> dict[str, dict[str, float]]:
    """Scores by threshold: MCC for HINT3, in-scope accuracy and recall for the others."""
    points: dict[float, dict[str, float]]
    if intent_set == OWN:
        wanted, outside = run.guesses.wanted, run.guesses.outside
        points = {step: scope_point(wanted, final, outside) for step, final in run.settled.items()}
    elif intent_set == CLINC150:
        points = scope_curve(run.guesses)
    else:
        points = {step: {"mcc": value} for step, value in matthews_curve(run.guesses).items()}
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
