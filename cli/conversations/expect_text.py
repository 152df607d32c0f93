"""Expectations for any Rasa bot: texts, buttons, time and paths into a custom payload."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cli.conversations import answer as reading
from cli.conversations.expectation import compare_count, expectation, listed
from cli.conversations.invariants import Answer


@expectation("text_contains", str, list)
def _text_contains(wanted: Any, answer: Answer) -> Iterator[str]:
    text = reading.plain(answer.text)
    for choice in listed(wanted):
        if not any(reading.plain(str(one)) in text for one in listed(choice)):
            yield f"text_contains: {' or '.join(map(repr, listed(choice)))} is not in the text"


@expectation("text_lacks", str, list)
def _text_lacks(unwanted: Any, answer: Answer) -> Iterator[str]:
    text = reading.plain(answer.text)
    for one in listed(unwanted):
        if reading.plain(str(one)) in text:
            yield f"text_lacks: {one!r} is in the text"


@expectation("text_matches", str, list)
def _text_matches(patterns: Any, answer: Answer) -> Iterator[str]:
    for pattern in listed(patterns):
        if not re.search(pattern, answer.text, re.IGNORECASE | re.MULTILINE):
            yield f"text_matches: nothing in the text matches {pattern!r}"


@expectation("text_lacks_match", str, list)
def _text_lacks_match(patterns: Any, answer: Answer) -> Iterator[str]:
    for pattern in listed(patterns):
        found = re.search(pattern, answer.text, re.IGNORECASE | re.MULTILINE)
        if found:
            yield f"text_lacks_match: {found.group()!r} matches {pattern!r}"


@expectation("options", str, list)
def _options(wanted: Any, answer: Answer) -> Iterator[str]:
    """Each is part of a button's title, be it an option, a suggestion or a Rasa button."""
    question = answer.payload.get("question") or {}
    buttons = [*(question.get("options") or ()), *(answer.payload.get("suggestions") or ())]
    titles = [str(b.get("title")) for b in (*buttons, *answer.reply.buttons)]
    for choice in listed(wanted):
        found = any(
            reading.plain(one) in reading.plain(t) for one in listed(choice) for t in titles
        )
        if not found:
            yield f"options: no button {' or '.join(map(repr, listed(choice)))} among {titles}"


@expectation("question_options_count", int, str)
def _question_options_count(wanted: Any, answer: Answer) -> Iterator[str]:
    question = answer.payload.get("question") or {}
    yield from compare_count("question_options_count", wanted, len(question.get("options") or ()))


@expectation("messages_count", int, str)
def _messages_count(wanted: Any, answer: Answer) -> Iterator[str]:
    yield from compare_count("messages_count", wanted, len(answer.reply.messages))


@expectation("max_ms", int, float)
def _max_ms(limit: float, answer: Answer) -> Iterator[str]:
    if answer.reply.milliseconds > limit:
        yield f"max_ms: took {answer.reply.milliseconds:.0f} ms, {limit} allowed"


@expectation("custom", dict)
def _custom(wanted: Mapping[str, Any], answer: Answer) -> Iterator[str]:
    """Paths into the custom payload, `a/0/b: value`; for bots with a contract of their own."""
    for path, value in wanted.items():
        found = _at(answer.payload, str(path))
        if found != value:
            yield f"custom: {path} is {found!r}, {value!r} was expected"


def _at(value: Any, path: str) -> Any:
    for step in path.split("/"):
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value
