"""Presses of our buttons and menus. What is not ours, or not known, is acknowledged and left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Optional, Union

from bot.channels.slack.asking import Ask, Place, belongs, direct, in_thread
from bot.channels.slack.rendering.drawing import ASK, BAR, FEEDBACK, REST
from bot.channels.slack.saved import FORMATS

HOME = "home"  # the conversation that buttons of the App Home name
EXPORT = "export"


@dataclass(frozen=True)
class Rest:
    """The next part of a long answer is asked for."""

    token: str
    part: int
    conversation: str
    place: Place


@dataclass(frozen=True)
class Feedback:
    """A thumb up or down."""

    answer_id: str
    rating: str  # "up" or "down"
    place: Place


@dataclass(frozen=True)
class HomeAsk:
    """A question pressed in the App Home; its answer goes to the direct message."""

    text: str
    team: str
    user: str


@dataclass(frozen=True)
class Export:
    """The shortlist as a file, pressed in the App Home."""

    ending: str
    team: str
    user: str


Pressed = Union[Ask, Rest, Feedback, HomeAsk, Export]


def pressed(payload: Mapping[str, Any]) -> Optional[Pressed]:
    """Return what an interaction asks for, None where it is none of ours."""
    actions = payload.get("actions")
    if payload.get("type") != "block_actions" or not isinstance(actions, list) or not actions:
        return None
    action = actions[0]
    names = str(action.get("block_id") or "").split(BAR)
    user = (payload.get("user") or {}).get("id")
    if not user or len(names) < 3:
        return None
    team = str((payload.get("team") or {}).get("id") or (payload.get("user") or {}).get("team_id") or "")
    words = words_of(action)
    if names[0] == ASK and names[1] == HOME:
        return HomeAsk(words, team, user) if words else None
    if names[0] == EXPORT:
        return Export(words, team, user) if words in FORMATS else None
    place = _place(payload, user)
    if place is None:
        return None
    if names[0] == ASK and words:
        return Ask(words, _conversation(names[1], team, place), place, addressed=True, echo=True)
    if names[0] == REST and len(names) >= 4:
        token, _, part = names[1].partition(".")
        conversation = _conversation(names[2], team, place)
        return Rest(token, int(part), conversation, place) if part.isdecimal() else None
    if names[0] == FEEDBACK:
        rating = str(action.get("action_id") or "").rpartition(".")[2]
        return Feedback(names[1], rating, place) if rating in ("up", "down") else None
    return None


def interaction_key(payload: Mapping[str, Any]) -> Optional[str]:
    """Return what is the same when somebody presses twice in a row."""
    action = (payload.get("actions") or [{}])[0]
    container = payload.get("container") or {}
    where = container.get("message_ts") or container.get("view_id")
    user = (payload.get("user") or {}).get("id")
    if not where or not user:
        return None
    return f"{user}:{where}:{action.get('block_id')}:{action.get('action_id')}:{words_of(action)}"


def words_of(action: Mapping[str, Any]) -> str:
    """Return the words that an element says, whatever its kind; empty where it says none."""
    kind = action.get("type")
    if kind in ("button", "plain_text_input", "number_input", "email_text_input", "url_text_input"):
        return str(action.get("value") or "")
    if kind in ("static_select", "external_select", "overflow", "radio_buttons"):
        return _value(action.get("selected_option"))
    if kind in ("multi_static_select", "multi_external_select", "checkboxes"):
        chosen: List[Dict[str, Any]] = action.get("selected_options") or []
        return ", ".join(filter(None, map(_value, chosen)))
    if kind in ("datepicker", "timepicker"):
        return str(action.get("selected_date") or action.get("selected_time") or "")
    return ""  # pickers of users and channels say nothing that could be looked up


def _value(option: Optional[Mapping[str, Any]]) -> str:
    return str((option or {}).get("value") or "")


def _place(payload: Mapping[str, Any], user: str) -> Optional[Place]:
    container, message = payload.get("container") or {}, payload.get("message") or {}
    channel = container.get("channel_id") or (payload.get("channel") or {}).get("id")
    if not channel:
        return None
    alone = bool(container.get("is_ephemeral"))
    thread = container.get("thread_ts") or message.get("thread_ts")
    if not thread and not alone and not channel.startswith("D"):
        thread = container.get("message_ts")
    url = payload.get("response_url") if alone else None
    return Place(channel, user, thread, alone, url)


def _conversation(named: str, team: str, place: Place) -> str:
    """Return the conversation that a block names, if it is one of this place and this person."""
    if belongs(named, place.channel, place.asker):
        return named
    if not place.shared:
        return direct(team, place.channel, place.thread)
    return in_thread(team, place.channel, place.thread or place.asker)
