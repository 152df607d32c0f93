"""The API that the widget calls: begin a conversation, ask, catch up, forget, give feedback."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Dict, Optional, Tuple

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, empty, json, raw

from bot import records
from bot.apology import too_long
from bot.channels.turn import MAX_CHARACTERS, Handler, take_turn
from bot.channels.web import asking
from bot.channels.web.limits import Limits
from bot.channels.web.refusal import SIGN_IN, UNAVAILABLE, UNKNOWN_ANSWER, Refusal, too_often
from bot.channels.web.routing import add_route
from bot.channels.web.settings import WebSettings
from bot.channels.web.tokens import ConversationTokens, PersonTokens
from bot.channels.web.turns import (
    ConversationForgotten,
    Conversations,
    IdReused,
    TooManyWaiting,
    Turn,
)
from bot.forgetting import CannotForget, forget_if_asked, forget_person, forget_tracker
from bot.persons import person_id, vouched

logger = logging.getLogger(__name__)

NAME = "web"
MAX_COMMENT = 500  # characters
WAIT_SECONDS = 40.0  # for one answer: the widget gives up after 45, Sanic after 60; the turn goes on

class Api:
    """The routes of the API and what they share."""

    def __init__(
        self,
        settings: WebSettings,
        tokens: ConversationTokens,
        conversations: Conversations,
        handle: Handler,
        people: PersonTokens,
    ) -> None:
        self._settings = settings
        self._tokens = tokens
        self._people = people
        self._conversations = conversations
        self._handle = handle
        self._limits = Limits(settings.questions_a_minute)

    def add_to(self, blueprint: Blueprint) -> None:
        """Put the routes on the blueprint."""
        for path, method, route in (
            ("/health", "GET", self.health),
            ("/conversations", "POST", self.begin),
            ("/conversations", "DELETE", self.forget),
            ("/messages", "POST", self.send),
            ("/messages", "GET", self.catch_up),
            ("/feedback", "POST", self.feedback),
        ):
            add_route(blueprint, [method], path, route)
        for path in ("/conversations", "/messages", "/feedback"):
            add_route(blueprint, ["OPTIONS"], path, self.preflight)

    async def health(self, request: Request) -> HTTPResponse:
        """Say that the channel is up."""
        return json({"status": "ok"})

    async def preflight(self, request: Request) -> HTTPResponse:
        """Answer a browser that asks what other sites may do; see channel.py for the headers."""
        return empty()

    async def begin(self, request: Request) -> HTTPResponse:
        """Give a browser the tokens of a new conversation and of its person. Nothing is kept of it yet."""
        self.take(request, ("new conversation from address", self.address(request)))
        subject = asking.check_host_token(request, self._settings)
        body = await asking.read_body(request)
        begun = {
            "conversation": self._tokens.make(),
            "epoch": self._conversations.epoch,
            "person": self._people.make(self._known_person(subject, body)),
        }
        return json(begun, status=201)

    def _known_person(self, subject: str, body: asking.Body) -> Optional[str]:
        """Return who begins: as the host page says, else whose token the browser has; None for somebody new.

        Where people sign in, a browser's token counts for nothing: others may have sat there before.
        """
        if subject:
            return person_id(NAME, subject)
        token = body.get("person")
        return self._people.person(token) if isinstance(token, str) and not self._settings.jwt_key else None

    async def send(self, request: Request) -> HTTPResponse:
        """Take one message and return its answers; the same id again gets the same answers."""
        conversation = self._conversation(request)
        body = await asking.read_body(request)
        message_id = asking.message_id_of(body)
        text, person = asking.text_of(body, "message"), asking.person_of(body, self._people)
        metadata = {**asking.metadata_of(body), **vouched(person)}
        if len(text) > MAX_CHARACTERS:
            raise Refusal("too_long", too_long(MAX_CHARACTERS))
        if self._conversations.known(conversation, message_id):
            self.take(request)
        else:
            address = self.address(request)
            self.take(request, ("question", conversation), ("questions from address", address))

        agent = getattr(request.app.ctx, "agent", None)

        async def run() -> Any:
            answers = await take_turn(
                self._handle, channel=NAME, sender=conversation, text=text, metadata=metadata
            )
            return await forget_if_asked(text, answers, forget_talk, forget_saved, lasts=person is not None)

        async def forget_talk() -> None:
            await forget_tracker(agent, NAME, conversation)
            self._conversations.drop_answered(conversation)

        async def forget_saved() -> None:
            if person is not None:
                await forget_person(agent, person)

        try:
            turn = self._conversations.take(conversation, message_id, text, run)
        except IdReused:
            raise Refusal("bad_request", "This id belongs to another message.") from None
        except TooManyWaiting:
            raise too_often(5) from None
        return _reply(request, await _answered(turn))

    async def catch_up(self, request: Request) -> HTTPResponse:
        """Return what is remembered of the conversation, for a reconnection or another tab."""
        conversation = self._conversation(request)
        address = self.address(request)
        self.take(request, ("catching up", conversation), ("catching up from address", address))
        after = asking.after_of(request)
        turns = self._conversations.since(conversation, after)
        messages = [
            {key: reply[key] for key in ("n", "id", "time", "answers")} | {"message": turn.message}
            for turn in turns
            for reply in (turn.reply,)  # unpacked anew at each look
        ]
        last = turns[-1].n if turns else after
        return json({"epoch": self._conversations.epoch, "messages": messages, "last": last})

    async def forget(self, request: Request) -> HTTPResponse:
        """Forget the conversation; the second time, too, is fine."""
        conversation = asking.conversation_of(request, self._tokens)
        self.take(request)
        agent = getattr(request.app.ctx, "agent", None)

        async def forget_elsewhere() -> None:
            await forget_tracker(agent, NAME, conversation)

        try:
            await self._conversations.forget(conversation, forget_elsewhere)
        except CannotForget as error:
            logger.error("A conversation could not be forgotten: %s", error)
            raise Refusal("unavailable", UNAVAILABLE) from error
        return empty()

    async def feedback(self, request: Request) -> HTTPResponse:
        """Pass what a person thinks of an answer on to the records.

        Only of an answer that this conversation remembers: else anyone could fill the records with
        answers that never were, or replace what others said of theirs.
        """
        conversation = self._conversation(request)
        body = await asking.read_body(request)
        rating, answer_id = body.get("rating"), asking.answer_id_of(body)
        comment = asking.text_of({"comment": "", **body}, "comment").strip()
        if rating not in ("up", "down"):
            raise Refusal("bad_request", '"rating" must be "up" or "down".')
        if len(comment) > MAX_COMMENT:
            raise Refusal("too_long", f"A comment can have up to {MAX_COMMENT} characters.")
        address = self.address(request)
        self.take(request, ("feedback", conversation), ("feedback from address", address))
        question, note = self._conversations.find_answer(conversation, answer_id)
        if note is None:
            raise Refusal("not_found", UNKNOWN_ANSWER)
        entry: Dict[str, Any] = {
            "answer_id": answer_id,
            "rating": rating,
            "comment": comment,
            "question": question,
            "kind": note.kind,
            "knowledge_version": note.knowledge_version,
            "channel": NAME,
        }
        try:
            await records.send(getattr(request.app.ctx, "agent", None), "feedback", entry)
        except records.RecordsUnavailable as error:
            logger.error("Feedback was not stored: %s", error)
            raise Refusal("unavailable", UNAVAILABLE, 10) from error
        return empty()

    def _conversation(self, request: Request) -> str:
        conversation = asking.conversation_of(request, self._tokens)
        if self._conversations.is_forgotten(conversation):
            raise Refusal("unauthorized", SIGN_IN)
        return conversation

    def address(self, request: Request) -> str:
        """Return the address that limits count by."""
        return asking.address_of(request, self._settings.proxies)

    def take(self, request: Request, *wanted: Tuple[str, str]) -> None:
        """Count the request against the limits.

        Raises:
            Refusal: It is one too many.
        """
        wait = self._limits.take([("request from address", self.address(request)), *wanted])
        if wait:
            raise too_often(wait)


async def _answered(turn: Turn) -> Turn:
    """Wait for a turn, which goes on when this request ends.

    Raises:
        Refusal: It takes too long, or is not run any more.
    """
    task = turn.task
    assert task is not None
    try:
        await asyncio.wait_for(asyncio.shield(task), WAIT_SECONDS)
    except ConversationForgotten:
        raise Refusal("unauthorized", SIGN_IN) from None
    except asyncio.TimeoutError:
        raise Refusal("unavailable", UNAVAILABLE, 1) from None
    return turn


def _reply(request: Request, turn: Turn) -> HTTPResponse:
    """Send a turn as it is stored where the browser can read that."""
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        return raw(turn.packed, content_type="application/json", headers=headers)
    return json(turn.reply)

