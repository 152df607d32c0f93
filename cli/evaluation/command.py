"""`waypoint evaluate`: everything that says how well the bot works, in one report.

Exit code 0: all floors held; 1: one is not; 2: something could not be measured.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from cli.build_steps import build_dir
from cli.evaluation.part import ROOT, Part, Setting
from cli.evaluation.report import render_report
from cli.evaluation.run import GROUPS, PARTS, chosen, run_parts
from cli.evaluation.summary import summary_text, write_docs
from cli.evaluation.verdicts import Verdict, judge, load_goals
from cli.supervisor import stop_signals_as_interrupt

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)
_NAMES = ", ".join((*GROUPS, *PARTS))


@click.command(short_help="Measure how well messages are understood and answered.")
@click.option("--only", default="", metavar="PARTS", help=f"Some parts, with commas: {_NAMES}.")
@click.option("--out", type=FOLDER, help="Folder of the report.  [default: build/evaluation]")
@click.option("--heldout", type=FILE, help="Labelled messages.  [default: tests/data/nlu_heldout.yml]")
@click.option("--folds", default=5, type=click.IntRange(2), show_default=True, help="Parts of the cross-validation.")
@click.option("--fresh", is_flag=True, help="Cross-validate again even if nothing changed.")
@click.option("--write-docs", "docs", is_flag=True, help="Write the numbers to docs/evaluation.md.")
def evaluate(
    only: str, out: Path | None, heldout: Path | None, folds: int, fresh: bool, docs: bool
) -> None:
    """Measure everything and write one report: build/evaluation/index.html.

    The numbers beside their goals come on standard output, too. The floors below which this
    fails are in cli/evaluation/goals.yml, each with its reason.
    """
    try:
        names = chosen(only)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if docs and names != PARTS:
        raise click.UsageError("--write-docs needs all parts; leave --only out")
    out = out or build_dir(ROOT) / "evaluation"
    setting = Setting(out=out.absolute(), folds=folds, fresh=fresh)
    if heldout:
        setting = replace(setting, heldout=heldout)
    try:
        with stop_signals_as_interrupt():
            parts = run_parts(names, setting, lambda text: click.echo(f"  {text}", err=True))
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    sys.exit(_report(parts, out, write_to_docs=docs))


def _report(parts: Sequence[Part], out: Path, *, write_to_docs: bool) -> int:
    """Writes everything down; returns the exit code."""
    measured = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    numbers = {f"{part.name}.{key}": value for part in parts for key, value in part.numbers.items()}
    verdicts = judge(load_goals(), numbers, [part.name for part in parts])
    out.mkdir(parents=True, exist_ok=True)
    results = results_json(parts, verdicts, measured)
    text = json.dumps(results, indent=1, ensure_ascii=False, default=str)
    (out / "results.json").write_text(text + "\n", encoding="utf-8")
    page = render_report(parts, verdicts, measured=measured)
    (out / "index.html").write_text(page, encoding="utf-8")
    if write_to_docs:
        write_docs(verdicts, measured)
    click.echo(f"\n{summary_text(parts, verdicts)}")
    click.echo(f"Report: {os.path.relpath(out / 'index.html')}")
    return exit_code(parts, verdicts)


def results_json(
    parts: Sequence[Part], verdicts: Sequence[Verdict], measured: str
) -> dict[str, Any]:
    """Everything measured, for other programs; shares are from 0 to 1, times in seconds."""
    return {
        "schema": "evaluation/1",
        "measured": measured,
        "floors_held": all(one.held for one in verdicts),
        "numbers": [
            {
                "key": one.goal.key,
                "value": one.value,
                "goal": one.goal.goal,
                "floor": one.goal.floor,
                "reached": one.reached,
                "held": one.held,
            }
            for one in verdicts
        ],
        "parts": [asdict(part) for part in parts],
    }


def exit_code(parts: Sequence[Part], verdicts: Sequence[Verdict]) -> int:
    """0 when all floors are held, 2 when something was not measured, else 1."""
    if any(part.error for part in parts):
        return 2
    return 0 if all(one.held for one in verdicts) else 1
