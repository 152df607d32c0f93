"""Facts in a few words, for maintainers. Nothing here is shown to the people who ask."""

from __future__ import annotations

from typing import Optional

from knowledge.facts import Attribute, Figure, Poll
from knowledge.written import unit


def figure_words(figure: Figure) -> str:
    """`average salary $357,482, a year (inferred), according to ZipRecruiter`."""
    bound = "at least " if figure.high is None else "at most " if figure.low is None else ""
    parts = [f"{figure.statistic} {figure.kind} {bound}{figure.as_written}"]
    if unit(figure.as_written) is None:
        words = f"a{'n' if figure.unit[0] in 'aeh' else ''} {figure.unit}"
        parts.append(words if figure.unit_basis == "stated" else f"{words} (inferred)")
    parts += [words for words in (figure.qualifier, figure.geography) if words]
    if figure.attributed_to:
        parts.append(f"according to {figure.attributed_to}")
    return ", ".join(parts)


def poll_words(poll: Poll) -> str:
    """`74% of physicians polled said ... (physicians on Sermo, Sermo poll)`."""
    return f"{poll.as_written} {poll.statement} ({poll.population}; {poll.attributed_to})"


def attribute_words(attribute: Attribute) -> str:
    """`work mode: remote (stated)`."""
    return f"{attribute.name.replace('_', ' ')}: {attribute.value.replace('_', ' ')} ({attribute.basis})"


def counted(number: int, name: str, plural: Optional[str] = None) -> str:
    """`1 role`, `2 roles`."""
    return f"{number} {name if number == 1 else plural or f'{name}s'}"
