"""What an import did, as a table with a summary below it that says what to do next."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from cli.importing_files import SAVE_AS
from knowledge.problems import shown_path

NOTHING = "no role, figure or poll found"
_COUNTS = ("roles", "figures", "polls", "unplaced")


@dataclass(frozen=True)
class Done:
    """A file that was imported, as the ledger keeps it."""

    sha256: str
    name: str
    draft: str
    roles: int
    figures: int
    polls: int
    unplaced: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to decide on."""
        return not (self.roles or self.figures or self.polls)


@dataclass(frozen=True)
class Row:
    """One file of the summary: what it brought, or why it brought nothing."""

    name: str
    done: Done | None = None
    note: str = ""
    broken: bool = False


def show(rows: Sequence[Row], folder: Path, passed_over: Sequence[tuple[Path, str]] = ()) -> None:
    """Print what became of each file.

    Args:
        rows: In their order.
        folder: Of the drafts.
        passed_over: Folders, each with its files that were not looked at.
    """
    Console(width=None if os.isatty(1) else 160, highlight=False).print(_table(rows))
    broken = sum(row.broken for row in rows)
    made = len(rows) - broken
    click.echo(f"{made} {'draft' if made == 1 else 'drafts'} in {shown_path(folder)}, {broken} not imported.")
    for where, others in passed_over:
        click.echo(f"Passed over in {shown_path(where)} ({others}). If there are articles among them, {SAVE_AS}.")
    empty = sum(row.done is not None and row.done.is_empty for row in rows)
    if empty:
        click.echo(_about_empty(empty, made))
    if made:
        click.echo("Review them in your browser: waypoint knowledge review")


def _about_empty(empty: int, made: int) -> str:
    which = "It has" if made == 1 else f"{empty} of them {'has' if empty == 1 else 'have'}"
    return (
        f"{which} {NOTHING.removesuffix(' found')}. Look at source.txt in the draft: if the article's text is not "
        "in it, save the page again (the whole page, or its print view, or its text pasted into a .txt file); if it "
        "is, click the sentences that matter in the review page and say what they are."
    )


def _table(rows: Sequence[Row]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("file", overflow="fold")
    table.add_column("draft", overflow="fold")
    for name in _COUNTS:
        table.add_column(name, justify="right")
    table.add_column("", overflow="fold")
    for row in rows:
        done = row.done
        counts = [str(getattr(done, name)) for name in _COUNTS] if done else [""] * len(_COUNTS)
        table.add_row(*map(_plain, (row.name, done.draft if done else "", *counts, _note(row))))
    return table


def _note(row: Row) -> str:
    if row.broken:
        return "not imported"
    return "; ".join(filter(None, [row.note, NOTHING if row.done and row.done.is_empty else ""]))


def _plain(text: str) -> str:
    """A name as it is: brackets in it are no markup."""
    return text.replace("[", "\\[")
