"""`waypoint converse`: holds whole conversations with a running bot and judges the answers.

The bot is anything that answers on Rasa's REST channel; its actions really run. Exit code
0: all passed; 1: some failed; 2: nothing could be judged (a mistake in a file, no bot).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from cli.conversations.cases import CaseError, Conversation, load_conversations
from cli.conversations.report import as_json, as_junit, details_of, line_of, summary_of
from cli.conversations.rest import BotUnreachable, RestBot
from cli.conversations.run import (
    ConversationResult,
    changed_answers,
    run_at_once,
    run_interleaved,
    run_one_by_one,
)

DEFAULT_FOLDER = Path(__file__).resolve().parents[1] / "tests" / "dialogues"
DEFAULT_URL = "http://localhost:5005"
MODES = {"one-by-one": run_one_by_one, "interleaved": run_interleaved, "at-once": run_at_once}


def hold_conversations(
    conversations: Sequence[Conversation],
    url: str = DEFAULT_URL,
    *,
    mode: str = "one-by-one",
    timeout: float = 30.0,
    done: Callable[[ConversationResult], None] = lambda result: None,
) -> list[ConversationResult]:
    """Holds the conversations with the bot at `url`; the way in for tests.

    Args:
        conversations: From `load_conversations`.
        url: Where the bot listens.
        mode: A key of MODES.
        timeout: Seconds to wait for one answer.
        done: Told of each conversation when it is over.
    """
    return MODES[mode](conversations, lambda: RestBot(url, timeout), done)


@click.command(name="converse", short_help="Hold whole conversations with a running bot.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--url", default=DEFAULT_URL, show_default=True, help="Where the bot listens.")
@click.option(
    "--mode",
    type=click.Choice(tuple(MODES)),
    default="one-by-one",
    show_default=True,
    help="How conversations lie in time; the last two show that none leaks into another.",
)
@click.option("-k", "only", help="Only conversations whose name or tag contains this.")
@click.option("--twice", is_flag=True, help="Hold all twice; an answer that changes is a failure.")
@click.option("--check", is_flag=True, help="Only check the files; no bot is needed.")
@click.option("-v", "--verbose", is_flag=True, help="Show every turn, not only the failing ones.")
@click.option("--json", "json_file", type=click.Path(path_type=Path), help="Write results as JSON.")
@click.option("--junit", "junit_file", type=click.Path(path_type=Path), help="Write a JUnit file.")
@click.option("--timeout", default=30.0, show_default=True, help="Seconds to wait for an answer.")
def converse(
    paths: tuple[Path, ...],
    url: str,
    mode: str,
    only: str | None,
    twice: bool,
    check: bool,
    verbose: bool,
    json_file: Path | None,
    junit_file: Path | None,
    timeout: float,
) -> None:
    """Hold the conversations of PATHS with a running bot and judge every answer.

    PATHS are YAML files or folders of them, by default this project's own. How to write
    them: docs/dialogues.md.
    """
    conversations = _load(paths or (DEFAULT_FOLDER,), only)
    if check:
        turns = sum(len(c.turns) for c in conversations)
        click.echo(f"{len(conversations)} conversations, {turns} turns, no mistakes in the files")
        return
    _require_bot(url, timeout)
    results = hold_conversations(
        conversations, url, mode=mode, timeout=timeout, done=lambda r: click.echo(line_of(r))
    )
    changes: list[str] = []
    if twice:
        again = hold_conversations(conversations, url, mode=mode, timeout=timeout)
        changes = changed_answers(results, again)
    _report(results, changes, verbose)
    if json_file:
        json_file.write_text(json.dumps(as_json(results), indent=2), encoding="utf-8")
    if junit_file:
        junit_file.write_text(as_junit(results), encoding="utf-8")
    sys.exit(0 if all(result.passed for result in results) and not changes else 1)


def _load(paths: Sequence[Path], only: str | None) -> list[Conversation]:
    try:
        conversations = load_conversations(paths)
    except CaseError as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        sys.exit(2)
    if only:
        conversations = [c for c in conversations if only in c.name or only in c.tags]
    if not conversations:
        click.echo(f"no conversation's name or tag contains {only!r}", err=True)
        sys.exit(2)
    return conversations


def _require_bot(url: str, timeout: float) -> None:
    """Stops early when nobody listens: one message instead of one for each conversation."""
    try:
        RestBot(url, timeout).get("/webhooks/rest/")
    except BotUnreachable as error:
        click.echo(
            f"{error}\nStart the bot first (make serve), or name its address: --url", err=True
        )
        sys.exit(2)


def _report(results: Sequence[ConversationResult], changes: list[str], verbose: bool) -> None:
    for result in results:
        if verbose or not result.passed:
            click.echo(f"\n{details_of(result, whole=verbose)}")
    for change in changes:
        click.echo(change)
    click.echo(f"\n{summary_of(results)}")


if __name__ == "__main__":
    converse()
