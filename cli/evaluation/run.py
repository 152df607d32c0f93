"""Runs the parts: cross-validation beside the others, as it takes as long as all of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from cli.bootstrap.problems import Problem
from cli.evaluation.part import NotMeasured, Part, Setting, stop_running
from cli.evaluation.questions import questions
from cli.evaluation.stories import stories
from cli.evaluation.talks import conversations, determinism
from cli.evaluation.understanding import crossing, heldout, pay
from cli.servers import Address, running_servers

Measure = Callable[[Setting], Part]
Server = Callable[[Setting, str], Part]

ALONE: dict[str, Measure] = {
    "pay": pay,
    "questions": questions,
    "stories": stories,
    "heldout": heldout,
}
BESIDE: dict[str, Measure] = {"crossing": crossing}
WITH_SERVERS: dict[str, Server] = {"conversations": conversations, "determinism": determinism}
# In the order of the report.
PARTS = ("stories", "heldout", "crossing", "pay", "questions", "conversations", "determinism")
GROUPS = {"nlu": ("heldout", "crossing", "pay"), "dialogues": ("conversations", "determinism")}
Tell = Callable[[str], None]


def chosen(only: str) -> tuple[str, ...]:
    """The parts that a comma-separated list of parts and groups names; all for the empty text.

    Raises:
        ValueError: Something else is named.
    """
    names = [name.strip() for name in only.split(",") if name.strip()]
    unknown = [name for name in names if name not in PARTS and name not in GROUPS]
    if unknown:
        known = ", ".join((*GROUPS, *PARTS))
        raise ValueError(f"there is no part {', '.join(unknown)}; there are {known}")
    wanted = {part for name in names for part in GROUPS.get(name, (name,))}
    return tuple(part for part in PARTS if not names or part in wanted)


def run_parts(names: Sequence[str], setting: Setting, tell: Tell) -> list[Part]:
    """Measures the parts named; one that cannot be measured says why and stops no other.

    Args:
        names: Of PARTS.
        setting: Where they read and write.
        tell: Told what begins and what is done.
    """
    done: dict[str, Part] = {}
    with ThreadPoolExecutor(max_workers=1) as pool:
        beside: dict[str, Future[Part]] = {
            name: pool.submit(_timed, name, measure, setting, tell)
            for name, measure in BESIDE.items()
            if name in names
        }
        try:
            for name, measure in ALONE.items():
                if name in names:
                    done[name] = _timed(name, measure, setting, tell)
            done |= _with_servers([n for n in WITH_SERVERS if n in names], setting, tell)
            done |= {name: future.result() for name, future in beside.items()}
        except BaseException:
            stop_running()  # or leaving the pool would wait for it
            raise
    return [done[name] for name in PARTS if name in names]


def _with_servers(names: Sequence[str], setting: Setting, tell: Tell) -> dict[str, Part]:
    if not names:
        return {}
    try:
        address = Address.on_free_ports()
        with running_servers(address):
            return {name: _talk(name, address.url, setting, tell) for name in names}
    except Problem as problem:
        return {name: Part(name, error=str(problem)) for name in names}


def _talk(name: str, url: str, setting: Setting, tell: Tell) -> Part:
    return _timed(name, lambda one: WITH_SERVERS[name](one, url), setting, tell)


def _timed(name: str, measure: Measure, setting: Setting, tell: Tell) -> Part:
    tell(f"{name} …")
    began = time.monotonic()
    try:
        part = measure(setting)
    except NotMeasured as error:
        part = Part(name, error=str(error))
    part.seconds = time.monotonic() - began
    tell(f"{name}: {'not measured' if part.error and not part.numbers else 'done'}"
         f" ({part.seconds:.0f} s)")
    return part
