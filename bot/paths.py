"""Where the bot finds what `make` built. Knows paths only."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def build_dir() -> Path:
    """Return the folder of built files: WAYPOINT_BUILD_DIR, or build/ in the repository.

    The same rule as knowledge/settings.py, which the bot may not import.
    """
    return Path(os.environ.get("WAYPOINT_BUILD_DIR") or ROOT / "build").absolute()


def records_dir() -> Path:
    """Return the folder of what is kept when build/ is thrown away: WAYPOINT_RECORDS_DIR, or var/."""
    return Path(os.environ.get("WAYPOINT_RECORDS_DIR") or ROOT / "var").absolute()


def names_file() -> Path:
    """Return the file with the names of roles and sources."""
    return build_dir() / "names.json"


def encoder_dir() -> Path:
    """Return the folder of the exported encoder."""
    return build_dir() / "encoder"
