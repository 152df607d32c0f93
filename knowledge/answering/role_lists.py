"""Lists of roles: the matches first, then the nearest misses, then those that do not say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Optional, Sequence

from knowledge.answering.answer import Answer, Citations, Option, Page
from knowledge.answering.emptied import say_what_empties
from knowledge.answering.filter_words import describe_filters, filter_words
from knowledge.answering.phrases import (
    HOURS_CAVEAT,
    basis_phrase,
    counted,
    joined,
    pay_phrase,
    role_label,
)
from knowledge.coverage import covered_specialties, serving_specialties
from knowledge.facts import KnowledgeBase, Role
from knowledge.filters import (
    ANY_PHYSICIAN,
    Criterion,
    Filter,
    Status,
    criteria,
    specialty_title,
)
from knowledge.selection import Judged, Selection, select_roles

PAGE_SIZE = 5
SUPERLATIVE_SIZE = 3
MOST_NAMED = 3  # roles named in one line
FAR_MISSES = 2  # roles that fail several wishes are hardly near
LONG_SILENCE = 2  # more roles without a figure than these are named in one line


@dataclass(frozen=True)
class RoleListRequest:
    """What to list. `rank` asks for one place of the order ("second highest")."""

    filters: tuple[Filter, ...] = ()
    order: Optional[str] = None
    rank: Optional[int] = None
    limit: Optional[int] = None
    offset: int = 0
    notices: tuple[str, ...] = ()
    among: tuple[str, ...] = ()  # ids of the roles to choose from; empty for all


def answer_role_list(knowledge: KnowledgeBase, request: RoleListRequest) -> Answer:
    """Answers a search; says plainly when nothing meets every filter, and what comes nearest."""
    uncovered = uncovered_specialties(knowledge, request.filters)
    if uncovered:
        return _answer_uncovered(knowledge, request, uncovered)
    request = _serving(knowledge, request)
    selection = select_roles(knowledge, request.filters, order=request.order, among=request.among)
    answer = Answer(kind="roles", filters=request.filters)
    shown, page = _page(selection.matches, request)
    answer.say("lead", _lead(selection, request, shown))
    for notice in request.notices:
        answer.say("notice", notice)
    _list_matches(answer, shown, request.filters, page)
    _say_caveats(answer, shown, request)
    if request.offset == 0 and not (request.order and shown):
        _list_near_misses(answer, _worth_showing(selection, request.filters), request.filters)
        if not (shown and _asks_one_figure(request.filters)):
            _list_not_stated(answer, selection.not_stated)
        for name, number in selection.silent.items():
            answer.say("notice", _silence(name, number, request.filters))
    if not selection.matches and _is_far_off(selection):
        say_what_empties(answer, knowledge, request.filters, among=request.among)
    if shown:
        answer.page = page
        if page.last < page.total:
            answer.suggest("show more")
    answer.kind = "roles" if shown or answer.near_misses or answer.not_stated else "none"
    beside = [*answer.near_misses, *answer.not_stated]
    answer.subjects = [j.role.id for j in shown or beside]
    answer.listed = [j.role.id for j in [*selection.matches, *beside]]
    return answer


def _serving(knowledge: KnowledgeBase, request: RoleListRequest) -> RoleListRequest:
    """Says which of several specialties has no article, and leaves it out."""
    covered = [*covered_specialties(knowledge), ANY_PHYSICIAN]
    missing = [f for f in request.filters
               if f.name == "specialty" and not f.negated and f.value not in covered]
    if not missing:
        return request
    names = joined([specialty_title(f.value) for f in missing], "or")
    kept = tuple(f for f in request.filters if f not in missing)
    notice = f"No article here is about {names}."
    return replace(request, filters=kept, notices=(*request.notices, notice))


def uncovered_specialties(knowledge: KnowledgeBase, filters: Sequence[Filter]) -> list[str]:
    """The specialties asked for that no article covers, when none of those asked for is."""
    wanted = [f.value for f in filters if f.name == "specialty" and not f.negated]
    covered = [*covered_specialties(knowledge), ANY_PHYSICIAN]
    return [] if any(s in covered for s in wanted) else wanted


def _page(matches: Sequence[Judged], request: RoleListRequest) -> tuple[list[Judged], Page]:
    if request.rank:
        shown = list(matches[request.rank - 1 : request.rank])
        return shown, Page(len(matches), request.rank, request.rank)
    size = page_size(request.order, request.limit)
    shown = list(matches[request.offset : request.offset + size])
    return shown, Page(len(matches), request.offset + 1, request.offset + len(shown))


def page_size(order: Optional[str], limit: Optional[int]) -> int:
    """How many roles one answer lists: as many as were asked for, fewer for "who pays most"."""
    return limit or (SUPERLATIVE_SIZE if order else PAGE_SIZE)


def _lead(selection: Selection, request: RoleListRequest, shown: Sequence[Judged]) -> str:
    wishes = describe_filters(request.filters)
    wishes = "" if request.among and not request.filters else wishes
    said = "" if not wishes else f" {wishes}" if wishes.startswith(("for ", "from all ")) else f", {wishes}"
    total = len(selection.matches)
    if request.rank and shown:
        return f"Number {request.rank} by {request.order or 'highest'} pay{said}:"
    if request.rank:
        return f"There are only {counted(total, 'role')}{said}."
    if not total:
        return f"No role in the articles meets all of this: {wishes}."
    if request.offset:
        last = request.offset + len(shown)
        if len(shown) == 1:
            return f"Number {last} of {total}{said}:"
        return f"Roles {request.offset + 1} to {last} of {total}{said}:"
    if request.among:
        found = f"Of those, the {request.order} paid" if request.order else f"{counted(total, 'role')}, of those shown"
        return f"{found}{said}:"
    if request.order and any(judged.role.figures for judged in shown):
        return f"The {request.order} paid{said}:"
    return f"{counted(total, 'role')}{said}:"


def _list_matches(
    answer: Answer, shown: Sequence[Judged], filters: Sequence[Filter], page: Page
) -> None:
    if not shown:
        return
    lines: list[str] = []
    yearly = wants_yearly(filters)
    for number, judged in enumerate(shown, start=page.first):
        role = judged.role
        if yearly and _is_hourly(role) and (not answer.roles or not _is_hourly(answer.roles[-1])):
            lines.append(HOURS_CAVEAT)
        answer.roles.append(role)
        line = f"{number}. {role_line(role, answer, yearly=yearly)}"
        lines.append(" ".join([line, *_supports(role, filters, answer.citations)]))
    if page.last < page.total and len(shown) > 1:
        lines.append("Say “more” for the rest.")
    answer.say("roles", "\n".join(lines))


def _is_hourly(role: Role) -> bool:
    return any(f.unit == "hour" for f in role.figures)


def role_line(role: Role, answer: Answer, *, yearly: bool = False) -> str:
    """A role with every figure that its article gives, each with its citation."""
    label, citations = role_label(role, answer.specialties), answer.citations
    if not role.figures:
        said = role.pay_note_passage_id or role.passage_ids[0]
        note = f"; the article says: {role.pay_note}" if role.pay_note else ""
        return f"{label}: no figure given{note} {citations.mark(said)}."
    figures = "; ".join(
        f"{pay_phrase(f, yearly=yearly)} {citations.mark(f.passage_id)}" for f in role.figures
    )
    return f"{label}: {figures}."


def wants_yearly(filters: Sequence[Filter]) -> bool:
    """Whether hourly figures are being held against a yearly bound."""
    return any(f.name == "pay" and (f.pay.unit or "year") == "year" for f in filters)


def _supports(role: Role, filters: Sequence[Filter], citations: Citations) -> list[str]:
    """How each attribute that was asked for is supported, with the supporting passage."""
    wanted = {(f.name, f.value) for f in filters if not f.negated}
    return [
        f"{basis_phrase(a)} {citations.mark(a.passage_id)}."
        for a in role.attributes
        if (a.name, a.value) in wanted
    ]


def _say_caveats(
    answer: Answer, shown: Sequence[Judged], request: RoleListRequest
) -> None:
    figures = [f for j in shown for f in j.role.figures]
    if len({f.statistic for f in figures}) > 1 and (request.order or len(figures) > 1):
        answer.say("caveat", "Averages and medians are different measures; compare them with care.")


def _silence(name: str, number: int, filters: Sequence[Filter]) -> str:
    if name == "other_pay_unit":
        verb = "gives its" if number == 1 else "give their"
        return (f"{counted(number, 'other role')} {verb} pay by another unit or in another currency, "
                "which I do not set against this one.")
    asked = [f for f in filters if f.name == name]
    wanted = joined([filter_words(replace(f, negated=False)) for f in asked], "or")
    said = f"do not say whether they are {wanted}" if all(f.negated for f in asked) else f"do not say: {wanted}"
    return f"{counted(number, 'other role')} would fit otherwise; the articles {said}."


def _list_near_misses(
    answer: Answer, near_misses: Sequence[Judged], filters: Sequence[Filter]
) -> None:
    if not near_misses:
        return
    failings = {_failing(judged) for judged in near_misses}
    same = f"Nearest, but {failings.copy().pop()}:" if len(failings) == 1 else None
    lines = [same or "Nearest, but no match:"]
    for judged in near_misses:
        answer.near_misses.append(judged)
        parts = [role_line(judged.role, answer, yearly=wants_yearly(filters))]
        parts += _supports(judged.role, filters, answer.citations)
        parts += [] if same else [f"Misses: {_failing(judged)}."]
        lines.append(f"- {' '.join(parts)}")
    answer.say("near_misses", "\n".join(lines))


def _worth_showing(selection: Selection, filters: Sequence[Filter]) -> Sequence[Judged]:
    """Near misses help where little was found and it is the pay that they miss, or nothing was."""
    if not selection.matches:
        return selection.near_misses[:FAR_MISSES] if _is_far_off(selection) else selection.near_misses
    if _asks_one_figure(filters) or len(selection.matches) > PAGE_SIZE:
        return ()
    return [j for j in selection.near_misses if "pay" in j.names(Status.FAILS)]


def _asks_one_figure(filters: Sequence[Filter]) -> bool:
    """Whether a search starts from an exact figure: "who pays 411k"."""
    return any(f.name == "pay" and f.pay.op == "=" for f in filters)


def _failing(judged: Judged) -> str:
    return "; ".join(_failed_words(c) for c in judged.criteria if c.status is Status.FAILS)


def _failed_words(criterion: Criterion) -> str:
    wanted = [filter_words(f) for f in criterion.wanted if not f.negated]
    if criterion.actual and criterion.actual.startswith(("with ", "without ")):
        return criterion.actual  # and not "not without travel"
    if wanted:
        return f"not {joined(wanted, 'or')}"
    actual = criterion.actual or filter_words(replace(criterion.wanted[0], negated=False))
    return f"is {actual}"


def _is_far_off(selection: Selection) -> bool:
    """Whether nothing comes near: every other role fails more than one wish, or does not say."""
    return all(len(judged.names(Status.FAILS)) > 1 for judged in selection.near_misses)


def _list_not_stated(answer: Answer, not_stated: Sequence[Judged]) -> None:
    if not not_stated:
        return
    lines = []
    for judged in not_stated[:PAGE_SIZE]:
        answer.not_stated.append(judged)
        lines.append(f"- {role_line(judged.role, answer)}")
    if len(not_stated) > LONG_SILENCE and not any(judged.role.figures for judged in not_stated):
        lines = [f"- {'; '.join(_named_only(judged.role, answer) for judged in answer.not_stated)}."]
    missing = sorted({n for j in not_stated for n in j.names(Status.NOT_STATED)})
    named = [{"pay": "figure", "pay_unit": "figure"}.get(n, n.replace("_", " ")) for n in missing]
    what = joined(list(dict.fromkeys(named)), "or")
    rest = len(not_stated) - len(answer.not_stated)
    more = f" (and {rest} more)" if rest > 0 else ""
    rough = [judged.roughly_paid for judged in not_stated]
    none = "Said too roughly to tell" if all(rough) else "No figure, or one too rough to tell"
    none = none if any(rough) else "No figure given"
    lead = none if set(missing) <= {"pay", "pay_unit"} else f"Not stated: {what}"
    answer.say("not_stated", "\n".join([f"{lead}{more}:", *lines]))


def _named_only(role: Role, answer: Answer) -> str:
    """A role without a figure, where several stand in one line."""
    said = role.pay_note_passage_id or role.passage_ids[0]
    return f"{role_label(role, answer.specialties)} {answer.citations.mark(said)}"


def _answer_uncovered(
    knowledge: KnowledgeBase, request: RoleListRequest, uncovered: list[str]
) -> Answer:
    """A specialty without an article: its parent's article if there is one, else what is general."""
    parent = next(iter(serving_specialties(knowledge, uncovered)), None)
    names = joined([specialty_title(s) for s in uncovered], "or")
    others = tuple(f for f in request.filters if f.name != "specialty" or f.negated)
    if parent:
        replaced = RoleListRequest(
            filters=(Filter("specialty", parent), *others), order=request.order,
            rank=request.rank, limit=request.limit, offset=request.offset,
            notices=(*request.notices, f"There is no article about {names} itself; these are from "
                     f"the one about {specialty_title(parent)}."),
        )
        return answer_role_list(knowledge, replaced)
    answer = Answer(kind="none", filters=request.filters)
    covered = [specialty_title(s) for s in covered_specialties(knowledge)]
    answer.say("lead", f"No article here is about {names}, so there are no pay figures for it. There is one each "
               f"for {joined(covered)}, and one for any physician.")
    for notice in request.notices:
        answer.say("notice", notice)
    general = [j.role.title for j in _general_roles(knowledge, others)][:MOST_NAMED]
    if general:
        answer.say("notice", f"Work for any physician, for example: {joined(general)}.")
    elif others:
        answer.say("notice", f"The article for any physician names no work of which it states this: "
                   f"{describe_filters(others)}.")
    answer.suggest(*general, "jobs for any physician")
    answer.suggestions += [Option(f"for-{title}", f"roles for {title}", f"and for {title}?") for title in covered]
    return answer


def _general_roles(knowledge: KnowledgeBase, filters: tuple[Filter, ...]) -> list[Judged]:
    """Roles of articles that speak of physicians in general, minus those that fail a filter."""
    judged = [
        Judged(role, tuple(criteria(role, filters)))
        for role in knowledge.roles.values()
        if not role.specialties
    ]
    return [j for j in judged if not j.names(Status.FAILS) and not j.names(Status.NOT_STATED)][:PAGE_SIZE]
