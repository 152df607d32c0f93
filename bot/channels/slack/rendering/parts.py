"""Units that belong together, and where a long answer is cut into parts."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import List, Sequence

from bot.channels.slack.rendering import limits
from bot.channels.slack.rendering.elements import Block, context, section
from bot.channels.slack.rendering.limits import length
from bot.channels.slack.rendering.mrkdwn import Addresses, split, with_links


@dataclass
class Unit:
    """Blocks that are never torn apart; `words` is what they say without markup."""

    blocks: List[Block]
    words: str = ""
    heading: bool = False  # stands above what follows, never at the end of a part
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = len(json.dumps(self.blocks, ensure_ascii=False))


def text_units(text: str, addresses: Addresses, *, small: bool = False) -> List[Unit]:
    """Return a text as one unit or, where it is too long for one, several."""
    most = limits.CONTEXT_TEXT if small else limits.SECTION_TEXT
    make = context if small else section

    def render(piece: str) -> str:
        return with_links(piece, addresses)

    return [Unit([make(render(piece))], piece) for piece in split(text, most, render)]


@dataclass
class Message:
    """One message for Slack: blocks, and the text for notifications and screen readers."""

    blocks: List[Block]
    words: str


def cut_into_parts(units: Sequence[Unit]) -> List[List[Unit]]:
    """Return the units in parts that are good to read; a heading stays with what follows it."""
    parts: List[List[Unit]] = []
    current: List[Unit] = []
    for group in _groups(units):
        if current and not _fits([*current, *group]):
            parts.append(current)
            current = []
        current = [*current, *group]
    return [*parts, current] if current else parts


def _groups(units: Sequence[Unit]) -> List[List[Unit]]:
    """Return each unit with the headings above it, two at most."""
    groups: List[List[Unit]] = []
    open_group = False
    for unit in units:
        if open_group and len(groups[-1]) < 3:
            groups[-1].append(unit)
        else:
            groups.append([unit])
        open_group = unit.heading
    return groups


def _fits(units: Sequence[Unit]) -> bool:
    return (
        sum(len(unit.blocks) for unit in units) <= limits.PART_BLOCKS
        and sum(unit.size for unit in units) <= limits.PART_CHARACTERS
        and sum(length(unit.words) for unit in units) <= limits.PART_WORDS_CHARACTERS
    )


def as_message(units: Sequence[Unit]) -> Message:
    """Return the units as one message."""
    blocks = [block for unit in units for block in unit.blocks]
    return Message(blocks, "\n".join(unit.words for unit in units if unit.words))

