"""What a person saved, as this channel reaches it: by an opaque id, at the action server."""

from __future__ import annotations

import json
from typing import Any, Dict

from bot import records
from bot.channels.slack.asking import SEPARATOR
from bot.forgetting import forget_person
from bot.persons import person_id

FORMATS = {"md": "Markdown", "csv": "CSV"}  # Slack shows no pages


class Saved:
    """The routes of the action server for one person at a time; all raise RecordsUnavailable."""

    def __init__(self, agent: Any) -> None:
        """Take Rasa's agent, for the address of the action server; None before there is one."""
        self._agent = agent

    async def shortlist(self, person: str) -> Dict[str, Any]:
        """Return the shortlist as an answer of the contract."""
        told = await records.call(self._agent, "GET", f"shortlist/{person}")
        try:
            payload = json.loads(told.body)
        except ValueError:
            payload = None
        if not isinstance(payload, dict):
            raise records.RecordsUnavailable("the action server answered with something else")
        return payload

    async def export(self, person: str, ending: str) -> str:
        """Return the shortlist as the text of a file: one of FORMATS."""
        told = await records.call(self._agent, "GET", f"shortlist/{person}.{ending}")
        return told.body.decode("utf-8", "replace")

    async def forget(self, person: str) -> None:
        """Delete everything that was saved for the person."""
        await forget_person(self._agent, person)


def person_in(team: str, user: str) -> str:
    """Return the opaque id of somebody in a workspace, the same in all its channels."""
    return person_id("slack", team, user)


def asker_of(conversation: str, user: str) -> str:
    """Return the opaque id of who asks in a conversation, whose name begins with the workspace."""
    return person_in(team_of(conversation), user)


def team_of(conversation: str) -> str:
    """Return the workspace of a conversation, empty where Slack named none."""
    team = conversation.partition(SEPARATOR)[0]
    return team if team[:1] in ("T", "E") else ""
