"""What the channel remembers, for a while and never more than so much.

Ids, threads, the rest of long answers: gone with the process. Which conversation a button goes on
with must survive, so it stands in Slack's own messages.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import Callable, Generic, Hashable, Optional, Tuple, TypeVar

HOUR = 3600.0
Value = TypeVar("Value")
Clock = Callable[[], float]


class Kept(Generic[Value]):
    """Values by key; the oldest go first when there are too many or their time is over."""

    def __init__(self, *, seconds: float, most: int, clock: Clock = time.monotonic) -> None:
        """Create an empty store.

        Args:
            seconds: How long a value is kept after it was last put or touched.
            most: How many are kept at once.
            clock: Seconds, for tests.
        """
        self._seconds, self._most, self._clock = seconds, most, clock
        self._values: "OrderedDict[Hashable, Tuple[float, Value]]" = OrderedDict()

    def put(self, key: Hashable, value: Value) -> None:
        """Keep a value, in the place of an older one under the same key."""
        self._values.pop(key, None)
        self._values[key] = (self._clock() + self._seconds, value)
        self._drop_old()

    def get(self, key: Hashable) -> Optional[Value]:
        """Return a value, None when it is not there or no longer."""
        self._drop_old()
        found = self._values.get(key)
        return found[1] if found else None

    def pop(self, key: Hashable) -> None:
        """Forget a value, if it is there."""
        self._values.pop(key, None)

    def drop(self, unwanted: Callable[[Value], bool]) -> None:
        """Forget all values that are unwanted."""
        for key in [key for key, (_, value) in self._values.items() if unwanted(value)]:
            del self._values[key]

    def __len__(self) -> int:
        self._drop_old()
        return len(self._values)

    def _drop_old(self) -> None:
        now = self._clock()
        while self._values:
            key, (until, _) = next(iter(self._values.items()))
            if until > now and len(self._values) <= self._most:
                return
            del self._values[key]


class Remembered:
    """Keys that were seen lately."""

    def __init__(self, *, seconds: float, most: int, clock: Clock = time.monotonic) -> None:
        """Remember nothing yet; for the arguments see `Kept`."""
        self._kept: Kept[bool] = Kept(seconds=seconds, most=most, clock=clock)

    def add(self, key: Hashable) -> bool:
        """Remember a key; return whether it is new."""
        if self._kept.get(key):
            return False
        self._kept.put(key, True)
        return True

    def touch(self, key: Hashable) -> None:
        """Remember a key from now on, seen before or not."""
        self._kept.put(key, True)

    def discard(self, key: Hashable) -> None:
        """Forget a key."""
        self._kept.pop(key)

    def __contains__(self, key: Hashable) -> bool:
        return bool(self._kept.get(key))

    def __len__(self) -> int:
        return len(self._kept)
