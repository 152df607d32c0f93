"""Plain JSON over HTTP: POST /webhooks/rest/webhook with {"sender", "message"}.

Answers a list with one {"recipient_id", "text", "custom"} for each answer (our actions send
one). Takes the place of Rasa's own `rest` channel, see credentials.yml.
"""

from __future__ import annotations

from typing import Any, Dict, Optional

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Sanic
from sanic.exceptions import InvalidUsage
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot import rasa_patches
from bot.channels.turn import Handler, take_turn
from bot.forgetting import forget_if_asked, forget_tracker
from bot.persons import METADATA
from bot.remote_action import close_sessions

rasa_patches.install()

MAX_BODY_BYTES = 100_000  # 5,000 characters at their longest in JSON, and some metadata
MAX_SENDER_CHARACTERS = 200


class BadRequest(Exception):
    """A request that cannot be answered; its text tells the caller what to change."""

    def __init__(self, text: str, status: int = 400) -> None:
        super().__init__(text)
        self.status = status


class RestInput(InputChannel):
    """The REST channel. Whoever can reach it can write as any sender: keep it private."""

    @classmethod
    def name(cls) -> str:
        """Return the channel's name, which is also part of its address."""
        return "rest"

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[str, Any]]) -> RestInput:
        """Create the channel; there is nothing to configure."""
        return cls()

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Return the routes of the channel."""
        blueprint = Blueprint("waypoint_rest")

        @blueprint.get("/")
        async def health(request: Request) -> HTTPResponse:
            return json({"status": "ok"})

        @blueprint.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            try:
                body = _body(request)
            except BadRequest as problem:
                return json({"error": str(problem)}, status=problem.status)
            sender, agent = body["sender"], getattr(request.app.ctx, "agent", None)
            text = body["message"].encode("utf-8", "replace").decode()  # no lone surrogates
            answers = await take_turn(
                on_new_message, channel=self.name(), sender=sender, text=text, metadata=_metadata(body)
            )

            async def forget_talk() -> None:
                await forget_tracker(agent, self.name(), sender)

            async def forget_saved() -> None:
                """What a caller saved lies in the conversation alone."""

            answers = await forget_if_asked(text, answers, forget_talk, forget_saved, lasts=False)
            return json([{"recipient_id": sender, **answer} for answer in answers])

        @blueprint.listener("after_server_stop")
        async def stop(app: Sanic, *_: Any) -> None:
            await close_sessions()

        return blueprint


def _body(request: Request) -> Dict[str, Any]:
    """Return the checked body.

    Raises:
        BadRequest: It is not what this channel takes.
    """
    if len(request.body) > MAX_BODY_BYTES:
        raise BadRequest(f"The request is larger than {MAX_BODY_BYTES:,} bytes.", status=413)
    try:
        body = request.json
    except InvalidUsage:
        raise BadRequest("The request's body is not JSON.") from None
    if not isinstance(body, dict):
        raise BadRequest('The body must be an object: {"sender": "...", "message": "..."}.')
    sender, metadata = body.get("sender"), body.get("metadata")
    if not isinstance(sender, str) or not sender.strip():
        raise BadRequest('"sender" is missing: a text that names the conversation.')
    if len(sender) > MAX_SENDER_CHARACTERS:
        raise BadRequest(f'"sender" has more than {MAX_SENDER_CHARACTERS} characters.')
    if not isinstance(body.get("message"), str):
        raise BadRequest('"message" is missing: the text that the person wrote.')
    if metadata is not None and not isinstance(metadata, dict):
        raise BadRequest('"metadata" must be an object or left out.')
    return body


def _metadata(body: Dict[str, Any]) -> Dict[str, Any]:
    """Return what the caller says of the message, but not whose it is: this channel knows nobody."""
    return {name: value for name, value in (body.get("metadata") or {}).items() if name != METADATA}
