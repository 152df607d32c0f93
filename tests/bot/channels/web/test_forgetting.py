"""A person may have a conversation forgotten, and then it is."""

from __future__ import annotations

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore
from rasa.shared.core.domain import Domain

from tests.bot.channels.web.conftest import Serve, Served, answers_well


def test_tracker_and_turns_are_gone_and_the_token_is_good_no_more(served: Served) -> None:
    token, other = served.begin(), served.begin()
    served.say(token, "my secret")
    served.say(other, "hi")
    name, kept = (f"web:{one.split('.')[0]}" for one in (token, other))
    assert name in served.agent.store.store

    answer = served.request("DELETE", "conversations", token=token)
    assert (answer.status, answer.body) == (204, b"")
    assert set(served.agent.store.store) == {kept}
    assert served.request("GET", "messages", token=token).error == "unauthorized"
    assert served.say(token, "hi again").error == "unauthorized"
    assert served.request("POST", "feedback", {"answer_id": "a", "rating": "up"}, token).status == 401
    assert set(served.agent.store.store) == {kept}
    assert len(served.request("GET", "messages", token=other).json["messages"]) == 1


def test_forgetting_again_or_what_never_was_is_fine(served: Served) -> None:
    token = served.begin()
    assert served.request("DELETE", "conversations", token=token).status == 204
    assert served.request("DELETE", "conversations", token=token).status == 204


def test_what_waits_is_not_run_and_what_runs_ends_first(serve: Serve) -> None:
    begun, release = threading.Event(), threading.Event()

    async def waits(message) -> None:
        begun.set()
        while not release.is_set():
            await asyncio.sleep(0.01)
        await answers_well(message)

    served = serve(waits)
    token = served.begin()
    with ThreadPoolExecutor(3) as pool:
        running = pool.submit(served.say, token, "running")
        assert begun.wait(timeout=20)
        waiting = pool.submit(served.say, token, "waiting")
        time.sleep(0.3)  # a late one is refused by its token and ends the same way
        forgetting = pool.submit(served.request, "DELETE", "conversations", None, token)
        time.sleep(0.3)
        assert not forgetting.done()
        release.set()

    assert forgetting.result().status == 204
    assert running.result().status == 200
    assert waiting.result().error == "unauthorized"
    assert served.agent.heard == ["running"]
    assert served.agent.store.store == {}


def test_a_tracker_store_that_cannot_forget_is_not_said_to_have(served: Served, caplog) -> None:
    served.agent.tracker_store = FailSafeTrackerStore(InMemoryTrackerStore(Domain.empty()))
    token = served.begin()
    served.say(token, "my secret")
    answer = served.request("DELETE", "conversations", token=token)
    assert (answer.status, answer.error) == (503, "unavailable")
    assert "InMemoryTrackerStore has no method `forget`" in caplog.text
