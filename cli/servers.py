"""`waypoint serve`: the action server and Rasa, started together and stopped together.

Both listen on 127.0.0.1. WAYPOINT_HOST opens Rasa's channels to others; read SECURITY.md first.
"""

from __future__ import annotations

import errno
import os
import secrets
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import click

from cli.bootstrap.console import Progress, duration
from cli.bootstrap.problems import Problem
from cli.build_steps import RASA_QUIET, build_dir, model_path
from cli.conversations.rest import WEBHOOK, BotUnreachable, RestBot, new_sender
from cli.supervisor import Server, Supervisor, stop_signals_as_interrupt

ROOT = Path(__file__).resolve().parents[1]
LOOPBACK = "127.0.0.1"

# Rasa with a cold disk cache takes half a minute on a slow machine.
READY_WITHIN_SECONDS = 240
# The first messages load the encoder and the index, fill caches and open connections.
WARM_UP_MESSAGES = ("hi", "remote roles for a cardiologist over $150k", "why do physicians leave?")

# Small models on small machines: threads that wait for each other cost more than they bring.
_FEW_THREADS = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "TF_INTRA_OP_PARALLELISM_THREADS": "1",
    "TF_INTER_OP_PARALLELISM_THREADS": "1",
}


@dataclass(frozen=True)
class Address:
    """Where the servers listen: Rasa's channels, and the action server behind them."""

    host: str
    port: int
    action_port: int

    @classmethod
    def from_environment(cls) -> Address:
        """Reads WAYPOINT_HOST, WAYPOINT_PORT and WAYPOINT_ACTION_PORT.

        Raises:
            Problem: A port is not a number from 1 to 65535.
        """
        return cls(
            host=os.environ.get("WAYPOINT_HOST") or LOOPBACK,
            port=_port("WAYPOINT_PORT", 5005),
            action_port=_port("WAYPOINT_ACTION_PORT", 5055),
        )

    @classmethod
    def on_free_ports(cls) -> Address:
        """Ports of loopback that nobody listens on now, for tests beside a running Waypoint."""
        with socket.socket() as one, socket.socket() as other:
            for probe in (one, other):
                probe.bind((LOOPBACK, 0))
            return cls(LOOPBACK, one.getsockname()[1], other.getsockname()[1])

    @property
    def url(self) -> str:
        """How this machine reaches Rasa."""
        everywhere = self.host in ("0.0.0.0", "::", "")
        return f"http://{LOOPBACK if everywhere else self.host}:{self.port}"


@contextmanager
def running_servers(address: Address, progress: Progress | None = None) -> Iterator[Supervisor]:
    """Starts both servers, yields once they answer questions, and stops them at the end.

    Args:
        address: Where they are to listen.
        progress: Where a person sees that it takes a while; by default on standard error.

    Raises:
        Problem: Nothing is built, a port is taken, or a server did not come up.
    """
    if not model_path(ROOT).exists():
        raise Problem("Waypoint is not built yet. `make build` does that; `make chat`, too.")
    check_port(address.host, address.port, "WAYPOINT_PORT")
    check_port(LOOPBACK, address.action_port, "WAYPOINT_ACTION_PORT")
    progress = progress or Progress()
    with Supervisor(ROOT) as supervisor:
        title = "Starting Waypoint"
        progress.start(title)
        try:
            supervisor.start(action_server(address))
            supervisor.start(rasa_server(address))
            supervisor.wait_until_ready(READY_WITHIN_SECONDS, progress.tick)
            failed = warm_up(address.url, supervisor)
        except BaseException:
            progress.close()
            raise
        progress.finish(title, good=not failed)
        if failed:
            what = ", ".join(f"“{message}”" for message in failed)
            click.echo(f"It runs, but apologised for {what}: see {logs_text()}.", err=True)
        yield supervisor


def action_server(address: Address) -> Server:
    """Our actions; Rasa alone talks to it, so it never listens beyond this machine."""
    port = str(address.action_port)
    return Server(
        name="The action server",
        command=[_python(".venv"), "-m", "actions.server", "--host", LOOPBACK, "--port", port],
        ready_url=f"http://{LOOPBACK}:{port}/health",
        log=logs_dir() / "actions.log",
        environment={**_FEW_THREADS, "WAYPOINT_INTERNAL_SECRET": internal_secret()},
    )


def rasa_server(address: Address) -> Server:
    """Rasa with its channels; no HTTP API, no cross-origin access."""
    files = ["--endpoints", "endpoints.yml", "--credentials", "credentials.yml"]
    where = ["-i", address.host, "-p", str(address.port)]
    model = ["--model", str(model_path(ROOT))]
    actions_url = f"http://{LOOPBACK}:{address.action_port}/webhook"
    return Server(
        name="Rasa",
        command=[_python(".venv-rasa"), "-m", "bot.light_rasa", "run", *files, *where, *model],
        ready_url=f"{address.url}/webhooks/rest/",
        log=logs_dir() / "rasa.log",
        environment={
            **RASA_QUIET,
            **_FEW_THREADS,
            "WAYPOINT_ACTIONS_URL": actions_url,
            "WAYPOINT_INTERNAL_SECRET": internal_secret(),
        },
    )


@cache
def internal_secret() -> str:
    """What Rasa shows the action server when it passes records on, so that nobody else can.

    Another one each time that this process starts, unless WAYPOINT_INTERNAL_SECRET names it: for
    servers that are started apart.
    """
    return os.environ.get("WAYPOINT_INTERNAL_SECRET") or secrets.token_urlsafe(32)


def logs_dir() -> Path:
    """Where the servers write their logs."""
    return build_dir(ROOT) / "logs"


def check_port(host: str, port: int, variable: str) -> None:
    """Sees that a server will be able to listen.

    Raises:
        Problem: Another program listens there, or we may not; says which variable moves it.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Problem(*_port_problem(error, host, port, variable)) from error


def _port_problem(error: OSError, host: str, port: int, variable: str) -> list[str]:
    if error.errno != errno.EADDRINUSE:
        return [f"Cannot listen on {host}, port {port}: {error.strerror}."]
    return [
        f"Port {port} is taken by another program; perhaps Waypoint runs already "
        "(then `make shell` chats with it).",
        f"Stop that program, or name another port before the command: {variable}={port + 1} make ...",
    ]


def warm_up(url: str, supervisor: Supervisor) -> list[str]:
    """Holds a first conversation, so that a person's first answer comes as fast as the rest.

    Returns:
        The messages that brought an apology: something is broken, though not everything.

    Raises:
        Problem: A message brought no answer.
    """
    bot = RestBot(url, timeout=60)
    sender = new_sender("warm-up")
    failed = []
    try:
        for message in WARM_UP_MESSAGES:
            reply = bot.say(sender, message)
            if not reply.messages:
                raise Problem(_no_answer(f"“{message}” brought no answer"))
            if (reply.custom or {}).get("kind") == "error":
                failed.append(message)
    except BotUnreachable as error:
        supervisor.check()
        raise Problem(_no_answer(str(error))) from error
    finally:
        bot.close()
    return failed


def _no_answer(why: str) -> str:
    return f"Rasa started, but does not answer: {why}. See {logs_text()}."


def logs_text() -> str:
    """The logs, as a person may name them from here."""
    logs = os.path.relpath(logs_dir())
    return f"{logs}/rasa.log and {logs}/actions.log"


def _python(environment: str) -> str:
    return str(ROOT / environment / "bin" / "python")


def _port(variable: str, default: int) -> int:
    text = os.environ.get(variable) or str(default)
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise Problem(f"{variable} is {text!r}; it must be a port number from 1 to 65535.")
    return int(text)


@click.command(short_help="Start Waypoint for other programs, until Ctrl-C.")
def serve() -> None:
    """Start the action server and Rasa, and keep them until Ctrl-C.

    WAYPOINT_PORT (5005) and WAYPOINT_ACTION_PORT (5055) choose the ports, WAYPOINT_HOST
    (127.0.0.1) the address that Rasa listens on.
    """
    began = time.monotonic()
    with told_problems(farewell="Stopped."):
        address = Address.from_environment()
        with running_servers(address) as supervisor:
            click.echo(_ready_text(address, time.monotonic() - began))
            sys.stdout.flush()
            supervisor.watch()


@contextmanager
def told_problems(farewell: str = "") -> Iterator[None]:
    """Turns problems into a message and an exit code; Ctrl-C and its like end in `farewell`."""
    try:
        with stop_signals_as_interrupt():
            yield
    except Problem as problem:
        raise SystemExit(f"\n{problem}") from problem
    except KeyboardInterrupt:
        click.echo(f"\n{farewell}" if farewell else "", err=True)


def _ready_text(address: Address, seconds: float) -> str:
    return (
        f"\nWaypoint is ready after {duration(seconds)}: {address.url}{WEBHOOK}\n"
        f'Ask it:  curl {address.url}{WEBHOOK} -d \'{{"sender": "me", '
        '"message": "remote roles for a cardiologist over $150k"}\'\n'
        f"Page:    {address.url}/\n"
        f"Logs:    {logs_text()}\n"
        "Ctrl-C stops it."
    )
