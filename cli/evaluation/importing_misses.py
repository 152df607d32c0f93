"""What went wrong in each opened article, in lines that a person can work through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cli.evaluation.importing_outcome import ArticleScores, InRole, Pair

_HIDDEN = ("quote", "confidence", "unsure")


def miss_lines(scores: ArticleScores) -> Iterator[str]:
    """Lines for one article: `-` was missed, `+` was invented, `~` has wrong fields (wanted -> found)."""
    yield f"== {scores.name}"
    if scores.unread:
        yield f"  could not be read: {scores.unread}"
    yield from _roles(scores)
    for pair in scores.figures.pairs:
        yield from _changed(f"figure of {pair.wanted.title}", pair, pair.wanted.figure, pair.found.figure)
    yield from _alone("figure", scores.figures.missed, scores.figures.extra)
    for pair in scores.polls.pairs:
        yield from _changed("poll", pair, pair.wanted, pair.found)
    yield from _alone("poll", scores.polls.missed, scores.polls.extra)
    yield from _alone("attribute", scores.attributes.missed, scores.attributes.extra)
    for amount in scores.taken_for_pay:
        yield f"  ! taken for pay: {amount}"
    for quote in scores.lost_quotes:
        yield f"  ! not at {quote.start}-{quote.end}: {quote.text}"
    yield from (f"  ! page: {name}" for (name, right) in scores.shares if name.startswith("page.") and not right)


def _roles(scores: ArticleScores) -> Iterator[str]:
    for pair in scores.roles.pairs:
        for name in ("kind", "pay_note"):
            wanted, found = getattr(pair.wanted, name), getattr(pair.found, name)
            if wanted != found:
                yield f"  ~ role {pair.wanted.title}: {name} {wanted!r} -> {found!r}"
    for role in scores.roles.missed:
        yield f"  - role {' / '.join((role.title, *role.also))} ({role.kind})"
    for role in scores.roles.extra:
        yield f"  + role {role.title} ({role.kind}): {role.quote.text}"


def _changed(what: str, pair: Pair, wanted: Any, found: Any) -> Iterator[str]:
    if not pair.wrong:
        return
    parts = [
        f"{name} {getattr(wanted, name)!r} -> {getattr(found, name)!r}" for name in pair.wrong if name != "role"
    ]
    if "role" in pair.wrong:
        parts.insert(0, f"given to {pair.found.title!r}")
    yield f"  ~ {what}, {wanted.as_written}: {'; '.join(parts)}"


def _alone(what: str, missed: list[Any], extra: list[Any]) -> Iterator[str]:
    for sign, facts in (("-", missed), ("+", extra)):
        for fact in facts:
            of = f" of {fact.title}" if isinstance(fact, InRole) else ""
            yield f"  {sign} {what}{of}: {_short(fact.figure if isinstance(fact, InRole) else fact)}"


def _short(fact: Any) -> str:
    fields = ", ".join(f"{name}={value!r}" for name, value in vars(fact).items() if name not in _HIDDEN)
    quote = fact.quote if isinstance(fact.quote, str) else fact.quote.text
    return f"{fields} | {quote}"
