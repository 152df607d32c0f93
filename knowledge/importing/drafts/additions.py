"""What comes into article.md: facts that a person found, and those of a second import."""

from __future__ import annotations

import re

from knowledge.fields import slugify
from knowledge.importing.drafts.anchors import Anchors
from knowledge.importing.drafts.editing import (
    Body,
    change_body,
    fact_at,
    joined,
    new_anchors,
    new_passage,
    passage_for,
    section_end,
    with_lines,
)
from knowledge.importing.drafts.errors import EditRefused
from knowledge.importing.drafts.layout import block_text, heading
from knowledge.importing.drafts.page import DraftPage
from knowledge.importing.drafts.values import fact_key, place

_LISTS = {"figure": "figures", "attribute": "attributes"}
_CITES = re.compile(r"^(\s*(?:- )?(?:passage|pay_note_passage): )(\S+)$", re.MULTILINE)
_ANCHOR = re.compile(r"\{#([a-z0-9-]+)\}$", re.MULTILINE)


def add_fact(page: DraftPage, kind: str, role: str | None, values: Body, span: tuple[int, int], quote: str) -> str:
    """Add a fact that a person found in the source; it counts as accepted.

    Args:
        page: The article.
        kind: "figure", "attribute", "poll" or "role".
        role: Path of the role that a figure or an attribute belongs to.
        values: Its keys and values.
        span: Where its sentence stands in the source.
        quote: That sentence.

    Returns:
        The new text; where no passage has the sentence, it is put in, to be rewritten if it must be.
    """
    words = " ".join(quote.split())
    key = fact_key(kind, words, *values.values())
    kept = {"quote": words, "at": place(*span), "confidence": "1", "review": "accepted", "key": key}
    if any(fact.key == key for fact in page.facts):
        raise EditRefused("this fact is in the draft already")
    if kind == "role":
        return _add_role(page, {**values, **kept}, words)
    if kind == "poll":
        return bring_poll(page, "Polls", {**values, **kept}, words)
    if kind not in _LISTS:
        raise EditRefused(f'a fact cannot be "{kind}"')
    return bring_fact(page, role or "", kind, {**values, **kept}, words)


def _add_role(page: DraftPage, body: Body, quote: str) -> str:
    title = body.get("title") or quote[:60]
    anchor = new_anchors(page).new(title)
    start = [] if page.headings else ["## Roles {#roles}", ""]
    block = block_text("role", {**body, "attributes": [], "figures": []})
    lines = [heading(3, title, anchor), "", *new_passage(page, quote, anchor), "", block]
    return joined([*page.lines, "", *start, *lines])


def bring_fact(page: DraftPage, role: str, kind: str, body: Body, words: str) -> str:
    """Put a figure or an attribute into a role.

    Args:
        page: The article.
        role: Path of the role.
        kind: "figure" or "attribute".
        body: Its mapping; `passage` is set here.
        words: The passage to put in where none has its quote.
    """
    fact = fact_at(page, role)
    anchor, passage = passage_for(page, fact.heading, body["quote"], words)

    def change(role_body: Body) -> None:
        role_body[_LISTS[kind]] = [*(role_body.get(_LISTS[kind]) or []), _citing(body, anchor)]

    return change_body(page, fact, change, above=passage)


def bring_poll(page: DraftPage, title: str, body: Body, words: str) -> str:
    """Put a poll under the passage that has its quote, or under a heading of its own.

    Args:
        page: The article.
        title: Of the section to put it in where no passage has its quote.
        body: Its mapping; `passage` is set here, and `id` where it is taken.
        words: The passage to put in.
    """
    polls = Anchors(fact.get("id") or "" for fact in page.facts if fact.kind == "poll")
    body = {"id": None, **body}
    body["id"] = polls.new(body["id"] or " ".join(str(body.get("statement") or "poll").split()[:6]))
    for passage in page.passages:
        if body["quote"] in passage.text:
            end = page.end_of(passage.heading)
            return with_lines(page, end + 1, end, ["", block_text("poll", _citing(body, passage.anchor)), ""])
    number = next((n for n, h in enumerate(page.headings) if h.title == title), None)
    if number is None:
        anchor = new_anchors(page).new(title)
        block = block_text("poll", _citing(body, anchor))
        return joined([*page.lines, "", heading(2, title, anchor), "", *new_passage(page, words, anchor), "", block])
    anchor = new_anchors(page).new(page.headings[number].anchor)
    end = page.end_of(number)
    block = block_text("poll", _citing(body, anchor))
    return with_lines(page, end + 1, end, ["", *new_passage(page, words, anchor), "", block, ""])


def _citing(body: Body, anchor: str) -> Body:
    """A fact's mapping with its passage, in the place where the layout has it."""
    values = {key: value for key, value in body.items() if key != "passage"}
    made: Body = {}
    for key, value in values.items():
        if key == "quote":
            made["passage"] = anchor
        made[key] = value
    return made if "passage" in made else {**made, "passage": anchor}


def add_passage(page: DraftPage, number: int, words: str) -> str:
    """Add a passage below the others of a heading."""
    if not 0 <= number < len(page.headings):
        raise EditRefused("this heading is not in the draft any more; load the page again")
    lines = new_passage(page, words, new_anchors(page).new(page.headings[number].anchor))
    passages = page.under(number)
    after = passages[-1].last if passages else page.headings[number].line
    return with_lines(page, after + 1, after, ["", *lines])


def insert_role(page: DraftPage, section: str, text: str) -> str:
    """Put a role's heading with everything under it into a section.

    Args:
        page: The article.
        section: Title of the section; it is made where there is none.
        text: The lines from the role's heading on, as `layout` writes them.
    """
    anchors = new_anchors(page)
    names = {old: anchors.new(old) for old in _ANCHOR.findall(text)}
    text = _ANCHOR.sub(lambda m: f"{{#{names[m[1]]}}}", text)
    text = _CITES.sub(lambda m: m[1] + names.get(m[2], m[2]), text).strip("\n")
    number = next((n for n, h in enumerate(page.headings) if h.level <= 2 and h.title == section), None)
    if number is None:
        return joined([*page.lines, "", heading(2, section, anchors.new(slugify(section))), "", text])
    end = section_end(page, number)
    return with_lines(page, end + 1, end, ["", text, ""])
