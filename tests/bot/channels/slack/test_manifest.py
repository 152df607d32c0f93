"""The manifest is one that Slack takes, asks for no more than the docs explain, and for enough."""

from __future__ import annotations

import re
from pathlib import Path

import ruamel.yaml

DOCS = Path(__file__).parents[4] / "docs"
MANIFEST = ruamel.yaml.YAML(typ="safe").load((DOCS / "slack-manifest.yml").read_text(encoding="utf-8"))
PAGE = (DOCS / "slack.md").read_text(encoding="utf-8")

# What each event and feature needs, from Slack's reference.
NEEDED = {
    "app_mention": "app_mentions:read", "message.im": "im:history", "message.channels": "channels:history",
    "message.groups": "groups:history", "app_home_opened": None,
}  # fmt: skip
KEYS = {"_metadata", "display_information", "features", "oauth_config", "settings"}


def test_it_has_the_sections_and_lengths_that_slack_asks_for():
    assert set(MANIFEST) == KEYS
    display = MANIFEST["display_information"]
    assert len(display["name"]) <= 35
    assert len(display["description"]) <= 140
    assert 174 <= len(display["long_description"]) <= 4000
    assert re.fullmatch(r"#[0-9a-f]{6}", display["background_color"])
    command = MANIFEST["features"]["slash_commands"][0]
    assert set(command) == {"command", "url", "description", "usage_hint", "should_escape"}
    assert command["command"] == "/waypoint"
    assert MANIFEST["features"]["app_home"]["messages_tab_read_only_enabled"] is False


def test_scopes_are_those_that_events_and_answers_need_and_no_others():
    events = MANIFEST["settings"]["event_subscriptions"]["bot_events"]
    needed = {NEEDED[event] for event in events} - {None}
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == needed | {"chat:write", "commands"}


def test_each_scope_and_event_is_explained():
    for scope in MANIFEST["oauth_config"]["scopes"]["bot"]:
        assert f"| `{scope}` |" in PAGE
    for event in MANIFEST["settings"]["event_subscriptions"]["bot_events"]:
        assert f"`{event}`" in PAGE


def test_everything_leads_to_the_one_address():
    settings = MANIFEST["settings"]
    urls = {settings["event_subscriptions"]["request_url"], settings["interactivity"]["request_url"],
            MANIFEST["features"]["slash_commands"][0]["url"]}  # fmt: skip
    assert urls == {"https://waypoint.example.com/webhooks/slack/webhook"}
    assert settings["interactivity"]["is_enabled"] is True


def test_each_setting_is_in_the_docs():
    from bot.channels.slack import settings

    for name in (settings.TOKEN, settings.SIGNING_SECRET, settings.PROXY, settings.API_URL):
        assert f"`{name}`" in PAGE
