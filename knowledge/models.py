"""The knowledge tables (SQLAlchemy 2).

One table for each kind of fact, with the same column names, so that `store.py` can copy
rows to facts and back. The tables are made anew from the articles and never migrated:
`schema_stamp()` tells a database of another shape from ours. Table names begin with
`waypoint_`, because a PostgreSQL database may be shared with other programs.

Rows keep `ordinal`, the place of the fact in the whole base: answers depend on this order.
"""

from __future__ import annotations

import functools
import hashlib
from typing import Any, ClassVar, Dict, List, Optional, Sequence, Tuple

from sqlalchemy import JSON, CheckConstraint, Double, ForeignKey, MetaData, String, Text
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.schema import CreateTable
from sqlalchemy.types import TypeDecorator

from knowledge import facts


class Strings(TypeDecorator):
    """A tuple of strings, kept as a JSON list."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Optional[Sequence[str]], dialect: Dialect) -> List[str]:
        return list(value or ())

    def process_result_value(self, value: Optional[List[str]], dialect: Dialect) -> Tuple[str, ...]:
        return tuple(value or ())


def _among(column: str, values: Sequence[str]) -> CheckConstraint:
    """A wrong word cannot be stored, whatever program writes it."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


class Base(DeclarativeBase):
    """The tables of the knowledge base."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
        }
    )
    type_annotation_map: ClassVar[Dict[Any, Any]] = {
        str: Text,
        float: Double,
        Tuple[str, ...]: Strings,
    }


class Meta(Base):
    """`version` of the knowledge and `schema` of the tables."""

    __tablename__ = "waypoint_meta"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[str]


class Article(Base):
    """A source article."""

    __tablename__ = "waypoint_article"
    __table_args__ = (_among("rights", facts.RIGHTS),)

    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    title: Mapped[str]
    publisher: Mapped[str]
    url: Mapped[Optional[str]]
    published: Mapped[Optional[str]]
    accessed: Mapped[str]
    specialties: Mapped[Tuple[str, ...]]
    rights: Mapped[str]


class Section(Base):
    """A heading of level 2."""

    __tablename__ = "waypoint_section"

    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    article_id: Mapped[str] = mapped_column(ForeignKey(Article.id))
    title: Mapped[str]
    position: Mapped[int]
    notice: Mapped[Optional[str]]


class RoleKind(Base):
    """A kind of work with its everyday names."""

    __tablename__ = "waypoint_role_kind"

    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    title: Mapped[str]
    names: Mapped[Tuple[str, ...]]
    related: Mapped[Tuple[str, ...]]


class Role(Base):
    """An article's entry for a kind of work."""

    __tablename__ = "waypoint_role"

    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    article_id: Mapped[str] = mapped_column(ForeignKey(Article.id))
    section_id: Mapped[str] = mapped_column(ForeignKey(Section.id))
    kind: Mapped[str] = mapped_column(ForeignKey(RoleKind.id), index=True)
    title: Mapped[str]
    summary: Mapped[str]
    specialties: Mapped[Tuple[str, ...]]
    pay_note: Mapped[Optional[str]]
    # Roles and passages point to each other: this end is held when the transaction ends.
    pay_note_passage_id: Mapped[Optional[str]] = mapped_column(
        ForeignKey("waypoint_passage.id", use_alter=True, deferrable=True, initially="DEFERRED")
    )
    attributes: Mapped[List[RoleAttribute]] = relationship(
        order_by="RoleAttribute.position", viewonly=True
    )
    figures: Mapped[List[Figure]] = relationship(order_by="Figure.ordinal", viewonly=True)
    passages: Mapped[List[Passage]] = relationship(
        order_by="Passage.ordinal", foreign_keys="Passage.role_id", viewonly=True
    )


class Passage(Base):
    """A paragraph: what is cited and found."""

    __tablename__ = "waypoint_passage"

    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    article_id: Mapped[str] = mapped_column(ForeignKey(Article.id))
    section_id: Mapped[str] = mapped_column(ForeignKey(Section.id))
    role_id: Mapped[Optional[str]] = mapped_column(ForeignKey(Role.id), index=True)
    position: Mapped[int]
    text: Mapped[str]
    content_hash: Mapped[str]


class RoleAttribute(Base):
    """A property of a role that people filter by."""

    __tablename__ = "waypoint_role_attribute"
    __table_args__ = (
        _among("name", tuple(facts.ATTRIBUTES)),
        _among("basis", facts.ATTRIBUTE_BASES),
    )

    role_id: Mapped[str] = mapped_column(ForeignKey(Role.id), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    value: Mapped[str]
    basis: Mapped[str]
    passage_id: Mapped[str] = mapped_column(ForeignKey(Passage.id))


class Figure(Base):
    """A pay figure; it has at least one end, and they are in order."""

    __tablename__ = "waypoint_figure"
    __table_args__ = (
        _among("statistic", facts.STATISTICS),
        _among("kind", facts.PAY_KINDS),
        _among("unit", facts.UNITS),
        _among("unit_basis", facts.UNIT_BASES),
        CheckConstraint("low IS NOT NULL OR high IS NOT NULL", name="has_number"),
        CheckConstraint("low <= high", name="in_order"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    role_id: Mapped[str] = mapped_column(ForeignKey(Role.id), index=True)
    statistic: Mapped[str]
    kind: Mapped[str]
    low: Mapped[Optional[float]]
    high: Mapped[Optional[float]]
    currency: Mapped[str]
    unit: Mapped[str]
    unit_basis: Mapped[str]
    as_written: Mapped[str]
    attributed_to: Mapped[Optional[str]]
    qualifier: Mapped[Optional[str]]
    geography: Mapped[Optional[str]]
    passage_id: Mapped[str] = mapped_column(ForeignKey(Passage.id))


class Poll(Base):
    """A percentage of one survey answer."""

    __tablename__ = "waypoint_poll"
    __table_args__ = (
        CheckConstraint("percent BETWEEN 0 AND 100", name="a_percentage"),
        _among("multi_select", ("yes", "no", "unknown")),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    article_id: Mapped[str] = mapped_column(ForeignKey(Article.id))
    percent: Mapped[float]
    statement: Mapped[str]
    question: Mapped[str]
    population: Mapped[str]
    multi_select: Mapped[str]
    sample: Mapped[Optional[int]]
    year: Mapped[Optional[int]]
    attributed_to: Mapped[str]
    as_written: Mapped[str]
    passage_id: Mapped[str] = mapped_column(ForeignKey(Passage.id))
    topics: Mapped[Tuple[str, ...]]
    wordings: Mapped[Tuple[str, ...]]


class Driver(Base):
    """A reason for leaving practice."""

    __tablename__ = "waypoint_driver"

    id: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    article_id: Mapped[str] = mapped_column(ForeignKey(Article.id))
    name: Mapped[str]
    specialties: Mapped[Tuple[str, ...]]
    summary: Mapped[str]
    wordings: Mapped[Tuple[str, ...]]
    passages: Mapped[List[DriverPassage]] = relationship(
        order_by="DriverPassage.position", viewonly=True
    )
    polls: Mapped[List[DriverPoll]] = relationship(order_by="DriverPoll.position", viewonly=True)


class DriverPassage(Base):
    """A passage that speaks of a driver."""

    __tablename__ = "waypoint_driver_passage"

    driver_id: Mapped[str] = mapped_column(ForeignKey(Driver.id), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    passage_id: Mapped[str] = mapped_column(ForeignKey(Passage.id))


class DriverPoll(Base):
    """A poll that belongs to a driver."""

    __tablename__ = "waypoint_driver_poll"

    driver_id: Mapped[str] = mapped_column(ForeignKey(Driver.id), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    poll_id: Mapped[str] = mapped_column(ForeignKey(Poll.id))


# An order in which rows can be written without pointing to one that is not there yet.
TABLES = (
    Meta,
    Article,
    Section,
    RoleKind,
    Role,
    Passage,
    RoleAttribute,
    Figure,
    Poll,
    Driver,
    DriverPassage,
    DriverPoll,
)


def metadata_to_make() -> MetaData:
    """A copy of the tables, for making and dropping them in a database.

    Where a constraint is added after its table, as in PostgreSQL, SQLAlchemy marks it as never
    to be part of a table again. On the models themselves, that mark would change
    `schema_stamp()`, and every SQLite database that the same process makes later would lack
    the constraint.
    """
    copied = MetaData(naming_convention=Base.metadata.naming_convention)
    for table in Base.metadata.tables.values():
        table.to_metadata(copied)
    return copied


@functools.lru_cache(maxsize=1)
def schema_stamp() -> str:
    """A short hash of the tables as this code knows them."""
    dialect = sqlite.dialect()
    created = [str(CreateTable(model.__table__).compile(dialect=dialect)) for model in TABLES]
    return hashlib.sha256("\n".join(created).encode()).hexdigest()[:12]
