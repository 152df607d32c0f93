"""source.txt and source.json: the source as it was read, so that every quote can be found again."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from knowledge.importing.document import SourceBlock, SourceDocument


def source_json(document: SourceDocument, extracted: list[str]) -> str:
    """Everything about a source but its text.

    Args:
        document: The source.
        extracted: Keys of the facts that extraction proposed, for the next import to compare with.
    """
    values = {f.name: getattr(document, f.name) for f in dataclasses.fields(document) if f.name != "text"}
    values["blocks"] = [_block(block) for block in document.blocks]
    return json.dumps({**values, "extracted": extracted}, ensure_ascii=False, indent=1) + "\n"


def read_source(text: str, described: str) -> tuple[SourceDocument, list[str]]:
    """The source and the keys of what was extracted from it.

    Args:
        text: source.txt.
        described: source.json.

    Raises:
        ValueError: The two are not what `source_json` wrote.
    """
    values: dict[str, Any] = json.loads(described)
    try:
        extracted = [str(key) for key in values.pop("extracted", [])]
        blocks = tuple(_read_block(block, text) for block in values.pop("blocks"))
        lists = {name: tuple(values.pop(name, ())) for name in ("dropped", "warnings")}
        return SourceDocument(text=text, blocks=blocks, **lists, **values), extracted
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"it is not as it was written: {error}") from error


def _block(block: SourceBlock) -> dict[str, Any]:
    """A block by its place; what is at its default is left out."""
    values: dict[str, Any] = {"kind": block.kind, "start": block.start, "end": block.end}
    more = {name: getattr(block, name) for name in ("level", "cells", "header", "table")}
    return values | {name: value for name, value in more.items() if value}


def _read_block(values: dict[str, Any], text: str) -> SourceBlock:
    more = {name: value for name, value in values.items() if name != "end"}
    more |= {name: tuple(values[name]) for name in ("cells", "header") if name in values}
    return SourceBlock(text=text[values["start"] : values["end"]], **more)
