"""The names of conversations that browsers hold: unguessable, signed, good for some time.

A token is `<conversation>.<end>.<signature>`: 256 random bits, the second (Unix time) at which it
ends, and an HMAC-SHA256 over both. The server keeps no list of them; the conversation, without
its signature, names the tracker, so no log and no other channel's sender can act as a browser.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import logging
import os
import re
import secrets
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Callable, Optional

from bot.channels.web.settings import SECRET_CHARACTERS

logger = logging.getLogger(__name__)

_TOKEN = re.compile(r"([A-Za-z0-9_-]{43})\.([0-9]{1,12})\.([A-Za-z0-9_-]{43})")
_PURPOSE = b"waypoint web conversation 1"  # the secret may sign other things one day
_DAY = 86_400


class ConversationTokens:
    """Makes tokens, and tells those it made from all others."""

    def __init__(self, secret: str, days: float, clock: Callable[[], float] = time.time) -> None:
        """Take a secret.

        Args:
            secret: What nobody else knows.
            days: How long a token is good for.
            clock: The time in seconds, for tests.
        """
        self._key = hmac.new(secret.encode(), _PURPOSE, hashlib.sha256).digest()
        self._seconds = days * _DAY
        self._clock = clock

    def make(self) -> str:
        """Return the token of a new conversation."""
        name = f"{secrets.token_urlsafe(32)}.{int(self._clock() + self._seconds)}"
        return f"{name}.{self._signature(name)}"

    def conversation(self, token: str) -> Optional[str]:
        """Return the conversation that a token names; None for any that is not good."""
        parts = _TOKEN.fullmatch(token)
        if parts is None:
            return None
        conversation, end, signature = parts.groups()
        signed = hmac.compare_digest(signature, self._signature(f"{conversation}.{end}"))
        return conversation if signed and int(end) > self._clock() else None

    def _signature(self, name: str) -> str:
        digest = hmac.new(self._key, name.encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def kept_secret(file: Optional[Path]) -> str:
    """Return the secret of a file that only its owner reads; it is made when it is not there.

    Kept on disk, as browsers keep their tokens: with a new secret at every start, each open
    widget would be turned away after an update of the server. Where no file can be written, the
    secret lasts as long as the process.
    """
    if file is None:
        return secrets.token_urlsafe(32)
    try:
        return _read(file) or _make(file)
    except OSError as error:
        logger.warning(
            "%s cannot be kept (%s): conversations in open browsers end when the server does.",
            file.name, error.strerror,
        )
        return secrets.token_urlsafe(32)


def _read(file: Path) -> str:
    try:
        file.chmod(0o600)
        secret = file.read_text(encoding="ascii", errors="replace").strip()
    except FileNotFoundError:
        return ""
    if len(secret) < SECRET_CHARACTERS:  # cut off by a full disk, say
        file.unlink()
        return ""
    return secret


def _make(file: Path) -> str:
    """Write a new secret; of several processes that do so at once, all take the first one's."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)  # mode 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(secrets.token_urlsafe(32))
        with suppress(FileExistsError):
            os.link(name, file)
    finally:
        os.unlink(name)
    return file.read_text(encoding="ascii").strip()
