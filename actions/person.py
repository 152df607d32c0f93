"""Who is asking, where a channel knows them beyond the conversation: an opaque, signed id.

Channels put `{"person": {"id", "signature"}}` into the metadata of each message. The signature is
made with the secret that both processes are given at start, so that nothing a caller sends, on
whatever channel, can name somebody else.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
from collections.abc import Mapping
from typing import Optional

from rasa_sdk import Tracker

from actions.record_routes import SECRET_VARIABLE

_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")


def person_of(tracker: Tracker, secret: Optional[str] = None) -> Optional[str]:
    """The person who wrote the latest message; None where only the conversation is known.

    Args:
        tracker: The conversation.
        secret: What the channels sign with; default: SECRET_VARIABLE. With none, nobody is known.
    """
    metadata = (tracker.latest_message or {}).get("metadata")
    named = metadata.get("person") if isinstance(metadata, Mapping) else None
    if not isinstance(named, Mapping):
        return None
    person, signature = named.get("id"), named.get("signature")
    secret = os.environ.get(SECRET_VARIABLE, "") if secret is None else secret
    if not secret or not isinstance(person, str) or not isinstance(signature, str):
        return None
    genuine = hmac.compare_digest(signature.encode("utf-8", "replace"), sign_person(person, secret).encode())
    return person if genuine and _ID.fullmatch(person) else None


def sign_person(person: str, secret: str) -> str:
    """The signature of a person's id: HMAC-SHA256 in hex, as bot/persons.py makes it."""
    return hmac.new(secret.encode(), person.encode("utf-8", "replace"), hashlib.sha256).hexdigest()
