"""How long answers take: understanding, acting, and a whole turn over REST."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bench.bots import BenchError
from bench.measures import Times
from cli.conversations.rest import RestBot, new_sender

CHECKPOINTS = (1, 30, 100)  # turns of one conversation
REST_PREFIX = "rest:"  # our REST channel puts it before the sender, see bot/channels/turn.py


def repeat(times: int, call: Callable[[], object]) -> Times:
    """Calls so many times, and takes the milliseconds of each."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        call()
        taken.append((time.perf_counter() - started) * 1000)
    return Times(tuple(taken))


def warm_up(bot: RestBot, questions: Sequence[str], rounds: int = 5) -> None:
    """Lets both sides load what they load at the first question of a kind."""
    for _ in range(rounds):
        sender = new_sender("bench")
        for question in questions:
            bot.say(sender, question)


@dataclass(frozen=True)
class Turns:
    """Whole turns of one kind of question, and how many of the answers cited something."""

    times: Times
    cited: int


def first_turns(bot: RestBot, wordings: Iterator[str], times: int) -> Turns:
    """Whole turns of conversations that begin with the question, each in its next wording."""
    replies = [bot.say(new_sender("bench"), next(wordings)) for _ in range(times)]
    cited = sum(bool((reply.custom or {}).get("citations")) for reply in replies)
    return Turns(Times(tuple(reply.milliseconds for reply in replies)), cited)


def turns_at(
    bot: RestBot, questions: Sequence[Iterator[str]], conversations: int, *, window: int = 3
) -> dict[int, Times]:
    """Whole turns at the start, at turn 30 and at turn 100 of conversations.

    Args:
        bot: Where to ask.
        questions: Wordings of each question; the questions are asked in turn.
        conversations: How many conversations are held for that.
        window: How many turns around a checkpoint count as being there.

    Returns:
        The times by checkpoint.
    """
    taken: dict[int, list[float]] = {checkpoint: [] for checkpoint in CHECKPOINTS}
    for number in range(conversations):
        sender = new_sender("bench")
        for turn in range(1, CHECKPOINTS[-1] + window):
            question = next(questions[(turn + number) % len(questions)])
            milliseconds = bot.say(sender, question).milliseconds
            for checkpoint in CHECKPOINTS:
                if checkpoint <= turn < checkpoint + window:
                    taken[checkpoint].append(milliseconds)
    return {checkpoint: Times(tuple(values)) for checkpoint, values in taken.items()}


def understanding(bot: RestBot, wordings: Iterator[str], times: int) -> Times:
    """NLU alone: the server's /model/parse (needs its HTTP API)."""
    bodies = iter([json.dumps({"text": next(wordings)}).encode() for _ in range(times)])
    return repeat(times, lambda: bot.post("/model/parse", next(bodies)))


@dataclass(frozen=True)
class ActionCall:
    """One call that Rasa makes to the action server, as it can be made again."""

    action: str
    body: bytes
    question: str

    def asked(self, wording: str) -> bytes:
        """The same call with the question in other words."""
        written, other = (json.dumps(text)[1:-1].encode() for text in (self.question, wording))
        return self.body.replace(written, other)


def recorded_call(bot: RestBot, question: str) -> ActionCall:
    """Asks a question and rebuilds the call of the action that answered it.

    The tracker is that of the moment before the action, read back over the HTTP API.

    Raises:
        BenchError: No custom action answered.
    """
    sender = new_sender("bench")
    bot.say(sender, question)
    conversation = f"{REST_PREFIX}{sender}"
    events = bot.get(f"/conversations/{conversation}/tracker")["events"]
    ran = [e for e in events if e["event"] == "action" and e["name"].startswith("action_")]
    answered = [e for e in ran if e["name"] not in ("action_listen", "action_session_start")]
    if not answered:
        raise BenchError(f"no custom action answered {question!r}")
    heard = next(e for e in reversed(events) if e["event"] == "user")
    until = heard["timestamp"] + 1e-6
    tracker = bot.get(f"/conversations/{conversation}/tracker?until={until:.7f}")
    name = answered[0]["name"]
    call = {"next_action": name, "sender_id": conversation, "tracker": tracker}
    call |= {"domain": {}, "version": "bench"}
    return ActionCall(name, json.dumps(call).encode(), question)


def acting(actions: RestBot, call: ActionCall, wordings: Iterator[str], times: int) -> Times:
    """The action server alone, called as Rasa calls it."""
    bodies = iter([call.asked(next(wordings)) for _ in range(times)])
    return repeat(times, lambda: actions.post("/webhook", next(bodies)))
