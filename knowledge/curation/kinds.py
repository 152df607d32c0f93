"""New kinds of work, added to roles.yml without touching what is written there."""

from __future__ import annotations

from pathlib import Path
from typing import List, Tuple

import yaml

from knowledge.errors import KnowledgeError
from knowledge.problems import shown_path


def with_kinds(roles_file: Path, declared: str) -> str:
    """The text of roles.yml with the declared kinds behind its own; known ids are left as they are.

    Args:
        roles_file: The kinds of work so far.
        declared: A YAML list of the same form.

    Raises:
        KnowledgeError: One of the two is not such a list.
    """
    text = roles_file.read_text(encoding="utf-8")
    known = {kind_id for kind_id, _ in _kinds(text, shown_path(roles_file))}
    new = [kind for kind_id, kind in _kinds(declared, "the draft's kinds of work") if kind_id not in known]
    if not new:
        return text
    added = yaml.safe_dump(new, sort_keys=False, allow_unicode=True, width=100)
    return f"{text.rstrip()}\n\n{added}"


def _kinds(text: str, place: str) -> List[Tuple[str, dict]]:
    try:
        kinds = yaml.safe_load(text) or []
        return [(str(kind["id"]), kind) for kind in kinds]
    except (yaml.YAMLError, TypeError, KeyError) as error:
        raise KnowledgeError(f'{place} cannot be read; write "- id: ...", title and names for each kind') from error
