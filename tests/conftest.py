"""Fixtures that several packages share.

Both environments collect this file, so nothing is imported here that only one of them has.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

DATA = Path(__file__).parent / "data"
ROOT = Path(__file__).parent.parent

if "PYTEST_XDIST_WORKER" in os.environ:
    # One test process a core: threads of torch beside them would only wait for each other, and for long.
    os.environ.setdefault("OMP_NUM_THREADS", "1")

try:
    import hypothesis

    # The machine may be shared: a slow example is no failure.
    hypothesis.settings.register_profile("waypoint", deadline=None)
    hypothesis.settings.load_profile("waypoint")
except ImportError:  # the Rasa environment
    pass


@pytest.fixture
def article_text() -> str:
    """A small article that uses every part of the format."""
    return (DATA / "articles" / "small.md").read_text(encoding="utf-8")


@pytest.fixture
def article_folder(tmp_path: Path) -> Path:
    """A folder of one's own with the small article as small.md; roles.yml is beside it."""
    folder = tmp_path / "articles"
    shutil.copytree(DATA / "articles", folder)
    shutil.copy(DATA / "roles.yml", tmp_path / "roles.yml")
    return folder


@pytest.fixture(scope="session")
def small_knowledge():
    """What the small article says."""
    from knowledge.article_file import read_articles

    return read_articles(DATA / "articles", DATA / "roles.yml")


@pytest.fixture(scope="session")
def knowledge():
    """What the real articles say; a value that no test can change."""
    from knowledge.article_file import read_articles

    return read_articles(ROOT / "knowledge" / "articles", ROOT / "knowledge" / "roles.yml")


@pytest.fixture
def session():
    """A session on an empty in-memory database with the knowledge tables."""
    from sqlalchemy.orm import Session

    from knowledge.models import Base
    from knowledge.store import make_engine

    engine = make_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as opened:
        yield opened
    engine.dispose()
