"""Expectations for the contract answer/1: kind, sources, figures, polls, reasons, filters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cli.conversations import answer as reading
from cli.conversations.expectation import compare_count, expectation, listed
from cli.conversations.filters import is_filter, shown_filters
from cli.conversations.invariants import Answer


@expectation("kind", str, list)
def _kind(wanted: Any, answer: Answer) -> Iterator[str]:
    kind = answer.payload.get("kind")
    if kind not in listed(wanted):
        yield f"kind: {kind!r}, expected {' or '.join(map(repr, listed(wanted)))}"


@expectation("no_sources", bool)
def _no_sources(wanted: bool, answer: Answer) -> Iterator[str]:
    shown = [c.get("section") for c in answer.payload.get("citations") or ()]
    if wanted and (shown or reading.markers(answer.text)):
        yield f"no_sources: {len(shown)} sources are shown: {shown}"
    if not wanted and not shown:
        yield "no_sources: false, and yet no source is shown"


@expectation("no_figures", bool)
def _no_figures(wanted: bool, answer: Answer) -> Iterator[str]:
    shown = [figure.get("as_written") for _, figure in reading.figures_of(answer.payload)]
    asked = " ".join((*answer.said, *reading.button_messages(answer.payload)))
    dollars = [d for d in re.findall(r"\$\s?\d[\d,.]*\d?k?", answer.text) if d not in asked]
    if wanted and (shown or dollars):
        yield f"no_figures: {[*shown, *dollars]} are shown"


@expectation("citations", list)
def _citations(wanted: list[str], answer: Answer) -> Iterator[str]:
    """Exactly these articles are cited."""
    found = {c["article"]["id"] for c in answer.payload.get("citations") or ()}
    if found != set(wanted):
        yield f"citations: {sorted(found)}, expected {sorted(wanted)}"


@expectation("citations_include", str, list)
def _citations_include(wanted: Any, answer: Answer) -> Iterator[str]:
    found = {c["article"]["id"] for c in answer.payload.get("citations") or ()}
    for article in listed(wanted):
        if article not in found:
            yield f"citations_include: {article} is not among {sorted(found)}"


@expectation("figures", list)
def _figures(wanted: list[Any], answer: Answer) -> Iterator[str]:
    """Each is shown, in the payload or in a cited cell or passage, and in the text."""
    text = reading.plain(answer.text)
    for one in wanted:
        spec = one if isinstance(one, dict) else {"as_written": one}
        if not _in_payload(spec, answer.payload) and not _in_words(spec, answer.payload):
            shown = [
                f"{reading.role_name(r)} {_described(f)}"
                for r, f in reading.figures_of(answer.payload)
            ]
            yield f"figures: {_described(spec)} is not shown; shown: {shown}"
        elif reading.plain(spec["as_written"]) not in text:
            yield f"figures: {spec['as_written']} is in the payload and not in the text"


_FIGURE_KEYS = (
    "statistic",
    "unit",
    "attributed_to",
    "kind",
    "unit_basis",
    "qualifier",
    "geography",
)


def _described(figure: Mapping[str, Any]) -> str:
    keys = ("as_written", *_FIGURE_KEYS[:3])
    return " ".join(str(figure[k]) for k in ("role", *keys) if figure.get(k))


def _in_payload(spec: Mapping[str, Any], payload: reading.Payload) -> bool:
    for role, figure in reading.figures_of(payload):
        if spec.get("role") and not reading.is_role(spec["role"], role):
            continue
        same_amount = reading.numbers(figure.get("as_written")) == reading.numbers(
            spec["as_written"]
        )
        wanted = [(key, spec[key]) for key in _FIGURE_KEYS if key in spec]
        if same_amount and all(_says(figure.get(key), value) for key, value in wanted):
            return True
    return False


def _says(shown: Any, wanted: Any) -> bool:
    if wanted is None:
        return shown is None
    return reading.plain(str(wanted)) in reading.plain(str(shown or ""))


def _in_words(spec: Mapping[str, Any], payload: reading.Payload) -> bool:
    """A comparison's cell or a cited passage that says amount, statistic and attribution."""
    needed = [spec["as_written"], *(spec[k] for k in ("statistic", "attributed_to") if spec.get(k))]
    for piece in reading.cited_texts(payload):
        if all(reading.plain(str(one)) in reading.plain(piece) for one in needed):
            return True
    return False


@expectation("figures_lack", list)
def _figures_lack(unwanted: list[str], answer: Answer) -> Iterator[str]:
    text = reading.plain(answer.text)
    shown = {reading.plain(f.get("as_written")) for _, f in reading.figures_of(answer.payload)}
    for one in unwanted:
        if reading.plain(one) in shown or reading.plain(one) in text:
            yield f"figures_lack: {one} is shown"


@expectation("polls", list)
def _polls(wanted: list[Any], answer: Answer) -> Iterator[str]:
    """Each percentage is shown: `74`, or a mapping with `percent`, `article` and more."""
    shown = answer.payload.get("polls") or []
    for one in wanted:
        if not any(_is_poll(one, poll) for poll in shown):
            yield f"polls: {one} is not shown; shown: {_poll_names(shown)}"


@expectation("polls_set", list)
def _polls_set(wanted: list[Any], answer: Answer) -> Iterator[str]:
    yield from _polls(wanted, answer)
    shown = answer.payload.get("polls") or []
    extra = [poll for poll in shown if not any(_is_poll(one, poll) for one in wanted)]
    if extra:
        yield f"polls_set: {_poll_names(extra)} are shown too"


def _is_poll(spec: Any, poll: Mapping[str, Any]) -> bool:
    spec = spec if isinstance(spec, dict) else {"percent": spec}
    if float(poll.get("percent") or -1) != float(spec["percent"]):
        return False
    if spec.get("article") and poll.get("article_id") != spec["article"]:
        return False
    rest = {key: value for key, value in spec.items() if key not in ("percent", "article")}
    return all(_says(poll.get(key), value) for key, value in rest.items())


def _poll_names(polls: Iterable[Mapping[str, Any]]) -> list[str]:
    return [f"{poll.get('percent')} % of {poll.get('article_id')}" for poll in polls]


@expectation("reasons_include", str, list)
def _reasons_include(wanted: Any, answer: Answer) -> Iterator[str]:
    """Each is in the name or summary of one reason; a list in the list is a choice."""
    said = [
        reading.plain(f"{r.get('driver')} {r.get('summary')}")
        for r in answer.payload.get("reasons") or ()
    ]
    for choice in listed(wanted):
        if not any(reading.plain(one) in reason for one in listed(choice) for reason in said):
            names = [r.get("driver") for r in answer.payload.get("reasons") or ()]
            yield f"reasons_include: {choice!r} is in none of the reasons {names}"


@expectation("filters", list)
def _filters(wanted: list[Any], answer: Answer) -> Iterator[str]:
    """Exactly these filters are in force."""
    yield from _filters_include(wanted, answer, name="filters")
    for shown in shown_filters(answer.payload):
        if not any(is_filter(spec, shown) for spec in wanted):
            yield f"filters: {_filter_name(shown)} is in force too"


@expectation("filters_include", list)
def _filters_include(
    wanted: list[Any], answer: Answer, name: str = "filters_include"
) -> Iterator[str]:
    shown = answer.payload.get("filters") or []
    for spec in wanted:
        if not any(is_filter(spec, one) for one in shown):
            yield f"{name}: {spec} is not in force; in force: {[_filter_name(f) for f in shown]}"


@expectation("filters_exclude", list)
def _filters_exclude(unwanted: list[Any], answer: Answer) -> Iterator[str]:
    for shown in answer.payload.get("filters") or []:
        if any(is_filter(spec, shown) or spec == shown.get("name") for spec in unwanted):
            yield f"filters_exclude: {_filter_name(shown)} is in force"


def _filter_name(shown: Mapping[str, Any]) -> str:
    return f"{'not ' if shown.get('negated') else ''}{shown.get('name')}={shown.get('value')}"


@expectation("total", int, str)
def _total(wanted: Any, answer: Answer) -> Iterator[str]:
    page = answer.payload.get("page") or {}
    found = page.get("total", len(answer.payload.get("roles") or ()))
    yield from compare_count("total", wanted, found)
