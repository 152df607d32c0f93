"""Changes of what article.md has: facts decided and corrected, passages rewritten.

Every function takes the article apart as it is and gives its new text.
"""

from __future__ import annotations

from typing import Any

from knowledge.importing.drafts.editing import Body, change_body, fact_at, passage_at, with_lines
from knowledge.importing.drafts.errors import EditRefused
from knowledge.importing.drafts.layout import block_text
from knowledge.importing.drafts.page import DraftPage
from knowledge.importing.drafts.prose import as_paragraph
from knowledge.importing.drafts.values import KEPT_ASIDE, REVIEWS, UNTIL_DECIDED
from knowledge.importing.drafts.yaml_text import plain

_ENDS = ("amount", "low", "high")


def decide(page: DraftPage, path: str, review: str) -> str:
    """Accept or reject a fact, or take the decision back."""
    _check_review(review)

    def change(body: Body) -> None:
        body["review"] = review
        if review == "accepted":
            _settle(body)

    return change_body(page, fact_at(page, path), change)


def decide_all(page: DraftPage, path: str, review: str) -> str:
    """Decide on a role together with those of its facts that are not decided yet."""
    _check_review(review)

    def change(body: Body) -> None:
        inside = [*(body.get("figures") or []), *(body.get("attributes") or [])]
        for item in [body, *(item for item in inside if item.get("review") == "proposed")]:
            item["review"] = review
            if review == "accepted":
                item.pop("unsure", None)

    return change_body(page, fact_at(page, path), change)


def correct(page: DraftPage, path: str, values: dict[str, Any]) -> str:
    """Give a fact other values, which accepts it.

    Args:
        page: The article.
        path: Of the fact.
        values: New values by key; None for an empty one.
    """
    kept = set(values) & set(KEPT_ASIDE)
    if kept:
        raise EditRefused(f'"{kept.pop()}" says where the fact came from and is not corrected')

    def change(body: Body) -> None:
        aside = {key: body.pop(key) for key in KEPT_ASIDE if key in body}
        lists = {key: body.pop(key) for key in ("attributes", "figures") if key in body}
        for key, value in values.items():
            if value is None and key in _ENDS:
                body.pop(key, None)  # "low: null" would be a bound without a number
            else:
                body[key] = value
        _settle(aside)
        body |= _in_order(body) | aside | lists
        if "review" in body:
            body["review"] = "accepted"

    return change_body(page, fact_at(page, path), change)


def _settle(body: Body) -> None:
    """Take out what only concerns a fact that no person has looked at as it is."""
    for key in UNTIL_DECIDED:
        body.pop(key, None)


def _in_order(body: Body) -> Body:
    """Amounts before the currency and the unit, as in the knowledge files."""
    if "statistic" not in body:
        return {}
    first = [key for key in ("statistic", "kind", *_ENDS, "currency", "unit") if key in body]
    ordered = {key: body.pop(key) for key in [*first, *(key for key in body if key not in first)]}
    return ordered


def set_kept(page: DraftPage, path: str, values: Body) -> str:
    """Change what the draft keeps beside a fact, without deciding on it; None takes a key out."""

    def change(body: Body) -> None:
        first = values.get("unsure") and "unsure" not in body
        for key, value in values.items():
            if value is None:
                body.pop(key, None)
            else:
                body[key] = value
        for key in ("review", "key") if first else ():
            body[key] = body.pop(key)  # the doubt stands beside the confidence

    return change_body(page, fact_at(page, path), change)


def remove_fact(page: DraftPage, path: str) -> str:
    """Take a fact out; a role goes with its heading and its passages."""
    fact = fact_at(page, path)
    if fact.path.count("/") == 1:
        block, heading = page.blocks[fact.block], page.headings[fact.heading]
        alone = [b for b in page.blocks if b.heading == fact.heading] == [block]
        if fact.kind == "role" and heading.level > 2 and alone:
            return with_lines(page, heading.line, page.end_of(fact.heading), [])
        return with_lines(page, block.first, block.last, [])
    _, _, name, number = fact.path.split("/")

    def change(body: Body) -> None:
        del body[name][int(number)]

    return change_body(page, fact_at(page, path.rsplit("/", 2)[0]), change)


def rewrite(page: DraftPage, path: str, words: str, *, repeats: bool) -> str:
    """Give a passage other words; without any, it is taken out.

    Args:
        page: The article.
        path: Of the passage.
        words: Its new text, as plain words.
        repeats: It still has the source's words, so that its mark stays.
    """
    passage = passage_at(page, path)
    first = passage.mark or passage.first
    paragraph = as_paragraph(words)
    if not paragraph:
        return with_lines(page, first, passage.last, [])
    if repeats:
        first = passage.first
    return with_lines(page, first, passage.last, [f"{paragraph} {{#{passage.anchor}}}"])


def correct_front(page: DraftPage, values: Body) -> str:
    """Change the front matter."""
    if page.parts.front is None or not isinstance(page.parts.front.value, dict):
        raise EditRefused('the front matter cannot be read; it begins and ends with a line "---"')
    lines = block_text("", {**plain(page.parts.front), **values}).split("\n")[1:-1]
    return with_lines(page, 2, page.body_start - 2, lines)


def _check_review(review: str) -> None:
    if review not in REVIEWS:
        raise EditRefused(f'a decision cannot be "{review}"')
