"""What the page reader learns from: fragments of pages whose amounts are marked and labelled.

The form of the fragments is described in fragments/README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from knowledge.importing.document import SourceDocument
from knowledge.importing.extraction.percentages import find_percentages
from knowledge.importing.learned.windows import Window, Windows
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.markdown import read_markdown
from knowledge.importing.reading.reading import assembled

FIGURE_FIELDS = ("role", "qualifier", "place", "source")
POLL_FIELDS = ("population", "sample", "year", "poll_source")
FIELDS = FIGURE_FIELDS + POLL_FIELDS
MULTI = ("unknown", "yes", "no")
KINDS = ("none", "figure", "poll")
FRAGMENTS = Path(__file__).with_name("fragments")
_MARK = re.compile(r"\[\[(\d+):(.*?)\]\]")
_OPEN, _SHUT = "\ue100", "\ue000"  # of the private use area: readers let them pass


@dataclass(frozen=True)
class Example:
    """One amount as it is seen, and what is to be read.

    Attributes:
        window: What is seen.
        kind: Of `KINDS`: no pay and no poll, pay, or a share of people.
        spans: By field, the places in the window's text where its value stands; empty where the text says
            nothing. A field that is missing is not learned from this example.
        multi: Of a poll, one of `MULTI`; else None.
        origin: File that it is from.
    """

    window: Window
    kind: str
    spans: Mapping[str, tuple[tuple[int, int], ...]]
    multi: str | None
    origin: str


def fragments(folder: Path = FRAGMENTS) -> list[Example]:
    """The examples of all files of fragments."""
    return [one for path in sorted(folder.glob("*.yml")) for one in read_examples(path)]


def read_examples(path: Path) -> list[Example]:
    """All examples of one file of fragments."""
    found = []
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
        found += _examples(entry, path.stem)
    return found


def _examples(entry: Mapping[str, Any], origin: str) -> Iterator[Example]:
    document, marks = marked_document(entry["text"])
    windows = Windows(document)
    for number, (block, start, end) in marks.items():
        share = bool(find_percentages(document.blocks[block].text[start:end]))
        window = windows.of(block, start, end, share=share)
        if label := (entry.get("figures") or {}).get(number):
            values = {"role": label["role"], "qualifier": label["qualifier"], "place": label["place"]}
            yield example(window, "figure", values | {"source": label["source"]}, None, origin)
        elif label := (entry.get("polls") or {}).get(number):
            values = {key: label[key] for key in ("population", "sample", "year")}
            values = {key: None if value is None else str(value) for key, value in values.items()}
            multi = {True: "yes", False: "no"}.get(label["multi"], label["multi"])
            yield example(window, "poll", values | {"poll_source": label["source"]}, multi, origin)
        else:
            yield Example(window, "none", {}, None, origin)


def example(window: Window, kind: str, values: Mapping[str, str | None], multi: str | None, origin: str) -> Example:
    """An example; a value that does not stand in the window is not learned."""
    spans = {}
    for field, value in values.items():
        found = _places(window, value) if value else ()
        if value is None or found:
            spans[field] = found
    return Example(window, kind, spans, multi, origin)


def _places(window: Window, value: str) -> tuple[tuple[int, int], ...]:
    """Where a value stands as whole words, apart from the amount itself; at most the three nearest to it."""
    pattern = r"\s+".join(map(re.escape, value.split()))
    found = [
        match.span()
        for match in re.finditer(rf"(?<![\w]){pattern}(?!\w)", window.text, re.IGNORECASE)
        if match.end() <= window.start or match.start() >= window.end
    ]
    return tuple(sorted(found, key=lambda one: min(abs(one[0] - window.end), abs(window.start - one[1])))[:3])


def marked_document(text: str) -> tuple[SourceDocument, dict[int, tuple[int, int, int]]]:
    """A fragment as it is read, and by the number of each mark its block and its place in that block's text."""
    marked = _MARK.sub(lambda match: chr(ord(_OPEN) + int(match[1])) + match[2] + _SHUT, text)
    _, blocks = assembled(read_markdown(marked, Limits()).blocks)
    marks: dict[int, tuple[int, int, int]] = {}
    clean = []
    for number, block in enumerate(blocks):
        plain, places = _without_marks(block.text)
        marks |= {mark: (number, *place) for mark, place in places.items()}
        cells = tuple(_without_marks(cell)[0] for cell in block.cells)
        header = tuple(_without_marks(cell)[0] for cell in block.header)
        clean.append(replace(block, text=plain, start=0, cells=cells, header=header))
    return (
        SourceDocument("fragment", "", "markdown", None, None, None, None, "", tuple(clean)),
        marks,
    )


def _without_marks(text: str) -> tuple[str, dict[int, tuple[int, int]]]:
    plain, places, begun = "", {}, []
    for sign in text:
        if sign == _SHUT and begun:
            number, start = begun.pop()
            places[number] = (start, len(plain))
        elif ord(_OPEN) <= ord(sign) < ord(_OPEN) + 0x700:
            begun.append((ord(sign) - ord(_OPEN), len(plain)))
        else:
            plain += sign
    return plain, places
