from __future__ import annotations

import asyncio
from typing import Any, Callable, Dict, List

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from rasa.core.actions import action as rasa_action
from rasa.core.actions.action import ActionExecutionRejection
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot import rasa_patches, remote_action
from bot.apology import UNAVAILABLE

rasa_patches.install()

GOOD = {
    "events": [{"event": "slot", "name": "misses", "value": 1.0, "timestamp": None}],
    "responses": [{"text": "Here is one role.", "custom": {"kind": "roles"}}],
}


def run_action(handler: Callable[[web.Request], Any], times: int = 1, **endpoint: Any) -> List[Any]:
    """Run a custom action against an action server whose webhook is `handler`."""

    async def run() -> List[Any]:
        app = web.Application()
        app.router.add_post("/webhook", handler)
        async with TestServer(app) as server:
            config = EndpointConfig(url=str(server.make_url("/webhook")), **endpoint)
            events = [await run_once(config) for _ in range(times)]
            await remote_action.close_sessions()
            return events[-1]

    return asyncio.run(run())


async def run_once(config: EndpointConfig, name: str = "action_find_roles") -> List[Any]:
    domain = Domain.from_dict({"actions": [name]})
    action = rasa_action.action_for_name_or_text(name, domain, config)
    tracker = DialogueStateTracker("rest:ann", [])
    nlg = TemplatedNaturalLanguageGenerator({})
    return await action.run(CollectingOutputChannel(), nlg, tracker, domain)


def always(answer: Dict[str, Any], status: int = 200):
    async def handler(request: web.Request) -> web.Response:
        return web.json_response(answer, status=status)

    return handler


def test_an_answer_is_passed_on_whole():
    said, slot = run_action(always(GOOD))
    assert (said.text, said.data["custom"]) == ("Here is one role.", {"kind": "roles"})
    assert slot == SlotSet("misses", 1.0)


@pytest.mark.parametrize(
    "handler",
    [
        always({"error": "boom"}, status=500),
        always({"error": "no such action"}, status=404),
        always({"events": [{"event": "slot"}], "responses": []}),  # against the schema
        always({"events": "none", "responses": []}),
    ],
)
def test_a_failing_action_apologises(handler):
    (said,) = run_action(handler)
    assert isinstance(said, BotUttered)
    assert said.text == UNAVAILABLE
    assert said.data["custom"]["kind"] == "error"
    assert said.data["custom"]["schema"] == "answer/1"


NOBODY = EndpointConfig(url="http://127.0.0.1:9/webhook")


def test_an_action_server_that_is_down_apologises():
    (said,) = asyncio.run(run_once(NOBODY))
    assert said.text == UNAVAILABLE


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("action_distress", ["988", "1-888-409-0141", "local emergency number"]),
        ("action_symptoms", ["medical care", "emergency number"]),
    ],
)
def test_a_person_in_need_gets_help_even_then(monkeypatch, name, words):
    monkeypatch.delenv("WAYPOINT_SAFETY_FILE", raising=False)
    (said,) = asyncio.run(run_once(NOBODY, name))
    assert all(word in said.text for word in words)
    assert said.data["custom"]["kind"] == "safety"


def test_the_deployments_own_safety_text_comes_first(monkeypatch, tmp_path):
    file = tmp_path / "safety.txt"
    file.write_text("Call 116 123, day and night.\n", encoding="utf-8")
    monkeypatch.setenv("WAYPOINT_SAFETY_FILE", str(file))
    (said,) = asyncio.run(run_once(NOBODY, "action_distress"))
    assert said.text == "Call 116 123, day and night."
    file.unlink()
    (said,) = asyncio.run(run_once(NOBODY, "action_distress"))
    assert "988" in said.text


def test_a_slow_action_is_given_up_after_the_endpoints_timeout():
    async def slow(request: web.Request) -> web.Response:
        await asyncio.sleep(5)
        return web.json_response(GOOD)

    (said,) = run_action(slow, timeout=0.05)
    assert said.text == UNAVAILABLE


def test_a_rejection_still_lets_rasa_choose_another_action():
    rejection = {"action_name": "action_find_roles", "error": "not now"}
    with pytest.raises(ActionExecutionRejection):
        run_action(always(rejection, status=400))


def test_connections_are_kept_open():
    ports = set()

    async def handler(request: web.Request) -> web.Response:
        ports.add(request.transport.get_extra_info("peername"))
        return web.json_response(GOOD)

    run_action(handler, times=5)
    assert len(ports) == 1


def test_the_environment_overrides_the_address(monkeypatch):
    monkeypatch.setenv("WAYPOINT_ACTIONS_URL", "http://127.0.0.1:7777/webhook")
    endpoint = remote_action.KeptOpenEndpoint(EndpointConfig(url="http://127.0.0.1:5055/webhook"))
    assert endpoint.url == "http://127.0.0.1:7777/webhook"


def test_the_schema_is_prepared_once():
    remote_action._validator.cache_clear()
    run_action(always(GOOD), times=3)
    assert remote_action._validator.cache_info().misses == 1
