"""`python3 -m cli.bootstrap [environments]`: makes what is missing or out of date.

The Makefile calls it before everything else. When all is in place it says nothing.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from pathlib import Path
from typing import Iterator, List

ROOT = Path(__file__).resolve().parents[2]

if sys.version_info < (3, 8):  # what follows would not even be read
    sys.exit("Waypoint needs Python 3.11 or newer, and Python 3.8 to say so well.")

from cli.bootstrap.console import Progress  # noqa: E402
from cli.bootstrap.environments import check_room, environment_steps, forget_half_installed  # noqa: E402
from cli.bootstrap.problems import Problem  # noqa: E402
from cli.bootstrap.steps import Step, run_steps  # noqa: E402
from cli.build_steps import all_steps, build_dir  # noqa: E402


def main(arguments: List[str]) -> int:
    """Makes everything, or only the environments.

    Returns:
        The exit code: 0, 1 after a problem that the person was told, 130 when interrupted.
    """
    signal.signal(signal.SIGTERM, _interrupt)
    steps = environment_steps(ROOT) if "environments" in arguments else all_steps(ROOT)
    try:
        with _one_at_a_time(build_dir(ROOT) / ".lock"):
            _build(steps)
    except Problem as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from here.", file=sys.stderr)
        return 130
    except OSError as error:
        print(f"\n{error}\nPut that right and run the same command again.", file=sys.stderr)
        return 1
    return 0


def _build(steps: List[Step]) -> None:
    forget_half_installed(ROOT)
    if any(step.is_due(ROOT) for step in steps):
        installs = [step for step in steps if step.name.startswith("install-")]
        check_room(ROOT, installs)
        print("Preparing Waypoint; the first time takes several minutes.", file=sys.stderr)
        run_steps(ROOT, steps, build_dir(ROOT) / "logs", Progress())


@contextlib.contextmanager
def _one_at_a_time(lock: Path) -> Iterator[None]:
    """Waits while another make builds in the same folder."""
    try:
        import fcntl
    except ImportError:
        raise Problem("Waypoint runs on Linux and macOS (on Windows: inside WSL).") from None
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another build is under way here; waiting for it.", file=sys.stderr)
            fcntl.flock(file, fcntl.LOCK_EX)
        # The lock goes with the process, also when it is killed; nothing is left to clean up.
        yield


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    os.chdir(str(ROOT))
    sys.exit(main(sys.argv[1:]))
