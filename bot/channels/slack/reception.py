"""Takes what Slack sends exactly once, and lines it up behind the acknowledgement."""

from __future__ import annotations

import logging
from typing import Any, Dict

from bot.channels.slack import commands, events, interactions, messages
from bot.channels.slack.asking import Ask
from bot.channels.slack.desk import Desk
from bot.channels.slack.lanes import Lanes
from bot.channels.slack.memory import HOUR, Remembered
from bot.channels.slack.requests import COMMAND, EVENT, Request

logger = logging.getLogger(__name__)

TWICE_SECONDS = 3.0  # the same button again this soon is a double click


class Reception:
    """Knows what was taken already, and which threads the bot was asked in."""

    def __init__(self, desk: Desk) -> None:
        self.lanes = Lanes()
        self._desk = desk
        # Slack sends an event again after an hour at the latest, for a day if that is switched on.
        self._taken = Remembered(seconds=25 * HOUR, most=50_000)
        self._pressed = Remembered(seconds=TWICE_SECONDS, most=5_000)
        self._threads = Remembered(seconds=7 * 24 * HOUR, most=10_000)

    def take(self, sent: Request) -> bool:
        """Take a request on; return False when there is too much to do, so that it comes again."""
        if self.lanes.full:
            return False
        take = {EVENT: self._take_event, COMMAND: self._take_command}
        try:
            take.get(sent.kind, self._take_interaction)(sent.body)
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            # Signed, so Slack's; a refusal would only make it come again.
            logger.error(messages.log_misshapen(sent.kind, type(error).__name__))
        return True

    def _take_event(self, body: Dict[str, Any]) -> None:
        event_id = body.get("event_id")
        if body.get("type") != "event_callback" or (event_id and not self._taken.add(event_id)):
            return
        home = events.home_of(body)
        if home:
            self.lanes.put(f"home:{home[1]}", lambda: self._desk.home.show(*home))
            return
        ask = events.ask_from(body, self._threads)
        if ask is not None and self._taken.add(events.message_key(body)):
            self._put(ask)

    def _take_command(self, form: Dict[str, Any]) -> None:
        key = commands.command_key(form)
        ask = commands.ask_from(form)
        if ask is not None and (key is None or self._taken.add(f"command:{key}")):
            self._put(ask)

    def _take_interaction(self, payload: Dict[str, Any]) -> None:
        found = interactions.pressed(payload)
        if found is None:
            logger.debug("An interaction that is none of ours was acknowledged.")
            return
        key = interactions.interaction_key(payload)
        if key is not None and not self._pressed.add(key):
            return
        if isinstance(found, Ask):
            self._put(found)
        elif isinstance(found, interactions.Rest):
            self.lanes.put(found.conversation, lambda: self._desk.show_rest(found))
        elif isinstance(found, interactions.HomeAsk):
            self.lanes.put(f"home:{found.user}", lambda: self._desk.answer_home(found))
        elif isinstance(found, interactions.Export):
            self.lanes.put(f"home:{found.user}", lambda: self._desk.home.export(found))
        else:
            self.lanes.put(f"feedback:{found.place.asker}", lambda: self._desk.take_feedback(found))

    def _put(self, ask: Ask) -> None:
        self.lanes.put(ask.conversation, lambda: self._desk.answer(ask))
