"""How Rasa calls our actions: quicker than stock, and never silent.

Stock Rasa 3.6.21 (rasa/core/actions/action.py, `RemoteAction`) does four things that this
class does otherwise:

- it builds a JSON Schema validator for every answer, most of the time of a whole turn;
- it opens a new connection for every action;
- it waits five minutes for an answer;
- when the action server fails, the person gets no reply at all.

bot/rasa_patches.py puts `HonestRemoteAction` in the place of the stock class.
"""

from __future__ import annotations

import asyncio
import logging
import os
from functools import lru_cache
from typing import Any, Dict, List, Optional
from weakref import WeakKeyDictionary

import aiohttp
from jsonschema import Draft7Validator, ValidationError
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction, create_bot_utterance
from rasa.core.channels.channel import OutputChannel
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from rasa.utils.endpoints import EndpointConfig

from bot.apology import without_action

logger = logging.getLogger(__name__)

TIMEOUT_SECONDS = 15.0  # unless endpoints.yml names a `timeout` for the action endpoint
KEEP_ALIVE_SECONDS = 60.0  # rasa-sdk 3.21.1 keeps idle connections for 120

_sessions: "WeakKeyDictionary[asyncio.AbstractEventLoop, aiohttp.ClientSession]"
_sessions = WeakKeyDictionary()


class HonestRemoteAction(RemoteAction):
    """A custom action on the action server; one that fails says so to the person."""

    def __init__(self, name: str, action_endpoint: Optional[EndpointConfig]) -> None:
        super().__init__(name, action_endpoint and KeptOpenEndpoint(action_endpoint))

    async def run(
        self,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> List[Event]:
        """Run the action; see the base class. Failures become an apology and a log line."""
        try:
            return await super().run(output_channel, nlg, tracker, domain)
        except ActionExecutionRejection:
            raise  # not a failure: another action is asked for
        except (RasaException, aiohttp.ClientError, asyncio.TimeoutError, ValidationError) as error:
            reason = str(error) or type(error).__name__
            logger.error(
                "%s gave no answer (%s). The person was asked to try again; see the action"
                " server's log.", self.name(), reason,
            )
            return [create_bot_utterance(without_action(self.name()))]

    def _validate_action_result(self, result: Optional[Dict[str, Any]]) -> bool:
        _validator().validate(result)
        return True


class KeptOpenEndpoint(EndpointConfig):
    """An endpoint whose connections stay open between requests, with our timeout.

    WAYPOINT_ACTIONS_URL overrides the address, so that one endpoints.yml serves every port.
    """

    def __init__(self, endpoint: EndpointConfig) -> None:
        self.__dict__.update(endpoint.__dict__)
        self.url = os.environ.get("WAYPOINT_ACTIONS_URL") or endpoint.url
        self._timeout = float(endpoint.kwargs.get("timeout", TIMEOUT_SECONDS))

    def session(self) -> "_Borrowed":  # type: ignore[override]
        """Return this event loop's session; leaving its `async with` keeps it open."""
        if self.basic_auth:  # credentials belong to a session: do not share it
            return super().session()  # type: ignore[return-value]
        return _Borrowed(open_session())

    async def request(self, *args: Any, **kwargs: Any) -> Optional[Any]:
        """Send a request; see the base class.

        Raises:
            asyncio.TimeoutError: No answer in time.
        """
        kwargs["timeout"] = aiohttp.ClientTimeout(total=self._timeout)
        return await super().request(*args, **kwargs)


class _Borrowed:
    """Makes a shared session usable where Rasa wants to open and close its own."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def __aenter__(self) -> aiohttp.ClientSession:
        return self._session

    async def __aexit__(self, *exc_info: object) -> None:
        return None


def open_session() -> aiohttp.ClientSession:
    """Return this event loop's session with the action server; do not close it."""
    loop = asyncio.get_running_loop()
    session = _sessions.get(loop)
    if session is None or session.closed:
        connector = aiohttp.TCPConnector(keepalive_timeout=KEEP_ALIVE_SECONDS)
        session = _sessions[loop] = aiohttp.ClientSession(connector=connector)
    return session


async def close_sessions() -> None:
    """Close this event loop's connections; called when the server stops."""
    session = _sessions.pop(asyncio.get_running_loop(), None)
    if session is not None:
        await session.close()


@lru_cache(maxsize=1)
def _validator() -> Draft7Validator:
    # `jsonschema.validate`, which Rasa calls, checks the schema and builds this each time.
    return Draft7Validator(RemoteAction.action_response_format_spec())
