"""The process that reads files: started by `isolation`, limited by the system, given nothing but bytes.

It reads one request after the other from standard input and writes one answer each: a line of JSON
with the length of what follows, then that. It opens no file of its own.
"""

from __future__ import annotations

import dataclasses
import json
import os
import resource
import sys
from typing import BinaryIO

from knowledge.importing.reading.formats import read_bytes
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.reading import Unreadable


def main() -> None:
    """Answer requests until standard input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    # What a library prints must not end up between the answers.
    os.dup2(2, 1)
    requests = sys.stdin.buffer
    sys.setrecursionlimit(4000)
    _send(answers, b"ready")
    while line := requests.readline(10_000):
        request = json.loads(line)
        limits = Limits(**request["limits"])
        _limit(limits)
        answer = json.dumps(_answer(requests.read(request["length"]), request["suffix"], limits)).encode("ascii")
        _send(answers, answer)


def _answer(data: bytes, suffix: str, limits: Limits) -> dict:
    try:
        return {"reading": dataclasses.asdict(read_bytes(data, suffix, limits))}
    except Unreadable as error:
        return {"reason": error.reason, "instead": error.instead}
    except MemoryError:
        return {"reason": "needs more memory than a text does", "instead": "save the article alone and import that"}
    except RecursionError:
        return {"reason": "is nested too deep", "instead": "save the article alone and import that"}
    except Exception as error:
        # A reader that stumbles over a file must not take the others with it; the name of the error helps to mend it.
        return {"failed": type(error).__name__}


def _send(answers: BinaryIO, answer: bytes) -> None:
    answers.write(b"%d\n" % len(answer))
    answers.write(answer)
    answers.flush()


def _limit(limits: Limits) -> None:
    """Bounds that hold even when a library runs wild. macOS takes not all of them; the clock of the caller is left."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime + limits.seconds) + 1
    _set(resource.RLIMIT_CPU, seconds)
    _set(resource.RLIMIT_AS, limits.memory_bytes)
    _set(resource.RLIMIT_CORE, 0)
    _set(resource.RLIMIT_FSIZE, 0)


def _set(which: int, value: int) -> None:
    try:
        _, hard = resource.getrlimit(which)
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(which, (bound, hard))
    except (ValueError, OSError):
        pass


if __name__ == "__main__":
    main()
