"""How often anyone may ask: token buckets by conversation and by address. Knows no HTTP."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import Callable, Dict, Sequence, Tuple

BUCKETS = 20_000  # of each kind; the one not used longest goes first


@dataclass(frozen=True)
class Rate:
    """`burst` at once, and then `a_minute`."""

    burst: float
    a_minute: float


class Buckets:
    """One bucket for each key; a full one where there is none yet."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._levels: "OrderedDict[str, Tuple[float, float]]" = OrderedDict()  # level, when

    def wait(self, key: str) -> float:
        """Return the seconds until the key may take one more, 0 for now; takes nothing."""
        return max(0.0, (1.0 - self._level(key)) * 60.0 / self._rate.a_minute)

    def take(self, key: str) -> None:
        """Take one out of the key's bucket."""
        self._levels[key] = (self._level(key) - 1.0, self._clock())
        self._levels.move_to_end(key)
        while len(self._levels) > BUCKETS:
            self._levels.popitem(last=False)

    def _level(self, key: str) -> float:
        level, when = self._levels.get(key, (self._rate.burst, self._clock()))
        return min(self._rate.burst, level + (self._clock() - when) * self._rate.a_minute / 60.0)


class Limits:
    """All limits of the channel, in proportion to the questions a minute of one conversation.

    A clinic's staff may share one address, so an address may do several times what a
    conversation may.
    """

    def __init__(self, questions_a_minute: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Set the limits; 0 questions a minute means that there are none."""
        a_minute = questions_a_minute
        rates = {
            "question": Rate(a_minute / 2, a_minute),  # of a conversation
            "questions from address": Rate(a_minute * 2, a_minute * 4),
            "feedback": Rate(a_minute / 2, a_minute),
            "feedback from address": Rate(a_minute, a_minute * 2),
            "catching up": Rate(a_minute, a_minute),  # dear: all that is remembered, unpacked
            "catching up from address": Rate(a_minute * 2, a_minute * 4),
            "new conversation from address": Rate(a_minute, a_minute / 2),
            "shortlist": Rate(a_minute, a_minute),  # of a person: looks and exports
            "shortlist from address": Rate(a_minute * 2, a_minute * 4),
            "request from address": Rate(a_minute * 10, a_minute * 20),
        }
        self._buckets: Dict[str, Buckets] = {}
        if a_minute:
            one = {kind: Rate(max(1.0, rate.burst), rate.a_minute) for kind, rate in rates.items()}
            self._buckets = {kind: Buckets(rate, clock) for kind, rate in one.items()}

    def take(self, wanted: Sequence[Tuple[str, str]]) -> float:
        """Take one out of each bucket (kind, key), or out of none of them.

        Returns:
            Seconds to wait where one is empty; 0 when all were taken from.
        """
        if not self._buckets:
            return 0.0
        wait = max(self._buckets[kind].wait(key) for kind, key in wanted)
        if not wait:
            for kind, key in wanted:
                self._buckets[kind].take(key)
        return wait


def client_address(peer: str, forwarded: Sequence[str], proxies: int) -> str:
    """Return the address that limits count by.

    Args:
        peer: Who opened the connection.
        forwarded: All X-Forwarded-For headers of the request, in order.
        proxies: How many proxies in front are trusted; each has appended whom it was called
            by. What stands further left may be made up by the caller.

    Returns:
        An address, of IPv6 its network (a home has 2^64 of them); `peer` when no proxy is
        trusted or the headers do not reach that far.
    """
    hops = [hop.strip() for header in forwarded for hop in header.split(",")]
    address = hops[-proxies] if 0 < proxies <= len(hops) else peer
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return peer
    if isinstance(parsed, ipaddress.IPv6Address):
        mapped = parsed.ipv4_mapped
        return str(mapped or ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)
