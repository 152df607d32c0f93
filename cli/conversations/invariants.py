"""What must hold for every answer under the contract answer/1, whatever was asked.

Each check takes the answer and returns sentences about what is wrong with it. They do
not use the bot's own guard: this is the view from outside.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cli.conversations import answer as reading
from cli.conversations.facts import Facts
from cli.conversations.rest import Reply

CONTRACT = "answer/1"
SCHEMA_PATH = Path(__file__).resolve().parents[2] / "actions" / "answer.schema.json"
KEYS = (
    "schema",
    "answer_id",
    "knowledge_version",
    "kind",
    "text",
    "blocks",
    "filters",
    "roles",
    "not_stated",
    "near_misses",
    "polls",
    "reasons",
    "passages",
    "comparison",
    "question",
    "citations",
    "page",
    "suggestions",
)
KINDS_WITHOUT_SOURCES = ("out_of_scope", "smalltalk", "safety", "help", "error")
_MONEY = re.compile(r"\$\s?(\d+(?:\.\d+)?)(k\b)?")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|percent\b)")


@dataclass(frozen=True)
class Answer:
    """One turn's answer as the checks see it, with what the person has said so far."""

    reply: Reply
    said: tuple[str, ...] = ()  # the person's messages up to this turn
    facts: Facts = field(default_factory=Facts)

    @property
    def payload(self) -> reading.Payload:
        """The custom payload; empty if there is none."""
        return self.reply.custom or {}

    @property
    def text(self) -> str:
        """The text as a plain REST caller gets it."""
        return self.reply.text


def broken_invariants(answer: Answer) -> list[str]:
    """Everything that is wrong with the answer whatever was asked; empty if nothing is."""
    if len(answer.reply.messages) != 1:
        return [f"an answer is one message, {len(answer.reply.messages)} came"]
    if answer.payload.get("schema") != CONTRACT:
        return [f"the message carries no {CONTRACT} payload"]
    absent = [key for key in KEYS if key not in answer.payload]
    if absent:
        return [f"keys absent from the payload: {', '.join(absent)}"]
    misshapen = list(_matches_schema(answer))
    if misshapen:
        return misshapen
    try:
        return [problem for check in CHECKS for problem in check(answer)]
    except (AttributeError, KeyError, TypeError) as error:
        return [f"the payload is not shaped as the contract says: {error!r}"]


def _text_is_the_message(answer: Answer) -> Iterator[str]:
    if not answer.text.strip():
        yield "the text is empty"
    if answer.payload["text"] != answer.text:
        yield "custom.text differs from the message's text"


def _matches_schema(answer: Answer) -> Iterator[str]:
    validator = _validator()
    if validator is None:
        return
    for error in sorted(validator.iter_errors(answer.payload), key=lambda e: str(list(e.path)))[:5]:
        place = "/".join(map(str, error.absolute_path)) or "payload"
        yield f"schema: {place}: {error.message[:300]}"


_VALIDATORS: dict[Path, Any] = {}


def _validator() -> Any | None:
    """The validator of the contract, made once; None while the schema is not there."""
    if SCHEMA_PATH not in _VALIDATORS and SCHEMA_PATH.exists():
        from jsonschema.validators import validator_for

        schema = json.loads(SCHEMA_PATH.read_text(encoding="utf-8"))
        _VALIDATORS[SCHEMA_PATH] = validator_for(schema)(schema)
    return _VALIDATORS.get(SCHEMA_PATH)


def _markers_and_citations_agree(answer: Answer) -> Iterator[str]:
    listed = [citation["n"] for citation in answer.payload["citations"]]
    shown = reading.markers(answer.text)
    if len(set(listed)) != len(listed):
        yield f"citation numbers stand twice: {listed}"
    for number in sorted(shown - set(listed)):
        yield f"[{number}] stands in the text and has no citation"
    used = list(reading.citation_numbers(answer.payload))
    for place, number in used:
        if number not in listed:
            yield f"{place} points to citation {number}, which is not listed"
    for number in sorted(set(listed) - shown - {number for _, number in used}):
        yield f"citation {number} is listed and nothing refers to it"


def _figures_stand_in_their_excerpts(answer: Answer) -> Iterator[str]:
    excerpts = _excerpts(answer)
    for role, figure in reading.figures_of(answer.payload):
        if reading.plain(figure["as_written"]) not in excerpts.get(figure["citation"], ""):
            name = reading.role_name(role)
            yield f"{name}: {figure['as_written']} is not in the excerpt of [{figure['citation']}]"


def _polls_stand_in_their_excerpts(answer: Answer) -> Iterator[str]:
    excerpts = _excerpts(answer)
    for poll in answer.payload["polls"]:
        found = _PERCENT.findall(excerpts.get(poll["citation"], ""))
        if poll["percent"] is None:  # a share in the author's words
            held = reading.plain(poll["as_written"]).lower() in excerpts.get(poll["citation"], "").lower()
        else:
            held = float(poll["percent"]) in map(float, found)
        if not held:
            yield f"{poll['percent'] or poll['as_written']} % is not in the excerpt of [{poll['citation']}]"


def _excerpts(answer: Answer) -> Mapping[int, str]:
    return {c["n"]: reading.plain(c["excerpt"]) for c in answer.payload["citations"]}


def _facts_hold(answer: Answer) -> Iterator[str]:
    for role, figure in reading.figures_of(answer.payload):
        problem = answer.facts.figure_problem(role, figure)
        if problem:
            yield problem
    for poll in answer.payload["polls"]:
        problem = answer.facts.poll_problem(poll)
        if problem:
            yield problem


def _yearly_values_follow(answer: Answer) -> Iterator[str]:
    for _, figure in reading.figures_of(answer.payload):
        hours = {"year": 1, "hour": 2080}.get(figure["unit"])
        for end in ("low", "high"):
            value, annual = figure[end], figure[f"annual_{end}"]
            wanted = None if value is None or hours is None else value * hours
            if (annual is None) != (wanted is None) or (annual and abs(annual - wanted) > 0.5):
                yield f"{figure['as_written']}: annual_{end} is {annual}, {wanted} was expected"
        if figure["low"] is figure["high"] is None:  # a band in the author's words
            continue
        if figure["hours_per_year"] != (2080 if figure["unit"] == "hour" else None):
            yield f"{figure['as_written']}: hours_per_year is {figure['hours_per_year']}"


def _text_says_what_figures_are(answer: Answer) -> Iterator[str]:
    """A median is not called an average, and a qualifier stands wherever its figure does."""
    text = reading.plain(answer.text)
    for _, figure in reading.figures_of(answer.payload):
        amount = reading.plain(figure["as_written"])
        if amount not in text:
            continue
        qualifier = figure.get("qualifier")
        if qualifier and reading.plain(qualifier) not in text:
            yield f"{figure['as_written']} is shown without {qualifier!r}"
        other = {"average": "median", "median": "average"}.get(figure["statistic"])
        for line in map(reading.plain, answer.text.splitlines()):
            if other and amount in line and other in line and figure["statistic"] not in line:
                yield f"{figure['as_written']} is a {figure['statistic']}, the text says {other}"


def _numbers_in_text_are_known(answer: Answer) -> Iterator[str]:
    """Dollars and percents in the text come from a figure, a poll, a source or the person."""
    payload = answer.payload
    pieces = [c["excerpt"] for c in payload["citations"]]
    pieces += reading.cited_texts(payload) if payload["citations"] else []
    known = {n for piece in pieces for n in reading.numbers(piece)}
    # An example question stands in the text as it does on its button: "over $150k".
    asked = [*answer.said, *reading.button_messages(answer.payload)]
    known |= {n * scale for text in asked for n in reading.numbers(text) for scale in (1, 1000)}
    known |= {float(p["percent"]) for p in payload["polls"] if p["percent"] is not None}
    for _, figure in reading.figures_of(payload):
        known |= {
            float(figure[k]) for k in ("low", "high", "annual_low", "annual_high") if figure[k]
        }
    for offer in payload.get("offers") or ():  # the person's own, and what stands beside it
        shown = [offer["display"], *(beside["display"] for beside in offer["compared"])]
        known |= {n for piece in shown for n in reading.numbers(piece)}
    for one in payload["filters"]:
        known |= set(reading.numbers(json.dumps(one)))
    text = reading.plain(answer.text)
    for raw, thousand in _MONEY.findall(text):
        value = float(raw) * (1000 if thousand else 1)
        if not any(abs(value - other) < 1 for other in known):
            yield f"${raw}{thousand} in the text is no figure of the payload, bound or source"
    for raw in _PERCENT.findall(text):
        if float(raw) not in known:
            yield f"{raw} % in the text is no poll of the payload and stands in no excerpt"


def _refusals_show_no_sources(answer: Answer) -> Iterator[str]:
    if answer.payload["kind"] in KINDS_WITHOUT_SOURCES and answer.payload["citations"]:
        yield f"kind {answer.payload['kind']} shows {len(answer.payload['citations'])} sources"


def _buttons_are_plain_words(answer: Answer) -> Iterator[str]:
    removals = [one["remove"] for one in answer.payload["filters"]]
    for message in [*reading.button_messages(answer.payload), *removals]:
        if not isinstance(message, str) or not message.strip() or message.lstrip().startswith("/"):
            yield f"a button sends {message!r}; it must send plain words"


CHECKS: tuple[Callable[[Answer], Iterator[str]], ...] = (
    _text_is_the_message,
    _markers_and_citations_agree,
    _figures_stand_in_their_excerpts,
    _polls_stand_in_their_excerpts,
    _facts_hold,
    _yearly_values_follow,
    _text_says_what_figures_are,
    _numbers_in_text_are_known,
    _refusals_show_no_sources,
    _buttons_are_plain_words,
)
