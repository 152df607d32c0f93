"""How long a reader needs for a text, where a loop without end must not pass unnoticed."""

from __future__ import annotations

import time
from collections.abc import Callable


def seconds_of(read: Callable[[], object], most: float) -> float:
    """The processor's time of this thread; the least of three runs where one took more than `most`.

    A collection of garbage or a lazily loaded model may fall into one run; a slow loop is in each of them.
    """
    least = float("inf")
    for _ in range(3):
        started = time.thread_time()
        read()
        least = min(least, time.thread_time() - started)
        if least <= most:
            break
    return least
