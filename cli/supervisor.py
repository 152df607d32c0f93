"""Keeps child servers together: they start at once, and none outlives the others or us.

Knows nothing of Rasa; cli/servers.py says what to start.
"""

from __future__ import annotations

import http.client
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType, TracebackType

from cli.bootstrap.console import log_tail
from cli.bootstrap.problems import Problem
from cli.bootstrap.processes import start_group, stop_groups

_POLL_SECONDS = 0.1

# Never through a proxy: what we ask is on this machine.
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass(frozen=True)
class Server:
    """A server to run as a child process."""

    name: str  # begins a sentence: "The action server"
    command: Sequence[str]
    ready_url: str  # answers with status 200 once the server can work
    log: Path
    environment: Mapping[str, str] = field(default_factory=dict)


class Supervisor:
    """Runs servers; a context manager that stops all of them, whatever ends it."""

    def __init__(self, folder: Path) -> None:
        """Starts nothing yet.

        Args:
            folder: Where the servers run.
        """
        self._folder = folder
        self._children: list[tuple[Server, subprocess.Popen]] = []

    def __enter__(self) -> Supervisor:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self, server: Server) -> None:
        """Starts one more server; its output goes to a new log."""
        server.log.parent.mkdir(parents=True, exist_ok=True)
        with server.log.open("wb") as log:
            process = start_group(
                server.command,
                cwd=self._folder,
                output=log,
                environment=dict(server.environment),
            )
        self._children.append((server, process))

    def check(self) -> None:
        """Sees that all servers still run.

        Raises:
            Problem: One ended; the message shows the end of its log.
        """
        for server, process in self._children:
            code = process.poll()
            if code is not None:
                raise Problem(
                    f"{server.name} ended by itself ({_exit_text(code)}). "
                    f"The end of {_shown(server.log)}:",
                    "",
                    *log_tail(server.log),
                )

    def wait_until_ready(self, seconds: float, tick: Callable[[], None]) -> None:
        """Waits until each server answers.

        Args:
            seconds: How long that may take.
            tick: Called ten times a second.

        Raises:
            Problem: One ended, or was not ready in time.
        """
        deadline = time.monotonic() + seconds
        waiting = [server for server, _ in self._children]
        while waiting:
            self.check()
            waiting = [server for server in waiting if not _answers(server.ready_url)]
            if waiting and time.monotonic() > deadline:
                slow = waiting[0]
                raise Problem(
                    f"{slow.name} was not ready after {seconds:.0f} s. "
                    f"The end of {_shown(slow.log)}:",
                    "",
                    *log_tail(slow.log),
                )
            tick()
            time.sleep(_POLL_SECONDS)

    def watch(self) -> None:
        """Returns never: until an exception ends it.

        Raises:
            Problem: A server ended.
        """
        while True:
            self.check()
            time.sleep(0.5)

    def stop(self) -> None:
        """Stops all servers and everything that they started."""
        stop_groups([process for _, process in self._children])
        self._children.clear()


@contextmanager
def stop_signals_as_interrupt() -> Iterator[None]:
    """Makes the polite ways to end a process (kill, a closed terminal) end it like Ctrl-C."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    kept = {number: signal.signal(number, interrupt) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


def _answers(url: str) -> bool:
    try:
        with _opener.open(url, timeout=2) as response:
            return response.status == 200
    except (OSError, urllib.error.URLError, http.client.HTTPException):
        return False


def _exit_text(code: int) -> str:
    return f"exit code {code}" if code >= 0 else f"killed by {signal.Signals(-code).name}"


def _shown(path: Path) -> str:
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
