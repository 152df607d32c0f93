"""The database of the records: made on first use, shared by threads and processes.

SQLite by default, in a file that only its owner reads; PostgreSQL is another URL.
"""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Iterator, Optional

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateIndex, CreateTable

from knowledge.records.errors import RecordsUnavailable
from knowledge.records.models import Base

_LOCK = 7_209_184  # any number: processes that make the tables of one PostgreSQL wait for each other
_BUSY_SECONDS = 5
_MAKING = threading.Lock()  # nobody of this process opens a file before it is made and closed


class Records:
    """One database of records; opened when it is first used."""

    def __init__(self, url: str) -> None:
        """Take the SQLAlchemy URL of the database."""
        self._url = url
        self._engine: Optional[Engine] = None
        self._lock = threading.Lock()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A transaction, committed at the end of the `with`, undone by an error.

        Raises:
            RecordsUnavailable: The database cannot be reached, read or written.
        """
        try:
            with Session(self._opened()) as session, session.begin():
                yield session
        except (SQLAlchemyError, OSError) as error:
            raise RecordsUnavailable(_reason(error)) from error

    def settle(self) -> bool:
        """Take what was deleted out of the files, also while other programs have them open.

        SQLite's write-ahead log goes on holding the old pages until it is written back and cut off.

        Returns:
            False when someone who reads right now kept it from doing so; try again later.

        Raises:
            RecordsUnavailable: The database cannot be reached or written.
        """
        try:
            engine = self._opened()
            if engine.dialect.name != "sqlite":
                return True  # a server cleans up by itself (PostgreSQL: autovacuum)
            with engine.connect() as connection:
                busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
        except (SQLAlchemyError, OSError) as error:
            raise RecordsUnavailable(_reason(error)) from error
        return not busy

    def close(self) -> None:
        """Close all connections; the next use opens new ones."""
        with self._lock:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None

    def _opened(self) -> Engine:
        with self._lock:
            if self._engine is None:
                self._engine = _open(self._url)
            return self._engine


def _open(url: str) -> Engine:
    try:
        _prepare_file(url)
        engine = create_engine(url, hide_parameters=True, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise RecordsUnavailable(
            "the URL cannot be used; write WAYPOINT_RECORDS_URL such as sqlite:///var/waypoint.db "
            "or postgresql+psycopg://user@host/name"
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
    try:
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            for table in Base.metadata.sorted_tables:
                connection.execute(CreateTable(table, if_not_exists=True))
                for index in table.indexes:
                    connection.execute(CreateIndex(index, if_not_exists=True))
    except BaseException:
        engine.dispose()
        raise
    return engine


def _prepare_file(url: str) -> None:
    """Make the folder and the file of SQLite, for its owner alone."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        return
    file = Path(parsed.database or "").absolute()
    file.parent.mkdir(parents=True, exist_ok=True)
    # Only a file that nobody can have open yet: to close a descriptor gives up all POSIX locks that
    # this process holds on the file, and then another program that leaves deletes SQLite's log in use
    # (https://www.sqlite.org/howtocorrupt.html, section 2.2).
    with _MAKING, suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _set_up_sqlite(connection: Any, _: Any) -> None:
    connection.execute("PRAGMA journal_mode = WAL")  # who reads does not wait for who writes
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA busy_timeout = {int(_BUSY_SECONDS * 1000)}")
    connection.execute("PRAGMA secure_delete = ON")  # what is purged is gone from the file, too


def _reason(error: Exception) -> str:
    """The first line of what went wrong, without the values that were to be stored."""
    lines = str(getattr(error, "orig", None) or error).splitlines()
    return f"the records database cannot be used ({lines[0] if lines else type(error).__name__})"
