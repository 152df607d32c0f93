"""The same database by another URL: a smoke test against a real PostgreSQL server."""

from __future__ import annotations

import dataclasses
import subprocess
import sys

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from knowledge.errors import KnowledgeError, KnowledgeNotBuilt
from knowledge.store import (
    build_database,
    load_knowledge,
    make_engine,
    read_knowledge,
    stored_version,
)
from tests.conftest import DATA, ROOT
from tests.knowledge.postgres import NoPostgres, running_postgres
from tests.knowledge.test_store import assert_same

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def url():
    try:
        with running_postgres() as started:
            yield started
    except NoPostgres as reason:
        pytest.skip(str(reason))


@pytest.fixture(autouse=True)
def _empty(url):
    engine = make_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


def test_knowledge_comes_back_as_it_went_in_and_is_replaced(url, knowledge, small_knowledge):
    build_database(small_knowledge, url)
    build_database(knowledge, url)
    assert_same(load_knowledge(url), knowledge)
    assert stored_version(url) == knowledge.version


BUILD = """
import sys
from pathlib import Path
from knowledge.article_file import read_articles
from knowledge.store import build_database
build_database(read_articles(Path(sys.argv[2]), Path(sys.argv[3])), sys.argv[1])
"""
READ = """
import sys
from knowledge.store import stored_version
print(stored_version(sys.argv[1]))
"""


def in_a_new_process(program: str, *arguments: str) -> str:
    """What the program prints."""
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, timeout=300, stdout=subprocess.PIPE, text=True).stdout


def test_what_one_process_builds_from_nothing_is_read_by_others(url, small_knowledge):
    """The stamp of the tables is the same before and after a process has made them."""
    in_a_new_process(BUILD, url, str(DATA / "articles"), str(DATA / "roles.yml"))

    assert in_a_new_process(READ, url) == f"{small_knowledge.version}\n"


def test_an_empty_database_says_how_to_build_it(url):
    with pytest.raises(KnowledgeNotBuilt, match="waypoint knowledge build"):
        stored_version(url)


def test_a_reader_in_the_middle_keeps_the_old_knowledge(url, knowledge, small_knowledge):
    build_database(small_knowledge, url)
    engine = make_engine(url).execution_options(isolation_level="REPEATABLE READ")
    with Session(engine) as reader:
        reader.execute(text("SELECT 1 FROM waypoint_meta"))
        build_database(knowledge, url)
        assert_same(read_knowledge(reader), small_knowledge)
    engine.dispose()
    assert stored_version(url) == knowledge.version


def test_a_build_that_fails_leaves_the_old_knowledge(url, small_knowledge):
    build_database(small_knowledge, url)
    role = dataclasses.replace(
        small_knowledge.roles["small#ur"], pay_note_passage_id="small#nothing"
    )
    roles = {**small_knowledge.roles, role.id: role}
    with pytest.raises(KnowledgeError, match="cannot be written"):
        build_database(dataclasses.replace(small_knowledge, roles=roles), url)
    assert_same(load_knowledge(url), small_knowledge)


def test_tables_of_another_version_are_made_anew_and_others_are_left(url, small_knowledge):
    build_database(small_knowledge, url)
    engine = make_engine(url)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE waypoint_poll DROP COLUMN topics"))
        connection.execute(text("UPDATE waypoint_meta SET value = 'x' WHERE name = 'schema'"))
        connection.execute(text("CREATE TABLE role (name text)"))
    build_database(small_knowledge, url)
    assert_same(load_knowledge(url), small_knowledge)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM role")) == 0
    engine.dispose()


def test_a_server_that_is_not_there_is_an_honest_error(small_knowledge):
    nowhere = "postgresql+psycopg://waypoint:secret@127.0.0.1:1/postgres"
    for use in (load_knowledge, lambda url: build_database(small_knowledge, url)):
        with pytest.raises(KnowledgeError, match="WAYPOINT_DATABASE_URL") as caught:
            use(nowhere)
        assert "secret" not in str(caught.value)
