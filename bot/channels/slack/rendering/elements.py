"""Single blocks and elements, each within Slack's limits. They know nothing of answers."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Sequence, Tuple

from bot.channels.slack.rendering import limits
from bot.channels.slack.rendering.limits import cut, length
from bot.channels.slack.rendering.mrkdwn import escape

Block = Dict[str, Any]
Choice = Tuple[str, str]  # what a button shows, and the words that pressing it says


def mrkdwn(text: str) -> Block:
    """Return a text object; `verbatim` keeps Slack from making channels and mentions of words."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def plain(text: str, most: int) -> Block:
    """Return a plain text object, cut where it is too long and never empty."""
    return {"type": "plain_text", "text": cut(text.strip(), most) or "…", "emoji": False}


def section(text: str, block_id: Optional[str] = None) -> Block:
    """Return a section with mrkdwn text of at most limits.SECTION_TEXT."""
    block = {"type": "section", "text": mrkdwn(text)}
    return {**block, "block_id": block_id} if block_id else block


def context(*texts: str) -> Block:
    """Return a block of small text, at most ten of them."""
    return {"type": "context", "elements": [mrkdwn(text) for text in texts]}


def header(text: str) -> Block:
    """Return a heading."""
    return {"type": "header", "text": plain(text, limits.HEADER_TEXT)}


def divider() -> Block:
    """Return a line."""
    return {"type": "divider"}


def button(title: str, message: str, action_id: str) -> Block:
    """Return a button; `message` must fit, see `fits_button`."""
    return {
        "type": "button",
        "action_id": action_id,
        "text": plain(title, limits.BUTTON_TEXT),
        "value": message,
    }


def fits_button(message: str) -> bool:
    """Whether a button can carry these words."""
    return 0 < length(message) <= limits.BUTTON_VALUE and bool(escape(message).strip())


def buttons(choices: Sequence[Choice], action: str, block_id: str) -> List[Block]:
    """Return blocks of buttons, as many as there are; Slack takes 25 in one."""
    fitting = [choice for choice in choices if fits_button(choice[1])]
    blocks = []
    for start in range(0, len(fitting), limits.ACTIONS_ELEMENTS):
        shown = fitting[start : start + limits.ACTIONS_ELEMENTS]
        elements = [
            button(title, message, f"{action}.{start + i}")
            for i, (title, message) in enumerate(shown)
        ]
        name = f"{block_id}.{start}" if start else block_id
        blocks.append({"type": "actions", "block_id": name, "elements": elements})
    return blocks


def fits_select(choices: Sequence[Choice]) -> bool:
    """Whether one menu can carry all choices."""
    return 0 < len(choices) <= limits.SELECT_OPTIONS and all(
        0 < length(message) <= limits.OPTION_VALUE and message.strip() for _, message in choices
    )


def select(choices: Sequence[Choice], placeholder: str, action: str, block_id: str) -> Block:
    """Return a menu; the choices must fit, see `fits_select`."""
    options = [
        {"text": plain(title, limits.OPTION_TEXT), "value": message} for title, message in choices
    ]
    menu = {
        "type": "static_select",
        "action_id": action,
        "placeholder": plain(placeholder, limits.PLACEHOLDER_TEXT),
        "options": options,
    }
    return {"type": "actions", "block_id": block_id, "elements": [menu]}
