"""The HTML report: one file, no scripts, nothing loaded from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from cli.evaluation.charts import confusion_rows, curve_svg, read_curve, worst_confusions
from cli.evaluation.part import ROOT, Part
from cli.evaluation.verdicts import Verdict, percent

TEMPLATES = Path(__file__).with_name("templates")
CURVE_FILE = ROOT / "docs" / "data" / "threshold_curve.csv"
SHOWN_MISSES = 40  # of each kind; results.json has all
TITLES = {
    "stories": "Test stories",
    "heldout": "Understanding: held-out messages",
    "crossing": "Understanding: training lines left out in turn",
    "pay": "Pay phrases",
    "questions": "Open questions",
    "conversations": "Whole conversations",
    "determinism": "Same question, same answer",
}


def render_report(
    parts: Sequence[Part],
    verdicts: Sequence[Verdict],
    *,
    measured: str,
    curve_file: Path = CURVE_FILE,
) -> str:
    """The report as HTML.

    Args:
        parts: What was measured, in the order of the report.
        verdicts: The numbers beside goals and floors.
        measured: When, as a person reads it.
        curve_file: A committed threshold curve; without it the cross-validation's is drawn.
    """
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"percent": percent, "anchor": anchor, "yaml": _as_yaml}
    template = environment.get_template("report.html")
    return template.render(
        measured=measured,
        parts={part.name: part for part in parts},
        titles=TITLES,
        verdicts=verdicts,
        cards=[one for one in verdicts if one.goal.card],
        broken=[one for one in verdicts if not one.held],
        missed=[one for one in verdicts if one.reached is False],
        matrix=_matrix(parts),
        curve=_curve(parts, curve_file),
        most=SHOWN_MISSES,
    )


def anchor(text: str) -> str:
    """A name for a place in the page: “Pay, then why?” is pay-then-why."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _as_yaml(value: Any) -> str:
    """Expectations as they are written in a conversation file."""
    return yaml.safe_dump(_plain(value), allow_unicode=True, sort_keys=False, width=100).rstrip()


def _plain(value: Any) -> Any:
    """Plain dicts and lists, whatever the loader made (its mappings know their lines)."""
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value


def _matrix(parts: Sequence[Part]) -> dict[str, Any] | None:
    for part in parts:
        if part.name == "heldout" and "confusion" in part.details:
            columns, rows = confusion_rows(part.details["confusion"])
            worst = worst_confusions(part.details["confusion"])
            return {"columns": columns, "rows": rows, "worst": worst}
    return None


def _curve(parts: Sequence[Part], file: Path) -> dict[str, Any] | None:
    """The curve as a picture, with where its points come from."""
    crossing = next((part.details for part in parts if part.name == "crossing"), {})
    chosen = crossing.get("threshold")
    if file.is_file():
        points, source = read_curve(file), "docs/data/" + file.name
    elif crossing.get("curve"):
        points, source = crossing["curve"], "the cross-validation of this run"
    else:
        return None
    # Built from numbers alone, so safe to insert as it is.
    return {"svg": Markup(curve_svg(points, chosen)), "source": source, "points": points}
