"""What the channel remembers is bounded, whichever bound is met first."""

from __future__ import annotations

import asyncio
from typing import Any, Dict, List

import pytest

from bot.channels.web import turns
from bot.channels.web.turns import Conversations


def answers(text: str = "ok", answer_id: str = "") -> List[Dict[str, Any]]:
    return [{"text": text, "custom": {"answer_id": answer_id, "kind": "roles"}}]


async def say(held: Conversations, name: str, message_id: str, text: str = "ok") -> turns.Turn:
    async def run() -> List[Dict[str, Any]]:
        return answers(text, f"answer-{message_id}")

    turn = held.take(name, message_id, "hi", run)
    await turn.task
    return turn


def test_the_oldest_turns_of_a_conversation_go_first() -> None:
    async def talk() -> None:
        held = Conversations(turns=3)
        for number in range(5):
            await say(held, "a", f"m{number}")
        assert [turn.id for turn in held.since("a", 0)] == ["m2", "m3", "m4"]
        assert not held.known("a", "m1")
        assert held.find_answer("a", "answer-m1") == (None, None)
        assert held.find_answer("a", "answer-m4")[0] == "hi"

    asyncio.run(talk())


def test_the_conversation_silent_longest_goes_first() -> None:
    async def talk() -> None:
        held = Conversations(conversations=2)
        for name in ("a", "b", "a", "c"):
            await say(held, name, f"m-{name}")
        assert [bool(held.since(name, 0)) for name in "abc"] == [True, False, True]

    asyncio.run(talk())


def test_bytes_are_bounded_and_counted_down_again() -> None:
    import random

    async def talk() -> None:
        held = Conversations(size=20_000)
        for number in range(30):
            noise = "".join(random.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=3000))
            await say(held, f"c{number}", "m1", noise)
            assert held._size <= 20_000
        kept = [number for number in range(30) if held.since(f"c{number}", 0)]
        assert kept == list(range(kept[0], 30)) and 3 <= len(kept) <= 10
        for number in kept:
            await held.forget(f"c{number}", nothing)
        assert (held._size, len(held._held)) == (0, 0)

    asyncio.run(talk())


async def nothing() -> None:
    """Forget nothing elsewhere."""


def test_a_conversation_whose_answer_is_awaited_is_kept() -> None:
    async def talk() -> None:
        held = Conversations(conversations=1)
        gate = asyncio.Event()

        async def waits() -> List[Dict[str, Any]]:
            await gate.wait()
            return answers("late")

        waiting = held.take("a", "m1", "hi", waits)
        await asyncio.sleep(0)
        await say(held, "b", "m1")
        assert held.known("a", "m1")
        gate.set()
        await waiting.task
        assert waiting.reply["answers"][0]["text"] == "late"

    asyncio.run(talk())


def test_numbers_grow_even_after_a_conversation_was_dropped() -> None:
    async def talk() -> None:
        held = Conversations(conversations=1)
        first = [(await say(held, "a", f"m{number}")).n for number in range(3)]
        await say(held, "b", "m1")
        assert held.since("a", 0) == []
        again = await say(held, "a", "m9")
        assert [*first, again.n] == sorted({*first, again.n})

    asyncio.run(talk())


def test_a_turn_that_was_cut_off_may_be_sent_again() -> None:
    async def talk() -> None:
        held = Conversations()

        async def hangs() -> List[Dict[str, Any]]:
            await asyncio.sleep(60)
            return answers()

        turn = held.take("a", "m1", "hi", hangs)
        await asyncio.sleep(0)
        turn.task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await turn.task
        assert (await say(held, "a", "m1", "second try")).reply["answers"][0]["text"] == "second try"
        assert held._held["a"].waiting == 0

    asyncio.run(talk())


def test_what_is_known_to_be_forgotten_is_bounded_too(monkeypatch) -> None:
    monkeypatch.setattr(turns, "FORGOTTEN", 3)

    async def talk() -> None:
        held = Conversations()
        for number in range(5):
            await held.forget(f"c{number}", nothing)
        assert [held.is_forgotten(f"c{number}") for number in range(5)] == [False, False, True, True, True]

    asyncio.run(talk())
