"""The web channel's part of the benchmark, against a server whose times are known."""

from __future__ import annotations

import gzip
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from bench.bots import BenchError
from bench.measures import Times
from bench.phrasings import phrasings
from bench.report import channels_table
from bench.web import ChannelTimes, WebBot, through_channels


class Channels:
    """Answers over REST after 5 ms, over the web after 25, and known ids at once."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.answers: list[Any] = [{"text": "ok"}]
        known: set[str] = set()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                if self.path == "/webhooks/rest/webhook":
                    time.sleep(0.005)
                    outer.asked.append(("rest", body["message"]))
                    return self._send(200, json.dumps(outer.answers).encode())
                if self.path.endswith("/conversations"):
                    return self._send(201, b'{"conversation": "token"}')
                if self.headers["Authorization"] != "Bearer token":
                    return self._send(401, b"{}")
                if body["id"] not in known:
                    known.add(body["id"])
                    outer.asked.append(("web", body["message"]))
                    time.sleep(0.025)
                self._send(200, gzip.compress(json.dumps({"answers": outer.answers}).encode()))

            def _send(self, status: int, raw: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

            def log_message(self, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()


@pytest.fixture
def channels() -> Iterator[Channels]:
    started = Channels()
    yield started
    started.server.shutdown()
    started.server.server_close()


def test_both_channels_are_asked_the_same_kinds_in_turn(channels: Channels) -> None:
    found = through_channels(channels.url, [phrasings("a"), phrasings("b")], 4)

    assert [channel for channel, _ in channels.asked] == ["rest", "web"] * 4
    kinds = [message[0].lower() for _, message in channels.asked]
    assert kinds[0::2] == kinds[1::2]
    assert len({message for _, message in channels.asked}) == 8
    assert len(found.bytes_sent) == len(found.web.milliseconds) == 4


def test_times_are_those_of_the_channel(channels: Channels) -> None:
    found = through_channels(channels.url, [phrasings("a")], 3)

    assert found.rest.p50 >= 5
    assert min(found.web.milliseconds) >= 25
    assert min(found.web_again.milliseconds) < 25


def test_a_channel_that_does_not_answer_is_told(channels: Channels) -> None:
    bot = WebBot(channels.url)
    with pytest.raises(BenchError, match="401"):
        bot.say("another token", "message-1", "hi")
    channels.answers = []
    with pytest.raises(BenchError, match="did not answer"):
        bot.say("token", "message-2", "hi")
    bot.close()


def test_the_table_names_each_channel_and_the_size() -> None:
    one = ChannelTimes(Times((1.0,)), Times((2.0,)), Times((0.5,)), (3_000,))
    lines = channels_table(one + one).splitlines()

    assert [line.split("|")[1].strip() for line in lines[2:5]] == ["REST", "web", "web, the same message again"]
    assert lines[-1] == "An answer to a browser: 3.0 kB, compressed (median)"
