"""The list of sources: every citation of the payload, by article and section, as a link."""

from __future__ import annotations

from typing import Any, Dict, List, Tuple

from bot.channels.slack import messages
from bot.channels.slack.rendering import limits
from bot.channels.slack.rendering.drawing import Drawing, marks
from bot.channels.slack.rendering.elements import context
from bot.channels.slack.rendering.limits import cut, length
from bot.channels.slack.rendering.mrkdwn import escape, link
from bot.channels.slack.rendering.parts import Unit

_TITLE = 300  # characters that a link's words may have


def source_units(drawing: Drawing) -> List[Unit]:
    """Return one small line for each section that is cited, below a label."""
    places: Dict[Tuple[str, str], Tuple[Dict[str, Any], List[int]]] = {}
    for citation in drawing.list("citations"):
        key = (citation["article"]["id"], citation["section"])
        places.setdefault(key, (citation, []))[1].append(citation["n"])
    if not places:
        return []
    units = [Unit([context(f"*{escape(messages.SOURCES)}*")], messages.SOURCES, heading=True)]
    for citation, numbers in places.values():
        units.append(_source(citation, numbers))
    return units


def _source(citation: Dict[str, Any], numbers: List[int]) -> Unit:
    article = citation["article"]
    title, publisher = cut(article["title"], _TITLE), cut(article["publisher"], _TITLE)
    section = messages.section(cut(citation["section"], _TITLE)) if citation["section"].strip() else ""
    dated = messages.published(cut(article["published"], 40)) if article.get("published") else ""
    about = "".join(f", {part}" for part in (publisher, section, dated) if part.strip())
    shown = cut(marks(*numbers), 400)
    text = f"{escape(shown)} {link(article.get('url'), title)}{escape(about)}"
    if length(text) > limits.CONTEXT_TEXT:  # an address of a thousand characters
        text = f"{escape(shown)} {escape(title)}{escape(cut(about, _TITLE))}"
    return Unit([context(cut(text, limits.CONTEXT_TEXT))], f"{shown} {title}{about}")
