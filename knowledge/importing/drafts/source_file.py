"""source.txt and source.json: the source as it was read, so that every quote can be found again."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from knowledge.importing.document import SourceBlock, SourceDocument
from knowledge.importing.extracted import Quote, Unplaced


@dataclasses.dataclass(frozen=True)
class Kept:
    """What is kept of a source beside its text and its blocks.

    Attributes:
        extracted: Keys of the facts that extraction proposed, for the next import to compare with.
        unplaced: What found no place, as in unplaced.md.
        unsure: The fields that the last import told to look at twice, by key: what a person took out of them
            since does not come back.
    """

    extracted: tuple[str, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    unsure: dict[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)


def source_json(document: SourceDocument, kept: Kept) -> str:
    """Everything about a source but its text.

    Args:
        document: The source.
        kept: What belongs to it.
    """
    values = {f.name: getattr(document, f.name) for f in dataclasses.fields(document) if f.name != "text"}
    values["blocks"] = [_block(block) for block in document.blocks]
    values |= {"extracted": kept.extracted, "unplaced": [_of_unplaced(one) for one in kept.unplaced]}
    values |= {"unsure": kept.unsure}
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def read_source(text: str, described: str) -> tuple[SourceDocument, Kept]:
    """The source and what was kept beside it.

    Args:
        text: source.txt.
        described: source.json.

    Raises:
        ValueError: The two are not what `source_json` wrote.
    """
    values: dict[str, Any] = json.loads(described)
    try:
        unsure = {key: tuple(names) for key, names in values.pop("unsure", {}).items()}
        kept = Kept(tuple(values.pop("extracted", ())), tuple(map(_unplaced, values.pop("unplaced", ()))), unsure)
        blocks = tuple(_read_block(block, text) for block in values.pop("blocks"))
        lists = {name: tuple(values.pop(name, ())) for name in ("dropped", "warnings")}
        return SourceDocument(text=text, blocks=blocks, **lists, **values), kept
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


def _of_unplaced(one: Unplaced) -> dict[str, Any]:
    return {"as_written": one.as_written, "why": one.why, "quote": dataclasses.asdict(one.quote)}


def _unplaced(values: dict[str, Any]) -> Unplaced:
    return Unplaced(values["as_written"], values["why"], Quote(**values["quote"]))
