"""YAML that remembers its lines.

Scalars stay as they are written: which text is a number, a date or a yes is for the
reader of a field to say (`fields.py`), so `multi_select: yes` never turns into True.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, List, Optional, Union

import yaml

from knowledge.problems import Problems

# The same parser in C, where PyYAML was built with it, reads a thousand articles in a sixth of the time.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Value = Union[None, str, List["Located"], Dict[str, "Located"]]


@dataclass(frozen=True)
class Located:
    """A YAML value and the line of the file that it begins on."""

    value: Value
    line: int
    quoted: bool = False
    key_lines: Dict[str, int] = field(default_factory=dict)  # of a mapping

    @property
    def shape(self) -> str:
        """What a person would call this value."""
        if self.value is None:
            return "nothing"
        return {str: "text", list: "a list", dict: "keys with values"}[type(self.value)]


def load(text: str, file: Path, problems: Problems, first_line: int = 1) -> Optional[Located]:
    """Read one YAML document.

    Args:
        text: The YAML, without fences.
        file: The file it stands in.
        problems: Gets a problem for broken YAML and for a key written twice.
        first_line: The line of the file that `text` begins on.

    Returns:
        The value, or None if the text is not YAML (a problem says so).
    """
    try:
        node = _compose(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        reason = getattr(error, "problem", None) or "it cannot be read"
        problems.add(
            file,
            line,
            f"this is not valid YAML ({reason})",
            'write "key: value" lines, and put text with ": ", "#" or a leading "$" in quotes',
        )
        return None
    if node is None:
        return Located(None, first_line)
    return _located(node, file, problems, first_line)


def _compose(text: str) -> Optional[yaml.Node]:
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError:
        return yaml.compose(text, Loader=yaml.SafeLoader)  # it names the line more exactly


def _located(node: yaml.Node, file: Path, problems: Problems, first_line: int) -> Located:
    line = first_line + node.start_mark.line
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, file, problems, first_line)
    if isinstance(node, yaml.SequenceNode):
        return Located([_located(n, file, problems, first_line) for n in node.value], line)
    quoted = node.style in ("'", '"', "|", ">")
    empty = not quoted and node.value in ("", "~", "null", "Null", "NULL")
    return Located(None if empty else node.value, line, quoted)


def _mapping(node: yaml.MappingNode, file: Path, problems: Problems, first_line: int) -> Located:
    values: Dict[str, Located] = {}
    key_lines: Dict[str, int] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), first_line + key_node.start_mark.line
        if key in values:
            problems.add(
                file,
                line,
                f'"{key}" is already given in line {key_lines[key]}',
                "keep one of the two",
            )
            continue
        values[key] = _located(value_node, file, problems, first_line)
        key_lines[key] = line
    return Located(values, first_line + node.start_mark.line, key_lines=key_lines)
