"""Runs the steps of a build: only those that are due, each after those it needs.

Steps that do not wait for each other run side by side. All of it happens in one thread: the
runner polls the child processes, so Ctrl-C has one place to arrive at.
"""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Dict, Generator, List, Optional, Sequence, Tuple

from cli.bootstrap.console import Progress, log_tail
from cli.bootstrap.problems import Problem
from cli.bootstrap.processes import start_group, stop_groups
from cli.bootstrap.stamps import UNFINISHED, fingerprint, read_stamp, write_stamp

# A step's commands, made one by one: it may do something in between, and each `yield` gives it
# the exit code of the command.
Commands = Generator["Command", Optional[int], None]


@dataclass(frozen=True)
class Command:
    """A command line, run in the repository's folder."""

    line: Sequence[str]
    may_fail: bool = False
    environment: Dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """One thing to make, from what, and how one sees that it is there."""

    name: str  # also the name of its log
    title: str  # "Installing the main environment"
    commands: Callable[[], Commands]
    inputs: Tuple[Path, ...]
    outputs: Tuple[Path, ...]
    stamp_file: Path
    settings: Dict[str, str] = field(default_factory=dict)
    after: Tuple[str, ...] = ()

    def fingerprint(self, root: Path) -> str:
        """What it would be made from now."""
        return fingerprint(root, self.inputs, self.settings)

    def is_due(self, root: Path) -> bool:
        """Whether it has to run: something is missing, changed, or was cut short."""
        if not all(output.exists() for output in self.outputs):
            return True
        return read_stamp(self.stamp_file, self.name) != self.fingerprint(root)


@dataclass
class _Run:
    """A step under way. Started at once; `poll` moves it on."""

    step: Step
    root: Path
    log_path: Path

    def __post_init__(self) -> None:
        self.log_path.parent.mkdir(parents=True, exist_ok=True)
        self._log = self.log_path.open("wb")
        self.began = time.monotonic()
        self._fingerprint = self.step.fingerprint(self.root)
        write_stamp(self.step.stamp_file, self.step.name, UNFINISHED)
        self._commands = self.step.commands()
        self._command: Optional[Command] = None
        self._process: Optional[subprocess.Popen] = None

    def poll(self) -> Optional[bool]:
        """None while it goes on, then whether it succeeded."""
        code = None
        if self._process is not None:
            code = self._process.poll()
            if code is None:
                return None
            if code and not (self._command and self._command.may_fail):
                return self._end(False)
        try:
            self._command = self._commands.send(code)
        except StopIteration:
            return self._end(all(output.exists() for output in self.step.outputs))
        self._start(self._command)
        return None

    @property
    def process(self) -> Optional[subprocess.Popen]:
        """The command that runs now."""
        return self._process

    def _start(self, command: Command) -> None:
        self._log.write(("$ " + " ".join(command.line) + "\n").encode())
        self._log.flush()
        self._process = start_group(
            command.line, cwd=self.root, output=self._log, environment=command.environment
        )

    def _end(self, good: bool) -> bool:
        self._log.close()
        if good:
            write_stamp(self.step.stamp_file, self.step.name, self._fingerprint)
        return good


def run_steps(root: Path, steps: Sequence[Step], logs: Path, progress: Progress) -> None:
    """Runs the steps that are due, in the order that they need each other.

    Args:
        root: The repository.
        steps: In an order in which each comes after those it names.
        logs: Folder for <step>.log.
        progress: Where a person sees what goes on.

    Raises:
        Problem: A step failed; the message names its log and shows the log's end.
    """
    waiting: List[Step] = list(steps)
    running: List[_Run] = []
    try:
        while waiting or running:
            for step in _ready(waiting, running):
                waiting.remove(step)
                if step.is_due(root):
                    running.append(_Run(step, root, logs / f"{step.name}.log"))
                    progress.start(step.title, running[-1].log_path)
            for run in list(running):
                good = run.poll()
                if good is not None:
                    running.remove(run)
                    progress.finish(run.step.title, good)
                if good is False:
                    raise _failure(run, root)
            if running:
                progress.tick()
                time.sleep(0.1)
    finally:
        stop_groups([run.process for run in running if run.process is not None])
        progress.close()


def _ready(waiting: List[Step], running: List[_Run]) -> List[Step]:
    unfinished = {step.name for step in waiting} | {run.step.name for run in running}
    return [step for step in waiting if not unfinished & set(step.after)]


def _failure(run: _Run, root: Path) -> Problem:
    text = run.log_path.read_text(errors="replace")
    where = os.path.relpath(str(run.log_path), str(root))
    return Problem(
        f"{run.step.title} failed. The end of {where}:", "", *log_tail(run.log_path), "", _way_out(text)
    )


_KNOWN_ENDS = (
    ("No space left on device", "The disk is full. Free some space, then run the same command."),
    (
        "Could not find a version that satisfies",
        "pip could not get a package: see that it reaches its package index, then try again.",
    ),
    ("Failed to fetch", "The package index was not reached: check the network, then try again."),
    ("ConnectionError", "The package index was not reached: check the network, then try again."),
    ("npm error network", "npm did not reach its registry: check the network, then try again."),
    ("Temporary failure in name resolution", "No network, it seems. Check it, then try again."),
)


def _way_out(log: str) -> str:
    for sign, way_out in _KNOWN_ENDS:
        if sign in log:
            return way_out
    return "Put that right and run the same command again: finished steps are not repeated."
