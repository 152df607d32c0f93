"""Forgetting a conversation, or all that is kept of a person, when they ask for it."""

from __future__ import annotations

import logging
from typing import Any, Awaitable, Callable, Dict, List

from actions.payload import plain_payload
from bot import records
from bot.apology import apology
from bot.channels.turn import conversation_id
from knowledge.language.forget_words import asks_to_forget, asks_to_forget_only_the_talk

logger = logging.getLogger(__name__)

Answers = List[Dict[str, Any]]

# In an answer of the contract, so that clients drop what they hold: true where the person has been
# forgotten, "talk" where only the conversation was.
FORGOTTEN, TALK = "forgotten", "talk"
ASKING = "forget-me"  # the question by which the dialogue makes sure first
ALL_GONE = (
    "Done: I have deleted this conversation and everything that I kept of you: your shortlist with its notes,"
    " your offers, and your answers to my questions. Thumbs that you gave stay noted with their question,"
    " without your name."
)
TALK_GONE = (
    "Done: I have deleted this conversation, its filters and its answers. Your shortlist is still there; say"
    " “forget me” to have that deleted, too."
)
NOT_GONE = "Sorry, I could not delete everything just now. Please ask me again in a minute."


class CannotForget(Exception):
    """The tracker store cannot delete a conversation; the text names it."""


async def forget_tracker(agent: Any, channel: str, sender: str) -> None:
    """Delete the tracker of a conversation.

    Args:
        agent: Rasa's agent, whose tracker store holds it; None before there is one.
        channel: The channel's name.
        sender: Who writes, as the channel knows them.

    Raises:
        CannotForget: The tracker store has no way to.
    """
    if agent is None:
        return
    store = agent.tracker_store
    store = getattr(store, "_tracker_store", store)  # Rasa 3.6 wraps it to survive its errors
    forget = getattr(store, "forget", None)
    if forget is None:
        raise CannotForget(f"{type(store).__name__} has no method `forget`")
    await forget(conversation_id(channel, sender))


async def forget_person(agent: Any, person: str) -> None:
    """Delete everything that was saved for a person.

    Args:
        agent: Rasa's agent, for the address of the action server.
        person: Their opaque id; see bot/persons.py.

    Raises:
        RecordsUnavailable: It was not deleted.
    """
    await records.call(agent, "DELETE", f"people/{person}")


def has_forgotten(answers: Answers) -> bool:
    """Whether the dialogue has forgotten the person with this turn."""
    return any((answer.get("custom") or {}).get(FORGOTTEN) is True for answer in answers)


def asks_to_forget_first(answers: Answers) -> bool:
    """Whether the dialogue asks if that is really meant; the answer to it decides."""
    questions = [(answer.get("custom") or {}).get("question") or {} for answer in answers]
    return any(question.get("id") == ASKING for question in questions)


async def forget_if_asked(
    text: str, answers: Answers, forget_talk: Callable[[], Awaitable[None]],
    forget_saved: Callable[[], Awaitable[None]], *, lasts: bool = True,
) -> Answers:
    """Forget after a turn that asked for it, and say so only when it is done.

    Args:
        text: What the person wrote.
        answers: What the dialogue made of it. Where it makes sure first, nothing is forgotten yet;
            where it has not understood, only its help for somebody in need is kept.
        forget_talk: Deletes the conversation.
        forget_saved: Deletes what was saved for the person.
        lasts: Whether what is saved outlives the conversation. Then the conversation alone goes at
            once; else both are one, and the dialogue makes sure.

    Returns:
        The answers to send; those that came where nothing was asked.
    """
    told = has_forgotten(answers)
    only_talk = lasts and not told and asks_to_forget_only_the_talk(text)
    if not told and (not asks_to_forget(text) or (asks_to_forget_first(answers) and not only_talk)):
        return answers
    help_given = [answer for answer in answers if (answer.get("custom") or {}).get("kind") == "safety"]
    try:
        if not only_talk:
            await forget_saved()
        await forget_talk()
    except Exception as error:  # whatever broke, nobody may be told that it worked
        logger.error("Somebody could not be forgotten: %s", type(error).__name__)
        return [*help_given, apology(NOT_GONE)]
    if told:
        return answers
    said = _done(TALK_GONE, TALK) if only_talk else _done(ALL_GONE, True)
    return [*help_given, said]


def _done(text: str, what: Any) -> Dict[str, Any]:
    return {"text": text, "custom": {**plain_payload("smalltalk", text), FORGOTTEN: what}}
