"""One bot, started and measured: start, memory, understanding, acting, whole turns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.bots import running
from bench.measures import Memory, Times
from bench.phrasings import phrasings
from bench.turns import (
    acting,
    first_turns,
    recorded_call,
    turns_at,
    understanding,
    warm_up,
)
from bench.web import ChannelTimes, through_channels
from cli.conversations.rest import RestBot
from cli.supervisor import Server


@dataclass(frozen=True)
class Effort:
    """How often things are repeated in one round."""

    calls: int = 100  # of each kind of question, for whole turns, understanding and acting
    conversations: int = 3  # of a hundred turns


QUICK = Effort(calls=30, conversations=1)


@dataclass(frozen=True)
class Subject:
    """A bot to measure.

    `questions` maps a kind of question to its text; the first is asked to see whether the
    bot is ready. `actions_url` is its action server, if it has one.
    """

    name: str
    servers: Sequence[Server]
    folder: Path
    url: str
    questions: Mapping[str, str]
    actions_url: str | None = None
    vary: bool = True  # ask in other words each time; see bench/phrasings.py
    web: bool = False  # it has our web channel, too


@dataclass
class Results:
    """What one or more rounds with a bot gave."""

    name: str
    seconds_to_answer: list[float] = field(default_factory=list)
    memory: dict[str, list[Memory]] = field(default_factory=dict)
    first_turn: dict[str, Times] = field(default_factory=dict)
    understanding: dict[str, Times] = field(default_factory=dict)
    acting: dict[str, Times] = field(default_factory=dict)
    cited: int = 0  # answers among all first turns that cited something
    at_turn: dict[int, Times] = field(default_factory=dict)
    channels: ChannelTimes | None = None

    def add(self, other: Results) -> None:
        """Takes another round in."""
        self.seconds_to_answer += other.seconds_to_answer
        self.cited += other.cited
        for name, sizes in other.memory.items():
            self.memory.setdefault(name, []).extend(sizes)
        for kind in ("first_turn", "understanding", "acting", "at_turn"):
            mine = getattr(self, kind)
            for key, times in getattr(other, kind).items():
                mine[key] = mine[key] + times if key in mine else times
        if other.channels:
            self.channels = self.channels + other.channels if self.channels else other.channels

    @property
    def all_first_turns(self) -> Times:
        """Whole first turns of all kinds of question together."""
        return sum(self.first_turn.values(), Times(()))


def measure(subject: Subject, effort: Effort) -> Results:
    """Starts a bot, measures it once and stops it.

    Raises:
        BenchError: It did not start.
        BotUnreachable: It stopped answering.
    """
    results = Results(subject.name)
    questions = list(subject.questions.values())
    with running(subject.servers, subject.folder, subject.url, questions[0]) as started:
        results.seconds_to_answer.append(started.seconds_to_answer)
        bot = RestBot(subject.url)
        warm_up(bot, questions)
        wordings = {k: phrasings(q, vary=subject.vary) for k, q in subject.questions.items()}
        for kind, texts in wordings.items():
            turns = first_turns(bot, texts, effort.calls)
            results.first_turn[kind], results.cited = turns.times, results.cited + turns.cited
            results.understanding[kind] = understanding(bot, texts, effort.calls)
        if subject.actions_url:
            _measure_actions(subject, bot, wordings, effort, results)
        if subject.web:
            results.channels = through_channels(subject.url, list(wordings.values()), effort.calls)
        results.at_turn = turns_at(bot, list(wordings.values()), effort.conversations)
        for name, memory in started.memory().items():
            if memory:
                results.memory[name] = [memory]
        bot.close()
    return results


def _measure_actions(
    subject: Subject,
    bot: RestBot,
    wordings: Mapping[str, Iterator[str]],
    effort: Effort,
    results: Results,
) -> None:
    actions = RestBot(subject.actions_url or "")
    for kind, question in subject.questions.items():
        call = recorded_call(bot, question)
        results.acting[kind] = acting(actions, call, wordings[kind], effort.calls)
    actions.close()
