"""`make test`: every kind of test, in both environments, the quick ones first.

All parts run even when one fails. pytest speaks for itself; Rasa talks at length, so its output
goes to a log, and its part is one line. The last part is pytest's, and so is the closing line.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from cli.bootstrap.console import duration, log_tail
from cli.bootstrap.problems import Problem
from cli.build_steps import RASA_QUIET, TRAINING_DATA, build_dir
from cli.conversations.slack import slack_environment
from cli.servers import Address, running_servers
from cli.supervisor import stop_signals_as_interrupt

ROOT = Path(__file__).resolve().parents[1]
MAIN_PYTHON = str(ROOT / ".venv" / "bin" / "python")
MOST_WORKERS = 4  # each holds an encoder and an index of its own
RASA_PYTHON = str(ROOT / ".venv-rasa" / "bin" / "python")


@dataclass(frozen=True)
class Part:
    """One kind of test; `run` says whether it passed."""

    title: str
    run: Callable[[], bool]


def parts() -> list[Part]:
    """All parts of `make test`, in order."""
    return [
        Part("Lint", lint),
        Part("Everything but the bot (pytest, .venv)", main_tests),
        Part("The bot's code and its test stories (pytest, .venv-rasa)", bot_tests),
        Part("Domain, rules, stories and NLU data fit together (rasa data validate)", data),
        Part("Whole conversations with running servers (pytest, .venv)", dialogues),
    ]


def main() -> int:
    """Runs all parts.

    Returns:
        The exit code: 0 when all passed, 1 when one failed, 130 when interrupted.
    """
    os.chdir(ROOT)
    failed = []
    try:
        with stop_signals_as_interrupt():
            for part in parts():
                print(f"\n── {part.title}", flush=True)
                if not part.run():
                    failed.append(part.title)
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    if failed:
        print("\nFailed: " + "; ".join(failed), file=sys.stderr)
    return 1 if failed else 0


def lint() -> bool:
    """Ruff over everything of ours."""
    return _passes([MAIN_PYTHON, "-m", "ruff", "check", "."])


def main_tests() -> bool:
    """All of tests/ that needs no Rasa and no running servers, whole files beside each other."""
    elsewhere = ["--ignore=tests/bot", "--ignore=tests/dialogues"]
    beside = ["-n", "auto", "--maxprocesses", str(MOST_WORKERS), "--dist", "loadfile"]
    return _passes([MAIN_PYTHON, "-m", "pytest", "-q", *beside, "tests", *elsewhere])


def bot_tests() -> bool:
    """The tests that import Rasa; they run the test stories, too, and one that must fail."""
    return _passes([RASA_PYTHON, "-m", "pytest", "-q", "tests/bot"], RASA_QUIET)


def data() -> bool:
    """What Rasa itself finds wrong with what it is trained on."""
    files = ["--data", *TRAINING_DATA, "--domain", "domain.yml", "--config", "config.yml"]
    return _rasa_passes("validate", ["data", "validate", *files])


def dialogues() -> bool:
    """Whole conversations, their expectations and the servers they are held with."""
    try:
        address = Address.on_free_ports()
        with tempfile.TemporaryDirectory(prefix="waypoint-records-") as records:
            # For the servers and for the tests, which play Slack, ask quicker than a person and
            # leave feedback behind.
            surfaces = {**slack_environment(Address.on_free_ports().port), "WAYPOINT_WEB_RATE": "0"}
            surfaces["WAYPOINT_RECORDS_DIR"] = records
            with mock.patch.dict(os.environ, surfaces), running_servers(address):
                where = {"WAYPOINT_URL": address.url}
                return _passes([MAIN_PYTHON, "-m", "pytest", "-q", "tests/dialogues"], where)
    except Problem as problem:
        print(problem)
        return False


def _passes(command: Sequence[str], environment: Mapping[str, str] | None = None) -> bool:
    variables = {**os.environ, **(environment or {})}
    return subprocess.run(command, stdin=subprocess.DEVNULL, env=variables).returncode == 0


def _rasa_passes(name: str, arguments: Sequence[str]) -> bool:
    """Runs a command of Rasa; a failure shows the end of its log."""
    log = build_dir(ROOT) / "logs" / f"test-{name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    with log.open("wb") as out:
        code = subprocess.run(
            [RASA_PYTHON, "-m", "bot.light_rasa", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, **RASA_QUIET},
        ).returncode
    took = duration(time.monotonic() - began)
    print(f"{'passed' if code == 0 else 'FAILED'} in {took}; log: {os.path.relpath(log)}")
    if code:
        print("\n".join(log_tail(log, lines=30)))
    return code == 0


if __name__ == "__main__":
    sys.exit(main())
