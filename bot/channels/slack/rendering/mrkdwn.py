"""Our texts as Slack's mrkdwn: escaped, citation marks as links, split where they are too long.

Everything that people or articles wrote passes `escape` here, so that nothing of it can become a
link, a mention or a channel-wide alert.
"""

from __future__ import annotations

import re
from typing import Callable, List, Mapping, Optional
from urllib.parse import quote, urlsplit

from bot.channels.slack.rendering.limits import SECTION_TEXT, URL, length

_FENCE = "```"
Addresses = Mapping[int, Optional[str]]  # citation number -> address; None where there is none

_TOKEN = re.compile(r"\[(\d{1,6})\]|(https?://[^\s<>\"|]+[^\s<>\"|.,;:!?)\]’”'])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_SEPARATORS = ("\n", ". ", " ")


def escape(text: str) -> str:
    """Return text that Slack shows as it is."""
    text = _CONTROL.sub("", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def link(address: Optional[str], label: str) -> str:
    """Return a link, or the label alone where the address is none that may be opened."""
    shown = escape(label)
    if not address or not _may_be_opened(address):
        return shown
    safe = quote(_CONTROL.sub("", address), safe="%/:?#[]@!$&'()*+,;=~-._").replace("|", "%7C")
    shown = shown if shown.strip() else escape(safe)
    return f"<{escape(safe)}|{shown}>" if length(safe) <= URL else escape(label)


def with_links(text: str, addresses: Addresses) -> str:
    """Return escaped text whose marks like [1] lead to their source."""

    def linked(found: "re.Match[str]") -> str:
        if found[2]:
            return link(found[2], found[2])
        return link(addresses.get(int(found[1])), found[0])

    done, position = [], 0
    for found in _TOKEN.finditer(text):
        done += [escape(text[position : found.start()]), linked(found)]
        position = found.end()
    return "".join([*done, escape(text[position:])])


def fragment(address: Optional[str], words: str) -> Optional[str]:
    """Return an address that makes the browser jump to some words of the page."""
    if not address or "#" in address or not words:
        return address
    return f"{address}#:~:text={quote(words, safe='')}"


def split(text: str, most: int, render: Callable[[str], str] = escape) -> List[str]:
    """Return the text in pieces, none of which is longer than `most` when rendered.

    Cut between lines if possible, else between sentences, words or, if need be, characters;
    links stay whole. Nothing but white space at the ends gets lost.
    """
    pieces = _split(text, most, render, _SEPARATORS)
    return [piece for piece in (piece.strip() for piece in pieces) if escape(piece).strip()]


def fenced(text: str) -> List[str]:
    """Return a text as it is, in fixed width, in pieces that each fit a section."""
    room = SECTION_TEXT - 2 * len(_FENCE) - 2
    pieces = split(text.replace(_FENCE, "'''"), room, escape)
    return [f"{_FENCE}\n{escape(piece)}\n{_FENCE}" for piece in pieces]


def _split(text: str, most: int, render: Callable[[str], str], separators: tuple) -> List[str]:
    if length(render(text)) <= most:
        return [text]
    if not separators:
        return _by_characters(text, most, render)
    first, *others = separators
    packed: List[str] = []
    current, size = "", 0  # of what is packed next, rendered; no link or mark crosses a separator
    for part in _parts(text, first):
        more = length(render(part))
        if size + more <= most:
            current, size = current + part, size + more
            continue
        if current:
            packed.append(current)
        *full, current = [part] if more <= most else _split(part, most, render, tuple(others))
        packed += full
        size = length(render(current))
    return [*packed, current]


def _parts(text: str, separator: str) -> List[str]:
    """Return the text's parts, each with the separator that follows it."""
    parts = text.split(separator)
    return [part + separator for part in parts[:-1]] + parts[-1:]


def _by_characters(text: str, most: int, render: Callable[[str], str]) -> List[str]:
    pieces = []
    while text:
        size = min(len(text), most)
        while size > 1 and length(render(text[:size])) > most:
            size = max(1, size * 3 // 4)
        pieces.append(text[:size])
        text = text[size:]
    return pieces or [""]


def _may_be_opened(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
