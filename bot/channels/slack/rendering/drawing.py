"""The answer that is being drawn: its payload, where its marks lead, and names for blocks."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Sequence, Set

from bot.channels.slack.rendering import limits
from bot.channels.slack.rendering.mrkdwn import Addresses, fragment, with_links
from bot.channels.slack.rendering.parts import Unit, text_units

Payload = Mapping[str, Any]

ASK = "ask"  # a press says its words
REST = "rest"  # a press shows the next part of a long answer
FEEDBACK = "feedback"
BAR = "|"
ROLE_LISTS = ("roles", "near_misses", "not_stated")


class Drawing:
    """One answer on its way to blocks."""

    def __init__(self, payload: Payload, conversation: str) -> None:
        """Begin to draw.

        Args:
            payload: An answer as the contract says.
            conversation: The conversation that presses of buttons go on with.
        """
        self.payload = payload
        self.conversation = conversation
        self.addresses: Addresses = _addresses(payload)
        self.drawn: Set[str] = set()  # "list|position" of roles, and names of other parts
        self._number = 0

    def list(self, name: str) -> Sequence[Dict[str, Any]]:
        """Return a list of the payload, empty where there is none."""
        return self.payload.get(name) or ()

    def block_id(self, kind: str, subject: str = "") -> str:
        """Return a name for a block, unlike all others of this answer."""
        self._number += 1
        end = f"{BAR}{self._number}"
        return limits.head(f"{kind}{BAR}{subject}", limits.BLOCK_ID - len(end)) + end

    def ask_id(self) -> str:
        """Return a name for a block whose buttons go on with this conversation."""
        return self.block_id(ASK, self.conversation)

    def linked(self, text: str) -> str:
        """Return text as mrkdwn with this answer's marks."""
        return with_links(text, self.addresses)

    def text(self, text: Optional[str], *, small: bool = False) -> List[Unit]:
        """Return a text in units."""
        return text_units(text, self.addresses, small=small) if text else []


def marks(*numbers: Optional[int]) -> str:
    """Return citation marks: `[1][2]`."""
    return "".join(f"[{number}]" for number in dict.fromkeys(numbers) if number)


def _addresses(payload: Payload) -> Addresses:
    """Return where each mark leads; that of a figure to the figure itself in the page."""
    written: Dict[int, str] = {}
    for name in ROLE_LISTS:
        for role in payload.get(name) or ():
            for figure in role.get("figures") or ():
                written.setdefault(figure["citation"], figure["as_written"])
    return {
        citation["n"]: fragment(citation["article"].get("url"), written.get(citation["n"], ""))
        for citation in payload.get("citations") or ()
    }
