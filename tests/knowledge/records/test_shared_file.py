"""One file of records, used by several connections and programs at the same time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from knowledge.records.database import Records
from knowledge.records.feedback import Feedback, add_feedback, list_feedback

READ = """
import sys
from knowledge.records.database import Records
from knowledge.records.feedback import list_feedback
records = Records(sys.argv[1])
print(*(one.rating for one in list_feedback(records)))
records.close()
"""


def read_elsewhere(url: str) -> str:
    """What another program finds, that opens the file and closes it."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", READ, url], capture_output=True, text=True, env=environment, check=True
    )
    return done.stdout.strip()


def test_what_is_written_after_somebody_else_read_is_there(tmp_path: Path) -> None:
    # POSIX: to close any descriptor of a file gives up all the process's locks on it. Without
    # them the reader takes itself for the last to leave, and SQLite deletes the log in use.
    url = f"sqlite:///{tmp_path / 'waypoint.db'}"
    one, another = Records(url), Records(url)
    try:
        add_feedback(one, Feedback("a1", "down", "web"))
        assert len(list_feedback(another)) == 1  # opened while the first is in use
        assert read_elsewhere(url) == "down"

        add_feedback(one, Feedback("a1", "up", "web"))
        assert read_elsewhere(url) == "up"
    finally:
        one.close()
        another.close()
