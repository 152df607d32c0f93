"""Reading an answer: tolerant text comparison, and who is who in an answer/1 payload.

Words are compared without case, typographic variants and thousands separators, so that
"$191 000" and "$191,000" are one number and a harness sentence need not be copied to
the dot. Facts (numbers, ids, names) are compared exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

Payload = Mapping[str, Any]

ROLE_LISTS = ("roles", "not_stated", "near_misses")
_PLAIN = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2019": "'",
        "\u2018": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2011": "-",
    }
)
_THOUSANDS = re.compile(r"(?<=\d)[, ](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_MARKER = re.compile(r"\[(\d+(?:\s*,\s*\d+)*)\]")


def plain(text: str | None) -> str:
    """The text as it is compared: lower case, plain quotes and spaces, 1,000 as 1000."""
    folded = " ".join((text or "").translate(_PLAIN).split()).casefold()
    return re.sub(r"(?<=\d) %", "%", _THOUSANDS.sub("", folded))


def words(text: str | None) -> str:
    """Only the words, for titles: "Remote reads (EKG)" is "remote reads ekg"."""
    return " ".join(re.findall(r"[a-z0-9]+", plain(text)))


def numbers(text: str | None) -> list[float]:
    """Every number in the text, in order; thousands separators do not split one."""
    return [float(n) for n in _NUMBER.findall(plain(text))]


def markers(text: str) -> set[int]:
    """The citation numbers that a text carries: [1], [2, 3]."""
    return {int(n) for group in _MARKER.findall(text) for n in group.split(",")}


def role_name(role: Mapping[str, Any]) -> str:
    """`article/Title`, the way conversation files name a role."""
    article = role.get("article_id") or str(role.get("id", "")).partition("#")[0]
    return f"{article}/{role.get('title')}"


def is_role(wanted: str, role: Mapping[str, Any]) -> bool:
    """Whether a role is the wanted one.

    Args:
        wanted: A role id (`article#anchor`), `article/Title` or `Title`. A title may be
            given without what stands around it: "Remote reads" is "Remote reads for
            cardiac imaging". `article/*` is any role of that article.
        role: A role or a column of a comparison.
    """
    if "#" in wanted:
        return wanted == role.get("id")
    article, slash, title = wanted.partition("/")
    if not slash or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", article):
        article, title = "", wanted
    if article and not role_name(role).startswith(f"{article}/"):
        return False
    return title == "*" or f" {words(title)} " in f" {words(role.get('title'))} "


def roles_of(payload: Payload, *lists: str) -> list[Mapping[str, Any]]:
    """The roles of the named lists, of all lists if none is named."""
    return [role for name in lists or ROLE_LISTS for role in payload.get(name) or ()]


def entries_of(payload: Payload) -> list[Mapping[str, Any]]:
    """What an answer about pay or a comparison sets side by side: its roles and columns."""
    found: dict[str, Mapping[str, Any]] = {}
    comparison = payload.get("comparison") or {}
    for entry in (*roles_of(payload, "roles"), *(comparison.get("columns") or ())):
        found.setdefault(str(entry.get("id")), entry)
    return list(found.values())


def figures_of(payload: Payload) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Every (role, figure) of the payload."""
    for role in roles_of(payload):
        for figure in role.get("figures") or ():
            yield role, figure


def cited_texts(payload: Payload) -> list[str]:
    """Pieces of the answer that state facts in words: cells, notes, passages, summaries."""
    comparison = payload.get("comparison") or {}
    pieces = [c.get("text") for row in comparison.get("rows") or () for c in row.get("cells") or ()]
    pieces += list(comparison.get("notes") or ())
    pieces += [passage.get("text") for passage in payload.get("passages") or ()]
    pieces += [reason.get("summary") for reason in payload.get("reasons") or ()]
    return [piece for piece in pieces if piece]


def button_messages(payload: Payload) -> list[str]:
    """What the buttons of an answer send: options of a question, and suggestions."""
    question = payload.get("question") or {}
    buttons = [*(question.get("options") or ()), *(payload.get("suggestions") or ())]
    return [button["message"] for button in buttons]


def citation_numbers(payload: Payload) -> Iterator[tuple[str, int]]:
    """Every (place, citation number) that the payload uses outside its text."""
    for _, figure in figures_of(payload):
        yield f"figure {figure.get('as_written')}", figure.get("citation")
    for role in roles_of(payload):
        for number in role.get("citations") or ():
            yield f"role {role_name(role)}", number
        for name, attribute in (role.get("attributes") or {}).items():
            for one in (attribute, *(attribute.get("also") or ())):
                if one.get("citation") is not None:
                    yield f"{name} of {role_name(role)}", one["citation"]
    for poll in payload.get("polls") or ():
        yield f"poll {poll.get('percent')} %", poll.get("citation")
    for reason in payload.get("reasons") or ():
        for number in reason.get("citations") or ():
            yield f"reason {reason.get('driver')}", number
    for passage in payload.get("passages") or ():
        yield f"passage of {passage.get('section')}", passage.get("citation")
    for row in (payload.get("comparison") or {}).get("rows") or ():
        for cell in row.get("cells") or ():
            if cell.get("citation") is not None:
                yield f"comparison {row.get('name')}", cell["citation"]
