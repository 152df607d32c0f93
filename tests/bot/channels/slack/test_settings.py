"""Secrets from the environment; without them the channel says that it is off."""

from __future__ import annotations

import asyncio
import logging

import pytest
from sanic import Sanic

from bot.channels.slack import SlackInput
from bot.channels.slack.memory import Kept, Remembered
from bot.channels.slack.settings import missing_settings, settings_from

SET = {"WAYPOINT_SLACK_TOKEN": "xoxb-1", "WAYPOINT_SLACK_SIGNING_SECRET": "abc"}


def test_settings_are_read_and_never_shown():
    settings = settings_from({**SET, "WAYPOINT_SLACK_PROXY": "http://me:pw@proxy:3128"})
    assert (settings.token, settings.signing_secret, settings.proxy) == ("xoxb-1", "abc", "http://me:pw@proxy:3128")
    assert settings.api_url == "https://slack.com/api/" or settings.api_url == "https://www.slack.com/api/"
    assert not any(secret in repr(settings) for secret in ("xoxb-1", "abc", "pw"))


def test_an_address_of_the_api_may_lack_its_slash():
    assert settings_from({**SET, "WAYPOINT_SLACK_API_URL": "https://x.io/api"}).api_url == "https://x.io/api/"


@pytest.mark.parametrize("name", list(SET))
@pytest.mark.parametrize("value", [None, "", "  "])
def test_one_missing_secret_switches_the_channel_off(name, value):
    environment = {**SET, name: value} if value is not None else {k: v for k, v in SET.items() if k != name}
    assert settings_from(environment) is None
    assert missing_settings(environment) == [name]


def test_a_channel_that_is_off_says_so(monkeypatch, caplog):
    for name in SET:
        monkeypatch.delenv(name, raising=False)
    with caplog.at_level(logging.INFO):
        channel = SlackInput.from_credentials({})
    assert "Slack is off: set WAYPOINT_SLACK_TOKEN and WAYPOINT_SLACK_SIGNING_SECRET" in caplog.text
    app = Sanic("slack-off-test", configure_logging=False)
    app.blueprint(channel.blueprint(None), url_prefix="/slack")
    app.router.finalize()
    handlers = {route.path: route.handler for route in app.router.routes}
    answered = asyncio.run(handlers["slack/webhook"](None))
    assert answered.status == 503


def test_the_channel_is_on_with_both(monkeypatch, caplog):
    for name, value in SET.items():
        monkeypatch.setenv(name, value)
    with caplog.at_level(logging.INFO):
        assert SlackInput.from_credentials(None).name() == "slack"
    assert "Slack is on" in caplog.text and "xoxb-1" not in caplog.text


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_memory_forgets_with_time_and_with_number():
    clock = Clock()
    seen = Remembered(seconds=10, most=3, clock=clock)
    assert [seen.add(n) for n in (1, 1, 2)] == [True, False, True]
    clock.now = 10
    assert 1 not in seen and seen.add(1)
    for n in range(100):
        seen.add(n)
    assert len(seen) == 3 and 99 in seen and 1 not in seen


def test_what_is_touched_is_kept_longer():
    clock = Clock()
    kept = Kept(seconds=10, most=2, clock=clock)
    kept.put("a", 1)
    clock.now = 5
    kept.put("b", 2)
    kept.put("a", 3)
    kept.put("c", 4)
    assert (kept.get("a"), kept.get("b"), kept.get("c")) == (3, None, 4)
