"""An independent table of facts that every answer is held against.

The table is written from the sources by hand, not from what the bot loads: an answer
that shows a figure or a percentage which is not in it, or with another statistic, unit
or attribution, is wrong in whatever conversation it appears.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from cli.conversations.answer import is_role, numbers, plain, role_name

_COMPARED = ("statistic", "unit", "attributed_to")


@dataclass(frozen=True)
class Facts:
    """Figures by role and percentages by article; an empty table checks nothing."""

    roles: tuple[Mapping[str, Any], ...] = ()  # article, title, figure or null
    polls: tuple[Mapping[str, Any], ...] = ()  # article, percent, words, multi_select

    @classmethod
    def load(cls, path: Path) -> Facts:
        """Read a table.

        Raises:
        OSError, ValueError, KeyError, TypeError, yaml.YAMLError: No such table there.
        """
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        for role in raw["roles"]:
            if not {"article", "title", "figure"} <= set(role):
                raise ValueError(f"a role needs article, title and figure: {role}")
        for poll in raw["polls"]:
            if not {"article", "percent"} <= set(poll):
                raise ValueError(f"a poll needs article and percent: {poll}")
        return cls(tuple(raw["roles"]), tuple(raw["polls"]))

    def figure_problem(self, role: Mapping[str, Any], figure: Mapping[str, Any]) -> str | None:
        """What is wrong with a figure that was shown for a role, or None."""
        if not self.roles:
            return None
        name = f"{role_name(role)}: {figure.get('as_written')}"
        known = next((k for k in self.roles if is_role(f"{k['article']}/{k['title']}", role)), None)
        if known is None or not known["figure"]:
            return f"{name} is a figure that the facts do not have for this role"
        fact = known["figure"]
        if numbers(figure.get("as_written")) != numbers(fact["as_written"]):
            return f"{name} should be {fact['as_written']}"
        for key in _COMPARED:
            if plain(figure.get(key)) != plain(fact[key]):
                return f"{name} has {key} {figure.get(key)!r}, the fact is {fact[key]!r}"
        amount = numbers(fact["as_written"])[0]
        if (figure.get("low"), figure.get("high")) != (amount, amount):
            return (
                f"{name} has bounds {figure.get('low')}..{figure.get('high')}, the fact is {amount}"
            )
        return _qualifier_problem(name, figure.get("qualifier"), fact.get("qualifier"))

    def poll_problem(self, poll: Mapping[str, Any]) -> str | None:
        """What is wrong with a percentage that was shown, or None."""
        if not self.polls:
            return None
        name = f"{poll.get('percent')} % of {poll.get('article_id')}"
        same = [
            k
            for k in self.polls
            if k["article"] == poll.get("article_id")
            and float(k["percent"]) == float(poll.get("percent") or -1)
        ]
        if not same:
            return f"{name} is a percentage that the facts do not have"
        said = plain(" ".join(str(poll.get(k)) for k in ("statement", "question", "population")))
        if not any(all(plain(word) in said for word in k.get("words", ())) for k in same):
            return f"{name} lacks words of its question or population: {said!r}"
        wanted = {k.get("multi_select", poll.get("multi_select")) for k in same}
        if poll.get("multi_select") not in wanted:
            return f"{name} has multi_select {poll.get('multi_select')!r}, the fact is {wanted}"
        samples = {k.get("sample") for k in same}
        if poll.get("sample") not in samples:
            return f"{name} has sample {poll.get('sample')!r}, the fact is {samples}"
        return None


def _qualifier_problem(name: str, shown: str | None, fact: str | None) -> str | None:
    if fact and plain(fact) not in plain(shown):
        return f"{name} has qualifier {shown!r}, it must say {fact!r}"
    return None
