"""The words in which a stored figure, poll or attribute is shown: one rendering each.

The answers are written with these functions, and the guard recognises figures by the same
renderings, so a number that was put together in any other way cannot pass it.
"""

from __future__ import annotations

from typing import Optional, Sequence

from knowledge.facts import HOURS_PER_YEAR, Attribute, Figure, Poll, Role
from knowledge.filters import attribute_label, specialty_title
from knowledge.language.pay import PayBound
from knowledge.written import unit as unit_written

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_PER = {
    "year": "a year", "month": "a month", "week": "a week", "day": "a day", "hour": "an hour",
    "project": "a project", "evaluation": "an evaluation", "case": "a case", "word": "a word",
    "survey": "a survey",
}


def money(amount: float, currency: str = "USD") -> str:
    """An amount as written in an answer: `$357,482`, `$67.49`, `CHF 90,000`."""
    digits = f"{amount:,.0f}" if float(amount).is_integer() else f"{amount:,.2f}"
    sign = _SIGNS.get(currency)
    return f"{sign}{digits}" if sign else f"{currency} {digits}"


def amount_phrase(figure: Figure) -> str:
    """The amount or range with its unit: `$67.49 an hour`; a band in the author's words: `“high $200s” a year`."""
    per = _PER[figure.unit]
    if figure.in_words:
        return f"“{figure.as_written}”" if unit_written(figure.as_written) else f"“{figure.as_written}” {per}"
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        if low == high:
            return f"{money(low, figure.currency)} {per}"
        return f"{money(low, figure.currency)} to {money(high, figure.currency)} {per}"
    if low is not None:
        return f"{money(low, figure.currency)} or more {per}"
    return f"up to {money(high or 0.0, figure.currency)} {per}"


def pay_phrase(figure: Figure, *, yearly: bool = False) -> str:
    """A figure with its statistic, unit, attribution and qualifier, in that order.

    Args:
        figure: the stored figure.
        yearly: add what an hourly rate comes to at 2,080 hours a year.
    """
    statistic = "" if figure.statistic in ("unspecified", "range") else f"{figure.statistic} "
    words = f"{statistic}{figure.kind} {amount_phrase(figure)}"
    if yearly and figure.hours_per_year and not figure.in_words:
        words += f" ({conversion_phrase(figure)})"
    if figure.kind == "rate" and figure.unit_basis == "inferred":
        words += " (the article names no unit; read as yearly)"
    if figure.attributed_to:
        words += f", {figure.attributed_to}"
    if figure.qualifier:
        words += f", {figure.qualifier}"
    return words


def conversion_phrase(figure: Figure) -> str:
    """`about $140,379 a year at 2,080 hours, not a salary`; only for hourly figures."""
    ends = [a for a in (figure.annual_low, figure.annual_high) if a is not None]
    amounts = list(dict.fromkeys(money(round(a), figure.currency) for a in ends))
    return f"about {' to '.join(amounts)} a year at {HOURS_PER_YEAR:,} hours, not a salary"


def poll_phrase(poll: Poll) -> str:
    """A percentage with its statement, question, population, year and sample, in one line."""
    return f"{poll_share(poll)} ({_survey_words(poll)})"


def survey_phrase(poll: Poll) -> str:
    """The survey behind a percentage, without the percentage: who asked what, of whom, of how many, when."""
    words = _survey_words(poll)
    return f"{words[0].upper()}{words[1:]}"


def _survey_words(poll: Poll) -> str:
    return "; ".join([poll.attributed_to, f"question: {poll.question}", *_asked_of(poll)])


def poll_heading(poll: Poll) -> str:
    """What several answers to one question share, said once above their lines."""
    survey = f"{poll.attributed_to[0].upper()}{poll.attributed_to[1:]}"
    return f"{survey}, question: {poll.question} ({'; '.join(_asked_of(poll))}):"


def poll_share(poll: Poll) -> str:
    """A percentage, or a share in the author's words, with its statement alone; it may only stand below its heading."""
    if poll.in_words:
        return f"“{poll.as_written}” {poll.statement}"
    return f"{poll.percent:g}% {poll.statement}"


def _asked_of(poll: Poll) -> list[str]:
    details = [f"asked of {poll.population}"]
    if poll.multi_select == "yes":
        details.append("more than one answer allowed")
    if poll.sample:
        details.append(f"{poll.sample:,} respondents")
    if poll.year:
        details.append(str(poll.year))
    return details


def bound_phrase(bound: PayBound) -> str:
    """A person's own pay bound in words: `over $150,000 a year`."""
    per = _PER.get(bound.unit, f"a {bound.unit}") if bound.unit else ""
    return _bound_words(bound, f" {per}" if per else "")


def _bound_words(bound: PayBound, per: str) -> str:
    low, high = bound.low, bound.high
    if low is not None and high is not None:
        if low == high:
            exactly = "around" if bound.approximate else "exactly"
            close = ", give or take a tenth" if bound.approximate else ""
            return f"{exactly} {money(low, bound.currency)}{per}{close}"
        words = f"{money(low, bound.currency)} to {money(high, bound.currency)}{per}"
        return f"from {words}"
    if low is not None:
        return f"{'at least' if bound.low_inclusive else 'over'} {money(low, bound.currency)}{per}"
    top = money(high or 0.0, bound.currency)
    return f"{'up to' if bound.high_inclusive else 'under'} {top}{per}"


def basis_phrase(attribute: Attribute) -> str:
    """An attribute with its basis: `Remote (stated)`, `Partly remote`, `Remote (by its section)`."""
    label = attribute_label(attribute.name, attribute.value)
    if attribute.name == "setting":
        label = f"{label} setting"
    if attribute.basis == "partly":
        return f"Partly {label}"
    said = "stated" if attribute.basis == "stated" else "implied by its section"
    return f"{label[0].upper()}{label[1:]} ({said})"


def own_pay_phrase(bound: PayBound, *, yearly: bool = False) -> str:
    """An amount of the person's own, always marked as theirs: `$240,000 a year (your own number)`.

    Args:
        bound: what they were offered, or the least that they would accept.
        yearly: add what an hourly rate comes to at 2,080 hours a year.
    """
    words = bound_phrase(bound).removeprefix("exactly ").removeprefix("from ")
    if yearly and bound.unit == "hour":
        ends = [a for a in (bound.low, bound.high) if a is not None]
        amounts = list(dict.fromkeys(money(round(a * HOURS_PER_YEAR), bound.currency) for a in ends))
        return f"{words} (your own number; about {' to '.join(amounts)} a year at {HOURS_PER_YEAR:,} hours)"
    return f"{words} (your own number)"


def note_phrase(note: str) -> str:
    """A person's note beside a role; brackets would read as citation markers."""
    shown = " ".join(note.split()).replace("[", "(").replace("]", ")")
    return f"Your note: “{shown}”"


HOURS_CAVEAT = "By the hour, set against the year at 2,080 hours; these are not salaries:"


def role_label(role: Role, specialties: Sequence[str] = ()) -> str:
    """A role's title with the specialty of its article: `Telecardiology (cardiology)`.

    The specialty is left out where it is the only one that was asked for.
    """
    if len(specialties) == 1 and specialties[0] in role.specialties:
        return role.title
    names = ", ".join(specialty_title(s) for s in role.specialties)
    return f"{role.title} ({names or 'any specialty'})"


def joined(words: list[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def counted(number: int, singular: str, plural: Optional[str] = None) -> str:
    """`1 role`, `3 roles`."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"
