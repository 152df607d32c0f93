"""Says what goes on: a line that moves on a terminal, one line a step anywhere else."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path
from typing import Dict, List, Optional, TextIO

_FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_CLEAR_LINE = "\r\033[K"
_WIDEST = 300  # characters of a log's line that a message shows
_HEARTBEAT = 60.0  # seconds between signs of life where no line can move


class Progress:
    """Shows the steps under way and how long each has taken."""

    def __init__(self, out: Optional[TextIO] = None) -> None:
        self._out = out or sys.stderr
        self._moving = self._out.isatty()
        self._running: Dict[str, float] = {}
        self._logs: Dict[str, Optional[Path]] = {}
        self._spoke = time.monotonic()
        self._frame = 0

    def start(self, title: str, log: Optional[Path] = None) -> None:
        """A step begins; the last line of its log is shown beside it on a terminal."""
        self._running[title] = time.monotonic()
        self._logs[title] = log
        if not self._moving:
            self._say(f"  … {title}")

    def finish(self, title: str, good: bool = True) -> None:
        """A step ended."""
        seconds = time.monotonic() - self._running.pop(title)
        self._say(f"  {'✓' if good else '✗'} {title} ({duration(seconds)})")

    def tick(self) -> None:
        """Call it often while steps run."""
        now = time.monotonic()
        if self._moving:
            self._frame += 1
            self._out.write(_CLEAR_LINE + self._moving_line(now))
            self._out.flush()
        elif now - self._spoke > _HEARTBEAT:
            under_way = (f"{t} ({duration(now - began)})" for t, began in self._running.items())
            self._say("  … still at it: " + ", ".join(under_way))

    def close(self) -> None:
        """Takes the moving line away."""
        if self._moving:
            self._out.write(_CLEAR_LINE)
            self._out.flush()

    def _say(self, line: str) -> None:
        self._out.write((_CLEAR_LINE if self._moving else "") + line + "\n")
        self._out.flush()
        self._spoke = time.monotonic()

    def _moving_line(self, now: float) -> str:
        parts = [f"{title} {duration(now - began)}" for title, began in self._running.items()]
        line = "  " + _FRAMES[self._frame % len(_FRAMES)] + " " + " · ".join(parts)
        if len(self._running) == 1:
            line += "  " + _last_line(self._logs[next(iter(self._running))])
        return line[: shutil.get_terminal_size().columns - 1]


def duration(seconds: float) -> str:
    """Seconds as a person says them: `8 s`, `2 min 05 s`."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    return f"{whole // 60} min {whole % 60:02d} s"


def log_tail(log: Path, lines: int = 15) -> List[str]:
    """The end of a log, indented, for a message; of a progress bar only its last state."""
    # As bytes: reading as text would make a line of every carriage return.
    text = log.read_bytes().decode(errors="replace").rstrip()
    shown = [line.split("\r")[-1][:_WIDEST] for line in text.split("\n") if line.strip()]
    return ["  " + line for line in shown[-lines:]] or ["  (it is empty)"]


def _last_line(log: Optional[Path]) -> str:
    """The last full line of a log; only its end is read, as this happens ten times a second."""
    if log is None:
        return ""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - 400))
            lines = file.read().decode(errors="replace").split("\n")
    except OSError:
        return ""
    return lines[-2].split("\r")[-1].strip() if len(lines) > 1 else ""
