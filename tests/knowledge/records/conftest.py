from __future__ import annotations

from pathlib import Path
from typing import Iterator

import pytest


@pytest.fixture
def records(tmp_path: Path) -> Iterator:
    """An empty database in a folder that does not exist yet."""
    from knowledge.records.database import Records

    opened = Records(f"sqlite:///{tmp_path / 'var' / 'waypoint.db'}")
    yield opened
    opened.close()
