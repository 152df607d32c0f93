"""What travels inside the channel: a question, where it was asked, and its conversation's name.

A conversation is a direct message, a thread, or one person's talk apart from the others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Optional

SEPARATOR = ":"
_ONLY, _COMMAND = "only", "command"


@dataclass(frozen=True)
class Place:
    """Where an answer goes."""

    channel: str
    asker: str  # the user id
    thread: Optional[str] = None  # the `ts` of the thread's first message
    alone: bool = False  # only the asker may see it
    response_url: Optional[str] = None  # good for half an hour and five answers
    begun: bool = True  # whether the thread has replies, else Slack hides private ones in it

    @property
    def shared(self) -> bool:
        """Whether others read along."""
        return not self.channel.startswith("D")

    def for_asker_alone(self) -> Place:
        """Return the same place, seen by the asker only."""
        return replace(self, alone=True)


@dataclass(frozen=True)
class Ask:
    """One question to be answered."""

    text: str
    conversation: str
    place: Place
    addressed: bool = False  # the bot was named, or a command was given
    echo: bool = False  # asked by a click: the answer says what was asked
    forgets: bool = False  # the dialogue has understood that somebody wants to be forgotten


def direct(team: str, channel: str, thread: Optional[str] = None) -> str:
    """Return the name of a direct message's conversation; a thread in it is one of its own."""
    return _joined(team, channel, thread)


def in_thread(team: str, channel: str, thread: str) -> str:
    """Return the name of a channel thread's conversation."""
    return _joined(team, channel, thread)


def by_command(team: str, channel: str, user: str) -> str:
    """Return the name of what one person asks by command in one channel."""
    return _joined(team, channel, _COMMAND, user)


def apart(conversation: str, user: str) -> str:
    """Return the name of one person's own talk beside a thread."""
    return conversation if is_apart(conversation) else _joined(conversation, _ONLY, user)


def is_apart(conversation: str) -> bool:
    """Whether a conversation is one person's talk beside a thread."""
    return conversation.split(SEPARATOR)[-2:-1] == [_ONLY]


def belongs(conversation: str, channel: str, user: str) -> bool:
    """Whether somebody in a channel may go on with a conversation."""
    parts = conversation.split(SEPARATOR)
    if len(parts) < 2 or parts[1] != channel:
        return False
    return parts[-2] not in (_ONLY, _COMMAND) or parts[-1] == user


def _joined(*parts: Optional[str]) -> str:
    return SEPARATOR.join(part for part in parts if part)
