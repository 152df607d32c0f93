"""Pictures of the report, drawn as SVG and HTML without any script: curve and heat map."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

WIDTH, HEIGHT = 640, 320
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 16, 44

Curve = Sequence[Mapping[str, float]]
# Names that the columns of a curve's file may have.
_COLUMNS = {
    "threshold": ("threshold",),
    "in_scope_accuracy": ("in_scope_accuracy", "in-scope accuracy"),
    "out_of_scope_recall": ("out_of_scope_recall", "out-of-scope recall"),
}


def read_curve(file: Path) -> list[dict[str, float]]:
    """The points of a threshold curve from a CSV file.

    Raises:
        ValueError: A column is missing or holds no number.
    """
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    points = []
    for row in rows:
        point = {}
        for name, columns in _COLUMNS.items():
            column = next((column for column in columns if row.get(column)), None)
            if column is None:
                raise ValueError(f"{file.name} has no column {name}")
            point[name] = float(row[column])
        points.append(point)
    return points


@dataclass(frozen=True)
class _Scale:
    """From thresholds and shares to places in the picture."""

    most: float  # the highest threshold
    least: float  # the lowest share

    def x(self, threshold: float) -> float:
        return LEFT + threshold / self.most * (WIDTH - LEFT - RIGHT)

    def y(self, share: float) -> float:
        above = (1 - share) / (1 - self.least)
        return TOP + above * (HEIGHT - TOP - BOTTOM)

    def path(self, curve: Curve, name: str) -> str:
        points = (f"{self.x(p['threshold']):.1f},{self.y(p[name]):.1f}" for p in curve)
        return " ".join(points)


def curve_svg(curve: Curve, chosen: float | None) -> str:
    """In-scope accuracy and out-of-scope recall over the fallback threshold.

    Args:
        curve: Points with `threshold`, `in_scope_accuracy` and `out_of_scope_recall`.
        chosen: The threshold in use, marked by a line.
    """
    if len(curve) < 2:
        return ""
    shares = [p[name] for p in curve for name in ("in_scope_accuracy", "out_of_scope_recall")]
    scale = _Scale(max(p["threshold"] for p in curve), min(int(min(shares) * 10) / 10, 0.9))
    parts = [*_grid(scale, curve)]
    if chosen is not None:
        x = scale.x(chosen)
        parts.append(f'<line class="chosen" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{HEIGHT - BOTTOM}"/>')
        parts.append(f'<text x="{x + 4:.1f}" y="{HEIGHT - BOTTOM - 6}">in use: {chosen:g}</text>')
    for name, style in (("in_scope_accuracy", "inside"), ("out_of_scope_recall", "outside")):
        parts.append(f'<polyline class="{style}" points="{scale.path(curve, name)}"/>')
        parts += [
            f'<circle class="{style}" cx="{scale.x(p["threshold"]):.1f}" cy="{scale.y(p[name]):.1f}" r="3">'
            f"<title>{p['threshold']:g}: {p[name]:.3f}</title></circle>"
            for p in curve
        ]
    inner = "\n".join(parts)
    return (
        f'<svg class="curve" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="Accuracy and out-of-scope recall over the threshold">\n{inner}\n</svg>'
    )


def _grid(scale: _Scale, curve: Curve) -> list[str]:
    lines = []
    steps = round((1 - scale.least) * 20)
    for step in range(steps + 1):
        share = 1 - step / 20
        y = scale.y(share)
        lines.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        lines.append(f'<text class="y" x="{LEFT - 6}" y="{y + 4:.1f}">{share * 100:.0f} %</text>')
    for point in curve:
        if round(point["threshold"] * 100) % 10 == 0:
            x = scale.x(point["threshold"])
            lines.append(f'<text class="x" x="{x:.1f}" y="{HEIGHT - BOTTOM + 18}">{point["threshold"]:g}</text>')
    middle = (LEFT + WIDTH - RIGHT) / 2
    lines.append(f'<text class="x" x="{middle}" y="{HEIGHT - 6}">fallback threshold</text>')
    return lines


@dataclass(frozen=True)
class Cell:
    """One field of the confusion matrix; `heat` is from 0 (none) to 1 (all of the row)."""

    count: int
    heat: float
    right: bool
    title: str


def confusion_rows(
    confusion: Mapping[str, Mapping[str, int]],
) -> tuple[list[str], list[tuple[str, int, list[Cell]]]]:
    """The matrix as columns and rows (intent, how many lines mean it, its cells).

    Args:
        confusion: How often each intent that was meant was taken for each.
    """
    columns = sorted({*confusion, *(found for row in confusion.values() for found in row)})
    rows = []
    for wanted in sorted(confusion):
        total = sum(confusion[wanted].values())
        cells = []
        for found in columns:
            count = confusion[wanted].get(found, 0)
            title = f"{count} of {total} “{wanted}” taken for “{found}”"
            cells.append(Cell(count, count / total, wanted == found, title))
        rows.append((wanted, total, cells))
    return columns, rows


def worst_confusions(
    confusion: Mapping[str, Mapping[str, int]], most: int = 10
) -> list[tuple[str, str, int]]:
    """The commonest mistakes: meant, taken for, how often."""
    mistakes = [
        (wanted, found, count)
        for wanted, row in confusion.items()
        for found, count in row.items()
        if wanted != found
    ]
    return sorted(mistakes, key=lambda mistake: (-mistake[2], mistake))[:most]
