"""Getting messages to Slack: retried when Slack is busy, in another way when that place is closed.

The only module that talks to Slack's Web API.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Dict, Optional

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.channels.slack import messages
from bot.channels.slack.asking import Place
from bot.channels.slack.rendering.parts import Message
from bot.channels.slack.settings import SlackSettings

logger = logging.getLogger(__name__)
# At level DEBUG the SDK logs whole messages; what people write does not belong there.
_sdk_logger = logging.getLogger(f"{__name__}.sdk")
_sdk_logger.setLevel(logging.INFO)

TIMEOUT_SECONDS = 15.0
_BLOCK_ERRORS = ("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "invalid_arguments")


class Undelivered(Exception):
    """Slack did not take a message; the text is Slack's error code or the kind of failure."""


class BlocksRefused(Undelivered):
    """Slack does not take these blocks; the text alone may do."""


class Delivery:
    """Posts messages and views as the bot."""

    def __init__(self, settings: SlackSettings) -> None:
        self._settings = settings
        self._retry_handlers = [
            AsyncRateLimitErrorRetryHandler(max_retry_count=10),  # waits as long as Slack says
            AsyncConnectionErrorRetryHandler(max_retry_count=2),
            AsyncServerErrorRetryHandler(max_retry_count=2),
        ]
        self._session: Optional[aiohttp.ClientSession] = None
        self._client: Optional[AsyncWebClient] = None

    async def post(self, place: Place, message: Message) -> str:
        """Post a message where it belongs, or to the asker directly where Slack forbids that.

        Returns:
            The id of the channel where it stands.

        Raises:
            BlocksRefused: The blocks are not to Slack's liking.
            Undelivered: No way worked.
        """
        if place.alone:
            return await self._post_to_asker(place, message)
        try:
            return await self._post_message(place.channel, place.thread, message)
        except BlocksRefused:
            raise
        except Undelivered as error:
            if not place.shared:
                raise
            self._log("chat.postMessage", error, place.channel)
            return await self._post_elsewhere(place, message)

    async def post_in_person(self, user: str, message: Message) -> str:
        """Post a message in the direct message with somebody.

        Returns:
            The id of that direct message.

        Raises:
            BlocksRefused: The blocks are not to Slack's liking.
            Undelivered: Slack did not take it.
        """
        return await self._post_message(user, None, message)  # their id stands for it

    async def publish_home(self, user: str, view: Dict[str, Any]) -> None:
        """Show a view in somebody's App Home.

        Raises:
            Undelivered: Slack did not take it.
        """
        await self._call("views.publish", {"user_id": user, "view": view})

    async def close(self) -> None:
        """Close the connections."""
        session, self._session, self._client = self._session, None, None
        if session is not None:
            await session.close()

    async def _post_to_asker(self, place: Place, message: Message) -> str:
        if place.response_url:
            try:
                await self._respond(place, message)
                return place.channel
            except Undelivered as error:
                self._log("response_url", error, place.channel)
        arguments = {"channel": place.channel, "user": place.asker, **_content(message)}
        if place.thread and place.begun:
            arguments["thread_ts"] = place.thread
        try:
            await self._call("chat.postEphemeral", arguments)
            return place.channel
        except BlocksRefused:
            raise
        except Undelivered as error:
            self._log("chat.postEphemeral", error, place.channel)
        return await self._post_elsewhere(place, message)

    async def _post_elsewhere(self, place: Place, message: Message) -> str:
        """Write to the asker in person, and say why not where they asked."""
        await self.post_in_person(place.asker, Message([], messages.NOT_DELIVERED))
        return await self.post_in_person(place.asker, message)

    async def _post_message(self, channel: str, thread: Optional[str], message: Message) -> str:
        arguments = {"channel": channel, "unfurl_links": False, "unfurl_media": False}
        if thread:
            arguments["thread_ts"] = thread
        response = await self._call("chat.postMessage", {**arguments, **_content(message)})
        return response.get("channel") or channel

    async def _respond(self, place: Place, message: Message) -> None:
        session, _ = self._connected()
        webhook = AsyncWebhookClient(
            place.response_url or "", proxy=self._settings.proxy, session=session,
            logger=_sdk_logger, retry_handlers=list(self._retry_handlers),
        )  # fmt: skip
        body = {"response_type": "ephemeral", "replace_original": False, **_content(message)}
        if place.thread:
            body["thread_ts"] = place.thread
        try:
            response = await webhook.send_dict(body)
        except (aiohttp.ClientError, asyncio.TimeoutError, SlackApiError, ValueError) as error:
            raise Undelivered(type(error).__name__) from None
        if response.status_code != 200:
            raise Undelivered(f"status {response.status_code}")

    async def _call(self, method: str, arguments: Dict[str, Any]) -> Dict[str, Any]:
        _, client = self._connected()
        try:
            response = await client.api_call(method, json=arguments)
        except SlackApiError as error:
            code = _code(error)
            raise (BlocksRefused if code in _BLOCK_ERRORS else Undelivered)(code) from None
        except (aiohttp.ClientError, asyncio.TimeoutError, ValueError) as error:
            raise Undelivered(type(error).__name__) from None
        return dict(response.data) if isinstance(response.data, dict) else {}

    def _connected(self) -> "tuple[aiohttp.ClientSession, AsyncWebClient]":
        """Return this loop's session and the client on it; connections stay open."""
        if self._session is None or self._client is None or self._session.closed:
            settings = self._settings
            self._session = aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(total=TIMEOUT_SECONDS)
            )
            self._client = AsyncWebClient(
                settings.token, base_url=settings.api_url, proxy=settings.proxy,
                session=self._session, logger=_sdk_logger, retry_handlers=self._retry_handlers,
            )  # fmt: skip
        return self._session, self._client

    @staticmethod
    def _log(method: str, error: Exception, channel: str) -> None:
        logger.warning(messages.log_undelivered(method, str(error), channel))


def _content(message: Message) -> Dict[str, Any]:
    if not message.blocks:
        return {"text": message.words}
    return {"text": message.words, "blocks": message.blocks}


def _code(error: SlackApiError) -> str:
    """Return Slack's error code; nothing else of the response, which may repeat the message."""
    response = error.response
    try:
        return str(response.get("error") or f"status {getattr(response, 'status_code', '?')}")
    except (AttributeError, ValueError):
        return f"status {getattr(response, 'status_code', getattr(response, 'status', '?'))}"
