"""Fields of a YAML mapping, read by a table of what each may hold.

A value that is wrong is reported at its own line and read as None, so that the checks
after this one do not report it again.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, Sequence, Tuple

from knowledge.located_yaml import Located
from knowledge.problems import Problems, suggestion

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_CURRENCY = re.compile(r"[A-Z]{3}")


class FieldError(Exception):
    """A value that its field cannot hold; `more` are further ones of the same list."""

    def __init__(self, what: str, instead: str, line: Optional[int] = None) -> None:
        super().__init__(what)
        self.what, self.instead, self.line = what, instead, line
        self.more: List[FieldError] = []


Reader = Callable[[Located], Any]


@dataclass(frozen=True)
class Field:
    """One key of a mapping: how its value is read, and whether it must be there."""

    name: str
    read: Reader
    required: bool = False
    default: Any = None
    example: str = "..."  # shown when the field is missing


@dataclass(frozen=True)
class Record:
    """The values of a mapping, each with its line; a field that is not given has the mapping's."""

    values: Dict[str, Any]
    lines: Dict[str, int]
    line: int
    file: Path

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def line_of(self, name: str) -> int:
        return self.lines.get(name, self.line)

    def given(self, name: str) -> bool:
        """Whether the key is written at all, even with a wrong value or none."""
        return name in self.lines


def read_record(
    located: Located, fields: Sequence[Field], *, file: Path, problems: Problems, name: str
) -> Optional[Record]:
    """Read a mapping by its table of fields.

    Args:
        located: What stands in the file.
        fields: What may stand there.
        file: Where it stands.
        problems: Gets every wrong, missing or unknown field.
        name: What the mapping is, for messages ("figure", "role").

    Returns:
        The record, or None if there is no mapping at all.
    """
    if not isinstance(located.value, dict):
        problems.add(
            file,
            located.line,
            f"a {name} is made of keys with values, this is {located.shape}",
            f'write "{fields[0].name}: {fields[0].example}" and so on',
        )
        return None
    known = [field.name for field in fields]
    for key, line in located.key_lines.items():
        if key not in known:
            problems.add(file, line, f'unknown key "{key}" in this {name}', suggestion(key, known))
    values = {f.name: _value(located, f, file, problems, name) for f in fields}
    return Record(values, dict(located.key_lines), located.line, file)


def _value(located: Located, field: Field, file: Path, problems: Problems, name: str) -> Any:
    entry = located.value.get(field.name)
    if entry is None or entry.value is None:
        if field.required:
            line = located.line if entry is None else entry.line
            problems.add(
                file,
                line,
                f'this {name} has no "{field.name}"',
                f'write "{field.name}: {field.example}"',
            )
        return field.default
    try:
        return field.read(entry)
    except FieldError as error:
        for one in [error, *error.more]:
            what = f'"{field.name}" {one.what}'
            problems.add(file, one.line or entry.line, what, one.instead)
        return None


def text(entry: Located) -> str:
    """Words, their line breaks turned into spaces."""
    if not isinstance(entry.value, str):
        raise FieldError(f"is {entry.shape}, not text", "write it as text in quotes")
    words = " ".join(entry.value.split())
    if not words:
        raise FieldError("is empty", "write it, or null if there is none")
    return words


def slug(entry: Located) -> str:
    """An id: lower-case words with hyphens."""
    word = text(entry)
    if not SLUG.fullmatch(word):
        raise FieldError(
            f'cannot be "{word}"', f'write lower-case words with hyphens, such as "{slugify(word)}"'
        )
    return word


def number(entry: Located) -> float:
    """A plain number; what the source wrote belongs in as_written."""
    word = text(entry)
    if not _NUMBER.fullmatch(word):
        digits = re.sub(r"[^\d.]", "", word).strip(".")
        hint = digits if _NUMBER.fullmatch(digits) else "250000"
        raise FieldError(f'is not a plain number: "{word}"', f"write digits only, such as {hint}")
    return float(word)


def integer(entry: Located) -> int:
    """A plain whole number."""
    value = number(entry)
    if value != int(value):
        raise FieldError(f'is not a whole number: "{entry.value}"', "write a whole number")
    return int(value)


def currency(entry: Located) -> str:
    """A currency's three letters."""
    word = text(entry)
    if not _CURRENCY.fullmatch(word):
        raise FieldError(f'cannot be "{word}"', "write its three capital letters, such as USD")
    return word


def date(entry: Located) -> str:
    """An ISO date that exists."""
    word = text(entry)
    try:
        return datetime.date.fromisoformat(word).isoformat()
    except ValueError:
        raise FieldError(
            f'is not a date: "{word}"', "write year-month-day, such as 2026-11-22"
        ) from None


def url(entry: Located) -> str:
    """A web address."""
    word = text(entry)
    if not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", word):
        raise FieldError(f'is not a web address: "{word}"', "write it with https://, or null")
    return word


def choice(*allowed: str) -> Reader:
    """A reader of one of the given words."""

    def read(entry: Located) -> str:
        word = text(entry)
        if word not in allowed:
            raise FieldError(f'cannot be "{word}"', suggestion(word, allowed))
        return word

    return read


def many(read: Reader) -> Reader:
    """A reader of a list; one value that is not in a list is reported, as is a repeated one."""

    def read_all(entry: Located) -> Tuple[Any, ...]:
        if not isinstance(entry.value, list):
            raise FieldError(f"is {entry.shape}, not a list", f"write [{entry.value or '...'}]")
        values: List[Any] = []
        wrong: List[FieldError] = []
        for item in entry.value:
            try:
                value = read(item)
                if value in values:
                    raise FieldError(f'names "{value}" twice', "name it once")
                values.append(value)
            except FieldError as error:
                wrong.append(FieldError(error.what, error.instead, item.line))
        if wrong:
            wrong[0].more = wrong[1:]
            raise wrong[0]
        return tuple(values)

    return read_all


def raw_list(entry: Located) -> List[Located]:
    """A list whose items are mappings, read later by their own table."""
    if not isinstance(entry.value, list):
        raise FieldError(f"is {entry.shape}, not a list", 'begin each item with "- "')
    return entry.value


def slugify(words: str) -> str:
    """Lower-case words with hyphens: `Call and long hours` becomes `call-and-long-hours`."""
    return "-".join(re.findall(r"[a-z0-9]+", words.lower())) or "name"
