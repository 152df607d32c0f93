"""Two hundred events at once: each answered once, and in order within its thread."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor

from bot.channels.slack.lanes import Lanes
from tests.bot.channels.slack.conftest import channel_message, direct_message

EVENTS, THREADS = 200, 10


def test_a_burst_is_answered_once_each_and_in_order_per_thread(waypoint):
    async def answers(message) -> None:
        await asyncio.sleep(0.002 * (hash(message.text) % 5))  # some take longer than others
        said = {"text": f"answer to {message.text}", "custom": None, "elements": None}
        await message.output_channel.send_response(message.sender_id, said)

    waypoint.handler = answers
    burst = [direct_message(f"question {n}", channel=f"D{n % THREADS}") for n in range(EVENTS)]

    def send_lane(lane: int) -> list:
        """One thread's messages come in order, each of them twice now and then."""
        taken = []
        for n in range(lane, EVENTS, THREADS):
            began = time.monotonic()
            assert waypoint.send(burst[n]).status == 200
            taken.append(time.monotonic() - began)
            if n % 7 == 0:  # Slack repeats itself, signed anew
                headers = {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_error"}
                again = waypoint.send(burst[n], headers=headers, timestamp=int(time.time()) + 5)
                assert again.status == 200
        return taken

    with ThreadPoolExecutor(THREADS) as pool:
        taken = [seconds for lane in pool.map(send_lane, range(THREADS)) for seconds in lane]
    replies = waypoint.replies(EVENTS, seconds=60)
    waypoint.settle()

    found = defaultdict(list)
    for call in waypoint.slack.taken("chat.postMessage"):
        found[call.body["channel"]].append(call.body["text"])
    for lane in range(THREADS):
        assert found[f"D{lane}"] == [f"answer to question {n}" for n in range(lane, EVENTS, THREADS)]
    assert len(replies) == EVENTS
    assert max(taken) < 3.0


def test_a_burst_in_one_thread_keeps_its_order(waypoint):
    first = channel_message("<@UBOT> question 0")
    waypoint.send(first)
    for n in range(1, 60):
        waypoint.send(channel_message(f"question {n}", type="message", thread_ts=first["event"]["ts"]))
    waypoint.replies(60, seconds=30)
    assert [m.text for m in waypoint.asked] == [f"question {n}" for n in range(60)]


def test_one_lane_does_not_wait_for_another():
    async def run() -> list:
        lanes, done = Lanes(), []

        async def slow() -> None:
            await asyncio.sleep(0.2)
            done.append("slow")

        async def quick() -> None:
            done.append("quick")

        lanes.put("a", slow)
        lanes.put("a", quick)
        lanes.put("b", quick)
        await lanes.drain(5)
        return done

    assert asyncio.run(run()) == ["quick", "slow", "quick"]


def test_a_job_that_breaks_does_not_stop_its_lane(caplog):
    async def run() -> list:
        lanes, done = Lanes(), []

        async def breaks() -> None:
            raise RuntimeError("gone")

        async def works() -> None:
            done.append("worked")

        lanes.put("a", breaks)
        lanes.put("a", works)
        await lanes.drain(5)
        return done

    assert asyncio.run(run()) == ["worked"]
    assert "failed" in caplog.text


def test_full_lanes_say_so():
    async def run() -> tuple:
        lanes, go = Lanes(most_waiting=2), asyncio.Event()
        lanes.put("a", go.wait)
        before = lanes.full
        lanes.put("b", go.wait)
        full = lanes.full
        go.set()
        await lanes.drain(5)
        return before, full, lanes.full

    assert asyncio.run(run()) == (False, True, False)
