"""Roles side by side, each cell cited or "not stated"; figures are never averaged."""

from __future__ import annotations

import re
from typing import Callable, Optional, Sequence

from knowledge.answering.answer import Answer, Cell, Comparison, Row
from knowledge.answering.phrases import basis_phrase, counted, joined, pay_phrase, role_label
from knowledge.facts import KnowledgeBase, Role
from knowledge.filters import Filter, specialty_title

MOST_COLUMNS = 4
ATTRIBUTE_ROWS = {
    "work_mode": "Work mode",
    "commitment": "Commitment",
    "patient_contact": "Patient contact",
    "setting": "Setting",
    "schedule": "Hours",
    "travel": "Travel",
    "growth": "Growth",
}
NOT_STATED = "not stated"
NO_FIGURE = "no figure given"
_ABBREVIATION = re.compile(r"\(([A-Z][A-Z&]{1,4})\)")
_BRACKETS = re.compile(r"\s*\([^()]*\)")


def compare_roles(
    knowledge: KnowledgeBase,
    roles: Sequence[Role],
    *,
    filters: Sequence[Filter] = (),
    notices: Sequence[str] = (),
    pay_only: bool = False,
) -> Answer:
    """Compares two to four roles; more are named but not shown, with a notice."""
    shown = list(roles[:MOST_COLUMNS])
    answer = Answer(kind="comparison", filters=tuple(filters), roles=shown)
    names = short_names(shown)
    lead = [("lead", _lead(shown, pay_only, names))]
    said = [("notice", notice) for notice in notices]
    for kind, text in (*said, *lead) if pay_only else (*lead, *said):  # "What each article gives:" stands before it
        answer.say(kind, text)
    rows = [_pay_row(shown)]
    if not pay_only:
        rows += _attribute_rows(shown)
    told_apart = None if pay_only else differences_note(rows)
    notes = [note for note in (told_apart, statistics_note(shown), units_note(shown)) if note]
    answer.comparison = Comparison(tuple(shown), tuple(rows), tuple(notes))
    paid, stated = rows[:1], rows[1:]  # only a line with a figure has to carry the whole label
    labels = [role_label(role, answer.specialties) for role in shown]
    answer.say("comparison", "\n".join([*(_lines(answer, row, labels) for row in paid),
                                        *(_lines(answer, row, names) for row in stated)]))
    for note in notes:
        answer.say("caveat", note)
    if len(roles) > len(shown):
        answer.say("notice", f"{counted(len(roles) - len(shown), 'more entry', 'more entries')} "
                   "not shown; say “more” for the whole list, or name a specialty.")
        answer.suggest("show more")
    answer.subjects = [role.id for role in shown]
    return answer


def short_names(roles: Sequence[Role]) -> list[str]:
    """What columns are called where no figure stands: `MSL (oncology)`, `Medical director`.

    The abbreviation in a title, or the title without what stands in brackets; the specialty where two would be
    called the same, and the whole label where that is not enough.
    """
    plain = [m[1] if (m := _ABBREVIATION.search(r.title)) else _BRACKETS.sub("", r.title).strip() for r in roles]
    by_specialty = [
        name if plain.count(name) == 1 else f"{name} ({joined([specialty_title(s) for s in role.specialties])})"
        for name, role in zip(plain, roles)
    ]
    return [name if by_specialty.count(name) == 1 else role_label(role) for name, role in zip(by_specialty, roles)]


def _lead(roles: Sequence[Role], pay_only: bool, names: Sequence[str]) -> str:
    if pay_only:
        return "What each article gives:" if len(roles) > 1 else "The article says:"
    return f"{joined(list(names))}, side by side:"


def _pay_row(roles: Sequence[Role]) -> Row:
    def cell(role: Role) -> Cell:
        if role.figures:
            return Cell(pay_phrase(role.figures[0]), role.figures[0].passage_id)
        if role.pay_note:
            said = role.pay_note_passage_id or role.passage_ids[0]
            return Cell(f"no figure given; the article says: {role.pay_note}", said)
        return Cell(NO_FIGURE)

    return _row("Pay", roles, cell)


def _attribute_rows(roles: Sequence[Role]) -> list[Row]:
    rows = []
    for name, title in ATTRIBUTE_ROWS.items():
        if any(role.attributes_named(name) for role in roles):
            rows.append(_row(title, roles, lambda role, name=name: _attribute_cell(role, name)))
    return rows


def _attribute_cell(role: Role, name: str) -> Cell:
    stated = role.attributes_named(name)
    if not stated:
        return Cell(NOT_STATED)
    return Cell("; ".join(basis_phrase(a) for a in stated), stated[0].passage_id)


def _row(name: str, roles: Sequence[Role], cell: Callable[[Role], Cell]) -> Row:
    return Row(name, tuple(cell(role) for role in roles))


def _lines(answer: Answer, row: Row, labels: Sequence[str]) -> str:
    assert answer.comparison is not None
    lines = [f"{row.name}:"]
    silent = [cell.text == NOT_STATED for cell in row.cells]
    together = sum(silent) > 1  # one line for all that the articles do not say
    for label, cell in zip(labels, row.cells):
        if together and cell.text == NOT_STATED:
            continue
        mark = f" {answer.citations.mark(cell.passage_id)}" if cell.passage_id else ""
        lines.append(f"- {label}: {cell.text}{mark}")
    if together:
        lines.append(f"- {NOT_STATED}: the others")
    return "\n".join(lines)


def answer_differences(
    knowledge: KnowledgeBase, roles: Sequence[Role], *, filters: Sequence[Filter] = ()
) -> Answer:
    """What sets the figures of some roles apart as far as the articles tell; they give no reason."""
    answer = compare_roles(knowledge, roles, filters=filters, pay_only=True)
    figures = [f for r in roles[:MOST_COLUMNS] for f in r.figures]
    apart = [name for name, values in (
        ("the salary site", {f.attributed_to for f in figures}),
        ("the measure (average or median)", {f.statistic for f in figures}),
        ("the unit", {f.unit for f in figures}),
        ("the group they are for", {f.qualifier for f in figures}),
        ("the article's specialty", {r.specialties for r in roles}),
        ("the role", {r.kind for r in roles}),
    ) if len(values) > 1]
    said = f"They differ in {joined(apart)}" if apart else "They agree in site, measure, unit and role"
    alike = len({(f.low, f.high, f.unit) for f in figures}) == 1
    answer.say("caveat", f"{said}. The articles do not say why the amounts are {'' if alike else 'not '}the same.")
    return answer


def differences_note(rows: Sequence[Row]) -> Optional[str]:
    """Which properties differ, agree, or are stated of some only; silence is no difference."""
    groups: dict[str, list[str]] = {"Different": [], "Alike": [], "Stated of some only": []}
    for row in rows:
        stated = [cell.text for cell in row.cells if cell.text not in (NOT_STATED, NO_FIGURE)]
        if len(set(stated)) > 1:
            groups["Different"].append(row.name.lower())
        elif stated and len(stated) == len(row.cells):
            groups["Alike"].append(row.name.lower())
        elif stated:
            groups["Stated of some only"].append(row.name.lower())
    said = [f"{name}: {joined(names)}." for name, names in groups.items() if names]
    return " ".join(said) if said else None


def statistics_note(roles: Sequence[Role]) -> Optional[str]:
    """A warning where averages and medians, or qualified figures, stand side by side."""
    figures = [f for r in roles for f in r.figures]
    if len({f.statistic for f in figures}) > 1:
        return "Averages and medians are different measures; compare them with care."
    return None


def units_note(roles: Sequence[Role]) -> Optional[str]:
    """A warning where hourly rates stand beside yearly pay."""
    units = {f.unit for r in roles for f in r.figures}
    if len(units) > 1:
        return "Hourly rates and yearly pay are not the same thing; neither is converted here."
    return None
