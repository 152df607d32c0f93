"""The slash command: answers that only the asker sees, wherever the command was typed."""

from __future__ import annotations

from typing import Mapping, Optional

from bot.channels.slack import messages
from bot.channels.slack.asking import Ask, Place, by_command
from bot.channels.slack.text import clean


def ask_from(form: Mapping[str, str]) -> Optional[Ask]:
    """Return the question of a command, None when the form lacks what every command has."""
    team, channel, user = (form.get(name) for name in ("team_id", "channel_id", "user_id"))
    if not (team and channel and user):
        return None
    place = Place(channel, user, alone=True, response_url=form.get("response_url") or None)
    words = clean(form.get("text") or "") or messages.EMPTY_MEANS
    return Ask(words, by_command(team, channel, user), place, addressed=True)


def command_key(form: Mapping[str, str]) -> Optional[str]:
    """Return what tells this command from all others."""
    return form.get("trigger_id") or form.get("response_url") or None
