"""Changes of the person's list: save, remove, note, clear, undo, each told in one short line."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Mapping, Optional, Sequence

from actions.listing import list_roles
from actions.memory import Memory
from actions.names import TOPIC_ROLES
from actions.open_questions import Answered
from actions.query import Query
from actions.services import Snapshot
from actions.shortlist.pointing import Meant, names_a_role, roles_meant
from knowledge.answering.answer import Answer
from knowledge.answering.in_force import answer_in_force
from knowledge.answering.shortlists import (
    answer_change,
    answer_empty_shortlist,
    ask_clear,
    ask_which,
    kept_words,
    saved_words,
    titles,
)
from knowledge.facts import Role
from knowledge.language.keeping import CLEAR, NOTE, REMOVE, SAVE, UNDO, ListWish
from knowledge.records.errors import InvalidRecord
from knowledge.records.personal_record import (
    PersonalRecord,
    with_note,
    with_role,
    without_role,
    without_roles,
)

FULL = "Your shortlist is full; take something off first, then save again."
TOO_LONG = "That note is too long; a few sentences fit."


def change_list(query: Query, snapshot: Snapshot, wish: ListWish) -> Optional[Answered]:
    """Does what a message wants done with the list; None where nothing of it can be meant."""
    if wish.operation == CLEAR:
        return clear(query, confirmed=wish.confirmed)
    if wish.operation == UNDO:
        return undo(query, snapshot) or last_wish_undone(query, snapshot)
    meant = roles_meant(query, snapshot.knowledge)
    if wish.operation == NOTE and not wish.note and not names_a_role(query):
        noted = [snapshot.knowledge.roles[s.role_id] for s in query.own.record.saved
                 if s.note and s.role_id in snapshot.knowledge.roles]
        meant = Meant(noted) if len(noted) < 2 else Meant(either=noted)
        if not noted:
            return answer_change("There is no note on your shortlist."), query.memory
    if wish.operation == REMOVE and not wish.names_list and not _on_list(meant, query.own.record):
        return None
    if meant.beyond and not meant.roles:
        line = ("There is no such place on the list; name one of it." if query.memory.listed else
                "No list was shown yet, so that place is open; name the role, or ask for a list first.")
        return answer_change(line, suggestions=()), query.memory
    if meant.either and not meant.roles:
        return _ask(meant.either, query, wish)
    if not meant.roles:
        asked = answer_change("Which role do you mean? Name it, or say its place on the list.", suggestions=())
        return asked, query.memory
    answer, memory = apply(query, meant.roles, wish)
    if meant.either:
        asked, _ = _ask(meant.either, query, wish)
        answer.question, answer.blocks = asked.question, [*answer.blocks, *asked.blocks]
        memory = replace(memory, pending=_pending(meant.either, wish), listed=tuple(asked.listed))
    return answer, memory


def apply(query: Query, roles: Sequence[Role], wish: ListWish) -> Answered:
    """Saves, removes or notes roles that are known."""
    if wish.operation == SAVE:
        return save(query, roles)
    return note(query, roles, wish.note) if wish.operation == NOTE else remove(query, roles)


def save(query: Query, roles: Sequence[Role]) -> Answered:
    """Puts roles on the list."""
    record = query.own.record
    known = {role.role_id for role in record.saved}
    changed = record
    try:
        for role in roles:
            changed = with_role(changed, role.id)
    except InvalidRecord:
        return answer_change(FULL), query.memory
    new = [role for role in roles if role.id not in known]
    line = saved_words(new, [role for role in roles if role.id in known], lasts=query.own.lasts)
    suggestions = ["my shortlist", *(["undo"] if new else [])]
    return _changed(query, changed, answer_change(line, suggestions=suggestions), roles)


def remove(query: Query, roles: Sequence[Role]) -> Answered:
    """Takes roles off the list."""
    record = query.own.record
    known = {role.role_id for role in record.saved}
    off = [role for role in roles if role.id in known]
    if not off:
        return answer_change(f"{titles(roles)}: not on your shortlist."), query.memory
    changed = record
    for role in off:
        changed = without_role(changed, role.id)
    return _changed(query, changed, answer_change(f"Removed {titles(off)}; say “undo” to have it back.",
                                                  suggestions=("undo", "my shortlist")), ())


def note(query: Query, roles: Sequence[Role], words: str) -> Answered:
    """Puts a note on a role, saved with it where it was not yet; an empty one takes it off."""
    role, record = roles[0], query.own.record
    saved = any(s.role_id == role.id for s in record.saved)
    if not words and not saved:
        return answer_change(f"{titles([role])}: not on your shortlist, so there is no note."), query.memory
    try:
        changed = record if saved else with_role(record, role.id)
    except InvalidRecord:
        return answer_change(FULL), query.memory
    try:
        changed = with_note(changed, role.id, words)
    except InvalidRecord:
        return answer_change(TOO_LONG), query.memory
    if not words:
        line = f"Note removed from {titles([role])}; say “undo” to have it back."
    elif saved:
        line = f"Noted on {titles([role])}; say “undo” to take it back."
    else:
        line = f"Saved {titles([role])} with your note. {kept_words(query.own.lasts)}"
    return _changed(query, changed, answer_change(line, suggestions=("my shortlist", "undo")), [role])


def clear(query: Query, *, confirmed: bool) -> Answered:
    """Empties the list, once that was asked and confirmed."""
    record = query.own.record
    if not record.saved:
        return answer_empty_shortlist(), query.memory
    if not confirmed:
        return ask_clear(record), replace(query.memory, pending={"op": CLEAR})
    answer = answer_change("Your shortlist is empty now; say “undo” to have it back.", suggestions=("undo",))
    return _changed(query, without_roles(record), answer, ())


def undo(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """Takes the last change back; None where there was none to take back."""
    if not query.memory.undo:
        return None
    query.own.put(undone(query.own.record, query.memory.undo))
    memory = replace(query.memory, undo={}, misses=0)
    return answer_change("Undone: it is as it was before.", suggestions=("my shortlist",)), memory


def last_wish_undone(query: Query, snapshot: Snapshot) -> Answered:
    """ "Undo" where nothing of one's own was changed: a search goes on without its last filter."""
    filters = query.memory.filters
    if query.memory.topic == TOPIC_ROLES and len(filters) > 1:
        return list_roles(replace(query, filters=filters[:-1], mentions=(), refines=True), snapshot)
    if not filters:
        return answer_change("There is nothing to take back."), query.memory
    return answer_in_force(filters), replace(query.memory, misses=0)


def _changed(query: Query, changed: PersonalRecord, answer: Answer, roles: Sequence[Role]) -> Answered:
    """Puts the changed record and remembers how to take the change back."""
    query.own.put(changed)
    subjects = tuple(role.id for role in roles) or query.memory.subjects
    return answer, remembered(query.memory, query.own.record, changed, subjects=subjects)


def remembered(memory: Memory, old: PersonalRecord, new: PersonalRecord, **changes: Any) -> Memory:
    """The memory after a change: the talk goes on where it was, and "undo" can follow."""
    return replace(memory, misses=0, undo=undo_of(old, new), **changes)


def undo_of(old: PersonalRecord, new: PersonalRecord) -> dict[str, Any]:
    """What takes a change back: the entries as they were, and the ones that are new."""
    before, after = old.to_json(), new.to_json()
    if before == after:
        return {}
    return {
        "saved": [role for role in before["saved"] if role not in after["saved"]],
        "order": [r.role_id for r in old.saved],
        "new": [r.role_id for r in new.saved if all(r.role_id != s.role_id for s in old.saved)],
        "offers": [offer for offer in before["offers"] if offer not in after["offers"]],
        "new_offers": [o.id for o in new.offers if o not in old.offers],
    }


def undone(record: PersonalRecord, undo: Mapping[str, Any]) -> PersonalRecord:
    """A record with a change taken back; what came in between stays."""
    try:
        back = PersonalRecord.from_json(
            {"saved": undo["saved"], "offers": undo["offers"], "guide": {}, "offers_made": 0})
    except (InvalidRecord, KeyError):
        return record
    gone = {*undo["new"], *(role.role_id for role in back.saved)}
    saved = [*(r for r in record.saved if r.role_id not in gone), *back.saved]
    offers = [*(o for o in record.offers if o.id not in undo["new_offers"]), *back.offers]
    order = {role_id: place for place, role_id in enumerate(undo.get("order") or ())}
    return replace(record, saved=tuple(sorted(saved, key=lambda r: order.get(r.role_id, len(order)))),
                   offers=tuple(sorted(offers, key=lambda o: o.added_at)))


def _on_list(meant: Meant, record: PersonalRecord) -> bool:
    saved = {role.role_id for role in record.saved}
    return any(role.id in saved for role in (*meant.roles, *meant.either))


def ask_again(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """The question which of several entries is meant, once more."""
    among = [snapshot.knowledge.roles[i] for i in query.pending.get("among") or () if i in snapshot.knowledge.roles]
    wish = ListWish(str(query.pending.get("op")), note=str(query.pending.get("note") or ""))
    return _ask(among, query, wish) if among else None


def _ask(either: Sequence[Role], query: Query, wish: ListWish) -> Answered:
    """Asks which of several entries is meant."""
    verb = {NOTE: "put the note on" if wish.note else "take the note off"}.get(wish.operation, wish.operation)
    answer = ask_which(either, verb)
    memory = replace(query.memory, pending=_pending(either, wish), listed=tuple(answer.listed), misses=0)
    return answer, memory


def _pending(either: Sequence[Role], wish: ListWish) -> dict[str, Any]:
    return {"op": wish.operation, "among": [role.id for role in either], "note": wish.note}

