"""`waypoint bench`: both bots measured in one run on one machine, in alternating rounds."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bench.articles import QUICK_SIZES, SIZES, articles_table, measure_articles
from bench.bots import BenchError
from bench.measures import Times, machine
from bench.report import (
    bot_tables,
    comparison_table,
    goals,
    goals_table,
    latency_table,
    machine_line,
)
from bench.retrieval import measure_retrieval
from bench.runs import QUICK, Effort, Results, Subject, measure
from bench.slack import measure_slack
from bench.starter import prepare_starter, starter_server
from bench.waypoint import waypoint_subject
from bench.web_page import measure_own_page
from cli.conversations.rest import BotUnreachable
from cli.servers import ROOT
from index.errors import PassageIndexError
from knowledge.errors import KnowledgeError
from knowledge.settings import Settings


@click.command(short_help="Measure speed, memory and start beside Rasa's starter bot.")
@click.option("--rounds", default=2, show_default=True, help="How often each bot is started.")
@click.option("--quick", is_flag=True, help="Fewer calls, for a first look.")
@click.option("--only", type=click.Choice(["waypoint", "starter", "retrieval", "slack", "page", "articles"]))
@click.option("--articles", "sizes", type=int, multiple=True, help="Numbers of articles.  [default: 10, 100, 1000]")
@click.option("--stand-in", is_flag=True, help="With --only articles: leave the encoding out.")
@click.option(
    "--rasa-python",
    type=click.Path(path_type=Path, exists=True),
    default=ROOT / ".venv-rasa" / "bin" / "python",
    help="Python with Rasa; by default that of .venv-rasa.",
)
def bench(
    rounds: int, quick: bool, only: str | None, sizes: tuple[int, ...], stand_in: bool, rasa_python: Path
) -> None:
    """Measure Waypoint beside the bot that `rasa init` makes, and print the tables.

    The starter bot is trained on the first run, which takes minutes, and kept in
    build/bench. The bots take turns, so that what else the machine does hits both.
    """
    effort = QUICK if quick else Effort()
    folder = Settings.from_environment().build_dir / "bench"
    click.echo(f"{machine_line(machine())}\n")
    try:
        retrieval = measure_retrieval(effort.calls * 2) if only in (None, "retrieval") else {}
        found = _alternate(rounds, effort, only, rasa_python, folder)
        slack = _slack(effort, rasa_python, folder) if only in (None, "slack") else {}
        sizes = sizes or (QUICK_SIZES if quick else SIZES)
        grown = _articles(sizes, stand_in, folder) if only in (None, "articles") else ""
        page = _page(rasa_python, folder) if only in (None, "page") else []
    except (BenchError, BotUnreachable, KnowledgeError, PassageIndexError) as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    _print(found, retrieval)
    if slack:
        click.echo(f"\n### Slack, which waits 3,000 ms for an acknowledgement\n\n{latency_table(slack)}")
    if grown:
        left_out = ", encoding left out" if stand_in else ""
        click.echo(f"\n### Many articles{left_out}\n\n{grown}")
    if page:
        rows = "\n".join(f"| {what} | {how_much} |" for what, how_much in page)
        click.echo(f"\n### The widget in Chromium\n\n| | |\n| --- | ---: |\n{rows}")


def _articles(sizes: tuple[int, ...], stand_in: bool, folder: Path) -> str:
    def say(text: str) -> None:
        _say(f"{text} built, one added, searched")

    return articles_table(measure_articles(sizes, folder / "articles", stand_in=stand_in, say=say))


def _slack(effort: Effort, rasa_python: Path, folder: Path) -> dict[str, Times]:
    _say("Slack, with a stand-in for it")
    return measure_slack(rasa_python, folder / "logs", effort.calls)


def _page(rasa_python: Path, folder: Path) -> list[tuple[str, str]]:
    _say("the widget, in a browser")
    try:
        return measure_own_page(rasa_python, folder / "logs").rows()
    except BenchError as error:  # no Chromium here: the other tables stand without it
        click.echo(str(error), err=True)
        return []


def _alternate(
    rounds: int, effort: Effort, only: str | None, rasa_python: Path, folder: Path
) -> dict[str, Results]:
    """Starter and Waypoint in turn; results by bot."""
    found: dict[str, Results] = {}
    if only in ("retrieval", "slack", "page", "articles"):
        return found
    if only != "waypoint":
        _say("preparing the starter bot (minutes, the first time)")
        prepare_starter(rasa_python, folder / "starter")
    for number in range(1, rounds + 1):
        subjects: list[Subject] = []
        if only != "waypoint":
            subjects.append(_starter(rasa_python, folder / "starter"))
        if only != "starter":
            subjects.append(waypoint_subject(Path(sys.executable), rasa_python, folder / "logs"))
        for subject in subjects:
            _say(f"round {number} of {rounds}: {subject.name}")
            found.setdefault(subject.name, Results(subject.name)).add(measure(subject, effort))
    return found


def _starter(rasa_python: Path, folder: Path) -> Subject:
    servers, url = starter_server(rasa_python, folder)
    return Subject("rasa init", servers, folder, url, {"hi": "hi"}, vary=False)


def _print(found: dict[str, Results], retrieval: dict[str, Times]) -> None:
    for results in found.values():
        click.echo(f"{bot_tables(results)}\n")
    if retrieval:
        click.echo(f"### Retrieval, encoding included\n\n{latency_table(retrieval)}\n")
    if {"Waypoint", "rasa init"} <= found.keys():
        ours, starter = found["Waypoint"], found["rasa init"]
        filtered = [times for name, times in retrieval.items() if name != "no filter"]
        click.echo(f"### Side by side\n\n{comparison_table(ours, starter)}\n")
        reached = goals(ours, starter, sum(filtered, Times(())) if filtered else None)
        click.echo(f"### Goals\n\n{goals_table(reached)}")


def _say(text: str) -> None:
    click.echo(f"... {text}", err=True)
