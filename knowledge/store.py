"""The knowledge database: written as a whole, read as a whole.

Answers are made from the snapshot that `load_knowledge` returns, so a rebuild never shows
half of itself. The engine is made from one URL when it is needed, never at import. SQLite
is the default; PostgreSQL is another URL (`postgresql+psycopg://...`).
"""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Iterator, Optional

from sqlalchemy import Engine, create_engine, delete, event, insert, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.orm import Session

from knowledge import models, rows
from knowledge.errors import KnowledgeError, KnowledgeNotBuilt
from knowledge.facts import KnowledgeBase
from knowledge.problems import shown_path

_BUILD = "run `waypoint knowledge build`"
_LOCK = 7_209_183  # any number: two builds of one PostgreSQL database wait for each other


def make_engine(url: str) -> Engine:
    """An engine for a database URL, with SQLite made to hold its foreign keys.

    Raises:
        KnowledgeError: The URL cannot be read or its driver is not installed.
    """
    try:
        engine = create_engine(url)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise KnowledgeError(
            f"the database URL cannot be used ({error}); write WAYPOINT_DATABASE_URL such as "
            "sqlite:///build/knowledge.db or postgresql+psycopg://user@host/name"
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda c, _: c.execute("PRAGMA foreign_keys = ON"))
    return engine


def build_database(knowledge: KnowledgeBase, url: str) -> None:
    """Replace whatever the database holds by `knowledge`; readers see the old or the new.

    A SQLite file is written beside the old one and then takes its place. Any other database
    changes in one transaction.

    Raises:
        KnowledgeError: The database cannot be written; the old one is as it was.
    """
    file = _sqlite_file(_parse(url))
    try:
        if file is None:
            _write_in_place(knowledge, url)
        else:
            _write_beside(knowledge, file)
    except (SQLAlchemyError, OSError) as error:
        raise KnowledgeError(
            f"the knowledge database cannot be written ({_first_line(error)}); "
            "check WAYPOINT_DATABASE_URL, and that the disk has room"
        ) from error


def load_knowledge(url: str) -> KnowledgeBase:
    """Everything in the database, equal to what was built, in the same order.

    Raises:
        KnowledgeNotBuilt: There is no database, it is empty or of another version of the code.
        KnowledgeError: The database cannot be reached or read.
    """
    with _reading(url) as session:
        return read_knowledge(session)


def stored_version(url: str) -> str:
    """The version of the knowledge in the database, asked for before every answer.

    A file of SQLite is only opened when it is another one than last time: builds put a new
    file in the old one's place.

    Raises:
        KnowledgeNotBuilt, KnowledgeError: As `load_knowledge`.
    """
    file = _sqlite_file(_parse(url))
    if file is None or not file.exists():
        return _queried_version(url)
    seen = file.stat()
    return _version_of_file(url, seen.st_ino, seen.st_mtime_ns, seen.st_size)


def _queried_version(url: str) -> str:
    with _reading(url) as session:
        return read_version(session)


@lru_cache(maxsize=8)
def _version_of_file(url: str, inode: int, modified_ns: int, size: int) -> str:
    return _queried_version(url)


def shown_database(url: str) -> str:
    """The database as a person may see it: the path of a file, or a URL without password."""
    file = _sqlite_file(_parse(url))
    return shown_path(file) if file else _parse(url).render_as_string(hide_password=True)


def write_knowledge(session: Session, knowledge: KnowledgeBase) -> None:
    """Put the rows of `knowledge` in place of all rows; the caller commits."""
    for model in reversed(models.TABLES):
        session.execute(delete(model))
    written = rows.rows_of(knowledge, models.schema_stamp())
    for model in models.TABLES:
        if written[model]:
            session.execute(insert(model), written[model])


def read_version(session: Session) -> str:
    """As `stored_version`, in a session that is open."""
    if not inspect(session.connection()).has_table(models.Meta.__tablename__):
        raise KnowledgeNotBuilt(f"the knowledge database is empty; {_BUILD}")
    # dict(result) would take the result for a mapping: it has a method keys().
    meta = {row.name: row.value for row in session.execute(rows.META)}
    if "version" not in meta:
        raise KnowledgeNotBuilt(f"the knowledge database is empty; {_BUILD}")
    if meta.get("schema") != models.schema_stamp():
        raise KnowledgeNotBuilt(
            f"the knowledge database was built by another version of Waypoint; {_BUILD}"
        )
    return meta["version"]


def read_knowledge(session: Session) -> KnowledgeBase:
    """As `load_knowledge`, in a session that is open."""
    return rows.read_all(session, read_version(session))


def _parse(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError as error:
        raise KnowledgeError(f"the database URL cannot be read: {error}") from error


def _sqlite_file(url: URL) -> Optional[Path]:
    """The file of a SQLite URL, or None for any other database."""
    in_file = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    return Path(url.database or "").absolute() if in_file else None


def _write_beside(knowledge: KnowledgeBase, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    os.close(handle)
    try:
        _write_in_place(knowledge, f"sqlite:///{name}")
        os.chmod(name, 0o644)
        os.replace(name, file)
    finally:
        Path(name).unlink(missing_ok=True)


def _write_in_place(knowledge: KnowledgeBase, url: str) -> None:
    engine = make_engine(url)
    try:
        with Session(engine) as session, session.begin():
            if engine.dialect.name == "postgresql":
                session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            _make_tables(session)
            write_knowledge(session, knowledge)
    finally:
        engine.dispose()


def _make_tables(session: Session) -> None:
    """Make the tables unless they are there in our shape.

    Tables of our shape are kept: in PostgreSQL a reader in the middle of its transaction
    would find a table that was dropped and made again to be empty.
    """
    try:
        read_version(session)
    except KnowledgeNotBuilt:
        connection = session.connection()
        tables = models.metadata_to_make()
        tables.drop_all(connection)
        tables.create_all(connection)


@contextmanager
def _reading(url: str) -> Iterator[Session]:
    file = _sqlite_file(_parse(url))
    if file is not None and not file.exists():  # SQLite would make an empty file
        raise KnowledgeNotBuilt(f"there is no knowledge database at {file}; {_BUILD}")
    engine = make_engine(url)
    if engine.dialect.name == "postgresql":  # one snapshot for all queries
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    try:
        with Session(engine) as session:
            yield session
    except SQLAlchemyError as error:
        raise KnowledgeError(
            f"the knowledge database cannot be read ({_first_line(error)}); check "
            f"WAYPOINT_DATABASE_URL, or {_BUILD}"
        ) from error
    finally:
        engine.dispose()


def _first_line(error: Exception) -> str:
    lines = str(getattr(error, "orig", None) or error).splitlines()
    return lines[0] if lines else type(error).__name__
