"""The channel `web`: its routes, and the headers on all that it answers."""

from __future__ import annotations

from typing import Any, Dict, Optional

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from bot import rasa_patches
from bot.channels.turn import Handler
from bot.channels.web.api import NAME, Api
from bot.channels.web.files import WebFiles
from bot.channels.web.headers import cors_headers, plain_headers
from bot.channels.web.pages import Pages
from bot.channels.web.people import PeopleApi
from bot.channels.web.settings import WebSettings
from bot.channels.web.tokens import ConversationTokens, PersonTokens
from bot.channels.web.turns import Conversations
from bot.kept_secret import kept_secret
from bot.remote_action import close_sessions

rasa_patches.install()

# Headers of Sanic-CORS, which Rasa adds and which sends some even where no site is allowed anything.
_CORS = "access-control-"


class WebInput(InputChannel):
    """The widget's channel. Only who holds a token of ours can write, and only as themselves."""

    def __init__(self, settings: WebSettings) -> None:
        self._settings = settings

    @classmethod
    def name(cls) -> str:
        """Return the channel's name, which is also part of its address."""
        return NAME

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[str, Any]]) -> WebInput:
        """Create the channel from its entry in credentials.yml and the environment.

        Raises:
            WrongSetting: One of them makes no sense.
        """
        return cls(WebSettings.read(credentials))

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Return the routes of the channel."""
        settings = self._settings
        secret = settings.secret or kept_secret(settings.secret_file)
        tokens = ConversationTokens(secret, settings.token_days)
        pages = Pages(WebFiles(settings.files), settings.embed_on)
        blueprint = Blueprint("waypoint_web")
        people = PersonTokens(secret, settings.person_days)
        api = Api(settings, tokens, Conversations(), on_new_message, people)
        api.add_to(blueprint)
        PeopleApi(people, api.take, api.address).add_to(blueprint)
        pages.add_to(blueprint)

        @blueprint.middleware("response")
        async def add_headers(request: Request, response: HTTPResponse) -> None:
            for name in [name for name in response.headers if name.lower().startswith(_CORS)]:
                del response.headers[name]
            if "Content-Security-Policy" in response.headers or "ETag" in response.headers:
                return  # a page or a file, with headers of its own
            response.headers.update({"Cache-Control": "no-store", **plain_headers()})
            if settings.origins:
                varies = [response.headers.get("Vary"), "Origin"]
                response.headers["Vary"] = ", ".join(part for part in varies if part)
            origin, preflight = request.headers.get("origin", ""), request.method == "OPTIONS"
            response.headers.update(cors_headers(origin, settings.origins, preflight))

        @blueprint.listener("before_server_start")
        async def answer_at_the_root(app: Sanic, *_: Any) -> None:
            # Rasa has a route at / already, which says its version; this comes before it.
            app.register_middleware(pages.at_root, "request")

        @blueprint.listener("after_server_stop")
        async def stop(app: Sanic, *_: Any) -> None:
            await close_sessions()

        return blueprint
