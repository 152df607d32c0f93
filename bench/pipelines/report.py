"""The tables of docs/pipelines.md, made from the results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bench.measures import table
from bench.pipelines.candidates import CANDIDATES
from bench.pipelines.intent_sets import CLINC150, HINT3, OWN
from bench.pipelines.results import Entry

RECALL_GOAL = {CLINC150: 0.66, OWN: 0.90}  # of lines out of scope, at the best in-scope accuracy
HINT3_PUBLISHED = {"sofmattress": 0.638, "curekart": 0.603, "powerplay11": 0.425}


def tables(entries: Sequence[Entry]) -> str:
    """Accuracy, then cost, in markdown."""
    found = {(entry["pipeline"], entry["set"]): entry for entry in entries}
    parts = [
        "### Right answers",
        table(("pipeline", "own lines", *HINT3, "CLINC150"), accuracy_rows(found)),
        "Own lines and CLINC150: in-scope accuracy / out-of-scope recall at the threshold named;"
        " HINT3: best Matthews correlation over thresholds 0.05 apart.",
        "### Cost, on our own lines",
        table(
            ("pipeline", "training s", "of all cores, s", "peak MB", "load s", "held MB", "p50 ms", "p95 ms"),
            cost_rows(found),
        ),
    ]
    return "\n\n".join(parts)


def accuracy_rows(found: Mapping[tuple[str, str], Entry]) -> Iterable[Sequence[str]]:
    """One row a pipeline that has results."""
    for one in CANDIDATES:
        cells = [_scope_cell(found.get((one.name, OWN)))]
        cells += [_matthews_cell(found.get((one.name, name))) for name in HINT3]
        cells.append(_scope_cell(found.get((one.name, CLINC150))))
        if any(cell != "-" for cell in cells):
            yield (one.title, *cells)
    yield ("best published", "-", *(f"{HINT3_PUBLISHED[name]:.3f}" for name in HINT3), ".969 / .403; Rasa .909 / .660")


def cost_rows(found: Mapping[tuple[str, str], Entry]) -> Iterable[Sequence[object]]:
    """One row a pipeline that was run on our own lines."""
    for one in CANDIDATES:
        entry = found.get((one.name, OWN))
        if entry is None:
            continue
        training, serving = entry["training"], entry["serving"]
        held = [serving[key] for key in ("load_seconds", "memory_mb", "p50_ms", "p95_ms")]
        yield (one.title, training["seconds"], training["cpu_seconds"], training["peak_mb"], *held)


def best_point(entry: Entry) -> tuple[str, dict[str, float]]:
    """The threshold with the best in-scope accuracy among those that reach the recall's goal.

    Where none reaches it, the threshold with the best recall.
    """
    points = list(entry["curve"].items())
    goal = RECALL_GOAL[entry["set"]]
    reached = [(step, point) for step, point in points if point["outside_recall"] >= goal]
    if reached:
        return max(reached, key=lambda pair: (pair[1]["in_scope"], pair[1]["outside_recall"]))
    return max(points, key=lambda pair: pair[1]["outside_recall"])


def _scope_cell(entry: Entry | None) -> str:
    if entry is None:
        return "-"
    step, point = best_point(entry)
    return f"{point['in_scope']:.3f} / {point['outside_recall']:.3f} at {step}"


def _matthews_cell(entry: Entry | None) -> str:
    return f"{max(point['mcc'] for point in entry['curve'].values()):.3f}" if entry else "-"
