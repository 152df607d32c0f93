"""Running what is due, in order, side by side, and saying what went wrong."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.bootstrap.console import Progress, duration
from cli.bootstrap.problems import Problem
from cli.bootstrap.stamps import UNFINISHED, fingerprint, read_stamp
from cli.bootstrap.steps import Command, Commands, Step, run_steps


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "input.txt").write_text("one")
    return tmp_path


def step(root: Path, name: str = "copy", line: str = "cp input.txt output.txt", **changes) -> Step:
    """A step that does what a shell line says."""

    def commands() -> Commands:
        yield Command(["/bin/sh", "-c", line])

    settings = {
        "name": name,
        "title": f"Doing {name}",
        "commands": commands,
        "inputs": (root / "input.txt",),
        "outputs": (root / "output.txt",),
        "stamp_file": root / "state.json",
        **changes,
    }
    return Step(**settings)


def run(root: Path, *steps: Step) -> str:
    """Runs steps; what a person without a terminal saw."""
    out = io.StringIO()
    run_steps(root, steps, root / "logs", Progress(out))
    return out.getvalue()


def test_step_runs_once(root: Path) -> None:
    copying = step(root)

    assert "✓ Doing copy" in run(root, copying)
    assert (root / "output.txt").read_text() == "one"
    assert not copying.is_due(root)
    assert run(root, copying) == ""


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "input.txt").write_text("two"),
        lambda root: (root / "input.txt").unlink(),
        lambda root: (root / "output.txt").unlink(),
        lambda root: (root / "state.json").unlink(),
        lambda root: (root / "state.json").write_text("{ half of a fi"),
    ],
)
def test_step_is_due_again_after_a_change(root: Path, change: Callable[[Path], None]) -> None:
    run(root, step(root))
    change(root)

    assert step(root).is_due(root)


def test_step_is_due_again_with_other_settings(root: Path) -> None:
    run(root, step(root))

    assert step(root, settings={"encoder": "other"}).is_due(root)


def test_folder_counts_with_names_and_contents_but_without_caches(root: Path) -> None:
    folder = root / "folder"
    (folder / "__pycache__").mkdir(parents=True)
    (folder / "a.txt").write_text("text")
    before = fingerprint(root, [folder], {})

    (folder / "__pycache__" / "a.pyc").write_text("cache")
    assert fingerprint(root, [folder], {}) == before
    (folder / "a.txt").rename(folder / "b.txt")
    assert fingerprint(root, [folder], {}) != before


def test_failed_step_names_its_log_and_shows_its_end(root: Path) -> None:
    failing = step(root, line="echo the reason; exit 3")

    with pytest.raises(Problem) as told:
        run(root, failing)

    assert "Doing copy failed. The end of logs/copy.log" in str(told.value)
    assert "the reason" in str(told.value)
    assert "run the same command again" in str(told.value)
    assert failing.is_due(root)


def test_full_disk_is_told_as_such(root: Path) -> None:
    with pytest.raises(Problem, match="The disk is full"):
        run(root, step(root, line="echo 'OSError: [Errno 28] No space left on device'; exit 1"))


def test_step_that_made_nothing_has_failed(root: Path) -> None:
    with pytest.raises(Problem, match="Doing copy failed"):
        run(root, step(root, line="true"))


def test_step_that_failed_late_is_stamped_as_unfinished(root: Path) -> None:
    """Its output is there, but nobody may take it for whole."""
    failing = step(root, line="cp input.txt output.txt; exit 1")
    with pytest.raises(Problem):
        run(root, failing)

    assert (root / "output.txt").exists()
    assert read_stamp(root / "state.json", "copy") == UNFINISHED
    assert failing.is_due(root)


def test_command_that_may_fail_tells_its_code_to_the_step(root: Path) -> None:
    def commands() -> Commands:
        code = yield Command(["/bin/sh", "-c", "exit 7"], may_fail=True)
        yield Command(["/bin/sh", "-c", f"echo {code} > output.txt"])

    run(root, step(root, commands=commands))

    assert (root / "output.txt").read_text() == "7\n"


def test_steps_wait_for_those_they_need_and_for_no_others(root: Path) -> None:
    """b and c run side by side: each waits for the other's file."""

    def meet(mine: str, other: str) -> str:
        return f"touch {mine}; for i in $(seq 100); do [ -e {other} ] && exit 0; sleep 0.1; done"

    first = step(root, "a", "sleep 0.3; touch a", outputs=(root / "a",))
    needs_a = {"after": ("a",)}
    second = step(root, "b", f"[ -e a ] && {meet('b', 'c')}", outputs=(root / "b",), **needs_a)
    third = step(root, "c", f"[ -e a ] && {meet('c', 'b')}", outputs=(root / "c",), **needs_a)

    run(root, first, second, third)

    assert set(json.loads((root / "state.json").read_text())) == {"a", "b", "c"}


def test_failure_stops_the_steps_beside_it(root: Path) -> None:
    slow = step(root, "slow", "echo $$ > pid; sleep 60", outputs=(root / "never",))
    line = "while [ ! -s pid ]; do sleep 0.05; done; exit 1"
    with pytest.raises(Problem, match="Doing bad failed"):
        run(root, slow, step(root, "bad", line))

    with pytest.raises(ProcessLookupError):
        os.kill(int((root / "pid").read_text()), 0)


INTERRUPTED = """
import sys
from pathlib import Path
from cli.bootstrap.console import Progress
from cli.bootstrap.steps import Command, Step, run_steps

root = Path(sys.argv[1])
def commands():
    yield Command(["/bin/sh", "-c", "echo $$ > pid; sleep 60 & wait"])
slow = Step("slow", "Slow", commands, (), (root / "never",), root / "state.json")
run_steps(root, [slow], root / "logs", Progress())
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_interrupted_build_leaves_no_process_behind(tmp_path: Path, number: int) -> None:
    build = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, str(tmp_path)],
        stderr=subprocess.DEVNULL,
        # A shell that runs the tests in the background has Ctrl-C ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    pid = wait_for_pid(tmp_path / "pid")
    build.send_signal(number)
    build.wait(20)

    if number == signal.SIGKILL and not sys.platform.startswith("linux"):
        os.kill(pid, signal.SIGKILL)  # elsewhere no child learns of that
    assert ends(pid)


def wait_for_pid(file: Path) -> int:
    deadline = time.monotonic() + 20
    while not (file.exists() and file.read_text().strip()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return int(file.read_text())


def ends(pid: int) -> bool:
    """Whether a process is gone, or is so in a moment."""
    for _ in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        if Path(f"/proc/{pid}/stat").exists() and ") Z " in Path(f"/proc/{pid}/stat").read_text():
            return True  # ended; whoever inherited it has not looked yet
        time.sleep(0.05)
    return False


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.2, "0 s"), (59.4, "59 s"), (65, "1 min 05 s"), (600, "10 min 00 s")]
)
def test_durations_are_said_plainly(seconds: float, text: str) -> None:
    assert duration(seconds) == text


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_terminal_shows_what_runs_and_its_last_line(root: Path) -> None:
    out = Terminal()
    line = "echo Collecting numpy; sleep 0.5; cp input.txt output.txt"
    run_steps(root, [step(root, line=line)], root / "logs", Progress(out))

    assert "Doing copy 0 s  Collecting numpy" in out.getvalue()
    assert out.getvalue().endswith("\r\033[K")
