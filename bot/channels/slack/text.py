"""From Slack's markup to what the person typed.

Slack escapes &, < and > and wraps links, mentions and dates in angle brackets. Only what looks
like one of those is markup; everything else is the person's own, and none of it may get lost.
"""

from __future__ import annotations

import re
from typing import Collection

from bot.channels.turn import MAX_CHARACTERS

# Links and entities take more room than what was typed; a text beyond this is too long anyway.
_MOST = 2 * MAX_CHARACTERS
_MARKUP = re.compile(r"<([@#!][^<>\s][^<>]*|[a-zA-Z][\w+.-]*:[^<>\s][^<>]*)>")
_ENTITY = re.compile(r"&(amp|lt|gt);")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">"}
# *bold*, _italic_, ~struck~ and `code` around whole words; 2*3*4 and snake_case stay.
# Bounded: opening marks without an end would each be searched for to the end of the text.
_EMPHASIS = re.compile(r"(?<![\w*_~`])([*_~`])(?=\S)([^\n]{0,300}?\S)\1(?![\w*_~`])")
_SPACES = re.compile(r"[^\S\n]+")
_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")


def mentioned(text: str) -> set[str]:
    """Return the ids of the people whom a message addresses."""
    return set(_MENTION.findall(text))


def clean(text: str, bot_users: Collection[str] = ()) -> str:
    """Return what the person typed.

    This runs before Slack gets its acknowledgement, so it must be quick whatever comes.

    Args:
        text: The message as Slack sends it; one that is far too long comes back as it is, cut
            to more than MAX_CHARACTERS, so that it is still told to be too long.
        bot_users: Our own user ids; addressing us is no part of the question.
    """
    if len(text) > _MOST:
        return text[: MAX_CHARACTERS + 1]
    text = _MARKUP.sub(lambda found: _plain(found[1], bot_users), text)
    text = _EMPHASIS.sub(r"\2", text)
    # Last and in one pass: "&amp;lt;" is what "&lt;" looks like when somebody typed it.
    text = _ENTITY.sub(lambda found: _ENTITIES[found[1]], text)
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n")).strip()


def _plain(markup: str, bot_users: Collection[str]) -> str:
    """Return the words for what stands between angle brackets."""
    target, bar, label = markup.partition("|")
    if target.startswith("@"):
        return " " if target[1:] in bot_users else f"@{label}" if label else " "
    if target.startswith("#"):
        return f"#{label}" if label else " "
    if target.startswith("!"):
        return label if bar else " "  # <!here>, <!date^...|May 1>, <!subteam^S1|@team>
    if label:
        return label
    return re.sub(r"^(mailto|tel):", "", target)
