"""The channel `slack`: one address that Slack sends everything to, acknowledged at once.

On the way: verification -> requests -> events, commands or interactions -> lanes -> desk.
"""

from __future__ import annotations

import logging
from typing import Any, Dict, Mapping, Optional

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, empty, json, text

from bot import rasa_patches, records
from bot.channels.slack import messages, requests
from bot.channels.slack.delivery import Delivery
from bot.channels.slack.desk import NAME, Desk
from bot.channels.slack.forgetting import forget_with
from bot.channels.slack.reception import Reception
from bot.channels.slack.saved import Saved
from bot.channels.slack.settings import SlackSettings, missing_settings, settings_from
from bot.channels.slack.undo import undo_with
from bot.channels.slack.verification import Verifier
from bot.channels.turn import Handler
from bot.remote_action import close_sessions

rasa_patches.install()

logger = logging.getLogger(__name__)

DRAIN_SECONDS = 10.0


class SlackInput(InputChannel):
    """Slack: direct messages, mentions, threads, a command, the App Home."""

    def __init__(self, settings: Optional[SlackSettings]) -> None:
        """Create the channel.

        Args:
            settings: Secrets and addresses; None switches the channel off.
        """
        self._settings = settings

    @classmethod
    def name(cls) -> str:
        """Return the channel's name, which is also part of its address."""
        return NAME

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[str, Any]]) -> SlackInput:
        """Create the channel from the environment; credentials.yml holds no secrets."""
        settings = settings_from()
        if settings is None:
            logger.info(messages.log_off(missing_settings()))
        else:
            logger.info(messages.log_on(settings.api_url))
        return cls(settings)

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Return the routes of the channel."""
        blueprint = Blueprint("waypoint_slack")
        if self._settings is None:
            _add_off_routes(blueprint)
        else:
            _add_routes(blueprint, self._settings, on_new_message)
        return blueprint


def _add_off_routes(blueprint: Blueprint) -> None:
    @blueprint.get("/")
    async def health(request: Request) -> HTTPResponse:
        return json({"status": "off"})

    @blueprint.post("/webhook")
    async def receive(request: Request) -> HTTPResponse:
        logger.warning(messages.log_off(missing_settings()))
        return text("Slack is not set up here.", status=503)


def _add_routes(blueprint: Blueprint, settings: SlackSettings, handle: Handler) -> None:
    verifier, delivery = Verifier(settings.signing_secret), Delivery(settings)
    held: Dict[str, Reception] = {}

    def reception(app: Sanic) -> Reception:
        if "reception" not in held:
            agent = getattr(app.ctx, "agent", None)

            async def send_feedback(entry: Dict[str, Any]) -> None:
                await records.send(agent, "feedback", entry)

            desk = Desk(
                handle, delivery, undo_with(agent), forget_with(agent, NAME), send_feedback, Saved(agent)
            )
            held["reception"] = Reception(desk)
        return held["reception"]

    @blueprint.get("/")
    async def health(request: Request) -> HTTPResponse:
        return json({"status": "ok"})

    @blueprint.post("/webhook")
    async def receive(request: Request) -> HTTPResponse:
        if len(request.body) > requests.MAX_BODY_BYTES:
            return text("", status=413)
        problem = verifier.problem(request.headers, request.body)
        if problem:
            logger.warning(messages.log_refused(problem))
            return text("Not signed by Slack.", status=401)
        try:
            sent = requests.read(request.headers.get("content-type", ""), request.body)
        except requests.Unreadable as error:
            logger.warning(messages.log_refused(str(error)))
            return empty(status=200)  # signed, so Slack's: it would only send it again
        if sent.kind == requests.EVENT and sent.body.get("type") == "url_verification":
            return json({"challenge": sent.body.get("challenge")})
        if reception(request.app).take(sent):
            return text("", headers=_no_retry(request.headers))
        verifier.allow_again(request.headers)
        return text(messages.BUSY, status=503)

    @blueprint.listener("before_server_stop")
    async def finish(app: Sanic, *_: Any) -> None:
        await reception(app).lanes.drain(DRAIN_SECONDS)

    @blueprint.listener("after_server_stop")
    async def stop(app: Sanic, *_: Any) -> None:
        await delivery.close()
        await close_sessions()


def _no_retry(headers: Mapping[str, str]) -> Dict[str, str]:
    """Tell Slack, when it sends something again, that this was enough."""
    return {"X-Slack-No-Retry": "1"} if headers.get("x-slack-retry-num") else {}
