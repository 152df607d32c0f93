"""The safety text of this deployment: from the file that WAYPOINT_SAFETY_FILE names, else ours."""

from __future__ import annotations

import logging
import os
from functools import lru_cache
from pathlib import Path

from knowledge.answering.fixed import SAFETY_TEXT

logger = logging.getLogger(__name__)


@lru_cache(maxsize=1)
def safety_text() -> str:
    """The text for people in distress; a file that is missing or empty falls back on ours."""
    name = os.environ.get("WAYPOINT_SAFETY_FILE")
    if not name:
        return SAFETY_TEXT
    try:
        text = Path(name).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        logger.error("WAYPOINT_SAFETY_FILE cannot be read, using the built-in text: %s", error)
        return SAFETY_TEXT
    return text or SAFETY_TEXT
