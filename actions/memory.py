"""What a conversation remembers between turns: ids and filters, never whole answers."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import Any, Mapping, Optional

from actions.names import SLOT_FILTERS, SLOT_LAST_ANSWER, SLOT_MISSES
from knowledge.answering.answer import Answer
from knowledge.filters import FILTER_NAMES, Filter
from knowledge.language.pay import PayBound


@dataclass(frozen=True)
class Memory:
    """The last answer in short.

    Attributes:
        filters: the filters in force.
        topic: what the last answer was about; "" at the start.
        subjects: role ids that "it" and "them" refer to, in the order shown.
        listed: role ids of the list last shown; ordinals refer to them.
        kinds: the kinds of role that the last answer was about.
        cited: passage ids that the last answer cited, in its numbering.
        order, rank, limit, offset: how the last list was ordered and cut.
        question: the last open question, as typed.
        misses: how many messages in a row were not understood.
        pending_pay: a pay bound whose unit has just been asked for.
        pending: a question of the person's own matters that was just asked, "op" and what it needs.
        undo: how to take the last change of the person's list back, while nothing came after it.
        gone: places among the subjects, from 0, whose role has been taken out since; never stored.
    """

    filters: tuple[Filter, ...] = ()
    topic: str = ""
    subjects: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    order: Optional[str] = None
    rank: Optional[int] = None
    limit: Optional[int] = None
    offset: int = 0
    question: str = ""
    misses: int = 0
    pending_pay: str = ""
    pending: Mapping[str, Any] = field(default_factory=dict)
    undo: Mapping[str, Any] = field(default_factory=dict)
    gone: tuple[int, ...] = ()

    @classmethod
    def from_slots(cls, slots: Mapping[str, Any]) -> "Memory":
        """Reads the slots; anything malformed counts as nothing remembered."""
        stored = slots.get(SLOT_LAST_ANSWER) or {}
        try:
            filters = tuple(Filter(**f) for f in slots.get(SLOT_FILTERS) or ())
            if any(f.name not in FILTER_NAMES or not isinstance(f.value, str) for f in filters):
                return cls()
            for bound in (f for f in filters if f.name == "pay"):
                PayBound.parse(bound.value)
            lists = {k: tuple(stored.get(k) or ()) for k in ("subjects", "listed", "kinds", "cited")}
            plain = {k: stored.get(k) for k in ("order", "rank", "limit")}
            return cls(
                filters=filters, topic=str(stored.get("topic") or ""), **lists, **plain,
                offset=int(stored.get("offset") or 0), question=str(stored.get("question") or ""),
                misses=int(slots.get(SLOT_MISSES) or 0),
                pending_pay=str(stored.get("pending_pay") or ""),
                pending=dict(stored.get("pending") or {}), undo=dict(stored.get("undo") or {}),
            )
        except (TypeError, ValueError, AttributeError):
            return cls()

    def to_slots(self) -> dict[str, Any]:
        """The slots that hold this memory."""
        stored = asdict(self)
        del stored["gone"]
        return {
            SLOT_FILTERS: stored.pop("filters"),
            SLOT_MISSES: float(stored.pop("misses")),
            SLOT_LAST_ANSWER: {k: list(v) if isinstance(v, tuple) else v
                               for k, v in stored.items()},
        }

    def after(self, answer: Answer, **changes: Any) -> "Memory":
        """The memory after an answer was given."""
        subjects = tuple(answer.subjects)[:20]
        listed = tuple(answer.listed)[:60] or (subjects if len(subjects) > 1 else self.listed)
        list_only = {"order": None, "rank": None, "limit": None, "offset": 0, "pending_pay": "",
                     "pending": {}, "undo": {}}
        return replace(
            self, subjects=subjects, listed=listed, cited=answer.citations.passage_ids[:20],
            misses=0, **{**list_only, **changes},
        )

    def still_listing(self, before: "Memory") -> "Memory":
        """This memory with the list of an earlier one, so that ordinals go on meaning it."""
        return replace(self, listed=before.listed)

    def still_about(self, before: "Memory") -> "Memory":
        """This memory with the topic and the roles of an earlier one, where an aside left them."""
        return replace(self, topic=before.topic, subjects=before.subjects, kinds=before.kinds, listed=before.listed)

    def after_refusal(self) -> "Memory":
        """The memory after nothing was found: the talk goes on, but nothing is cited."""
        return replace(self, cited=(), misses=0)
