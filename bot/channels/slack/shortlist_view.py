"""The shortlist in the App Home: each role with its note, its pay and source, and a way to take it off.

Draws the contract as it comes and words no figure itself.
"""

from __future__ import annotations

from typing import Any, Dict, List, Mapping

from bot.channels.slack import messages
from bot.channels.slack.interactions import EXPORT, HOME
from bot.channels.slack.rendering import limits
from bot.channels.slack.rendering.drawing import ASK, BAR, Drawing, marks
from bot.channels.slack.rendering.elements import Block, button, buttons, context, fits_button, header, section
from bot.channels.slack.rendering.limits import cut
from bot.channels.slack.rendering.mrkdwn import escape
from bot.channels.slack.rendering.roles import figure_words, role_label
from bot.channels.slack.saved import FORMATS

MOST_ROLES = 20  # a view holds 100 blocks
MOST_OFFERS = 10


def shortlist_blocks(payload: Mapping[str, Any]) -> List[Block]:
    """Return the blocks of a shortlist.

    Args:
        payload: An answer of kind "shortlist"; `saved` and `note` of its roles and its `offers` are
            additions to the contract.
    """
    drawing = Drawing(payload, HOME)
    roles, offers = drawing.list("roles"), drawing.list("offers")
    blocks = [header(messages.SHORTLIST)]
    if not roles and not offers and payload.get("kind") != "shortlist":
        return [*blocks, section(escape(messages.SHORTLIST_EMPTY)), *_forget("home")]
    for place, role in enumerate(roles[:MOST_ROLES]):
        blocks.append(_role(drawing, role, place))
    more = max(len(roles), int(payload.get("saved_count") or 0)) - min(len(roles), MOST_ROLES)
    if more > 0:
        blocks.append(context(escape(messages.more_saved(more))))
    said = [block["text"] for block in drawing.list("blocks") if block["type"] == "notice" and block.get("text")]
    for text in said:  # their offers in the answer's own words, and for how long it is kept
        blocks.append(section(cut(drawing.linked(cut(text, limits.SECTION_TEXT // 2)), limits.SECTION_TEXT)))
    if offers and not any(str(offers[0].get("title")) in text for text in said):
        blocks.append(section(f"*{escape(messages.OFFERS)}*"))
        lines = [_offer(offer) for offer in offers[:MOST_OFFERS]]
        blocks.append(section(cut("\n".join(lines), limits.SECTION_TEXT)))
    return [*blocks, _exports(), *_forget("saved")]


def unavailable_blocks() -> List[Block]:
    """Return what stands there while the shortlist cannot be had."""
    return [header(messages.SHORTLIST), section(escape(messages.SHORTLIST_UNAVAILABLE))]


def _role(drawing: Drawing, role: Mapping[str, Any], place: int) -> Block:
    figures = [f"{figure_words(figure)} {marks(figure['citation'])}" for figure in role.get("figures") or ()]
    lines = [f"*{escape(role_label(role)).replace('*', '∗')}*"]
    lines += [drawing.linked(line) for line in figures or [messages.NO_FIGURE]]
    if role.get("note"):
        lines.append(f"_{escape(messages.NOTE)}_ {escape(' '.join(str(role['note']).split()))}")
    kept: List[str] = []
    for line in lines:  # whole lines only: a link that is cut off shows its address
        if limits.length("\n".join([*kept, line])) <= limits.SECTION_TEXT:
            kept.append(line)
    block = section("\n".join(kept), BAR.join((ASK, HOME, f"saved{place}")))
    specialties = ", ".join(role.get("specialties") or ()).replace("-", " ")
    words = f"remove {role['title']}{f' ({specialties})' if specialties else ''} from my shortlist"
    if fits_button(words):
        block["accessory"] = button(messages.REMOVE, words, f"{ASK}.{place}")
    return block


def _offer(offer: Mapping[str, Any]) -> str:
    return f"• {escape(str(offer.get('title') or ''))}: {escape(str(offer.get('as_written') or ''))}"


def _exports() -> Block:
    elements = [
        button(messages.export_as(name), ending, f"{EXPORT}.{ending}") for ending, name in FORMATS.items()
    ]
    return {"type": "actions", "block_id": BAR.join((EXPORT, HOME, "0")), "elements": elements}


def _forget(name: str) -> List[Block]:
    """Return "what do you know about me?" and, after a question whether that is meant, "forget me"."""
    choices = [(messages.KNOWN_TITLE, messages.KNOWN), (messages.FORGET_TITLE, messages.FORGET)]
    blocks = buttons(choices, ASK, BAR.join((ASK, HOME, f"about-{name}")))
    forget: Dict[str, Any] = blocks[0]["elements"][1]
    forget["style"] = "danger"
    forget["confirm"] = {
        "title": {"type": "plain_text", "text": messages.FORGET_TITLE},
        "text": {"type": "plain_text", "text": messages.FORGET_SURE},
        "confirm": {"type": "plain_text", "text": messages.FORGET_YES},
        "deny": {"type": "plain_text", "text": messages.FORGET_NO},
    }
    return blocks
