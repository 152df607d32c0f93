"""Somebody types a patient's details and their own address; whatever breaks, no log has them."""

from __future__ import annotations

import io
import json
import logging
from typing import Any, Callable, Iterator

import pytest
import structlog
from rasa.utils.log_utils import configure_structlog

from bot.forgetting import NOT_GONE
from tests.bot.channels.action_server import ActionServer
from tests.bot.channels.slack.conftest import (
    Waypoint,
    actions,
    channel_message,
    direct_message,
    served,
    shared_actions,
    slack,
    waypoint,
)
from tests.bot.channels.web.conftest import Serve, built, serve, settings

__all__ = ["actions", "built", "serve", "served", "settings", "shared_actions", "slack", "waypoint"]

MESSAGE = (
    'My patient "José" Kowalski (room 7, MRN 998877, born on 01/02/1980) is unwell.\n'
    "I am jane.doe@clinic.org, call 415-555-1234."
)
SECRETS = ("Kowalski", "998877", "01/02/1980", "jane.doe", "clinic.org", "415-555", "room 7")
USER = "U0AB12CD3"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that any logger writes, down to DEBUG, with tracebacks; as Rasa sets it up with LOG_LEVEL=DEBUG."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    configure_structlog(logging.DEBUG)
    yield out
    root.removeHandler(handler)
    root.setLevel(level)
    structlog.reset_defaults()


async def breaks_loudly(message: Any) -> None:
    """Do what Rasa and its actions do in a bad moment: log what they have in hand, and fail."""
    for logger in (logging.getLogger("rasa.core.processor"), structlog.get_logger("rasa.core.actions")):
        for level in ("debug", "info", "warning", "error"):
            getattr(logger, level)(f"Received user message {message.text!r} of {message.sender_id}")
    structlog.get_logger("rasa.core.processor").warning(
        "processor.message.parse", text=message.text, metadata=message.metadata
    )
    logging.getLogger("rasa.core").warning("body %s", json.dumps({"text": message.text}))
    try:
        raise ValueError(f"cannot read {message.text!r}")
    except ValueError as error:
        raise RuntimeError(f"no answer to {message.text}") from error


def assert_clean(log: io.StringIO, *more: str) -> None:
    written = log.getvalue()
    assert "RuntimeError" in written and "failed" in written  # the failure itself can be found
    assert [secret for secret in (*SECRETS, *more) if secret in written] == []


@pytest.mark.parametrize("end", ["conversation", "person"])
def test_the_web_channel_logs_neither_words_nor_people(
    serve: Serve, actions: ActionServer, log: io.StringIO, end: str
) -> None:
    web = serve(breaks_loudly)
    begun = web.request("POST", "conversations", {}).json
    body = {"id": "message-1", "message": MESSAGE, "person": begun["person"]}
    assert web.request("POST", "messages", body, begun["conversation"]).status == 200
    actions.status = 503
    web.request("GET", "shortlist.md", token=begun["person"])
    web.request("DELETE", "person", token=begun["person"])
    body = {"id": "message-2", "message": "forget me", "person": begun["person"]}
    told = web.request("POST", "messages", body, begun["conversation"]).json
    assert told["answers"][0]["text"] == NOT_GONE
    assert_clean(log, begun[end], begun[end].split(".")[0])


def test_the_rest_channel_logs_neither_words_nor_an_address_for_a_name(serve: Serve, log: io.StringIO) -> None:
    web = serve(breaks_loudly)
    body = {"sender": "jane.doe@clinic.org", "message": MESSAGE}
    assert web.request("POST", "/webhooks/rest/webhook", body).status == 200
    assert_clean(log)


@pytest.mark.parametrize("event", [direct_message, channel_message])
def test_the_slack_channel_logs_neither_words_nor_people(
    waypoint: Waypoint, log: io.StringIO, event: Callable[..., Any]
) -> None:
    waypoint.handler = breaks_loudly
    waypoint.send(event(f"<@UBOT> {MESSAGE}", user=USER, channel="D0AB12CD3" if event is direct_message else "C1"))
    waypoint.replies()
    waypoint.settle()
    assert_clean(log, USER, "D0AB12CD3")
