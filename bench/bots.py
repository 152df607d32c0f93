"""Starting and stopping the bots that are measured, each on free ports of loopback."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from bench.measures import Memory, memory_of
from cli.conversations.rest import BotUnreachable, Reply, RestBot, new_sender

START_LIMIT = 240.0  # seconds until a first answer
STOP_LIMIT = 20.0  # seconds until a process that was asked to end is killed
LOOPBACK = "127.0.0.1"


class BenchError(Exception):
    """A bot did not start or did not answer; the text names its log."""


@dataclass(frozen=True)
class Server:
    """One process to start: its name in tables, command line and surroundings."""

    name: str
    command: Sequence[str]
    folder: Path
    log: Path
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass
class RunningBot:
    """Started servers and what their start took."""

    url: str
    processes: dict[str, subprocess.Popen]
    seconds_to_answer: float
    first_reply: Reply

    def memory(self) -> dict[str, Memory | None]:
        """Memory of each server with its children."""
        return {name: memory_of(process.pid) for name, process in self.processes.items()}


def free_port() -> int:
    """A port of loopback that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return probe.getsockname()[1]


@contextmanager
def running(servers: Sequence[Server], url: str, first_message: str) -> Iterator[RunningBot]:
    """Starts servers at once, waits for the first answer, and stops them in the end.

    Args:
        servers: All processes of the bot.
        url: Its REST address.
        first_message: What is asked until an answer with text comes.

    Raises:
        BenchError: A process ended, or no answer came within START_LIMIT.
    """
    processes: dict[str, subprocess.Popen] = {}
    started = time.perf_counter()
    try:
        for server in servers:
            processes[server.name] = _start(server)
        reply = _first_answer(servers, processes, url, first_message)
        yield RunningBot(url, processes, time.perf_counter() - started, reply)
    finally:
        for process in processes.values():
            _stop(process)


def _start(server: Server) -> subprocess.Popen:
    server.log.parent.mkdir(parents=True, exist_ok=True)
    with server.log.open("wb") as log:
        return subprocess.Popen(
            list(server.command),
            cwd=server.folder,
            env={**os.environ, **server.environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def _first_answer(
    servers: Sequence[Server],
    processes: Mapping[str, subprocess.Popen],
    url: str,
    message: str,
) -> Reply:
    deadline = time.monotonic() + START_LIMIT
    bot, sender = RestBot(url), new_sender("bench")
    while time.monotonic() < deadline:
        for server in servers:
            if processes[server.name].poll() is not None:
                raise BenchError(f"{server.name} ended while starting; its output: {server.log}")
        try:
            reply = bot.say(sender, message)
        except BotUnreachable:
            time.sleep(0.05)
            continue
        if reply.text and (reply.custom or {}).get("kind") != "error":
            bot.close()
            return reply
        time.sleep(0.05)
    logs = ", ".join(str(server.log) for server in servers)
    raise BenchError(f"no answer to {message!r} within {START_LIMIT:.0f} s; output: {logs}")


def _stop(process: subprocess.Popen) -> None:
    """Ends a process that was started here, with its group."""
    if process.poll() is None:
        _signal_group(process, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(STOP_LIMIT)
    _signal_group(process, signal.SIGKILL)
    process.wait()


def _signal_group(process: subprocess.Popen, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, number)
