"""What the web channel adds to a turn: the same questions through it and through REST, in turn.

Both open one connection and keep it. Asked through the web channel, a question begins a
conversation first, outside the measured time, and the answer is taken compressed, as browsers do.
"""

from __future__ import annotations

import gzip
import http.client
import json
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from bench.bots import BenchError
from bench.measures import Times
from cli.conversations.rest import RestBot, new_sender

PREFIX = "/webhooks/web"
# The channel's limits are for people; a benchmark asks as fast as it can.
UNLIMITED = {"WAYPOINT_WEB_RATE": "0"}


@dataclass(frozen=True)
class ChannelTimes:
    """The same kinds of question through both channels, and what crossed the wire."""

    rest: Times
    web: Times
    web_again: Times  # the same message id once more, as after a lost answer
    bytes_sent: tuple[int, ...]  # of each answer, compressed

    def __add__(self, other: ChannelTimes) -> ChannelTimes:
        return ChannelTimes(
            self.rest + other.rest,
            self.web + other.web,
            self.web_again + other.web_again,
            self.bytes_sent + other.bytes_sent,
        )


class WebBot:
    """One connection of one browser."""

    def __init__(self, url: str, timeout: float = 30.0) -> None:
        """Takes the server's address; connects with the first request."""
        parts = urlsplit(url)
        self._connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=timeout)

    def begin(self) -> str:
        """The token of a new conversation."""
        return json.loads(self._post("conversations", {}, {}, 201))["conversation"]

    def say(self, token: str, message_id: str, message: str) -> tuple[float, int]:
        """Sends a message; the milliseconds until the answer was there, and its bytes on the wire.

        Raises:
            BenchError: It was not answered.
        """
        headers = {"Authorization": f"Bearer {token}", "Accept-Encoding": "gzip"}
        began = time.perf_counter()
        raw = self._post("messages", {"id": message_id, "message": message}, headers, 200)
        milliseconds = (time.perf_counter() - began) * 1000
        if not json.loads(gzip.decompress(raw))["answers"]:
            raise BenchError(f"the web channel did not answer {message!r}")
        return milliseconds, len(raw)

    def close(self) -> None:
        """Gives the connection up."""
        self._connection.close()

    def _post(self, path: str, body: object, headers: Mapping[str, str], status: int) -> bytes:
        self._connection.request("POST", f"{PREFIX}/{path}", json.dumps(body).encode(), dict(headers))
        response = self._connection.getresponse()
        raw = response.read()
        if response.status != status:
            raise BenchError(f"the web channel answered with status {response.status}: {raw[:200]!r}")
        return raw


def through_channels(url: str, wordings: Sequence[Iterator[str]], times: int) -> ChannelTimes:
    """First turns through both channels, alternating, so that what else runs hits both.

    Args:
        url: The running server; started with `UNLIMITED`.
        wordings: Each kind of question in ever other words; the kinds are asked in turn.
        times: How often is asked through each channel.

    Raises:
        BenchError: The web channel did not answer.
        BotUnreachable: The REST channel did not.
    """
    rest_bot, web_bot = RestBot(url), WebBot(url)
    rest, web, again, sizes = [], [], [], []
    for number in range(times):
        kind = wordings[number % len(wordings)]
        rest.append(rest_bot.say(new_sender("bench"), next(kind)).milliseconds)
        token, message_id, message = web_bot.begin(), str(uuid.uuid4()), next(kind)
        milliseconds, size = web_bot.say(token, message_id, message)
        web.append(milliseconds)
        sizes.append(size)
        again.append(web_bot.say(token, message_id, message)[0])
    rest_bot.close()
    web_bot.close()
    return ChannelTimes(Times(tuple(rest)), Times(tuple(web)), Times(tuple(again)), tuple(sizes))
