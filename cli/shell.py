"""`waypoint shell`: talking to Waypoint in a terminal.

Reads lines, sends them over the REST channel and prints the answers. Without a terminal it reads
lines from a pipe and prints the answers alone, for scripts.
"""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, TextIO

import click

from cli.bootstrap.problems import Problem
from cli.conversations.rest import WEBHOOK, BotUnreachable, RestBot, new_sender
from cli.servers import Address, running_servers, told_problems

QUIT = {"/quit", "/exit", "/q"}
PROMPT = "you> "
WIDEST = 100  # characters: longer lines are hard to read

_DIM, _BOLD, _PLAIN = "\033[2m", "\033[1m", "\033[0m"


class Shell:
    """One conversation: prints answers and remembers which choices the last one offered."""

    def __init__(self, bot: RestBot, source: TextIO, out: TextIO) -> None:
        """Begins a conversation under a name that nobody can guess.

        Args:
            bot: The running bot.
            source: Where the person's lines come from.
            out: Where the answers go; styled and with a prompt when both are a terminal.
        """
        self._bot = bot
        self._source = source
        self._out = out
        self._terminal = source.isatty() and out.isatty()
        self._sender = new_sender("shell")
        self._choices: list[str] = []  # the message of choice 1, 2, ...

    def run(self, check: Callable[[], None] = lambda: None) -> None:
        """Talks until the person leaves.

        Args:
            check: Called when no answer came; may say why with a Problem.
        """
        if self._terminal:
            self._print(f"{_DIM}Type a question; a number picks a choice; /quit leaves.{_PLAIN}")
            self._send("hi", check)
        while (line := self._read()) is not None and line not in QUIT:
            if line:
                self._send(self._chosen(line), check)

    def _read(self) -> str | None:
        """The next line, or None at the end."""
        if not self._terminal:
            line = self._source.readline()
            return line.strip() if line else None
        try:
            return input(PROMPT).strip()
        except EOFError:
            self._print("")
            return None

    def _chosen(self, line: str) -> str:
        """The message behind a number, or the line itself."""
        number = int(line) if line.isdecimal() and len(line) < 4 else 0
        return self._choices[number - 1] if 0 < number <= len(self._choices) else line

    def _send(self, message: str, check: Callable[[], None]) -> None:
        try:
            reply = self._bot.say(self._sender, message)
        except BotUnreachable as error:
            check()
            self._print(f"No answer came ({error}). Try again in a moment, or /quit.")
            return
        self._choices = []
        if not reply.messages:
            self._print("(No answer came. Please put it another way.)")
        for answer in reply.messages:
            self._show(answer)

    def _show(self, answer: Mapping[str, Any]) -> None:
        text, sources = split_sources(answer.get("text") or "")
        self._print(wrapped(text, self._width()))
        if sources:
            self._print("\n" + self._styled(_DIM, wrapped(sources, self._width())))
        self._print("")
        self._choices += self._offer(choices_of(answer.get("custom") or {}))

    def _offer(self, choices: Sequence[tuple[str, str]]) -> list[str]:
        """Prints choices under the numbers that follow those offered so far; their messages."""
        for number, (title, _) in enumerate(choices, start=len(self._choices) + 1):
            self._print(f"  {self._styled(_BOLD, str(number))} {title}")
        if choices:
            self._print("")
        return [message for _, message in choices]

    def _styled(self, style: str, text: str) -> str:
        return f"{style}{text}{_PLAIN}" if self._terminal else text

    def _width(self) -> int:
        return min(shutil.get_terminal_size().columns, WIDEST) if self._terminal else 0

    def _print(self, text: str) -> None:
        print(text, file=self._out, flush=True)


def split_sources(text: str) -> tuple[str, str]:
    """An answer's text and the list of sources at its end (empty when there is none)."""
    head, mark, tail = text.rpartition("\nSources:\n")
    return (head.rstrip(), f"Sources:\n{tail}") if mark else (text, "")


def choices_of(custom: Mapping[str, Any]) -> Sequence[tuple[str, str]]:
    """What the answer offers to choose from: title and message of each, no message twice."""
    question = custom.get("question") or {}
    offered = [*(question.get("options") or []), *(custom.get("suggestions") or [])]
    return list({o["message"]: (o["title"], o["message"]) for o in offered}.values())


def wrapped(text: str, width: int) -> str:
    """The text with long lines broken; a list's lines hang under their text. Width 0: as it is."""
    if not width:
        return text
    lines: list[str] = []
    for line in text.split("\n"):
        mark = re.match(r"(-|\d+\.) ", line)
        hang = len(mark[0]) if mark else 0
        lines += textwrap.wrap(
            line,
            width,
            subsequent_indent=" " * hang,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    return "\n".join(lines)


@click.command(short_help="Chat with Waypoint in this terminal.")
@click.option("--url", help="Where it listens.  [default: this machine, WAYPOINT_PORT or 5005]")
def shell(url: str | None) -> None:
    """Chat in this terminal, with a Waypoint that runs already or one that is started for it.

    Lines may also come through a pipe: then only the answers are printed.
    """
    with told_problems():
        address = Address.from_environment()
        if _answers(url or address.url):
            _talk(url or address.url)
        elif url:
            raise Problem(
                f"No Waypoint answers at {url}.",
                "`make serve` starts one; `make shell` without an address starts one and chats.",
            )
        else:
            _start_and_talk(address)


def _answers(url: str) -> bool:
    """Whether a bot's REST channel is there."""
    bot = RestBot(url, timeout=5)
    try:
        bot.get("/webhooks/rest/")
    except BotUnreachable:
        return False
    finally:
        bot.close()
    return True


def _start_and_talk(address: Address) -> None:
    with running_servers(address) as supervisor:
        where = f"{address.url}{WEBHOOK}"
        click.echo(f"\nWaypoint is ready; programs reach it at {where}", err=True)
        _talk(address.url, supervisor.check)


def _talk(url: str, check: Callable[[], None] = lambda: None) -> None:
    with suppress(ImportError):
        import readline  # noqa: F401  (arrow keys and history at the prompt)
    # Two minutes: a person would rather wait than lose an answer.
    Shell(RestBot(url, timeout=120), sys.stdin, sys.stdout).run(check)
