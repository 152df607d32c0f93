"""Answers what was asked: one turn, who may see it, its rendering, its way to Slack.

Runs behind the acknowledgement; every failure ends in a log line and a sentence to the person.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from dataclasses import replace
from typing import Any, Awaitable, Callable, Dict, List, Optional, Sequence, Tuple

from actions.payload import plain_payload
from bot.apology import apology
from bot.channels.slack import messages, privacy
from bot.channels.slack.asking import Ask, Place, apart, direct, is_apart
from bot.channels.slack.delivery import BlocksRefused, Delivery, Undelivered
from bot.channels.slack.forgetting import Forget, asks_to_forget
from bot.channels.slack.home import Home
from bot.channels.slack.interactions import Feedback, HomeAsk, Rest
from bot.channels.slack.memory import HOUR, Kept, Remembered
from bot.channels.slack.rendering.answer import render, render_text
from bot.channels.slack.rendering.mrkdwn import escape
from bot.channels.slack.rendering.parts import Message
from bot.channels.slack.saved import Saved, asker_of, team_of
from bot.channels.slack.undo import Undo
from bot.channels.turn import Handler, conversation_id, take_turn
from bot.forgetting import asks_to_forget_first, has_forgotten
from bot.persons import vouched
from bot.sources import Sources, sources_of
from knowledge.language.forget_words import asks_to_forget_only_the_talk
from knowledge.language.safe_logs import answering

logger = logging.getLogger(__name__)

NAME = "slack"
AT_ONCE = 8  # turns that the dialogue works on at the same time

Answers = List[Dict[str, Any]]
SendFeedback = Callable[[Dict[str, Any]], Awaitable[None]]  # raises RecordsUnavailable


class Desk:
    """Takes questions, presses and thumbs, and sees to it that something comes back."""

    def __init__(
        self, handle: Handler, delivery: Delivery, undo: Undo, forget: Forget, send_feedback: SendFeedback,
        saved: Saved,
    ) -> None:
        """Open the desk.

        Args:
            handle: Rasa's handler of messages.
            delivery: The way to Slack.
            undo: Takes back the last turn of a tracker.
            forget: Deletes the dialogue's memory of a conversation.
            send_feedback: Stores an opinion of an answer.
            saved: What people saved.
        """
        self._handle, self._delivery = handle, delivery
        self._undo, self._forget, self._send_feedback = undo, forget, send_feedback
        self._saved, self.home = saved, Home(delivery, saved)
        self._turns: Optional[asyncio.Semaphore] = None
        self._rests: Kept[Tuple[str, Sequence[Message], Sources]] = Kept(seconds=24 * HOUR, most=1_000)
        self._asked: Kept[Dict[str, Any]] = Kept(seconds=24 * HOUR, most=5_000)
        self._apart = Remembered(seconds=HOUR, most=5_000)  # people in a talk beside their thread

    async def answer(self, ask: Ask) -> None:
        """Answer a question where it was asked."""
        with answering(ask.text):
            await self._answer(ask)

    async def _answer(self, ask: Ask) -> None:
        if not ask.text.strip():
            await self._say(ask.place, messages.NO_FILES)
            return
        asked = ask = self._as_apart(ask)
        answers = await self._take_turn(ask)
        if ask.place.shared and not ask.place.alone and any(map(_personal, answers)):
            own = any(privacy.is_own(answer.get("custom") or {}) for answer in answers)
            ask = await self._move_apart(ask, carry=own)
            answers = answers if own else await self._take_turn(ask)
        forget = has_forgotten(answers) or asks_to_forget_only_the_talk(ask.text) or (
            asks_to_forget(ask.text) and not asks_to_forget_first(answers))
        asked, ask = replace(asked, forgets=forget), replace(ask, forgets=forget)
        if forget:  # of what the dialogue makes of it, only help for somebody in need counts
            answers = [answer for answer in answers if privacy.is_help(answer.get("custom") or {})]
        for number, answer in enumerate(answers):
            last = not forget and answer is answers[-1]
            await self._send(replace(ask, echo=ask.echo and not number), answer, last=last)
        if forget:
            said = await self._forget_all(asked)
            await self._send(replace(ask, echo=ask.echo and not answers), said, last=True)
        if forget or any((answer.get("custom") or {}).get("kind") == "shortlist" for answer in answers):
            await self.home.refresh(team_of(ask.conversation), ask.place.asker)

    async def answer_home(self, ask: HomeAsk) -> None:
        """Answer what was pressed in the App Home in the direct message with that person."""
        echo = Message([], messages.asked(escape(ask.text)))
        try:
            channel = await self._delivery.post_in_person(ask.user, echo)
        except Undelivered as error:
            logger.error(messages.log_undelivered("chat.postMessage", str(error), ask.user))
            return
        place = Place(channel, ask.user)
        await self.answer(Ask(ask.text, direct(ask.team, channel), place, addressed=True))

    async def show_rest(self, rest: Rest) -> None:
        """Show the next part of a long answer."""
        _, parts, sources = self._rests.get(rest.token) or ("", (), Sources())
        if not 2 <= rest.part <= len(parts) or sources.outdated:
            await self._say(rest.place.for_asker_alone(), messages.REST_GONE)
            return
        await self._post(rest.place, parts[rest.part - 1], rest.token)

    async def take_feedback(self, feedback: Feedback) -> None:
        """Have a thumb stored with the question it is about, and thank for it."""
        known = self._asked.get(feedback.answer_id) or {}
        entry = {
            "answer_id": feedback.answer_id,
            "rating": feedback.rating,
            "comment": "",
            "question": known.get("question"),
            "kind": known.get("kind"),
            "knowledge_version": known.get("knowledge_version"),
            "channel": NAME,
        }
        thanks = messages.THANKS
        try:
            await self._send_feedback(entry)
        except Exception as error:  # whatever broke, the person pressed a button and waits
            logger.error("Feedback was not stored: %s", error)
            thanks = messages.NOT_NOTED
        await self._say(feedback.place.for_asker_alone(), thanks)

    async def _take_turn(self, ask: Ask) -> Answers:
        if self._turns is None:  # made here: it belongs to the loop that it is used in
            self._turns = asyncio.Semaphore(AT_ONCE)
        async with self._turns:
            return await take_turn(
                self._handle, channel=NAME, sender=ask.conversation, text=ask.text,
                metadata=vouched(asker_of(ask.conversation, ask.place.asker)),
            )

    def _as_apart(self, ask: Ask) -> Ask:
        """Go on beside the thread with somebody who has a talk of their own there."""
        if not ask.place.shared or ask.place.alone:
            return ask
        key = (ask.conversation, ask.place.asker)
        if ask.addressed:  # who names the bot again speaks in the thread again
            self._apart.discard(key)
            return ask
        if key not in self._apart:
            return ask
        return _apart(ask)

    async def _move_apart(self, ask: Ask, *, carry: bool) -> Ask:
        """Leave the thread as it was before the question, and go on beside it.

        Args:
            ask: What was asked in the thread.
            carry: Go on from this very turn: what it kept must not be kept a second time.
        """
        beside = conversation_id(NAME, _apart(ask).conversation) if carry else None
        try:
            await self._undo(conversation_id(NAME, ask.conversation), beside)
        except Exception:
            logger.exception("A turn in a Slack thread could not be taken back.")
        self._apart.touch((ask.conversation, ask.place.asker))
        return _apart(ask)

    async def _send(self, ask: Ask, answer: Dict[str, Any], *, last: bool) -> None:
        payload = answer.get("custom") or {}
        if payload.get("answer_id"):
            noted = {"question": ask.text, "conversation": ask.conversation, **_about(payload)}
            self._asked.put(payload["answer_id"], noted)
        first = self._render(ask, answer, last)[0]
        where = await self._post(ask.place, first, payload.get("answer_id") or "")
        if privacy.is_help(payload) and is_apart(ask.conversation) and where == ask.place.channel:
            # Slack does not promise to show private messages in a channel; help must arrive.
            await self._post_in_person(ask.place, first)

    def _render(self, ask: Ask, answer: Dict[str, Any], last: bool) -> List[Message]:
        """Return an answer as messages; the later ones are kept for "show more"."""
        payload = answer.get("custom")
        if not isinstance(payload, dict) or "kind" not in payload:
            return render_text(answer.get("text") or messages.FAILED)
        token = secrets.token_hex(6)
        by = ask.place.asker if ask.place.shared and not ask.place.alone else None
        above = messages.asked(f"*{escape(ask.text)}*", by) if ask.echo else ""
        parts = render(payload, ask.conversation, token, above=above, below=_below(ask, last))
        if len(parts) > 1:
            self._rests.put(token, (ask.conversation, parts, sources_of(payload)))
        return parts

    async def _post(self, place: Place, message: Message, answer_id: str) -> Optional[str]:
        """Post a message: with blocks, else its text, else an apology in person.

        Returns:
            The channel where it stands, None where it does not.
        """
        try:
            return await self._delivery.post(place, message)
        except BlocksRefused as error:
            logger.error(messages.log_blocks_refused(str(error), answer_id))
            await self._say(place, message.words, escaped=True)
            return place.channel
        except Undelivered as error:
            logger.error(messages.log_undelivered("chat", str(error), place.channel))
            await self._post_in_person(place, Message([], messages.FAILED))
            return None

    async def _say(self, place: Place, text: str, *, escaped: bool = False) -> None:
        """Say a plain text; a failure is only logged, there is nothing left to try."""
        try:
            for message in [Message([], text)] if escaped else render_text(text):
                await self._delivery.post(place, message)
        except Undelivered as error:
            logger.error(messages.log_undelivered("chat", str(error), place.channel))

    async def _post_in_person(self, place: Place, message: Message) -> None:
        try:
            await self._delivery.post_in_person(place.asker, message)
        except Undelivered as error:
            logger.error(messages.log_undelivered("chat.postMessage", str(error), place.asker))

    async def _forget_all(self, ask: Ask) -> Dict[str, Any]:
        """Forget a conversation, and the asker's own talk beside it; return what is said then."""
        forgotten = [ask.conversation]
        if ask.place.shared and not ask.place.alone:
            forgotten.append(apart(ask.conversation, ask.place.asker))
        self._asked.drop(lambda noted: noted["conversation"] in forgotten)
        self._rests.drop(lambda rest: rest[0] in forgotten)
        only_talk = asks_to_forget_only_the_talk(ask.text)
        try:
            if not only_talk:
                await self._saved.forget(asker_of(ask.conversation, ask.place.asker))
            for conversation in forgotten:
                await self._forget(conversation)
        except Exception:  # whatever broke, nobody may be told that it worked
            logger.exception("A Slack conversation could not be forgotten.")
            return apology(messages.NOT_FORGOTTEN)
        said = messages.TALK_FORGOTTEN if only_talk else messages.FORGOTTEN
        return {"text": said, "custom": plain_payload("smalltalk", said)}


def _personal(answer: Dict[str, Any]) -> bool:
    return privacy.for_asker_alone(answer.get("custom") or {})


def _apart(ask: Ask) -> Ask:
    conversation = apart(ask.conversation, ask.place.asker)
    return replace(ask, conversation=conversation, place=ask.place.for_asker_alone())


def _about(payload: Dict[str, Any]) -> Dict[str, Any]:
    return {key: payload.get(key) for key in ("kind", "knowledge_version")}


def _below(ask: Ask, last: bool) -> List[str]:
    """Return what Slack makes it necessary to add."""
    notes = []
    if last and is_apart(ask.conversation):
        notes.append(messages.ONLY_YOU)
    if last and ask.forgets:
        notes.append(messages.SLACK_KEEPS)
    return notes
