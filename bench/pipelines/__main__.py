"""`python -m bench.pipelines run|table`: compare pipelines for intents, and print the tables.

Runs in .venv and trains in .venv-rasa, which `make setup` makes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from bench.pipelines.candidates import BY_NAME, Candidate
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
from bench.pipelines.results import Entry, add, entry_of, read
from bench.pipelines.runs import RunFailed, by_components, run
from cli.build_steps import build_dir
from cli.servers import ROOT

RESULTS = ROOT / "docs" / "data" / "pipelines.json"


@click.group()
def main() -> None:
    """Compare pipelines for intents on our own lines and on public sets."""


@main.command("run")
@click.option("--pipeline", "pipelines", multiple=True, type=click.Choice(sorted(BY_NAME)),
              help="All, if none is named.")  # fmt: skip
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
    chosen = [BY_NAME[name] for name in pipelines or tuple(BY_NAME)]
    try:
        for name in sets or NAMES:
            lines = _lines(name, tests, benchmarks_folder(benchmarks), work)
            quick = [one for one in chosen if name != OWN and not one.needs_tensorflow]
            for entry in _entries(lines, chosen, quick, rasa_python, work, note):
                if not tests:
                    add(RESULTS, entry)
                click.echo(json.dumps(entry))
    except (BenchmarksMissing, RunFailed) as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def _entries(
    lines: IntentSet, chosen: list[Candidate], quick: list[Candidate], python: Path, work: Path, note: str
) -> Iterator[Entry]:
    """One entry a pipeline; the `quick` ones by their components, the others by Rasa."""
    if quick:
        click.echo(f"... {', '.join(one.name for one in quick)} on {lines.name}", err=True)
        for one, guesses in zip(quick, by_components(quick, lines, python, work)):
            yield entry_of(one.name, lines.name, guesses, note=note)
    for one in chosen:
        if one not in quick:
            click.echo(f"... {one.name} on {lines.name}", err=True)
            done = run(one, lines, python, work)
            yield entry_of(one.name, lines.name, done.guesses, done, note)


@main.command("table")
def print_tables() -> None:
    """Print the tables of docs/pipelines.md from the kept results."""
    click.echo(tables(read(RESULTS)))


def _lines(name: str, tests: tuple[Path, ...], benchmarks: Path | None, work: Path) -> IntentSet:
    return own_set(tests) if name == OWN else public_set(name, benchmarks, work / "sets")


if __name__ == "__main__":
    main()
