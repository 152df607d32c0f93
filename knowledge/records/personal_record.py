"""What is kept of one person, as a value: saved roles, their own offers, their answers to the guide.

Everything here is pure, so that a conversation of someone who is not known keeps the very same
record in a slot, and people.py the same in the database. Ids and plain texts only; what has the
form of personal data is taken out of what people wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timezone
from typing import Any, Optional

from knowledge.language.pay_bound import PayBound, PayParseError
from knowledge.records.errors import InvalidRecord
from knowledge.records.redaction import redact

MAX_ROLES = 50
MAX_OFFERS = 20
MAX_ANSWERS = 20
NOTE_CHARACTERS = 500
WRITTEN_CHARACTERS = 200  # of an offer's title and of what the person wrote of its pay
ANSWER_CHARACTERS = 500
ID_CHARACTERS = 200


@dataclass(frozen=True)
class SavedRole:
    """A role on the shortlist, with what the person noted of it."""

    role_id: str
    note: Optional[str]
    saved_at: datetime


@dataclass(frozen=True)
class Offer:
    """An offer that the person has, in their words; never a fact and never a filter.

    Attributes:
        id: its number in this record, never given again.
        title: what the person calls it.
        role_kind: the kind of work it is, where that was recognised.
        pay: canonical pay bound, such as "=210000 USD/year".
        as_written: the pay as the person wrote it.
        added_at: when it was told.
    """

    id: int
    title: str
    role_kind: Optional[str]
    pay: str
    as_written: str
    added_at: datetime


@dataclass(frozen=True)
class PersonalRecord:
    """Everything that is kept of one person, in the order in which it came."""

    saved: tuple[SavedRole, ...] = ()
    offers: tuple[Offer, ...] = ()
    guide: dict[str, str] = field(default_factory=dict)
    offers_made: int = 0  # the highest number that an offer had

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept of the person."""
        return not (self.saved or self.offers or self.guide)

    def to_json(self) -> dict[str, Any]:
        """The record as JSON values; moments are in ISO 8601."""
        return {
            "saved": [{**asdict(role), "saved_at": role.saved_at.isoformat()} for role in self.saved],
            "offers": [{**asdict(offer), "added_at": offer.added_at.isoformat()} for offer in self.offers],
            "guide": dict(self.guide),
            "offers_made": self.offers_made,
        }

    @classmethod
    def from_json(cls, entry: Any) -> PersonalRecord:
        """Read what to_json wrote; None is the empty record, keys that are not known are left out.

        Raises:
            InvalidRecord: It is something else.
        """
        if entry is None:
            return cls()
        try:
            saved = tuple(
                SavedRole(_id(r["role_id"]), _optional(r["note"], NOTE_CHARACTERS), _moment(r["saved_at"]))
                for r in entry["saved"]
            )
            offers = tuple(_read_offer(offer) for offer in entry["offers"])
            guide = _checked_guide(entry["guide"])
            made = max([int(entry["offers_made"]), *(offer.id for offer in offers)])
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InvalidRecord("this is no personal record") from error
        if len(saved) > MAX_ROLES or len(offers) > MAX_OFFERS:
            raise InvalidRecord("this personal record holds too much")
        return cls(saved, offers, guide, made)


def with_role(record: PersonalRecord, role_id: str, now: Optional[datetime] = None) -> PersonalRecord:
    """The record with a role at the end of the shortlist; one that is there stays as it is.

    Raises:
        InvalidRecord: The shortlist is full (MAX_ROLES).
    """
    if any(role.role_id == role_id for role in record.saved):
        return record
    if len(record.saved) >= MAX_ROLES:
        raise InvalidRecord(f"a shortlist holds up to {MAX_ROLES} roles")
    return replace(record, saved=(*record.saved, SavedRole(_id(role_id), None, now or _now())))


def without_role(record: PersonalRecord, role_id: str) -> PersonalRecord:
    """The record without a role and its note."""
    return replace(record, saved=tuple(role for role in record.saved if role.role_id != role_id))


def with_note(record: PersonalRecord, role_id: str, note: Optional[str]) -> PersonalRecord:
    """The record with another note on a saved role; nothing, or white space, takes it off.

    Raises:
        InvalidRecord: The role is not saved, or the note is longer than NOTE_CHARACTERS.
    """
    if all(role.role_id != role_id for role in record.saved):
        raise InvalidRecord("only a saved role can have a note")
    kept = _written(note or "", NOTE_CHARACTERS, "a note") or None
    return replace(record, saved=tuple(
        replace(role, note=kept) if role.role_id == role_id else role for role in record.saved
    ))


def without_roles(record: PersonalRecord) -> PersonalRecord:
    """The record with an empty shortlist; offers and answers stay."""
    return replace(record, saved=())


def with_offer(
    record: PersonalRecord, *, title: str, role_kind: Optional[str], pay: str, as_written: str,
    now: Optional[datetime] = None,
) -> PersonalRecord:
    """The record with one more offer; its number is the record's new `offers_made`.

    Raises:
        InvalidRecord: There are MAX_OFFERS, a text is too long, or `pay` is no canonical bound.
    """
    if len(record.offers) >= MAX_OFFERS:
        raise InvalidRecord(f"up to {MAX_OFFERS} offers can be kept")
    number = record.offers_made + 1
    offer = Offer(
        number, _written(title, WRITTEN_CHARACTERS, "a title"), _optional(role_kind, ID_CHARACTERS), _pay(pay),
        _written(as_written, WRITTEN_CHARACTERS, "what is written of the pay"), now or _now(),
    )
    return replace(record, offers=(*record.offers, offer), offers_made=number)


def without_offer(record: PersonalRecord, number: int) -> PersonalRecord:
    """The record without the offer of that number."""
    return replace(record, offers=tuple(offer for offer in record.offers if offer.id != number))


def with_guide(record: PersonalRecord, answers: Mapping[str, str]) -> PersonalRecord:
    """The record with these answers to the guided questions in place of all earlier ones.

    Raises:
        InvalidRecord: There are more than MAX_ANSWERS, or one is no text or too long.
    """
    return replace(record, guide=_checked_guide(
        {name: _written(value, ANSWER_CHARACTERS, "an answer") for name, value in answers.items()}
    ))


def _read_offer(entry: Mapping[str, Any]) -> Offer:
    texts = [_optional(entry[name], WRITTEN_CHARACTERS) or "" for name in ("title", "as_written")]
    kind = _optional(entry["role_kind"], ID_CHARACTERS)
    return Offer(int(entry["id"]), texts[0], kind, _pay(entry["pay"]), texts[1], _moment(entry["added_at"]))


def _checked_guide(answers: Mapping[str, Any]) -> dict[str, str]:
    if len(answers) > MAX_ANSWERS:
        raise InvalidRecord(f"up to {MAX_ANSWERS} answers can be kept")
    return {_id(name): _optional(value, ANSWER_CHARACTERS, needed=True) or "" for name, value in answers.items()}


def _written(text: str, most: int, what: str) -> str:
    """What a person wrote: measured as they see it, then without what looks like personal data."""
    if not isinstance(text, str) or len(text.strip()) > most:
        raise InvalidRecord(f"{what} can have up to {most} characters")
    return redact(text).strip()[:most]  # a mark may be longer than what it stands for


def _id(name: Any) -> str:
    if not isinstance(name, str) or not 0 < len(name) <= ID_CHARACTERS:
        raise InvalidRecord(f"an id must be a text of up to {ID_CHARACTERS} characters")
    return name


def _optional(text: Any, most: int, needed: bool = False) -> Optional[str]:
    if text is None and not needed:
        return None
    if not isinstance(text, str) or len(text) > most:
        raise InvalidRecord(f"this must be a text of up to {most} characters")
    return text


def _pay(canonical: Any) -> str:
    try:
        PayBound.parse(canonical)
    except (PayParseError, TypeError) as error:
        raise InvalidRecord("pay must be a canonical bound such as =210000 USD/year") from error
    return canonical


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise InvalidRecord("a moment needs its time zone")
    return moment


def _now() -> datetime:
    return datetime.now(timezone.utc).replace(microsecond=0)
