"""What is said where the articles answer no part, or only a part, of a question that is within their subject."""

from __future__ import annotations

import re
from typing import Optional, Sequence

from actions.asked_roles import asked_roles, specialties_inside
from actions.memory import Memory
from actions.names import TOPIC_ATTRIBUTE, TOPIC_PAY, TOPIC_ROLE, TOPIC_ROLES
from actions.query import Query, specialty_filters
from actions.services import Snapshot
from actions.statements import reads_as_number
from knowledge.answering.answer import Answer
from knowledge.answering.passages import answer_not_covered
from knowledge.answering.phrases import joined
from knowledge.answering.role_details import RoleRequest, answer_attributes, answer_no_entry, answer_role_details
from knowledge.answering.role_lists import RoleListRequest, answer_role_list
from knowledge.answering.silence import NOT_STATED, answer_silent_on_it, answer_silent_on_role, not_in_that_setting
from knowledge.coverage import serving_specialty
from knowledge.facts import ATTRIBUTES, Role
from knowledge.filters import Filter, attribute_label
from knowledge.language.leftover_words import STOCK

Answered = tuple[Answer, Memory]
_TWO_QUESTIONS = re.compile(r"[?,;.&+/]\s*\w|\b(?:and|also|plus|n)\b", re.IGNORECASE)
_ASKS_A_WAY = re.compile(r"\bhow (?:do|does|did|can|could|would|to)\b", re.IGNORECASE)  # and no property
_PARTICLE = re.compile(r" (?:out|up|off|down)\b")
SAME_LETTERS = 4  # "tedious" and "tedium"
MOST_QUOTED = 2  # words of a question that name what is asked; of more it is not clear which of them do
# Properties that entries state, in words that are no wish for them: "whats the hours like".
_PROPERTIES = {
    "schedule": re.compile(r"\b(?:hours|hrs|schedule|shifts?|workday|work ?week)\b", re.IGNORECASE),
    "travel": re.compile(r"\btravel\w*\b|\bon the road\b|\bflying\b", re.IGNORECASE),
    "growth": re.compile(r"\b(?:promot\w+|advance\w*|ladder|move up|grow\w*)\b", re.IGNORECASE),
    "patient_contact": re.compile(r"\b(?:patients?|pts)\b", re.IGNORECASE),
    "work_mode": re.compile(r"\b(?:remote\w*|from home|wfh|in the office|on ?site)\b", re.IGNORECASE),
}


def silent(query: Query, snapshot: Snapshot) -> Answered:
    """Says that the articles are silent; of a role that was named, what they do say of it."""
    if query.kinds or query.role_ids:
        roles, notices, kinds = asked_roles(query, snapshot)
        if roles:
            return silent_on_roles(query, snapshot, roles, kinds, notices)
        return answer_no_entry(snapshot.knowledge, query.kinds, query.filters), query.memory.after_refusal()
    if (without := unserved(query, snapshot)) and not query.wishes:
        return no_article_for(query, snapshot, without)
    return answer_not_covered(query.wishes, knowledge=snapshot.knowledge), query.memory.after_refusal()


def silent_on_roles(
    query: Query, snapshot: Snapshot, roles: list[Role], kinds: tuple[str, ...], notices: list[str],
    nearest: Sequence[str] = (),
) -> Answered:
    """A property of a role: as stated, where an entry states it in other words; else said to be missing."""
    names = [m.kind for m in query.mentions if m.kind in ATTRIBUTES]
    names += [name for name, words in _PROPERTIES.items() if words.search(query.text) and not query.wishes]
    names = list(dict.fromkeys(names))
    filters = specialty_filters(query)
    if query.shape.pay_word and _TWO_QUESTIONS.search(query.text):  # the pay is known, the other part is not
        return _pay_all_the_same(query, snapshot, roles, kinds, notices)
    if any(role.attributes_named(name) for role in roles for name in names):
        answer = answer_attributes(snapshot.knowledge, roles, names, filters=filters, notices=notices)
        return answer, query.memory.after(answer, topic=TOPIC_ATTRIBUTE, kinds=kinds, filters=_kept(query, filters))
    if not query.kinds:  # "and malpractice?", of what was just shown
        answer = answer_silent_on_it(snapshot.knowledge, roles, asked_words(query), filters=_kept(query, filters))
        return answer, query.memory.after_refusal()
    answer = answer_silent_on_role(snapshot.knowledge, roles, asked_words(query), filters=filters, notices=notices,
                                   nearest=nearest)
    return answer, query.memory.after(answer, topic=TOPIC_ROLE, kinds=kinds, filters=_kept(query, filters))


def _pay_all_the_same(
    query: Query, snapshot: Snapshot, roles: list[Role], kinds: tuple[str, ...], notices: list[str],
) -> Answered:
    """What a role pays, and that the articles do not state the rest of what was asked of it."""
    asked = f"{joined([f'“{words}”' for words in query.wishes])}: {NOT_STATED}." if query.wishes else ""
    filters = specialty_filters(query)
    request = RoleRequest(tuple(r.id for r in roles), filters, (*notices, *([asked] if asked else [])), pay_only=True)
    answer = answer_role_details(snapshot.knowledge, request)
    return answer, query.memory.after(answer, topic=TOPIC_PAY, kinds=kinds, filters=_kept(query, filters))


def asks_property(text: str) -> bool:
    """Whether a message asks for a property that entries state, in words that are no wish for it."""
    return any(words.search(text) for words in _PROPERTIES.values())


def word_not_said(query: Query, snapshot: Snapshot, passage_ids: Sequence[str]) -> Optional[Answered]:
    """Passages near a question on a role, none of which holds the one word that the question turns on.

    "Is chart review tedious" finds what chart review is; that answers nothing, and must not look as if it did.
    """
    words = asked_words(query)
    if not (query.kinds or query.role_ids) or len(words) != 1 or query.wishes or query.shape.pay_word:
        return None
    if not query.shape.is_question or query.shape.define_cue or query.shape.compare_cue:
        return None
    if _ASKS_A_WAY.search(query.text):
        return None
    said = " ".join(snapshot.knowledge.passages[p].text.lower() for p in passage_ids)
    if any(word[:SAME_LETTERS] in said for word in words[0].lower().split()):
        return None
    roles, notices, kinds = asked_roles(query, snapshot)
    of_role = {p for role in roles for p in role.passage_ids}
    near = [p for p in passage_ids if p in of_role]
    return silent_on_roles(query, snapshot, roles, kinds, notices, near) if roles else None


def asked_words(query: Query) -> list[str]:
    """What is asked of a role, as the person put it; nothing where the words do not show it."""
    if query.wishes:
        return query.wishes
    stated = [m.text for m in query.mentions if m.kind in ATTRIBUTES]
    left = [w for w in query.shape.leftover if not reads_as_number(w)]
    telling = stated or [w for w in left if w not in STOCK] or left
    if not telling or len(telling) > MOST_QUOTED:
        return []
    first, last = query.text.lower().find(telling[0]), query.text.lower().rfind(telling[-1])
    whole = query.text[first : last + len(telling[-1])]
    if particle := _PARTICLE.match(query.text, last + len(telling[-1])):  # "burn out"
        whole, telling = whole + particle[0], [*telling, particle[0].strip()]
    return [whole] if first >= 0 and whole.lower().split() == [w.lower() for w in telling] else telling


def _kept(query: Query, filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
    """A look at one of a list keeps the filters of the list."""
    return query.memory.filters if query.role_ids and query.refines else filters


def unserved(query: Query, snapshot: Snapshot) -> list[str]:
    """The specialties that a message names, where no article serves any of them."""
    asked = [s for s in query.values("specialty") if s != "any"]
    served = any(serving_specialty(snapshot.knowledge, s) for s in asked)
    return [] if served else asked


def no_article_for(query: Query, snapshot: Snapshot, specialties: list[str]) -> Answered:
    """That no article is about a specialty; then a role named, as it is elsewhere, or work for any physician."""
    inside = set(specialties_inside(query, snapshot.knowledge)) & set(specialties)  # "teleradiology" is nowhere else
    if query.kinds and not inside:
        roles, notices, kinds = asked_roles(query, snapshot)
        if roles:
            return silent_on_roles(query, snapshot, roles, kinds, notices)
    filters = tuple(Filter("specialty", s) for s in specialties)
    answer = answer_role_list(snapshot.knowledge, RoleListRequest(filters=filters))
    return answer, query.memory.after(answer, topic=TOPIC_ROLES, filters=filters, kinds=())


def in_asked_setting(query: Query, snapshot: Snapshot, roles: list[Role]) -> tuple[list[Role], list[str], list[str]]:
    """The entries of a role in the setting asked for; all of them, with a notice, where none states it.

    Returns:
        The entries, notices, and messages that show what work there is in that setting.
    """
    wanted = query.values("setting")
    if not wanted or not roles:
        return roles, [], []
    fitting = [r for r in roles if {a.value for a in r.attributes_named("setting")} & set(wanted)]
    if fitting:
        return fitting, [], []
    labels = [attribute_label("setting", value) for value in wanted]
    title = snapshot.knowledge.kinds[roles[0].kind].title
    return roles, [not_in_that_setting(title, labels)], [f"{label} roles" for label in labels]


_OF_WORK = re.compile(
    r"\b(?:non ?-?clinical|alternative|careers?|physicians?|doctors?|docs?|mds?|hired?|hiring|employ\w*)\b",
    re.IGNORECASE)


def silent_on_work(query: Query, snapshot: Snapshot) -> Optional[Answered]:
    """Work in another country, on a visa, with a record: within the subject, and the articles say nothing of it."""
    places = [m.value for m in query.mentions if m.kind == "geography" and m.value != "us"]
    about = [*(place.replace("-", " ").title() for place in places), *query.wishes]
    if not about or not (query.shape.has_head or _OF_WORK.search(query.text)):
        return None
    return answer_not_covered(about, knowledge=snapshot.knowledge), query.memory.after_refusal()
