"""Servers that start together and end together, whatever ends one of them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from cli.bootstrap.problems import Problem
from cli.supervisor import Server, Supervisor, stop_signals_as_interrupt
from tests.cli.test_steps import ends, wait_for_pid

SERVE = "import http.server, sys; http.server.test(http.server.SimpleHTTPRequestHandler, port={})"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def server(folder: Path, line: str, name: str = "The server", port: int = 1) -> Server:
    """A server that a shell line starts; nobody listens on port 1."""
    log = folder / f"{name}.log"
    return Server(name, ["/bin/sh", "-c", line], f"http://127.0.0.1:{port}/", log)


def web_server(folder: Path, before: str = "") -> Server:
    port = free_port()
    command = f"{sys.executable} -c '{SERVE.format(port)}'"
    return server(folder, f"{before} exec {command}", "The web server", port)


def test_ready_when_every_server_answers(tmp_path: Path) -> None:
    ticks = []
    with Supervisor(tmp_path) as supervisor:
        supervisor.start(web_server(tmp_path))
        supervisor.start(web_server(tmp_path, before="sleep 0.5;"))
        supervisor.wait_until_ready(30, lambda: ticks.append(1))
        supervisor.check()

    assert ticks


def test_server_that_ends_is_told_with_the_end_of_its_log(tmp_path: Path) -> None:
    with Supervisor(tmp_path) as supervisor:
        supervisor.start(server(tmp_path, "echo no model here >&2; exit 4"))
        with pytest.raises(Problem) as told:
            supervisor.wait_until_ready(30, lambda: None)

    assert "The server ended by itself (exit code 4)" in str(told.value)
    assert "no model here" in str(told.value)


def test_killed_server_is_told_by_the_signals_name(tmp_path: Path) -> None:
    with Supervisor(tmp_path) as supervisor:
        supervisor.start(server(tmp_path, "kill -KILL $$"))
        with pytest.raises(Problem, match="killed by SIGKILL"):
            supervisor.watch()


def test_slow_server_is_told(tmp_path: Path) -> None:
    with Supervisor(tmp_path) as supervisor:
        supervisor.start(server(tmp_path, "echo still loading; sleep 60"))
        with pytest.raises(Problem, match=r"was not ready after 1 s(.|\n)*still loading"):
            supervisor.wait_until_ready(1, lambda: None)


def test_end_of_one_server_stops_the_other_with_its_children(tmp_path: Path) -> None:
    with Supervisor(tmp_path) as supervisor:
        lasting = "sleep 60 & echo $! > child; echo $$ > pid; wait"
        supervisor.start(server(tmp_path, lasting, "The lasting one"))
        head, child = wait_for_pid(tmp_path / "pid"), wait_for_pid(tmp_path / "child")
        supervisor.start(server(tmp_path, "exit 1"))
        with pytest.raises(Problem):
            supervisor.watch()

    assert ends(head)
    assert ends(child)


def test_server_that_ignores_the_request_to_end_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cli.bootstrap import processes

    monkeypatch.setattr(processes, "PATIENCE", 0.3)
    with Supervisor(tmp_path) as supervisor:
        supervisor.start(
            server(tmp_path, "trap '' TERM; echo $$ > pid; while true; do sleep 0.1; done")
        )
        pid = wait_for_pid(tmp_path / "pid")

    assert ends(pid)


WATCHING = """
import sys
from pathlib import Path
from cli.supervisor import Server, Supervisor, stop_signals_as_interrupt

folder = Path(sys.argv[1])
line = ["/bin/sh", "-c", "echo $$ > pid; exec sleep 60"]
try:
    with stop_signals_as_interrupt(), Supervisor(folder) as supervisor:
        supervisor.start(Server("The server", line, "http://127.0.0.1:1/", folder / "log"))
        supervisor.watch()
except KeyboardInterrupt:
    print("stopped")
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_no_server_outlives_us(tmp_path: Path, number: int) -> None:
    if number == signal.SIGKILL and not sys.platform.startswith("linux"):
        pytest.skip("only Linux tells a child that its parent was killed")
    us = subprocess.Popen(
        [sys.executable, "-c", WATCHING, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    pid = wait_for_pid(tmp_path / "pid")
    us.send_signal(number)
    said, _ = us.communicate(timeout=20)

    assert ends(pid)
    assert said == ("" if number == signal.SIGKILL else "stopped\n")


def test_stop_signals_are_ours_only_for_a_while() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with stop_signals_as_interrupt(), pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGTERM)

    assert signal.getsignal(signal.SIGTERM) is before
