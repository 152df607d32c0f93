"""The tables that `waypoint bench` prints, goals beside results."""

from __future__ import annotations

import platform
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.measures import MEGABYTE, Memory, Times, ratio, table
from bench.runs import Results
from bench.web import ChannelTimes

LATENCY_HEAD = ("ms", "p50", "p95", "p99", "calls")


@dataclass(frozen=True)
class Goal:
    """What was aimed for and what came out, in one unit."""

    text: str
    limit: float
    reached: float

    @property
    def row(self) -> tuple[str, str, str, str]:
        """For the table of goals."""
        verdict = "reached" if self.reached <= self.limit else "missed"
        return (self.text, f"<= {self.limit:.2f}", f"{self.reached:.2f}", verdict)


def latency_table(times: Mapping[str, Times]) -> str:
    """Percentiles of several kinds of call."""
    return table(LATENCY_HEAD, (latency_row(name, one) for name, one in times.items()))


def latency_row(name: str, times: Times) -> tuple[str, float, float, float, int]:
    """One line of percentiles, in milliseconds."""
    return (name, times.p50, times.p95, times.p99, len(times.milliseconds))


def bot_tables(results: Results) -> str:
    """Everything about one bot."""
    parts = [f"### {results.name}", "Whole turn over REST, first turn of a conversation"]
    parts.append(latency_table(results.first_turn))
    if results.cited:
        calls = len(results.all_first_turns.milliseconds)
        parts.append(f"{results.cited} of {calls} answers cited their sources.")
    parts.append("Whole turn at the start and late in one conversation, all kinds in turn")
    parts.append(latency_table({f"turn {n}": times for n, times in results.at_turn.items()}))
    parts.append("Understanding alone (/model/parse)")
    parts.append(latency_table(results.understanding))
    if results.acting:
        parts.append("Action server alone (the same calls as Rasa makes)")
        parts.append(latency_table(results.acting))
    if results.channels:
        parts += ["Whole first turn by channel, all kinds in turn", channels_table(results.channels)]
    parts.append("Memory after these runs, and start")
    parts.append(table(("", "RSS MB", "PSS MB"), memory_rows(results)))
    seconds = ", ".join(f"{value:.1f}" for value in results.seconds_to_answer)
    parts.append(f"Start to first answer: {seconds} s")
    return "\n\n".join(parts)


def channels_table(times: ChannelTimes) -> str:
    """What the web channel adds, and what a browser receives."""
    rows = {"REST": times.rest, "web": times.web, "web, the same message again": times.web_again}
    size = statistics.median(times.bytes_sent) / 1000
    return f"{latency_table(rows)}\n\nAn answer to a browser: {size:.1f} kB, compressed (median)"


def memory_rows(results: Results) -> Iterable[tuple[str, float, float | None]]:
    """Median of the rounds, for each process."""
    for name, sizes in results.memory.items():
        pss = [size.pss for size in sizes if size.pss]
        median_pss = statistics.median(pss) / MEGABYTE if pss else None
        yield name, statistics.median(size.rss for size in sizes) / MEGABYTE, median_pss


def comparison_table(ours: Results, starter: Results) -> str:
    """Both bots in one table with the ratio of ours to the starter's."""
    rows: list[Sequence[object]] = []
    hi, cited = starter.all_first_turns, ours.all_first_turns
    for name in ("p50", "p95", "p99"):
        mine, theirs = getattr(cited, name), getattr(hi, name)
        rows.append((f"whole first turn, {name}, ms", mine, theirs, ratio(mine, theirs)))
    for turn in ours.at_turn:
        mine, theirs = ours.at_turn[turn].p95, starter.at_turn[turn].p95
        rows.append((f"whole turn {turn}, p95, ms", mine, theirs, ratio(mine, theirs)))
    mine, theirs = _all(ours.understanding).p95, _all(starter.understanding).p95
    rows.append(("understanding, p95, ms", mine, theirs, ratio(mine, theirs)))
    mine, theirs = (statistics.median(r.seconds_to_answer) for r in (ours, starter))
    rows.append(("start to first answer, s", mine, theirs, ratio(mine, theirs)))
    if ours.memory and starter.memory:
        mine, theirs = _rasa_memory(ours), _rasa_memory(starter)
        rows.append(("Rasa process, RSS MB", mine, theirs, ratio(mine, theirs)))
        mine = sum(statistics.median(s.rss for s in one) for one in ours.memory.values()) / MEGABYTE
        rows.append(("all processes, RSS MB", mine, theirs, ratio(mine, theirs)))
    return table(("", ours.name, starter.name, "ratio"), rows)


def goals(ours: Results, starter: Results, retrieval: Times | None) -> list[Goal]:
    """The project's goals with what this run reached; ratios are to the starter bot."""
    found = [
        Goal(
            "a cited answer's whole turn, p95, to the starter's \"hi\"",
            0.5,
            ours.all_first_turns.p95 / starter.all_first_turns.p95,
        ),
        Goal(
            "start to first answer, to the starter's",
            0.5,
            statistics.median(ours.seconds_to_answer) / statistics.median(starter.seconds_to_answer),
        ),
    ]
    if ours.memory and starter.memory:
        share = _rasa_memory(ours) / _rasa_memory(starter)
        found.append(Goal("memory of the Rasa process, to the starter's", 0.6, share))
    if retrieval:
        found.append(Goal("retrieval with filters, p95, ms", 10.0, retrieval.p95))
    return found


def goals_table(found: Sequence[Goal]) -> str:
    """The goals, one a line."""
    return table(("goal", "limit", "this run", ""), (goal.row for goal in found))


def machine_line(machine: str) -> str:
    """What the numbers were measured on."""
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, {machine}"


def _rasa_memory(results: Results) -> float:
    sizes: list[Memory] = results.memory["Rasa"]
    return statistics.median(size.rss for size in sizes) / MEGABYTE


def _all(times: Mapping[str, Times]) -> Times:
    return sum(times.values(), Times(()))
