"""Goals and floors (goals.yml), and which of them the numbers keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

GOALS_FILE = Path(__file__).with_name("goals.yml")
_FORMS = ("share", "count")


@dataclass(frozen=True)
class Goal:
    """One number that is judged; the fields are explained in goals.yml."""

    key: str
    name: str
    meaning: str
    form: str
    goal: float | None = None
    floor: float | None = None
    reason: str = ""
    better: str = "higher"
    card: bool = False

    def __post_init__(self) -> None:
        if self.form not in _FORMS:
            raise ValueError(f"{self.key}: form is {self.form!r}; it must be one of {_FORMS}")
        if self.better not in ("higher", "lower"):
            raise ValueError(f"{self.key}: better is {self.better!r}; it must be higher or lower")
        if self.floor is not None and not self.reason:
            raise ValueError(f"{self.key}: a floor needs a reason")

    @property
    def part(self) -> str:
        """The part that measures it."""
        return self.key.partition(".")[0]

    def shown(self, value: float | None) -> str:
        """A value as a person reads it; nothing for None."""
        if value is None:
            return ""
        return f"{value:.0f}" if self.form == "count" else percent(value)

    def keeps(self, value: float, limit: float) -> bool:
        """Whether a value is at least as good as a limit."""
        return value <= limit if self.better == "lower" else value >= limit


@dataclass(frozen=True)
class Verdict:
    """A number beside its goal and its floor; `value` is None when it was not measured."""

    goal: Goal
    value: float | None

    @property
    def measured(self) -> bool:
        """Whether there is a number."""
        return self.value is not None

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached; None without a goal or a number."""
        if self.value is None or self.goal.goal is None:
            return None
        return self.goal.keeps(self.value, self.goal.goal)

    @property
    def held(self) -> bool:
        """Whether the floor is held; a number without a floor holds, an absent one does not."""
        if self.goal.floor is None:
            return True
        return self.value is not None and self.goal.keeps(self.value, self.goal.floor)

    @property
    def shown(self) -> str:
        """The number as a person reads it."""
        return self.goal.shown(self.value) or "not measured"


def percent(share: float) -> str:
    """A share in percent, cut instead of rounded, so that 99.96 % never looks like all."""
    return f"{int(share * 1000 + 1e-6) / 10:.1f} %"


def load_goals(file: Path = GOALS_FILE) -> list[Goal]:
    """The table of goals and floors, in its order.

    Raises:
        ValueError: A row has a mistake.
    """
    goals = [Goal(**row) for row in yaml.safe_load(file.read_text(encoding="utf-8"))]
    keys = [goal.key for goal in goals]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise ValueError(f"{file.name} has twice: {', '.join(sorted(twice))}")
    return goals


def judge(
    goals: Sequence[Goal], numbers: Mapping[str, float], parts: Sequence[str]
) -> list[Verdict]:
    """A verdict for each goal of the parts that ran."""
    return [Verdict(goal, numbers.get(goal.key)) for goal in goals if goal.part in parts]
