"""New kinds of work, added to roles.yml without touching what is written there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import List, Tuple

import yaml

from knowledge.errors import KnowledgeError
from knowledge.problems import shown_path

_KIND_LINE = re.compile(r"^\s*kind:\s*([a-z0-9-]+)\s*$", re.MULTILINE)


def with_kinds(roles_file: Path, declared: str, article: str) -> str:
    """The text of roles.yml with the declared kinds behind its own.

    Kinds that are there already stay as they are; those that the article does not use (its reviewer
    rejected the role) are left out.

    Args:
        roles_file: The kinds of work so far.
        declared: A YAML list of the same form.
        article: The knowledge file that uses them.

    Raises:
        KnowledgeError: One of the two is not such a list.
    """
    text = roles_file.read_text(encoding="utf-8")
    known = {kind_id for kind_id, _ in _kinds(text, shown_path(roles_file))}
    used = set(_KIND_LINE.findall(article))
    proposed = _kinds(declared, "the draft's kinds of work")
    new = {kind_id: kind for kind_id, kind in proposed if kind_id in used - known}
    if not new:
        return text
    for kind in new.values():
        if kind.get("related"):
            kind["related"] = [other for other in kind["related"] if other in known or other in new]
    added = yaml.safe_dump(list(new.values()), sort_keys=False, allow_unicode=True, width=100)
    return f"{text.rstrip()}\n\n{added}"


def _kinds(text: str, place: str) -> List[Tuple[str, dict]]:
    try:
        kinds = yaml.safe_load(text) or []
        return [(str(kind["id"]), kind) for kind in kinds]
    except (yaml.YAMLError, TypeError, KeyError) as error:
        raise KnowledgeError(f'{place} cannot be read; write "- id: ...", title and names for each kind') from error
