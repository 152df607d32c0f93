"""What a draft keeps beside a fact, as a person may have edited it: `review`, `at` and `unsure`."""

from __future__ import annotations

import re
from pathlib import Path

from knowledge import article_schema
from knowledge.fields import FieldError, choice, many
from knowledge.importing.drafts.values import REVIEWS
from knowledge.located_yaml import Located
from knowledge.problems import Problems, one_of

_SPAN = re.compile(r"(\d+)-(\d+)")
_FIELDS = {
    "role": article_schema.ROLE,
    "figure": article_schema.FIGURE,
    "attribute": article_schema.ATTRIBUTE,
    "poll": article_schema.POLL,
    "driver": article_schema.DRIVER,
}


def span_of(body: Located) -> tuple[int, int] | None:
    """Where the quote of a fact stands in source.txt."""
    match = _SPAN.fullmatch(_words(body, "at") or "")
    return (int(match[1]), int(match[2])) if match else None


def unsure_of(kind: str, body: Located) -> tuple[str, ...]:
    """The fields of a fact that a person should look at twice; what is no field of it is left out."""
    entry = body.value.get("unsure") if isinstance(body.value, dict) else None
    named = [item.value for item in entry.value] if entry is not None and isinstance(entry.value, list) else []
    return tuple(name for name in field_names(kind) if name in named)


def check_kept(kind: str, body: Located, file: Path, problems: Problems) -> None:
    """Note what a person wrote that cannot be read.

    Args:
        kind: Of the fact: "role", "figure", "attribute", "poll" or "driver".
        body: Its mapping.
        file: Where it stands.
        problems: Gets each mistake at its line.
    """
    review = _words(body, "review")
    if review is not None and review not in REVIEWS:
        line = body.key_lines.get("review", body.line)
        problems.add(file, line, f'"review" cannot be "{review}"', f"write {one_of(REVIEWS)}")
    at = _words(body, "at")
    if at is not None and span_of(body) is None:
        line = body.key_lines.get("at", body.line)
        problems.add(file, line, f'"at" cannot be "{at}"', "write start-end, such as 120-180")
    _check_unsure(kind, body, file, problems)


def _check_unsure(kind: str, body: Located, file: Path, problems: Problems) -> None:
    entry = body.value.get("unsure")
    if entry is None or entry.value is None:
        return
    try:
        many(choice(*field_names(kind)))(entry)
    except FieldError as error:
        for one in [error, *error.more]:
            problems.add(file, one.line or entry.line, f'"unsure" {one.what}', one.instead)


def field_names(kind: str) -> tuple[str, ...]:
    """The fields of a fact, in the order of the format."""
    return tuple(field.name for field in _FIELDS.get(kind, ()))


def _words(body: Located, name: str) -> str | None:
    entry = body.value.get(name) if isinstance(body.value, dict) else None
    return entry.value if entry is not None and isinstance(entry.value, str) else None
