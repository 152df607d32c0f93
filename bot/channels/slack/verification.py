"""Is it Slack that calls? First on the way of every request; reads headers and raw body only."""

from __future__ import annotations

import hashlib
import hmac
import time
from typing import Mapping, Optional

from bot.channels.slack.memory import Remembered

OLDEST_SECONDS = 300  # Slack's own advice
_VERSION = "v0"


class Verifier:
    """Checks Slack's signatures, and that none is used twice."""

    def __init__(self, signing_secret: str) -> None:
        self._secret = signing_secret.encode()
        self._used = Remembered(seconds=2 * OLDEST_SECONDS, most=50_000)

    def problem(
        self, headers: Mapping[str, str], body: bytes, now: Optional[float] = None
    ) -> Optional[str]:
        """Return why a request is refused, None for a good one.

        Args:
            headers: The request's headers; their names are read without regard to case.
            body: The body, byte for byte as it came.
            now: Seconds since 1970, the clock's if left out.
        """
        timestamp = headers.get("x-slack-request-timestamp", "")
        signature = headers.get("x-slack-signature", "")
        if not signature or not timestamp.isascii() or not timestamp.isdigit():
            return "unsigned"
        if abs((time.time() if now is None else now) - int(timestamp)) > OLDEST_SECONDS:
            return "too old"
        if not hmac.compare_digest(self._sign(timestamp, body).encode(), signature.encode()):
            return "wrong signature"
        # Slack signs a retry anew, so the same signature again is somebody else's copy.
        if not self._used.add(signature):
            return "replayed"
        return None

    def allow_again(self, headers: Mapping[str, str]) -> None:
        """Forget a signature whose request could not be taken, so that it may be sent again."""
        self._used.discard(headers.get("x-slack-signature", ""))

    def _sign(self, timestamp: str, body: bytes) -> str:
        signed = f"{_VERSION}:{timestamp}:".encode() + body
        return f"{_VERSION}={hmac.new(self._secret, signed, hashlib.sha256).hexdigest()}"
