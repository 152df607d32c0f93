"""The App Home and what is pressed in it: shown when it is opened, and again when it has changed."""

from __future__ import annotations

import logging
from typing import List

from bot import records
from bot.channels.slack import messages
from bot.channels.slack.delivery import Delivery, Undelivered
from bot.channels.slack.interactions import Export
from bot.channels.slack.memory import HOUR, Remembered
from bot.channels.slack.rendering.elements import Block, section
from bot.channels.slack.rendering.mrkdwn import escape, fenced
from bot.channels.slack.rendering.parts import Message
from bot.channels.slack.saved import FORMATS, Saved, person_in
from bot.channels.slack.shortlist_view import shortlist_blocks, unavailable_blocks
from bot.channels.slack.views import home_view

logger = logging.getLogger(__name__)

class Home:
    """Publishes the App Home of people, each with their own shortlist."""

    def __init__(self, delivery: Delivery, saved: Saved) -> None:
        self._delivery, self._saved = delivery, saved
        # Who has not opened it gets it whole when they do: Slack tells of each opening.
        self._opened = Remembered(seconds=24 * HOUR, most=5_000)

    async def show(self, team: str, user: str) -> None:
        """Show what was saved and what can be asked."""
        self._opened.touch((team, user))
        try:
            await self._delivery.publish_home(user, home_view(await self._shortlist(team, user)))
        except Undelivered as error:
            logger.error(messages.log_undelivered("views.publish", str(error), user))

    async def refresh(self, team: str, user: str) -> None:
        """Show it again to somebody who has it open, perhaps."""
        if (team, user) in self._opened:
            await self.show(team, user)

    async def export(self, wanted: Export) -> None:
        """Send the shortlist as the text of a file, in person."""
        try:
            text = await self._saved.export(person_in(wanted.team, wanted.user), wanted.ending)
            pieces = [Message([], escape(messages.exported(FORMATS[wanted.ending])))]
            pieces += [Message([section(piece)], piece) for piece in fenced(text)]
        except records.RecordsUnavailable as error:
            logger.error("A shortlist was not exported: %s", error)
            pieces = [Message([], escape(messages.SHORTLIST_UNAVAILABLE))]
        try:
            for piece in pieces:
                await self._delivery.post_in_person(wanted.user, piece)
        except Undelivered as error:
            logger.error(messages.log_undelivered("chat.postMessage", str(error), wanted.user))

    async def _shortlist(self, team: str, user: str) -> List[Block]:
        try:
            return shortlist_blocks(await self._saved.shortlist(person_in(team, user)))
        except records.RecordsUnavailable as error:
            logger.error("A shortlist was not shown: %s", error)
        except (AttributeError, KeyError, TypeError) as error:  # a contract that is not known yet
            logger.error("A shortlist has a shape that is not known: %s", type(error).__name__)
        return unavailable_blocks()
