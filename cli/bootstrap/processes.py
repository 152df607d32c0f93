"""Child processes that can be stopped with everything they started."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import BinaryIO, Dict, Optional, Sequence

PATIENCE = 5.0  # seconds that a process is given to end by itself before it is killed
_PR_SET_PDEATHSIG = 1


def start_group(
    line: Sequence[str],
    cwd: Path,
    output: BinaryIO,
    environment: Optional[Dict[str, str]] = None,
) -> subprocess.Popen:
    """Starts a command as the head of a process group of its own.

    A terminal's Ctrl-C does not reach it: whoever started it stops it. On Linux it also dies when
    the thread that started it dies, even when that was killed hard.

    Args:
        line: The command and its arguments.
        cwd: The folder it runs in.
        output: Where its standard output and its errors go.
        environment: Variables set beside those of this process.
    """
    return subprocess.Popen(
        list(line),
        cwd=str(cwd),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        env={**os.environ, **(environment or {})},
        start_new_session=True,
        preexec_fn=_die_with_parent(),
    )


def stop_groups(processes: Sequence[subprocess.Popen], patience: Optional[float] = None) -> None:
    """Ends processes of `start_group` with all of their groups. No signal cuts it short.

    Args:
        processes: The heads of the groups; they are asked at once, then waited for.
        patience: Seconds before those that are left are killed; PATIENCE unless given.
    """
    stops = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    handlers = {number: signal.signal(number, signal.SIG_IGN) for number in stops}
    try:
        for process in processes:
            _signal_group(process.pid, signal.SIGTERM)
        deadline = time.monotonic() + (PATIENCE if patience is None else patience)
        for process in processes:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(max(0.0, deadline - time.monotonic()))
        for process in processes:
            # Also after a good end: the head may be gone and its own children still there.
            _signal_group(process.pid, signal.SIGKILL)
            process.wait()
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _signal_group(group: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)


def _die_with_parent():
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl  # loaded here: little is safe after the fork
    parent = os.getpid()

    def ask_to_die_with_parent() -> None:
        prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:  # it died before we could ask
            os._exit(1)

    return ask_to_die_with_parent
