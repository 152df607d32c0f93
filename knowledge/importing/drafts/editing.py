"""How a change of article.md is made: lines replaced, a block written anew, a passage put in.

Lines that a change does not concern stay as they were written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from knowledge.importing.drafts.anchors import Anchors
from knowledge.importing.drafts.errors import EditRefused
from knowledge.importing.drafts.layout import REWRITE, block_text
from knowledge.importing.drafts.page import DraftFact, DraftPage, DraftPassage
from knowledge.importing.drafts.prose import as_paragraph
from knowledge.importing.drafts.yaml_text import plain

Body = dict[str, Any]


def fact_at(page: DraftPage, path: str) -> DraftFact:
    """The fact with this address.

    Raises:
        EditRefused: There is none.
    """
    for fact in page.facts:
        if fact.path == path:
            return fact
    raise EditRefused("this fact is not in the draft any more; load the page again")


def passage_at(page: DraftPage, path: str) -> DraftPassage:
    """The passage with this address.

    Raises:
        EditRefused: There is none.
    """
    for passage in page.passages:
        if passage.path == path:
            return passage
    raise EditRefused("this passage is not in the draft any more; load the page again")


def change_body(page: DraftPage, fact: DraftFact, change: Callable[[Body], None], above: Sequence[str] = ()) -> str:
    """The article with one fact's mapping changed and its block written anew.

    Args:
        page: The article.
        fact: Which fact.
        change: Changes its mapping in place.
        above: Lines of a new passage, to stand above the block.
    """
    block = page.blocks[fact.block]
    body = plain(block.body)
    target = body
    for step in fact.path.split("/")[2:]:
        target = target[int(step)] if step.isdigit() else target[step]
    change(target)
    before = [*above, ""] if above else []
    return with_lines(page, block.first, block.last, [*before, *block_text(block.name, body).split("\n")])


def new_anchors(page: DraftPage) -> Anchors:
    """Anchors that the article does not have yet."""
    return Anchors([*(p.anchor for p in page.passages), *(h.anchor for h in page.headings)])


def new_passage(page: DraftPage, words: str, anchor: str) -> list[str]:
    """The lines of a passage of the source's words, marked where they may not stay."""
    mark = [] if page.rights in ("own", "licensed") else [REWRITE]
    return [*mark, f"{as_paragraph(words)} {{#{anchor}}}"]


def passage_for(page: DraftPage, heading: int, quote: str, words: str) -> tuple[str, list[str]]:
    """The passage under a heading that has a quote.

    Returns:
        Its anchor, and the lines of a new one with `words` where there is none yet.
    """
    for passage in page.under(heading):
        if quote in passage.text:
            return passage.anchor, []
    anchor = new_anchors(page).new(page.headings[heading].anchor)
    return anchor, new_passage(page, words, anchor)


def section_end(page: DraftPage, heading: int) -> int:
    """The last line of a section with everything in it."""
    later = [h.line for h in page.headings[heading + 1 :] if h.level <= 2]
    return later[0] - 1 if later else len(page.lines)


def with_lines(page: DraftPage, first: int, last: int, lines: Sequence[str]) -> str:
    """The article with lines `first` to `last` replaced."""
    return joined([*page.lines[: first - 1], *lines, *page.lines[last:]])


def joined(lines: Sequence[str]) -> str:
    """Lines as the text of a file."""
    return "\n".join(lines).rstrip("\n") + "\n"
