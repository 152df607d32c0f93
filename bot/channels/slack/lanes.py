"""Work behind the acknowledgement: a conversation's questions in order, conversations at once.

Slack waits three seconds, so nothing is answered inside its request.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from typing import Awaitable, Callable, Deque, Dict, Set

logger = logging.getLogger(__name__)

MOST_WAITING = 2_000

Job = Callable[[], Awaitable[None]]


class Lanes:
    """Runs jobs; those of one key one after the other, in the order in which they came."""

    def __init__(self, most_waiting: int = MOST_WAITING) -> None:
        self._most_waiting = most_waiting
        self._lanes: Dict[str, Deque[Job]] = {}
        self._tasks: Set["asyncio.Task[None]"] = set()
        self._waiting = 0

    @property
    def full(self) -> bool:
        """Whether nothing more can be taken on now."""
        return self._waiting >= self._most_waiting

    def put(self, key: str, job: Job) -> None:
        """Take a job on. It must see to its own errors; one that escapes is logged."""
        self._waiting += 1
        lane = self._lanes.get(key)
        if lane is not None:
            lane.append(job)
            return
        self._lanes[key] = deque([job])
        task = asyncio.get_running_loop().create_task(self._run(key))
        self._tasks.add(task)  # the loop itself holds tasks weakly
        task.add_done_callback(self._tasks.discard)

    async def drain(self, seconds: float) -> None:
        """Let what was taken on come to its end, for at most so long."""
        if self._tasks:
            await asyncio.wait(set(self._tasks), timeout=seconds)

    async def _run(self, key: str) -> None:
        lane = self._lanes[key]
        while lane:
            try:
                await lane[0]()
            except Exception:
                logger.exception("A piece of work for Slack failed.")
            finally:
                lane.popleft()
                self._waiting -= 1
        del self._lanes[key]
