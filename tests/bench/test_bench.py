"""The arithmetic of the benchmark, and its calls against a bot whose answers are known."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.bots import LOOPBACK, BenchError, free_port, running
from bench.measures import MEGABYTE, Memory, Times, memory_of, process_tree, ratio, table
from bench.phrasings import phrasings
from bench.report import comparison_table, goals
from bench.runs import Effort, Results, Subject, measure
from bench.turns import CHECKPOINTS, ActionCall, first_turns, turns_at
from cli.conversations.rest import RestBot
from cli.supervisor import Server
from tests.cli.fake_bot import FakeBot

SERVER = """
import json, sys, time
from http.server import BaseHTTPRequestHandler, HTTPServer
class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        raw = json.dumps([{"text": "hello"}]).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)
time.sleep(0.3)
HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
"""


@pytest.fixture
def bot() -> Iterator[FakeBot]:
    fake = FakeBot()
    yield fake
    fake.stop()


def small_server(port: int, folder: Path) -> Server:
    line = [sys.executable, "-c", SERVER, str(port)]
    return Server("Rasa", line, f"http://{LOOPBACK}:{port}", folder / "log")


def test_percentiles_are_nearest_rank() -> None:
    times = Times(tuple(float(n) for n in range(100, 0, -1)))

    assert (times.p50, times.p95, times.p99) == (50.0, 95.0, 99.0)
    assert Times((7.0,)).p99 == 7.0
    assert len((times + times).milliseconds) == 200


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="needs Linux's /proc")
def test_memory_counts_children() -> None:
    code = (
        "import subprocess, sys, time; a = bytearray(50_000_000);"
        " subprocess.Popen([sys.executable, '-c', 'import time; b = bytearray(50_000_000);"
        " time.sleep(30)']); print('up', flush=True); time.sleep(30)"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, start_new_session=True)
    try:
        assert process.stdout.readline() == b"up\n"
        deadline = time.monotonic() + 10
        while memory_of(process.pid).rss < 100_000_000 and time.monotonic() < deadline:
            time.sleep(0.05)
        assert memory_of(process.pid).rss > 100_000_000
        assert len(process_tree(process.pid)) == 2
    finally:
        os.killpg(process.pid, 9)
        process.wait()
        process.stdout.close()


def test_a_started_bot_is_timed_and_stopped(tmp_path: Path) -> None:
    port = free_port()
    server = small_server(port, tmp_path)

    with running([server], tmp_path, f"http://{LOOPBACK}:{port}", "hi") as started:
        assert started.first_reply.text == "hello"
        assert 0.3 < started.seconds_to_answer < 30
        pid = started.processes["Rasa"].pid
    assert not Path(f"/proc/{pid}").exists() or os.name != "posix"


def test_a_bot_that_ends_names_its_log(tmp_path: Path) -> None:
    server = Server("Rasa", [sys.executable, "-c", "raise SystemExit(3)"], "", tmp_path / "l")

    with (
        pytest.raises(BenchError, match=str(tmp_path / "l")),
        running([server], tmp_path, f"http://{LOOPBACK}:{free_port()}", "hi"),
    ):
        pass


def test_first_turns_are_first_turns(bot: FakeBot) -> None:
    turns = first_turns(RestBot(bot.url), phrasings("hi"), 5)

    assert len(turns.times.milliseconds) == 5
    assert turns.cited == 0
    assert len({sender for sender, _ in bot.heard}) == 5


def test_checkpoints_are_turns_of_one_conversation(bot: FakeBot) -> None:
    turn: dict[str, int] = {}

    def answer(sender: str, text: str) -> list[dict[str, str]]:
        turn[sender] = turn.get(sender, 0) + 1
        time.sleep(0.03 if 30 <= turn[sender] < 33 else 0)
        return [{"text": "ok"}]

    bot.answer = answer

    times = turns_at(RestBot(bot.url), [phrasings("a"), phrasings("b")], 2)

    assert [len(times[checkpoint].milliseconds) for checkpoint in CHECKPOINTS] == [6, 6, 6]
    assert times[30].p50 > 30 > times[100].p50
    assert len(turn) == 2


def results(name: str, milliseconds: float, seconds: float, megabytes: int) -> Results:
    times = Times((milliseconds,) * 3)
    return Results(
        name,
        [seconds],
        {"Rasa": [Memory(megabytes * MEGABYTE, None)]},
        {"kind": times},
        {"kind": times},
        at_turn=dict.fromkeys(CHECKPOINTS, times),
    )


def test_goals_are_ratios_to_the_starter_bot() -> None:
    starter = results("starter", 40.0, 60.0, 1000)

    reached = goals(results("ours", 19.0, 29.0, 590), starter, Times((9.9,)))
    missed = goals(results("ours", 21.0, 31.0, 610), starter, Times((10.1,)))

    assert [goal.row[-1] for goal in reached] == ["reached"] * 4
    assert [goal.row[-1] for goal in missed] == ["missed"] * 4
    assert "0.48 x" in comparison_table(results("ours", 19.0, 29.0, 590), starter)


def test_no_wording_is_asked_twice_in_a_run() -> None:
    many = list(itertools.islice(phrasings("MSL pay?"), 1000))

    assert len(set(many)) == 1000
    assert many[0] == "MSL pay?"
    assert set(itertools.islice(phrasings("hi", vary=False), 3)) == {"hi"}


def test_a_recorded_call_can_be_asked_in_other_words() -> None:
    call = ActionCall("a", b'{"text": "what\\u2019s \\"it\\"?", "x": 1}', 'what\u2019s "it"?')

    assert json.loads(call.asked("other")) == {"text": "other", "x": 1}


def test_rounds_add_up() -> None:
    total = Results("ours")
    total.add(results("ours", 10.0, 20.0, 500))
    total.add(results("ours", 30.0, 40.0, 700))

    assert total.seconds_to_answer == [20.0, 40.0]
    assert len(total.all_first_turns.milliseconds) == 6
    assert len(total.memory["Rasa"]) == 2


def test_tables_are_aligned() -> None:
    lines = table(("", "p50"), [("turn 1", 9.25), ("x", None)]).splitlines()

    assert lines[1] == "| ------ | --: |"
    assert lines[2] == "| turn 1 | 9.2 |"
    assert lines[3] == "| x      |   - |"
    assert ratio(1, 4) == "0.25 x"


def test_measuring_a_bot_fills_every_table(tmp_path: Path) -> None:
    port = free_port()
    server = small_server(port, tmp_path)
    url = f"http://{LOOPBACK}:{port}"

    found = measure(Subject("bot", [server], tmp_path, url, {"greeting": "hi"}), Effort(4, 1))

    assert len(found.first_turn["greeting"].milliseconds) == 4
    assert len(found.understanding["greeting"].milliseconds) == 4
    assert set(found.at_turn) == set(CHECKPOINTS)
    assert found.acting == {}
