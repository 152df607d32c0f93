"""One kind of work: what it is, what it pays, and how articles differ about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from knowledge.answering.answer import Answer, Option, Question
from knowledge.answering.comparison import ATTRIBUTE_ROWS, compare_roles, statistics_note
from knowledge.answering.passages import what_is_covered
from knowledge.answering.phrases import basis_phrase, counted, joined, role_label
from knowledge.answering.role_lists import role_line
from knowledge.coverage import serving_specialties
from knowledge.facts import KnowledgeBase, Role
from knowledge.filters import ANY_PHYSICIAN, Filter, specialty_title

MOST_ENTRIES = 4


@dataclass(frozen=True)
class RoleRequest:
    """Which roles are asked about: kinds of work, narrowed by the specialties of the filters."""

    role_ids: tuple[str, ...]
    filters: tuple[Filter, ...] = ()
    notices: tuple[str, ...] = ()
    pay_only: bool = False


def roles_of_kind(
    knowledge: KnowledgeBase, kinds: Sequence[str], specialties: Sequence[str]
) -> tuple[list[Role], list[str]]:
    """The entries of some kinds of work, and notices: of kinds that no article describes, of other specialties.

    Entries of other specialties are offered when the one asked for has no entry, and the
    notice says so.
    """
    specialties = [s for s in specialties if s != ANY_PHYSICIAN]
    served = serving_specialties(knowledge, specialties)
    chosen: list[Role] = []
    described = {role.kind for role in knowledge.roles.values()}
    missing = [kind for kind in kinds if kind not in described]
    notices = [no_article_describes(knowledge, missing)] if missing else []
    for kind in kinds:
        entries = [r for r in knowledge.roles.values() if r.kind == kind]
        fitting = [r for r in entries if set(r.specialties) & set(served)]
        if specialties and entries and not fitting:
            notices.append(_missing_entry(knowledge, kind, specialties, entries))
        chosen += fitting or entries
    return chosen, notices


def no_article_describes(knowledge: KnowledgeBase, kinds: Sequence[str]) -> str:
    """Says that kinds of work are known by name alone."""
    this = "this kind" if len(kinds) == 1 else "these kinds"
    return f"No article that I have describes {this} of work: {joined([knowledge.kinds[k].title for k in kinds])}."


def answer_no_entry(
    knowledge: KnowledgeBase, kinds: Sequence[str], filters: Sequence[Filter] = (), *, lead: str = ""
) -> Answer:
    """The whole answer where only kinds of work were named that no article describes; `lead` says so otherwise."""
    answer = Answer(kind="none", filters=tuple(filters))
    answer.say("lead", lead or no_article_describes(knowledge, kinds))
    answer.say("notice", what_is_covered(knowledge))
    answer.suggest("which roles pay most?", "help me choose")
    return answer


def _missing_entry(
    knowledge: KnowledgeBase, kind: str, specialties: Sequence[str], entries: Sequence[Role]
) -> str:
    title = knowledge.kinds[kind].title
    names = joined([specialty_title(s) for s in specialties], "or")
    covered = serving_specialties(knowledge, specialties)
    where = f"The article for {names} does not list" if covered else f"No article is about {names}"
    others = joined(sorted({specialty_title(s) for r in entries for s in r.specialties}))
    about = f" {title}" if covered else ""
    return f"{where}{about}. What follows is from: {others or 'an article for any physician'}."


def answer_role_details(knowledge: KnowledgeBase, request: RoleRequest) -> Answer:
    """Describes a role or gives its pay; several entries of one kind stand side by side."""
    roles = [knowledge.roles[role_id] for role_id in request.role_ids]
    if request.pay_only:
        return _answer_pay(knowledge, request, roles)
    answer = Answer(kind="role", filters=request.filters)
    for notice in request.notices:
        answer.say("notice", notice)
    for position, role in enumerate(roles[:MOST_ENTRIES]):
        answer.roles.append(role)
        answer.say("lead" if position == 0 else "roles", role_line(role, answer))
        if position == 0:
            _describe(knowledge, answer, role)
    _say_rest(answer, roles)
    note = statistics_note(roles[:MOST_ENTRIES])
    if note and len(roles) > 1:
        answer.say("caveat", note)
    answer.subjects = [role.id for role in roles[:MOST_ENTRIES]]
    _suggest_next(answer, roles)
    return answer


def _describe(knowledge: KnowledgeBase, answer: Answer, role: Role) -> None:
    """What the article says of the role besides its pay."""
    paid = {f.passage_id for f in role.figures} | {role.pay_note_passage_id}
    for passage_id in [p for p in role.passage_ids if p not in paid][:2]:
        passage = knowledge.passages[passage_id]
        answer.passages.append(passage)
        answer.say("passages", f"{passage.text} {answer.citations.mark(passage.id)}")
    facts = _facts(answer, role)
    if facts:
        answer.say("notice", facts)


def _facts(answer: Answer, role: Role) -> str:
    return " ".join(
        f"{basis_phrase(a)} {answer.citations.mark(a.passage_id)}." for a in role.attributes
    )


def _answer_pay(
    knowledge: KnowledgeBase, request: RoleRequest, roles: Sequence[Role]
) -> Answer:
    if len(roles) > 1 and any(r.figures for r in roles):
        return compare_roles(
            knowledge, roles, filters=request.filters, notices=request.notices, pay_only=True
        )
    answer = Answer(kind="role", filters=request.filters)
    for notice in request.notices:
        answer.say("notice", notice)
    for role in roles:
        answer.roles.append(role)
        answer.say("lead", role_line(role, answer))
    answer.subjects = [role.id for role in roles]
    _suggest_next(answer, roles)
    return answer


def answer_attributes(
    knowledge: KnowledgeBase,
    roles: Sequence[Role],
    names: Sequence[str],
    *,
    filters: Sequence[Filter] = (),
    notices: Sequence[str] = (),
) -> Answer:
    """What the articles say of some attributes of roles; silence is said to be silence."""
    answer = Answer(kind="role", filters=tuple(filters))
    for notice in notices:
        answer.say("notice", notice)
    lines = []
    for role in roles[:MOST_ENTRIES]:
        answer.roles.append(role)
        said = [a for name in names for a in role.attributes_named(name)]
        words = [f"{basis_phrase(a)} {answer.citations.mark(a.passage_id)}" for a in said]
        silent = [ATTRIBUTE_ROWS[n].lower() for n in names if not role.attributes_named(n)]
        words += [f"{joined(silent, 'or')} not stated"] if silent else []
        lines.append(f"{role_label(role, answer.specialties)}: {'; '.join(words)}.")
    answer.say("lead", "\n".join(lines))
    _say_rest(answer, roles)
    answer.subjects = [role.id for role in roles[:MOST_ENTRIES]]
    answer.suggest("what does it pay?", "what does it involve?")
    return answer


def _say_rest(answer: Answer, roles: Sequence[Role]) -> None:
    if len(roles) > MOST_ENTRIES:
        rest = counted(len(roles) - MOST_ENTRIES, "more entry", "more entries")
        answer.say("notice", f"{rest} not shown; say “more” for the whole list, or name a specialty.")
        answer.suggest("show more")


def _suggest_next(answer: Answer, roles: Sequence[Role]) -> None:
    if len(roles) == 1:
        answer.suggest("what does it involve?", "where is that from?", "is that reliable?")


def answer_which_role(knowledge: KnowledgeBase, filters: Sequence[Filter]) -> Answer:
    """Asks which role is meant, when a question is about "the role" and none was named."""
    specialties = [f.value for f in filters if f.name == "specialty" and not f.negated]
    roles = [
        r for r in knowledge.roles.values()
        if not specialties or set(r.specialties) & set(specialties)
    ]
    kinds = list(dict.fromkeys(r.kind for r in roles))[:6]
    options = tuple(
        Option(kind, knowledge.kinds[kind].title, knowledge.kinds[kind].title) for kind in kinds
    )
    question = Question("which-role", "Which role do you mean?", options)
    answer = Answer(kind="clarify", filters=tuple(filters), question=question)
    answer.say("question", f"{question.text} For example {joined([o.title for o in options], 'or')}.")
    return answer
