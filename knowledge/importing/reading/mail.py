"""The head of a saved e-mail: it says when and what about, and is no text."""

from __future__ import annotations

import re

from knowledge.importing.reading.dates import iso_date

_LINE = re.compile(
    r"(?P<key>From|To|Cc|Date|Sent|Subject|Reply-To|List-Id|Received|Message-ID):[ \t]*(?P<said>.*)", re.IGNORECASE
)
_LIST = re.compile(r"\s*(?:(?:re|fwd?):\s*)*\[(?P<name>[^\[\]]{2,60})\]\s*", re.IGNORECASE)
_LEAST = 3  # lines
_FURTHEST = 20_000  # characters: no head is longer


def without_mail_head(text: str) -> tuple[str, dict[str, str], list[str]]:
    """A text without the head of an e-mail, if it begins with one.

    Returns:
        The text; what the head says: "title" (the subject), "publisher" (the list that a mailing list puts
        before it in brackets), "published" (ISO date), each only if it says so; and the lines that were taken out.
    """
    said: dict[str, str] = {}
    taken: list[str] = []
    start = len(text) - len(text.lstrip())
    for line in text[start : start + _FURTHEST].splitlines(keepends=True):
        match = _LINE.match(line)
        if match is None and not (taken and line[:1] in " \t" and line.strip()):
            break
        if match:
            said.setdefault(match["key"].lower(), match["said"].strip())
        taken.append(line)
    if len(said) < _LEAST or not {"from", "subject"} <= said.keys():
        return text, {}, []
    rest = text[start + sum(map(len, taken)) :]
    return rest, _about(said), [line.strip() for line in taken]


def _about(said: dict[str, str]) -> dict[str, str]:
    tag = _LIST.match(said["subject"])
    found = {
        "title": said["subject"][tag.end() :] if tag else said["subject"],
        "publisher": tag["name"].strip() if tag else "",
        "published": iso_date(said.get("date") or said.get("sent") or "") or "",
    }
    return {key: value for key, value in found.items() if value}
