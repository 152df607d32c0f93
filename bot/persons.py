"""Who somebody is beyond one conversation: an opaque id, and the metadata that vouches for it.

An id is made from what a channel knows of a person (Slack's ids, the `sub` of a host page's
token) by a keyed hash, or at random in a browser. What it was made from is never passed on or
stored, and the key stays on this machine, so nobody can find a person's record by their name.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from functools import lru_cache
from pathlib import Path
from typing import Any, Dict, Optional

from bot.kept_secret import kept_secret
from bot.paths import records_dir

VARIABLE = "WAYPOINT_PEOPLE_SECRET"  # the same for all servers that share people
INTERNAL = "WAYPOINT_INTERNAL_SECRET"
METADATA = "person"
_LOST = "people who are signed in lose what they saved when the server stops"


def person_id(channel: str, *parts: str) -> str:
    """Return the id of somebody whom a channel knows: 43 letters, digits, "-" and "_".

    Args:
        channel: The channel's name, so that no channel names people of another.
        parts: What the channel knows them by.
    """
    # Each part with its length: ("ab", "c") and ("a", "bc") are two people.
    known = "".join(f"{len(part)}:{part}," for part in (channel, *parts))
    digest = hmac.new(_key(), known.encode("utf-8", "replace"), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def vouched(person: Optional[str]) -> Dict[str, Any]:
    """Return the metadata of a message by that person, as actions/person.py checks it.

    Empty where nobody is named, or where the two processes share no secret.
    """
    secret = os.environ.get(INTERNAL)
    if not person or not secret:
        return {}
    signature = hmac.new(secret.encode(), person.encode(), hashlib.sha256).hexdigest()
    return {METADATA: {"id": person, "signature": signature}}


def _key() -> bytes:
    chosen = os.environ.get(VARIABLE)
    return (chosen or _kept(records_dir() / "people.secret")).encode()


@lru_cache(maxsize=4)
def _kept(file: Path) -> str:
    return kept_secret(file, _LOST)
