"""One part of the evaluation: what it measured, as numbers and as details for the report."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cli.bootstrap.console import log_tail
from cli.bootstrap.processes import start_group, stop_groups
from cli.build_steps import RASA_QUIET, build_dir, model_path

ROOT = Path(__file__).resolve().parents[2]
RASA_PYTHON = ROOT / ".venv-rasa" / "bin" / "python"
_running: list[subprocess.Popen] = []


class NotMeasured(Exception):
    """A part could not be measured; the text says why and what to do."""


@dataclass(frozen=True)
class Setting:
    """Where the parts read and write, and what they are to use."""

    out: Path  # the folder of the report
    heldout: Path = ROOT / "tests" / "data" / "nlu_heldout.yml"
    pay_heldout: Path = ROOT / "tests" / "data" / "pay_heldout.yml"
    stories: Path = ROOT / "tests" / "stories"
    dialogues: Path = ROOT / "tests" / "dialogues"
    folds: int = 5
    fresh: bool = False  # measure again what nothing has changed for

    @property
    def model(self) -> Path:
        """The trained Rasa model."""
        return model_path(ROOT)

    @property
    def logs(self) -> Path:
        """Where subprocesses write what they say."""
        return build_dir(ROOT) / "logs"


@dataclass
class Part:
    """What came out of one part. `numbers` have the keys of goals.yml, without the part's name."""

    name: str
    numbers: dict[str, float] = field(default_factory=dict)
    details: dict[str, Any] = field(default_factory=dict)
    error: str | None = None  # why it could not be measured
    seconds: float = 0.0


def in_rasa(arguments: Sequence[str], log: Path) -> int:
    """Runs a Python module of the Rasa environment.

    Args:
        arguments: What follows `python -m`.
        log: Takes all output; Rasa says a lot.

    Returns:
        Its exit code.

    Raises:
        NotMeasured: The environment is not installed.
    """
    if not RASA_PYTHON.exists():
        raise NotMeasured("The Rasa environment is not installed. `make build` does that.")
    log.parent.mkdir(parents=True, exist_ok=True)
    command = [str(RASA_PYTHON), "-m", *arguments]
    with log.open("wb") as out:
        process = start_group(command, cwd=ROOT, output=out, environment=RASA_QUIET)
    _running.append(process)
    code = process.wait()
    _running.remove(process)
    return code


def stop_running() -> None:
    """Ends what `in_rasa` runs in any thread. For the main thread, when it is interrupted."""
    stop_groups(list(_running))


def end_of(log: Path) -> str:
    """The last lines of a log, for a message."""
    return f"The end of {os.path.relpath(log, ROOT)}:\n" + "\n".join(log_tail(log))
