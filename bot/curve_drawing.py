"""Draws curves of in-scope accuracy against out-of-scope recall as an SVG.

Plain text, so that the same numbers give the same file and a change can be read in a diff.
"""

from __future__ import annotations

from html import escape
from typing import List, NamedTuple, Sequence, Tuple

WIDTH, HEIGHT = 640, 460
LEFT, RIGHT, TOP, BOTTOM = 66, 24, 44, 58
COLOURS = ("#1f5fa8", "#b4530a", "#3b7d23")
GRID = 0.05  # distance of the lines of the grid, in shares
CROWDED = 16  # closer points share one label
STYLE = (
    "text{font:13px sans-serif;fill:#222}.small{font-size:11px}.grid{stroke:#ddd}"
    ".frame{stroke:#666;fill:none}"
)


class Series(NamedTuple):
    """One curve: its title, and (recall, accuracy) by threshold, from 0 to 1."""

    title: str
    points: Sequence[Tuple[float, float]]


class _Plane:
    """Where a recall and an accuracy lie in the drawing."""

    def __init__(self, series: Sequence[Series]) -> None:
        points = [point for one in series for point in one.points]
        self.left, self.right = _span([recall for recall, _ in points])
        self.low, self.high = _span([accuracy for _, accuracy in points])

    def x(self, recall: float) -> float:
        share = (recall - self.left) / (self.right - self.left)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, accuracy: float) -> float:
        share = (accuracy - self.low) / (self.high - self.low)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def drawing(series: Sequence[Series], thresholds: Sequence[float], chosen: float) -> str:
    """Return an SVG.

    Args:
        series: The curves, each with one point a threshold.
        thresholds: In the order of the points.
        chosen: The threshold in use; its points are filled.

    Raises:
        ValueError: A curve has more or fewer points than there are thresholds.
    """
    if any(len(one.points) != len(thresholds) for one in series):
        raise ValueError("each curve needs one point for each threshold")
    plane = _Plane(series)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        "<title>In-scope accuracy against out-of-scope recall, by fallback threshold</title>",
        f"<style>{STYLE}</style>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        *_grid(plane),
    ]
    for number, one in enumerate(series):
        parts += _curve(plane, one, thresholds, chosen, COLOURS[number % len(COLOURS)], number)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _span(values: Sequence[float]) -> Tuple[float, float]:
    """Bounds on lines of the grid around the values, at least one step apart."""
    low, high = int(min(values) / GRID + 1e-9), -int(-max(values) / GRID - 1e-9)
    low = max(0, low - (min(values) - low * GRID < 0.01))
    high = min(int(1 / GRID), high + 1)
    return low * GRID, max(high, low + 1) * GRID


def _steps(low: float, high: float) -> List[float]:
    return [round(low + step * GRID, 2) for step in range(round((high - low) / GRID) + 1)]


def _grid(plane: _Plane) -> List[str]:
    bottom, right = HEIGHT - BOTTOM, WIDTH - RIGHT
    parts = []
    for share in _steps(plane.left, plane.right):
        x = plane.x(share)
        parts.append(f'<path class="grid" d="M{x} {TOP}V{bottom}"/>')
        parts.append(_text(x, bottom + 18, f"{share:.0%}", "middle"))
    for share in _steps(plane.low, plane.high):
        y = plane.y(share)
        parts.append(f'<path class="grid" d="M{LEFT} {y}H{right}"/>')
        parts.append(_text(LEFT - 8, y + 4, f"{share:.0%}", "end"))
    parts.append(f'<path class="frame" d="M{LEFT} {TOP}V{bottom}H{right}"/>')
    under = "out-of-scope recall (called out of scope, or sent to the fallback)"
    parts.append(_text((LEFT + right) / 2, HEIGHT - 16, under, "middle"))
    middle = (TOP + bottom) / 2
    turned = f'transform="rotate(-90 16 {middle})"'
    parts.append(f'<text x="16" y="{middle}" text-anchor="middle" {turned}>in-scope accuracy</text>')
    return parts


def _curve(
    plane: _Plane,
    series: Series,
    thresholds: Sequence[float],
    chosen: float,
    colour: str,
    number: int,
) -> List[str]:
    places = [(plane.x(recall), plane.y(accuracy)) for recall, accuracy in series.points]
    line = " ".join(f"{x},{y}" for x, y in places)
    parts = [f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>']
    for (x, y), threshold in zip(places, thresholds):
        fill = colour if threshold == chosen else "#fff"
        parts.append(f'<circle cx="{x}" cy="{y}" r="4" fill="{fill}" stroke="{colour}" stroke-width="2"/>')
    parts += _labels(places, thresholds, chosen)
    x = LEFT + number * (WIDTH - LEFT - RIGHT) / 2
    parts.append(f'<circle cx="{x + 6}" cy="20" r="5" fill="{colour}"/>')
    parts.append(_text(x + 16, 24, series.title, "start"))
    return parts


def _labels(
    places: Sequence[Tuple[float, float]], thresholds: Sequence[float], chosen: float
) -> List[str]:
    """Thresholds beside their points; of those that lie on each other, the one in use."""
    parts, taken = [], []
    for (x, y), threshold in sorted(zip(places, thresholds), key=lambda pair: pair[1] != chosen):
        if any(abs(x - u) < CROWDED and abs(y - v) < CROWDED for u, v in taken):
            continue
        taken.append((x, y))
        left = x > WIDTH - RIGHT - CROWDED
        place = (x - 8, y + 14, f"{threshold:g}", "end") if left else (x + 6, y - 7, f"{threshold:g}", "start")
        parts.append(_text(*place, "small"))
    return parts


def _text(x: float, y: float, text: str, anchor: str, kind: str = "") -> str:
    css = f' class="{kind}"' if kind else ""
    return f'<text x="{round(x, 1)}" y="{round(y, 1)}" text-anchor="{anchor}"{css}>{escape(text)}</text>'
