"""The process that reads files, as seen from outside: started once, used for many, ended when it fails.

A file that exhausts it, crashes it or keeps it busy costs that one file: the next gets a new process.
"""

from __future__ import annotations

import atexit
import dataclasses
import json
import os
import selectors
import subprocess
import sys
import threading
import time
from pathlib import Path

from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.reading import SAVE_LESS, About, RawBlock, Reading, Unreadable

_ROOT = Path(__file__).resolve().parents[3]
_STARTING = 60.0  # seconds until a new process must be ready
_FILES = 200  # of one process; libraries keep a little of each
_LONG = 5.0  # seconds: a file that takes longer leaves a process behind that holds much memory
# Of the environment, only what Python needs to find itself and its libraries: no secret is any file's business.
_ENVIRONMENT = ("PATH", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT")


class _Stopped(Exception):
    """The process gave no answer."""


class Worker:
    """One reading process; calls of several threads wait for each other."""

    def __init__(self) -> None:
        self._process: subprocess.Popen | None = None
        self._lock = threading.Lock()
        self._files = 0
        self._owner = os.getpid()
        atexit.register(self.stop)

    def read(self, data: bytes, suffix: str, limits: Limits) -> Reading:
        """Read a file's bytes there.

        Raises:
            Unreadable: As said by its reader, or because it took too long, too much, or crashed the process.
        """
        with self._lock:
            if self._owner != os.getpid():
                # After a fork, the process and its pipes are the parent's.
                self._process, self._owner = None, os.getpid()
            began = time.monotonic()
            try:
                answer = self._ask(data, suffix, limits)
            except BaseException:
                self._end()
                raise
            self._files += 1
            if self._files >= _FILES or time.monotonic() - began > _LONG:
                self._end()
        return _reading(answer)

    def stop(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _ask(self, data: bytes, suffix: str, limits: Limits) -> dict:
        request = {"length": len(data), "suffix": suffix, "limits": dataclasses.asdict(limits)}
        try:
            if self._process is None or self._process.poll() is not None:
                self._process = self._started()
                _Exchange(self._process, _STARTING, limits).run(b"")
            return json.loads(
                _Exchange(self._process, limits.seconds, limits).run(json.dumps(request).encode() + b"\n" + data)
            )
        except TimeoutError as error:
            raise Unreadable(f"takes longer than {limits.seconds:.0f} seconds to read", SAVE_LESS) from error
        except _Stopped as error:
            raise Unreadable("makes its reader fail: it is damaged, or made to do so", SAVE_LESS) from error

    def _started(self) -> subprocess.Popen:
        self._end()
        environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        command = [sys.executable, "-m", "knowledge.importing.reading.worker"]
        self._files = 0
        return subprocess.Popen(
            command, cwd=_ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, bufsize=0, start_new_session=True,
        )

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


class _Exchange:
    """Sends one request and takes its answer, neither of them without end."""

    def __init__(self, process: subprocess.Popen, seconds: float, limits: Limits) -> None:
        self._process = process
        self._until = time.monotonic() + seconds
        # An answer holds each character up to a few times, written as JSON escapes at worst.
        self._most = limits.characters * 24 + 10_000_000

    def run(self, request: bytes) -> bytes:
        """The answer.

        Raises:
            TimeoutError: The clock ran out.
            _Stopped: The process ended, or answered nonsense.
        """
        received = bytearray()
        left = memoryview(request)
        writing, reading = self._process.stdin, self._process.stdout
        os.set_blocking(writing.fileno(), False)
        os.set_blocking(reading.fileno(), False)
        with selectors.DefaultSelector() as selector:
            if left:
                selector.register(writing, selectors.EVENT_WRITE)
            selector.register(reading, selectors.EVENT_READ)
            while (answer := self._whole(received)) is None:
                remaining = self._until - time.monotonic()
                if remaining <= 0:
                    raise TimeoutError
                for key, _ in selector.select(min(remaining, 1.0)):
                    if key.fileobj is reading:
                        received += self._taken(reading.fileno())
                    else:
                        left = self._given(writing.fileno(), left)
                        if not left:
                            selector.unregister(writing)
        return answer

    def _taken(self, handle: int) -> bytes:
        try:
            part = os.read(handle, 1 << 20)
        except BlockingIOError:
            return b""
        if not part:
            raise _Stopped
        return part

    def _given(self, handle: int, left: memoryview) -> memoryview:
        try:
            return left[os.write(handle, left[: 1 << 16]) :]
        except BlockingIOError:
            return left
        except BrokenPipeError as error:
            raise _Stopped from error

    def _whole(self, received: bytearray) -> bytes | None:
        if len(received) > self._most:
            raise _Stopped
        head, found, _ = received[:20].partition(b"\n")
        if not found:
            if len(received) >= 20:
                raise _Stopped
            return None
        if not head.isdigit():
            raise _Stopped
        length = int(head)
        return bytes(received[len(head) + 1 :]) if len(received) - len(head) - 1 >= length else None


def _reading(answer: dict) -> Reading:
    if "reading" in answer:
        read = answer["reading"]
        blocks = [
            RawBlock(b["kind"], b["text"], b["level"], tuple(b["cells"]), tuple(b["header"]), b["table"])
            for b in read["blocks"]
        ]
        return Reading(read["format"], blocks, About(**read["about"]), read["dropped"], read["warnings"])
    if "failed" in answer:
        raise Unreadable(f"could not be read ({answer['failed']})", "save it in another format and import that")
    raise Unreadable(answer["reason"], answer["instead"])
