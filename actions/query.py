"""From a tracker to a Query: what was recognised, merged with what the conversation holds.

Whether a message refines the last question or starts a new one is decided from what was
recognised in it (names, wishes, cues, how much else is left), never by an intent of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any, Mapping, Optional, Sequence

from actions.fragments import (
    bare_amount,
    bare_ordinals,
    bare_range,
    bare_superlative,
    bare_unit,
    beyond_the_bound,
    left_out,
    lifted_bans,
    neighbour,
    other_unit,
    pending_unit,
    silent_ones,
    without_the_amount,
)
from actions.memory import Memory
from actions.names import SLOT_GUIDE_NOTE
from actions.shortlist.own_record import OwnRecord
from actions.statements import reads_as_number
from actions.vanished import without_vanished
from knowledge.answering.guidance import GUIDE_SLOTS
from knowledge.facts import ATTRIBUTES, KnowledgeBase
from knowledge.filters import FILTER_NAMES, Filter
from knowledge.language.keeping import ListWish, list_wish
from knowledge.language.mentions import Mention
from knowledge.language.offers import TELL, OfferWish, offer_wish
from knowledge.language.own_pay import own_amounts
from knowledge.language.pay_settled import settled
from knowledge.language.shape import MessageShape, message_shape

ATTRIBUTE_FILTERS = tuple(n for n in FILTER_NAMES if n not in ("specialty", "role"))
_TELLING = ("specialty", "role", "pay", "pay_unit", "work_mode", "commitment", "patient_contact", "setting",
            "source", "order", "pay_given", "drop", "ordinal")
_WEAK_CUES = frozenset(("only", "except"))  # common in full questions, too
_ASKS_ANEW = re.compile(
    r"\W*(?:(?:hi|hey|hello|so|and|please|pls) )*(?:what|which|who|where|how|show|find|list|give|get|search|any|are|is|"
    r"do|does|can|could|i(?:'m| am) looking|looking|i need|i want a|need|im a|i'm a|i am a)\b", re.IGNORECASE)
_ALL_BUT = re.compile(r"\W*(?:any|every)thing (?:but|except)\b", re.IGNORECASE)
_TAKES = re.compile(r" takes? to\b", re.IGNORECASE)
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
        guide: answers to the guided questions so far, by slot, and the note for the next one.
        pending: a question of the person's own matters that the last answer asked.
        of_list: what the message wants done with the person's own list.
        of_offers: what it says of the person's own offers; their amounts are no mentions.
        own: what is kept of the person.
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
    guide: Mapping[str, str] = field(default_factory=dict)
    pending: Mapping[str, Any] = field(default_factory=dict)
    of_list: Optional[ListWish] = None
    of_offers: Optional[OfferWish] = None
    own: OwnRecord = field(default_factory=OwnRecord)

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
    def asks_properties(self) -> bool:
        """Whether it names a property of roles (work mode, setting, travel ...)."""
        return any(m.kind in ATTRIBUTES for m in self.mentions)

    @property
    def wishes(self) -> list[str]:
        """Wishes that no article speaks of, as the person put them."""
        return list(dict.fromkeys(wish_words(m) for m in self.mentions if m.kind == "unstated_wish"))

    def about(self, role_id: str) -> "Query":
        """The same message, pointed at a role."""
        return replace(self, role_ids=(role_id,))

    @property
    def says_something(self) -> bool:
        """Whether a name or a wish was recognised, whatever the intent."""
        return any(m.kind in _TELLING for m in self.mentions)

    @property
    def narrows_by_attribute(self) -> bool:
        """Whether this very message asks for anything that roles are filtered by."""
        return any(m.kind in ATTRIBUTE_FILTERS for m in self.mentions)


def read_query(
    latest_message: Mapping[str, Any], slots: Mapping[str, Any], knowledge: KnowledgeBase,
    own: Optional[OwnRecord] = None,
) -> Query:
    """Reads the latest message of a tracker in the light of its slots.

    A question of the person's own matters that the last answer asked waits for this message alone.
    """
    text = str(latest_message.get("text") or "")
    memory = without_vanished(Memory.from_slots(slots), knowledge)
    pending, memory = memory.pending, replace(memory, pending={})
    mentions = _mentions(latest_message.get("entities") or (), text)
    of_list, of_offers = list_wish(text, mentions), offer_wish(text, mentions)
    if of_offers and of_offers.operation == TELL:  # the person's own, never a filter
        mentions = tuple(m for m in mentions if m.kind not in ("pay", "pay_unit"))
    if all(m.kind in ("pay", "pay_unit", "cue") for m in mentions):
        mentions = (pending_unit(text, memory) or bare_unit(text, memory) or bare_amount(text, memory)
                    or bare_range(text, memory) or mentions
                    or bare_ordinals(text, memory) or bare_superlative(text, memory))
    mentions = (neighbour(text, memory) or without_the_amount(text, memory) or beyond_the_bound(text, mentions, memory)
                or silent_ones(text, memory) or mentions)
    mentions = other_unit(mentions, memory)
    mentions = left_out(lifted_bans(text, mentions, memory), memory)
    mentions = tuple(settled(m) for m in own_amounts(text, mentions))
    shape = message_shape(text, list(mentions))
    refines = leans_on_last(text, mentions, shape, memory)
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
        role_ids=_pointed_at([m for m in mentions if not _stands_for_nothing(m, text)], memory, knowledge),
        memory=memory,
        guide={s: str(v) for s in (*GUIDE_SLOTS, SLOT_GUIDE_NOTE) if (v := slots.get(s))},
        pending=pending, of_list=of_list, of_offers=of_offers, own=own or OwnRecord(),
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


def leans_on_last(
    text: str, mentions: Sequence[Mention], shape: MessageShape, memory: Memory
) -> bool:
    """Whether a message refines the last question.

    A wish that names neither a specialty nor a role and does not ask anew ("which", "show me")
    refines, whatever else it says. A word that points back ("actually", "the second one", "it")
    always does. Otherwise a message that names what it is looking for and for whom ("remote jobs
    in onc") starts afresh, and a bare fragment ("over 200", "only remote ones") refines.
    """
    if not memory.topic:
        return False
    kinds = {m.kind for m in mentions if m.kind != "role" or not m.excluded}  # "no MSL" names nothing to look for
    cues = {m.value for m in mentions if m.kind == "cue"}
    if kinds & {"drop", "ordinal"} or cues - _WEAK_CUES:
        return True
    if "reference" in kinds and memory.subjects:
        return True
    if not kinds & {"specialty", "role"} and kinds & set(ATTRIBUTE_FILTERS) and not _ASKS_ANEW.match(text):
        # "no, I don't want to work for insurers", "remote is fine"
        return not shape.everything or bool(_ALL_BUT.match(text))
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
    kinds = {m.kind for m in mentions if m.kind != "role" or not m.excluded}
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
    if "last" in dropped:  # "remove that filter"
        kept = kept[:-1]
    stated = [
        Filter(m.kind, m.value, negated=m.excluded)
        for m in mentions
        if m.kind in ATTRIBUTE_FILTERS or (m.kind == "specialty" and m.value != "any")
        or (m.kind == "role" and m.excluded)
    ]
    also = any(m.kind == "cue" and m.value == "also" for m in mentions)
    replaced = {(f.name, f.negated) for f in stated}
    if not also:  # a new wish replaces the old one of its name; what is left out adds up
        kept = [f for f in kept if f.negated or (f.name, f.negated) not in replaced]
    # A wish and its opposite cannot both hold: the newer one counts.
    newer = {(f.name, f.value) for f in stated}
    kept = [f for f in kept if (f.name, f.value) not in newer]
    return tuple(dict.fromkeys([*kept, *stated]))


def specialty_filters(query: Query) -> tuple[Filter, ...]:
    """The filters that matter to a question about a role or about leaving."""
    return tuple(f for f in query.filters if f.name == "specialty")


def wish_words(mention: Mention) -> str:
    """A wish as the person put it; by its name where that reads as a number ("401k", "H1B")."""
    return mention.value if reads_as_number(mention.text) else mention.text


def _stands_for_nothing(mention: Mention, text: str) -> bool:
    """Whether "it" points at no role: "what does it take to get into the second one"."""
    return mention.kind == "reference" and bool(_TAKES.match(text[mention.end :]))


def _pointed_at(
    mentions: Sequence[Mention], memory: Memory, knowledge: KnowledgeBase
) -> tuple[str, ...]:
    subjects = [s for s in memory.subjects if s in knowledge.roles]
    listed = memory.listed  # with gaps for what has been taken out, so that numbers keep their places
    found: list[str] = []
    for mention in mentions:
        if mention.kind == "ordinal":
            position = len(listed) if mention.value == "last" else int(mention.value)
            if 1 <= position <= len(listed) and listed[position - 1]:
                found.append(listed[position - 1])
        elif mention.kind == "reference" and mention.value != "list" and subjects:
            plural = mention.value in ("those", "them", "these", "both")
            if found and not plural and any(m.kind == "ordinal" for m in mentions):
                continue  # "the second one, what does it involve"
            found += subjects if plural else subjects[:1]
    return tuple(dict.fromkeys(found))
