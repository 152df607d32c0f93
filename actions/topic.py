"""What a Query is about: the action's own topic, unless a rule below says otherwise.

Each rule is a sentence of reasoning and a function from the query and the action's topic to a
topic, or None to keep silent; the first that speaks wins. `RULES` look at any message,
`FRAGMENT_RULES` at one that leans on the last answer and asks nothing of its own.
"""

from __future__ import annotations

import re
from typing import Callable, Optional, Sequence, Tuple

from actions.getting_in import asks_the_way_in
from actions.names import (
    ROLE_TOPICS,
    TOPIC_ATTRIBUTE,
    TOPIC_COMPARISON,
    TOPIC_NEXT_STEPS,
    TOPIC_PAY,
    TOPIC_POLLS,
    TOPIC_QUESTION,
    TOPIC_REASONS,
    TOPIC_ROLE,
    TOPIC_ROLES,
)
from actions.query import Query
from actions.ways import way_asked
from knowledge.facts import ATTRIBUTES

Rule = Callable[[Query, str], Optional[str]]

_OPENS_QUESTION = re.compile(
    r"\s*(?!(?:what|how) about)(?:what|which|who|where|how|can|could|do|does|is|are|any|show|list|"
    r"find|give)\b", re.IGNORECASE)
_OPENS_SEARCH = re.compile(
    r"\W*(?:(?:so|ok|and|hi|hey|please|pls) )*(?:any|which|what|are there|is there|do you (?:have|know)|got|"
    r"show|list|find|give|where)\b", re.IGNORECASE)
_ASKS_WHETHER = re.compile(  # "do I have to stop seeing patients" wants a yes or no, and no list
    r"\W*(?:(?:so|ok|and|but) )*(?:do|can|could|will|would|should|must|am|is|are|does)\b.{0,25}\b(?:keep|stop|still|"
    r"have to|need to|must|allowed|give up|quit|lose|go back|return|continue|required)\b", re.IGNORECASE)
_NEEDED = re.compile(
    r"\W*(?:(?:so|ok|and|but) )*(?:do|does|will|would|must|should|is|are)\b.{0,20}\b(?:need|require[sd]?|necessary|"
    r"have to|must|get|worth)\b", re.IGNORECASE)
_LOOKS_FOR = re.compile(
    r"\W*(?:(?:so|ok|and|but|hey|hi) )*(?:(?:is|are) there (?:any\w*|some\w*|work|jobs|roles)|do you (?:have|know)|"
    r"got any\w*|"
    r"any(?:thing| jobs| gigs| work| roles)|what(?:'?s| is|s)? (?:the )?(?:easiest|least|lightest|lowest|most)\b)",
    re.IGNORECASE)
_OF_PAY = re.compile(r"\b(?:pay\w*|paid|salar\w+|earn\w*|money|comp|income|make)\b", re.IGNORECASE)
_CAN = re.compile(r"\W*(?:(?:so|ok|and|but) )*(?:can|could|may|might|would|do|does)\b", re.IGNORECASE)
_WHAT_TO_DO = re.compile(
    r"\bwhat(?: else)? (?:can|could|should|might|would|do) (?:i|we|you|an?|they)\b.*\bdo\b"
    r"|\bmy options\b|\bwhat else\b", re.IGNORECASE)


def topic_of(query: Query, default: str) -> str:
    """The topic to answer: the action's own one, unless a rule says otherwise."""
    rules = [*RULES, *(FRAGMENT_RULES if _is_bare_fragment(query) else ()), *SEARCH_RULES]
    return _first(rules, query, default)


def _first(rules: Sequence[Rule], query: Query, default: str) -> str:
    for rule in rules:
        if topic := rule(query, default):
            return topic
    return default


def property_of_a_role(query: Query, default: str) -> Optional[str]:
    """A question about a property of a role, "is UR remote?"; with pay, its whole account has both."""
    if not _is_named(query) or not _asks_attribute(query):
        return None
    return TOPIC_ROLE if query.shape.pay_word else TOPIC_ATTRIBUTE


def pay_and_properties(query: Query, default: str) -> Optional[str]:
    """Pay asked together with some property: "onc UR, hours and pay"."""
    narrowed = _has(query, "pay", "pay_given", "order", "rank", "limit")
    asks_both = default == TOPIC_PAY and query.kinds and query.asks_properties
    return TOPIC_ROLE if asks_both and not narrowed else None


def what_to_do_instead(query: Query, default: str) -> Optional[str]:
    """An open question that asks for work: "what could a cardiologist do instead?"."""
    asks = query.shape.is_question or _WHAT_TO_DO.search(query.text)
    if default != TOPIC_QUESTION or not asks:
        return None
    if _ASKS_WHETHER.match(query.text) or (query.wishes and _needs_a_thing(query)):
        return default
    wishes = bool(query.values("specialty") or query.wishes) or query.narrows_by_attribute
    of_work = wishes and (not query.shape.leftover or _WHAT_TO_DO.search(query.text))
    return TOPIC_ROLES if of_work and not _is_named(query) else default


def whether_a_thing_is_needed(query: Query, default: str) -> Optional[str]:
    """ "Do I need an MBA" asks what the articles say of it, and narrows no list."""
    return TOPIC_QUESTION if default == TOPIC_ROLES and query.wishes and _needs_a_thing(query) else None


def _needs_a_thing(query: Query) -> bool:
    plain = not query.values("specialty") and not query.narrows_by_attribute and not query.shape.has_head
    return plain and bool(_NEEDED.match(query.text))


def way_into_one_pointed_at(query: Query, default: str) -> Optional[str]:
    """ "What would I need to get into the first one" asks for the way, and not for the pay of it."""
    asks = query.role_ids and not query.kinds and not _OF_PAY.search(query.text) and asks_the_way_in(query)
    return TOPIC_NEXT_STEPS if asks and default in (TOPIC_PAY, TOPIC_ROLE, TOPIC_ROLES) else None


def work_by_a_wish(query: Query, default: str) -> Optional[str]:
    """ "Is there anything w no prior auths" looks for work, and asks nothing of prior authorization."""
    wishes = query.wishes and all(m.kind in ("unstated_wish", "cue", "order") for m in query.mentions)
    asks = default == TOPIC_QUESTION and wishes and _LOOKS_FOR.match(query.text) and not query.memory.subjects
    return TOPIC_ROLES if asks else None


def pay_of_the_last(query: Query, default: str) -> Optional[str]:
    """ "Pay for onc", after a look at a role: that role's pay there."""
    looked = query.refines and query.memory.subjects and query.memory.topic in (*ROLE_TOPICS, TOPIC_QUESTION)
    only = query.values("specialty") and all(m.kind in ("specialty", "cue", "reference") for m in query.mentions)
    asks = query.shape.pay_word and not query.shape.has_head and not query.shape.leftover
    return TOPIC_PAY if looked and only and asks and default in (TOPIC_ROLES, TOPIC_PAY) else None


def role_for_a_specialty(query: Query, default: str) -> Optional[str]:
    """ "Can a psychiatrist do chart review" asks for that role, as far as an article has it for them."""
    named = query.kinds or (query.role_ids and query.memory.topic in ROLE_TOPICS)  # "do they hire rheums"
    asks = default == TOPIC_QUESTION and query.shape.is_question and named and query.values("specialty")
    plain = not query.shape.leftover and not query.asks_properties and not query.wishes and not query.shape.pay_word
    return TOPIC_ROLE if asks and plain and _CAN.match(query.text) else None


def way_into_a_setting(query: Query, default: str) -> Optional[str]:
    """ "How do I get into pharma" asks for the way, and not for a list."""
    settings = bool(query.values("setting")) and not query.values("specialty") and not query.shape.has_head
    asks = settings and default in (TOPIC_ROLES, TOPIC_QUESTION) and asks_the_way_in(query)
    return TOPIC_QUESTION if asks and not _has(query, "pay", "order", "rank", "limit", "work_mode") else None


def way_in_or_out(query: Query, default: str) -> Optional[str]:
    """The next steps into a role, what leaving practice costs, or the way back to it."""
    return way_asked(query)


def wish_after_a_poll(query: Query, default: str) -> Optional[str]:
    """A wish that leans on the talk is no question for a share."""
    return TOPIC_ROLES if default == TOPIC_POLLS and query.refines and query.narrows_by_attribute else None


def back_to_the_list(query: Query, default: str) -> Optional[str]:
    """"Back to the list": the filters are still in force."""
    return TOPIC_ROLES if "list" in query.values("reference") and query.memory.filters else None


def property_of_the_last(query: Query, default: str) -> Optional[str]:
    """After a look at a role, nothing but a property asks for that role's: "patients?", "what about travel"."""
    looked = query.memory.topic in (*ROLE_TOPICS, TOPIC_QUESTION) and query.memory.subjects
    about = all(m.value == "what_about" for m in query.mentions if m.kind == "cue")
    only = all(m.kind in (*ATTRIBUTES, "reference", "cue") for m in query.mentions)
    asked = query.asks_properties and about and only and not query.shape.has_head
    return TOPIC_ATTRIBUTE if looked and asked else None


def filter_taken_off(query: Query, default: str) -> Optional[str]:
    """A look at one role keeps the list's filters, and they can still be taken off."""
    looked = query.memory.topic in ROLE_TOPICS and query.memory.filters
    return TOPIC_ROLES if looked and _has(query, "drop") else None


def same_role_elsewhere(query: Query, default: str) -> Optional[str]:
    """A specialty after an open question about a role: that role there."""
    open_before = query.memory.topic == TOPIC_QUESTION and query.memory.subjects
    return TOPIC_ROLE if open_before and query.values("specialty") else None


def narrower_list(query: Query, default: str) -> Optional[str]:
    """A wish or an order narrows the list."""
    return TOPIC_ROLES if query.narrows_by_attribute or _has(query, "order", "rank", "limit") else None


def other_role(query: Query, default: str) -> Optional[str]:
    """A role in a fragment is asked the last question, unless the action knows a better one."""
    if not _is_named(query):
        return None
    if default == TOPIC_COMPARISON or default in ROLE_TOPICS:
        return default
    if default == TOPIC_REASONS and not query.kinds:  # "so why are they leaving" means the physicians
        return default
    return query.memory.topic if query.memory.topic in ROLE_TOPICS else TOPIC_ROLE


def other_specialty(query: Query, default: str) -> Optional[str]:
    """A specialty in a fragment is asked the last question: "and for onc?"."""
    if not _has(query, "specialty", "drop"):
        return None
    if default == TOPIC_ROLES and _OPENS_QUESTION.match(query.text):
        return default  # "what could a cardiologist do instead?"
    kept = (TOPIC_REASONS, TOPIC_POLLS, *ROLE_TOPICS)
    return query.memory.topic if query.memory.topic in kept else TOPIC_ROLES


def fragment_of_its_own(query: Query, default: str) -> Optional[str]:
    """A fragment that names nothing stays with its action."""
    return default


def pay_as_a_search(query: Query, default: str) -> Optional[str]:
    """Pay asked of no role, or within a bound, is a search."""
    if default != TOPIC_PAY:
        return None
    searches = _has(query, "pay", "pay_given") if _is_named(query) else _is_search(query)
    return TOPIC_ROLES if searches else None


def roles_by_name(query: Query, default: str) -> Optional[str]:
    """A search that only names roles is about them."""
    if default != TOPIC_ROLES or not query.kinds or _is_search(query):
        return None
    if len(query.kinds) > 1:
        return TOPIC_COMPARISON
    return TOPIC_PAY if query.shape.pay_word else TOPIC_ROLE


RULES: Tuple[Rule, ...] = (
    way_in_or_out, way_into_one_pointed_at, property_of_a_role, work_by_a_wish, whether_a_thing_is_needed,
    pay_of_the_last, pay_and_properties, role_for_a_specialty, way_into_a_setting, what_to_do_instead,
    wish_after_a_poll, back_to_the_list,
)
FRAGMENT_RULES: Tuple[Rule, ...] = (
    property_of_the_last, filter_taken_off, same_role_elsewhere, narrower_list, other_role,
    other_specialty, fragment_of_its_own,
)
SEARCH_RULES: Tuple[Rule, ...] = (pay_as_a_search, roles_by_name)


def _has(query: Query, *kinds: str) -> bool:
    return any(m.kind in kinds for m in query.mentions)


def _is_named(query: Query) -> bool:
    return bool(query.kinds or query.role_ids)


def _is_bare_fragment(query: Query) -> bool:
    """Whether a message leans on the last answer and holds no question of its own."""
    shape = query.shape
    asks = shape.define_cue or shape.compare_cue or shape.pay_word or (shape.is_question and shape.leftover)
    return query.refines and bool(query.memory.topic) and not asks


def _asks_attribute(query: Query) -> bool:
    shape = query.shape
    searches = shape.has_head and _OPENS_SEARCH.match(query.text)
    return (
        shape.is_question and query.asks_properties and not searches
        and not query.text.lower().startswith(("how", "why"))
        and not _has(query, "pay", "order", "rank", "limit", "count", "cue", "drop")
        and not shape.compare_cue and not shape.define_cue
    )


def _is_search(query: Query) -> bool:
    if query.narrows_by_attribute and not (query.shape.pay_word and query.shape.leftover):
        return True
    return _has(query, "order", "count", "limit", "rank") or (
        bool(query.filters) and not query.shape.leftover and not query.kinds
    )
