"""Starting and stopping the bots that are measured, each on free ports of loopback."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.measures import Memory, memory_of
from cli.bootstrap.processes import start_group, stop_groups
from cli.conversations.rest import BotUnreachable, Reply, RestBot, new_sender
from cli.supervisor import Server

START_LIMIT = 240.0  # seconds until a first answer
STOP_LIMIT = 20.0  # seconds until a process that was asked to end is killed
LOOPBACK = "127.0.0.1"


class BenchError(Exception):
    """A bot did not start or did not answer; the text names its log."""


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
def running(servers: Sequence[Server], folder: Path, url: str, first_message: str) -> Iterator[RunningBot]:
    """Starts servers at once, waits for the first answer, and stops them in the end.

    Args:
        servers: All processes of the bot.
        folder: Where they run.
        url: Its REST address.
        first_message: What is asked until an answer with text comes.

    Raises:
        BenchError: A process ended, or no answer came within START_LIMIT.
    """
    processes: dict[str, subprocess.Popen] = {}
    started = time.perf_counter()
    try:
        for server in servers:
            processes[server.name] = _start(server, folder)
        reply = _first_answer(servers, processes, url, first_message)
        yield RunningBot(url, processes, time.perf_counter() - started, reply)
    finally:
        stop_groups(list(processes.values()), STOP_LIMIT)


def _start(server: Server, folder: Path) -> subprocess.Popen:
    server.log.parent.mkdir(parents=True, exist_ok=True)
    with server.log.open("wb") as log:
        return start_group(server.command, cwd=folder, output=log, environment=dict(server.environment))


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
