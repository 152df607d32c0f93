"""A short form of mentions for tables: "!setting=pharma" is an excluded one."""

from __future__ import annotations

from typing import List

from knowledge.language.names import Names
from knowledge.language.understand import understand


def said(text: str, names: Names, *, without: str = "cue reference") -> List[str]:
    """What `understand` finds, in order, without some kinds."""
    return [
        f"{'!' if mention.excluded else ''}{mention.kind}={mention.value}"
        for mention in understand(text, names)
        if mention.kind not in without.split()
    ]
