"""From a tracker to a Query: what was recognised, merged with what the conversation holds.

Whether a message refines the last question or starts a new one is decided from what was
recognised in it (names, wishes, cues, how much else is left), never by an intent of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Mapping, Optional, Sequence

from actions.memory import Memory
from actions.names import ROLE_TOPICS, TOPIC_ATTRIBUTE, TOPIC_QUESTION, TOPIC_ROLES
from knowledge.answering.pay_unit import readings
from knowledge.facts import ATTRIBUTES, KnowledgeBase
from knowledge.filters import FILTER_NAMES, Filter
from knowledge.language.mentions import Mention
from knowledge.language.pay import PayBound
from knowledge.language.shape import MessageShape, message_shape

ATTRIBUTE_FILTERS = tuple(n for n in FILTER_NAMES if n not in ("specialty", "role"))
_TELLING = ("specialty", "role", "pay", "work_mode", "commitment", "patient_contact", "setting",
            "source", "order", "pay_given", "drop", "ordinal")
_WEAK_CUES = frozenset(("only", "except"))  # common in full questions, too
_LOOSE_WORDS = 1  # leftover words a fragment may hold besides what was recognised


@dataclass(frozen=True)
class Query:
    """One question, complete in itself.

    Attributes:
        text: the message as typed.
        intent: what the classifier took it for.
        mentions: everything recognised in it.
        shape: how it is built: leftover words, cues, heads.
        refines: whether it leans on the last question.
        filters: the filters in force, the remembered ones included when it refines.
        kinds: kinds of role asked about, in order of mention.
        role_ids: roles pointed at ("the second one", "it"), in order of mention.
        memory: what the conversation held before this message.
    """

    text: str
    intent: str
    mentions: tuple[Mention, ...]
    shape: MessageShape
    refines: bool
    filters: tuple[Filter, ...]
    kinds: tuple[str, ...]
    role_ids: tuple[str, ...]
    memory: Memory

    def values(self, kind: str) -> list[str]:
        """The values of one kind of mention that are wanted, not excluded."""
        return [m.value for m in self.mentions if m.kind == kind and not m.excluded]

    def first(self, kind: str) -> Optional[str]:
        """The first wanted value of one kind of mention."""
        return next(iter(self.values(kind)), None)

    @property
    def specialties(self) -> list[str]:
        return [f.value for f in self.filters if f.name == "specialty" and not f.negated]

    @property
    def says_something(self) -> bool:
        """Whether a name or a wish was recognised, whatever the intent."""
        return any(m.kind in _TELLING for m in self.mentions)

    @property
    def narrows_by_attribute(self) -> bool:
        """Whether this very message asks for anything that roles are filtered by."""
        return any(m.kind in ATTRIBUTE_FILTERS for m in self.mentions)


def read_query(
    latest_message: Mapping[str, Any], slots: Mapping[str, Any], knowledge: KnowledgeBase
) -> Query:
    """Reads the latest message of a tracker in the light of its slots."""
    text = str(latest_message.get("text") or "")
    memory = Memory.from_slots(slots)
    mentions = _mentions(latest_message.get("entities") or (), text)
    if all(m.kind == "pay" for m in mentions):
        mentions = (pending_unit(text, memory) or bare_amount(text, memory) or mentions
                    or bare_ordinals(text, memory))
    mentions = tuple(m for m in mentions if not is_own_amount(m, text))
    shape = message_shape(text, list(mentions))
    refines = leans_on_last(mentions, shape, memory)
    return Query(
        text=text,
        intent=str((latest_message.get("intent") or {}).get("name") or ""),
        mentions=mentions,
        shape=shape,
        refines=refines,
        filters=merged_filters(memory.filters if refines else (), mentions),
        kinds=tuple(dict.fromkeys(
            m.value for m in mentions
            if m.kind == "role" and not m.excluded and m.value in knowledge.kinds
        )),
        role_ids=_pointed_at(mentions, memory, knowledge),
        memory=memory,
    )


def _mentions(entities: Sequence[Mapping[str, Any]], text: str) -> tuple[Mention, ...]:
    """The entities as mentions, in the order of the text (each extractor lists its own)."""
    found = [
        Mention(
            kind=str(e["entity"]), value=str(e["value"]), start=int(e.get("start") or 0),
            end=int(e.get("end") or 0), text=text[int(e.get("start") or 0):int(e.get("end") or 0)],
            excluded=e.get("role") == "excluded", corrected=bool(e.get("corrected")),
        )
        for e in entities
        if e.get("entity") and e.get("value") is not None
    ]
    return tuple(sorted(found, key=lambda m: (m.start, m.end)))


_OPENS_QUESTION = re.compile(
    r"\s*(?!(?:what|how) about)(?:what|which|who|where|how|can|could|do|does|is|are|any|show|list|"
    r"find|give)\b", re.IGNORECASE)
_WHAT_TO_DO = re.compile(
    r"\bwhat(?: else)? (?:can|could|should|might|would|do) (?:i|we|you|an?|they)\b.*\bdo\b"
    r"|\bmy options\b|\bwhat else\b", re.IGNORECASE)
_BARE_AMOUNT = re.compile(
    r"(?:ok(?:ay)?|then|maybe|say|make it|what about|how about|fine|and|or|rather|now|[\s,?.!$])*?"
    r"(\d{2,7}) ?(k)?(?:then|please|instead|now|[\s,?.!])*", re.IGNORECASE)


def bare_amount(text: str, memory: Memory) -> tuple[Mention, ...]:
    """A lone number after a pay bound moves that bound: "over 150k", then "200 then"."""
    bound = next((f.pay for f in memory.filters if f.name == "pay" and not f.negated), None)
    match = _BARE_AMOUNT.fullmatch(text.strip())
    if bound is None or match is None or bound.op == "..":
        return ()
    amount = float(match[1]) * (1000 if match[2] or _in_thousands(match[1], bound) else 1)
    moved = PayBound.of(bound.op, amount, unit=bound.unit, currency=bound.currency)
    start = text.index(match[1])
    return (Mention("pay", str(moved), start, start + len(match[1]), match[1]),)


_UNIT_WORDS = re.compile(
    r"\W*(?:(?:by|per|an?|the|its|it's|i mean|meant) )*(?:(hour(?:ly|s)?|hr)|(year(?:ly|s)?|yr|annual(?:ly)?))\W*",
    re.IGNORECASE)


def pending_unit(text: str, memory: Memory) -> tuple[Mention, ...]:
    """The answer to "by the year or by the hour?", given in a word."""
    match = _UNIT_WORDS.fullmatch(text) if memory.pending_pay else None
    if match is None:
        return ()
    yearly, hourly = readings(PayBound.parse(memory.pending_pay))
    return (Mention("pay", str(hourly if match[1] else yearly), 0, len(text), text),)


_BARE_ORDINALS = re.compile(
    r"\W*(?:(?:compare |and |the )*)(\d|first|second|third|fourth|fifth|last)"
    r"(?:(?: ?(?:vs?\.?|versus|or|and|with|to|&|,) ?)(?:the )?(\d|first|second|third|fourth|fifth|last))?"
    r"(?: ones?)?\W*", re.IGNORECASE)
_PLACES = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5"}


def bare_ordinals(text: str, memory: Memory) -> tuple[Mention, ...]:
    """"2 vs 4" or "first", said of the list last shown."""
    match = _BARE_ORDINALS.fullmatch(text) if memory.listed else None
    if match is None:
        return ()
    found = []
    for group in (1, 2):
        if match[group]:
            word = match[group].lower()
            start, end = match.span(group)
            found.append(Mention("ordinal", _PLACES.get(word, word), start, end, match[group]))
    return tuple(found)


_OWED = re.compile(r"^\W*(?:k |of |in )*(?:student |med(?:ical)? school )*(?:loans?|debts?|mortgage)\b", re.IGNORECASE)
_EARNED = re.compile(
    r"\b(?:i|we)(?: currently| now| already)? (?:make|earn|get|gross|owe|have)(?: about| around)? ?\$?$"
    r"|\bmy (?:current |own )?(?:pay|salary)?(?: is| of)? ?\$?$", re.IGNORECASE)


def is_own_amount(mention: Mention, text: str) -> bool:
    """Whether an amount is a debt or what the person earns now: theirs, and no wish."""
    if mention.kind != "pay" or not mention.value.startswith("="):
        return False
    return bool(_OWED.match(text[mention.end:]) or _EARNED.search(text[: mention.start]))


def _in_thousands(digits: str, bound: PayBound) -> bool:
    return bound.unit in (None, "year") and float(digits) < 1000


def leans_on_last(mentions: Sequence[Mention], shape: MessageShape, memory: Memory) -> bool:
    """Whether a message refines the last question.

    A word that points back ("actually", "the second one", "it") always does. Otherwise a
    message that names what it is looking for and for whom ("remote jobs in onc") starts afresh,
    and a bare fragment ("over 200", "only remote ones") refines.
    """
    if not memory.topic:
        return False
    kinds = {m.kind for m in mentions}
    cues = {m.value for m in mentions if m.kind == "cue"}
    if kinds & {"drop", "ordinal"} or cues - _WEAK_CUES:
        return True
    if "reference" in kinds and memory.subjects:
        return True
    if is_whole(mentions, shape):
        return False
    if cues:
        return True
    return not shape.has_head and len(shape.leftover) <= _LOOSE_WORDS


def is_whole(mentions: Sequence[Mention], shape: MessageShape) -> bool:
    """Whether a message says by itself what is asked: for whom, and what of it.

    A name with a head ("roles for onc"), with a wish ("rheum, from home") or with another name
    ("onc UR pay?") is whole; so is a question that starts from an exact figure.
    """
    kinds = {m.kind for m in mentions}
    named = kinds & {"specialty", "role"}
    if named and (shape.has_head or shape.everything or kinds & set(ATTRIBUTE_FILTERS)):
        return True
    if len(named) == 2:
        return True
    exact = any(m.kind == "pay" and m.value.startswith("=") for m in mentions)
    return exact and shape.is_question


def merged_filters(
    remembered: Sequence[Filter], mentions: Sequence[Mention]
) -> tuple[Filter, ...]:
    """The remembered filters with those of a message: same name replaces, dropped names go."""
    dropped = {m.value for m in mentions if m.kind == "drop"}
    dropped |= {"specialty" for m in mentions if m.kind == "specialty" and m.value == "any"}
    kept = [] if "all" in dropped else [
        f for f in remembered if f.name not in dropped and f"{f.name}={f.value}" not in dropped
    ]
    stated = [
        Filter(m.kind, m.value, negated=m.excluded)
        for m in mentions
        if m.kind in ATTRIBUTE_FILTERS or (m.kind == "specialty" and m.value != "any")
        or (m.kind == "role" and m.excluded)
    ]
    also = any(m.kind == "cue" and m.value == "also" for m in mentions)
    replaced = {(f.name, f.negated) for f in stated}
    if not also:
        kept = [f for f in kept if (f.name, f.negated) not in replaced]
    # A wish and its opposite cannot both hold: the newer one counts.
    newer = {(f.name, f.value) for f in stated}
    kept = [f for f in kept if (f.name, f.value) not in newer]
    return tuple(dict.fromkeys([*kept, *stated]))


def _pointed_at(
    mentions: Sequence[Mention], memory: Memory, knowledge: KnowledgeBase
) -> tuple[str, ...]:
    subjects = [s for s in memory.subjects if s in knowledge.roles]
    listed = [s for s in memory.listed if s in knowledge.roles]
    found: list[str] = []
    for mention in mentions:
        if mention.kind == "ordinal":
            position = len(listed) if mention.value == "last" else int(mention.value)
            if 1 <= position <= len(listed):
                found.append(listed[position - 1])
        elif mention.kind == "reference" and subjects:
            plural = mention.value in ("those", "them", "these", "both")
            found += subjects if plural else subjects[:1]
    return tuple(dict.fromkeys(found))


def topic_of(query: Query, default: str) -> str:
    """The topic to answer: that of the action chosen, unless what was recognised says otherwise."""
    named = bool(query.kinds or query.role_ids)
    last = query.memory.topic
    if named and _asks_attribute(query):
        return "role" if query.shape.pay_word else TOPIC_ATTRIBUTE  # both are in a role's account
    if default == "pay" and query.kinds and _only_of_role(query):
        return "role"
    if default == TOPIC_QUESTION and query.shape.is_question:
        return TOPIC_ROLES if not named and _wonders_what_to_do(query) else default
    if default == "polls" and query.refines and query.narrows_by_attribute:
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
    return bool(asked) and kinds <= asked | {"reference"} and bool(query.memory.subjects) and (
        not query.shape.has_head
    )


def _asks_attribute(query: Query) -> bool:
    """Whether a question is about a property of a role: "is UR remote?", "does it travel?"."""
    kinds = {m.kind for m in query.mentions}
    return (
        query.shape.is_question and bool(kinds & set(ATTRIBUTES)) and not query.shape.has_head
        and not query.text.lower().startswith(("how", "why"))
        and not kinds & {"pay", "order", "rank", "limit", "count", "cue", "drop"}
        and not query.shape.compare_cue and not query.shape.define_cue
    )


def _wonders_what_to_do(query: Query) -> bool:
    """Whether an open question asks for work: "what could a cardiologist do instead?"."""
    wishes = bool(query.values("specialty")) or query.narrows_by_attribute
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
