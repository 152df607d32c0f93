"""Which events are questions, and where their answers go.

Answered are direct messages, mentions, and follow-ups in threads where the bot was asked before.
Joins, edits, deletions, other bots and our own messages are not.
"""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Tuple

from bot.channels.slack import messages
from bot.channels.slack.asking import Ask, Place, direct, in_thread
from bot.channels.slack.memory import Remembered
from bot.channels.slack.text import clean, mentioned

# Messages of people; all other subtypes (joins, edits, topics, bots) are news about a channel.
_WRITTEN = (None, "file_share", "thread_broadcast", "me_message")


def ask_from(body: Mapping[str, Any], threads: Remembered) -> Optional[Ask]:
    """Return the question in an event, None where there is none.

    Args:
        body: An event callback as Slack sends it.
        threads: Conversations of threads in which the bot was asked; a new mention is added.
    """
    event = body.get("event")
    if not isinstance(event, dict) or not _is_written_by_a_person(event):
        return None
    team, channel = str(body.get("team_id") or event.get("team") or ""), str(event["channel"])
    ours = bot_users(body)
    text = event.get("text") or ""
    if channel.startswith("D") or event.get("channel_type") == "im":
        return _direct_message(event, team, clean(text, ours))
    to_us = event["type"] == "app_mention" or bool(mentioned(text) & set(ours))
    thread = str(event.get("thread_ts") or event["ts"])
    conversation = in_thread(team, channel, thread)
    to_others = bool(mentioned(text) - set(ours))
    if not to_us and (conversation not in threads or to_others):
        return None
    threads.touch(conversation)
    words = clean(text, ours)
    if not words and not to_us:
        return None  # a picture for the others in the thread
    place = Place(channel, event["user"], thread, begun=bool(event.get("thread_ts")))
    return Ask(words or messages.EMPTY_MEANS, conversation, place, addressed=to_us)


def message_key(body: Mapping[str, Any]) -> Optional[str]:
    """Return what is the same in all events about one message.

    A mention in a channel comes twice, as app_mention and as message, with two event ids.
    """
    event = body.get("event")
    if not isinstance(event, dict) or event.get("type") not in ("message", "app_mention"):
        return None
    if not event.get("channel") or not event.get("ts"):
        return None
    return f"{body.get('team_id')}:{event['channel']}:{event['ts']}"


def bot_users(body: Mapping[str, Any]) -> List[str]:
    """Return our own user ids in this workspace."""
    users = [
        one.get("user_id")
        for one in body.get("authorizations") or ()
        if isinstance(one, dict) and one.get("is_bot", True)
    ]
    return [str(user) for user in [*users, *(body.get("authed_users") or ())] if user]


def home_of(body: Mapping[str, Any]) -> Optional[Tuple[str, str]]:
    """Return workspace and user whose App Home was opened, None for all other events."""
    event: Dict[str, Any] = body.get("event") or {}
    if event.get("type") != "app_home_opened" or event.get("tab", "home") != "home":
        return None
    user = event.get("user")
    return (str(body.get("team_id") or ""), user) if user else None


def _is_written_by_a_person(event: Mapping[str, Any]) -> bool:
    return (
        event.get("type") in ("message", "app_mention")
        and event.get("subtype") in _WRITTEN
        and not any(event.get(key) for key in ("bot_id", "bot_profile", "hidden", "edited"))
        and isinstance(event.get("user"), str)
        and bool(event.get("channel"))
        and bool(event.get("ts"))
    )


def _direct_message(event: Mapping[str, Any], team: str, words: str) -> Optional[Ask]:
    thread = event.get("thread_ts")
    place = Place(event["channel"], event["user"], thread)
    if not words and not event.get("files"):
        return None
    return Ask(words, direct(team, event["channel"], thread), place, addressed=True)
