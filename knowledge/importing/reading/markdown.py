"""Markdown: rendered to HTML, then read as such, so that HTML inside it is treated like any other."""

from __future__ import annotations

import re

import yaml
from markdown_it import MarkdownIt

from knowledge.importing.reading.characters import clean
from knowledge.importing.reading.dates import date_in, iso_date
from knowledge.importing.reading.html import flowed
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.page_parts import without_page_parts
from knowledge.importing.reading.reading import About, Reading, Tally

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def read_markdown(text: str, limits: Limits) -> Reading:
    """A Markdown file in blocks; its front matter says title, publisher, address and date."""
    Tally(limits).characters(len(text))
    front, body = _front_matter(text)
    renderer = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    reading = flowed(renderer.render(body), limits)
    kept, dropped = without_page_parts(reading.blocks)
    title = _said(front, "title") or next((b.text for b in kept if b.kind == "heading"), None)
    about = About(
        title=title,
        publisher=_said(front, "publisher", "publication", "site", "site_name", "source", "magazine", "journal"),
        url=_said(front, "url", "canonical", "canonical_url", "link"),
        published=iso_date(_said(front, "date", "published", "updated") or "") or date_in([b.text for b in kept[:12]]),
    )
    return Reading("markdown", kept, about, [*dropped, *reading.dropped], reading.warnings)


def _front_matter(text: str) -> tuple[dict, str]:
    found = _FRONT.match(text)
    if not found:
        return {}, text
    # Aliases are how a small file becomes a large one; no front matter needs them.
    if re.search(r"(?m)(?:^|[\s:\[,-])[&*]\w", found.group(1)):
        return {}, text[found.end() :]
    try:
        front = yaml.safe_load(found.group(1))
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, text
    return (front, text[found.end() :]) if isinstance(front, dict) else ({}, text)


def _said(front: dict, *names: str) -> str | None:
    for name in names:
        value = front.get(name)
        if value is not None and not isinstance(value, (dict, list)):
            return clean(str(value)) or None
    return None
