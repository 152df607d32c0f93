"""New kinds of work that a draft proposes: kinds.yml, in the format of knowledge/roles.yml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from knowledge.article_schema import KIND
from knowledge.facts import RoleKind
from knowledge.fields import read_record, slugify
from knowledge.importing.drafts.titles import proposed_title
from knowledge.importing.drafts.yaml_text import located, mapping_lines
from knowledge.located_yaml import load
from knowledge.problems import Problems

_CAPITALS = re.compile(r"[A-Z].*[A-Z]")
_HEAD = "# Kinds of work that knowledge/roles.yml does not have yet. Publishing adds those that are used."


def kind_for(kind: str | None, title: str, known: Mapping[str, RoleKind], new: dict[str, RoleKind]) -> str:
    """The id of a role's kind of work; a kind that nobody knows is added to `new`."""
    if kind is not None and kind in known:
        return kind
    bare = re.sub(r"\s*\([^)]*\)", "", title).strip() or title
    name = kind or slugify(bare)
    owner = _owner(bare, known.values()) or _owner(bare, new.values())
    if owner is not None:
        return owner
    if name not in known and name not in new:
        new[name] = RoleKind(name, *_named(bare))
    return name


def _named(bare: str) -> tuple[str, tuple[str, ...]]:
    """A new kind's title, and its name as people type it: in small letters, but "MSL" and "VA" as they are."""
    title = proposed_title(bare)
    words = [word if _CAPITALS.search(word) else word.lower() for word in title.split()]
    return title[:1].upper() + title[1:], (" ".join(words),)


def _owner(name: str, kinds: Iterable[RoleKind]) -> str | None:
    wanted = slugify(name)
    for kind in kinds:
        if wanted in (kind.id, *map(slugify, (kind.title, *kind.names))):
            return kind.id
    return None


def kinds_text(new: Mapping[str, RoleKind]) -> str:
    """The file for these kinds, "" for none."""
    if not new:
        return ""
    entries = []
    for kind in new.values():
        body = {"id": kind.id, "title": kind.title, "names": list(kind.names), "related": list(kind.related)}
        lines = [text for text, _ in mapping_lines(located(body))]
        entries.append("\n".join([f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]))
    return "\n\n".join([_HEAD, *entries]) + "\n"


def read_kinds(file: Path, text: str, problems: Problems) -> dict[str, RoleKind]:
    """The kinds of a file; what is wrong in it is noted at its line."""
    body = load(text, file, problems)
    if body is None or body.value is None:
        return {}
    if not isinstance(body.value, list):
        problems.add(file, body.line, f"the kinds of work are {body.shape}, not a list", 'write "- id: ..." for each')
        return {}
    records = [read_record(item, KIND, file=file, problems=problems, name="kind of work") for item in body.value]
    return {
        r["id"]: RoleKind(r["id"], r["title"] or r["id"], r["names"] or (), r["related"] or ())
        for r in records
        if r is not None and r["id"]
    }
