"""`python -m bench.pipelines run|table`: compare pipelines for intents, and print the tables.

Runs in .venv and trains in .venv-rasa, which `make setup` makes.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bench.pipelines.candidates import BY_NAME
from bench.pipelines.intent_sets import (
    NAMES,
    OWN,
    BenchmarksMissing,
    IntentSet,
    benchmarks_folder,
    own_set,
    public_set,
)
from bench.pipelines.report import tables
from bench.pipelines.results import accuracy, add, entry_of, read
from bench.pipelines.runs import RunFailed, run
from cli.build_steps import build_dir
from cli.servers import ROOT

RESULTS = ROOT / "docs" / "data" / "pipelines.json"


@click.group()
def main() -> None:
    """Compare pipelines for intents on our own lines and on public sets."""


@main.command("run")
@click.option("--pipeline", "pipelines", multiple=True, type=click.Choice(sorted(BY_NAME)), help="All, if none is named.")
@click.option("--set", "sets", multiple=True, type=click.Choice(NAMES), help="All, if none is named.")
@click.option("--test", "tests", multiple=True, type=click.Path(exists=True, path_type=Path),
              help="Score our own pipelines on these lines instead of the tuning lines; nothing is kept.")  # fmt: skip
@click.option("--benchmarks", type=click.Path(path_type=Path), help="Folder with hint3/ and clinc150/.")
@click.option("--rasa-python", type=click.Path(path_type=Path, exists=True),
              default=ROOT / ".venv-rasa" / "bin" / "python", help="Python with Rasa.")  # fmt: skip
@click.option("--note", default="", help="Kept with the results.")
def run_all(
    pipelines: tuple[str, ...],
    sets: tuple[str, ...],
    tests: tuple[Path, ...],
    benchmarks: Path | None,
    rasa_python: Path,
    note: str,
) -> None:
    """Train and score pipelines; results go to docs/data/pipelines.json."""
    work = build_dir(ROOT) / "pipelines"
    try:
        for name in sets or NAMES:
            lines = _lines(name, tests, benchmarks_folder(benchmarks), work)
            for pipeline in pipelines or tuple(BY_NAME):
                _run_one(pipeline, lines, rasa_python, work, note, keep=not tests)
    except (BenchmarksMissing, RunFailed) as error:
        click.echo(str(error), err=True)
        sys.exit(1)


@main.command("table")
def print_tables() -> None:
    """Print the tables of docs/pipelines.md from the kept results."""
    click.echo(tables(read(RESULTS)))


def _lines(name: str, tests: tuple[Path, ...], benchmarks: Path | None, work: Path) -> IntentSet:
    return own_set(tests) if name == OWN else public_set(name, benchmarks, work / "sets")


def _run_one(pipeline: str, lines: IntentSet, python: Path, work: Path, note: str, *, keep: bool) -> None:
    click.echo(f"... {pipeline} on {lines.name}", err=True)
    done = run(BY_NAME[pipeline], lines, python, work)
    entry = entry_of(pipeline, lines.name, done, note)
    if keep:
        add(RESULTS, entry)
    click.echo(f"{pipeline} on {lines.name}: best guess right {accuracy(done.guesses):.4f}; {entry}")


if __name__ == "__main__":
    main()
