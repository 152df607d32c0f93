"""rejected.yml: what was rejected, so that it stays rejected when the same page is imported again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from knowledge.importing.drafts.page import DraftFact, DraftPage, attribute_name
from knowledge.importing.drafts.yaml_text import located, mapping_lines
from knowledge.located_yaml import load
from knowledge.problems import Problems

_HEAD = (
    "# What was rejected here is not proposed again when this page is imported once more.\n"
    "# Take an entry out to see it again."
)

Entry = dict[str, str | None]


def read_rejected(file: Path, text: str, problems: Problems) -> dict[str, Entry]:
    """The entries by key; what cannot be read is noted at its line."""
    body = load(text, file, problems)
    if body is None or body.value is None:
        return {}
    if not isinstance(body.value, list):
        problems.add(file, body.line, f"the rejected facts are {body.shape}, not a list", 'write "- key: ..." for each')
        return {}
    entries: dict[str, Entry] = {}
    for item in body.value:
        values = item.value if isinstance(item.value, dict) else {}
        key = values["key"].value if "key" in values else None
        if isinstance(key, str):
            entries[key] = {name: e.value if isinstance(e.value, str) else None for name, e in values.items()}
        else:
            problems.add(file, item.line, "a rejected fact without its key", "take this entry out")
    return entries


def rejected_text(entries: dict[str, Entry]) -> str:
    """The file for these entries."""
    written = []
    for entry in entries.values():
        lines = [text for text, _ in mapping_lines(located(entry))]
        written.append("\n".join([f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]))
    return "\n\n".join([_HEAD, *written]) + "\n"


def entry_of(fact: DraftFact, page: DraftPage) -> Entry:
    """What is kept of a rejected fact, for a person to know it again."""
    role = page.role_of(fact.heading)
    return {
        "key": fact.key,
        "fact": fact.kind,
        "of": role.get("title") if role is not None and fact.kind in ("figure", "attribute") else None,
        "says": says(fact),
        "quote": fact.get("quote"),
    }


def says(fact: DraftFact) -> str:
    """A fact in a few words."""
    if fact.kind == "figure":
        return " ".join(filter(None, [fact.get("as_written"), fact.get("statistic"), fact.get("kind")]))
    if fact.kind == "attribute":
        name = attribute_name(fact)
        return f"{name}: {fact.get(name)}" if name else ""
    if fact.kind == "poll":
        return " ".join(filter(None, [fact.get("as_written"), fact.get("statement")]))
    return fact.get("title") or fact.get("name") or ""


def settled(entries: dict[str, Entry], page: DraftPage, gone: Iterable[Entry] = ()) -> dict[str, Entry]:
    """The entries as the article's decisions have them now.

    Args:
        entries: From before.
        page: The article: what is rejected there comes in, what is no longer rejected there goes out.
        gone: Facts that a person took out of the file altogether.
    """
    now = {fact.key: fact.review for fact in page.facts if fact.key}
    kept = {key: entry for key, entry in entries.items() if now.get(key, "rejected") == "rejected"}
    for fact in page.facts:
        if fact.key and fact.review == "rejected":
            kept[fact.key] = entry_of(fact, page)
    return kept | {str(entry["key"]): entry for entry in gone}
