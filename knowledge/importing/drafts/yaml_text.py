"""Writes the YAML of front matter and fenced blocks as the knowledge files have it.

PyYAML's own writer cannot keep the layout that people edit by hand, or tell which line came from where.
"""

from __future__ import annotations

import json
import re
from typing import Any

from knowledge.located_yaml import Located

Line = tuple[str, int]  # text, and the line that it was made from (0: a new one)

_PLAIN = re.compile(r"[A-Za-z0-9$](?:[\w $%'()./&;?!–—-]|:(?=[^\s:])|,(?=\s))*")
_NULL = {"null", "~", ""}
# YAML allows them nowhere, or folds them like line breaks.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def scalar(value: str | None, *, flow: bool = False) -> str:
    """A value as YAML, in quotes only where it needs them.

    Args:
        value: The words, or None.
        flow: It stands within [] or {}.
    """
    if value is None:
        return "null"
    plain = _PLAIN.fullmatch(value) and not value.endswith((" ", ":")) and value.lower() not in _NULL
    if plain and not (value.startswith("$") or (flow and re.search(r"[,:]", value))):
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda m: f"\\u{ord(m[0]):04x}", quoted)


def located(value: Any) -> Located:
    """Plain dicts, lists, words and None as if read from a file; every line is 0."""
    if isinstance(value, dict):
        return Located({k: located(v) for k, v in value.items()}, 0, key_lines=dict.fromkeys(value, 0))
    if isinstance(value, (list, tuple)):
        return Located([located(v) for v in value], 0)
    return Located(None if value is None else str(value), 0)


def plain(value: Located) -> Any:
    """The opposite of `located`."""
    if isinstance(value.value, dict):
        return {key: plain(entry) for key, entry in value.value.items()}
    if isinstance(value.value, list):
        return [plain(entry) for entry in value.value]
    return value.value


def mapping_lines(body: Located, *, indent: int = 0, flow_keys: tuple[str, ...] = ()) -> list[Line]:
    """A mapping as lines.

    Args:
        body: Whose value is a dict.
        indent: Spaces before each line.
        flow_keys: Lists under these keys have each item on one line, as {key: value}.
    """
    lines: list[Line] = []
    space = " " * indent
    for key, entry in body.value.items():
        line = body.key_lines.get(key, body.line)
        if isinstance(entry.value, list) and any(isinstance(i.value, dict) for i in entry.value):
            lines.append((f"{space}{key}:", line))
            for item in entry.value:
                lines += _item_lines(item, indent + 2, one_line=key in flow_keys)
        elif isinstance(entry.value, list) and len(_flow(entry)) > 90:
            lines.append((f"{space}{key}:", line))
            lines += [(f"{space}  - {_flow(item)}", item.line) for item in entry.value]
        else:
            value = scalar(entry.value) if _is_scalar(entry) else _flow(entry)
            lines.append((f"{space}{key}: {value}", line))
    return lines


def _item_lines(item: Located, indent: int, *, one_line: bool) -> list[Line]:
    if one_line or not isinstance(item.value, dict) or not item.value:
        return [(f"{' ' * indent}- {_flow(item)}", item.line)]
    first, *rest = mapping_lines(item, indent=indent + 2)
    return [(f"{' ' * indent}- {first[0].lstrip()}", first[1]), *rest]


def _is_scalar(entry: Located) -> bool:
    return entry.value is None or isinstance(entry.value, str)


def _flow(entry: Located) -> str:
    if isinstance(entry.value, list):
        return f"[{', '.join(map(_flow, entry.value))}]"
    if isinstance(entry.value, dict):
        return "{" + ", ".join(f"{key}: {_flow(value)}" for key, value in entry.value.items()) + "}"
    return scalar(entry.value, flow=True)
