"""`waypoint feedback`: what people think of answers, for the maintainers.

Exit codes: 0 done; 1 the records cannot be used, or not be cleaned; 2 wrong usage.
"""

from __future__ import annotations

import csv
import dataclasses
import json
from collections.abc import Iterable
from datetime import timedelta
from typing import Any, TextIO

import click

from cli.records_access import opened_records
from knowledge.records.feedback import StoredFeedback, list_feedback, purge_feedback

_FIELDS = ("id", "time", "rating", "comment", "question", "kind", "answer_id", "knowledge_version", "channel")
_MOST_DAYS = 36_500  # a hundred years; far more leads out of the calendar
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # spreadsheets run a cell that begins with one of these

_rating = click.option("--rating", type=click.Choice(["up", "down"]), help="Only this one.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def feedback() -> None:
    """Read, export and purge what people think of answers.

    It lies in WAYPOINT_RECORDS_URL, by default var/waypoint.db. E-mail addresses, telephone and
    personal numbers were taken out; names and stories may still be in it.
    """


@feedback.command("list")
@_rating
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
def list_(rating: str | None, limit: int) -> None:
    """Print the latest feedback."""
    with opened_records() as records:
        found = list_feedback(records, rating=rating, limit=limit)
    for one in found:
        click.echo(_shown(one))
    if not found:
        click.echo("There is no feedback.")


@feedback.command()
@_rating
@click.option("--format", "form", type=click.Choice(["csv", "jsonl"]), default="csv", show_default=True)
@click.option("--output", type=click.File("w", encoding="utf-8", lazy=True), default="-", help="[default: print it]")
def export(rating: str | None, form: str, output: TextIO) -> None:
    """Write all feedback as CSV or as JSON lines, newest first."""
    with opened_records() as records:
        found = list_feedback(records, rating=rating)
    write = _write_csv if form == "csv" else _write_json_lines
    write(found, output)
    click.echo(f"{len(found)} exported.", err=True)


@feedback.command()
@click.option(
    "--older-than", type=click.IntRange(0, _MOST_DAYS), required=True, metavar="DAYS", help="0 deletes everything."
)
def purge(older_than: int) -> None:
    """Delete feedback that is older than so many days, for good."""
    with opened_records() as records:
        deleted = purge_feedback(records, timedelta(days=older_than))
        settled = records.settle()
    if not settled:
        raise click.ClickException(
            f"{deleted} deleted, but another program is reading the records, so the words may still lie in "
            "the database's log. Please run this once more in a moment."
        )
    click.echo(f"{deleted} deleted.")


def _shown(one: StoredFeedback) -> str:
    lines = [f"{one.time:%Y-%m-%d %H:%M} UTC  {one.rating:<4}  {one.kind or '?'}  {one.answer_id}"]
    parts = (("asked", one.question), ("says", one.comment))
    lines += [f"  {label}: {' '.join(text.split())}" for label, text in parts if text]
    return "\n".join(lines)


def _as_dict(one: StoredFeedback) -> dict[str, Any]:
    values = dataclasses.asdict(one)
    values["time"] = one.time.isoformat(timespec="seconds")
    return {name: values[name] for name in _FIELDS}


def _write_csv(found: Iterable[StoredFeedback], out: TextIO) -> None:
    writer = csv.DictWriter(out, _FIELDS, lineterminator="\n")
    writer.writeheader()
    for one in found:
        writer.writerow({name: _cell(value) for name, value in _as_dict(one).items()})


def _cell(value: Any) -> Any:
    """A value that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _write_json_lines(found: Iterable[StoredFeedback], out: TextIO) -> None:
    for one in found:
        out.write(json.dumps(_as_dict(one), ensure_ascii=False) + "\n")
