"""An answer as messages for Slack: all of the payload, cut into parts where it is long."""

from __future__ import annotations

from typing import Callable, Dict, List, Optional, Sequence

from bot.channels.slack.rendering import choices, facts
from bot.channels.slack.rendering.drawing import Drawing, Payload
from bot.channels.slack.rendering.elements import context, section
from bot.channels.slack.rendering.limits import CONTEXT_TEXT, TEXT, cut, length
from bot.channels.slack.rendering.mrkdwn import escape, fenced, split
from bot.channels.slack.rendering.parts import Message, Unit, as_message, cut_into_parts
from bot.channels.slack.rendering.roles import missing_role_units, role_units
from bot.channels.slack.rendering.sources import source_units

NOTHING = "…"  # an answer without a word, which the contract does not rule out
SOURCES = "\n\nSources:\n"

Drawer = Callable[[Drawing, Optional[str]], List[Unit]]

DRAWERS: Dict[str, Drawer] = {
    "lead": lambda drawing, text: drawing.text(text),
    "notice": lambda drawing, text: drawing.text(text),
    "caveat": lambda drawing, text: drawing.text(text, small=True),
    "roles": lambda drawing, text: role_units(drawing, "roles", text),
    "near_misses": lambda drawing, text: role_units(drawing, "near_misses", text),
    "not_stated": lambda drawing, text: role_units(drawing, "not_stated", text),
    "polls": facts.poll_units,
    "reasons": facts.reason_units,
    "passages": facts.passage_units,
    "comparison": facts.comparison_units,
    "question": choices.question_units,
}


def render(
    payload: Payload, conversation: str, token: str, *, above: str = "", below: Sequence[str] = ()
) -> List[Message]:
    """Return an answer as one message or, where it is long, several.

    Args:
        payload: An answer as the contract says.
        conversation: The conversation that presses of buttons go on with.
        token: A short name for what a "show more" button continues.
        above: Said before the answer, such as what was asked by a click; mrkdwn.
        below: Said after the answer, plain texts.

    Returns:
        At least one message; each but the last ends in a button that shows the next.
    """
    drawing = Drawing(payload, conversation)
    units = _body(drawing)
    units += [unit for text in below for unit in drawing.text(text, small=True)]
    units += file_units(drawing)
    units += source_units(drawing)
    units += choices.missing_question_units(drawing)
    units += choices.filter_units(drawing) + choices.paging_units(drawing)
    units += choices.suggestion_units(drawing) + choices.feedback_units(drawing)
    parts = cut_into_parts(units or drawing.text(NOTHING))
    if above:
        parts[0].insert(0, Unit([context(cut(above, CONTEXT_TEXT))]))
    for number, part in enumerate(parts[:-1], start=2):
        part.append(choices.rest_unit(drawing, token, number, len(parts)))
    return [_finished(as_message(part)) for part in parts]


def render_text(text: str) -> List[Message]:
    """Return a text without blocks, in as many messages as it needs: when blocks are refused."""
    return [Message([], escape(piece)) for piece in split(text, TEXT)]


def file_units(drawing: Drawing) -> List[Unit]:
    """Return a table that goes with an answer as its text; Markdown is in the answer, and Slack shows no pages."""
    export = drawing.payload.get("export") or {}
    if export.get("form") != "csv":
        return []
    return [Unit([section(text)]) for text in fenced(str(export.get("content") or ""))]


def _body(drawing: Drawing) -> List[Unit]:
    units: List[Unit] = []
    if not drawing.list("blocks"):  # the text says it all, and ends in its own list of sources
        units += drawing.text((drawing.payload.get("text") or "").partition(SOURCES)[0])
    for block in drawing.list("blocks"):
        draw = DRAWERS.get(block["type"], DRAWERS["notice"])
        units += draw(drawing, block.get("text"))
    said = "\n".join(unit.words for unit in units)
    units += missing_role_units(drawing, said)
    return units + facts.missing_fact_units(drawing, said)


def _finished(message: Message) -> Message:
    """Return the message with its text escaped and within Slack's limit."""
    text, most = message.words, TEXT
    while length(escape(text)) > TEXT:
        text, most = cut(text, most), most * 9 // 10
    return Message(message.blocks, escape(text) or "…")
