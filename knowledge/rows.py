"""Facts as rows and rows as facts: the named queries and the copying both ways.

Columns and fields have the same names (`models.py`, `facts.py`), so most of it is general.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any, Callable, Dict, Iterable, List, Mapping, Type, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from knowledge import facts, models
from knowledge.facts import KnowledgeBase

T = TypeVar("T")

META = select(models.Meta.name, models.Meta.value)
ARTICLES = select(models.Article).order_by(models.Article.ordinal)
SECTIONS = select(models.Section).order_by(models.Section.ordinal)
PASSAGES = select(models.Passage).order_by(models.Passage.ordinal)
KINDS = select(models.RoleKind).order_by(models.RoleKind.ordinal)
FIGURES = select(models.Figure).order_by(models.Figure.ordinal)
POLLS = select(models.Poll).order_by(models.Poll.ordinal)
ROLES = (
    select(models.Role)
    .order_by(models.Role.ordinal)
    .options(
        selectinload(models.Role.attributes),
        selectinload(models.Role.figures),
        selectinload(models.Role.passages),
    )
)
DRIVERS = (
    select(models.Driver)
    .order_by(models.Driver.ordinal)
    .options(selectinload(models.Driver.passages), selectinload(models.Driver.polls))
)


def read_all(session: Session, version: str) -> KnowledgeBase:
    """Every row as a fact, in the order that it was written in."""

    def load(statement: Any, to_fact: Callable[[Any], T]) -> Dict[str, T]:
        return {row.id: to_fact(row) for row in session.scalars(statement)}

    return KnowledgeBase(
        version=version,
        articles=load(ARTICLES, lambda row: _fact(facts.Article, row)),
        sections=load(SECTIONS, lambda row: _fact(facts.Section, row)),
        passages=load(PASSAGES, lambda row: _fact(facts.Passage, row)),
        roles=load(ROLES, _role),
        polls=load(POLLS, lambda row: _fact(facts.Poll, row)),
        drivers=load(DRIVERS, _driver),
        kinds=load(KINDS, lambda row: _fact(facts.RoleKind, row)),
        figures=load(FIGURES, lambda row: _fact(facts.Figure, row)),
    )


def _fact(kind: Type[T], row: Any, **others: Any) -> T:
    """A fact from the columns of the same names, and from `others`."""
    named = [f.name for f in fields(kind) if f.name not in others]  # type: ignore[arg-type]
    return kind(**{name: getattr(row, name) for name in named}, **others)


def _role(row: models.Role) -> facts.Role:
    return _fact(
        facts.Role,
        row,
        attributes=tuple(_fact(facts.Attribute, a) for a in row.attributes),
        figures=tuple(_fact(facts.Figure, f) for f in row.figures),
        passage_ids=tuple(p.id for p in row.passages),
    )


def _driver(row: models.Driver) -> facts.Driver:
    return _fact(
        facts.Driver,
        row,
        passage_ids=tuple(p.passage_id for p in row.passages),
        poll_ids=tuple(p.poll_id for p in row.polls),
    )


def rows_of(knowledge: KnowledgeBase, schema: str) -> Mapping[Any, List[Dict[str, Any]]]:
    """The rows of each model of `models.TABLES`; `schema` stamps the tables' shape."""
    roles, drivers = knowledge.roles.values(), knowledge.drivers.values()
    return {
        models.Meta: [
            {"name": "version", "value": knowledge.version},
            {"name": "schema", "value": schema},
        ],
        models.Article: _numbered(knowledge.articles),
        models.Section: _numbered(knowledge.sections),
        models.RoleKind: _numbered(knowledge.kinds),
        models.Role: _numbered(knowledge.roles, leave=("attributes", "figures", "passage_ids")),
        models.Passage: _numbered(knowledge.passages),
        models.RoleAttribute: [
            {"role_id": r.id, "position": n, **vars(a)}
            for r in roles
            for n, a in enumerate(r.attributes)
        ],
        models.Figure: _numbered(knowledge.figures),
        models.Poll: _numbered(knowledge.polls),
        models.Driver: _numbered(knowledge.drivers, leave=("passage_ids", "poll_ids")),
        models.DriverPassage: [
            {"driver_id": d.id, "position": n, "passage_id": p}
            for d in drivers
            for n, p in enumerate(d.passage_ids)
        ],
        models.DriverPoll: [
            {"driver_id": d.id, "position": n, "poll_id": p}
            for d in drivers
            for n, p in enumerate(d.poll_ids)
        ],
    }


def _numbered(mapping: Mapping[str, Any], leave: Iterable[str] = ()) -> List[Dict[str, Any]]:
    return [
        {"ordinal": n, **{k: v for k, v in vars(fact).items() if k not in leave}}
        for n, fact in enumerate(mapping.values())
    ]
