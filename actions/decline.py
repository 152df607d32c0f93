"""action_decline: names the limit, politely, and what can be asked."""

from __future__ import annotations

import re
from typing import Optional

from actions.answers import answer_query
from actions.fallback import missed
from actions.listing import list_roles
from actions.names import TOPIC_PAY, TOPIC_ROLE, TOPIC_ROLES
from actions.open_questions import Answered, open_question
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from actions.silence import silent_on_work
from knowledge.answering.fixed import answer_out_of_scope
from knowledge.language.gibberish import looks_like_gibberish
from knowledge.language.safety import detect_abuse
from knowledge.language.text import fold, tokenize

_INTEREST = re.compile(
    r"\b(?:i(?:'d| would)?|id) (?:really |also |just |always |do )?(?:like|love|enjoy|liked|loved|want|wanted)\b"
    r"|\binterested in\b|\bpassion\w* (?:for|about)\b|\bgood at\b", re.IGNORECASE)


MOST_CHARACTERS = 60  # of a message that says no more than "hmm, no idea"
_AT_A_LOSS = re.compile(
    r"\W*(?:(?:h+m+|u+h+|idk|dunno|e+h+|meh|ugh|no (?:idea|clue)|not sure|i (?:don'?t|do not) know|whatever|what|huh|"
    r"well)\W*){1,4}", re.IGNORECASE)


class ActionDecline(AnswerAction):
    """Declines what is outside; a real question inside an insult is answered."""

    def name(self) -> str:
        return "action_decline"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        found = rescued(query, snapshot) or interest(query, snapshot) or silent_on_work(query, snapshot)
        at_a_loss = query.memory.misses and _AT_A_LOSS.fullmatch(query.text[:MOST_CHARACTERS])
        if found is None and (at_a_loss or is_unreadable(query, snapshot)):
            return missed(query)
        return found or (answer_out_of_scope(), query.memory)


def is_unreadable(query: Query, snapshot: Snapshot) -> bool:
    """Whether nothing in a message can be read: pictures, mashed keys, words of no language that is known.

    It is no question outside what is known, so the choices rise as after any message not understood.
    """
    if query.mentions:
        return False
    words = [token.key for token in tokenize(fold(query.text)) if len(token.key) > 2]
    return looks_like_gibberish(query.text) or not any(snapshot.names.is_english(word) for word in words)


def rescued(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """The answer where an insult, or clumsy English, hides a question that names what it wants."""
    wishes = bool(query.values("specialty")) or query.narrows_by_attribute
    if detect_abuse(query.text) and query.kinds:
        topic = TOPIC_PAY if query.shape.pay_word else TOPIC_ROLE
        return answer_query(query, snapshot, topic=topic)
    if query.values("geography") and query.refines and query.memory.topic == TOPIC_ROLES and not query.wishes:
        return list_roles(query, snapshot)  # "in boston tho", of a list: said to narrow nothing
    if query.refines and query.memory.topic == TOPIC_ROLES and query.asks_properties and not query.shape.is_question:
        return list_roles(query, snapshot)  # "at like a university"
    if (detect_abuse(query.text) and wishes) or _names_a_search(query):
        return answer_query(query, snapshot, topic=TOPIC_ROLES)
    return None


def interest(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """What the articles say of something that a person likes doing: "I like writing"."""
    if not _INTEREST.search(query.text) or query.wishes or query.values("geography"):
        return None
    answer, memory = open_question(query, snapshot)
    return (answer, memory) if answer.kind == "passages" else None


def _names_a_search(query: Query) -> bool:
    """Whether a specialty and a wish stand together with a word for work, or with how it is done."""
    of_work = query.shape.has_head or (query.asks_properties and not query.shape.is_question)
    return (
        bool(query.values("specialty")) and query.narrows_by_attribute and of_work
        and not query.wishes and not query.values("geography")
    )
