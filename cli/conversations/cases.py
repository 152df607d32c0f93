"""Conversation files: YAML in, checked conversations out.

A file is a list of conversations, or a mapping with `conversations` and what holds for
all of them (`contract`, `facts`). Every mistake in a file is reported as file:line with
what to write instead; nothing is sent to a bot before all files are right.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from cli.conversations.expectations import EXPECTATIONS, shape_problem
from cli.conversations.facts import Facts

FILE_KEYS = ("about", "contract", "facts", "conversations")
CONVERSATION_KEYS = ("name", "about", "tags", "turns")
TURN_KEYS = ("user", "note", "read_on")


class CaseError(Exception):
    """One or more mistakes in conversation files; `problems` lists them as file:line: text."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Turn:
    """One thing a person says, and what the answer to it must be like."""

    user: str
    expect: Mapping[str, Any]
    line: int
    note: str = ""
    read_on: bool = False  # ask for more until the whole list was seen, then check it as one


@dataclass(frozen=True)
class Conversation:
    """A named sequence of turns with one bot, from an empty tracker."""

    name: str
    turns: tuple[Turn, ...]
    file: str
    line: int
    tags: tuple[str, ...] = ()
    contract: str | None = None  # "answer/1": every answer must keep that contract
    facts: Facts = field(default_factory=Facts)

    @property
    def where(self) -> str:
        """file:line, for messages."""
        return f"{self.file}:{self.line}"


class _Lined(dict):
    """A mapping that remembers the line of each of its keys (1-based) and its own."""

    line: int = 0
    lines: dict[str, int]


class _Loader(yaml.SafeLoader):
    """SafeLoader whose mappings know their lines and refuse a key that stands twice."""


def _construct_mapping(loader: _Loader, node: yaml.MappingNode) -> _Lined:
    result = _Lined()
    result.line = node.start_mark.line + 1
    result.lines = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in result:
            mark = key_node.start_mark
            raise yaml.constructor.ConstructorError(None, None, f"`{key}` stands here twice", mark)
        result[key] = loader.construct_object(value_node, deep=True)
        result.lines[key] = key_node.start_mark.line + 1
    return result


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _construct_mapping)


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The conversation files under the paths, sorted; a folder stands for its *.yml.

    Raises:
        CaseError: A path does not exist, or nothing was found.
    """
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files.extend(sorted(p for p in path.glob("*.yml") if p.name != "facts.yml"))
        elif path.is_file():
            files.append(path)
        else:
            raise CaseError([f"{path}: no such file or folder"])
    if not files:
        raise CaseError([f"{', '.join(map(str, paths))}: no *.yml with conversations here"])
    return files


def load_conversations(paths: Iterable[Path]) -> list[Conversation]:
    """Reads and checks every file.

    Raises:
        CaseError: With all problems of all files together.
    """
    problems: list[str] = []
    found: list[Conversation] = []
    for file in find_files(list(paths)):
        found.extend(_Reader(file, problems).read())
    seen: dict[str, Conversation] = {}
    for conversation in found:
        first = seen.setdefault(conversation.name, conversation)
        if first is not conversation:
            problems.append(
                f"{conversation.where}: the name {conversation.name!r} is taken by {first.where}"
            )
    if problems:
        raise CaseError(problems)
    return found


class _Reader:
    """Reads one file and collects what is wrong with it."""

    def __init__(self, file: Path, problems: list[str]) -> None:
        self.file = file
        self.problems = problems

    def read(self) -> list[Conversation]:
        try:
            raw = yaml.load(self.file.read_text(encoding="utf-8"), Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            self._problem(line, f"not readable as YAML: {error.problem}")
            return []
        header = raw if isinstance(raw, dict) else {}
        if isinstance(raw, dict):
            self._known(raw, FILE_KEYS, "a file")
        entries = header.get("conversations") if isinstance(raw, dict) else raw
        if not isinstance(entries, list) or not entries:
            self._problem(1, "expected a list of conversations, each with `name` and `turns`")
            return []
        facts = self._facts(header)
        made = (self._conversation(entry, header, facts) for entry in entries)
        return [conversation for conversation in made if conversation]

    def _facts(self, header: Mapping[str, Any]) -> Facts:
        name = header.get("facts")
        if not name:
            return Facts()
        try:
            return Facts.load(self.file.parent / name)
        except (OSError, ValueError, KeyError, TypeError, yaml.YAMLError) as error:
            self._problem(header.lines["facts"], f"facts file {name!r} is not readable: {error}")
            return Facts()

    def _conversation(
        self, entry: Any, header: Mapping[str, Any], facts: Facts
    ) -> Conversation | None:
        if not isinstance(entry, _Lined):
            self._problem(1, f"a conversation is a mapping with `name` and `turns`, not {entry!r}")
            return None
        self._known(entry, CONVERSATION_KEYS, "a conversation")
        name, turns = entry.get("name"), entry.get("turns")
        if not isinstance(name, str) or not name.strip():
            self._problem(entry.line, "a conversation needs a `name`")
            return None
        if not isinstance(turns, list) or not turns:
            self._problem(entry.line, f"{name!r} needs `turns`, a list that begins with `user:`")
            return None
        made = [turn for turn in (self._turn(raw, name) for raw in turns) if turn]
        return Conversation(
            name=name,
            turns=tuple(made),
            file=str(self.file),
            line=entry.line,
            tags=tuple(entry.get("tags", ())),
            contract=header.get("contract"),
            facts=facts,
        )

    def _turn(self, raw: Any, name: str) -> Turn | None:
        if not isinstance(raw, _Lined):
            self._problem(1, f"a turn of {name!r} is a mapping with `user`, not {raw!r}")
            return None
        self._known(raw, (*TURN_KEYS, *EXPECTATIONS), "a turn")
        if not isinstance(raw.get("user"), str):
            self._problem(
                raw.line, 'a turn needs `user`, a text (in quotes if it is a number: "2")'
            )
            return None
        expect = {key: value for key, value in raw.items() if key in EXPECTATIONS}
        if not expect:
            self._problem(
                raw.line, f"the turn {raw['user'][:40]!r} expects nothing: add `kind`, say"
            )
        for key, value in expect.items():
            problem = shape_problem(key, value)
            if problem:
                self._problem(raw.lines[key], f"`{key}`: {problem}")
        return Turn(
            user=raw["user"],
            expect=expect,
            line=raw.line,
            note=str(raw.get("note", "")),
            read_on=bool(raw.get("read_on", False)),
        )

    def _known(self, mapping: _Lined, known: Iterable[str], what: str) -> None:
        for key in mapping:
            if key in known:
                continue
            near = difflib.get_close_matches(str(key), list(known), n=1)
            hint = f"did you mean `{near[0]}`?" if near else f"known: {', '.join(sorted(known))}"
            self._problem(mapping.lines[key], f"{what} has no `{key}`; {hint}")

    def _problem(self, line: int, text: str) -> None:
        self.problems.append(f"{self.file}:{line}: {text}")
