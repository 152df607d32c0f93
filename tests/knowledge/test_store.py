from __future__ import annotations

import dataclasses
import os
import sqlite3
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import create_mock_engine, inspect
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from knowledge.errors import KnowledgeError, KnowledgeNotBuilt
from knowledge.models import Base, Role, metadata_to_make, schema_stamp
from knowledge.store import (
    build_database,
    load_knowledge,
    make_engine,
    read_knowledge,
    stored_version,
    write_knowledge,
)
from tests.knowledge.facts_strategies import knowledge_bases

MAPPINGS = (
    "articles",
    "sections",
    "passages",
    "roles",
    "polls",
    "drivers",
    "kinds",
    "figures",
)


def assert_same(read, written):
    """Equal, and in the same order: the answers depend on it."""
    assert read == written
    for name in MAPPINGS:
        assert list(getattr(read, name)) == list(getattr(written, name))


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'new' / 'knowledge.db'}"


def test_the_real_articles_come_back_as_they_went_in(url, knowledge):
    build_database(knowledge, url)
    assert_same(load_knowledge(url), knowledge)
    assert stored_version(url) == knowledge.version


@pytest.fixture(scope="module")
def engine():
    engine = make_engine("sqlite://")
    Base.metadata.create_all(engine)
    yield engine
    engine.dispose()


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(written=knowledge_bases())
def test_any_knowledge_comes_back_as_it_went_in(engine, written):
    with Session(engine) as session:
        write_knowledge(session, written)
        session.flush()
        session.expunge_all()
        assert_same(read_knowledge(session), written)
        session.rollback()


def test_a_second_build_replaces_everything(url, knowledge, small_knowledge):
    build_database(knowledge, url)
    build_database(small_knowledge, url)
    assert_same(load_knowledge(url), small_knowledge)


def test_rows_are_replaced_in_a_database_that_is_in_use(session, knowledge, small_knowledge):
    write_knowledge(session, knowledge)
    write_knowledge(session, small_knowledge)
    session.commit()
    assert_same(read_knowledge(session), small_knowledge)


def test_a_reader_in_the_middle_keeps_the_old_knowledge(url, knowledge, small_knowledge):
    build_database(small_knowledge, url)
    engine = make_engine(url)
    with Session(engine) as reader:
        reader.connection()
        build_database(knowledge, url)
        assert_same(read_knowledge(reader), small_knowledge)
    engine.dispose()
    assert stored_version(url) == knowledge.version


def test_readers_never_see_half_of_a_build(url, knowledge, small_knowledge):
    build_database(small_knowledge, url)
    seen, stop = [], threading.Event()

    def read_on():
        while not stop.is_set():
            seen.append(load_knowledge(url))

    reader = threading.Thread(target=read_on)
    reader.start()
    for built in (knowledge, small_knowledge) * 5:
        build_database(built, url)
    stop.set()
    reader.join()
    assert seen
    assert all(read in (knowledge, small_knowledge) for read in seen)


def test_a_build_that_fails_leaves_the_old_database(url, tmp_path, small_knowledge):
    build_database(small_knowledge, url)
    role = small_knowledge.roles["small#ur"]
    broken = dataclasses.replace(
        small_knowledge, roles={"small#ur": dataclasses.replace(role, kind="astronaut")}
    )
    with pytest.raises(KnowledgeError, match="cannot be written"):
        build_database(broken, url)
    assert_same(load_knowledge(url), small_knowledge)
    assert os.listdir(tmp_path / "new") == ["knowledge.db"]  # nothing half-written is left


@pytest.mark.parametrize(
    "change",
    [
        {"unit": "fortnight"},
        {"statistic": "mean"},
        {"kind": "wage"},
        {"unit_basis": "guessed"},
        {"low": None, "high": None},
        {"low": 2.0, "high": 1.0},
        {"passage_id": "small#nothing"},
    ],
    ids=str,
)
def test_the_database_refuses_a_wrong_figure(session, small_knowledge, change):
    figure = small_knowledge.figures["small#ur/1"]
    figures = {figure.id: dataclasses.replace(figure, **change)}
    with pytest.raises(IntegrityError):
        write_knowledge(session, dataclasses.replace(small_knowledge, figures=figures))


def test_the_database_refuses_a_pay_note_of_no_passage(session, small_knowledge):
    role = dataclasses.replace(
        small_knowledge.roles["small#ur"], pay_note_passage_id="small#nothing"
    )
    roles = {**small_knowledge.roles, role.id: role}
    write_knowledge(session, dataclasses.replace(small_knowledge, roles=roles))
    with pytest.raises(IntegrityError):
        session.commit()


def test_making_tables_elsewhere_takes_no_constraint_from_the_next_database():
    """PostgreSQL has this one added after its table; SQLite has it in the table."""
    stamp = schema_stamp.__wrapped__()
    elsewhere = create_mock_engine("postgresql+psycopg://", lambda *_, **__: None)
    metadata_to_make().create_all(elsewhere, checkfirst=False)

    assert schema_stamp.__wrapped__() == stamp
    made_later = make_engine("sqlite://")
    Base.metadata.create_all(made_later)
    assert "pay_note_passage_id" in {
        key["constrained_columns"][0] for key in inspect(made_later).get_foreign_keys(Role.__tablename__)
    }
    made_later.dispose()


@pytest.mark.parametrize("read", [load_knowledge, stored_version])
def test_a_missing_database_says_how_to_build_it(url, tmp_path, read):
    with pytest.raises(KnowledgeNotBuilt, match="waypoint knowledge build"):
        read(url)
    assert not (tmp_path / "new").exists()  # looking makes no empty database


@pytest.mark.parametrize("read", [load_knowledge, stored_version])
def test_an_empty_database_says_how_to_build_it(tmp_path, read):
    (tmp_path / "knowledge.db").touch()
    with pytest.raises(KnowledgeNotBuilt, match="empty; run `waypoint knowledge build`"):
        read(f"sqlite:///{tmp_path / 'knowledge.db'}")


def test_tables_without_knowledge_are_not_built(session):
    with pytest.raises(KnowledgeNotBuilt, match="empty"):
        read_knowledge(session)


def test_tables_of_another_version_are_not_read_and_are_made_anew(url, tmp_path, small_knowledge):
    build_database(small_knowledge, url)
    with sqlite3.connect(tmp_path / "new" / "knowledge.db") as connection:
        connection.execute("UPDATE waypoint_meta SET value = 'older' WHERE name = 'schema'")
    with pytest.raises(KnowledgeNotBuilt, match="another version"):
        load_knowledge(url)
    build_database(small_knowledge, url)
    assert_same(load_knowledge(url), small_knowledge)


def test_a_file_that_is_no_database_is_an_honest_error(tmp_path):
    (tmp_path / "knowledge.db").write_text("This is not a database at all. " * 40)
    with pytest.raises(KnowledgeError, match=r"cannot be read .*not a database"):
        load_knowledge(f"sqlite:///{tmp_path / 'knowledge.db'}")


@pytest.mark.parametrize("url", ["not a url", "oracle+nothing://x", "postgresql+nothing://x"])
def test_a_wrong_url_is_an_honest_error(url, small_knowledge):
    with pytest.raises(KnowledgeError, match="database URL"):
        load_knowledge(url)
    with pytest.raises(KnowledgeError, match="database URL"):
        build_database(small_knowledge, url)


def test_a_folder_that_cannot_be_made_is_an_honest_error(tmp_path, small_knowledge):
    (tmp_path / "new").write_text("a file in the way")
    with pytest.raises(KnowledgeError, match="cannot be written"):
        build_database(small_knowledge, f"sqlite:///{tmp_path / 'new' / 'knowledge.db'}")
