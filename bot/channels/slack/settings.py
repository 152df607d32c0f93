"""What the operator sets for Slack. Secrets come from the environment and are never shown."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Mapping, Optional

from slack_sdk.web.async_client import AsyncWebClient

TOKEN = "WAYPOINT_SLACK_TOKEN"
SIGNING_SECRET = "WAYPOINT_SLACK_SIGNING_SECRET"
PROXY = "WAYPOINT_SLACK_PROXY"
API_URL = "WAYPOINT_SLACK_API_URL"


@dataclass(frozen=True)
class SlackSettings:
    """How this deployment reaches Slack, and how it knows that Slack is calling."""

    token: str = field(repr=False)  # the bot token, xoxb-...
    signing_secret: str = field(repr=False)
    proxy: Optional[str] = field(default=None, repr=False)  # may hold a password
    api_url: str = AsyncWebClient.BASE_URL


def settings_from(environment: Mapping[str, str] = os.environ) -> Optional[SlackSettings]:
    """Return the settings, or None when a secret is missing (`missing_settings` names it)."""
    if missing_settings(environment):
        return None
    api_url = environment.get(API_URL, "").strip() or AsyncWebClient.BASE_URL
    return SlackSettings(
        token=environment[TOKEN].strip(),
        signing_secret=environment[SIGNING_SECRET].strip(),
        proxy=environment.get(PROXY, "").strip() or None,
        api_url=api_url if api_url.endswith("/") else f"{api_url}/",
    )


def missing_settings(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the names of the secrets that are not set."""
    return [name for name in (TOKEN, SIGNING_SECRET) if not environment.get(name, "").strip()]
