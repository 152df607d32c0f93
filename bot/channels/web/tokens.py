"""The names that browsers hold, of conversations and of people: unguessable, signed, good for some time.

A token is `<name>.<end>.<signature>`: 256 bits, the second (Unix time) at which it ends, and an
HMAC-SHA256 over both. The server keeps no list of them. A conversation, without its signature,
names the tracker, and a person the record of what they saved, so no log and no other channel's
sender can act as a browser. Each kind has a key of its own: neither passes for the other.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
import time
from typing import Callable, Optional

_TOKEN = re.compile(r"([A-Za-z0-9_-]{43})\.([0-9]{1,12})\.([A-Za-z0-9_-]{43})")
_DAY = 86_400


class _Tokens:
    """Makes tokens of one kind, and tells those it made from all others."""

    purpose: bytes  # the secret signs several kinds

    def __init__(self, secret: str, days: float, clock: Callable[[], float] = time.time) -> None:
        """Take a secret.

        Args:
            secret: What nobody else knows.
            days: How long a token is good for.
            clock: The time in seconds, for tests.
        """
        self._key = hmac.new(secret.encode(), self.purpose, hashlib.sha256).digest()
        self._seconds = days * _DAY
        self._clock = clock

    def make(self, name: Optional[str] = None) -> str:
        """Return a token of a new name, or of one that was made before (43 characters of base64)."""
        signed = f"{name or secrets.token_urlsafe(32)}.{int(self._clock() + self._seconds)}"
        return f"{signed}.{self._signature(signed)}"

    def name(self, token: str) -> Optional[str]:
        """Return what a token names; None for any that is not good."""
        parts = _TOKEN.fullmatch(token)
        if parts is None:
            return None
        name, end, signature = parts.groups()
        signed = hmac.compare_digest(signature, self._signature(f"{name}.{end}"))
        return name if signed and int(end) > self._clock() else None

    def _signature(self, signed: str) -> str:
        digest = hmac.new(self._key, signed.encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


class ConversationTokens(_Tokens):
    """Who holds one has the conversation."""

    purpose = b"waypoint web conversation 1"

    def conversation(self, token: str) -> Optional[str]:
        """Return the conversation that a token names; None for any that is not good."""
        return self.name(token)


class PersonTokens(_Tokens):
    """Who holds one has the shortlist, in whatever conversation."""

    purpose = b"waypoint web person 1"

    def person(self, token: str) -> Optional[str]:
        """Return the person that a token names; None for any that is not good."""
        return self.name(token)
