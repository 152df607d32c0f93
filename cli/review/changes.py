"""An edit from the review page, as a change of article.md and kinds.yml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cli.review.forms import FORMS, FRONT
from knowledge.facts import ATTRIBUTES, RoleKind
from knowledge.fields import SLUG, slugify
from knowledge.importing.drafts import Draft, EditRefused
from knowledge.importing.drafts.additions import add_fact, add_passage
from knowledge.importing.drafts.editing import fact_at
from knowledge.importing.drafts.edits import correct, correct_front, decide, decide_all, remove_fact, rewrite
from knowledge.importing.drafts.kinds import kinds_text
from knowledge.importing.drafts.own_words import repetitions
from knowledge.importing.drafts.page import DraftPage, attribute_name, read_page
from knowledge.importing.drafts.verbatim import settle
from knowledge.problems import Problems

Edit = dict[str, Any]
_LISTS = ("names", "specialties")


def changed_text(draft: Draft, edit: Edit, known: Mapping[str, RoleKind]) -> tuple[str, str | None]:
    """Make an edit.

    Args:
        draft: As it is.
        edit: "action" and its values, as the page sends them.
        known: The kinds of work that are published, by id.

    Returns:
        The new article.md and kinds.yml; None leaves the latter.

    Raises:
        EditRefused: It cannot be made.
        KeyError, TypeError, ValueError: It is not what the page sends.
    """
    page, action = draft.page, edit["action"]
    if action == "decide":
        return _settled(page, decide(page, edit["path"], edit["review"]), edit["path"]), None
    if action == "decide_all":
        return decide_all(page, edit["path"], edit["review"]), None
    if action == "correct":
        return _corrected(draft, edit, known)
    if action == "remove":
        return remove_fact(page, edit["path"]), None
    if action == "rewrite":
        return _rewritten(draft, edit["path"], str(edit["text"])), None
    if action == "add_passage":
        return add_passage(page, int(edit["heading"]), str(edit["text"])), None
    if action == "add":
        return _added(draft, edit, known)
    if action == "front":
        return correct_front(page, _values(edit["values"], FRONT)), None
    raise EditRefused(f'the page asked for "{action}", which is no edit; load it again')


def _settled(page: DraftPage, text: str, path: str) -> str:
    return settle(read_page(page.file, text, Problems()), path)


def _rewritten(draft: Draft, path: str, words: str) -> str:
    own = draft.page.rights in ("own", "licensed")
    repeats = not own and bool(repetitions(" ".join(words.split()), draft.document.text))
    return rewrite(draft.page, path, words, repeats=repeats)


def _corrected(draft: Draft, edit: Edit, known: Mapping[str, RoleKind]) -> tuple[str, str | None]:
    fact = fact_at(draft.page, edit["path"])
    values = _values(edit["values"], FORMS.get(fact.kind, []))
    kinds = _with_kind(draft, values, known) if fact.kind == "role" else None
    if fact.kind == "attribute":
        body = _property(values)
        old = attribute_name(fact)
        if old is not None and old not in body:
            raise EditRefused(f"reject this and add the other property instead of {old}")
        values = body
    if fact.kind == "figure" and values.get("currency") is None and "currency" not in fact.body.value:
        values.pop("currency", None)
    if fact.kind == "role" and values.get("pay_note") is None and fact.get("pay_note") is None:
        values.pop("pay_note", None)
    if values.get("pay_note") is None and "pay_note" in values:
        values["pay_note_passage"] = None
    return correct(draft.page, fact.path, values), kinds


def _added(draft: Draft, edit: Edit, known: Mapping[str, RoleKind]) -> tuple[str, str | None]:
    start, end = int(edit["start"]), int(edit["end"])
    quote = draft.document.text[start:end]
    if not 0 <= start < end or not quote.strip():
        raise EditRefused("choose a sentence of the source first")
    kind = edit["kind"]
    values = _values(edit["values"], FORMS[kind])
    values.pop("passage", None)  # the passage that has the sentence, or a new one
    kinds = _with_kind(draft, values, known) if kind == "role" else None
    if kind == "attribute":
        values = _property(values)
    optional = {field["name"] for field in FORMS[kind] if not field["needed"]}
    values = {name: value for name, value in values.items() if value is not None or name not in optional}
    text = add_fact(draft.page, kind, edit.get("role"), values, (start, end), quote)
    return text, kinds


def _values(given: Mapping[str, Any], fields: list[dict[str, Any]]) -> dict[str, Any]:
    """The values of a form: words with single spaces, None for an empty one, lists of names apart."""
    values: dict[str, Any] = {}
    for field in fields:
        if field["name"] not in given:
            continue
        words = " ".join(str(given[field["name"]] or "").split())
        if field["name"] in _LISTS:
            values[field["name"]] = [name.strip() for name in words.split(",") if name.strip()]
        else:
            values[field["name"]] = words or None
    return values


def _property(values: dict[str, Any]) -> dict[str, Any]:
    """`work_mode=remote` as a key and its value."""
    name, _, value = str(values.pop("property", None) or "").partition("=")
    if value not in ATTRIBUTES.get(name, ()):
        raise EditRefused("choose a property")
    return {name: value, **values}


def _with_kind(draft: Draft, values: dict[str, Any], known: Mapping[str, RoleKind]) -> str | None:
    """kinds.yml with the role's kind of work, where that is a new one."""
    names, kind = values.pop("names", None), values.get("kind")
    if kind is None or kind in known:
        return None
    if not SLUG.fullmatch(kind):
        kind = values["kind"] = slugify(kind)
        if kind in known:
            return None
    before = draft.kinds.get(kind)
    title = before.title if before else values.get("title") or kind.replace("-", " ").capitalize()
    listed = tuple(names) if names else before.names if before else (title.lower(),)
    related = before.related if before else ()
    return kinds_text({**draft.kinds, kind: RoleKind(kind, title, listed, related)})
