"""What a Query is about: the action's own topic, unless what was recognised says otherwise."""

from __future__ import annotations

import re

from actions.names import ROLE_TOPICS, TOPIC_ATTRIBUTE, TOPIC_QUESTION, TOPIC_ROLES
from actions.query import Query
from knowledge.facts import ATTRIBUTES

_OPENS_QUESTION = re.compile(
    r"\s*(?!(?:what|how) about)(?:what|which|who|where|how|can|could|do|does|is|are|any|show|list|"
    r"find|give)\b", re.IGNORECASE)
_OPENS_SEARCH = re.compile(
    r"\W*(?:(?:so|ok|and|hi|hey|please|pls) )*(?:any|which|what|are there|is there|do you (?:have|know)|got|"
    r"show|list|find|give|where)\b", re.IGNORECASE)
_WHAT_TO_DO = re.compile(
    r"\bwhat(?: else)? (?:can|could|should|might|would|do) (?:i|we|you|an?|they)\b.*\bdo\b"
    r"|\bmy options\b|\bwhat else\b", re.IGNORECASE)


def topic_of(query: Query, default: str) -> str:
    """The topic to answer: that of the action chosen, unless what was recognised says otherwise."""
    named = bool(query.kinds or query.role_ids)
    last = query.memory.topic
    if named and _asks_attribute(query):
        return "role" if query.shape.pay_word else TOPIC_ATTRIBUTE  # both are in a role's account
    if default == "pay" and query.kinds and _only_of_role(query):
        return "role"
    if default == TOPIC_QUESTION and (query.shape.is_question or _WHAT_TO_DO.search(query.text)):
        return TOPIC_ROLES if not named and _wonders_what_to_do(query) else default
    if default == "polls" and query.refines and query.narrows_by_attribute:
        return TOPIC_ROLES
    if any(m.kind == "reference" and m.value == "list" for m in query.mentions) and query.memory.filters:
        return TOPIC_ROLES
    bare = not (query.shape.define_cue or query.shape.compare_cue or query.shape.pay_word
                or (query.shape.is_question and query.shape.leftover))
    if query.refines and bare and last:
        return _topic_of_fragment(query, default, last)
    if default == "pay" and ((not named and _is_search(query)) or (named and _is_bounded(query))):
        return TOPIC_ROLES
    if default == TOPIC_ROLES and query.kinds and not _is_search(query):
        if len(query.kinds) > 1:
            return "comparison"
        return "pay" if query.shape.pay_word else "role"
    return default


def _only_of_role(query: Query) -> bool:
    """Whether pay is asked of a role together with some property: "onc UR, hours and pay"."""
    kinds = {m.kind for m in query.mentions}
    return bool(kinds & set(ATTRIBUTES)) and not kinds & {"pay", "pay_given", "order", "rank", "limit"}


def _only_attributes(query: Query) -> bool:
    """Whether a fragment names nothing but properties ("patients?", "from home then?").

    After a look at a role it asks them of that role; "only" and its kind still filter.
    """
    kinds = {m.kind for m in query.mentions}
    asked = kinds & set(ATTRIBUTES)
    about = all(m.value == "what_about" for m in query.mentions if m.kind == "cue")
    return bool(asked) and about and kinds <= asked | {"reference", "cue"} and bool(query.memory.subjects) and (
        not query.shape.has_head
    )


def _asks_attribute(query: Query) -> bool:
    """Whether a question is about a property of a role: "is UR remote?", "does it travel?"."""
    kinds = {m.kind for m in query.mentions}
    return (
        query.shape.is_question and bool(kinds & set(ATTRIBUTES))
        and not (query.shape.has_head and _OPENS_SEARCH.match(query.text))
        and not query.text.lower().startswith(("how", "why"))
        and not kinds & {"pay", "order", "rank", "limit", "count", "cue", "drop"}
        and not query.shape.compare_cue and not query.shape.define_cue
    )


def _wonders_what_to_do(query: Query) -> bool:
    """Whether an open question asks for work: "what could a cardiologist do instead?"."""
    wishes = bool(query.values("specialty") or query.wishes) or query.narrows_by_attribute
    return wishes and (not query.shape.leftover or bool(_WHAT_TO_DO.search(query.text)))


def _is_search(query: Query) -> bool:
    kinds = {m.kind for m in query.mentions}
    if query.narrows_by_attribute and not (query.shape.pay_word and query.shape.leftover):
        return True
    return bool(kinds & {"order", "count", "limit", "rank"}) or (
        bool(query.filters) and not query.shape.leftover and not query.kinds
    )


def _is_bounded(query: Query) -> bool:
    return any(m.kind in ("pay", "pay_given") for m in query.mentions)


def _topic_of_fragment(query: Query, default: str, last: str) -> str:
    if last in (*ROLE_TOPICS, TOPIC_QUESTION) and _only_attributes(query):
        return TOPIC_ATTRIBUTE
    if query.memory.filters and last in ROLE_TOPICS and any(m.kind == "drop" for m in query.mentions):
        return TOPIC_ROLES  # a look at one role keeps the list's filters, and they can still be taken off
    if last == TOPIC_QUESTION and query.values("specialty") and query.memory.subjects:
        return "role"
    if query.narrows_by_attribute or {"order", "rank", "limit"} & {m.kind for m in query.mentions}:
        return TOPIC_ROLES
    if query.kinds or query.role_ids:
        if default == "comparison" or (last in ROLE_TOPICS and default not in ROLE_TOPICS):
            return default if default == "comparison" else last
        return default if default in ROLE_TOPICS else "role"
    if any(m.kind in ("specialty", "drop") for m in query.mentions):
        if default == TOPIC_ROLES and _OPENS_QUESTION.match(query.text):
            return default  # "what could a cardiologist do instead?"
        return last if last in ("reasons", "polls", *ROLE_TOPICS) else TOPIC_ROLES
    return default
