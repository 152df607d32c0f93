"""The numbers of one half of the labelled articles, as text, as a Markdown table and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cli.evaluation.importing_outcome import ArticleScores
from cli.evaluation.scores import Counts

GOALS = {"figures.precision": 0.98, "figures.recall": 0.95, "roles.f1": 0.90, "quotes": 1.0}
PEOPLE = "people"  # in place of a half: one person's labels against another's
AS_IMPORTED, AS_REVIEWED = "imported", "reviewed"  # in place of a half: drafts before and after a person decided
_TITLES = {PEOPLE: "Two people", AS_IMPORTED: "As imported", AS_REVIEWED: "As reviewed"}
_KINDS = ("roles", "figures", "polls", "attributes")


@dataclass(frozen=True)
class Half:
    """The totals of one half. `fields` holds (right, of how many) by name, such as `figures.unit`."""

    name: str
    articles: int
    unread: int
    counts: dict[str, Counts]  # roles, figures, polls: all fields right; *_found: the fact was found; attributes
    fields: dict[str, tuple[int, int]]
    taken_for_pay: int

    @property
    def quotes(self) -> float:
        """Of all extracted quotes, the share that stands in the source where it says; 1 for none."""
        right, of = self.fields.get("quotes.found", (0, 0))
        return right / of if of else 1.0

    def numbers(self) -> dict[str, float]:
        """Every measured share by its name."""
        numbers = {"quotes": self.quotes}
        for name, counts in self.counts.items():
            numbers |= {f"{name}.{part}": getattr(counts, part) for part in ("precision", "recall", "f1")}
        return numbers


def half_of(name: str, scores: Sequence[ArticleScores]) -> Half:
    """Adds up the articles of one half; every fact counts the same, whichever article it is from."""
    counts = {
        "roles": _total(scores, "roles", fully=False),
        "figures": _total(scores, "figures", fully=True),
        "figures_found": _total(scores, "figures", fully=False),
        "polls": _total(scores, "polls", fully=True),
        "polls_found": _total(scores, "polls", fully=False),
        "attributes": _total(scores, "attributes", fully=False),
    }
    shares: Counter[tuple[str, bool]] = Counter()
    for one in scores:
        shares += one.shares
    names = dict.fromkeys(name for name, _ in shares)
    fields = {name: (shares[name, True], shares[name, True] + shares[name, False]) for name in names}
    unread = sum(one.unread is not None for one in scores)
    return Half(name, len(scores), unread, counts, fields, sum(len(one.taken_for_pay) for one in scores))


def _total(scores: Sequence[ArticleScores], kind: str, *, fully: bool) -> Counts:
    return sum((getattr(one, kind).counts(fully=fully) for one in scores), Counts())


def half_as_json(half: Half) -> dict[str, Any]:
    """For other programs; shares are from 0 to 1."""
    numbers = half.numbers()
    return {
        "articles": half.articles,
        "unread": half.unread,
        "counts": {
            name: {"right": one.right, "extra": one.extra, "missed": one.missed} | one.as_json()
            for name, one in half.counts.items()
        },
        "fields": {name: {"right": right, "of": of} for name, (right, of) in half.fields.items()},
        "not_pay_taken_for_pay": half.taken_for_pay,
        "quotes": half.quotes,
        "goals": {
            name: {"goal": goal, "value": numbers[name], "reached": numbers[name] >= goal}
            for name, goal in GOALS.items()
        },
    }


_ROWS = {
    "roles": "Roles",
    "figures": "Figures, all fields right",
    "figures_found": "Figures, the amount found",
    "polls": "Polls, all fields right",
    "polls_found": "Polls, percentage and sentence found",
    "attributes": "Attributes (name and value)",
}


def half_as_markdown(half: Half) -> str:
    """The tables of one half, for the docs and for the terminal."""
    return "\n".join([*_facts(half), "", *_fields(half), *_marked(half), ""])


def _facts(half: Half) -> Iterator[str]:
    unread = f"; {half.unread} could not be read" if half.unread else ""
    yield f"### {_TITLES.get(half.name, f'The {half.name} half')}: {half.articles} articles{unread}"
    yield ""
    yield "| | precision | recall | F1 | right | invented or wrong | missed or wrong |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for name, words in _ROWS.items():
        one = half.counts[name]
        if half.name == PEOPLE and name == "attributes":
            continue
        shares = " | ".join(_share(name, part, getattr(one, part)) for part in ("precision", "recall", "f1"))
        yield f"| {words} | {shares} | {one.right} | {one.extra} | {one.missed} |"
    yield ""
    if half.name == PEOPLE:
        return
    right, of = half.fields.get("quotes.found", (0, 0))
    yield f"Quotes found in the source at their stated place: {right} of {of}{_beside('quotes', half.quotes)}."
    yield f"Amounts that are no pay but were taken for it: {half.taken_for_pay}."


def _fields(half: Half) -> Iterator[str]:
    yield "| field | right | of | share |"
    yield "| --- | ---: | ---: | ---: |"
    for kind in (*_KINDS, "page"):
        for name, (right, of) in half.fields.items():
            if name.startswith(f"{kind}."):
                yield f"| {name} | {right} | {of} | {_percent(right / of)} |"


def _marked(half: Half) -> Iterator[str]:
    """How often a field is right that a person is told to look at twice, beside the others."""
    marked = {name: counts for name, counts in half.fields.items() if name.startswith("marked.")}
    if not marked:
        return
    yield ""
    yield "| field | marked to look at twice, right of | not marked, right of |"
    yield "| --- | ---: | ---: |"
    for name in sorted(marked):
        field = name.removeprefix("marked.")
        (right, of), (all_right, all_of) = marked[name], half.fields[field]
        others = (all_right - right, all_of - of)
        yield f"| {field} | {_right_of(right, of)} | {_right_of(*others)} |"


def _right_of(right: int, of: int) -> str:
    return f"{right} of {of} ({_percent(right / of)})" if of else "none"


def _share(name: str, part: str, value: float) -> str:
    return _percent(value) + _beside(f"{name}.{part}", value)


def _beside(name: str, value: float) -> str:
    if name not in GOALS:
        return ""
    goal = _percent(GOALS[name])
    return f" (goal {goal})" if value >= GOALS[name] else f" (**goal {goal}, missed**)"


def _percent(value: float) -> str:
    return f"{100 * value:.1f} %".replace("100.0", "100")
