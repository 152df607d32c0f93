"""`waypoint`: the command and the list of what it can do.

A command's module is imported when it is used, so that `waypoint --help` is quick and
needs neither torch nor a database.
"""

from __future__ import annotations

import importlib
from typing import Mapping, NamedTuple, Optional

import click


class Lazy(NamedTuple):
    """A command that is not imported yet: where it is and what it does, in a few words."""

    module: str
    attribute: str
    help: str


COMMANDS: Mapping[str, Lazy] = {
    "chat": Lazy("cli.chat", "chat", "Start Waypoint and chat with it in the browser."),
    "shell": Lazy("cli.shell", "shell", "Chat with Waypoint in this terminal."),
    "serve": Lazy("cli.servers", "serve", "Start Waypoint for other programs, until Ctrl-C."),
    "knowledge": Lazy("cli.knowledge", "knowledge", "Check, build and show what the articles say."),
    "feedback": Lazy("cli.feedback", "feedback", "Read, export and purge what people think of answers."),
    "people": Lazy("cli.people", "people", "Count and purge what people saved for themselves."),
    "index": Lazy("cli.index", "index", "Export the encoder; build, search, measure the index."),
    "evaluate": Lazy(
        "cli.evaluation.command", "evaluate", "Measure how well messages are understood and answered."
    ),
    "evaluate-import": Lazy(
        "cli.evaluation.importing", "evaluate_import", "Measure how well articles are read, on labelled ones."
    ),
    "train-reader": Lazy("cli.train_reader", "train_reader", "Teach the reader of imported pages."),
    "bench": Lazy("bench.command", "bench", "Measure beside Rasa's starter bot."),
    "converse": Lazy("cli.converse", "converse", "Hold whole conversations with a running bot."),
}


class LazyGroup(click.Group):
    """A group whose commands are loaded by name when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> Optional[click.Command]:
        if cmd_name not in COMMANDS:
            return None
        lazy = COMMANDS[cmd_name]
        return getattr(importlib.import_module(lazy.module), lazy.attribute)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, lazy.help) for name, lazy in COMMANDS.items()])


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Answers physicians' questions about alternative careers, every figure with its source.

    `make chat` builds everything and opens a chat; these are the single steps. Add --help to
    any of them to see more.
    """


if __name__ == "__main__":
    main(prog_name="python -m cli.main")
