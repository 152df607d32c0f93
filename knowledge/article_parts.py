"""An article's Markdown taken apart: front matter, headings, paragraphs, fenced blocks.

Knows the layout of the file and its lines, and nothing of what roles or figures are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import List, Optional, Tuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from knowledge.fields import SLUG, slugify
from knowledge.located_yaml import Located, load
from knowledge.problems import Problems, one_of, suggestion

BLOCK_KINDS = ("section", "role", "poll", "driver")

_ANCHOR = re.compile(r"\s*\{#([^}\s]*)\}\s*$")
_NAMES = {
    "bullet_list_open": "a list",
    "ordered_list_open": "a list",
    "blockquote_open": "a quotation",
    "html_block": "HTML",
    "code_block": "an indented block",
    "hr": "a line across the page",
}


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; `anchor` is the written one or the one that follows from its heading."""

    text: str
    anchor: str
    line: int
    raw: str = field(repr=False)  # with its line breaks, to find the line of a word

    def line_of(self, words: str) -> int:
        """The line of the file that `words` stand in."""
        return self.line + self.raw[: max(self.raw.find(words), 0)].count("\n")


@dataclass(frozen=True)
class Block:
    """A fenced `yaml <kind>` block. `body` has the lines of the file."""

    kind: str
    body: Located
    line: int


@dataclass(frozen=True)
class Heading:
    """A heading of level 2 or 3 with everything up to the next heading."""

    level: int
    title: str
    anchor: str
    line: int
    paragraphs: List[Paragraph] = field(default_factory=list)
    blocks: List[Block] = field(default_factory=list)


@dataclass(frozen=True)
class ArticleParts:
    """One file, taken apart in document order."""

    file: Path
    front: Optional[Located]
    headings: Tuple[Heading, ...]


def read_parts(file: Path, text: str, problems: Problems) -> ArticleParts:
    """Take one article apart.

    Args:
        file: Where the text stands, for the problems.
        text: The whole file.
        problems: Gets everything that cannot be taken in.
    """
    lines = text.splitlines()
    front, body_start = _front_matter(file, lines, problems)
    # Blank lines in place of the front matter keep every later line number true.
    body = "\n".join([""] * body_start + lines[body_start:])
    return ArticleParts(file, front, _headings(file, body, problems))


def _front_matter(
    file: Path, lines: List[str], problems: Problems
) -> Tuple[Optional[Located], int]:
    if not lines or lines[0].strip() != "---":
        problems.add(file, 1, "the front matter is missing", 'begin the file with a line "---"')
        return None, len(lines)  # "---" further down would be taken for Markdown
    for number, line in enumerate(lines[1:], start=1):
        if line.strip() == "---":
            return load("\n".join(lines[1:number]), file, problems, first_line=2), number + 1
    problems.add(file, 1, "the front matter does not end", 'write a line "---" after it')
    return None, len(lines)


def _headings(file: Path, body: str, problems: Problems) -> Tuple[Heading, ...]:
    tokens = MarkdownIt("commonmark").parse(body)
    lines = body.split("\n")
    headings: List[Heading] = []
    for position, token in enumerate(tokens):
        if token.level or token.nesting < 0 or token.type == "inline" or not token.map:
            continue
        line = token.map[0] + 1
        if token.type == "heading_open":
            headings.append(_heading(token, tokens[position + 1], file, problems))
        elif token.type == "html_block" and token.content.lstrip().startswith("<!--"):
            continue  # a comment for other writers
        elif not headings:
            problems.add(file, line, "text before the first heading", "put it under a ## heading")
        elif token.type == "paragraph_open":
            _add_paragraph(tokens[position + 1], line, headings[-1], file, problems)
        elif token.type == "fence":
            _add_block(token, lines, headings[-1], file, problems)
        else:
            name = _NAMES.get(token.type, token.type)
            problems.add(file, line, f"{name} is not a passage", "write it as a paragraph")
    return tuple(headings)


def _heading(token: Token, inline: Token, file: Path, problems: Problems) -> Heading:
    line = token.map[0] + 1 if token.map else 1
    level = int(token.tag[1:])
    title, anchor = _split_anchor(inline, line, file, problems)
    if level not in (2, 3):
        problems.add(
            file,
            line,
            f"a heading of level {level}",
            "write ## for a section and ### for a role, a driver or a part of a section",
        )
    if not title:
        problems.add(file, line, "a heading without words", "write its title")
    if anchor is None:
        anchor = slugify(title)
        problems.add(
            file,
            line,
            "this heading has no anchor",
            f"write {'#' * level} {title} {{#{anchor}}}",
        )
    return Heading(level, title, anchor, line)


def _add_paragraph(
    inline: Token, line: int, heading: Heading, file: Path, problems: Problems
) -> None:
    text, anchor = _split_anchor(inline, line, file, problems)
    count = len(heading.paragraphs) + 1
    if anchor is None:
        anchor = heading.anchor if count == 1 else f"{heading.anchor}-{count}"
    if not text:
        problems.add(file, line, "an empty passage", "write its text or take its anchor out")
    heading.paragraphs.append(Paragraph(text, anchor, line, inline.content))


def _split_anchor(
    inline: Token, line: int, file: Path, problems: Problems
) -> Tuple[str, Optional[str]]:
    text = _plain_text(inline)
    match = _ANCHOR.search(text)
    if not match:
        return text, None
    anchor = match.group(1)
    if not SLUG.fullmatch(anchor):
        good = slugify(anchor)
        problems.add(
            file,
            line + inline.content.count("\n"),
            f'the anchor "{anchor}" cannot be read',
            f"write lower-case words with hyphens, such as {{#{good}}}",
        )
        anchor = good
    return text[: match.start()].strip(), anchor


def _plain_text(inline: Token) -> str:
    """The words as a reader sees them: no emphasis marks, line breaks as spaces."""
    pieces = []
    for child in inline.children or []:
        if child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            pieces.append(" ")
    return " ".join("".join(pieces).split())


def _add_block(
    token: Token, lines: List[str], heading: Heading, file: Path, problems: Problems
) -> None:
    first, after = token.map or [0, 0]
    language, _, kind = token.info.strip().partition(" ")
    kind = kind.strip()
    if lines[after - 1].strip() != token.markup or after - 1 == first:
        problems.add(file, first + 1, "this block does not end", f"write {token.markup} after it")
        return
    if language != "yaml" or kind not in BLOCK_KINDS:
        shown = token.info.strip() or "without a name"
        instead = (
            suggestion(kind, BLOCK_KINDS)
            if language == "yaml" and kind
            else (f"write ```yaml and then {one_of(BLOCK_KINDS)}")
        )
        problems.add(file, first + 1, f"a block cannot be {shown}", instead)
        return
    body = load(token.content, file, problems, first_line=first + 2)
    if body is not None:
        heading.blocks.append(Block(kind, body, first + 1))
